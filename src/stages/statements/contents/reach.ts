// Content -> how far it really goes: parsers cut clauses short, and what follows a cue's content mostly belongs to it.

import { marker } from "../../../match/match.ts";
import type { Word } from "../../../model/token.ts";
import { baseRelation, subtree } from "../../../model/tree.ts";

type Words = readonly Word[];

/** What the cue itself governs after its content and what goes on with it. */
const goesOn = new Set([
  "xcomp",
  "ccomp",
  "advcl",
  "obl",
  "nmod",
  "acl",
  "obj",
  "dep",
  "amod",
  "appos",
  "nummod",
  "advmod",
  "flat",
  "compound",
]);
const nominal = new Set(["NOUN", "PROPN", "NUM", "PRON", "ADJ", "X", "SYM"]);

/**
 * Adds to sorted content indexes that end after the cue what follows them without a break: branches of the cue that
 * no comma parts off, and joined nouns. `apart` names branches that are not content (times, media, addressees).
 */
export const extended = (
  words: Words,
  head: number,
  indexes: readonly number[],
  apart: (word: Word) => boolean,
): number[] => {
  const last = indexes.at(-1);
  if (last === undefined || last < head) return [...indexes];
  const found = new Set(indexes);
  let end = last;
  for (let steps = 0; steps < 30; steps += 1) {
    const branch = nextBranch(words, head, end + 1, found);
    if (!branch || !belongs(words, branch, indexes, end, apart)) break;
    const more = subtree(words, branch.index).filter((index) => index > end);
    if (more.length === 0) break;
    for (const index of more) found.add(index);
    end = Math.max(end, more.at(-1)!);
  }
  return [...found].sort((a, b) => a - b);
};

/** The branch of the cue that the word at `at` stands in, if it is the cue's. */
const nextBranch = (words: Words, head: number, at: number, found: ReadonlySet<number>): Word | undefined => {
  let word = words[at];
  if (!word || word.sentence !== words[head]!.sentence) return undefined;
  for (let step = 0; step < 60 && word.head >= 0; step += 1) {
    if (word.head === head || found.has(word.head)) return word;
    word = words[word.head]!;
  }
  return undefined;
};

const belongs = (
  words: Words,
  branch: Word,
  indexes: readonly number[],
  end: number,
  apart: (word: Word) => boolean,
): boolean => {
  if (branch.upos === "PUNCT") return /^["“”'‘’)]$/.test(branch.text) && words[end + 2]?.upos !== "PUNCT";
  if (words[end]!.text === "," || apart(branch)) return false;
  const relation = baseRelation(branch);
  if (relation === "cc" || relation === "conj") {
    const joined = relation === "cc" ? words[branch.index + 1] : branch;
    return joined !== undefined && nominal.has(branch.upos) && nominal.has(words[indexes[0]!]!.upos);
  }
  if (!goesOn.has(relation)) return false;
  if (relation === "advcl")
    return ["to", "for", "that", "if", "whether", "of", "in", "on", "against", undefined].includes(
      marker(branch, words),
    );
  return true;
};
