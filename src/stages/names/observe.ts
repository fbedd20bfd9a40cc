// One sentence's words -> the features that the name tagger sees, as numbers; `features[at * perWord + n]` is feature n of word `at`.
import { type Gazetteer, kinds } from "../../language/gazetteer.ts";
import type { Word } from "../../model/token.ts";
import { hash, mix } from "./hash.ts";
import { observeTree } from "./observe-tree.ts";

/** Features are numbered from 1 up to this. */
export const rows = 2 ** 21 - 1;

/** Features of one word; `features[at * perWord + n]` is a row of the weight table. */
export const perWord = 51;

/** Letters by class, runs of more than two shortened: `Xxx` of "Prague", `XdX` of "F16A", `xx` of "of". */
const shapeOf = (text: string): string => {
  let shape = "";
  for (const char of text.slice(0, 24)) {
    const kind = /\p{Lu}/u.test(char) ? "X" : /\p{L}/u.test(char) ? "x" : /\d/.test(char) ? "d" : char;
    if (!(shape.endsWith(kind) && shape.at(-2) === kind)) shape += kind;
  }
  return shape;
};

const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text);
const joins = new Set(
  "of the and for de la del di da al el bin ibn ben von van der den du le - & ' 's".split(" "),
);

/** Bits beside the kinds: the name has several words; the word stands inside one. */
export const many = 1 << 24;
export const inside = 1 << 25;
const weakKinds = kinds.state | kinds.demonym | kinds.place | kinds.organization;

/**
 * Marks each word with the kinds of the known names that cover it: the lowest byte where one begins, the next one
 * inside of one, the third where one begins in small letters, which is weak evidence and none for people.
 */
export const lookUp = (
  words: readonly { readonly text: string }[],
  { bits, longest }: Gazetteer,
): Int32Array => {
  const found = new Int32Array(words.length);
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at]!.text.toLowerCase().replaceAll("’", "'");
    const most = longest.get(first);
    if (most === undefined) continue;
    const capital = isCapital(words[at]!.text);
    let key = first;
    for (let size = 1; ; size += 1) {
      const kind = (bits.get(key) ?? 0) & 0xff;
      if (kind !== 0) {
        found[at]! |= (capital ? kind : (kind & weakKinds) << 16) | (size > 1 ? many : 0);
        for (let next = at + 1; next < at + size; next += 1)
          found[next]! |= (capital ? kind << 8 : 0) | inside;
      }
      const next = words[at + size];
      if (size === most || !next) break;
      key += ` ${next.text.toLowerCase().replaceAll("’", "'")}`;
    }
  }
  return found;
};

type Run = { readonly first: number; readonly last: number };

/** For each word the run of capitalized words, joined by "of", "the" and the like, that it stands in. */
const runsOf = (words: readonly Word[]): (Run | undefined)[] => {
  const runs: (Run | undefined)[] = new Array(words.length).fill(undefined);
  for (let at = 0; at < words.length; at += 1) {
    if (!isCapital(words[at]!.text)) continue;
    let last = at;
    for (let end = at + 1; end < words.length && end <= last + 3; end += 1) {
      if (isCapital(words[end]!.text)) last = end;
      else if (!joins.has(words[end]!.text)) break;
    }
    for (let inside = at; inside <= last; inside += 1) runs[inside] = { first: at, last };
    at = last;
  }
  return runs;
};

type Codes = {
  word: Int32Array;
  lower: Int32Array;
  shape: Int32Array;
  tag: Int32Array;
  fine: Int32Array;
};

const codesOf = (words: readonly Word[]): Codes => {
  const edge = (index: number) => hash(`<${index}>`);
  const make = (value: (word: Word) => string): Int32Array => {
    // Two places on either side, so that neighbours need no bounds.
    const codes = new Int32Array(words.length + 4).fill(edge(0));
    words.forEach((word, at) => {
      codes[at + 2] = hash(value(word));
    });
    return codes;
  };
  return {
    word: make(({ text }) => text),
    lower: make(({ text }) => text.toLowerCase()),
    shape: make(({ text }) => shapeOf(text)),
    tag: make(({ upos }) => upos),
    fine: make(({ xpos }) => xpos),
  };
};

/** The features of all words of one sentence, `perWord` rows a word. */
export const observe = (words: readonly Word[], gazetteer: Gazetteer): Int32Array => {
  const { word, lower, shape, tag, fine } = codesOf(words);
  const known = new Int32Array(words.length + 4);
  known.set(lookUp(words, gazetteer), 2);
  const runs = runsOf(words);
  const { relation, governor, preposition } = observeTree(words);
  const shouting = words.every(({ text }) => text === text.toUpperCase()) ? 1 : 0;
  const features = new Int32Array(words.length * perWord);
  for (let index = 0; index < words.length; index += 1) {
    const at = index + 2;
    const text = words[index]!.text;
    const run = runs[index];
    let put = index * perWord;
    let template = 0;
    const add = (value: number): void => {
      template += 1;
      features[put] = 1 + ((mix(value, template * 0x3c6ef372) >>> 0) % (rows - 1));
      put += 1;
    };
    const l = lower[at]!;
    const s = shape[at]!;
    const k = known[at]!;
    add(word[at]!);
    add(l);
    add(lower[at - 1]!);
    add(lower[at + 1]!);
    add(lower[at - 2]!);
    add(lower[at + 2]!);
    add(mix(lower[at - 1]!, l));
    add(mix(l, lower[at + 1]!));
    add(mix(lower[at - 1]!, lower[at + 1]!));
    add(mix(lower[at - 2]!, lower[at - 1]!));
    add(mix(lower[at + 1]!, lower[at + 2]!));
    add(s);
    add(mix(shape[at - 1]!, s));
    add(mix(s, shape[at + 1]!));
    add(mix(mix(shape[at - 1]!, s), shape[at + 1]!));
    add(mix(s, lower[at - 1]!));
    add(mix(s, lower[at + 1]!));
    add(hash(text.slice(0, 2)));
    add(hash(text.slice(0, 3)));
    add(hash(text.slice(0, 4)));
    add(hash(text.slice(-2)));
    add(hash(text.slice(-3)));
    add(hash(text.slice(-4)));
    add(tag[at]!);
    add(mix(fine[at]!, s));
    add(mix(tag[at - 1]!, tag[at]!));
    add(mix(tag[at]!, tag[at + 1]!));
    add(mix(mix(tag[at - 1]!, tag[at]!), tag[at + 1]!));
    add(mix(mix(tag[at - 2]!, tag[at - 1]!), tag[at]!));
    add(mix(mix(tag[at]!, tag[at + 1]!), tag[at + 2]!));
    add(mix(k, s));
    add(k);
    add(mix(known[at - 1]!, s));
    add(mix(known[at + 1]!, s));
    add(mix(mix(known[at - 1]!, k), known[at + 1]!));
    add(mix(known[at - 2]!, s));
    const first = run ? lower[run.first + 2]! : 0;
    const last = run ? lower[run.last + 2]! : 0;
    const size = run ? Math.min(run.last - run.first, 6) : -1;
    const left = run ? Math.min(index - run.first, 3) : -1;
    const right = run ? Math.min(run.last - index, 3) : -1;
    add(mix(last, right));
    add(mix(first, left));
    add(mix(size, left * 8 + right));
    add(mix(mix(last, s), left === 0 ? 1 : 0));
    add(run ? mix(lower[run.first + 1]!, left) : -1);
    add(run ? mix(lower[run.last + 3]!, right) : -1);
    add(mix(mix(index === 0 ? 1 : 0, shouting), mix(s, tag[at]!)));
    add(run ? mix(known[run.last + 2]!, mix(right, size)) : -1);
    const r = relation[index]!;
    add(mix(r, tag[at]!));
    add(mix(r, s));
    add(mix(r, relation[index + 1] ?? 0));
    add(mix(r, mix(relation[index - 1] ?? 0, tag[at - 1]!)));
    add(mix(governor[index]!, s));
    add(mix(preposition[index]!, s));
    add(mix(preposition[index]!, mix(r, k)));
  }
  return features;
};
