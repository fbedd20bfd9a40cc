// An averaged perceptron over 32-bit feature keys: exact while it learns, packed into a hashed 8-bit table at the end.
import { cellOf } from "../src/stages/trees/score.ts";

/** Weights under training. A key has `width` weights; keys get a place when they are first changed. */
export type Learner = {
  readonly width: number;
  readonly keys: Int32Array;
  readonly weights: Float32Array;
  readonly totals: Float64Array;
  readonly stamps: Int32Array;
  readonly changes: Uint16Array;
  used: number;
  clock: number;
};

/** `bits`: the learner holds up to 0.9 * 2^bits keys. */
export const newLearner = (width: number, bits: number): Learner => ({
  width,
  keys: new Int32Array(2 ** bits),
  weights: new Float32Array(width * 2 ** bits),
  totals: new Float64Array(width * 2 ** bits),
  stamps: new Int32Array(width * 2 ** bits),
  changes: new Uint16Array(2 ** bits),
  used: 0,
  clock: 0,
});

/** The place of a key, -1 where it was never changed. */
export const find = (learner: Learner, key: number): number => {
  const wanted = key || 1;
  const mask = learner.keys.length - 1;
  for (let at = (wanted ^ (wanted >>> 15)) & mask; ; at = (at + 1) & mask) {
    const held = learner.keys[at]!;
    if (held === wanted) return at;
    if (held === 0) return -1;
  }
};

/** Adds `by` to one weight of a key. */
export const change = (learner: Learner, key: number, column: number, by: number): void => {
  const wanted = key || 1;
  const mask = learner.keys.length - 1;
  let at = (wanted ^ (wanted >>> 15)) & mask;
  while (learner.keys[at] !== wanted && learner.keys[at] !== 0) at = (at + 1) & mask;
  if (learner.keys[at] === 0) {
    learner.keys[at] = wanted;
    learner.used += 1;
    if (learner.used > 0.9 * mask) throw new Error("the learner is full; give it more bits");
  }
  const cell = at * learner.width + column;
  learner.totals[cell]! += learner.weights[cell]! * (learner.clock - learner.stamps[cell]!);
  learner.stamps[cell] = learner.clock;
  learner.weights[cell]! += by;
  if (learner.changes[at]! < 65535) learner.changes[at]! += 1;
};

/** The learner's features with their averaged weights, the most telling first. */
export const averaged = (
  learner: Learner,
  leastChanges: number,
): { key: number; weights: Float64Array }[] => {
  const found: { key: number; weights: Float64Array; worth: number }[] = [];
  const clock = Math.max(learner.clock, 1);
  for (let at = 0; at < learner.keys.length; at += 1) {
    if (learner.keys[at] === 0 || learner.changes[at]! < leastChanges) continue;
    const weights = new Float64Array(learner.width);
    let worth = 0;
    for (let column = 0; column < learner.width; column += 1) {
      const cell = at * learner.width + column;
      const total = learner.totals[cell]! + learner.weights[cell]! * (clock - learner.stamps[cell]!);
      weights[column] = total / clock;
      worth = Math.max(worth, Math.abs(weights[column]!));
    }
    found.push({ key: learner.keys[at]!, weights, worth: worth * Math.sqrt(learner.changes[at]!) });
  }
  return found.sort((a, b) => b.worth - a.worth || a.key - b.key);
};

/** Packs a learner of width 1 into 2^bits cells of 16 bits, or of width 3 into cells of 32 bits. */
export const pack = (
  learner: Learner,
  bits: number,
  leastChanges = 1,
): { table: Uint16Array | Int32Array; kept: number; lost: number; scale: number } => {
  const features = averaged(learner, leastChanges);
  const cells = 2 ** bits;
  const table = learner.width === 1 ? new Uint16Array(cells) : new Int32Array(cells);
  const scale = scaleOf(features);
  let kept = 0;
  let lost = 0;
  for (const { key, weights } of features) {
    let word = 0;
    for (let column = learner.width - 1; column >= 0; column -= 1)
      word = (word << 8) | (clip(Math.round(weights[column]! * scale)) & 0xff);
    if (word === 0) continue;
    const first = cellOf(key, cells);
    const cell = table[first] === 0 ? first : table[first ^ 1] === 0 ? first ^ 1 : -1;
    if (cell < 0) lost += 1;
    else {
      table[cell] = (word << 8) | (key & 0xff);
      kept += 1;
    }
  }
  return { table, kept, lost, scale };
};

const clip = (value: number): number => Math.max(-127, Math.min(127, value));

/** The 99.9th percentile of weights fills the byte; the few beyond are clipped. */
const scaleOf = (features: readonly { weights: Float64Array }[]): number => {
  const sizes = features.flatMap(({ weights }) => Math.max(...weights.map(Math.abs))).sort((a, b) => a - b);
  return 127 / (sizes[Math.floor(sizes.length * 0.999)] ?? 1);
};
