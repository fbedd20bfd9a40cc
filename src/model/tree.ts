// Walks over dependency trees. `words` is always the whole document's layer, indexes are document-wide.
import type { Span } from "./span.ts";
import type { Word } from "./token.ts";

type Words = readonly Word[];

/** The relation without its subtype: `nsubj` of `nsubj:pass`. */
export const baseRelation = (word: Word): string => {
  const colon = word.relation.indexOf(":");
  return colon < 0 ? word.relation : word.relation.slice(0, colon);
};

/** The first child with one of these relations; a bare name matches its subtypes too. */
export const childBy = (words: Words, index: number, ...relations: string[]): Word | undefined => {
  for (const child of words[index]?.children ?? []) {
    const word = words[child]!;
    if (relations.includes(word.relation) || relations.includes(baseRelation(word))) return word;
  }
  return undefined;
};

/** All children with one of these relations; a bare name matches its subtypes too. */
export const childrenBy = (words: Words, index: number, ...relations: string[]): Word[] =>
  (words[index]?.children ?? [])
    .map((child) => words[child]!)
    .filter((word) => relations.includes(word.relation) || relations.includes(baseRelation(word)));

/** Indexes of the word and of all that it governs, in text order, leaving out branches that `skip` names. */
export const subtree = (words: Words, index: number, skip?: (word: Word) => boolean): number[] => {
  const found: number[] = [];
  const stack = [index];
  while (stack.length > 0) {
    const at = stack.pop()!;
    found.push(at);
    for (const child of words[at]?.children ?? []) if (!skip?.(words[child]!)) stack.push(child);
  }
  return found.sort((a, b) => a - b);
};

/** Runs of neighbouring words as spans: a discontinuous set of indexes gives several. */
export const spansOf = (words: Words, indexes: readonly number[]): Span[] => {
  const spans: { start: number; end: number }[] = [];
  let last = -2;
  for (const index of indexes) {
    const word = words[index]!;
    const open = spans.at(-1);
    if (open && index === last + 1) open.end = word.end;
    else spans.push({ start: word.start, end: word.end });
    last = index;
  }
  return spans;
};

/** The value of one UD feature (`Tense`), if the word has it. */
export const feature = (word: Word, name: string): string | undefined => {
  for (const pair of word.features.split("|"))
    if (pair.startsWith(`${name}=`)) return pair.slice(name.length + 1);
  return undefined;
};
