// A noun that tells of a contact -> whether it may point back to one told of before, or is only what another one was about.
import type { Standing } from "../../../clause/factuality.ts";
import type { Word } from "../../../model/token.ts";

/** A noun with `the`, `this`, `their` or nothing points back; one with `a`, `any`, `another` or `no` does not. */
export const pointsBack = (words: readonly Word[], index: number): boolean =>
  !words[index]!.children.some((child) => {
    const part = words[child]!;
    return part.relation === "det" && /^(a|an|any|another|no|some|every|each)$/i.test(part.text);
  });

/** Rules of verbs that tell what was spoken of. */
export const isMatter = /^(?:discuss|raise|take_up|bring_up|broach|go_over|review|exchange\b.*)\/V$/;

/**
 * "They exchanged views on the preparations for the talks in Istanbul": what is to come and was spoken of (by the rule
 * `before` it in its sentence) is somebody else's, unless it is "theirs".
 */
export const isTalkedOf = (
  words: readonly Word[],
  { rule, standing, word }: { readonly rule: string; readonly standing: Standing; readonly word: number },
  before: string | undefined,
): boolean =>
  rule.endsWith("/N") &&
  standing === "future" &&
  before !== undefined &&
  isMatter.test(before) &&
  !words[word]!.children.some((child) => words[child]!.relation === "nmod:poss");
