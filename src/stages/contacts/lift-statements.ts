// A statement's content that runs on over what its speaker did next -> where it ends, and what is told beside it.

import type { Statement } from "../../model/statement.ts";
import type { Word } from "../../model/token.ts";
import { wordsIn } from "./cut-content.ts";
import type { Frame } from "./frames.ts";

type Words = readonly Word[];

/**
 * "He emphasized the role that China must play, and expressed his concern at the support": what was emphasized ends
 * before "and expressed", wherever the tree hangs it. Gives the frame cut short, and the statements that stand beside it.
 */
export const liftStatements = (
  words: Words,
  { statement, contents }: Frame,
  nested: readonly Statement[],
): { contents: Frame["contents"]; beside: Statement[] } => {
  const own = cueOf(words, statement);
  const beside = nested.filter((one) => {
    const cue = cueOf(words, one);
    return own !== undefined && cue !== undefined && words[own]!.xpos === "VBD" && isNext(words, cue);
  });
  const ends = beside.map((one) => words[conjunctionOf(words, cueOf(words, one)!)]!.start);
  return {
    contents: contents
      .map((content) => ({ ...content, end: Math.min(content.end, ...ends) }))
      .filter(({ start, end }) => start < end),
    beside,
  };
};

const cueOf = (words: Words, { cue, cueWord }: Statement): number | undefined =>
  cueWord ?? (cue && wordsIn(words, cue)[0]);

/** ", and further expressed": a past tense right behind the conjunction. */
const isNext = (words: Words, cue: number): boolean => {
  const verb = /^(NOUN|ADJ)$/.test(words[cue]!.upos) ? words[cue]!.head : cue;
  return words[verb]?.xpos === "VBD" && conjunctionOf(words, verb) < verb;
};

/** The conjunction, or the comma before it, that the verb stands behind; the verb where it stands behind none. */
const conjunctionOf = (words: Words, cue: number): number => {
  const verb = /^(NOUN|ADJ)$/.test(words[cue]!.upos) ? words[cue]!.head : cue;
  let at = verb - 1;
  while (at > verb - 3 && words[at]?.upos === "ADV") at -= 1;
  if (!/^and$/i.test(words[at]?.text ?? "")) return verb;
  return words[at - 1]?.text === "," ? at - 1 : at;
};
