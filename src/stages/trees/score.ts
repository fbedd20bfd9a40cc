// Feature keys -> scores, from hashed tables of 8-bit weights. A cell holds a check byte beside its weights, so that
// a feature that was never learned meets another's weight only once in 256 times.
import { classKey } from "./hash.ts";

/** Weights of (feature, class) pairs: check byte and weight in 16 bits. The number of cells is a power of two. */
export type PairTable = Uint16Array;

/** Weights of features for three moves: check byte and three weights in 32 bits. */
export type MoveTable = Int32Array;

/** Where a key's cell is; its other place is the neighbour (`cell ^ 1`). */
export const cellOf = (key: number, cells: number): number => key >>> (Math.clz32(cells) + 1);

/** Adds each candidate's score into `scores` (one slot a candidate). */
export const scorePairs = (
  table: PairTable,
  keys: Int32Array,
  count: number,
  candidates: Uint8Array,
  scores: Float64Array,
): void => {
  const shift = Math.clz32(table.length) + 1;
  for (let which = 0; which < candidates.length; which += 1) {
    const candidate = candidates[which]!;
    let sum = 0;
    for (let at = 0; at < count; at += 1) {
      const key = classKey(keys[at]!, candidate);
      const cell = key >>> shift;
      const check = key & 0xff;
      const entry = table[cell]!;
      if ((entry & 0xff) === check) sum += (entry << 16) >> 24;
      else {
        const other = table[cell ^ 1]!;
        if ((other & 0xff) === check) sum += (other << 16) >> 24;
      }
    }
    scores[which] = sum;
  }
};

/** Sets `scores` to the three moves' scores. */
export const scoreMoves = (table: MoveTable, keys: Int32Array, count: number, scores: Float64Array): void => {
  const shift = Math.clz32(table.length) + 1;
  let first = 0;
  let second = 0;
  let third = 0;
  for (let at = 0; at < count; at += 1) {
    const key = keys[at]!;
    const cell = key >>> shift;
    const check = key & 0xff;
    let entry = table[cell]!;
    if ((entry & 0xff) !== check) {
      entry = table[cell ^ 1]!;
      if ((entry & 0xff) !== check) continue;
    }
    first += (entry << 16) >> 24;
    second += (entry << 8) >> 24;
    third += entry >> 24;
  }
  scores[0] = first;
  scores[1] = second;
  scores[2] = third;
};
