// Mentions while they are found: they point at each other directly, and get their numbers at the end.
import type { Mention } from "../../model/actor.ts";
import type { Word } from "../../model/token.ts";
import { headOf } from "./scene.ts";

type Mutable<T> = { -readonly [key in keyof T]: T[key] };
export type Draft = Mutable<Omit<Mention, "index" | "possessor" | "apposition">> & {
  possessor?: Draft;
  apposition?: Draft;
};

type Said = Pick<Mention, "form" | "kind" | "rule"> & Partial<Omit<Draft, "form" | "kind" | "rule">>;

/** A mention over the words `from`..`last`; an 's at its start belongs to the owner and is left out. */
export const draftMention = (words: readonly Word[], from: number, last: number, said: Said): Draft => {
  const first = from < last && /^['\u2019]s$/i.test(words[from]!.text) ? from + 1 : from;
  return {
    start: words[first]!.start,
    end: words[last]!.end,
    first,
    last,
    head: headOf(words, first, last),
    titles: [],
    gender: "unknown",
    plural: false,
    ...said,
  };
};

/** Drafts in text order, outer before inner, as numbered mentions. Of two over the same words the first stays. */
export const numberMentions = (drafts: readonly Draft[]): Mention[] => {
  const sorted = [...drafts].sort((a, b) => a.start - b.start || b.end - a.end);
  const numbers = new Map<Draft, number>();
  const kept: Draft[] = [];
  for (const draft of sorted) {
    const before = kept.at(-1);
    if (before && before.start === draft.start && before.end === draft.end)
      numbers.set(draft, kept.length - 1);
    else {
      numbers.set(draft, kept.length);
      kept.push(draft);
    }
  }
  return kept.map(({ possessor, apposition, ...rest }, index) => ({
    index,
    ...rest,
    ...(possessor && numbers.has(possessor) ? { possessor: numbers.get(possessor)! } : {}),
    ...(apposition && numbers.has(apposition) ? { apposition: numbers.get(apposition)! } : {}),
  }));
};
