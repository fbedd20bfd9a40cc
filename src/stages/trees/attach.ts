// Tagged columns -> heads and relations: two greedy runs of the arc-hybrid parser, two moves a word. The first goes
// from left to right; the second goes back from right to left and sees where the first put each word.
import type { ParseModel, ParseRun } from "../../language/trees.ts";
import { type Columns, margin, newColumns } from "./encode.ts";
import { moveHints } from "./hint-features.ts";
import { mirror } from "./mirror.ts";
import { mostMoveFeatures, moveFeatures } from "./move-features.ts";
import { best, mostClasses, scoreClasses } from "./score.ts";
import {
  allows,
  attach,
  finished,
  LEFT,
  newState,
  onStack,
  RIGHT,
  SHIFT,
  type State,
  shift,
  startState,
} from "./state.ts";

/** Room for the parser's state and sums. */
export type ParseRoom = {
  readonly state: State;
  readonly mirrored: Columns;
  readonly head: Int32Array;
  readonly relation: Int32Array;
  readonly keys: Int32Array;
  readonly candidates: Uint8Array;
  readonly scores: Float64Array;
};

export const newParseRoom = (longest: number): ParseRoom => ({
  state: newState(longest),
  mirrored: newColumns(longest),
  head: new Int32Array(longest),
  relation: new Int32Array(longest),
  keys: new Int32Array(mostMoveFeatures),
  candidates: new Uint8Array(2 * mostClasses),
  scores: new Float64Array(2 * mostClasses),
});

/** Parses the sentence twice; the tree is in `room.head` and `room.relation`, the root's head being -1. */
export const parse = (columns: Columns, model: ParseModel, room: ParseRoom): void => {
  const { state, mirrored, head, relation } = room;
  const { length } = columns;
  run(columns, model.first, 1, room);
  mirror(columns, state, mirrored);
  run(mirrored, model.second, 2, room);
  for (let index = 0; index < length; index += 1) {
    const found = state.head[length - 1 - index]!;
    head[index] = found === length ? -1 : length - 1 - found;
    relation[index] = state.relation[length - 1 - index]!;
  }
  uncrown(columns, model, room);
};

/** A punctuation mark that ended up as the root hands its place to the first word under it that is none. */
const uncrown = ({ length, upos }: Columns, model: ParseModel, { head, relation }: ParseRoom): void => {
  const isMark = (index: number): boolean => upos[index + margin] === model.mark;
  const old = head.subarray(0, length).indexOf(-1);
  if (!isMark(old)) return;
  let crowned = -1;
  for (let index = 0; index < length && crowned < 0; index += 1)
    if (head[index] === old && !isMark(index)) crowned = index;
  if (crowned < 0) return;
  for (let index = 0; index < length; index += 1) if (head[index] === old) head[index] = crowned;
  head[crowned] = -1;
  relation[crowned] = model.first.root;
  head[old] = crowned;
  relation[old] = model.punct;
};

/** One run; its tree is in `room.state`, the root's head being `length`. */
export const run = (columns: Columns, model: ParseRun, pass: 1 | 2, room: ParseRoom): void => {
  const { state, candidates, scores } = room;
  startState(state, columns.length);
  while (!finished(state)) {
    const count = possibleActions(columns, state, model, candidates);
    let action = candidates[0]!;
    if (count > 1) {
      scoreClasses(
        model.actions,
        room.keys,
        moveKeys(columns, state, pass, room.keys),
        candidates,
        count,
        scores,
      );
      action = candidates[best(scores, count)]!;
    }
    act(state, action);
  }
};

/** Carries out an action: 0 is SHIFT, 2r + 1 is LEFT and 2r + 2 is RIGHT with relation r. */
export const act = (state: State, action: number): void => {
  if (action === 0) shift(state);
  else attach(state, action & 1 ? state.next : onStack(state, 1), (action - 1) >> 1);
};

/**
 * Writes the actions that a state allows into `found`, with the relations that training saw between two such words,
 * and gives their number. Nothing but `root` hangs from the root, and nothing else is `root`.
 */
export const possibleActions = (
  columns: Columns,
  state: State,
  { candidates, root, spare }: Pick<ParseRun, "candidates" | "root" | "spare">,
  found: Uint8Array,
): number => {
  let count = 0;
  if (allows(state, SHIFT)) found[count++] = 0;
  const top = onStack(state, 0);
  if (allows(state, LEFT)) {
    if (state.next === state.length) found[count++] = 2 * root + 1;
    else
      for (const relation of candidates[pairOf(columns, state.next, top)]!) found[count++] = 2 * relation + 1;
  }
  if (allows(state, RIGHT))
    for (const relation of candidates[pairOf(columns, onStack(state, 1), top)]!)
      found[count++] = 2 * relation + 2;
  // Two words that training never saw in an arc, and no other way on: they still need one.
  if (count === 0 && state.depth >= 2) found[count++] = 2 * spare + 2;
  if (count === 0) found[count++] = 2 * spare + 1;
  return count;
};

/** Number of the parts of speech of a head and a child and of the child's side, for `candidates`. */
const pairOf = ({ upos }: Columns, head: number, child: number): number =>
  pairNumber(upos[head + margin]!, upos[child + margin]!, child < head ? 1 : 0);

/** The same from the parts of speech. */
export const pairNumber = (head: number, child: number, side: number): number =>
  (head * 32 + child) * 2 + side;

/** The keys of a state in either run. */
export const moveKeys = (columns: Columns, state: State, pass: 1 | 2, keys: Int32Array): number => {
  const count = moveFeatures(columns, state, keys);
  return pass === 1 ? count : moveHints(columns, state, keys, count);
};
