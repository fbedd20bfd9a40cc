// Mentions -> actors: who is meant, in which office, on the document's day.
import type { ActorsLanguage } from "../../language/actors.ts";
import type { Actor, Mention } from "../../model/actor.ts";
import type { Document } from "../../model/document.ts";
import type { Quotation, Sentence } from "../../model/sentence.ts";
import type { Word } from "../../model/token.ts";

/** One actor a person, state or organization, in order of first mention. A mention that can't be settled has none. */
export const resolveActors = (
  _document: Document,
  _sentences: readonly Sentence[],
  _quotations: readonly Quotation[],
  _words: readonly Word[],
  _mentions: readonly Mention[],
  _language: ActorsLanguage,
): Actor[] => [];
