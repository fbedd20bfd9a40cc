// Instructions -> the bytes of a WebAssembly module: just what the kernel is written with, each name as in the standard.

/** A stretch of code. */
export type Code = readonly number[];

/** A number as WebAssembly writes it: signed, seven bits a byte, the lowest first. */
const leb = (value: number): Code => {
  const found: number[] = [];
  for (let rest = value; ; ) {
    const low = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && !(low & 0x40)) || (rest === -1 && low & 0x40)) return [...found, low];
    found.push(low | 0x80);
  }
};

/** The same without a sign. */
const unsigned = (value: number): Code =>
  value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];

export const get = (local: number): Code => [0x20, local];
export const set = (local: number): Code => [0x21, local];
export const integer = (value: number): Code => [0x41, ...leb(value)];
export const float = (value: number): Code => [0x43, ...new Uint8Array(Float32Array.of(value).buffer)];

const one =
  (opcode: number) =>
  (...operands: Code[]): Code => [...operands.flat(), opcode];
/** 32-bit integers and floats. */
export const i32 = {
  add: one(0x6a),
  mul: one(0x6c),
  half: (value: Code): Code => [...value, ...integer(1), 0x76],
};
/** The sum of a local and of code that leaves integers. */
export const plus = (base: number, ...more: Code[]): Code =>
  more.reduce<Code>((sum, one) => i32.add(sum, one), get(base));
export const times = (index: Code, size: Code): Code => i32.mul(index, size);
export const f32 = {
  add: one(0x92),
  sub: one(0x93),
  mul: one(0x94),
  div: one(0x95),
  sqrt: one(0x91),
  fromI32: one(0xb2),
};

const wide =
  (opcode: number) =>
  (...operands: Code[]): Code => [...operands.flat(), 0xfd, ...unsigned(opcode)];
/** Four floats at once. */
export const f32x4 = {
  splat: wide(0x13),
  add: wide(0xe4),
  sub: wide(0xe5),
  mul: wide(0xe6),
  div: wide(0xe7),
  /** Of two numbers; not for NaN, and one instruction for it. */
  least: wide(0xea),
  most: wide(0xeb),
  fromI32: wide(0xfa),
  lane: (lane: number, vector: Code): Code => [...vector, 0xfd, 0x1f, lane],
};
/** Four 32-bit or eight 16-bit integers at once. */
export const i32x4 = {
  splat: wide(0x11),
  add: wide(0xae),
  sub: wide(0xb1),
  shl: wide(0xab),
  dot: wide(0xba),
  /**
   * Four sums of four products of bytes, the second's between 0 and 127, added to a third vector. Where the second's are
   * higher the standard leaves open what comes out, which tells how the machine does it (see `hasOneStep` in kernel.ts).
   */
  dotAdd: wide(0x113),
};
export const i16x8 = {
  add: wide(0x8e),
  most: wide(0x98),
  narrow: wide(0x85),
  splat: wide(0x10),
  /**
   * Eight sums of two products of bytes, the second's between 0 and 127. The standard leaves open what becomes of sums that
   * don't fit into 16 bits; there must be none.
   */
  dot: wide(0x112),
};
export const i8x16 = { narrow: wide(0x65) };
export const zeros: Code = [0xfd, 12, ...new Array<number>(16).fill(0)];

/** Loads and stores of 16 bytes; an address is code that leaves one. */
export const load = (address: Code, offset = 0): Code => [...address, 0xfd, 0, 0, ...unsigned(offset)];
export const store = (address: Code, value: Code, offset = 0): Code => [
  ...[...address, ...value],
  ...[0xfd, 11, 0, ...unsigned(offset)],
];
/** Four 32-bit lanes of two vectors: 0 to 3 of the first, 4 to 7 of the second. */
export const pick = (first: Code, second: Code, ...lanes: number[]): Code => [
  ...[...first, ...second, 0xfd, 13],
  ...lanes.flatMap((lane) => [0, 1, 2, 3].map((byte) => 4 * lane + byte)),
];

/** Runs `body` with `local` at 0, `step`, 2 `step` … while it is under `end`; at least once. */
export const loop = (local: number, step: number, end: Code, ...body: Code[]): Code => [
  ...[...integer(0), ...set(local), 0x03, 0x40],
  ...body.flat(),
  ...[...i32.add(get(local), integer(step)), ...set(local)],
  ...[...get(local), ...end, 0x49, 0x0d, 0, 0x0b],
];

/** A function: parameters are 32-bit integers; its locals follow them, integers first, then floats, then vectors. */
export type Routine = {
  readonly name: string;
  readonly parameters: number;
  readonly integers: number;
  readonly floats: number;
  readonly vectors: number;
  readonly code: Code;
};

/** A module that exports its functions and one page of memory. */
export const moduleOf = (functions: readonly Routine[]): Uint8Array => {
  const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content];
  const text = (name: string): Code => [name.length, ...new TextEncoder().encode(name)];
  const bodies = functions.map(({ integers, floats, vectors, code }) => {
    const body = [3, integers, 0x7f, floats, 0x7d, vectors, 0x7b, ...code, 0x0b];
    return [...unsigned(body.length), ...body];
  });
  const types = functions.map(({ parameters }) => [
    0x60,
    parameters,
    ...new Array<number>(parameters).fill(0x7f),
    0,
  ]);
  const exports = functions.map(({ name }, at) => [...text(name), 0, at]);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [functions.length, ...types.flat()]),
    ...section(3, [functions.length, ...functions.map((_, at) => at)]),
    ...section(5, [1, 0, 1]),
    ...section(7, [functions.length + 1, ...exports.flat(), ...text("memory"), 2, 0]),
    ...section(10, [functions.length, ...bodies.flat()]),
  ]);
};
