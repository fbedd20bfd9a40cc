// A sentence in its layout -> is it a line over, between or under the prose (a heading, who published it, a numbered
// title), that says nothing of the talks?
import type { Reading } from "../../../model/reading.ts";
import type { Sentence } from "../../../model/sentence.ts";
import type { Span } from "../../../model/span.ts";
import { wordsIn } from "../points/cut-content.ts";

type Told = Pick<Reading, "document" | "sentences" | "words">;

const number = /^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s/i;
const bullet = /^[-*•·▪◦‣●■–—]\s/u;
/** How many words a title between paragraphs has at most. */
const longest = 12;

/**
 * "1. Bilateral relations", "Published 2 April 2025", "PCS": a line of its own without a verb or a full stop. What is listed
 * under a colon, or by bullets, is a matter.
 */
export const isLayout = (reading: Told, sentence: Sentence): boolean => {
  const text = textOf(reading, sentence);
  if (label.test(text) && text.length < 120 && !/\p{L}\.$/u.test(text)) return true;
  if (isDateline(reading, sentence)) return true;
  if (isAbove(reading, sentence)) return true;
  if (sentence.block === "turn" || /[.!?;:,…]["”’»)]?$/u.test(text) || bullet.test(text)) return false;
  const own = reading.words.filter(
    ({ sentence: index, upos }) => index === sentence.index && upos !== "PUNCT",
  );
  if (own.length > longest || own.some(({ xpos }) => /^(?:VB[DPZ]?|MD)$/.test(xpos))) return false;
  if (!isWhole(reading, sentence)) return false;
  const before = reading.sentences[sentence.index - 1];
  const above = before ? textOf(reading, before) : "";
  if (!number.test(text)) return !/[:;,]$/.test(above) || (label.test(above) && above.length < 20);
  const next = reading.sentences[sentence.index + 1];
  return next !== undefined && /[.!?]["”’»)]?$/u.test(textOf(reading, next));
};

const label =
  /^(?:From|Source|Published|Updated|Last updated|Contact|Tags|Location|Issued by|Published by|Delivered on|Media (?:enquiries|inquiries|contacts?)|Enquiries|For (?:more|further) (?:information|details|inquiries|enquiries)[^.]{0,60})(?::|\s\d|$)/;

/** "Office of the Press Secretary", "FOR IMMEDIATE RELEASE": lines without a verb above the text. */
const isAbove = ({ sentences, words }: Told, sentence: Sentence): boolean => {
  const text = sentences.find(({ block }) => block === "prose")?.start ?? 0;
  if (sentence.start >= text || sentence.block === "prose") return false;
  const [first, last] = wordsIn(words, sentence);
  return words.slice(first, last + 1).every(({ upos }) => upos !== "VERB" && upos !== "AUX");
};

/** It fills its paragraph. */
const isWhole = ({ sentences }: Told, { index, paragraph }: Sentence): boolean =>
  sentences[index - 1]?.paragraph !== paragraph && sentences[index + 1]?.paragraph !== paragraph;

/** "State House, Nairobi, 3 February 2025 –": names and numbers alone, which say where and when it was written. */
const isDateline = ({ words }: Told, sentence: Span): boolean => {
  const [first, last] = wordsIn(words, sentence);
  return words
    .slice(first, last + 1)
    .every(({ upos, xpos }) => /^(?:PROPN|NUM|PUNCT|SYM|ADP|DET)$/.test(upos) || xpos === "NNP");
};

const textOf = ({ document }: Told, { start, end }: Sentence): string =>
  document.text.slice(start, end).trim();
