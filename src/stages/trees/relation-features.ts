// What the parser looks at to name the relation of an arc it has decided on, as feature keys.
import { type Columns, margin } from "./encode.ts";
import { key1, key2, key3, key4 } from "./hash.ts";
import type { State } from "./state.ts";

/** More than any arc has. */
export const mostRelationFeatures = 48;

/** Writes the keys of the arc from `head` to `child` into `keys`; gives their number. */
export const relationFeatures = (
  { lower, tag, upos, ending2, quoted }: Columns,
  state: State,
  head: number,
  child: number,
  keys: Int32Array,
): number => {
  const hw = lower[head + margin]!;
  const ht = tag[head + margin]!;
  const dw = lower[child + margin]!;
  const dt = tag[child + margin]!;
  const side = child < head ? 1 : 0;
  const gap = Math.min(Math.abs(head - child), 4) * 2 + side;
  const first = state.left[child]!;
  const second = state.left2[child]!;
  const last = state.right[child]!;
  const firstWord = first < 0 ? -1 : lower[first + margin]!;
  const firstRelation = first < 0 ? -1 : state.relation[first]!;
  const secondRelation = second < 0 ? -1 : state.relation[second]!;
  const lastRelation = last < 0 ? -1 : state.relation[last]!;
  const headLefts = state.leftSet[head]!;
  const headRights = state.rightSet[head]!;
  const sisterRelation =
    side === 1 ? relationAt(state, state.left[head]!) : relationAt(state, state.right[head]!);
  let n = 0;
  keys[n++] = key2(1, dw, side);
  keys[n++] = key2(2, dt, side);
  keys[n++] = key3(3, dw, dt, side);
  keys[n++] = key2(4, hw, side);
  keys[n++] = key2(5, ht, side);
  keys[n++] = key3(6, hw, ht, side);
  keys[n++] = key3(7, ht, dt, gap);
  keys[n++] = key3(8, ht, dt, side);
  keys[n++] = key3(9, hw, dt, side);
  keys[n++] = key3(10, ht, dw, side);
  keys[n++] = key3(11, hw, dw, side);
  keys[n++] = key4(12, hw, ht, dt, gap);
  keys[n++] = key4(13, dt, firstWord, ht, side);
  keys[n++] = key4(14, dt, firstRelation, ht, side);
  keys[n++] = key4(15, dt, firstWord, hw, side);
  keys[n++] = key4(16, state.leftSet[child]!, dt, ht, side);
  keys[n++] = key4(17, state.rightSet[child]!, dt, ht, side);
  keys[n++] = key4(18, secondRelation, firstRelation, dt, ht);
  keys[n++] = key4(19, lastRelation, dt, ht, side);
  keys[n++] = key4(20, headLefts, dt, ht, side);
  keys[n++] = key4(21, headRights, dt, ht, side);
  keys[n++] = key4(22, sisterRelation, dt, ht, side);
  keys[n++] = key4(23, headRights, dt, hw, side);
  keys[n++] = key4(24, upos[child - 1 + margin]!, upos[child + 1 + margin]!, dt, side);
  keys[n++] = key4(25, tag[head - 1 + margin]!, tag[head + 1 + margin]!, dt, ht);
  keys[n++] = key4(26, lower[child - 1 + margin]!, dt, ht, side);
  keys[n++] = key4(27, lower[child + 1 + margin]!, dt, ht, side);
  keys[n++] = key4(28, quoted[child + margin]! + 2 * quoted[head + margin]!, dt, ht, side);
  keys[n++] = key4(29, firstWord, dw, ht, side);
  keys[n++] = key3(30, ending2[child + margin]!, ht, side);
  keys[n++] = key4(31, state.leftSet[child]!, dw, side, 0);
  keys[n++] = key4(32, hw, headLefts, dt, side);
  keys[n++] = key1(33, gap);
  keys[n++] = key4(34, firstRelation, lastRelation, dt, hw);
  return n;
};

const relationAt = (state: State, word: number): number => (word < 0 ? -1 : state.relation[word]!);
