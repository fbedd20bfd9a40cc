// Two mentions of one sentence -> how the tree joins them.
import type { Mention } from "../../model/actor.ts";
import type { Word } from "../../model/token.ts";
import type { Cast } from "./entity.ts";

/** The role of a mention's phrase; a member of a list, an apposition or a part of a name has that of the whole. */
export const roleOf = (cast: Cast, mention: Mention): string => {
  const word = topOf(cast.words, mention.head);
  if (word.relation === "nmod:poss") return "poss";
  const base = word.relation.replace(/:.*/, "");
  return /^(?:nsubj|obj|iobj|obl|nmod)$/.test(base) ? base : "other";
};

const topOf = (words: readonly Word[], at: number): Word => {
  let word = words[at]!;
  for (
    let count = 0;
    count < 4 && /^(?:conj|appos|flat|compound)/.test(word.relation) && word.head >= 0;
    count++
  )
    word = words[word.head]!;
  return word;
};

/**
 * How many other subjects stand between the pronoun's clause and the verb whose subject the mention is
 * ("Novak said that he …": 0); -1 where the pronoun doesn't hang on that verb.
 */
export const governs = (cast: Cast, mention: Mention, pronoun: Mention): number => {
  const subject = cast.words[mention.head]!;
  if (!subject.relation.startsWith("nsubj")) return -1;
  let word = cast.words[pronoun.head]!;
  let between = 0;
  for (let count = 0; count < 12 && word.head >= 0; count++) {
    if (word.head === subject.head) return between;
    const verb = cast.words[word.head]!;
    const own = verb.children.some(
      (child) => cast.words[child]!.relation.startsWith("nsubj") && child !== pronoun.head,
    );
    if (own) between += 1;
    word = verb;
  }
  return -1;
};

const deepest = 24;

/**
 * The relations by which the two branches leave the word that both hang on: "coached Alvarez to pretend he …" is obj and
 * xcomp; `self` where one hangs on the other. Undefined where the tree does not join them.
 */
export const pathBetween = (
  cast: Cast,
  mention: number,
  pronoun: number,
): { mention: string; pronoun: string } | undefined => {
  const above = new Map<number, string>();
  let below = "self";
  let at = topOf(cast.words, mention).index;
  for (let count = 0; count < deepest && at >= 0; count++) {
    above.set(at, below);
    below = relationOf(cast.words[at]!);
    at = cast.words[at]!.head;
  }
  below = "self";
  at = pronoun;
  for (let count = 0; count < deepest && at >= 0; count++) {
    const found = above.get(at);
    if (found !== undefined) return { mention: found, pronoun: below };
    below = relationOf(cast.words[at]!);
    at = cast.words[at]!.head;
  }
  return undefined;
};

const relationOf = ({ relation }: Word): string =>
  /^(?:nmod:poss|acl:relcl|nsubj:pass)$/.test(relation) ? relation : relation.replace(/:.*/, "");
