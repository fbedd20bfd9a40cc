// The network's parts that have logic of their own: the kernel's arithmetic, and trees from scores of arcs.
import fc from "fast-check";
import { expect, test } from "vitest";
import { newKernel } from "../src/language/kernel.ts";
import { most, stateUnit, stateZero } from "../src/language/lanes.ts";
import { decode, newDecodeRoom } from "../src/stages/trees/decode.ts";

const kernel = newKernel();
/** Addresses of floats and of 16-bit integers in the kernel's memory, with the numbers given. */
const floats = (numbers: readonly number[]): number => {
  const at = kernel.take(numbers.length * 4);
  new Float32Array(kernel.memory.buffer, at, numbers.length).set(numbers);
  return at;
};
const shorts = (numbers: readonly number[]): number => {
  const at = kernel.take(numbers.length * 2);
  new Int16Array(kernel.memory.buffer, at, numbers.length).set(numbers);
  return at;
};
const bytes = (numbers: readonly number[]): number => {
  const at = kernel.take(numbers.length);
  new Int8Array(kernel.memory.buffer, at, numbers.length).set(numbers);
  return at;
};
const readFloats = (at: number, count: number) => [...new Float32Array(kernel.memory.buffer, at, count)];
const made = (count: number, size: number): number[] =>
  Array.from({ length: count }, (_, at) => ((at * 7919 + 104729) % (2 * size + 1)) - size);

/** Holds what stands at `out` against products made one by one. */
const expectProducts = (
  out: number,
  a: readonly number[],
  b: readonly number[],
  { rows, columns, depth, stride }: { rows: number; columns: number; depth: number; stride: number },
): void => {
  const expected = Array.from({ length: rows * columns }, (_, cell) => {
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    let sum = 0;
    for (let n = 0; n < depth; n += 1) sum += a[row * stride + n]! * b[column * depth + n]!;
    return sum;
  });
  expect([...new Int32Array(kernel.memory.buffer, out, rows * columns)]).toEqual(expected);
};

test("products of whole numbers are exact, also of rows that overlap", () => {
  const [rows, columns, depth, stride] = [4, 8, 24, 8] as const;
  const a = made(stride * rows + depth, 2047);
  const b = made(columns * depth, 127);
  const out = kernel.take(rows * columns * 4);
  kernel.multiply(shorts(a), shorts(b), out, rows, columns, depth, stride * 2);
  expectProducts(out, a, b, { rows, columns, depth, stride });
});

test("products of bytes are exact at the ends of what they may be, either way", () => {
  const [rows, columns, depth, stride] = [4, 8, 96, 32] as const;
  const a = made(stride * rows + depth, 127).map((one, at) => (at % 5 === 0 ? 127 : Math.abs(one)));
  const b = made(columns * depth, 63).map((one, at) => (at % 96 < 40 ? 63 : at % 96 < 80 ? -63 : one));
  const out = kernel.take(rows * columns * 4);
  for (const multiply of [kernel.multiplyBytes, kernel.multiplyByPairs, kernel.multiplyByFours]) {
    multiply(bytes(a), bytes(b), out, rows, columns, depth, stride);
    expectProducts(out, a, b, { rows, columns, depth, stride });
  }
});

const sumsAt = (numbers: readonly number[]): number => {
  const at = kernel.take(numbers.length * 4);
  new Int32Array(kernel.memory.buffer, at, numbers.length).set(numbers);
  return at;
};

test("a state grows by what is above nothing", () => {
  const state = floats([1, 1, 1, 1, 1, 1, 1, 1]);
  kernel.grow(
    sumsAt([10, -10, 4, 0, 2, 2, 2, 2]),
    floats(made(8, 0).map(() => 0.5)),
    floats(made(8, 0)),
    state,
    1,
    8,
  );
  expect(readFloats(state, 8)).toEqual([6, 1, 3, 1, 2, 2, 2, 2]);
});

test("memories go along the rows, gate by gate", () => {
  const rows = 3;
  const sums = made(rows * 16, 40);
  const scale = made(16, 0).map(() => 0.1);
  const state = floats(made(rows * 8, 0));
  kernel.remember(sumsAt(sums), floats(scale), floats(made(16, 0)), state, rows, 32, 64, 32);
  for (let unit = 0; unit < 4; unit += 1) {
    let memory = 0;
    for (let row = 0; row < rows; row += 1) {
      const gate = 1 / (1 + Math.exp(-sums[row * 16 + 8 + unit]! * 0.1));
      memory += gate * (sums[row * 16 + unit]! * 0.1 - memory);
      expect(readFloats(state, rows * 8)[row * 8 + unit]).toBeCloseTo(memory, 4);
    }
  }
});

test("rows are normalized and made bytes, cut where they are too large", () => {
  const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8];
  const state = floats(numbers);
  const out = kernel.take(16);
  kernel.normalize(state, floats(made(16, 0).map(() => 4)), floats(made(16, 0).map(() => 1)), out, 1, 16);
  const deviation = Math.sqrt(5.25 + 1e-5);
  const expected = numbers.map((one) => ((one - 4.5) / deviation) * 4 + 1);
  readFloats(state, 16).forEach((value, at) => {
    expect(value).toBeCloseTo(expected[at]!, 4);
  });
  const whole = expected.map((one) => Math.round(one * stateUnit) + stateZero);
  expect(Math.max(...whole)).toBeGreaterThan(127);
  expect([...new Uint8Array(kernel.memory.buffer, out, 16)]).toEqual(
    whole.map((one) => Math.max(0, Math.min(127, one))),
  );
});

test("two rows meet", () => {
  const a = shorts([1, -2, 3, -4, 5, -6, 7, -8]);
  kernel.meet(a, shorts([1, 1, -9, 9, 0, 0, 0, 8]), 8);
  expect([...new Int16Array(kernel.memory.buffer, a, 8)]).toEqual([2, 0, 0, 5, 5, 0, 7, 0]);
});

test("columns of the sums become whole numbers, cut where they are too large", () => {
  const out = kernel.take(32);
  const sums = [...made(24, 30), ...made(24, 5000)];
  const scale = made(8, 0).map(() => 1.5);
  kernel.round(sumsAt(sums) + 8 * 4, floats(scale), floats(made(8, 0).map(() => 0.25)), out, 2, 8, 24 * 4);
  const expected = [...sums.slice(8, 16), ...sums.slice(32, 40)].map((sum) =>
    Math.max(-most, Math.min(most, Math.round(sum * 1.5 + 0.25))),
  );
  expect([...new Int16Array(kernel.memory.buffer, out, 16)]).toEqual(expected);
});

/** Every projective tree with one root over `length` words. */
const treesOf = (length: number): number[][] => {
  const all: number[][] = [];
  const grow = (heads: number[]): void => {
    if (heads.length < length) {
      for (let head = -1; head < length; head += 1) if (head !== heads.length) grow([...heads, head]);
      return;
    }
    if (heads.filter((head) => head === -1).length === 1 && isProjective(heads)) all.push(heads);
  };
  grow([]);
  return all;
};
const reachesRoot = (heads: readonly number[], child: number): boolean => {
  let at = child;
  for (let steps = 0; at !== -1; steps += 1) {
    if (steps > heads.length) return false;
    at = heads[at]!;
  }
  return true;
};
const isProjective = (heads: readonly number[]): boolean =>
  heads.every((_, child) => reachesRoot(heads, child)) &&
  heads.every((head, child) => {
    if (head === -1) return true;
    for (let inner = Math.min(head, child) + 1; inner < Math.max(head, child); inner += 1) {
      let top = inner;
      while (top !== head && top !== -1) top = heads[top]!;
      if (top === -1) return false;
    }
    return true;
  });

test("the best projective tree is found", () => {
  const length = 5;
  const trees = treesOf(length);
  const room = newDecodeRoom(8);
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 40, maxLength: 40 }),
      (numbers) => {
        const scores = Float32Array.from(numbers);
        const worth = (heads: readonly number[]): number =>
          heads.reduce((sum, head, child) => sum + scores[child * 8 + head + 1]!, 0);
        const heads = new Int32Array(length);
        decode(scores, length, 8, heads, room);
        expect(isProjective([...heads])).toBe(true);
        expect(worth([...heads])).toBe(trees.reduce((most, tree) => Math.max(most, worth(tree)), -1e9));
      },
    ),
  );
});
