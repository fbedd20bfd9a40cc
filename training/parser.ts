// Tagged trees -> the parser's weights: two averaged perceptrons, one for moves and one for relations, taught by a
// dynamic oracle along the parser's own moves.
import type { ParseRun } from "../src/language/trees.ts";
import { act, moveKeys, newParseRoom, pairNumber, possibleActions, run } from "../src/stages/trees/attach.ts";
import { type Columns, encode, type LexiconLookup, margin, newColumns } from "../src/stages/trees/encode.ts";
import { mirror } from "../src/stages/trees/mirror.ts";
import { mostMoveFeatures } from "../src/stages/trees/move-features.ts";
import { best, mostClasses } from "../src/stages/trees/score.ts";
import {
  finished,
  LEFT,
  newState,
  onStack,
  RIGHT,
  SHIFT,
  type State,
  startState,
} from "../src/stages/trees/state.ts";
import {
  commonFeatures,
  countFeatures,
  type Learner,
  newLearner,
  quantize,
  remember,
  sumClasses,
  teachClasses,
} from "./learner.ts";
import { costOf, type GoldTree, mirroredTree } from "./oracle.ts";
import { newRandom, shuffled } from "./random.ts";
import { folds, type TagFrame } from "./tag-passes.ts";

/** A tree to learn from; `hint` is what a first run that never saw it makes of it, for the second run. */
export type ParserExample = {
  readonly forms: readonly string[];
  readonly tags: Uint8Array;
  readonly gold: GoldTree;
  readonly hint?: FirstTree;
};

/** Heads (the root's is the sentence's length) and relations. */
export type FirstTree = { readonly head: Int32Array; readonly relation: Int32Array };

/** What stays the same in all of training. */
export type Frame = TagFrame & { readonly names: readonly string[]; readonly find: LexiconLookup };

const epochs = 2;
/** How often the parser follows its own move where it is wrong, from the second epoch on. */
const exploration = 0.9;
/** A relation is tried between two parts of speech where at least this share of such arcs has it. */
const leastShare = 0.003;
const bits = 21;
const pace = { rate: 0.1, inertia: 1 };

type School = Frame & {
  readonly pass: 1 | 2;
  readonly learner: Learner;
  readonly candidates: readonly Uint8Array[];
  readonly root: number;
  readonly spare: number;
  readonly forward: Columns;
  readonly mirrored: Columns;
  readonly columns: Columns;
  readonly state: State;
  readonly random: () => number;
};

/** Trains one run; the second reads from right to left and needs every example's `hint`. */
export const trainRun = (examples: readonly ParserExample[], frame: Frame, pass: 1 | 2): ParseRun => {
  const longest = examples.reduce((most, { forms }) => Math.max(most, forms.length), 0);
  const forward = newColumns(longest);
  const mirrored = newColumns(longest);
  const school: School = {
    ...frame,
    pass,
    learner: newLearner(bits, pace),
    candidates: candidatesOf(examples, frame, pass),
    root: frame.names.indexOf("root"),
    spare: frame.names.indexOf("dep"),
    forward,
    mirrored,
    columns: pass === 1 ? forward : mirrored,
    state: newState(longest),
    random: newRandom(pass),
  };
  for (const example of examples) countSentence(school, fill(school, example));
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    learnEpoch(school, examples, epoch);
  }
  return {
    actions: quantize(school.learner),
    candidates: school.candidates,
    root: school.root,
    spare: school.spare,
  };
};

const learnEpoch = (school: School, examples: readonly ParserExample[], epoch: number): void => {
  let wrong = 0;
  shuffled(examples.length, school.random).forEach((which, seen) => {
    wrong += learnSentence(school, fill(school, examples[which]!), epoch > 1 ? exploration : 0);
    if (epoch > 1 && seen % 3000 === 2999) remember(school.learner);
  });
  console.error(`  run ${school.pass}, epoch ${epoch}: ${wrong} wrong actions`);
};

/** The first run's trees of each example, by a run that was trained without it. */
export const honestTrees = (examples: readonly ParserExample[], frame: Frame): FirstTree[] => {
  const found: FirstTree[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const own = (index: number) => Math.floor(index / 20) % folds === fold;
    const model = trainRun(
      examples.filter((_, index) => !own(index)),
      frame,
      1,
    );
    examples.forEach((example, index) => {
      if (own(index)) found[index] = firstTree(example, frame, model);
    });
  }
  return found;
};

/** The first run's tree of one sentence. */
export const firstTree = (example: ParserExample, frame: Frame, model: ParseRun): FirstTree => {
  const { length } = example.forms;
  const room = newParseRoom(length);
  const forward = newColumns(length);
  fillForward(forward, example, frame);
  run(forward, model, 1, room);
  return { head: room.state.head.slice(0, length), relation: room.state.relation.slice(0, length) };
};

/** Makes the school's columns ready for an example and gives the tree to learn, both in the run's direction. */
const fill = (school: School, example: ParserExample): GoldTree => {
  fillForward(school.forward, example, school);
  if (school.pass === 1) return example.gold;
  mirror(school.forward, example.hint!, school.mirrored);
  return mirroredTree(example.gold);
};

const fillForward = (columns: Columns, { forms, tags }: ParserExample, { find, uposOf }: Frame): void => {
  encode(columns, forms, find);
  tags.forEach((tag, index) => {
    columns.tag[index + margin] = tag;
    columns.upos[index + margin] = uposOf[tag]!;
  });
};

/** Relations seen often enough between two parts of speech. */
const candidatesOf = (
  examples: readonly ParserExample[],
  { uposOf, names }: Frame,
  pass: 1 | 2,
): Uint8Array[] => {
  const counts = Array.from({ length: pairNumber(32, 0, 0) }, () => new Int32Array(names.length));
  for (const { tags, gold } of examples)
    gold.heads.forEach((head, child) => {
      if (head === tags.length) return;
      const side = child < head === (pass === 1) ? 1 : 0;
      counts[pairNumber(uposOf[tags[head]!]!, uposOf[tags[child]!]!, side)]![gold.relations[child]!]! += 1;
    });
  return counts.map((times) => {
    const all = times.reduce((sum, one) => sum + one, 0);
    const seen = [...times.keys()].filter((name) => times[name]! >= Math.max(2, all * leastShare));
    return Uint8Array.from(seen);
  });
};

const keys = new Int32Array(mostMoveFeatures);
const scores = new Float64Array(2 * mostClasses);
const candidates = new Uint8Array(2 * mostClasses);
const right = new Uint8Array(2 * mostClasses);

/** Counts the features met on the way to the gold tree. */
const countSentence = (school: School, gold: GoldTree): void => {
  const { state, columns, learner, pass } = school;
  startState(state, columns.length);
  while (!finished(state)) {
    countFeatures(learner, keys, moveKeys(columns, state, pass, keys));
    const width = possibleActions(columns, state, school, candidates);
    markRight(state, gold, width);
    act(state, candidates[right.lastIndexOf(1, width - 1)]!);
  }
};

/** Learns along one sentence; gives the number of wrong actions. */
const learnSentence = (school: School, gold: GoldTree, explore: number): number => {
  const { state, columns, learner, random, pass } = school;
  let wrong = 0;
  startState(state, columns.length);
  while (!finished(state)) {
    const width = possibleActions(columns, state, school, candidates);
    const count = commonFeatures(learner, keys, moveKeys(columns, state, pass, keys));
    sumClasses(learner, keys, count, candidates, width, scores);
    const guess = best(scores, width);
    markRight(state, gold, width);
    let taken = guess;
    if (!right[guess]) {
      wrong += 1;
      if (random() >= explore) taken = bestRight(width);
    }
    const action = candidates[taken]!;
    if (width > 1) teachClasses(learner, keys, count, candidates, width, scores, right);
    act(state, action);
  }
  return wrong;
};

const bestRight = (width: number): number => {
  let found = -1;
  for (let which = 0; which < width; which += 1)
    if (right[which] && (found < 0 || scores[which]! > scores[found]!)) found = which;
  return found;
};

/** Marks the candidates that lose the fewest arcs; an arc that has its gold head but another relation is half lost. */
const markRight = (state: State, gold: GoldTree, width: number): void => {
  const top = onStack(state, 0);
  let low = Number.POSITIVE_INFINITY;
  const arcs = [costOf(state, SHIFT, gold), 0, 0];
  if (top >= 0) {
    arcs[LEFT] = costOf(state, LEFT, gold);
    arcs[RIGHT] = costOf(state, RIGHT, gold);
  }
  for (const round of [1, 2])
    for (let which = 0; which < width; which += 1) {
      const action = candidates[which]!;
      const move = action === 0 ? SHIFT : action & 1 ? LEFT : RIGHT;
      const head = move === LEFT ? state.next : onStack(state, 1);
      const named = move === SHIFT || gold.heads[top] !== head || gold.relations[top] === (action - 1) >> 1;
      const cost = arcs[move]! + (named ? 0 : 0.5);
      if (round === 1) low = Math.min(low, cost);
      else right[which] = cost === low ? 1 : 0;
    }
};
