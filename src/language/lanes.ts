// Four numbers at a time: what the kernel's loops compute of each.
import { type Code, f32x4, float, get, i32x4, integer, set, zeros } from "./assembly.ts";

/**
 * States as bytes: a twelfth of 1 to a unit, counted from `stateZero` and cut to seven bits, so that sums of products of
 * bytes stay small. What is lost moves no score of the parser's by a tenth.
 */
export const stateUnit = 12;
export const stateZero = 64;
/** Other whole numbers stay within this many, so that no sum of products overflows. */
export const most = 2047;

const splat = (number: number): Code => f32x4.splat(float(number));

/** Numbers in all four lanes, held in the vectors from local `first` on: a loop that makes them anew is slower. */
export const held = (
  first: number,
  numbers: readonly number[],
): { set: Code; get: (number: number) => Code } => ({
  set: numbers.flatMap((number, at) => [...splat(number), ...set(first + at)]),
  get: (number) => get(first + numbers.indexOf(number)),
});

/** Added to a number within 2^22 of 0, this leaves it rounded, half to even, in the low bits of the sum. */
const rounder = 1.5 * 2 ** 23;
const rounderBits = 0x4b400000;
const splatInteger = (number: number): Code => i32x4.splat(integer(number));

const terms = [1 / 120, 1 / 24, 1 / 6, 1 / 2, 1, 1];
export const sigmoidNumbers = [-30, 30, Math.LOG2E, Math.LN2, rounder, ...terms.slice(0, 5)];

/** 1 / (1 + e^-x), x held within 30 of 0: e^y is 2^n times a polynomial in what is left of y, less than half of ln 2. */
export const sigmoid = (x: Code, y: number, n: number, number: (number: number) => Code): Code => [
  ...[...f32x4.least(f32x4.most(f32x4.sub(zeros, x), number(-30)), number(30)), ...set(y)],
  ...[...f32x4.add(f32x4.mul(get(y), number(Math.LOG2E)), number(rounder)), ...set(n)],
  ...[...f32x4.sub(get(y), f32x4.mul(f32x4.sub(get(n), number(rounder)), number(Math.LN2))), ...set(y)],
  ...f32x4.div(
    number(1),
    f32x4.add(
      number(1),
      f32x4.mul(
        terms
          .slice(1)
          .reduce<Code>((sum, term) => f32x4.add(f32x4.mul(sum, get(y)), number(term)), number(terms[0]!)),
        // 2^n as the bits of a float.
        i32x4.shl(i32x4.add(get(n), splatInteger(127 - rounderBits)), integer(23)),
      ),
    ),
  ),
];

/** A vector of floats as the nearest whole numbers within two bounds, with `more` added. */
const between = (
  vector: Code,
  low: number,
  high: number,
  more: number,
  number: (number: number) => Code,
): Code =>
  i32x4.sub(
    f32x4.add(f32x4.least(f32x4.most(vector, number(low)), number(high)), number(rounder)),
    splatInteger(rounderBits - more),
  );

export const wholeNumbers = [-most, most, rounder];

/** A vector of floats as whole numbers within `most`. */
export const whole = (vector: Code, number: (number: number) => Code): Code =>
  between(vector, -most, most, 0, number);

export const stateNumbers = [stateUnit, -stateZero, 127 - stateZero, rounder];

/** A vector of states as bytes in 32-bit lanes. */
export const stateBytes = (vector: Code, number: (number: number) => Code): Code =>
  between(f32x4.mul(vector, number(stateUnit)), -stateZero, 127 - stateZero, stateZero, number);
