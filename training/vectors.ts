// GloVe's word vectors -> one short vector a stem (models/en/words.vectors), by which words that come in like company
// are told from others.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { stemOf } from "../src/compare/stem.ts";
import { home } from "../src/language/home.ts";
import { codeOf } from "../src/language/word-lore.ts";
import { readVectors } from "./network/vectors.ts";

/** The commonest words are read, and the stems that they have kept. */
const wordsRead = 50_000;
const width = 64;
/** The first directions tell how common a word is, and little of what it means. */
const common = 2;
/** Stems by which the directions are found. */
const sample = 12_000;
const rounds = 40;

/** Reads, shortens and writes the vectors: int32 count and width, the codes of the stems in order, a row of int8 each. */
export const trainVectors = (): void => {
  const stems = stemVectors();
  const names = [...stems.keys()];
  const rows = centered([...stems.values()]);
  const directions = principal(rows.slice(0, sample), width + common).slice(common);
  const short = rows.map((row) => directions.map((one) => dot(row, one)));
  const order = names
    .map((name, at) => ({ code: Number.parseInt(codeOf(name), 36), at }))
    .sort((a, b) => a.code - b.code);
  const bytes = new ArrayBuffer(8 + order.length * (4 + width));
  new Int32Array(bytes, 0, 2).set([order.length, width]);
  new Uint32Array(bytes, 8, order.length).set(order.map(({ code }) => code));
  const values = new Int8Array(bytes, 8 + 4 * order.length);
  order.forEach(({ at }, row) => {
    const largest = Math.max(...short[at]!.map(Math.abs)) || 1;
    values.set(
      short[at]!.map((value) => Math.round((127 * value) / largest)),
      row * width,
    );
  });
  writeFileSync(join(home, "models/en/words.vectors"), new Uint8Array(bytes));
  console.error(`vectors: ${order.length} stems of ${width} numbers`);
};

/** The mean of a stem's words, each of length one, the commoner ones more. */
const stemVectors = (): Map<string, number[]> => {
  const { words, of } = readVectors();
  const sums = new Map<string, { sum: number[]; weight: number }>();
  words.slice(0, wordsRead).forEach((word, rank) => {
    if (!/^[a-z]{2,}$/.test(word)) return;
    const stem = stemOf(word);
    const vector = unit([...of(word)]);
    const entry = sums.get(stem) ?? { sum: vector.map(() => 0), weight: 0 };
    const weight = 1 / (rank + 10);
    vector.forEach((value, at) => {
      entry.sum[at]! += weight * value;
    });
    sums.set(stem, { sum: entry.sum, weight: entry.weight + weight });
  });
  return new Map([...sums].map(([stem, { sum, weight }]) => [stem, sum.map((value) => value / weight)]));
};

const centered = (rows: readonly (readonly number[])[]): number[][] => {
  const mean = rows[0]!.map((_, at) => rows.reduce((sum, row) => sum + row[at]!, 0) / rows.length);
  return rows.map((row) => unit(row.map((value, at) => value - mean[at]!)));
};

/** The directions in which the rows differ most, by orthogonal iteration; the same rows give the same ones. */
const principal = (rows: readonly (readonly number[])[], count: number): number[][] => {
  const size = rows[0]!.length;
  const spread = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const row of rows)
    for (let a = 0; a < size; a += 1) for (let b = 0; b < size; b += 1) spread[a]![b]! += row[a]! * row[b]!;
  let found: number[][] = Array.from({ length: count }, (_, at) =>
    spread[at]!.map((_, on) => (on === at ? 1 : 0.01)),
  );
  for (let round = 0; round < rounds; round += 1)
    found = orthogonal(found.map((one) => spread.map((line) => dot(line, one))));
  return found;
};

const orthogonal = (vectors: readonly number[][]): number[][] => {
  const found: number[][] = [];
  for (const vector of vectors) {
    let rest = vector;
    for (const one of found) {
      const along = dot(rest, one);
      rest = rest.map((value, at) => value - along * one[at]!);
    }
    found.push(unit(rest));
  }
  return found;
};

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, at) => sum + value * b[at]!, 0);

const unit = (vector: readonly number[]): number[] => {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
};
