// A sentence's states -> its tree: every word is scored as the head of every other, then the relation of each arc.
import { most } from "../../language/kernel.ts";
import type { Layer, Network } from "../../language/network.ts";
import { type DecodeRoom, decode, newDecodeRoom } from "./decode.ts";
import { longest, type Place, type Room } from "./states.ts";

/** Writes heads (indexes into the sentence, -1 for the root) and relations of a sentence whose states are in the room. */
export const readTree = (
  room: Room,
  place: Place,
  heads: Int32Array,
  relations: Uint8Array,
  root: number,
): void => {
  const desk = deskOf(room.network);
  const stride = scoreArcs(room, place, desk);
  decode(desk.scores, place.length, stride, heads, desk.decode);
  nameRelations(room, place, desk, heads, relations, root);
};

/** Buffers for one sentence. */
type Desk = {
  /** One row for each child; column 0 is the root, column h + 1 head h. */
  readonly scores: Float32Array;
  readonly left: Float32Array;
  readonly right: Float32Array;
  readonly decode: DecodeRoom;
};

const desks = new WeakMap<Network, Desk>();

const deskOf = (network: Network): Desk => {
  const known = desks.get(network);
  if (known) return known;
  const vectors = () => new Float32Array((longest + 8) * Math.max(network.sizes.arc, network.sizes.relation));
  const desk: Desk = {
    scores: new Float32Array(longest * (longest + 8)),
    left: vectors(),
    right: vectors(),
    decode: newDecodeRoom(longest),
  };
  desks.set(network, desk);
  return desk;
};

/** Where each kind of vector begins among the heads' outputs. */
const offsetsOf = ({ sizes }: Network) => {
  const child = sizes.tags + sizes.names;
  const head = child + sizes.arc;
  const relationChild = head + sizes.arc;
  return { child, head, relationChild, relationHead: relationChild + sizes.relation };
};

/** Copies the outputs from `offset` on of a sentence's words into `to`, `size` a word. */
const take = (
  { network, sum }: Room,
  { row, length }: Place,
  offset: number,
  size: number,
  to: Float32Array,
): void => {
  const { outputs, scale, bias }: Layer = network.heads;
  for (let index = 0; index < length; index += 1) {
    const from = (row + index) * outputs;
    for (let n = offset; n < offset + size; n += 1)
      to[index * size + n - offset] = sum[from + n]! * scale[n]! + bias[n]!;
  }
};

/** The first `count` numbers as whole ones; gives what 1 is then worth. */
const quantize = (from: Float32Array, count: number, to: Int16Array): number => {
  let high = 1e-9;
  for (let at = 0; at < count; at += 1) high = Math.max(high, Math.abs(from[at]!));
  const factor = most / high;
  for (let at = 0; at < count; at += 1) to[at] = Math.round(from[at]! * factor);
  return 1 / factor;
};

/** Fills the desk's scores of arcs; gives the width of a row. */
const scoreArcs = (room: Room, place: Place, { scores, left, right }: Desk): number => {
  const { network, product } = room;
  const { kernel, sizes, gap, root } = network;
  const { length } = place;
  const { child, head } = offsetsOf(network);
  const stride = Math.ceil((length + 1) / 4) * 4;
  const even = length + (length & 1);
  take(room, place, child, sizes.arc, left);
  const childUnit = quantize(left, length * sizes.arc, room.left16);
  right.set(root.arc);
  take(room, place, head, sizes.arc, right.subarray(sizes.arc));
  const unit = childUnit * quantize(right, (length + 1) * sizes.arc, room.right16);
  kernel.multiply(room.left, room.right, room.products, even, stride, sizes.arc, sizes.arc * 2);
  for (let at = 0; at < length * stride; at += 1) scores[at] = product[at]! * unit;
  kernel.multiply(room.left, gap.weights, room.products, even, gap.outputs, sizes.arc, sizes.arc * 2);
  for (let index = 0; index < length; index += 1)
    for (let other = 0; other <= length; other += 1) {
      const bucket = other === 0 ? 0 : bucketOf(other - 1 - index);
      scores[index * stride + other]! +=
        product[index * gap.outputs + bucket]! * childUnit * gap.scale[bucket]!;
    }
  return stride;
};

/** Bucket of the distance from a child to its head; 0 is the root's. Training has the same. */
const bucketOf = (distance: number): number => {
  const size = Math.abs(distance);
  const bucket = size <= 6 ? size : size <= 8 ? 7 : size <= 12 ? 8 : size <= 18 ? 9 : size <= 30 ? 10 : 11;
  return distance > 0 ? bucket + 12 : bucket;
};

const nameRelations = (
  room: Room,
  place: Place,
  { left, right }: Desk,
  heads: Int32Array,
  relations: Uint8Array,
  root: number,
): void => {
  const { network, product } = room;
  const { kernel, sizes } = network;
  const { weights, outputs, depth, scale, bias } = network.relations;
  const { length } = place;
  const { relationChild, relationHead } = offsetsOf(network);
  take(room, place, relationChild, sizes.relation, left);
  take(room, place, relationHead, sizes.relation, right);
  for (let index = 0; index < length; index += 1) {
    const head = heads[index]!;
    for (let n = 0; n < sizes.relation; n += 1) {
      const sum =
        left[index * sizes.relation + n]! +
        (head < 0 ? network.root.relation[n]! : right[head * sizes.relation + n]!);
      left[index * sizes.relation + n] = sum > 0 ? sum : 0;
    }
  }
  const unit = quantize(left, length * sizes.relation, room.left16);
  kernel.multiply(room.left, weights, room.products, length + (length & 1), outputs, depth, depth * 2);
  for (let index = 0; index < length; index += 1) {
    let high = Number.NEGATIVE_INFINITY;
    relations[index] = root;
    if (heads[index]! < 0) continue;
    for (let relation = 0; relation < bias.length; relation += 1) {
      const score = product[index * outputs + relation]! * unit * scale[relation]! + bias[relation]!;
      if (relation !== root && score > high) {
        high = score;
        relations[index] = relation;
      }
    }
  }
};
