// The trained network's 32-bit weights -> the parts of a weight file: 8 bits a weight, 7 where states are read, with a scale
// for each output; 8 bits a cell of the tables with one power of two for each table.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inputUnit } from "../../src/language/network.ts";
import type { Part } from "../write-weights.ts";
import { hashOf } from "./data.ts";

type Note = {
  readonly settings: {
    readonly width: number;
    readonly blocks: string;
    readonly words: number;
    readonly arc: number;
    readonly relation: number;
  };
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  readonly hashed: { readonly [column: string]: readonly [place: number, size: number, width: number] };
  readonly known: number;
  readonly reach: { readonly arc: number; readonly relation: number };
  readonly parts: { readonly [name: string]: { readonly at: number; readonly shape: readonly number[] } };
};

/** The highest weight of layers that read states: see `multiplyBytes` of the kernel. */
const most = 63;

/** Labels a word can have as part of a name. */
const labels = 9;

/** Reads network.json, network.f32 and words.json; gives a weight file's note and parts. */
export const quantizeNetwork = (
  folder: string,
): { note: { [name: string]: unknown }; parts: { [name: string]: Part } } => {
  const note = JSON.parse(readFileSync(join(folder, "network.json"), "utf8")) as Note;
  const bytes = readFileSync(join(folder, "network.f32"));
  const all = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  const read = (name: string): Float32Array => {
    const { at, shape } = note.parts[name]!;
    return all.subarray(at, at + shape.reduce((product, size) => product * size, 1));
  };
  const parts: { [name: string]: Part } = {};
  const layer = (name: string, rows: readonly Float32Array[], bias: Float32Array, high = 127): void => {
    Object.assign(parts, layerParts(name, rows, bias, high));
  };
  const line = (name: string, from: string, high?: number): void =>
    layer(name, rowsOf(read(`${from}.weight`), read(`${from}.bias`).length), read(`${from}.bias`), high);
  const norm = (name: string, from: string): void => {
    parts[`${name} gain`] = read(`${from}.weight`);
    parts[`${name} offset`] = read(`${from}.bias`);
  };
  const { width, arc, relation } = note.settings;
  const words = JSON.parse(readFileSync(join(folder, "words.json"), "utf8")) as string[];
  parts.words = Int32Array.from(words, hashOf);
  const table = tableOf(read("word.weight"));
  parts["word table"] = table.cells;
  const hashed = Object.entries(note.hashed).map(([column, [, size, cells]]) => {
    const { shift, cells: values } = tableOf(read(`hashed.${column}.weight`));
    parts[`${column} table`] = values;
    return { column, size, width: cells, shift };
  });
  parts["known table"] = Int16Array.from(transpose(read("known.weight"), note.known), (one) =>
    Math.round(one * inputUnit),
  );
  parts["known bias"] = Int16Array.from(read("known.bias"), (one) => Math.round(one * inputUnit));
  line("enter", "enter");
  norm("norm", "norm");
  const blocks = note.settings.blocks.split(",");
  blocks.forEach((_, at) => {
    line(`block ${at}`, `blocks.${at}.line`, most);
    norm(`block ${at}`, `blocks.${at}.norm`);
  });
  const heads = ["tag", "name", "child", "head", "rel_child", "rel_head"];
  layer(
    "heads",
    heads.flatMap((name) => rowsOf(read(`${name}.weight`), read(`${name}.bias`).length)),
    Float32Array.from(heads.flatMap((name) => [...read(`${name}.bias`)])),
    most,
  );
  layer(
    "gap",
    rowsOf(read("gap.weight"), read("gap.weight").length / arc),
    new Float32Array(read("gap.weight").length / arc),
  );
  line("relations", "relation");
  parts["root arc"] = applied(read("head.weight"), read("head.bias"), read("root"));
  return {
    note: {
      tags: note.tags,
      relations: note.relations,
      shape: {
        width,
        blocks: blocks.map((one) => (one === "r" ? "far" : "near")),
        words: note.settings.words,
        wordShift: table.shift,
        hashed,
        known: note.known,
        reach: note.reach,
        sizes: { tags: note.tags.length, names: labels, arc, relation },
      },
    },
    parts,
  };
};

const rowsOf = (matrix: Float32Array, rows: number): Float32Array[] =>
  Array.from({ length: rows }, (_, row) =>
    matrix.subarray((row * matrix.length) / rows, ((row + 1) * matrix.length) / rows),
  );

/**
 * Rows padded to a multiple of 8 numbers, their number to a multiple of 4; outputs that are not there never win. No weight
 * is farther from 0 than `high`.
 */
const layerParts = (
  name: string,
  rows: readonly Float32Array[],
  bias: Float32Array,
  high: number,
): { [part: string]: Part } => {
  const depth = Math.ceil(rows[0]!.length / 8) * 8;
  const outputs = Math.ceil(rows.length / 4) * 4;
  const weights = new Int8Array(outputs * depth);
  const scale = new Float32Array(outputs);
  const biases = new Float32Array(outputs).fill(-1e30);
  rows.forEach((row, at) => {
    const farthest = row.reduce((most, one) => Math.max(most, Math.abs(one)), 1e-9);
    scale[at] = farthest / high;
    biases[at] = bias[at]!;
    row.forEach((one, n) => {
      weights[at * depth + n] = Math.round((one * high) / farthest);
    });
  });
  return { [`${name} weights`]: weights, [`${name} scale`]: scale, [`${name} bias`]: biases };
};

/** Cells as whole numbers of 2^shift input units; all but one in ten thousand fit, the rest are cut. */
const tableOf = (cells: Float32Array): { shift: number; cells: Int8Array } => {
  const sizes = cells.map(Math.abs).sort();
  const high = sizes[Math.floor(sizes.length * 0.9999)] || 1e-9;
  let shift = 0;
  while (shift < 9 && (high * inputUnit) / 2 ** shift > 127) shift += 1;
  const unit = 2 ** shift / inputUnit;
  return {
    shift,
    cells: Int8Array.from(cells, (one) => Math.max(-127, Math.min(127, Math.round(one / unit)))),
  };
};

const transpose = (matrix: Float32Array, rows: number): Float32Array => {
  const columns = matrix.length / rows;
  return Float32Array.from(matrix, (_, at) => matrix[(at % rows) * columns + Math.floor(at / rows)]!);
};

const applied = (matrix: Float32Array, bias: Float32Array, vector: Float32Array): Float32Array =>
  bias.map(
    (one, row) => one + vector.reduce((sum, value, n) => sum + value * matrix[row * vector.length + n]!, 0),
  );
