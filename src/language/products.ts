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

/** Two rows of `a` by four of `b` at a time: eight sums of four lanes each. */
export const multiply: Routine = (() => {
  const [a, b, out, rows, columns, depth, stride] = [0, 1, 2, 3, 4, 5, 6] as const;
  const [row, column, at, bytes, above, below, ...rights] = [7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
  const sums = [17, 18, 19, 20, 21, 22, 23, 24];
  const [first, second, third] = [25, 26, 27] as const;
  const product = (sum: number, left: number): Code => [
    ...i32x4.add(get(sum), i32x4.dot(get(left), get(third))),
    ...set(sum),
  ];
  const step = (place: number): Code => [...i32.add(get(place), integer(16)), ...set(place)];
  const target = (n: number): Code =>
    plus(out, times(i32.add(times(i32.add(get(row!), integer(n)), get(columns)), get(column!)), integer(4)));
  return {
    name: "multiply",
    parameters: 7,
    integers: 10,
    floats: 0,
    vectors: 11,
    code: [
      ...[...times(get(depth), integer(2)), ...set(bytes!)],
      ...loop(
        row!,
        2,
        get(rows),
        loop(
          column!,
          4,
          get(columns),
          [...plus(a, times(get(row!), get(stride))), ...set(above!)],
          [...plus(above!, get(stride)), ...set(below!)],
          rights.flatMap((right, n) => [
            ...(n === 0 ? plus(b, times(get(column!), get(bytes!))) : plus(rights[n - 1]!, get(bytes!))),
            ...set(right),
          ]),
          sums.flatMap((sum) => [...zeros, ...set(sum)]),
          loop(
            at!,
            16,
            get(bytes!),
            [...load(get(above!)), ...set(first), ...load(get(below!)), ...set(second)],
            rights.flatMap((right, n) => [
              ...[...load(get(right)), ...set(third)],
              ...[...product(sums[n]!, first), ...product(sums[n + 4]!, second)],
            ]),
            // Addresses that move along cost less than sums of two numbers for each of six.
            [above!, below!, ...rights].flatMap(step),
          ),
          store(target(0), total(sums.slice(0, 4), first, second)),
          store(target(1), total(sums.slice(4), first, second)),
        ),
      ),
    ],
  };
})();

/** The same for bytes: four products are summed as 16-bit numbers, which hold them while none is above 127 times 64. */
export const multiplyBytes: Routine = (() => {
  const [a, b, out, rows, columns, depth, stride] = [0, 1, 2, 3, 4, 5, 6] as const;
  const [row, column, at, above, below, ...rights] = [7, 8, 9, 10, 11, 12, 13, 14, 15];
  const sums = [16, 17, 18, 19, 20, 21, 22, 23];
  const [near, nearNext, far, farNext, right, rightNext, ones] = [24, 25, 26, 27, 28, 29, 30] as const;
  const product = (sum: number, first: number, second: number): Code => [
    ...i32x4.add(
      get(sum),
      i32x4.dot(
        i16x8.add(i16x8.dot(get(right), get(first)), i16x8.dot(get(rightNext), get(second))),
        get(ones),
      ),
    ),
    ...set(sum),
  ];
  const step = (place: number): Code => [...i32.add(get(place), integer(32)), ...set(place)];
  const target = (n: number): Code =>
    plus(out, times(i32.add(times(i32.add(get(row!), integer(n)), get(columns)), get(column!)), integer(4)));
  return {
    name: "multiplyBytes",
    parameters: 7,
    integers: 9,
    floats: 0,
    vectors: 15,
    code: [
      ...[...i16x8.splat(integer(1)), ...set(ones)],
      ...loop(
        row!,
        2,
        get(rows),
        loop(
          column!,
          4,
          get(columns),
          [...plus(a, times(get(row!), get(stride))), ...set(above!)],
          [...plus(above!, get(stride)), ...set(below!)],
          rights.flatMap((one, n) => [
            ...(n === 0 ? plus(b, times(get(column!), get(depth))) : plus(rights[n - 1]!, get(depth))),
            ...set(one),
          ]),
          sums.flatMap((sum) => [...zeros, ...set(sum)]),
          loop(
            at!,
            32,
            get(depth),
            [...load(get(above!)), ...set(near), ...load(get(above!), 16), ...set(nearNext)],
            [...load(get(below!)), ...set(far), ...load(get(below!), 16), ...set(farNext)],
            rights.flatMap((one, n) => [
              ...[...load(get(one)), ...set(right), ...load(get(one), 16), ...set(rightNext)],
              ...[...product(sums[n]!, near, nearNext), ...product(sums[n + 4]!, far, farNext)],
            ]),
            [above!, below!, ...rights].flatMap(step),
          ),
          store(target(0), total(sums.slice(0, 4), right, rightNext)),
          store(target(1), total(sums.slice(4), right, rightNext)),
        ),
      ),
    ],
  };
})();
