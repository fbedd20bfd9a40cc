// What the second run sees of the first run's tree, as feature keys: where it put the words at hand.
import { type Columns, margin } from "./encode.ts";
import { key2, key3, key4 } from "./hash.ts";
import { onStack, type State } from "./state.ts";

/** Adds to the keys of a state (see move-features.ts) from place `from` on; gives their number. */
export const moveHints = (columns: Columns, state: State, keys: Int32Array, from: number): number => {
  const { tag, hintHead, hintRelation, hintLast } = columns;
  const { next } = state;
  const top = onStack(state, 0);
  const under = onStack(state, 1);
  const s0t = tag[top + margin]!;
  const s1t = tag[under + margin]!;
  const b0t = tag[next + margin]!;
  const topWhere = where(hintHead[top + margin]!, state, top, under);
  const underWhere = where(hintHead[under + margin]!, state, top, under);
  const nextWhere = where(hintHead[next + margin]!, state, top, under);
  const topRelation = hintRelation[top + margin]!;
  const waiting = hintLast[top + margin]! >= next ? 1 : 0;
  const headTag = tag[hintHead[top + margin]! + margin]!;
  let n = from;
  keys[n++] = key2(130, topWhere, waiting);
  keys[n++] = key3(131, topWhere, waiting, nextWhere);
  keys[n++] = key3(132, topWhere, waiting, topRelation);
  keys[n++] = key4(133, topWhere, waiting, s0t, b0t);
  keys[n++] = key4(134, topWhere, waiting, s1t, s0t);
  keys[n++] = key4(135, topWhere, topRelation, s0t, b0t);
  keys[n++] = key4(136, topWhere, topRelation, s0t, s1t);
  keys[n++] = key4(137, topWhere, nextWhere, s0t, b0t);
  keys[n++] = key4(138, nextWhere, hintRelation[next + margin]!, waiting, b0t);
  keys[n++] = key3(139, topWhere, headTag, s0t);
  keys[n++] = key4(140, topWhere, underWhere, waiting, nextWhere);
  keys[n++] = key4(141, topWhere, waiting, columns.lower[top + margin]!, b0t);
  keys[n++] = key4(142, topWhere, waiting, columns.lower[next + margin]!, s0t);
  keys[n++] = key4(143, topWhere, waiting, state.leftSet[Math.max(top, 0)]!, s0t);
  return n;
};

/** Where a head is from the parser's point of view. */
const where = (head: number, state: State, top: number, under: number): number => {
  if (head < 0) return 0;
  if (head === state.length) return 1;
  if (head === state.next) return 2;
  if (head > state.next) return 3;
  if (head === top) return 4;
  return head === under ? 5 : 6;
};
