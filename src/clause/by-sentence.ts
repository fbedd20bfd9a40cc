// Words -> the words of any one sentence, found without looking through the rest.
import type { Word } from "../model/token.ts";

/** Makes a function from a sentence's index to its words; build it once a document. */
export const wordsBySentence = (words: readonly Word[]): ((sentence: number) => readonly Word[]) => {
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  for (const { index, sentence } of words) {
    if (!starts.has(sentence)) starts.set(sentence, index);
    ends.set(sentence, index + 1);
  }
  return (sentence) => words.slice(starts.get(sentence) ?? 0, ends.get(sentence) ?? 0);
};
