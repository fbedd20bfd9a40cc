// Paragraphs and quotations -> sentences: every place between two stretches of text is judged by its features.
import type { SentencesLanguage } from "../../language/sentences.ts";
import type { Document } from "../../model/document.ts";
import type { Paragraph, Quotation, Sentence } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import { datelineEnd, townEnd } from "./find-dateline.ts";
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
  const add = ({ index: paragraph, block }: Paragraph, { start, end }: Span): void => {
    sentences.push({ index: sentences.length, start, end, paragraph, block });
  };
  const town = townAt(text, paragraphs, language.towns);
  for (const paragraph of paragraphs) {
    const { start, end } = paragraph;
    const cut =
      (town?.start === start ? town.end : undefined) ?? datelineEnd(text, start, end, language.towns);
    if (cut !== undefined) add(paragraph, { start, end: cut });
    const rest = cut === undefined ? paragraph : { ...paragraph, start: afterGap(text, cut) };
    const label = paragraph.block === "turn" ? text.indexOf(":", rest.start) : start;
    const decide: typeof ends = (at, place) => at > label && ends(at, place);
    for (const span of walkPlaces(text, rest, quotations, language, decide)) add(paragraph, span);
  }
  return sentences;
};

/** A town before a colon at the head of the text, unless the text is a transcript. */
const townAt = (
  text: string,
  paragraphs: readonly Paragraph[],
  towns: ReadonlySet<string>,
): Span | undefined => {
  const first = paragraphs.find(({ block }) => block !== "heading");
  if (!first || paragraphs.filter(({ block }) => block === "turn").length > 1) return undefined;
  const end = townEnd(text, first.start, first.end, towns);
  return end === undefined ? undefined : { start: first.start, end };
};

const afterGap = (text: string, at: number): number => {
  let next = at;
  while (next < text.length && /\s/.test(text[next]!)) next += 1;
  return next;
};
