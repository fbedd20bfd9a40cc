// A statement in the making -> its context: who speaks, to whom, through which medium.

import type { Actor, Mention } from "../../../model/actor.ts";
import type { Span } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";
import { childrenBy } from "../../../model/tree.ts";
import { antecedentOf } from "../speakers/own-subject.ts";
import { type ActorsAt, issuersOf } from "./issuers.ts";

type Words = readonly Word[];

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

/** "The Secretary and Foreign Minister Bourita": the list that a source ends with, where the tree takes it for one name. */
export const listedIn = (
  text: string,
  source: Span,
  mentions: readonly Mention[],
  actors: readonly Actor[],
): { readonly whole: boolean; readonly actors: readonly number[] } => {
  const inside = mentions.filter(({ start, end }) => start >= source.start && end <= source.end);
  const outer = inside.filter(
    (one) => !inside.some((other) => other !== one && other.start <= one.start && one.end <= other.end),
  );
  const list: Mention[] = [];
  for (let next = source.end, at = outer.length - 1; at >= 0; at -= 1) {
    const between = text.slice(outer[at]!.end, next);
    if (!(list.length === 0 ? between === "" : /^(?:,? and |, )(?:the )?$/.test(between))) break;
    list.unshift(outer[at]!);
    next = outer[at]!.start;
  }
  const first = list[0];
  const named = list.map(({ index }) => actors.filter((actor) => actor.mentions.includes(index)));
  const joined = first && / and /.test(text.slice(first.end, list.at(-1)!.start));
  if (!joined || named.some((one) => one.length === 0)) return { whole: false, actors: [] };
  const whole = /^(?:the )?$/i.test(text.slice(source.start, first.start));
  return { whole, actors: named.flat().map(({ index }) => index) };
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
    for (const actor of named.length > 0 ? named : issuersOf(words, next, at)) found.add(actor);
    for (const child of childrenBy(words, next, "conj")) queue.push(child.index);
    // "its allies Niger and Burkina Faso": those that a list beside the noun names.
    if (own.length === 0)
      for (const child of childrenBy(words, next, "appos"))
        for (const more of childrenBy(words, child.index, "conj")) queue.push(more.index);
  }
  return [...found].sort((a, b) => a - b);
};
