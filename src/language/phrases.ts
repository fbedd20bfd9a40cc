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
  for (let at = 0; at < plain.length; at++) {
    const code = lowerCode(plain.charCodeAt(at));
    let next = node.next.get(code);
    if (!next) {
      next = newPhrases<T>();
      node.next.set(code, next);
    }
    node = next;
  }
  node.values.push({ surface: cased ? plain : "", value });
};

const longest = 24;

/** The longest phrase that starts at word `at` and ends with a word of the same sentence. */
export const findPhrase = <T>(
  root: Phrases<T>,
  words: readonly Token[],
  at: number,
): Found<T> | undefined => {
  const { sentence } = words[at]!;
  let node: Node<T> | undefined = root;
  let best: Found<T> | undefined;
  const end = Math.min(words.length, at + longest);
  for (let index = at; index < end; index++) {
    const word = words[index]!;
    if (word.sentence !== sentence) break;
    if (index > at && words[index - 1]!.end < word.start) {
      node = node.next.get(32);
      if (!node) break;
    }
    node = step(node, word.text);
    if (!node) break;
    if (node.values.length > 0) {
      const values = valid(node.values, words, at, index);
      if (values.length > 0) best = { last: index, values };
    }
  }
  return best;
};

const lowerCode = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code);

const step = <T>(from: Node<T>, text: string): Node<T> | undefined => {
  let node: Node<T> | undefined = from;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 127) return plainStep(node, unaccent(text.slice(at)));
    node = node.next.get(lowerCode(code));
    if (!node) return undefined;
  }
  return node;
};

const plainStep = <T>(from: Node<T>, text: string): Node<T> | undefined => {
  let node: Node<T> | undefined = from;
  for (let at = 0; at < text.length; at++) {
    node = node.next.get(lowerCode(text.charCodeAt(at)));
    if (!node) return undefined;
  }
  return node;
};

const valid = <T>(values: Node<T>["values"], words: readonly Token[], first: number, last: number): T[] => {
  const found: T[] = [];
  let surface: string | undefined;
  for (const one of values) {
    if (one.surface !== "") surface ??= surfaceOf(words, first, last);
    if (
      surface === undefined ||
      one.surface === "" ||
      one.surface === surface ||
      (surface.length > 4 && one.surface.toUpperCase() === surface)
    )
      found.push(one.value);
  }
  return found;
};

const surfaceOf = (words: readonly Token[], first: number, last: number): string => {
  let surface = "";
  for (let at = first; at <= last; at++)
    surface += (at > first && words[at - 1]!.end < words[at]!.start ? " " : "") + words[at]!.text;
  return unaccent(surface);
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
