// A query + a text that answers it -> the sentences with its words, and where in them the words stand.
import { toPoints } from "../record/code-points.ts";
import { passagesOf } from "../record/passages.ts";
import type { RecordSpan } from "../record/schema.ts";
import { parseQuery } from "./query.ts";

/** A sentence with words of a query; offsets of `marks` too are code points of the whole text. */
export type Hit = RecordSpan & {
  readonly marks: readonly { readonly start: number; readonly end: number }[];
};

/** Words of a query, as `hitsOf` looks for them. */
export type Terms = readonly { readonly words: readonly string[]; readonly prefix: boolean }[];
type Mark = { readonly start: number; readonly end: number; readonly term: number };

/** Of a longer text only the beginning is looked through, and so many words are marked. */
const longest = 200_000;
const mostMarks = 200;

/** The words that a query looks for. Throws StoreError. */
export const termsOf = (query: string): Terms =>
  [...parseQuery(query).match.matchAll(/"([^"]+)"( \*)?/g)].map(([, words = "", prefix]) => ({
    words: words.split(" "),
    prefix: prefix !== undefined,
  }));

/** The sentences that hold most of the terms, `most` of them, in the order of the text. */
export const hitsOf = (text: string, terms: Terms, most = 3): Hit[] => {
  const head = text.slice(0, longest);
  const pointOf = toPoints(head);
  const marks = marksOf(head, terms).map(({ start, end, term }) => ({
    start: pointOf(start),
    end: pointOf(end),
    term,
  }));
  return passagesOf(marks, head)
    .map((passage) => ({
      passage,
      marks: marks.filter(({ start, end }) => passage.start <= start && end <= passage.end),
    }))
    .sort((a, b) => kinds(b.marks) - kinds(a.marks) || a.passage.start - b.passage.start)
    .slice(0, most)
    .sort((a, b) => a.passage.start - b.passage.start)
    .map((one) => ({ ...one.passage, marks: one.marks.map(({ start, end }) => ({ start, end })) }));
};

const kinds = (marks: readonly Mark[]): number => new Set(marks.map(({ term }) => term)).size;

/** Where the terms stand, in UTF-16 offsets, in the order of the text. */
const marksOf = (text: string, terms: Terms): Mark[] => {
  // Letters that may be folded to others are met word by word; all else is found at once.
  const plain = /^[\0-\x7f\u2010-\u203a]*$/.test(text);
  const marks = plain ? marksInPlain(text.toLowerCase(), terms) : marksAmongWords(text, terms);
  return marks.sort((a, b) => a.start - b.start || a.end - b.end).slice(0, mostMarks);
};

const marksInPlain = (text: string, terms: Terms): Mark[] =>
  terms.flatMap(({ words, prefix }, term) => {
    const pattern = new RegExp(
      `(?<![a-z0-9])${words.join("[^a-z0-9]+")}${prefix ? "[a-z0-9]*" : "(?![a-z0-9])"}`,
      "g",
    );
    const marks: Mark[] = [];
    for (const { index, 0: found } of text.matchAll(pattern)) {
      marks.push({ start: index, end: index + found.length, term });
      if (marks.length >= mostMarks) break;
    }
    return marks;
  });

const marksAmongWords = (text: string, terms: Terms): Mark[] => {
  const tokens = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    word: word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(),
    start: index,
    end: index + word.length,
  }));
  const marks: Mark[] = [];
  for (const [at, token] of tokens.entries())
    for (const [term, { words, prefix }] of terms.entries()) {
      const last = words.length - 1;
      const holds = words.every((word, next) => {
        const found = tokens[at + next]?.word ?? "";
        return prefix && next === last ? found.startsWith(word) : found === word;
      });
      if (holds) marks.push({ start: token.start, end: tokens[at + last]!.end, term });
      if (marks.length >= mostMarks) return marks;
    }
  return marks;
};
