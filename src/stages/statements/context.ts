// A statement in the making -> its context: who speaks, to whom, through which medium.

import type { Actor, Mention } from "../../model/actor.ts";
import type { Span } from "../../model/span.ts";
import type { Medium, MediumKind } from "../../model/statement.ts";
import type { Word } from "../../model/token.ts";
import { baseRelation, childrenBy, subtree } from "../../model/tree.ts";
import type { Scene } from "./draft.ts";
import { sourceSpan } from "./source.ts";
import { antecedentOf, caseOf } from "./speaker.ts";

type Words = readonly Word[];

/** Looks up the actors that a word stands for. Built once a document. */
export type ActorsAt = (word: number) => number[];

/** Makes the look-up: the mention headed by the word, else the smallest that covers it. */
export const actorsAt = (mentions: readonly Mention[], actors: readonly Actor[]): ActorsAt => {
  const byMention = new Map<number, number[]>();
  for (const actor of actors)
    for (const mention of actor.mentions)
      byMention.set(mention, [...(byMention.get(mention) ?? []), actor.index]);
  const byWord = new Map<number, Mention>();
  const better = (a: Mention, b: Mention | undefined, word: number): boolean =>
    !b || (a.head === word && b.head !== word) || (b.head !== word && a.last - a.first < b.last - b.first);
  for (const mention of mentions)
    for (let word = mention.first; word <= mention.last; word += 1)
      if (better(mention, byWord.get(word), word)) byWord.set(word, mention);
  return (word) => byMention.get(byWord.get(word)?.index ?? -1) ?? [];
};

/** The actors that a noun phrase names: its head and all that are joined to it by "and". */
export const actorsOf = (words: Words, head: number, at: ActorsAt): number[] => {
  const found = new Set<number>();
  const queue = [antecedentOf(words, head)];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const own = at(next);
    const named =
      own.length > 0
        ? own
        : childrenBy(words, next, "appos", "flat", "compound").flatMap((child) => at(child.index));
    for (const actor of named) found.add(actor);
    for (const child of childrenBy(words, next, "conj")) queue.push(child.index);
  }
  return [...found].sort((a, b) => a - b);
};

const carriers = new Set(["in", "on", "during", "at", "by", "via", "through", "over", "from"]);

/** The medium that the cue's clause names: "in a statement", "on social media", "in an interview with ABC". */
export const mediumOf = (scene: Scene, head: number): Medium | undefined => {
  const { words, quotations } = scene.input;
  const clause = [head];
  const word = words[head]!;
  if (word.head >= 0 && ["conj", "xcomp", "advcl", "parataxis"].includes(baseRelation(word)))
    clause.push(word.head);
  for (const at of clause)
    for (const child of childrenBy(words, at, "obl", "nmod", "advmod", "obj")) {
      const kind = kindOf(scene, child);
      if (!kind || (at !== head && child.index > head)) continue;
      const isObject = baseRelation(child) === "obj";
      if (isObject ? kind !== "statement" && kind !== "letter" : !carriers.has(caseOf(words, child)))
        continue;
      const span = sourceSpan(words, child.index, quotations);
      if (!span) continue;
      const name = nameOf(scene, child);
      return { kind, ...(name === undefined ? {} : { name }), span };
    }
  const own = verbs.get(word.lemma);
  return own ? { kind: own, span: { start: word.start, end: word.end } } : undefined;
};

const verbs = new Map<string, MediumKind>([
  ["tweet", "social-media"],
  ["retweet", "social-media"],
  ["post", "social-media"],
  ["blog", "social-media"],
]);

const kindOf = ({ input: { words }, language: { media } }: Scene, word: Word): MediumKind | undefined => {
  const own = media.get(word.lemma) ?? media.get(word.text);
  if (word.lemma === "conversation" || word.lemma === "message") return own;
  for (const child of word.children) {
    const kind = words[child]!.relation === "compound" ? media.get(words[child]!.lemma) : undefined;
    if (kind && own && ["call", "social-media", "broadcast"].includes(kind))
      return own === "interview" ? own : kind;
  }
  return own;
};

/** The name of the outlet or service: "ABC" of "an interview with ABC", "Twitter" of "on Twitter". */
const nameOf = ({ input: { words, document } }: Scene, word: Word): string | undefined => {
  const textOf = (span: Span) => document.text.slice(span.start, span.end);
  if (word.upos === "PROPN") return textOf(word);
  for (const child of childrenBy(words, word.index, "nmod", "compound"))
    if (
      child.upos === "PROPN" &&
      (child.relation === "compound" || ["with", "on", "for", "to"].includes(caseOf(words, child)))
    ) {
      const phrase = subtree(
        words,
        child.index,
        (one) => baseRelation(one) === "case" || baseRelation(one) === "acl",
      );
      const names = phrase.filter((at) => words[at]!.upos === "PROPN");
      return textOf({ start: words[names[0]!]!.start, end: words[names.at(-1)!]!.end });
    }
  return undefined;
};
