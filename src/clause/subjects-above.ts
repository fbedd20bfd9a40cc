// A word in its tree -> the subjects of the clauses that hold its own: "The [ministers] will decide when they meet".
import type { Word } from "../model/token.ts";

/** Subjects that stand before the word, the nearest clause first; without that of the word's own verb. */
export const subjectsAbove = (words: readonly Word[], index: number): number[] => {
  const found: number[] = [];
  let at = words[index]!.head;
  for (let step = 0; step < 8 && at >= 0; step += 1) {
    at = words[at]!.head;
    const subject = words[at]?.children.find((child) => /^nsubj/.test(words[child]!.relation));
    if (subject !== undefined && subject < index) found.push(subject);
  }
  return found;
};
