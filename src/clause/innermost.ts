// Statements -> for any word, the innermost statement that reports it.
import type { Reading } from "../model/reading.ts";
import { firstFrom } from "../model/span.ts";

/** Makes a function from a word to the statement (index) whose content holds it, the innermost of several. */
export const innermost = ({
  words,
  statements,
}: Pick<Reading, "words" | "statements">): ((index: number) => number | undefined) => {
  const held = new Map<number, number>();
  for (const { index, content } of statements)
    for (const span of content)
      for (let at = firstFrom(words, span.start); at < words.length && words[at]!.end <= span.end; at += 1)
        held.set(at, index);
  return (index) => held.get(index);
};
