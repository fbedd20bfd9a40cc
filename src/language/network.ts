// models/en/trees.weights -> the network that tags, parses and names: weights in the kernel's memory, tables as they are.
import { type Kernel, newKernel } from "./kernel.ts";
import { most, stateUnit, stateZero } from "./lanes.ts";
import { asInt8, asInt32, type Weights } from "./weights.ts";

/** One linear layer: `outputs` rows (a multiple of 4) of `depth` weights, of 16 bits or bytes, in the kernel's memory. */
export type Layer = {
  readonly weights: number;
  readonly outputs: number;
  readonly depth: number;
  /** What a sum is worth, for each output; here and in the kernel's memory. */
  readonly scale: Float32Array;
  readonly bias: Float32Array;
  readonly scales: number;
  readonly biases: number;
};

/** Gain and offset of a layer normalization, in the kernel's memory. */
export type Norm = { readonly gain: number; readonly offset: number };

/** `near` looks at a word and its two neighbours; `far` remembers from the left and from the right. */
export type Block = { readonly kind: "near" | "far"; readonly layer: Layer; readonly norm: Norm };

/**
 * A stretch of the heads' outputs that goes on as 16-bit numbers: `size` of them from `first` on, `unit` to a whole 1;
 * the scales and biases that make them, in the kernel's memory.
 */
export type Reader = {
  readonly first: number;
  readonly size: number;
  readonly unit: number;
  readonly scales: number;
  readonly biases: number;
};

/** A table of vectors for hashed values of one column; a value is worth `cell << shift` inputs. */
export type HashedTable = {
  readonly column: "form" | "ending2" | "ending3" | "opening3" | "shape";
  readonly size: number;
  readonly width: number;
  readonly cells: Int8Array;
  readonly shift: number;
};

export type Network = {
  readonly kernel: Kernel;
  readonly width: number;
  /** Inputs a word, a multiple of 8. */
  readonly inputs: number;
  /** Row of the word table by the hash of a lower-case form; row 0 is for unknown words. */
  readonly rowOf: (lower: number) => number;
  readonly words: { readonly width: number; readonly cells: Int8Array; readonly shift: number };
  readonly hashed: readonly HashedTable[];
  /** Vectors of the kinds of known names, one a bit, and what stands where no bit is set. */
  readonly known: { readonly width: number; readonly cells: Int16Array; readonly bias: Int16Array };
  readonly enter: Layer;
  readonly norm: Norm;
  readonly blocks: readonly Block[];
  /** All that is read off a word at the end, in this order: tag, name, arc as child and head, relation likewise. */
  readonly heads: Layer;
  readonly sizes: {
    readonly tags: number;
    readonly names: number;
    readonly arc: number;
    readonly relation: number;
  };
  readonly readers: {
    readonly child: Reader;
    readonly head: Reader;
    readonly relationChild: Reader;
    readonly relationHead: Reader;
  };
  /** The root as a head, in the head reader's unit. */
  readonly root: { readonly arc: Int16Array };
  /** Worth of the distance to a head, a row for each bucket. */
  readonly gap: Layer;
  readonly relations: Layer;
};

/** Inputs are whole numbers of this fraction of 1. */
export const inputUnit = 512;

type Shape = {
  readonly width: number;
  readonly blocks: readonly ("near" | "far")[];
  readonly words: number;
  readonly known: number;
  readonly hashed: readonly { column: HashedTable["column"]; size: number; width: number; shift: number }[];
  readonly wordShift: number;
  readonly sizes: Network["sizes"];
  /** The farthest from 0 that the outputs for arcs and relations reach, as far as training saw. */
  readonly reach: { readonly arc: number; readonly relation: number };
};

/** The network of a weight file. */
export const readNetwork = (weights: Weights): Network => {
  const kernel = newKernel();
  const shape = weights.note.shape as Shape;
  const floats = (name: string): Float32Array => {
    const bytes = weights.part(name);
    return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  };
  const layer = (name: string, unit: number): Layer => {
    const cells = asInt8(weights.part(`${name} weights`));
    const address = kernel.take(cells.length * 2);
    new Int16Array(kernel.memory.buffer, address, cells.length).set(cells);
    return layerOf(address, cells, floats(`${name} scale`), floats(`${name} bias`), unit);
  };
  /** A layer that reads states. */
  const stateLayer = (name: string): Layer => {
    const cells = asInt8(weights.part(`${name} weights`));
    const scale = floats(`${name} scale`);
    const address = kernel.take(cells.length);
    new Int8Array(kernel.memory.buffer, address, cells.length).set(cells);
    // States are counted from `stateZero`, whose part in a sum is the same for every word.
    const depth = cells.length / scale.length;
    const bias = floats(`${name} bias`).map((one, row) => {
      const sum = cells.subarray(row * depth, (row + 1) * depth).reduce((all, cell) => all + cell, 0);
      return one - (stateZero / stateUnit) * scale[row]! * sum;
    });
    return layerOf(address, cells, scale, bias, stateUnit);
  };
  const layerOf = (
    address: number,
    cells: Int8Array,
    scales: Float32Array,
    bias: Float32Array,
    unit: number,
  ): Layer => {
    const scale = scales.map((one) => one / unit);
    return {
      weights: address,
      outputs: scale.length,
      depth: cells.length / scale.length,
      scale,
      bias,
      scales: keep(scale),
      biases: keep(bias),
    };
  };
  const keep = (numbers: Float32Array): number => {
    const address = kernel.take(numbers.byteLength);
    new Float32Array(kernel.memory.buffer, address, numbers.length).set(numbers);
    return address;
  };
  const norm = (name: string): Norm => ({
    gain: keep(floats(`${name} gain`)),
    offset: keep(floats(`${name} offset`)),
  });
  const bytes16 = (name: string): Int16Array => {
    const part = weights.part(name);
    return new Int16Array(part.buffer, part.byteOffset, part.byteLength >> 1);
  };
  const enter = layer("enter", inputUnit);
  const heads = stateLayer("heads");
  const { sizes } = shape;
  // What lies beyond `most` is cut to it.
  const arcUnit = most / shape.reach.arc;
  const relationUnit = most / shape.reach.relation;
  const reader = (first: number, size: number, unit: number): Reader => ({
    first,
    size,
    unit,
    scales: keep(heads.scale.slice(first, first + size).map((one) => one * unit)),
    biases: keep(heads.bias.slice(first, first + size).map((one) => one * unit)),
  });
  const child = sizes.tags + sizes.names;
  const relationChild = child + 2 * sizes.arc;
  return {
    kernel,
    width: shape.width,
    inputs: enter.depth,
    rowOf: rowFinder(asInt32(weights.part("words"))),
    words: { width: shape.words, cells: asInt8(weights.part("word table")), shift: shape.wordShift },
    hashed: shape.hashed.map((one) => ({ ...one, cells: asInt8(weights.part(`${one.column} table`)) })),
    known: { width: shape.known, cells: bytes16("known table"), bias: bytes16("known bias") },
    enter,
    norm: norm("norm"),
    blocks: shape.blocks.map((kind, at) => ({
      kind,
      layer: stateLayer(`block ${at}`),
      norm: norm(`block ${at}`),
    })),
    heads,
    readers: {
      child: reader(child, sizes.arc, arcUnit),
      head: reader(child + sizes.arc, sizes.arc, arcUnit),
      relationChild: reader(relationChild, sizes.relation, relationUnit),
      relationHead: reader(relationChild + sizes.relation, sizes.relation, relationUnit),
    },
    sizes,
    root: { arc: Int16Array.from(floats("root arc"), (one) => Math.round(within(one * arcUnit))) },
    gap: layer("gap", arcUnit),
    relations: layer("relations", relationUnit),
  };
};

const within = (one: number): number => Math.max(-most, Math.min(most, one));

/** Open addressing over the hashes of the words, in the order of their rows; row 0 has none. */
const rowFinder = (hashes: Int32Array): ((lower: number) => number) => {
  const mask = 2 ** Math.ceil(Math.log2(hashes.length * 2)) - 1;
  const rows = new Int32Array(mask + 1);
  hashes.forEach((hash, at) => {
    let place = hash & mask;
    while (rows[place] !== 0) place = (place + 1) & mask;
    rows[place] = at + 1;
  });
  return (lower) => {
    for (let place = lower & mask; ; place = (place + 1) & mask) {
      const row = rows[place]!;
      if (row === 0 || hashes[row - 1] === lower) return row;
    }
  };
};
