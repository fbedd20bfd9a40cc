// Word indexes -> spans: how far a source or a content reaches, with the quotation marks that belong to it.
import type { Quotation } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import type { Word } from "../../model/token.ts";
import { baseRelation, subtree } from "../../model/tree.ts";

type Words = readonly Word[];

/** The name of a speaker: the word with all that it governs, but without what merely comments on it. */
export const sourceSpan = (
  words: Words,
  head: number,
  quotations: readonly Quotation[],
): Span | undefined => {
  const inside = quotationOf(words[head]!, quotations);
  const phrase = subtree(words, head, (word) => {
    const relation = baseRelation(word);
    if (["case", "cc", "mark", "punct"].includes(relation) && word.head === head) return relation !== "punct";
    if (["parataxis", "advcl", "ccomp", "discourse", "dep"].includes(relation)) return true;
    if (word.relation === "acl:relcl" && afterComma(words, word)) return true;
    return inside !== quotationOf(word, quotations) && relation !== "flat" && relation !== "amod";
  });
  const run = runAround(words, phrase, head);
  return trim(words, run, () => false);
};

const afterComma = (words: Words, word: Word): boolean => {
  const first = subtree(words, word.index)[0]!;
  return /^[,(–—-]$/.test(words[first - 1]?.text ?? "") || words[first]?.text === ",";
};

/** The unbroken run of indexes that holds `head`; punctuation between may be missing from the tree's phrase. */
const runAround = (words: Words, indexes: readonly number[], head: number): number[] => {
  const at = indexes.indexOf(head);
  let first = at;
  let last = at;
  const joined = (a: number, b: number): boolean =>
    b - a === 1 || (b - a === 2 && words[a + 1]!.upos === "PUNCT");
  while (first > 0 && joined(indexes[first - 1]!, indexes[first]!)) first -= 1;
  while (last < indexes.length - 1 && joined(indexes[last]!, indexes[last + 1]!)) last += 1;
  const run: number[] = [];
  for (let index = indexes[first]!; index <= indexes[last]!; index += 1) run.push(index);
  return run;
};

/** The outermost quotation that holds the word, -1 where none does. */
const quotationOf = (word: Span, quotations: readonly Quotation[]): number => {
  const at = lastBefore(quotations, word.start);
  for (let i = at; i >= 0; i -= 1) {
    const one = quotations[i]!;
    if (one.depth === 0) return one.start <= word.start && word.end <= one.end ? one.index : -1;
  }
  return -1;
};

/** Position of the last span that starts at or before `point`, -1 where none does. `spans` are sorted by start. */
export const lastBefore = (spans: readonly Span[], point: number): number => {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start <= point) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

const trim = (words: Words, run: readonly number[], keep: (word: Word) => boolean): Span | undefined => {
  let first = 0;
  let last = run.length - 1;
  const loose = (index: number): boolean => words[index]!.upos === "PUNCT" && !keep(words[index]!);
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
  return runs.flatMap((run) => {
    const span = trim(words, run, () => false);
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
