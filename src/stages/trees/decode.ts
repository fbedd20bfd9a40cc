// Scores of arcs -> the best projective tree with one root. Most sentences' best heads are such a tree by themselves;
// for the rest Eisner's algorithm finds it, in time that grows with the cube of the sentence.

/** Tables of Eisner's algorithm for sentences of up to `longest` words. */
export type DecodeRoom = {
  /** What the arcs of a finished stretch cost, by side, first and last word; side 0 has its head at the right end. */
  readonly whole: readonly [Float64Array, Float64Array];
  /** The same of side 0 by last and first word, to be gone through in the order of memory. */
  readonly leftByLast: Float64Array;
  /** Of a stretch between a head and a dependent of its own. */
  readonly half: readonly [Float64Array, Float64Array];
  readonly wholeAt: readonly [Uint16Array, Uint16Array];
  readonly halfAt: Uint16Array;
  /** By head, the dependents to its left and to its right that it may have, one after the other, and how many. */
  readonly dependents: readonly [Uint16Array, Uint16Array];
  readonly counts: readonly [Uint16Array, Uint16Array];
  /** The best score of each word's arc. */
  readonly best: Float64Array;
};

export const newDecodeRoom = (longest: number): DecodeRoom => {
  const cells = longest * longest;
  const numbers = () => new Float64Array(cells);
  const places = () => new Uint16Array(cells);
  return {
    whole: [numbers(), numbers()],
    leftByLast: numbers(),
    half: [numbers(), numbers()],
    wholeAt: [places(), places()],
    halfAt: places(),
    dependents: [places(), places()],
    counts: [new Uint16Array(longest), new Uint16Array(longest)],
    best: new Float64Array(longest),
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
    room.best[child] = high;
  }
  if (isProjectiveTree(heads, length)) return;
  // An arc costs what its word's best one scores more. A tree that costs no more than the bound is the best of all: one with
  // an arc that was left out would cost more than that.
  for (const bound of bounds) if (eisner(scores, length, stride, heads, room, bound) <= bound) return;
};

const bounds = [6, 30, Number.POSITIVE_INFINITY];

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

/** Writes the cheapest projective tree of the arcs that cost no more than `bound`; gives what it costs. */
const eisner = (
  scores: Float32Array,
  length: number,
  stride: number,
  heads: Int32Array,
  room: DecodeRoom,
  bound: number,
): number => {
  const { whole, leftByLast, half, wholeAt, halfAt, dependents, counts, best } = room;
  const [leftWhole, rightWhole] = whole;
  const [leftHalf, rightHalf] = half;
  const costOf = (child: number, head: number): number => best[child]! - scores[child * stride + head + 1]!;
  // Rows as long as the sentence keep the tables close together.
  const size = length;
  for (let at = 0; at < length; at += 1) {
    leftWhole[at * size + at] = 0;
    leftByLast[at * size + at] = 0;
    rightWhole[at * size + at] = 0;
    for (const count of counts) count[at] = 0;
  }
  for (let head = 0; head < length; head += 1)
    for (let child = 0; child < length; child += 1) {
      if (child === head || costOf(child, head) > bound) continue;
      const side = child < head ? 0 : 1;
      dependents[side][head * size + counts[side][head]!++] = child;
    }
  for (let width = 1; width < length; width += 1)
    for (let from = 0; from + width < length; from += 1) {
      const to = from + width;
      const cell = from * size + to;
      const toLeft = costOf(from, to);
      const toRight = costOf(to, from);
      if (toLeft <= bound || toRight <= bound) {
        let low = Number.POSITIVE_INFINITY;
        for (let at = from; at < to; at += 1) {
          const sum = rightWhole[from * size + at]! + leftByLast[to * size + at + 1]!;
          if (sum < low) {
            low = sum;
            halfAt[cell] = at;
          }
        }
        leftHalf[cell] = low + toLeft;
        rightHalf[cell] = low + toRight;
      }
      let low = Number.POSITIVE_INFINITY;
      for (let n = counts[0][to]! - 1; n >= 0; n -= 1) {
        const at = dependents[0][to * size + n]!;
        if (at < from) break;
        const sum = leftWhole[from * size + at]! + leftHalf[at * size + to]!;
        if (sum < low) {
          low = sum;
          wholeAt[0][cell] = at;
        }
      }
      leftWhole[cell] = low;
      leftByLast[to * size + from] = low;
      low = Number.POSITIVE_INFINITY;
      for (let n = 0; n < counts[1][from]!; n += 1) {
        const at = dependents[1][from * size + n]!;
        if (at > to) break;
        const sum = rightHalf[from * size + at]! + rightWhole[at * size + to]!;
        if (sum < low) {
          low = sum;
          wholeAt[1][cell] = at;
        }
      }
      rightWhole[cell] = low;
    }
  let root = -1;
  let low = Number.POSITIVE_INFINITY;
  for (let at = 0; at < length; at += 1) {
    const sum = leftWhole[at]! + rightWhole[at * size + length - 1]! + costOf(at, -1);
    if (sum < low) {
      low = sum;
      root = at;
    }
  }
  if (root < 0) return low;
  heads[root] = -1;
  unfold(0, root, 0, size, heads, room);
  unfold(root, length - 1, 1, size, heads, room);
  return low;
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
