// A time in its tree -> the predicates that it belongs to.
import type { Time } from "../model/time.ts";
import type { Word } from "../model/token.ts";
import { baseRelation } from "../model/tree.ts";

/** A time with the predicates that it hangs on, nearest first. */
export type Hosted = { readonly time: Time; readonly on: readonly number[] };

/** How far a climb goes: real clauses are shallow, and hostile ones must not cost more than that. */
const limit = 30;

/** The word and those above it, itself first, `limit` at most. */
export const climb = (words: readonly Word[], index: number): Word[] => {
  const path: Word[] = [];
  for (let at = index; at >= 0 && path.length < limit; at = words[at]!.head) path.push(words[at]!);
  return path;
};

/** Relations that lead from a word up to the predicate of the same clause. */
const inside = new Set(
  "obl advmod nmod nummod amod compound flat appos case det obj iobj nsubj fixed dep unmarked acl aux cop mark discourse dislocated list goeswith orphan vocative expl punct cc".split(
    " ",
  ),
);

/**
 * The predicates that a time hangs on. It climbs through its clause and stops at the clause's edge; a verb right
 * before it ("said Monday") comes first, and one that a fronted time opens ("Earlier Sunday, protesters prayed") last,
 * whatever the tree makes of them.
 */
export const hostsOf = (words: readonly Word[], time: Time): number[] => {
  let at = time.last;
  for (let step = time.first; step <= time.last + 1 && at >= time.first && at <= time.last; step += 1)
    at = words[at]!.head;
  const found = new Set<number>();
  const before = verbBefore(words, time);
  if (before !== undefined) found.add(before);
  for (const word of at < 0 ? [] : climb(words, at)) {
    found.add(word.index);
    if (!inside.has(baseRelation(word)) || word.upos === "VERB" || word.upos === "AUX") break;
    // "who was in Israel two weeks ago, said": what is told of somebody without a verb is a clause, too.
    if (word.relation === "acl:relcl") break;
  }
  if (isFronted(words, time)) {
    const root = climb(words, time.first).at(-1)!.index;
    if (root < time.first || root > time.last) found.add(root);
    const after = verbAfter(words, time);
    if (after !== undefined) found.add(after);
  }
  return [...found];
};

const verbBefore = (words: readonly Word[], time: Time): number | undefined => {
  const preposition = words[time.first - 1];
  const before = preposition?.upos === "ADP" ? words[time.first - 2] : preposition;
  return before?.upos === "VERB" && before.sentence === words[time.first]!.sentence
    ? before.index
    : undefined;
};

const verbAfter = (words: readonly Word[], time: Time): number | undefined => {
  const { sentence } = words[time.first]!;
  for (let at = time.last + 1; at < time.last + limit && words[at]?.sentence === sentence; at += 1)
    if (words[at]!.upos === "VERB") return at;
  return undefined;
};

/** True where the time stands within the first three words of its sentence, and no quotation opens there. */
const isFronted = (words: readonly Word[], time: Time): boolean => {
  const { sentence } = words[time.first]!;
  const before = words
    .slice(Math.max(0, time.first - 3), time.first + 1)
    .filter((one) => one.sentence === sentence);
  return before.length < 4 && !before.some((one) => /["\u201c\u00ab\u201e]|``/.test(one.text));
};
