// A log-linear model over hashed feature keys, taught by AdaGrad. It works on as many cells as the shipped table has,
// so what shares a cell there shares it here too.
import { shiftFor } from "../src/stages/trees/score.ts";

/** How fast weights move: `rate` at most, and by less the more they have moved or the higher `inertia` is. */
export type Pace = { readonly rate: number; readonly inertia: number };

/** Weights under training. */
export type Learner = {
  readonly shift: number;
  readonly pace: Pace;
  readonly weights: Float32Array;
  /** Sums of squared gradients: the more a weight has moved, the less it moves. */
  readonly squares: Float32Array;
  /** Sum of the weights at several moments, for `quantize`: their average errs less than the last. */
  readonly totals: Float32Array;
  /** How often each feature was met before learning began, up to 255; a hash of its key has the place. */
  readonly counts: Uint8Array;
};

/** A learner with 2^bits cells. */
export const newLearner = (bits: number, pace: Pace): Learner => ({
  pace,
  shift: shiftFor(2 ** bits),
  weights: new Float32Array(2 ** bits),
  squares: new Float32Array(2 ** bits),
  totals: new Float32Array(2 ** bits),
  counts: new Uint8Array(2 ** 24),
});

/** Adds the weights as they are to the average. */
export const remember = ({ weights, totals }: Learner): void => {
  for (let at = 0; at < weights.length; at += 1) totals[at]! += weights[at]!;
};

/** Counts features before learning. */
export const countFeatures = ({ counts }: Learner, keys: Int32Array, count: number): void => {
  for (let at = 0; at < count; at += 1) {
    const place = keys[at]! >>> 8;
    if (counts[place]! < 255) counts[place]! += 1;
  }
};

/**
 * Leaves only the keys of features that are common enough, and gives their number. A feature met once or twice
 * would learn its one example by heart and keep the others from learning anything from it.
 */
export const commonFeatures = ({ counts }: Learner, keys: Int32Array, count: number): number => {
  let kept = 0;
  for (let at = 0; at < count; at += 1)
    if (counts[keys[at]! >>> 8]! >= leastCount) {
      keys[kept] = keys[at]!;
      kept += 1;
    }
  return kept;
};

/** Smaller gradients teach nothing; this leaves room for features that matter. */
const leastGradient = 0.05;
/** A feature met less often before learning began is left out. */
const leastCount = 2;

/** Moves one weight along its gradient. */
const teach = (learner: Learner, cell: number, gradient: number): void => {
  const square = learner.squares[cell]! + gradient * gradient;
  learner.squares[cell] = square;
  learner.weights[cell]! += (learner.pace.rate * gradient) / Math.sqrt(square + learner.pace.inertia);
};

/** Sets one score for each candidate class. */
export const sumClasses = (
  { weights, shift }: Learner,
  keys: Int32Array,
  count: number,
  candidates: Uint8Array,
  width: number,
  scores: Float64Array,
): void => {
  for (let which = 0; which < width; which += 1) {
    const candidate = candidates[which]!;
    let sum = 0;
    for (let at = 0; at < count; at += 1) sum += weights[(keys[at]! >>> shift) ^ candidate]!;
    scores[which] = sum;
  }
};

/** Teaches that any of the candidates that `right` marks is right, given the scores, which it overwrites. */
export const teachClasses = (
  learner: Learner,
  keys: Int32Array,
  count: number,
  candidates: Uint8Array,
  width: number,
  scores: Float64Array,
  right: Uint8Array,
): void => {
  softmax(scores, width);
  let good = 0;
  for (let which = 0; which < width; which += 1) if (right[which]) good += scores[which]!;
  if (good === 0) return;
  for (let which = 0; which < width; which += 1) {
    const gradient = (right[which] ? scores[which]! / good : 0) - scores[which]!;
    if (Math.abs(gradient) >= leastGradient)
      for (let at = 0; at < count; at += 1)
        teach(learner, (keys[at]! >>> learner.shift) ^ candidates[which]!, gradient);
  }
};

/** Turns scores into probabilities, in place. */
const softmax = (scores: Float64Array, count: number): void => {
  let high = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < count; at += 1) high = Math.max(high, scores[at]!);
  let sum = 0;
  for (let at = 0; at < count; at += 1) {
    scores[at] = Math.exp(scores[at]! - high);
    sum += scores[at]!;
  }
  for (let at = 0; at < count; at += 1) scores[at]! /= sum;
};

/** The weights in 8 bits each: signed square roots on one scale, so that small ones keep their worth. */
export const quantize = ({ totals: weights }: Learner): Int8Array => {
  const largest = weights.reduce((high, weight) => Math.max(high, Math.abs(weight)), 1e-9);
  return Int8Array.from(weights, (weight) =>
    Math.round(127 * Math.sign(weight) * Math.sqrt(Math.abs(weight) / largest)),
  );
};
