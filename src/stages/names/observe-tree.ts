// One sentence's dependency tree -> codes of what a word hangs on, from which the name tagger makes features.
import type { Word } from "../../model/token.ts";
import { hash, mix } from "./hash.ts";

/** A code for each word of the sentence. */
export type TreeCodes = {
  /** Its relation, and whether parts of a flat name hang on it. */
  readonly relation: Int32Array;
  /** The lower-case word that the name it may belong to hangs on. */
  readonly governor: Int32Array;
  /** The preposition before the name it may belong to. */
  readonly preposition: Int32Array;
};

const parts = new Set(["flat", "compound", "flat:foreign", "goeswith"]);

/** Codes of one sentence; `words` are neighbours in the document, heads outside of them count as none. */
export const observeTree = (words: readonly Word[]): TreeCodes => {
  const offset = words[0]?.index ?? 0;
  const count = words.length;
  const flat = new Uint8Array(count);
  const cases = new Int32Array(count);
  const headOf = (at: number): number => {
    const head = words[at]!.head - offset;
    return head >= 0 && head < count ? head : -1;
  };
  words.forEach(({ relation, text }, at) => {
    const head = headOf(at);
    if (head < 0) return;
    if (relation === "flat") flat[head] = 1;
    if (relation === "case" && cases[head] === 0) cases[head] = hash(text.toLowerCase());
  });
  const codes = {
    relation: new Int32Array(count),
    governor: new Int32Array(count),
    preposition: new Int32Array(count),
  };
  words.forEach(({ relation }, at) => {
    // A part of a name is looked at through the name's head; two steps are enough.
    let top = at;
    for (let step = 0; step < 2 && parts.has(words[top]!.relation) && headOf(top) >= 0; step += 1)
      top = headOf(top);
    const governor = headOf(top);
    codes.relation[at] = mix(hash(relation), flat[at]!);
    codes.governor[at] = mix(
      hash(words[top]!.relation),
      governor < 0 ? 0 : hash(words[governor]!.text.toLowerCase()),
    );
    codes.preposition[at] = mix(hash(words[top]!.relation), cases[top]!);
  });
  return codes;
};
