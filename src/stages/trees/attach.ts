// Tagged columns -> heads and relations: one greedy run of the arc-hybrid parser, two moves a word.
import type { ParseModel } from "../../language/trees.ts";
import { type Columns, margin } from "./encode.ts";
import { mostMoveFeatures, moveFeatures } from "./move-features.ts";
import { mostRelationFeatures, relationFeatures } from "./relation-features.ts";
import { scoreMoves, scorePairs } from "./score.ts";
import {
  allows,
  attach,
  finished,
  LEFT,
  type Move,
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
  readonly keys: Int32Array;
  readonly moves: Float64Array;
  readonly relations: Float64Array;
};

export const newParseRoom = (longest: number): ParseRoom => ({
  state: newState(longest),
  keys: new Int32Array(Math.max(mostMoveFeatures, mostRelationFeatures)),
  moves: new Float64Array(3),
  relations: new Float64Array(256),
});

/** Parses the sentence; the tree is in `room.state` (`head`, `relation`), the root's head being `length`. */
export const parse = (columns: Columns, model: ParseModel, room: ParseRoom): void => {
  const { state } = room;
  startState(state, columns.length);
  while (!finished(state)) {
    const count = moveFeatures(columns, state, room.keys);
    scoreMoves(model.moves, room.keys, count, room.moves);
    const move = bestMove(state, room.moves);
    if (move === SHIFT) shift(state);
    else {
      const head = headFor(state, move);
      attach(state, head, relationOf(columns, model, room, head, onStack(state, 0)));
    }
  }
};

/** The possible move with the highest score. */
export const bestMove = (state: State, scores: Float64Array): Move => {
  let best: Move = SHIFT;
  let high = Number.NEGATIVE_INFINITY;
  for (const move of [SHIFT, LEFT, RIGHT] as const)
    if (scores[move]! > high && allows(state, move)) {
      best = move;
      high = scores[move]!;
    }
  return best;
};

/** The word that LEFT or RIGHT makes the head of the stack's top. */
export const headFor = (state: State, move: Move): number => (move === LEFT ? state.next : onStack(state, 1));

/** Relations that training saw between two such words, or all. Nothing but `root` hangs from the root. */
export const candidateRelations = (
  columns: Columns,
  model: Pick<ParseModel, "candidates" | "root">,
  head: number,
  child: number,
): Uint8Array =>
  head === columns.length
    ? model.root
    : model.candidates[
        pairOf(columns.upos[head + margin]!, columns.upos[child + margin]!, child < head ? 1 : 0)
      ]!;

/** Number of a pair of parts of speech and a side, for `candidates`. */
export const pairOf = (head: number, child: number, side: number): number => (head * 32 + child) * 2 + side;

const relationOf = (
  columns: Columns,
  model: ParseModel,
  room: ParseRoom,
  head: number,
  child: number,
): number => {
  const candidates = candidateRelations(columns, model, head, child);
  if (candidates.length === 1) return candidates[0]!;
  const count = relationFeatures(columns, room.state, head, child, room.keys);
  scorePairs(model.relations, room.keys, count, candidates, room.relations);
  let best = 0;
  for (let which = 1; which < candidates.length; which += 1)
    if (room.relations[which]! > room.relations[best]!) best = which;
  return candidates[best]!;
};
