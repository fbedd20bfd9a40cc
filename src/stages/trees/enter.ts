// Words -> their first states, before they know their neighbours. These depend only on a word and on the known names that
// cover it, so that those of words seen lately are kept and copied.
import type { Network } from "../../language/network.ts";
import { type Columns, encode, newColumns } from "./encode.ts";

/** Words whose states are kept, one a place; a power of 2. */
const places = 8192;

/** Longer words are not kept: V8 holds them as views of their document, which would stay in memory with them. */
const longestKept = 12;

/** Addresses of rows of states: as floats, and as the bytes that products take. */
export type Rows = { readonly states: number; readonly stateBytes: number };

/** A row of the room and a place among the kept words, -1 for none. */
type Move = { readonly row: number; readonly place: number };

/** Addresses that the entrance takes in the network's memory. */
type Addresses = {
  readonly kept: Rows;
  /** New words, row by row: their inputs, sums and states. */
  readonly inputs: number;
  readonly sums: number;
  readonly made: Rows;
};

/** Where words come in. */
export type Entrance = Addresses & {
  readonly network: Network;
  /** By place: the kept word, the kinds of known names that cover it, and whether its state is still to be made. */
  readonly forms: (string | undefined)[];
  readonly known: Int32Array;
  readonly pending: Uint8Array;
  /** New words by row: where their states go. */
  readonly fresh: Move[];
  /** Words that wait for the state of a new word like them. */
  readonly waiting: Move[];
  readonly columns: Columns;
  readonly bytes: Uint8Array;
  readonly input16: Int16Array;
};

/** Takes memory for up to `rows` words at a time. */
export const takeEntrance = ({ kernel, width, inputs }: Network, rows: number): Addresses => {
  const rowsOf = (count: number): Rows => ({
    states: kernel.take(count * width * 4),
    stateBytes: kernel.take(count * width),
  });
  return {
    kept: rowsOf(places),
    inputs: kernel.take(rows * inputs * 2),
    sums: kernel.take(rows * width * 4),
    made: rowsOf(rows),
  };
};

/** The entrance at these addresses; nothing more may be taken of the memory afterwards. */
export const newEntrance = (network: Network, addresses: Addresses): Entrance => ({
  ...addresses,
  network,
  forms: new Array<string | undefined>(places).fill(undefined),
  known: new Int32Array(places),
  pending: new Uint8Array(places),
  fresh: [],
  waiting: [],
  columns: newColumns(),
  bytes: new Uint8Array(network.kernel.memory.buffer),
  input16: new Int16Array(network.kernel.memory.buffer, addresses.inputs),
});

/** A word comes in, to have its state in `row` of `to` once `settleWords` has run. */
export const enterWord = (entrance: Entrance, to: Rows, row: number, form: string, known: number): void => {
  const place = placeOf(form, known);
  const isKept = entrance.forms[place] === form && entrance.known[place] === known;
  if (isKept && entrance.pending[place]) entrance.waiting.push({ row, place });
  else if (isKept) copyRow(entrance, entrance.kept, place, to, row);
  else {
    writeInputs(entrance, entrance.fresh.length, form, known);
    if (entrance.pending[place] || form.length > longestKept) entrance.fresh.push({ row, place: -1 });
    else {
      entrance.fresh.push({ row, place });
      entrance.forms[place] = form;
      entrance.known[place] = known;
      entrance.pending[place] = 1;
    }
  }
};

/** Makes the states of all that came in since the last time. */
export const settleWords = (entrance: Entrance, to: Rows): void => {
  const { network, fresh, waiting, made, kept, pending, inputs, sums } = entrance;
  const { kernel, width, enter, norm } = network;
  const rows = fresh.length;
  // The loops of the kernel run at least once.
  if (rows === 0) return;
  kernel.multiply(inputs, enter.weights, sums, rows + (rows & 1), width, enter.depth, network.inputs * 2);
  entrance.bytes.fill(0, made.states, made.states + rows * width * 4);
  kernel.grow(sums, enter.scales, enter.biases, made.states, rows, width);
  kernel.normalize(made.states, norm.gain, norm.offset, made.stateBytes, rows, width);
  fresh.forEach(({ row, place }, at) => {
    copyRow(entrance, made, at, to, row);
    if (place < 0) return;
    copyRow(entrance, made, at, kept, place);
    pending[place] = 0;
  });
  for (const { row, place } of waiting) copyRow(entrance, kept, place, to, row);
  fresh.length = 0;
  waiting.length = 0;
};

const copyRow = ({ network, bytes }: Entrance, from: Rows, at: number, to: Rows, row: number): void => {
  const { width } = network;
  bytes.copyWithin(
    to.states + row * width * 4,
    from.states + at * width * 4,
    from.states + (at + 1) * width * 4,
  );
  bytes.copyWithin(
    to.stateBytes + row * width,
    from.stateBytes + at * width,
    from.stateBytes + (at + 1) * width,
  );
};

const placeOf = (form: string, known: number): number => {
  let hash = known;
  for (let at = 0; at < form.length; at += 1) hash = Math.imul(hash ^ form.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & (places - 1);
};

/** A word's inputs: the vectors of its form, of its parts and of the known names that cover it. */
const writeInputs = (
  { network, columns, input16 }: Entrance,
  row: number,
  form: string,
  known: number,
): void => {
  const { words, hashed, inputs, rowOf } = network;
  encode(columns, form);
  let to = writeVector(input16, row * inputs, words, rowOf(columns.lower) * words.width);
  for (const table of hashed)
    to = writeVector(input16, to, table, ((columns[table.column] >>> 0) % table.size) * table.width);
  to = writeKnown(network, input16, to, known);
  input16.fill(0, to, (row + 1) * inputs);
};

/** Writes a table's vector whose first cell is `from`; gives where it ends. */
const writeVector = (
  input16: Int16Array,
  to: number,
  { width, cells, shift }: { readonly width: number; readonly cells: Int8Array; readonly shift: number },
  from: number,
): number => {
  for (let n = 0; n < width; n += 1) input16[to + n] = cells[from + n]! << shift;
  return to + width;
};

const writeKnown = ({ known }: Network, input16: Int16Array, to: number, bits: number): number => {
  const { width, cells, bias } = known;
  for (let n = 0; n < width; n += 1) input16[to + n] = bias[n]!;
  for (let bit = 0, rest = bits; rest !== 0; bit += 1, rest >>>= 1)
    if (rest & 1) for (let n = 0; n < width; n += 1) input16[to + n]! += cells[bit * width + n]!;
  return to + width;
};
