// The network's arithmetic in WebAssembly, several numbers at once: products of matrices of small integers, whose sums are
// exact, and the steps between them in 32-bit floats, which every machine rounds alike.
import { moduleOf } from "./assembly.ts";
import { multiply, multiplyByFours, multiplyByPairs } from "./products.ts";
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
  /** Its two ways: which of them is the faster depends on the machine. */
  readonly multiplyByPairs: Kernel["multiply"];
  readonly multiplyByFours: Kernel["multiply"];
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
    moduleOf([multiply, multiplyByPairs, multiplyByFours, grow, remember, round, normalize, meet]),
  );
  const { exports } = new WebAssembly.Instance(module);
  const memory = exports.memory as Memory;
  let end = 0;
  const take = (bytes: number): number => {
    const at = end;
    end += Math.ceil(bytes / 16) * 16;
    const missing = end - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / 65_536));
    return at;
  };
  const routines = exports as Omit<Kernel, "memory" | "take" | "multiplyBytes">;
  const sumsFours = hasOneStep(routines.multiplyByFours, memory, take);
  return {
    ...routines,
    multiplyBytes: sumsFours ? routines.multiplyByFours : routines.multiplyByPairs,
    memory,
    take,
  };
};

/**
 * Whether the machine sums four products of bytes in one step. Where it takes three, the sum of two is cut to 16 bits on the
 * way, as shows with bytes higher than the network's. Both ways give the same sums of what the network multiplies.
 */
const hasOneStep = (multiplyByFours: Kernel["multiply"], memory: Memory, take: Kernel["take"]): boolean => {
  const depth = 16;
  const [a, b, out] = [take(2 * depth), take(4 * depth), take(2 * 4 * 4)];
  new Uint8Array(memory.buffer, a, 2 * depth).fill(255);
  new Int8Array(memory.buffer, b, 4 * depth).fill(127);
  multiplyByFours(a, b, out, 2, 4, depth, depth);
  const cut = 2 ** 15 - 1;
  return new Int32Array(memory.buffer, out, 1)[0] !== (depth / 2) * cut;
};
