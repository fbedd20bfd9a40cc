// Paragraphs and quotations -> sentences: every place between two stretches of text is judged by its features.
import type { SentencesLanguage } from "../../language/sentences.ts";
import type { Document } from "../../model/document.ts";
import type { Paragraph, Quotation, Sentence } from "../../model/sentence.ts";
import { type Place, walkPlaces } from "./walk-places.ts";

/** How sure (in logits) the classifier must be of a break without a mark in a paragraph that uses marks. */
const caution = 1.5;

/** Sentences in text order; together they hold every character that is not white space. */
export const findSentences = (
  { text }: Document,
  paragraphs: readonly Paragraph[],
  quotations: readonly Quotation[],
  language: SentencesLanguage,
): Sentence[] => {
  const { weights, scale } = language;
  const ends = (_end: number, place: Place | boolean): boolean => {
    if (typeof place === "boolean") return place;
    let sum = 0;
    for (const feature of place.seen()) sum += weights[feature]!;
    return sum > (place.bold ? caution * scale : 0);
  };
  const sentences: Sentence[] = [];
  for (const paragraph of paragraphs)
    for (const { start, end } of walkPlaces(text, paragraph, quotations, language, ends))
      sentences.push({
        index: sentences.length,
        start,
        end,
        paragraph: paragraph.index,
        block: paragraph.block,
      });
  return sentences;
};
