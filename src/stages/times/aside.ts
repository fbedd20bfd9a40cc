// A time in its sentence -> whether it stands beside the thread of what is told, so that "two days earlier" in a later
// sentence is counted from what was told before it.
import type { Word } from "../../model/token.ts";

const planned = /^(?:planned|scheduled|slated|due|expected|set|foreseen|envisaged|pencil+ed|originally)$/i;

/**
 * "the meeting planned for 29 April", "Lajčák, who had travelled on Monday", "had met on 3 May": what was to be, what is
 * told of somebody beside, and what had been before.
 */
export const isBeside = (words: readonly Word[], first: number): boolean => {
  const { sentence } = words[first]!;
  const verb = words[verbOf(words, first)];
  if (verb && planned.test(verb.text) && /^(?:acl|amod|ccomp|xcomp)/.test(verb.relation)) return true;
  if (isBefore(words, first) || isWho(words, first)) return true;
  if (isOf(words, first)) return true;
  const before = words.slice(Math.max(0, first - 3), first).filter((word) => word.sentence === sentence);
  return before.some(({ text }) => planned.test(text)) && /^(?:for|on)$/i.test(before.at(-1)?.text ?? "");
};

/** "the events of July 31": only which ones they were. */
const isOf = (words: readonly Word[], first: number): boolean =>
  /^of$/i.test(words[first - 1]?.text ?? "") &&
  words[first - 2]?.upos === "NOUN" &&
  !/^(?:day|morning|afternoon|evening|night|week|month|end|beginning|start|meeting|call|visit)$/i.test(
    words[first - 2]!.lemma,
  );

/** True where the verb that the time hangs on is in the pluperfect. */
export const isBefore = (words: readonly Word[], first: number): boolean =>
  words[verbOf(words, first)]?.children.some((child) => /^had$/i.test(words[child]!.text)) === true;

/** True where that verb tells of somebody beside: "Lajčák, who had travelled two days earlier". */
export const isWho = (words: readonly Word[], first: number): boolean =>
  words[verbOf(words, first)]?.children.some((child) => /^who$/i.test(words[child]!.text)) === true;

/** The verb that a time hangs on, -1 where there is none. */
const verbOf = (words: readonly Word[], first: number): number => {
  let at = words[first]!;
  for (let step = 0; step < 8 && at.head >= 0; step += 1) {
    at = words[at.head]!;
    if (at.upos === "VERB" || at.upos === "AUX") return at.index;
  }
  return -1;
};
