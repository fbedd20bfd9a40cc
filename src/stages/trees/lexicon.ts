// A word's hashes -> its class in the tagger's lexicon.
import type { LexiconLookup } from "./encode.ts";

/** Looks the form up as it is written, then in lower case; 0 where the lexicon has neither. */
export const lookup =
  (lexicon: Int32Array): LexiconLookup =>
  (form, lower) =>
    find(lexicon, form) || find(lexicon, lower);

const find = (lexicon: Int32Array, hash: number): number => {
  const wanted = hash || 1;
  const mask = (lexicon.length >> 1) - 1;
  for (let at = wanted & mask; ; at = (at + 1) & mask) {
    const held = lexicon[2 * at]!;
    if (held === wanted) return lexicon[2 * at + 1]!;
    if (held === 0) return 0;
  }
};
