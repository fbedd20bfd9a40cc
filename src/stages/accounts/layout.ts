// Sentences of a release -> those that tell something: not its foot, its captions, places and days, and what the press asks.
import type { Reading } from "../../model/reading.ts";
import type { Sentence } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";

type Told = Pick<Reading, "document" | "words" | "sentences">;

/** Lines from which on a release tells nothing more of its contact. */
const foot =
  /^[\s*#–—-]*(?:ends?|notes? (?:to|for) (?:the )?editors?|(?:for )?(?:further|more|media|press) (?:information|enquiries|inquiries|contacts?|details)\b[^\n]{0,60}|see also|related (?:links|news|content|stories|articles)|share this[^\n]{0,30}|publication status|contacts?|issued by[^\n]{0,80}|follow us[^\n]{0,40}|questions and answers|photo credits?[^\n]{0,60})[\s:*#–—-]*$/i;

/** Where the foot of the release begins behind `from`; infinity where there is none. */
export const footOf = ({ document: { text } }: Told, from: number): number => {
  for (const { 0: line, index } of text.matchAll(/^[^\n]+$/gm))
    if (index > from && foot.test(line)) return index;
  return Number.POSITIVE_INFINITY;
};

/** Where the prose begins, below headings, bylines and days; 0 where there is nothing above it. */
export const proseOf = ({ document, sentences }: Pick<Reading, "document" | "sentences">): number => {
  const first = sentences.find(({ block, start, end }) => block === "prose" && end - start > 70);
  const above = sentences.slice(0, first?.index ?? 0);
  const isLine = ({ end }: Sentence) => /[\p{L}\p{N}:)]/u.test(document.text.slice(end - 1, end));
  return first && above.length <= 12 && above.every(isLine) ? first.start : 0;
};

const asker =
  /^["“]?(?:Q|Question|Questions?|Reporter|Journalist|Correspondent|Moderator|The press|Media)\s?(?:\([^)\n]{1,40}\))?\s?:/i;
const label = /^["“]?(?:[\p{L}.'’-]{1,20}\s){0,5}[\p{L}.'’-]{1,20}(?:\s\([^)\n]{1,40}\))?\s?:\s+/u;

/** What of a sentence tells: without the label of a turn; undefined for captions, addresses and questions of the press. */
export const tellingOf = (told: Told, sentence: Sentence): Span | undefined => {
  const { document, sentences } = told;
  const text = document.text.slice(sentence.start, sentence.end);
  if (/^\S+@\S+\.\S+$|^https?:\S+$|^\+?[\d() -]{7,}$/.test(text)) return undefined;
  const alone =
    sentences[sentence.index - 1]?.paragraph !== sentence.paragraph &&
    sentences[sentence.index + 1]?.paragraph !== sentence.paragraph;
  if (alone && sentence.block !== "item" && !/^["“]/.test(text) && isVerbless(told, sentence))
    return undefined;
  if (sentence.block !== "turn") {
    // "2. The Prime Minister briefed …"
    const number = !isFirst(told, sentence) ? "" : (/^\(?\d{1,2}[.)]\s+/.exec(text)?.[0] ?? "");
    return { start: sentence.start + number.length, end: sentence.end };
  }
  const opens = sentences.find(({ paragraph }) => paragraph === sentence.paragraph)!;
  if (asker.test(document.text.slice(opens.start, opens.end))) return undefined;
  const skip = opens === sentence ? (label.exec(text)?.[0].length ?? 0) : 0;
  return { start: sentence.start + skip, end: sentence.end };
};

const isFirst = ({ sentences }: Told, { index, paragraph }: Sentence): boolean =>
  sentences[index - 1]?.paragraph !== paragraph;

/** "Key outcomes:", "New Delhi", "Deputy Spokesperson". */
const isVerbless = ({ words }: Told, { index }: Sentence): boolean => {
  const own = words.filter(({ sentence }) => sentence === index);
  return own.length < 14 && !own.some(({ upos, xpos }) => upos === "VERB" || /^(?:VB|MD)/.test(xpos));
};
