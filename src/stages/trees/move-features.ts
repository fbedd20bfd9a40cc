// What the parser looks at before a move, as feature keys: the two words on top of the stack, the next words,
// their children so far, distances and quotation marks. Names: s0, s1, s2 down the stack, b0, b1, b2 ahead; w a word,
// t a part of speech, x a tag, l and r a child to the left and to the right. Parts of speech do most of the work:
// with finer features the parser learns its treebanks by heart and reads new text worse.
import { type Columns, margin } from "./encode.ts";
import { key1, key2, key3, key4 } from "./hash.ts";
import { onStack, type State } from "./state.ts";

/** More than any state has. */
export const mostMoveFeatures = 128;

/** Writes the state's keys into `keys`; gives their number. */
export const moveFeatures = (columns: Columns, state: State, keys: Int32Array): number => {
  const top = onStack(state, 0);
  const under = onStack(state, 1);
  const deep = onStack(state, 2);
  const next = state.next;
  let n = wordFeatures(columns, top, under, deep, next, keys);
  n = familyFeatures(columns, state, top, under, next, keys, n);
  return contextFeatures(columns, state, top, under, next, keys, n);
};

const wordFeatures = (
  { lower, upos }: Columns,
  top: number,
  under: number,
  deep: number,
  next: number,
  keys: Int32Array,
): number => {
  const s0w = lower[top + margin]!;
  const s0t = upos[top + margin]!;
  const s1w = lower[under + margin]!;
  const s1t = upos[under + margin]!;
  const s2t = upos[deep + margin]!;
  const b0w = lower[next + margin]!;
  const b0t = upos[next + margin]!;
  const b1w = lower[next + 1 + margin]!;
  const b1t = upos[next + 1 + margin]!;
  const b2t = upos[next + 2 + margin]!;
  let n = 0;
  keys[n++] = key1(1, s0w);
  keys[n++] = key1(2, s0t);
  keys[n++] = key2(3, s0w, s0t);
  keys[n++] = key2(4, s1w, s1t);
  keys[n++] = key1(5, s1t);
  keys[n++] = key1(6, b0w);
  keys[n++] = key1(7, b0t);
  keys[n++] = key2(8, b0w, b0t);
  keys[n++] = key2(9, b1w, b1t);
  keys[n++] = key1(10, b1t);
  keys[n++] = key3(15, s0w, s0t, b0t);
  keys[n++] = key3(16, s0t, b0w, b0t);
  keys[n++] = key2(18, s0t, b0t);
  keys[n++] = key2(19, s1t, s0t);
  keys[n++] = key2(21, s1t, s0w);
  keys[n++] = key2(22, s1w, s0t);
  keys[n++] = key2(23, s1t, b0t);
  keys[n++] = key2(27, b0t, b1t);
  keys[n++] = key3(30, s0t, b0t, b1t);
  keys[n++] = key3(31, s1t, s0t, b0t);
  keys[n++] = key3(32, s2t, s1t, s0t);
  keys[n++] = key3(33, b0t, b1t, b2t);
  keys[n++] = key4(40, s1t, s0t, b0t, b1t);
  keys[n++] = key4(41, s0t, b0t, b1t, b2t);
  keys[n++] = key4(44, s2t, s1t, s0t, b0t);
  return n;
};

const familyFeatures = (
  { upos, tag, lower }: Columns,
  state: State,
  top: number,
  under: number,
  next: number,
  keys: Int32Array,
  from: number,
): number => {
  const s0w = lower[top + margin]!;
  const s0t = upos[top + margin]!;
  const s1t = upos[under + margin]!;
  const b0w = lower[next + margin]!;
  const b0t = upos[next + margin]!;
  const b0l = state.left[next]!;
  let n = from;
  keys[n++] = key3(50, b0t, upos[b0l + margin]!, s0t);
  keys[n++] = key3(51, b0w, relationOf(state, b0l), s0t);
  keys[n++] = key3(52, b0w, state.leftSet[next]!, s0t);
  keys[n++] = key3(53, b0t, state.leftSet[next]!, s0t);
  const b0l2 = state.left2[next]!;
  keys[n++] = key4(110, b0t, tag[b0l + margin]!, tag[b0l2 + margin]!, s0t);
  keys[n++] = key3(111, b0t, lower[b0l + margin]!, s0t);
  keys[n++] = key3(112, b0t, lower[b0l2 + margin]!, s0t);
  keys[n++] = key4(113, b0t, tag[b0l + margin]!, s0t, s1t);
  if (top >= 0) {
    const s0l = state.left[top]!;
    const s0r = state.right[top]!;
    keys[n++] = key4(114, s1t, s0t, tag[s0l + margin]!, tag[state.left2[top]! + margin]!);
    keys[n++] = key3(115, lower[s0l + margin]!, s0t, b0t);
    keys[n++] = key4(116, s1t, s0t, lower[state.left2[top]! + margin]!, 0);
    keys[n++] = key4(117, s0t, tag[s0r + margin]!, b0t, s1t);
    keys[n++] = key3(118, s0t, lower[s0r + margin]!, b0t);
    keys[n++] = key3(55, s0t, upos[s0l + margin]!, b0t);
    keys[n++] = key3(56, s0t, upos[s0r + margin]!, b0t);
    keys[n++] = key4(57, s1t, s0t, upos[s0r + margin]!, b0t);
    keys[n++] = key3(58, s1t, s0t, upos[s0l + margin]!);
    keys[n++] = key3(59, s0w, relationOf(state, s0l), b0t);
    keys[n++] = key3(62, s0w, state.rightSet[top]!, b0t);
    keys[n++] = key4(63, s0t, state.leftSet[top]!, state.rightSet[top]!, b0t);
    keys[n++] = key3(65, s1t, lower[s0l + margin]!, s0t);
    keys[n++] = key4(67, s0t, relationOf(state, s0r), relationOf(state, state.right2[top]!), b0t);
    keys[n++] = key4(68, s1t, s0t, state.leftSet[top]!, b0t);
  }
  if (under >= 0) {
    const s1r = state.right[under]!;
    keys[n++] = key3(70, s1t, upos[s1r + margin]!, s0t);
    keys[n++] = key3(72, lower[under + margin]!, state.rightSet[under]!, s0t);
    keys[n++] = key4(73, s1t, state.leftSet[under]!, state.rightSet[under]!, s0t);
    keys[n++] = key4(74, s1t, state.leftSet[under]!, s0t, b0t);
  }
  return n;
};

const contextFeatures = (
  { upos, tag, quoted, ending3 }: Columns,
  state: State,
  top: number,
  under: number,
  next: number,
  keys: Int32Array,
  from: number,
): number => {
  const s0t = upos[top + margin]!;
  const s1t = upos[under + margin]!;
  const b0t = upos[next + margin]!;
  const near = distance(next - top);
  const far = top >= 0 && under >= 0 ? distance(top - under) : -1;
  const quotes =
    quoted[top + margin]! + 4 * quoted[next + margin]! + 16 * (under >= 0 ? quoted[under + margin]! : 2);
  const depth = Math.min(state.depth, 3);
  const ahead = upos[next + 1 + margin]! + 32 * upos[next + 2 + margin]! + 1024 * upos[next + 3 + margin]!;
  const s0e = ending3[top + margin]!;
  const b0e = ending3[next + margin]!;
  let n = from;
  const s0x = tag[top + margin]!;
  const s1x = tag[under + margin]!;
  const b0x = tag[next + margin]!;
  const b1x = tag[next + 1 + margin]!;
  keys[n++] = key1(100, s0x);
  keys[n++] = key1(101, b0x);
  keys[n++] = key1(102, b1x);
  keys[n++] = key2(103, s0x, b0x);
  keys[n++] = key2(104, s1x, s0x);
  keys[n++] = key3(105, s0x, b0x, b1x);
  keys[n++] = key3(106, s1x, s0x, b0x);
  keys[n++] = key3(94, s0e, s0t, b0t);
  keys[n++] = key3(95, b0e, s0t, b0t);
  keys[n++] = key3(96, s0t, b0t, ahead);
  keys[n++] = key4(97, s1t, s0t, b0t, upos[next + 1 + margin]!);
  keys[n++] = key3(80, near, s0t, b0t);
  keys[n++] = key3(83, far, s1t, s0t);
  keys[n++] = key3(84, near, far, depth);
  keys[n++] = key4(85, quotes, s1t, s0t, b0t);
  keys[n++] = key3(86, quotes, s0t, b0t);
  keys[n++] = key3(87, depth, s0t, b0t);
  keys[n++] = key3(88, upos[state.length - 1 + margin]!, s0t, b0t);
  keys[n++] = key3(89, upos[next - 1 + margin]!, s0t, b0t);
  keys[n++] = key1(90, depth);
  return n;
};

const relationOf = (state: State, word: number): number => (word < 0 ? -1 : state.relation[word]!);

/** Distances of 1 to 5 as they are, then 6 to 10 and more. */
const distance = (words: number): number => (words <= 5 ? words : words <= 10 ? 6 : 7);
