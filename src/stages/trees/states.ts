// Words' first states -> their states in the network: vectors that know their neighbours, and what is read off them.
import { stateZero } from "../../language/lanes.ts";
import type { Layer, Network, Norm } from "../../language/network.ts";
import { type Entrance, newEntrance, settleWords, takeEntrance } from "./enter.ts";

/** Words that fit into the room at once, the gaps between sentences included. */
export const mostRows = 512;

/** Words that can have a tree together: longer sentences are cut. */
export const longest = 200;

/** The network's memory for one batch of sentences. Row 0 and every row between sentences stand for zero. */
export type Room = {
  readonly network: Network;
  readonly entrance: Entrance;
  /** As floats, and as the bytes that products take. */
  readonly states: number;
  readonly stateBytes: number;
  readonly sums: number;
  /** For products of one sentence's own vectors. */
  readonly left: number;
  readonly right: number;
  readonly products: number;
  readonly stateByte: Uint8Array;
  readonly sum: Int32Array;
  readonly right16: Int16Array;
  readonly product: Int32Array;
};

/** Rooms by network: the memory is taken once. */
const rooms = new WeakMap<Network, Room>();

/** The network's room. */
export const roomOf = (network: Network): Room => {
  const known = rooms.get(network);
  if (known) return known;
  const { kernel, width, heads, blocks, sizes } = network;
  const rows = mostRows + 4;
  const depth = Math.max(sizes.arc, sizes.relation);
  const columns = Math.max(heads.outputs, ...blocks.map(({ layer }) => layer.outputs));
  const cells = (longest + 8) * Math.max(longest + 8, network.gap.outputs, network.relations.outputs);
  const entrance = takeEntrance(network, rows);
  const at = {
    states: kernel.take(rows * width * 4),
    stateBytes: kernel.take(rows * width),
    sums: kernel.take(rows * columns * 4),
    left: kernel.take((longest + 8) * depth * 2),
    right: kernel.take((longest + 8) * depth * 2),
    products: kernel.take(cells * 4),
  };
  const { buffer } = kernel.memory;
  const room: Room = {
    network,
    entrance: newEntrance(network, entrance),
    ...at,
    stateByte: new Uint8Array(buffer, at.stateBytes, rows * width),
    sum: new Int32Array(buffer, at.sums, rows * columns),
    right16: new Int16Array(buffer, at.right, (longest + 8) * depth),
    product: new Int32Array(buffer, at.products, cells),
  };
  rooms.set(network, room);
  return room;
};

/** A sentence in the room: its first row and its number of words. */
export type Place = { readonly row: number; readonly length: number };

/** Runs all blocks over the room's sentences, whose words have come in; `sum` holds the heads' sums afterwards. */
export const runBlocks = (room: Room, places: readonly Place[], rows: number): void => {
  const { network, stateByte } = room;
  const { kernel, width, blocks, heads } = network;
  const even = rows + (rows & 1);
  for (const { row, length } of places) {
    stateByte.fill(stateZero, (row - 1) * width, row * width);
    stateByte.fill(stateZero, (row + length) * width, (row + length + 1) * width);
  }
  settleWords(room.entrance, room);
  for (const { kind, layer, norm } of blocks) {
    // A word's neighbours stand before and after it in memory: a layer that is deeper than a row reads on into theirs.
    const from = room.stateBytes - (layer.depth - width) / 2;
    kernel.multiplyBytes(from, layer.weights, room.sums, even, layer.outputs, layer.depth, width);
    const settle = kind === "near" ? near : far;
    for (const place of places) settle(room, place, layer, norm);
  }
  kernel.multiplyBytes(room.stateBytes, heads.weights, room.sums, even, heads.outputs, heads.depth, width);
};

const near = (
  { network, sums, states, stateBytes }: Room,
  { row, length }: Place,
  layer: Layer,
  norm: Norm,
): void => {
  const { kernel, width } = network;
  const at = row * width;
  kernel.grow(sums + at * 4, layer.scales, layer.biases, states + at * 4, length, width);
  kernel.normalize(states + at * 4, norm.gain, norm.offset, stateBytes + at, length, width);
};

/** Half of the units run to the right, half to the left; their gates stand behind all values. */
const far = (
  { network, sums, states, stateBytes }: Room,
  { row, length }: Place,
  layer: Layer,
  norm: Norm,
): void => {
  const { kernel, width } = network;
  const bytes = width * 4;
  for (let unit = 0; unit < bytes; unit += 16) {
    const right = unit < bytes / 2;
    const first = right ? row : row + length - 1;
    kernel.remember(
      sums + first * 2 * bytes + unit,
      layer.scales + unit,
      layer.biases + unit,
      states + first * bytes + unit,
      length,
      bytes,
      right ? 2 * bytes : -2 * bytes,
      right ? bytes : -bytes,
    );
  }
  kernel.normalize(states + row * bytes, norm.gain, norm.offset, stateBytes + row * width, length, width);
};
