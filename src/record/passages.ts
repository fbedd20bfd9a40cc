// Spans of a text -> the passages that hold them, so that evidence can be read without its document.
import { toPoints } from "./code-points.ts";
import type { RecordSpan } from "./schema.ts";

/** The end of a sentence or a line; good enough to show words in their surroundings. */
const ends = /[.!?][”"’')\]]{0,2}(?=\s)|\n/g;
/** Code points of context at most, on each side of a span. */
const reach = 400;

/** Sentences that hold the spans, in the order of the text; those that overlap are one. Offsets are code points. */
export const passagesOf = (spans: readonly RecordSpan[], text: string): RecordSpan[] => {
  if (spans.length === 0) return [];
  const pointOf = toPoints(text);
  const cuts = [0];
  for (const { index, 0: sign } of text.matchAll(ends)) cuts.push(pointOf(index + sign.length));
  const letters = [...text];
  cuts.push(letters.length);
  const around = spans
    .map(({ start, end }) => ({
      start: Math.max(cuts.findLast((cut) => cut <= start) ?? 0, start - reach),
      end: Math.min(cuts.find((cut) => cut >= end) ?? letters.length, end + reach),
    }))
    .sort((a, b) => a.start - b.start);
  const joined: { start: number; end: number }[] = [];
  for (const one of around) {
    const last = joined.at(-1);
    if (last && one.start < last.end) last.end = Math.max(last.end, one.end);
    else joined.push({ ...one });
  }
  return joined.map(({ start, end }) => {
    while (start < end && /\s/.test(letters[start]!)) start += 1;
    while (end > start && /\s/.test(letters[end - 1]!)) end -= 1;
    return { start, end, text: letters.slice(start, end).join("") };
  });
};
