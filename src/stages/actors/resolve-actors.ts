// Mentions -> actors: who is meant, in which office, on the document's day.
import type { ActorsLanguage } from "../../language/actors.ts";
import type { Actor, Mention } from "../../model/actor.ts";
import type { Document } from "../../model/document.ts";
import type { Quotation, Sentence } from "../../model/sentence.ts";
import type { Word } from "../../model/token.ts";
import { resolveAuthor } from "./author.ts";
import { type Cast, toActors } from "./entity.ts";
import { resolveOpen } from "./left-open.ts";
import { fillOffices } from "./offices.ts";
import { placeGovernments, placeHosts } from "./on-the-spot.ts";
import { resolvePeople } from "./people.ts";
import { resolvePrincipals } from "./principals.ts";
import { resolvePronouns } from "./pronouns.ts";
import { resolveRelations } from "./relations.ts";
import { resolveStates } from "./states.ts";
import { resolveOwned, resolveTitles } from "./titles.ts";
import { amongSpeakers, resolveSources } from "./unnamed-sources.ts";

/** One actor a person, state or organization, in order of first mention. A mention that can't be settled has none. */
export const resolveActors = (
  document: Document,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  words: readonly Word[],
  mentions: readonly Mention[],
  language: ActorsLanguage,
): Actor[] => {
  const cast = castNames({ document, sentences, quotations, words, mentions, language });
  resolveOpen(cast, "group");
  const giveBack = amongSpeakers(cast, () => resolvePronouns(cast));
  placeHosts(cast);
  resolvePrincipals(cast);
  resolveAuthor(cast);
  resolveOwned(cast);
  resolveRelations(cast);
  resolveOpen(cast, "person");
  resolveSources(cast);
  giveBack();
  fillOffices(cast);
  return toActors(cast);
};

/** All mentions but the pronouns resolved. */
export const castNames = (given: Omit<Cast, "entities" | "byPerson" | "byCode" | "of">): Cast => {
  const cast: Cast = { ...given, entities: [], byPerson: new Map(), byCode: new Map(), of: [] };
  resolvePeople(cast);
  resolveStates(cast);
  placeGovernments(cast);
  resolveTitles(cast);
  return cast;
};
