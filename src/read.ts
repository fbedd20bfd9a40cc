// The pipeline: a document in, its reading out, one line a stage.
import type { Language } from "./language/language.ts";
import type { Document } from "./model/document.ts";
import type { Reading } from "./model/reading.ts";
import { findAccounts } from "./stages/accounts/find-accounts.ts";
import { resolveActors } from "./stages/actors/resolve-actors.ts";
import { findContacts } from "./stages/contacts/find-contacts.ts";
import { findDay } from "./stages/day/find-day.ts";
import { findEvents } from "./stages/events/find-events.ts";
import { findMentions } from "./stages/mentions/find-mentions.ts";
import { findNames } from "./stages/names/find-names.ts";
import { findParagraphs } from "./stages/paragraphs/find-paragraphs.ts";
import { findQuotations } from "./stages/quotations/find-quotations.ts";
import { findSentences } from "./stages/sentences/find-sentences.ts";
import { findSide } from "./stages/side/find-side.ts";
import { findStatements } from "./stages/statements/find-statements.ts";
import { findTimes } from "./stages/times/find-times.ts";
import { splitTokens } from "./stages/tokens/split-tokens.ts";
import { parseTrees } from "./stages/trees/parse-trees.ts";

/** `thorough` also gives statements that are less likely than not to be ones, for a person to review. */
export type ReadOptions = { readonly thorough?: boolean };

/** Reads one document. Never throws on any text; the same document gives the same reading. */
export const read = (text: Document, language: Language, options: ReadOptions = {}): Reading => {
  const given = findDay(text);
  const paragraphs = findParagraphs(given);
  const quotations = findQuotations(given, paragraphs, language.quotations);
  const sentences = findSentences(given, paragraphs, quotations, language.sentences);
  const tokens = splitTokens(given, sentences, language.tokens);
  const { words, labels } = parseTrees(tokens, language.trees);
  const names = findNames(words, labels, language.names);
  const times = findTimes(given, sentences, quotations, words, language.times);
  const mentions = findMentions(words, names, quotations, language.mentions);
  const cast = (document: Document) =>
    resolveActors(document, sentences, quotations, words, mentions, language.actors);
  // Who is meant shows whose account the text is, and that in turn who "the Prime Minister" is.
  const said = cast(given);
  const document = findSide({ document: given, sentences, mentions, actors: said }, language.side);
  const actors = document.side === given.side ? said : cast(document);
  const found = {
    maker: language.maker,
    document,
    quotations,
    sentences,
    tokens,
    words,
    names,
    times,
    mentions,
    actors,
  };
  const statements = findStatements(found, language.statements, options);
  const told = { ...found, statements };
  const contacts = findAccounts(told, findContacts(told, language.contacts), language.contacts);
  const events = findEvents({ ...told, contacts }, language.events);
  return { ...told, contacts, events };
};
