// Small integers -> well-mixed 32-bit keys. Every feature of the tagger and the parser is one such key.

/** The key of a feature with one value. `template` tells kinds of features apart. */
export const key1 = (template: number, a: number): number => finish(mix(start(template), a));

export const key2 = (template: number, a: number, b: number): number =>
  finish(mix(mix(start(template), a), b));

export const key3 = (template: number, a: number, b: number, c: number): number =>
  finish(mix(mix(mix(start(template), a), b), c));

export const key4 = (template: number, a: number, b: number, c: number, d: number): number =>
  finish(mix(mix(mix(mix(start(template), a), b), c), d));

const start = (template: number): number => Math.imul(template + 1, 0x9e3779b1);
const mix = (state: number, value: number): number => {
  const mixed = Math.imul(state ^ value, 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
};
const finish = (state: number): number => {
  const mixed = Math.imul(state, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
};
