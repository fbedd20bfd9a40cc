// The network's arithmetic in WebAssembly, several numbers at once: products of matrices of small integers, whose sums are
// exact, and the steps between them in 32-bit floats, which every machine rounds alike.
import {
  type Code,
  f32,
  f32x4,
  float,
  get,
  i16x8,
  i8x16,
  i32,
  i32x4,
  integer,
  load,
  loop,
  moduleOf,
  pick,
  type Routine,
  set,
  store,
  zeros,
} from "./assembly.ts";
import { held, sigmoid, sigmoidNumbers, stateBytes, stateNumbers, whole, wholeNumbers } from "./lanes.ts";

/** What is used of the platform's WebAssembly, which the types of Node leave out. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: { readonly [name: string]: unknown } };
};

/** Memory that grows by pages of 64 KiB. */
type Memory = { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };

/** Memory and what is done in it. Addresses are bytes, multiples of 16; widths and depths are multiples of 8. */
export type Kernel = {
  /** Takes `bytes` of memory for good, zeroed; gives the address. Views of `memory` made before are void after it. */
  readonly take: (bytes: number) => number;
  readonly memory: Memory;
  /**
   * out[i, j] = sum of a[i, k] b[j, k]: `a` has rows of `depth` numbers that begin `stride` bytes apart, `b` is
   * columns x depth, both 16-bit; `out` is rows x columns, 32-bit. `rows` is even, `columns` a multiple of 4.
   */
  readonly multiply: (
    a: number,
    b: number,
    out: number,
    rows: number,
    columns: number,
    depth: number,
    stride: number,
  ) => void;
  /**
   * The same for bytes, `a` between 0 and 127, `b` between -63 and 63, so that every sum on the way is exact. `depth` is a
   * multiple of 32.
   */
  readonly multiplyBytes: Kernel["multiply"];
  /** state += what is above 0 of sum * scale + bias, row by row. */
  readonly grow: (
    sum: number,
    scale: number,
    bias: number,
    state: number,
    rows: number,
    width: number,
  ) => void;
  /**
   * Four units' memory along the rows: with v and g read off the sums (g `gate` bytes after v, through a sigmoid),
   * m += g (v - m), state += m. Rows of sums and states begin `sums` and `states` bytes apart; negative to go back.
   */
  readonly remember: (
    sum: number,
    scale: number,
    bias: number,
    state: number,
    rows: number,
    gate: number,
    sums: number,
    states: number,
  ) => void;
  /**
   * Sums as 16-bit numbers, near whole of sum * scale + bias: `width` columns of rows that begin `stride` bytes apart
   * become rows of `out`.
   */
  readonly round: (
    sum: number,
    scale: number,
    bias: number,
    out: number,
    rows: number,
    width: number,
    stride: number,
  ) => void;
  /** Layer normalization of each row of `state`, in place, and the same as bytes in `out`; `width` is a multiple of 16. */
  readonly normalize: (
    state: number,
    gain: number,
    offset: number,
    out: number,
    rows: number,
    width: number,
  ) => void;
  /** a = what is above 0 of a + b: `count` 16-bit numbers, a multiple of 8. */
  readonly meet: (a: number, b: number, count: number) => void;
};

/** A kernel with memory of its own. */
export const newKernel = (): Kernel => {
  const module = new WebAssembly.Module(moduleOf([multiply, multiplyBytes, grow, remember, round, normalize, meet]));
  const { exports } = new WebAssembly.Instance(module);
  const memory = exports.memory as Memory;
  let end = 0;
  return {
    ...(exports as Pick<Kernel, "multiply" | "multiplyBytes" | "grow" | "remember" | "round" | "normalize" | "meet">),
    memory,
    take: (bytes) => {
      const at = end;
      end += Math.ceil(bytes / 16) * 16;
      const missing = end - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / 65_536));
      return at;
    },
  };
};

const plus = (base: number, ...more: Code[]): Code =>
  more.reduce<Code>((sum, one) => i32.add(sum, one), get(base));
const times = (index: Code, size: Code): Code => i32.mul(index, size);

/** The lanes of each of four vectors summed up, with two vectors to work in. */
const total = ([p, q, r, s]: readonly number[], first: number, second: number): Code => [
  ...[...pairSums(p!, q!), ...set(first), ...pairSums(r!, s!), ...set(second)],
  ...i32x4.add(pick(get(first), get(second), 0, 1, 4, 5), pick(get(first), get(second), 2, 3, 6, 7)),
];
const pairSums = (x: number, y: number): Code =>
  i32x4.add(pick(get(x), get(y), 0, 4, 1, 5), pick(get(x), get(y), 2, 6, 3, 7));

/** Two rows of `a` by four of `b` at a time: eight sums of four lanes each. */
const multiply: Routine = (() => {
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
const multiplyBytes: Routine = (() => {
  const [a, b, out, rows, columns, depth, stride] = [0, 1, 2, 3, 4, 5, 6] as const;
  const [row, column, at, above, below, ...rights] = [7, 8, 9, 10, 11, 12, 13, 14, 15];
  const sums = [16, 17, 18, 19, 20, 21, 22, 23];
  const [near, nearNext, far, farNext, right, rightNext, ones] = [24, 25, 26, 27, 28, 29, 30] as const;
  const product = (sum: number, first: number, second: number): Code => [
    ...i32x4.add(
      get(sum),
      i32x4.dot(i16x8.add(i16x8.dot(get(right), get(first)), i16x8.dot(get(rightNext), get(second))), get(ones)),
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

/** sum * scale + bias of four units; `at` is their place in bytes. */
const value = (sum: Code, scale: Code, bias: Code): Code =>
  f32x4.add(f32x4.mul(f32x4.fromI32(load(sum)), load(scale)), load(bias));

const grow: Routine = (() => {
  const [sum, scale, bias, state, rows, width] = [0, 1, 2, 3, 4, 5] as const;
  const [row, at, bytes, from] = [6, 7, 8, 9] as const;
  return {
    name: "grow",
    parameters: 6,
    integers: 4,
    floats: 0,
    vectors: 0,
    code: [
      ...[...times(get(width), integer(4)), ...set(bytes)],
      ...loop(
        row,
        1,
        get(rows),
        [...times(get(row), get(bytes)), ...set(from)],
        loop(
          at,
          16,
          get(bytes),
          store(
            plus(state, get(from), get(at)),
            f32x4.add(
              load(plus(state, get(from), get(at))),
              f32x4.most(
                value(plus(sum, get(from), get(at)), plus(scale, get(at)), plus(bias, get(at))),
                zeros,
              ),
            ),
          ),
        ),
      ),
    ],
  };
})();

const remember: Routine = (() => {
  const [sum, scale, bias, state, rows, gate, sums, states] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
  const [row, from, to] = [8, 9, 10] as const;
  const [memory, y, n] = [11, 12, 13] as const;
  const numbers = held(14, sigmoidNumbers);
  const gates = value(plus(from, get(gate)), plus(scale, get(gate)), plus(bias, get(gate)));
  const gated = sigmoid(gates, y, n, numbers.get);
  return {
    name: "remember",
    parameters: 8,
    integers: 3,
    floats: 0,
    vectors: 3 + sigmoidNumbers.length,
    code: [
      ...[...get(sum), ...set(from), ...get(state), ...set(to), ...numbers.set],
      ...loop(
        row,
        1,
        get(rows),
        [
          ...f32x4.add(
            get(memory),
            f32x4.mul(gated, f32x4.sub(value(get(from), get(scale), get(bias)), get(memory))),
          ),
          ...set(memory),
        ],
        store(get(to), f32x4.add(load(get(to)), get(memory))),
        [...plus(from, get(sums)), ...set(from), ...plus(to, get(states)), ...set(to)],
      ),
    ],
  };
})();

const round: Routine = (() => {
  const [sum, scale, bias, out, rows, width, stride] = [0, 1, 2, 3, 4, 5, 6] as const;
  const [row, at, bytes, from, to] = [7, 8, 9, 10, 11] as const;
  const numbers = held(12, wholeNumbers);
  const part = (more: number): Code =>
    whole(
      f32x4.add(
        f32x4.mul(f32x4.fromI32(load(plus(from, get(at)), more)), load(plus(scale, get(at)), more)),
        load(plus(bias, get(at)), more),
      ),
      numbers.get,
    );
  return {
    name: "round",
    parameters: 7,
    integers: 5,
    floats: 0,
    vectors: wholeNumbers.length,
    code: [
      ...[...times(get(width), integer(4)), ...set(bytes), ...numbers.set],
      ...[...get(sum), ...set(from), ...get(out), ...set(to)],
      ...loop(
        row,
        1,
        get(rows),
        loop(at, 32, get(bytes), store(plus(to, i32.half(get(at))), i16x8.narrow(part(0), part(16)))),
        [...plus(from, get(stride)), ...set(from), ...plus(to, i32.half(get(bytes))), ...set(to)],
      ),
    ],
  };
})();

const normalize: Routine = (() => {
  const [state, gain, offset, out, rows, width] = [0, 1, 2, 3, 4, 5] as const;
  const [row, at, bytes, from] = [6, 7, 8, 9] as const;
  const [mean, factor] = [10, 11] as const;
  const [sum, squares, seen, means, factors] = [12, 13, 14, 15, 16] as const;
  const numbers = held(17, stateNumbers);
  const sumOf = (vector: number): Code =>
    f32.add(
      f32.add(f32x4.lane(0, get(vector)), f32x4.lane(1, get(vector))),
      f32.add(f32x4.lane(2, get(vector)), f32x4.lane(3, get(vector))),
    );
  const part = (plusBytes: number): Code => {
    const place = plus(from, get(at));
    return [
      ...f32x4.add(
        f32x4.mul(
          f32x4.mul(f32x4.sub(load(place, plusBytes), get(means)), get(factors)),
          load(plus(gain, get(at)), plusBytes),
        ),
        load(plus(offset, get(at)), plusBytes),
      ),
      ...set(seen),
      ...store(place, get(seen), plusBytes),
    ];
  };
  const four = (plusBytes: number): Code => [...part(plusBytes), ...stateBytes(get(seen), numbers.get)];
  return {
    name: "normalize",
    parameters: 6,
    integers: 4,
    floats: 2,
    vectors: 5 + stateNumbers.length,
    code: [
      ...[...times(get(width), integer(4)), ...set(bytes), ...numbers.set],
      ...loop(
        row,
        1,
        get(rows),
        [...plus(state, times(get(row), get(bytes))), ...set(from)],
        [...zeros, ...set(sum), ...zeros, ...set(squares)],
        loop(
          at,
          16,
          get(bytes),
          [...load(plus(from, get(at))), ...set(seen)],
          [...f32x4.add(get(sum), get(seen)), ...set(sum)],
          [...f32x4.add(get(squares), f32x4.mul(get(seen), get(seen))), ...set(squares)],
        ),
        [...f32.div(sumOf(sum), f32.fromI32(get(width))), ...set(mean)],
        [
          ...f32.div(
            float(1),
            f32.sqrt(
              f32.add(
                f32.sub(f32.div(sumOf(squares), f32.fromI32(get(width))), f32.mul(get(mean), get(mean))),
                float(1e-5),
              ),
            ),
          ),
          ...set(factor),
        ],
        [...f32x4.splat(get(mean)), ...set(means), ...f32x4.splat(get(factor)), ...set(factors)],
        // Sixteen units at a time, which fill one vector of bytes.
        loop(
          at,
          64,
          get(bytes),
          store(
            plus(out, times(get(row), get(width)), i32.half(i32.half(get(at)))),
            i8x16.narrow(i16x8.narrow(four(0), four(16)), i16x8.narrow(four(32), four(48))),
          ),
        ),
      ),
    ],
  };
})();

const meet: Routine = (() => {
  const [a, b, count, at, bytes] = [0, 1, 2, 3, 4] as const;
  return {
    name: "meet",
    parameters: 3,
    integers: 2,
    floats: 0,
    vectors: 0,
    code: [
      ...[...times(get(count), integer(2)), ...set(bytes)],
      ...loop(
        at,
        16,
        get(bytes),
        store(
          plus(a, get(at)),
          i16x8.most(i16x8.add(load(plus(a, get(at))), load(plus(b, get(at)))), zeros),
        ),
      ),
    ],
  };
})();
