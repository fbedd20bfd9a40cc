// Tagged sentences -> the tagger's lexicon: which tags a word may have.
import { encode, margin, newColumns } from "../src/stages/trees/encode.ts";
import type { TaggedSentence } from "./tag-passes.ts";

/** Lexicon and candidate tags as the weight file holds them. */
export type Lexicon = { readonly hashes: Int32Array; readonly candidates: Uint8Array[] };

/** Words seen less often are left out, so that training meets words that the lexicon lacks. */
const leastCount = 4;
/** From this count on a word is taken to have no tags but those it was seen with. */
const surelyKnown = 100;
/** A tag is open when this many rare words have it. */
const leastRareWords = 12;

type Counts = Map<number, Map<number, number>>;

export const buildLexicon = (sentences: readonly TaggedSentence[]): Lexicon => {
  const { exact, lower } = countTags(sentences);
  const open = openTags(lower);
  const classes = new Map<string, number>([[`open ${open.join(" ")}`, 0]]);
  const candidates = [Uint8Array.from(open)];
  const entries: [number, number][] = [];
  const add = (hash: number, tags: Map<number, number>) => {
    const total = [...tags.values()].reduce((sum, count) => sum + count, 0);
    if (total < leastCount) return;
    const seen = [...tags]
      .filter(([, count]) => count >= Math.max(total >= surelyKnown ? 2 : 1, total * 0.002))
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .map(([tag]) => tag);
    const sure = total >= surelyKnown;
    const name = `${sure ? "sure" : "open"} ${seen.slice(0, 4).join(" ")}`;
    const which = classes.get(name) ?? candidates.length;
    if (which === candidates.length) {
      classes.set(name, which);
      candidates.push(Uint8Array.from(sure ? seen : new Set([...seen, ...open])));
    } else candidates[which] = Uint8Array.from(new Set([...candidates[which]!, ...seen]));
    entries.push([hash, which]);
  };
  for (const [hash, tags] of lower) add(hash, tags);
  for (const [hash, tags] of exact) if (!lower.has(hash)) add(hash, tags);
  return { hashes: hashTable(entries), candidates };
};

const countTags = (sentences: readonly TaggedSentence[]): { exact: Counts; lower: Counts } => {
  const exact: Counts = new Map();
  const lower: Counts = new Map();
  const columns = newColumns(sentences.reduce((most, { forms }) => Math.max(most, forms.length), 0));
  for (const { forms, tags } of sentences) {
    encode(columns, forms, () => 0);
    tags.forEach((tag, index) => {
      count(exact, columns.form[index + margin]!, tag);
      count(lower, columns.lower[index + margin]!, tag);
    });
  }
  return { exact, lower };
};

const count = (counts: Counts, hash: number, tag: number): void => {
  const tags = counts.get(hash) ?? new Map<number, number>();
  tags.set(tag, (tags.get(tag) ?? 0) + 1);
  counts.set(hash, tags);
};

const openTags = (lower: Counts): number[] => {
  const words = new Map<number, number>();
  for (const tags of lower.values()) {
    const total = [...tags.values()].reduce((sum, times) => sum + times, 0);
    if (total <= 3) for (const tag of tags.keys()) words.set(tag, (words.get(tag) ?? 0) + 1);
  }
  return [...words]
    .filter(([, times]) => times >= leastRareWords)
    .map(([tag]) => tag)
    .sort((a, b) => a - b);
};

const hashTable = (entries: readonly [number, number][]): Int32Array => {
  const places = 2 ** Math.ceil(Math.log2(entries.length * 1.6));
  const table = new Int32Array(2 * places);
  for (const [hash, which] of entries) {
    const wanted = hash || 1;
    let at = wanted & (places - 1);
    while (table[2 * at] !== 0) at = (at + 1) & (places - 1);
    table[2 * at] = wanted;
    table[2 * at + 1] = which;
  }
  return table;
};
