// The pipeline: a document in, its reading out, one line a stage.
import type { Language } from "./language/language.ts";
import type { Document } from "./model/document.ts";
import type { Reading } from "./model/reading.ts";
import { resolveActors } from "./stages/actors/resolve-actors.ts";
import { findContacts } from "./stages/contacts/find-contacts.ts";
import { findEvents } from "./stages/events/find-events.ts";
import { findMentions } from "./stages/mentions/find-mentions.ts";
import { findNames } from "./stages/names/find-names.ts";
import { findParagraphs } from "./stages/paragraphs/find-paragraphs.ts";
import { findQuotations } from "./stages/quotations/find-quotations.ts";
import { findSentences } from "./stages/sentences/find-sentences.ts";
import { findStatements } from "./stages/statements/find-statements.ts";
import { findTimes } from "./stages/times/find-times.ts";
import { splitTokens } from "./stages/tokens/split-tokens.ts";
import { parseTrees } from "./stages/trees/parse-trees.ts";

/** `thorough` also gives statements that are less likely than not to be ones, for a person to review. */
export type ReadOptions = { readonly thorough?: boolean };

/** Reads one document. Never throws on any text; the same document gives the same reading. */
export const read = (document: Document, language: Language, options: ReadOptions = {}): Reading => {
  const paragraphs = findParagraphs(document);
  const quotations = findQuotations(document, paragraphs, language.quotations);
  const sentences = findSentences(document, paragraphs, quotations, language.sentences);
  const tokens = splitTokens(document, sentences, language.tokens);
  const { words, labels } = parseTrees(tokens, language.trees);
  const names = findNames(words, labels, language.names);
  const times = findTimes(document, sentences, quotations, words, language.times);
  const mentions = findMentions(words, names, quotations, language.mentions);
  const actors = resolveActors(document, sentences, quotations, words, mentions, language.actors);
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
  const contacts = findContacts({ ...found, statements }, language.contacts);
  const events = findEvents({ ...found, statements, contacts }, language.events);
  return { ...found, statements, contacts, events };
};
