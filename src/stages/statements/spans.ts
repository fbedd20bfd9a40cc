// Word indexes -> content spans, with the quotation marks that belong to them.
import type { Quotation } from "../../model/sentence.ts";
import { lastBefore, type Span } from "../../model/span.ts";
import type { Word } from "../../model/token.ts";

type Words = readonly Word[];

/** The outermost quotation that holds the word, -1 where none does. */
export const quotationOf = (word: Span, quotations: readonly Quotation[]): number => {
  const at = lastBefore(quotations, word.start);
  for (let i = at; i >= 0; i -= 1) {
    const one = quotations[i]!;
    if (one.depth === 0) return one.start <= word.start && word.end <= one.end ? one.index : -1;
  }
  return -1;
};

/** The innermost quotation that holds the word, -1 where none does. */
export const innermostOf = (word: Span, quotations: readonly Quotation[]): number => {
  for (let at = lastBefore(quotations, word.start); at >= 0; at -= 1) {
    const one = quotations[at]!;
    if (word.end <= one.end) return one.index;
    if (one.depth === 0) return -1;
  }
  return -1;
};

/** Span of a run of words, without punctuation at its ends but for brackets. */
export const trim = (words: Words, run: readonly number[]): Span | undefined => {
  let first = 0;
  let last = run.length - 1;
  const loose = (index: number): boolean => words[index]!.upos === "PUNCT";
  while (first <= last && loose(run[first]!) && words[run[first]!]!.text !== "(") first += 1;
  while (last >= first && loose(run[last]!) && words[run[last]!]!.text !== ")") last -= 1;
  if (first > last) return undefined;
  return { start: words[run[first]!]!.start, end: words[run[last]!]!.end };
};

/** Sorted word indexes as content spans: parted where words lie between, loose punctuation off, quotation marks on. */
export const contentSpans = (
  words: Words,
  indexes: readonly number[],
  quotations: readonly Quotation[],
): Span[] => {
  const runs: number[][] = [];
  for (const index of indexes) {
    const open = runs.at(-1);
    const before = open?.at(-1);
    if (open && before !== undefined && onlyMarks(words, before, index)) {
      for (let at = before + 1; at <= index; at += 1) open.push(at);
    } else runs.push([index]);
  }
  // "…, without": a word that only opened what was left out.
  const whole = runs.filter(
    (run) =>
      runs.length === 1 ||
      run.some(
        (at) => /^that$/i.test(words[at]!.text) || !/^(?:PUNCT|ADP|SCONJ|CCONJ)$/.test(words[at]!.upos),
      ),
  );
  return whole.flatMap((run) => {
    const span = trim(words, run);
    return span ? [withMarks(span, words, run, quotations)] : [];
  });
};

const onlyMarks = (words: Words, before: number, index: number): boolean => {
  for (let at = before + 1; at < index; at += 1) if (words[at]!.upos !== "PUNCT") return false;
  return index - before < 4;
};

/** Takes in the marks of a quotation that opens or ends with the span, and the stop before a closing mark. */
const withMarks = (
  span: Span,
  words: Words,
  run: readonly number[],
  quotations: readonly Quotation[],
): Span => {
  let { start, end } = span;
  const next = words[run.at(-1)! + 1];
  for (let at = lastBefore(quotations, end); at >= 0; at -= 1) {
    const one = quotations[at]!;
    if (one.depth === 0 && one.end <= start) break;
    if (one.inner.start === start && one.end <= end + 4) start = one.start;
    const closing = one.start >= start && one.start < end && one.end > end && one.end - end <= 4;
    if (closing && (next === undefined || next.start >= one.end || next.upos === "PUNCT")) end = one.end;
  }
  return { start, end };
};

/** First and last word inside a span, undefined where there is none. `words` are sorted by start. */
export const wordsIn = (words: Words, span: Span): [number, number] | undefined => {
  let first = lastBefore(words, span.start - 1) + 1;
  if (words[first - 1] && words[first - 1]!.start >= span.start) first -= 1;
  const last = lastBefore(words, span.end - 1);
  return first <= last ? [first, last] : undefined;
};

/** Word indexes from `first` to `last`, none where `last` comes before. */
export const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
