// Spans of a text -> the passages that hold them, so that evidence can be read without its document.
import { toPoints } from "./code-points.ts";
import type { RecordSpan } from "./schema.ts";

/** Code points of context at most, on each side of a span. */
const reach = 400;

/** Sentences that hold the spans, in the order of the text; those that overlap are one. Offsets are code points. */
export const passagesOf = (
  spans: readonly { readonly start: number; readonly end: number }[],
  text: string,
): RecordSpan[] => {
  const unitOf = toUnits(text);
  const pointOf = toPoints(text);
  const sorted = spans
    .map(({ start, end }) => ({ start: unitOf(start), end: unitOf(end) }))
    .sort((a, b) => a.start - b.start);
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = joined.at(-1);
    // Most words of a long passage stand in it already.
    if (last && start >= last.start && end <= last.end) continue;
    const one = { start: opening(text, start), end: closing(text, end) };
    if (last && one.start < last.end) last.end = Math.max(last.end, one.end);
    else joined.push(one);
  }
  return joined.map(({ start, end }) => ({
    start: pointOf(start),
    end: pointOf(end),
    text: text.slice(start, end),
  }));
};

/** Where the sentence begins in which `at` stands; never within a pair of surrogates. */
const opening = (text: string, at: number): number => {
  const least = Math.max(0, at - reach);
  let start = at;
  while (start > least && !endsBefore(text, start)) start -= 1;
  while (start < at && /[\s\uDC00-\uDFFF]/.test(text[start]!)) start += 1;
  return start;
};

/** Where the sentence ends in which the words before `at` stand. */
const closing = (text: string, at: number): number => {
  const most = Math.min(text.length, at + reach);
  let end = at;
  while (end < most && text[end] !== "\n" && !(isSpace(text, end) && endsBefore(text, end))) end += 1;
  while (end > at && /[\s\uD800-\uDBFF]/.test(text[end - 1]!)) end -= 1;
  return end;
};

/** True where a sentence ends before `at`: at a line's end, or at a full stop with what closes after it, before a space. */
const endsBefore = (text: string, at: number): boolean => {
  if (text[at - 1] === "\n") return true;
  if (at < text.length && !isSpace(text, at)) return false;
  return /[.!?][”"’')\]]{0,2}$/.test(text.slice(Math.max(0, at - 3), at));
};

const isSpace = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code === 32 || (code <= 13 && code >= 9) || (code > 127 && /\s/.test(text[at]!));
};

/** The opposite of `toPoints`: code points -> UTF-16 offsets. */
const toUnits = (text: string): ((point: number) => number) => {
  if (!/[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text)) return (point) => point;
  const units: number[] = [];
  for (let unit = 0; unit < text.length; unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1)
    units.push(unit);
  return (point) => units[point] ?? text.length;
};
