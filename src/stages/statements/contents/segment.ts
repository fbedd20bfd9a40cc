// Cue -> the stretch of words that it can speak about, and the commas that part it from what is said.
import type { Cue } from "../../../language/statements.ts";
import type { Span } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";
import type { Scene } from "../draft.ts";
import { quotationOf } from "../spans.ts";
import { datelineEnd, isDay } from "../speakers/dateline.ts";

type Words = readonly Word[];
type Range = readonly [first: number, last: number];

/** Words that the cue can speak about: its sentence, or the part of its quotation that lies in it. */
export const segmentOf = ({ input: { words, quotations } }: Scene, head: number): Range => {
  const { sentence } = words[head]!;
  const inside = quotationOf(words[head]!, quotations);
  const isIn = (index: number): boolean =>
    words[index]?.sentence === sentence && (inside < 0 || quotationOf(words[index]!, quotations) === inside);
  let first = head;
  let last = head;
  while (isIn(first - 1) && words[first - 1]!.text !== ";") first -= 1;
  while (isIn(last + 1) && words[last + 1]!.text !== ";") last += 1;
  while (last > head && /^[.!?]$/.test(words[last]!.text)) last -= 1;
  last = Math.min(last, openingEnd(words, head) ?? last);
  const dash = datelineEnd(words, first);
  if (dash !== undefined && dash < head) first = dash + 1;
  while (first < head && /^(?:["“‘']|and|but|so|yet)$/i.test(words[first]!.text)) first += 1;
  return [first, last];
};

/** "Claiming the talks had failed, Trump told Fox …": a participle that opens the sentence speaks up to the main clause. */
const openingEnd = (words: Words, head: number): number | undefined => {
  const { xpos, relation, head: main, sentence } = words[head]!;
  if (!/^VB[GN]$/.test(xpos) || relation !== "advcl" || main < head) return undefined;
  const subject = words[main]!.children.find((child) => words[child]!.relation.startsWith("nsubj"));
  if (subject === undefined || subject < head) return undefined;
  let comma = subject;
  while (comma > head && words[comma]!.text !== ",") comma -= 1;
  return comma > head + 1 && words[comma]!.sentence === sentence ? comma - 1 : undefined;
};

/** The comma right before the speaker and cue that follow what is reported. */
export const openingOf = (
  words: Words,
  cue: Range,
  source: Span | undefined,
  from: number,
): number | undefined => {
  const start = Math.min(words[cue[0]]!.start, source?.start ?? Number.POSITIVE_INFINITY);
  let at = cue[0] - 1;
  while (at > from && words[at]!.start >= start) at -= 1;
  return at > from && words[at]!.text === "," ? at : undefined;
};

/** The comma right after cue and speaker. */
export const closingOf = (
  words: Words,
  cue: Range,
  source: Span | undefined,
  to: number,
): number | undefined => {
  const end = Math.max(words[cue[1]]!.end, source?.end ?? 0);
  let at = cue[1] + 1;
  while (at < to && words[at]!.end <= end) at += 1;
  return at < to && words[at]!.text === "," ? at : undefined;
};

/** "At her school, parents protested the funding system, which": a noun phrase right after the verb, no listener and no time. */
export const hasOwnObject = (
  { input: { words, times } }: Scene,
  verb: number,
  cue: Cue | undefined,
): boolean => {
  const next = words[verb + 1];
  if (next?.sentence !== words[verb]!.sentence || cue?.frames.has("tell") === true) return false;
  if (!/^(?:NOUN|PROPN|PRON|DET|ADJ|NUM)$/.test(next.upos) || isDay(next)) return false;
  return !times.some(({ start, end }) => start <= next.start && next.end <= end);
};
