// The steps between products, as code of the kernel: growth, memory, normalization and rounding.
import {
  type Code,
  f32,
  f32x4,
  float,
  get,
  i8x16,
  i16x8,
  i32,
  integer,
  load,
  loop,
  plus,
  type Routine,
  set,
  store,
  times,
  zeros,
} from "./assembly.ts";
import { held, sigmoid, sigmoidNumbers, stateBytes, stateNumbers, whole, wholeNumbers } from "./lanes.ts";

/** sum * scale + bias of four units; `at` is their place in bytes. */
const value = (sum: Code, scale: Code, bias: Code): Code =>
  f32x4.add(f32x4.mul(f32x4.fromI32(load(sum)), load(scale)), load(bias));

export const grow: Routine = (() => {
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

export const remember: Routine = (() => {
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

export const round: Routine = (() => {
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

export const normalize: Routine = (() => {
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

export const meet: Routine = (() => {
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
        store(plus(a, get(at)), i16x8.most(i16x8.add(load(plus(a, get(at))), load(plus(b, get(at)))), zeros)),
      ),
    ],
  };
})();
