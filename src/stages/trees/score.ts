// Feature keys -> scores, from hashed tables of weights, each kept as its signed square root in 8 bits. A table has fewer cells than there are features, so
// that some share one; training works on the same cells and learns to live with it.

/** Weights of (feature, class) pairs, 2^n cells. A feature's classes lie side by side. */
export type ClassTable = Int8Array;

/** Classes (tags, actions) are numbered below this. */
export const mostClasses = 128;

/** By how many bits a key is shifted to give a cell of a table with this many cells. */
export const shiftFor = (cells: number): number => Math.clz32(cells) + 1;

/** Sets one score for each of the first `width` candidates. */
export const scoreClasses = (
  table: ClassTable,
  keys: Int32Array,
  count: number,
  candidates: Uint8Array,
  width: number,
  scores: Float64Array,
): void => {
  const shift = shiftFor(table.length);
  for (let which = 0; which < width; which += 1) {
    const candidate = candidates[which]!;
    let sum = 0;
    for (let at = 0; at < count; at += 1) {
      const root = table[(keys[at]! >>> shift) ^ candidate]!;
      sum += root * Math.abs(root);
    }
    scores[which] = sum;
  }
};

/** Index of the highest of the first `count` scores. */
export const best = (scores: Float64Array, count: number): number => {
  let high = 0;
  for (let at = 1; at < count; at += 1) if (scores[at]! > scores[high]!) high = at;
  return high;
};
