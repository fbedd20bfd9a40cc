// Words of one sentence -> atoms: runs of letters, runs of digits, single marks. The cascade reads these, so that
// it does not depend on where a tokenizer cuts "mid-March", "8pm" or "Sept.".
import { atomPattern } from "../../language/time-pattern.ts";
import type { Word } from "../../model/token.ts";

/** One atom. `glued` is true where no space stands before it; `word` is an index into words. */
export type Atom = {
  readonly lower: string;
  readonly capital: boolean;
  readonly digit: boolean;
  readonly glued: boolean;
  readonly start: number;
  readonly end: number;
  readonly word: number;
};

/** The atoms of the words from index `first` up to `end` (not included). */
export const atomsOf = (words: readonly Word[], first: number, end: number): Atom[] => {
  const atoms: Atom[] = [];
  let last = -1;
  for (let at = first; at < end; at += 1) {
    const word = words[at]!;
    const push = (text: string, start: number): void => {
      const lower = text.toLowerCase();
      const code = text.charCodeAt(0);
      atoms.push({
        lower: lower === "\u2019" || lower === "\u2018" ? "'" : lower,
        capital: lower !== text,
        digit: code > 47 && code < 58,
        glued: start === last,
        start,
        end: start + text.length,
        word: at,
      });
      last = start + text.length;
    };
    if (/^(?:[A-Za-z]+|\d+|.)$/.test(word.text)) push(word.text, word.start);
    else for (const match of word.text.matchAll(atomPattern)) push(match[0], word.start + match.index);
  }
  return atoms;
};
