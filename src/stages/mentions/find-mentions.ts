// Words and names -> mentions of people, states, organizations and groups, with their titles.
import type { MentionsLanguage } from "../../language/mentions.ts";
import type { Mention } from "../../model/actor.ts";
import type { Name } from "../../model/name.ts";
import type { Quotation } from "../../model/sentence.ts";
import type { Word } from "../../model/token.ts";
import { joinAppositions } from "./apposition.ts";
import { type Draft, numberMentions } from "./draft.ts";
import { readPhrase } from "./phrase.ts";
import { findRecurrences } from "./recurrence.ts";
import { makeScene } from "./scene.ts";
import { readSingle } from "./single.ts";
import { trimNames } from "./trim-names.ts";

/** Mentions in text order; one may lie inside another ("his" in "his U.S. counterpart Marco Rubio"). */
export const findMentions = (
  words: readonly Word[],
  names: readonly Name[],
  _quotations: readonly Quotation[],
  language: MentionsLanguage,
): Mention[] => {
  const scene = makeScene(words, trimNames(words, names, language), language);
  const drafts: Draft[] = [];
  for (let at = 0; at < words.length; ) {
    const read = readPhrase(scene, at, drafts) ?? readSingle(scene, at);
    drafts.push(...(read?.drafts ?? []));
    at = read ? read.last + 1 : at + 1;
  }
  const again = findRecurrences(scene, drafts);
  const taken = new Set(again.map((draft) => draft.first));
  const kept = drafts
    .filter((draft) => draft.rule !== "state-capital" || !taken.has(draft.first))
    .concat(again);
  joinAppositions(scene, kept);
  return numberMentions(kept);
};
