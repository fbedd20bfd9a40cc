// The content of a statement -> its parts: sentences, listed clauses and phrases, and what follows "including".
import { markerOf } from "../../clause/arguments.ts";
import type { Span } from "../../model/span.ts";
import type { Word } from "../../model/token.ts";
import { baseRelation, subtree } from "../../model/tree.ts";

/** A part of a content: the word that heads it, its first and last word, and its stretch of text. */
export type Part = {
  readonly head: number;
  readonly first: number;
  readonly last: number;
  readonly span: Span;
};

type Words = readonly Word[];

/** Parts in text order; a content that lists nothing is one part. */
export const cutContent = (words: Words, content: Span): Part[] => {
  const inside = wordsIn(words, content);
  const first = inside[0];
  const last = inside.at(-1);
  if (first === undefined || last === undefined) return [];
  const roots = inside.filter((at) => words[at]!.upos !== "PUNCT" && !isInside(words[at]!.head, first, last));
  const telling = roots.filter((root) => !loose.test(baseRelation(words[root]!)));
  const parts = (telling.length > 0 ? telling : roots)
    .flatMap((root) => cutPhrase(words, root, first, last, 0))
    .sort((a, b) => a.span.start - b.span.start);
  return joined(words, parts).flatMap((part) => cutGerunds(words, part));
};

/** "increasing X, and buying Y": gerunds in a row are parts of their own, whatever the tree makes of them. */
const cutGerunds = (words: Words, part: Part): Part[] => {
  const starts: number[] = [];
  for (let at = part.first + 1; at <= part.last; at += 1) {
    const before = words[at - 1]!;
    const comma = before.text === "," || (before.lemma === "and" && words[at - 2]?.text === ",");
    if (comma && isGerund(words[at]!)) starts.push(at);
  }
  if (starts.length === 0 || !(isGerund(words[part.first]!) || starts.length > 1)) return [part];
  return [part.first, ...starts].map((from, index) => {
    let last = index === starts.length ? part.last : starts[index]! - 1;
    while (last > from && /^(,|and)$/i.test(words[last]!.text)) last -= 1;
    return {
      head: index === 0 ? part.head : from,
      first: from,
      last,
      span: { start: words[from]!.start, end: words[last]!.end },
    };
  });
};

const isGerund = (word: Word): boolean => word.xpos === "VBG" && word.upos === "VERB";

const loose = /^(cc|mark|case|punct|det|discourse|advmod|aux|expl)$/;

/** "the importance of relations" and "across the globe" hang on the same cue: one part. */
const joined = (words: Words, parts: readonly Part[]): Part[] => {
  const found: Part[] = [];
  for (const part of parts) {
    const before = found.at(-1);
    const word = words[part.head]!;
    const beside =
      before !== undefined &&
      word.head === words[before.head]!.head &&
      /^(obl|nmod|advmod)$/.test(baseRelation(word));
    if (beside && part.first === before.last + 1 + marks(words, before.last + 1, part.first))
      found[found.length - 1] = {
        ...before,
        last: part.last,
        span: { start: before.span.start, end: part.span.end },
      };
    else found.push(part);
  }
  return found;
};

/** Case words between two parts. */
const marks = (words: Words, from: number, to: number): number => {
  let count = 0;
  for (let at = from; at < to && /^(case|mark)$/.test(words[at]!.relation); at += 1) count += 1;
  return count;
};

const wordsIn = (words: Words, span: Span): number[] => {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.start < span.start) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let at = low; at < words.length && words[at]!.end <= span.end; at += 1) found.push(at);
  return found;
};

const isInside = (at: number, first: number, last: number): boolean => at >= first && at <= last;

const cutPhrase = (words: Words, root: number, first: number, last: number, depth: number): Part[] => {
  const split = depth > 6 ? [] : branches(words, root, root, 0).filter((at) => isInside(at, first, last));
  const own = subtree(words, root, (word) => split.includes(word.index)).filter((at) =>
    isInside(at, first, last),
  );
  const parts = split.flatMap((at) => cutPhrase(words, at, first, last, depth + 1));
  const bare = trimmed(words, own);
  if (bare.length === 0) return parts;
  const [from, to] = [bare[0]!, bare.at(-1)!];
  return [
    { head: root, first: from, last: to, span: { start: words[from]!.start, end: words[to]!.end } },
    ...parts,
  ];
};

/** Where the phrase is cut: items listed with it, and the items of an "including …". */
const branches = (words: Words, root: number, at: number, depth: number): number[] =>
  words[at]!.children.flatMap((child) => {
    const word = words[child]!;
    const relation = baseRelation(word);
    if (at === root && relation === "conj")
      return isWeighty(words, child) && isWeighty(words, root) ? [child] : [];
    if (at === root && relation === "parataxis" && word.upos === "VERB") return [child];
    if (isIncluding(words, child)) return [child];
    if (word.lemma.toLowerCase() === "include" && word.upos === "VERB" && relation !== "conj" && depth < 3)
      return word.children.filter((part) => /^(obj|ccomp|xcomp|obl)$/.test(baseRelation(words[part]!)));
    return depth < 3 && /^(obj|obl|nmod|acl|advcl|ccomp|xcomp)$/.test(relation)
      ? branches(words, root, child, depth + 1)
      : [];
  });

const isIncluding = (words: Words, index: number): boolean => markerOf(words, index) === "including";

/** A clause, or a phrase of more than two words: single words in a list stay together. */
const isWeighty = (words: Words, index: number): boolean =>
  words[index]!.upos === "VERB" ||
  words[index]!.children.filter((child) => !/^(cc|punct|conj|det|case)$/.test(words[child]!.relation))
    .length > 0;

/** Without the commas, conjunctions and markers at either end. */
const trimmed = (words: Words, own: readonly number[]): number[] => {
  const loose = (at: number) => /^(cc|punct|mark|case)$/.test(words[at]!.relation);
  let from = 0;
  let to = own.length;
  while (from < to && loose(own[from]!)) from += 1;
  while (to > from && loose(own[to - 1]!)) to -= 1;
  return own.slice(from, to);
};
