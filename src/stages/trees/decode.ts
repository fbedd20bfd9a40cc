// Scores of arcs -> the best projective tree with one root. Most sentences' best heads are such a tree by themselves;
// for the rest Eisner's algorithm finds it, in time that grows with the cube of the sentence.

/** Tables of Eisner's algorithm for sentences of up to `longest` words. */
export type DecodeRoom = {
  /** By side; by first and last word, and by last and first, so that either can be gone through in the order of memory. */
  readonly whole: readonly [Float64Array, Float64Array];
  readonly wholeByLast: readonly [Float64Array, Float64Array];
  readonly leftHalfByLast: Float64Array;
  readonly rightHalf: Float64Array;
  readonly wholeAt: readonly [Uint16Array, Uint16Array];
  readonly halfAt: Uint16Array;
};

export const newDecodeRoom = (longest: number): DecodeRoom => {
  const cells = longest * longest;
  const numbers = () => new Float64Array(cells);
  const places = () => new Uint16Array(cells);
  return {
    whole: [numbers(), numbers()],
    wholeByLast: [numbers(), numbers()],
    leftHalfByLast: numbers(),
    rightHalf: numbers(),
    wholeAt: [places(), places()],
    halfAt: places(),
  };
};

/**
 * Writes the head of each of `length` words into `heads`, -1 for the root. `scores` has a row a child; column 0 is the
 * root, column h + 1 head h; a row is `stride` wide.
 */
export const decode = (
  scores: Float32Array,
  length: number,
  stride: number,
  heads: Int32Array,
  room: DecodeRoom,
): void => {
  for (let child = 0; child < length; child += 1) {
    let best = -1;
    let high = Number.NEGATIVE_INFINITY;
    for (let head = -1; head < length; head += 1) {
      const score = scores[child * stride + head + 1]!;
      if (head !== child && score > high) {
        high = score;
        best = head;
      }
    }
    heads[child] = best;
  }
  if (!isProjectiveTree(heads, length)) eisner(scores, length, stride, heads, room);
};

/** Whether heads make one tree with one root and no arc crosses another or covers the root. */
const isProjectiveTree = (heads: Int32Array, length: number): boolean => {
  let roots = 0;
  for (let child = 0; child < length; child += 1) if (heads[child] === -1) roots += 1;
  if (roots !== 1) return false;
  for (let child = 0; child < length; child += 1) {
    let at = child;
    for (let steps = 0; heads[at] !== -1; steps += 1) {
      if (steps > length) return false;
      at = heads[at]!;
    }
  }
  // Between a word and its head all must descend from the head: no arc leaves the stretch but to its ends.
  for (let child = 0; child < length; child += 1) {
    const head = heads[child]!;
    if (head < 0) continue;
    const from = Math.min(child, head);
    const to = Math.max(child, head);
    for (let at = from + 1; at < to; at += 1) if (heads[at]! < from || heads[at]! > to) return false;
  }
  return true;
};

const eisner = (
  scores: Float32Array,
  length: number,
  stride: number,
  heads: Int32Array,
  room: DecodeRoom,
): void => {
  const { whole, wholeByLast, leftHalfByLast, rightHalf, halfAt } = room;
  // Rows as long as the sentence keep the tables close together.
  const size = length;
  const [leftWhole, rightWhole] = whole;
  const [leftByLast, rightByLast] = wholeByLast;
  const [leftAt, rightAt] = room.wholeAt;
  for (let at = 0; at < length; at += 1) {
    const cell = at * size + at;
    leftWhole[cell] = 0;
    leftByLast[cell] = 0;
    rightWhole[cell] = 0;
    rightByLast[cell] = 0;
  }
  for (let width = 1; width < length; width += 1)
    for (let from = 0; from + width < length; from += 1) {
      const to = from + width;
      const byFirst = from * size;
      const byLast = to * size;
      const cell = byFirst + to;
      let high = Number.NEGATIVE_INFINITY;
      let best = from;
      for (let at = from; at < to; at += 1) {
        const sum = rightWhole[byFirst + at]! + leftByLast[byLast + at + 1]!;
        if (sum > high) {
          high = sum;
          best = at;
        }
      }
      halfAt[cell] = best;
      leftHalfByLast[byLast + from] = high + scores[from * stride + to + 1]!;
      rightHalf[cell] = high + scores[to * stride + from + 1]!;
      high = Number.NEGATIVE_INFINITY;
      for (let at = from; at < to; at += 1) {
        const sum = leftWhole[byFirst + at]! + leftHalfByLast[byLast + at]!;
        if (sum > high) {
          high = sum;
          best = at;
        }
      }
      leftAt[cell] = best;
      leftWhole[cell] = high;
      leftByLast[byLast + from] = high;
      high = Number.NEGATIVE_INFINITY;
      for (let at = from + 1; at <= to; at += 1) {
        const sum = rightHalf[byFirst + at]! + rightByLast[byLast + at]!;
        if (sum > high) {
          high = sum;
          best = at;
        }
      }
      rightAt[cell] = best;
      rightWhole[cell] = high;
      rightByLast[byLast + from] = high;
    }
  let root = 0;
  let high = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < length; at += 1) {
    const sum = leftWhole[at]! + rightWhole[at * size + length - 1]! + scores[at * stride]!;
    if (sum > high) {
      high = sum;
      root = at;
    }
  }
  heads[root] = -1;
  unfold(0, root, 0, size, heads, room);
  unfold(root, length - 1, 1, size, heads, room);
};

/** Sets the heads inside a finished stretch; side 0 has its head at the right end, side 1 at the left. */
const unfold = (
  from: number,
  to: number,
  side: 0 | 1,
  size: number,
  heads: Int32Array,
  { wholeAt, halfAt }: DecodeRoom,
): void => {
  const todo: [from: number, to: number, side: 0 | 1][] = [[from, to, side]];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const [first, last, which] = next;
    if (first === last) continue;
    const at = wholeAt[which][first * size + last]!;
    // The half stretch that holds the arc, and the finished one beyond its dependent's place.
    const [low, high] = which === 0 ? [at, last] : [first, at];
    if (which === 0) {
      heads[low] = high;
      todo.push([first, low, 0]);
    } else {
      heads[high] = low;
      todo.push([high, last, 1]);
    }
    const middle = halfAt[low * size + high]!;
    todo.push([low, middle, 1], [middle + 1, high, 0]);
  }
};
