// Phrases -> a tree of letters that finds the longest one starting at a word, however the text is cut into tokens.
import type { Token } from "../model/token.ts";

type Node<T> = { readonly next: Map<number, Node<T>>; values: { surface: string; value: T }[] };

/** Phrases with a value each. Look-up ignores case, accents and kinds of apostrophe; cased ones are then compared as written. */
export type Phrases<T> = Node<T>;

/** A phrase found: the words up to `last` (inclusive), and all values it has. */
export type Found<T> = { readonly last: number; readonly values: readonly T[] };

/** An empty tree. */
export const newPhrases = <T>(): Phrases<T> => ({ next: new Map(), values: [] });

/** Adds a phrase. A `cased` one is found only as it is written, or in capitals throughout where it is longer than 4 letters. */
export const addPhrase = <T>(root: Phrases<T>, phrase: string, value: T, cased: boolean): void => {
  const plain = unaccent(phrase);
  let node = root;
  for (const letter of plain.toLowerCase()) {
    const code = letter.codePointAt(0)!;
    let next = node.next.get(code);
    if (!next) {
      next = newPhrases<T>();
      node.next.set(code, next);
    }
    node = next;
  }
  node.values.push({ surface: cased ? plain : "", value });
};

const longest = 90;

/** The longest phrase that starts at word `at` and ends with a word of the same sentence. */
export const findPhrase = <T>(
  root: Phrases<T>,
  words: readonly Token[],
  at: number,
): Found<T> | undefined => {
  const first = words[at]!;
  let node: Node<T> | undefined = root;
  let best: Found<T> | undefined;
  let surface = "";
  for (let index = at; index < words.length && surface.length < longest; index++) {
    const word = words[index]!;
    if (word.sentence !== first.sentence) break;
    if (index > at && words[index - 1]!.end < word.start) {
      node = node.next.get(32);
      if (!node) break;
      surface += " ";
    }
    const text = unaccent(word.text);
    surface += text;
    node = step(node, text);
    if (!node) break;
    if (node.values.length > 0) {
      const values = valid(node.values, surface);
      if (values.length > 0) best = { last: index, values };
    }
  }
  return best;
};

const step = <T>(from: Node<T>, text: string): Node<T> | undefined => {
  let node: Node<T> | undefined = from;
  for (const letter of text.toLowerCase()) {
    node = node.next.get(letter.codePointAt(0)!);
    if (!node) return undefined;
  }
  return node;
};

const valid = <T>(values: Node<T>["values"], surface: string): T[] => {
  const found: T[] = [];
  for (const one of values)
    if (
      one.surface === "" ||
      one.surface === surface ||
      (surface.length > 4 && one.surface.toUpperCase() === surface)
    )
      found.push(one.value);
  return found;
};

/** Latin text without accents, with straight apostrophes and plain hyphens. */
export const unaccent = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: plain ASCII needs no work
  /^[\x00-\x7f]*$/.test(text)
    ? text
    : text
        .normalize("NFD")
        .replace(/\p{M}+/gu, "")
        .replace(/[\u2018\u2019\u02bc\u02bb]/g, "'")
        .replace(/[\u2010\u2011]/g, "-")
        .replace(/ı/g, "i")
        .replace(/ł/g, "l")
        .replace(/Ł/g, "L")
        .replace(/ø/g, "o")
        .replace(/Ø/g, "O")
        .replace(/đ/g, "d")
        .replace(/ß/g, "ss")
        .replace(/æ/g, "ae");
