// models/en/words.weights -> how common a word is, and which words have one meaning.
import { LanguageError } from "./error.ts";
import { readText } from "./home.ts";

/** What is known of words beyond one text. Words are stems (src/compare/stem.ts). */
export type WordLore = {
  /** 0 to 1: how few sentences have the word; 1 for one never met. */
  readonly rarity: (stem: string) => number;
  /** 0 to 1: how far the commonest meanings of two words are one. */
  readonly alike: (a: string, b: string) => number;
};

type Entry = {
  readonly rarity: number;
  readonly own: readonly number[];
  readonly derived: readonly number[];
};

const path = "models/en/words.weights";
/** "support" and "supporter": one is made from the other. */
const derivedAlike = 0.8;

/** The code that a word has in the file: FNV-1a in 32 bits, base 36. */
export const codeOf = (stem: string): string => {
  let code = 0x811c9dc5;
  for (let at = 0; at < stem.length; at += 1) code = Math.imul(code ^ stem.charCodeAt(at), 0x01000193);
  return (code >>> 0).toString(36);
};

/** Reads the file: code, rarity in hundredths, meanings and meanings of derived words. Throws LanguageError with the line. */
export const loadWordLore = (): WordLore => {
  const entries = new Map<string, Entry>();
  readText(path)
    .split("\n")
    .forEach((line, at) => {
      if (line === "" || line.startsWith("#")) return;
      const [code = "", rarity = "", own = "", derived = ""] = line.split("\t");
      if (!/^\d+$/.test(rarity))
        throw new LanguageError(path, at + 1, `found "${line}", expected code and rarity`);
      entries.set(code, { rarity: Number(rarity) / 100, own: numbers(own), derived: numbers(derived) });
    });
  const find = (stem: string) => entries.get(codeOf(stem));
  return {
    rarity: (stem) => find(stem)?.rarity ?? 1,
    alike: (a, b) => {
      const [x, y] = [find(a), find(b)];
      if (!x || !y) return 0;
      if (meet(x.own, y.own)) return 1;
      return meet(x.own, y.derived) || meet(x.derived, y.own) ? derivedAlike : 0;
    },
  };
};

const numbers = (cell: string): number[] =>
  cell
    .split(" ")
    .filter(Boolean)
    .map((part) => Number.parseInt(part, 36));

const meet = (a: readonly number[], b: readonly number[]): boolean => a.some((one) => b.includes(one));
