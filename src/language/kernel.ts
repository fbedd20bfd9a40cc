// The network's arithmetic in WebAssembly, several numbers at once: products of matrices of small integers, whose sums are
// exact, and the steps between them in 32-bit floats, which every machine rounds alike.
import { moduleOf } from "./assembly.ts";
import { multiply, multiplyBytes } from "./products.ts";
import { grow, meet, normalize, remember, round } from "./steps.ts";

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
  const module = new WebAssembly.Module(
    moduleOf([multiply, multiplyBytes, grow, remember, round, normalize, meet]),
  );
  const { exports } = new WebAssembly.Instance(module);
  const memory = exports.memory as Memory;
  let end = 0;
  return {
    ...(exports as Omit<Kernel, "memory" | "take">),
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
