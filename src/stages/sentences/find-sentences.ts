// Text and quotations -> sentences.
import type { SentencesLanguage } from "../../language/sentences.ts";
import type { Document } from "../../model/document.ts";
import type { Quotation, Sentence } from "../../model/sentence.ts";

/** Sentences in text order; together they hold every character that is not white space. */
export const findSentences = (
  document: Document,
  _quotations: readonly Quotation[],
  _language: SentencesLanguage,
): Sentence[] => {
  const sentences: Sentence[] = [];
  const text = document.text;
  for (const match of text.matchAll(/[^\s.!?][^.!?\n]*[.!?\u201d"]*|[.!?]+/g)) {
    const trimmed = match[0].trimEnd();
    sentences.push({
      index: sentences.length,
      start: match.index,
      end: match.index + trimmed.length,
      paragraph: 0,
      block: "prose",
    });
  }
  return sentences;
};
