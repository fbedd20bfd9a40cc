// Tagged trees -> the parser's weights: two averaged perceptrons, one for moves and one for relations, taught by a
// dynamic oracle along the parser's own moves.
import type { ParseModel } from "../src/language/trees.ts";
import { bestMove, candidateRelations, headFor, pairOf } from "../src/stages/trees/attach.ts";
import { type Columns, encode, margin, newColumns } from "../src/stages/trees/encode.ts";
import { classKey } from "../src/stages/trees/hash.ts";
import { mostMoveFeatures, moveFeatures } from "../src/stages/trees/move-features.ts";
import { relationFeatures } from "../src/stages/trees/relation-features.ts";
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
} from "../src/stages/trees/state.ts";
import { change, find, type Learner, newLearner, pack } from "./learner.ts";
import { costOf, type GoldTree } from "./oracle.ts";
import { newRandom, shuffled } from "./random.ts";
import type { TagFrame } from "./tag-passes.ts";

export type ParserExample = {
  readonly forms: readonly string[];
  readonly tags: Uint8Array;
  readonly gold: GoldTree;
};

const epochs = Number(process.env.EPOCHS ?? 8);
/** How often the parser follows its own move where it is wrong, from the second epoch on. */
const exploration = 0.9;
const moveBits = 20;
const relationBits = 20;

type School = {
  readonly moves: Learner;
  readonly relations: Learner;
  readonly names: readonly string[];
  readonly candidates: readonly Uint8Array[];
  readonly root: Uint8Array;
  readonly columns: Columns;
  readonly state: State;
  readonly random: () => number;
};

export const trainParser = (
  examples: readonly ParserExample[],
  frame: TagFrame,
  names: readonly string[],
): ParseModel => {
  const longest = examples.reduce((most, { forms }) => Math.max(most, forms.length), 0);
  const school: School = {
    moves: newLearner(3, 23),
    relations: newLearner(1, 22),
    names,
    candidates: candidatesOf(examples, frame, names),
    root: Uint8Array.of(names.indexOf("root")),
    columns: newColumns(longest),
    state: newState(longest),
    random: newRandom(11),
  };
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    let wrong = 0;
    let mislabelled = 0;
    for (const which of shuffled(examples.length, school.random)) {
      const example = examples[which]!;
      fill(school.columns, example, frame);
      const found = learnSentence(school, example.gold, epoch > 1 ? exploration : 0);
      wrong += found[0];
      mislabelled += found[1];
    }
    console.error(
      `  epoch ${epoch}: ${wrong} wrong moves, ${mislabelled} wrong relations, ${school.moves.used} move features, ${school.relations.used} relation weights`,
    );
  }
  const moves = pack(school.moves, moveBits, 2);
  const relations = pack(school.relations, relationBits, 2);
  console.error(
    `  moves: ${moves.kept} kept, ${moves.lost} lost; relations: ${relations.kept} kept, ${relations.lost} lost`,
  );
  return {
    names,
    moves: moves.table as Int32Array,
    relations: relations.table as Uint16Array,
    candidates: school.candidates,
    root: school.root,
  };
};

const fill = (columns: Columns, { forms, tags }: ParserExample, frame: TagFrame): void => {
  encode(columns, forms, () => 0);
  tags.forEach((tag, index) => {
    columns.tag[index + margin] = tag;
    columns.upos[index + margin] = frame.uposOf[tag]!;
  });
};

/** Relations seen at least twice between two parts of speech; for pairs never seen, the commonest ones. */
const candidatesOf = (
  examples: readonly ParserExample[],
  { uposOf }: TagFrame,
  names: readonly string[],
): Uint8Array[] => {
  const counts = Array.from({ length: pairOf(32, 0, 0) }, () => new Int32Array(names.length));
  const overall = new Int32Array(names.length);
  for (const { tags, gold } of examples)
    gold.heads.forEach((head, child) => {
      if (head === tags.length) return;
      const pair = pairOf(uposOf[tags[head]!]!, uposOf[tags[child]!]!, child < head ? 1 : 0);
      counts[pair]![gold.relations[child]!]! += 1;
      overall[gold.relations[child]!]! += 1;
    });
  const common = [...overall.keys()].filter((name) => overall[name]! >= 500);
  return counts.map((times) => {
    const seen = [...times.keys()].filter((name) => times[name]! >= 2);
    return Uint8Array.from(seen.length > 0 ? seen : common);
  });
};

const keys = new Int32Array(mostMoveFeatures);
const scores = new Float64Array(3);

const learnSentence = (school: School, gold: GoldTree, explore: number): [number, number] => {
  const { state, columns, moves, random } = school;
  let wrong = 0;
  let mislabelled = 0;
  startState(state, columns.length);
  while (!finished(state)) {
    moves.clock += 1;
    const count = moveFeatures(columns, state, keys);
    scoreWith(moves, count);
    const guess = bestMove(state, scores);
    const right = cheapest(state, gold);
    let taken = guess;
    if (!right.includes(guess)) {
      wrong += 1;
      const better = right.reduce((best, move) => (scores[move]! > scores[best]! ? move : best), right[0]!);
      for (let at = 0; at < count; at += 1) {
        change(moves, keys[at]!, better, 1);
        change(moves, keys[at]!, guess, -1);
      }
      if (random() >= explore) taken = better;
    }
    if (taken === SHIFT) shift(state);
    else mislabelled += learnRelation(school, headFor(state, taken), gold);
  }
  return [wrong, mislabelled];
};

const scoreWith = (learner: Learner, count: number): void => {
  scores.fill(0);
  for (let at = 0; at < count; at += 1) {
    const place = find(learner, keys[at]!) * 3;
    if (place < 0) continue;
    scores[0]! += learner.weights[place]!;
    scores[1]! += learner.weights[place + 1]!;
    scores[2]! += learner.weights[place + 2]!;
  }
};

/** The possible moves that lose the fewest arcs. */
const cheapest = (state: State, gold: GoldTree): Move[] => {
  let found: Move[] = [];
  let low = Number.POSITIVE_INFINITY;
  for (const move of [SHIFT, LEFT, RIGHT] as const) {
    if (!allows(state, move)) continue;
    const cost = costOf(state, move, gold);
    if (cost < low) found = [];
    if (cost <= low) found.push(move);
    low = Math.min(low, cost);
  }
  return found;
};

const labelKeys = new Int32Array(mostMoveFeatures);

/** Names the arc's relation, learns from it where the head is the gold one, and makes the arc. */
const learnRelation = (school: School, head: number, gold: GoldTree): number => {
  const { relations, state, columns } = school;
  const child = onStack(state, 0);
  const candidates = candidateRelations(columns, school, head, child);
  const count = relationFeatures(columns, state, head, child, labelKeys);
  let best = candidates[0]!;
  let high = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    let sum = 0;
    for (let at = 0; at < count; at += 1) {
      const place = find(relations, classKey(labelKeys[at]!, candidate));
      if (place >= 0) sum += relations.weights[place]!;
    }
    if (sum > high) {
      high = sum;
      best = candidate;
    }
  }
  relations.clock += 1;
  const right = gold.relations[child]!;
  const wrong = gold.heads[child] === head && best !== right;
  if (wrong && candidates.includes(right))
    for (let at = 0; at < count; at += 1) {
      change(relations, classKey(labelKeys[at]!, right), 0, 1);
      change(relations, classKey(labelKeys[at]!, best), 0, -1);
    }
  attach(state, head, best);
  return wrong ? 1 : 0;
};
