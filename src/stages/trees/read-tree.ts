// A sentence's states -> its tree: every word is scored as the head of every other, then the relation of each arc.
import type { Network, Reader } from "../../language/network.ts";
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
  nameRelations(room, place, heads, relations, root);
};

/** Buffers for one sentence. */
type Desk = {
  /** One row for each child; column 0 is the root, column h + 1 head h. */
  readonly scores: Float32Array;
  readonly decode: DecodeRoom;
};

const desks = new WeakMap<Network, Desk>();

const deskOf = (network: Network): Desk => {
  const known = desks.get(network);
  if (known) return known;
  const desk: Desk = {
    scores: new Float32Array(longest * (longest + 8)),
    decode: newDecodeRoom(longest),
  };
  desks.set(network, desk);
  return desk;
};

/** Writes what `reader` reads off a sentence's words to `to`, 16 bits a number. */
const take = ({ network, sums }: Room, { row, length }: Place, reader: Reader, to: number): void => {
  const stride = network.heads.outputs * 4;
  const { first, size, scales, biases } = reader;
  network.kernel.round(sums + row * stride + first * 4, scales, biases, to, length, size, stride);
};

/** Fills the desk's scores of arcs; gives the width of a row. */
const scoreArcs = (room: Room, place: Place, { scores }: Desk): number => {
  const { network, product, left, right, products } = room;
  const { kernel, sizes, gap, root, readers } = network;
  const { length } = place;
  const stride = Math.ceil((length + 1) / 4) * 4;
  const even = length + (length & 1);
  take(room, place, readers.child, left);
  room.right16.set(root.arc);
  take(room, place, readers.head, right + sizes.arc * 2);
  kernel.multiply(left, gap.weights, products, even, gap.outputs, sizes.arc, sizes.arc * 2);
  for (let index = 0; index < length; index += 1) {
    const row = index * stride;
    const from = index * gap.outputs;
    scores[row] = product[from]! * gap.scale[0]!;
    for (let head = 0; head < length; head += 1) {
      const bucket = bucketOf(head - index);
      scores[row + head + 1] = product[from + bucket]! * gap.scale[bucket]!;
    }
  }
  kernel.multiply(left, right, products, even, stride, sizes.arc, sizes.arc * 2);
  const unit = 1 / readers.child.unit / readers.head.unit;
  for (let at = 0; at < length * stride; at += 1) scores[at]! += product[at]! * unit;
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
  heads: Int32Array,
  relations: Uint8Array,
  root: number,
): void => {
  const { network, product } = room;
  const { kernel, readers } = network;
  const { weights, outputs, depth, scale, bias } = network.relations;
  const { length } = place;
  take(room, place, readers.relationChild, room.left);
  take(room, place, readers.relationHead, room.right);
  for (let index = 0; index < length; index += 1) {
    const head = heads[index]!;
    if (head < 0) continue;
    kernel.meet(room.left + index * depth * 2, room.right + head * depth * 2, depth);
  }
  kernel.multiply(room.left, weights, room.products, length + (length & 1), outputs, depth, depth * 2);
  for (let index = 0; index < length; index += 1) {
    relations[index] = root;
    if (heads[index]! < 0) continue;
    let high = Number.NEGATIVE_INFINITY;
    for (let relation = 0; relation < outputs; relation += 1) {
      const score = product[index * outputs + relation]! * scale[relation]! + bias[relation]!;
      if (relation !== root && score > high) {
        high = score;
        relations[index] = relation;
      }
    }
  }
};
