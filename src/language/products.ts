// Products of matrices of small integers, as code of the kernel: eight dot products go on at a time, so that each number that
// is loaded serves two or four of them.
import {
  type Code,
  get,
  i16x8,
  i32,
  i32x4,
  integer,
  load,
  loop,
  pick,
  plus,
  type Routine,
  set,
  store,
  times,
  zeros,
} from "./assembly.ts";

/** The lanes of each of four vectors summed up, with two vectors to work in. */
const total = ([p, q, r, s]: readonly number[], first: number, second: number): Code => [
  ...[...pairSums(p!, q!), ...set(first), ...pairSums(r!, s!), ...set(second)],
  ...i32x4.add(pick(get(first), get(second), 0, 1, 4, 5), pick(get(first), get(second), 2, 3, 6, 7)),
];
const pairSums = (x: number, y: number): Code =>
  i32x4.add(pick(get(x), get(y), 0, 4, 1, 5), pick(get(x), get(y), 2, 6, 3, 7));

/** What a product of rows is made of: `size` is the bytes of a row of `b`, `step` how many of them go on at a time. */
type Making = {
  readonly name: string;
  /** Vectors beside the eight sums. */
  readonly vectors: number;
  readonly open: (first: number) => Code;
  readonly size: Code;
  readonly step: number;
  /** Loads what stands at `above` and `below`. */
  readonly left: (above: number, below: number, first: number) => Code;
  /** Loads what stands at `right` and adds its products to the sums of the row above and the one below. */
  readonly right: (right: number, sums: readonly [number, number], first: number) => Code;
};

/** Two rows of `a` by four of `b` at a time: eight sums of four lanes each. */
const productOf = ({ name, vectors, open, size, step, left, right }: Making): Routine => {
  const [a, b, out, rows, columns, , stride] = [0, 1, 2, 3, 4, 5, 6] as const;
  const [row, column, at, bytes, above, below] = [7, 8, 9, 10, 11, 12] as const;
  const rights = [13, 14, 15, 16];
  const sums = [17, 18, 19, 20, 21, 22, 23, 24];
  const first = 25;
  const target = (n: number): Code =>
    plus(out, times(i32.add(times(i32.add(get(row), integer(n)), get(columns)), get(column)), integer(4)));
  return {
    name,
    parameters: 7,
    integers: 10,
    floats: 0,
    vectors: 8 + vectors,
    code: [
      ...[...open(first), ...size, ...set(bytes)],
      ...loop(
        row,
        2,
        get(rows),
        loop(
          column,
          4,
          get(columns),
          [...plus(a, times(get(row), get(stride))), ...set(above)],
          [...plus(above, get(stride)), ...set(below)],
          rights.flatMap((one, n) => [
            ...(n === 0 ? plus(b, times(get(column), get(bytes))) : plus(rights[n - 1]!, get(bytes))),
            ...set(one),
          ]),
          sums.flatMap((sum) => [...zeros, ...set(sum)]),
          loop(
            at,
            step,
            get(bytes),
            left(above, below, first),
            rights.flatMap((one, n) => right(one, [sums[n]!, sums[n + 4]!], first)),
            // Addresses that move along cost less than sums of two numbers for each of six.
            [above, below, ...rights].flatMap((one) => [...i32.add(get(one), integer(step)), ...set(one)]),
          ),
          store(target(0), total(sums.slice(0, 4), first, first + 1)),
          store(target(1), total(sums.slice(4), first, first + 1)),
        ),
      ),
    ],
  };
};

/** The depth of a product, its sixth parameter. */
const depth = 5;
const take = (address: number, offset: number, vector: number): Code => [
  ...load(get(address), offset),
  ...set(vector),
];
const addTo = (sum: number, more: Code): Code => [...i32x4.add(get(sum), more), ...set(sum)];

export const multiply: Routine = productOf({
  name: "multiply",
  vectors: 3,
  open: () => [],
  size: times(get(depth), integer(2)),
  step: 16,
  left: (above, below, first) => [...take(above, 0, first), ...take(below, 0, first + 1)],
  right: (right, sums, first) => [
    ...take(right, 0, first + 2),
    ...sums.flatMap((sum, n) => addTo(sum, i32x4.dot(get(first + n), get(first + 2)))),
  ],
});

/** The same for bytes: four products are summed as 16-bit numbers, which hold them while none is above 127 times 64. */
export const multiplyByPairs: Routine = productOf({
  name: "multiplyByPairs",
  vectors: 7,
  open: (first) => [...i16x8.splat(integer(1)), ...set(first + 6)],
  size: get(depth),
  step: 32,
  left: (above, below, first) => [
    ...[...take(above, 0, first), ...take(above, 16, first + 1)],
    ...[...take(below, 0, first + 2), ...take(below, 16, first + 3)],
  ],
  right: (right, sums, first) => [
    ...[...take(right, 0, first + 4), ...take(right, 16, first + 5)],
    ...sums.flatMap((sum, n) =>
      addTo(
        sum,
        i32x4.dot(
          i16x8.add(
            i16x8.dot(get(first + 4), get(first + 2 * n)),
            i16x8.dot(get(first + 5), get(first + 2 * n + 1)),
          ),
          get(first + 6),
        ),
      ),
    ),
  ],
});

/** The same in one step for four products, which newer machines have; where it is made of three, pairs are faster. */
export const multiplyByFours: Routine = productOf({
  name: "multiplyByFours",
  vectors: 3,
  open: () => [],
  size: get(depth),
  step: 16,
  left: (above, below, first) => [...take(above, 0, first), ...take(below, 0, first + 1)],
  right: (right, sums, first) => [
    ...take(right, 0, first + 2),
    ...sums.flatMap((sum, n) => [...i32x4.dotAdd(get(first + 2), get(first + n), get(sum)), ...set(sum)]),
  ],
});
