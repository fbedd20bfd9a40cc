// A noun that tells of a contact -> whether it may point back to one told of before.
import type { Word } from "../../model/token.ts";

/** A noun with `the`, `this`, `their` or nothing points back; one with `a`, `any`, `another` or `no` does not. */
export const pointsBack = (words: readonly Word[], index: number): boolean =>
  !words[index]!.children.some((child) => {
    const part = words[child]!;
    return part.relation === "det" && /^(a|an|any|another|no|some|every|each)$/i.test(part.text);
  });
