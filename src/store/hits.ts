// A query + a text that answers it -> the sentences with its words, and where in them the words stand.
import { toPoints } from "../record/code-points.ts";
import { passagesOf } from "../record/passages.ts";
import type { RecordSpan } from "../record/schema.ts";
import { parseQuery } from "./query.ts";

/** A sentence with words of a query; offsets of `marks` too are code points of the whole text. */
export type Hit = RecordSpan & {
  readonly marks: readonly { readonly start: number; readonly end: number }[];
};

type Term = { readonly words: readonly string[]; readonly prefix: boolean };
/** Of a longer text only the beginning is looked through. */
const longest = 200_000;

/** The sentences that hold most of the query's words, `most` of them, in the order of the text. */
export const hitsOf = (text: string, query: string, most = 3): Hit[] => {
  const terms = [...parseQuery(query).match.matchAll(/"([^"]+)"( \*)?/g)].map(
    ([, words = "", prefix]): Term => ({ words: words.split(" "), prefix: prefix !== undefined }),
  );
  const head = text.slice(0, longest);
  const marks = marksOf(head, terms);
  return passagesOf(
    marks.map(({ start, end }) => ({ start, end, text: "" })),
    head,
  )
    .map((passage) => ({
      passage,
      marks: marks.filter(({ start, end }) => passage.start <= start && end <= passage.end),
    }))
    .sort((a, b) => kinds(b.marks) - kinds(a.marks) || a.passage.start - b.passage.start)
    .slice(0, most)
    .sort((a, b) => a.passage.start - b.passage.start)
    .map((one) => ({ ...one.passage, marks: one.marks.map(({ start, end }) => ({ start, end })) }));
};

type Mark = { readonly start: number; readonly end: number; readonly term: number };
const kinds = (marks: readonly Mark[]): number => new Set(marks.map(({ term }) => term)).size;

const marksOf = (text: string, terms: readonly Term[]): Mark[] => {
  const pointOf = toPoints(text);
  const tokens = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    word: folded(word),
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
      if (!holds || marks.length >= 200) continue;
      marks.push({ start: pointOf(token.start), end: pointOf(tokens[at + last]!.end), term });
    }
  return marks;
};

const folded = (word: string): string =>
  /^[\x20-\x7f]*$/.test(word)
    ? word.toLowerCase()
    : word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
