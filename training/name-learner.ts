// Examples -> weights: a linear-chain conditional random field, by stochastic gradient with AdaGrad steps.
import { labelCount, mayFollow } from "../src/stages/names/label.ts";
import { perWord, rows } from "../src/stages/names/observe.ts";
import { newRandom, shuffled } from "./random.ts";

/** One sentence: rows of its features, `perWord` a word (0 stands for none), and its right labels. */
export type Example = { features: Int32Array; labels: Uint8Array };
export type NameModel = { weights: Float32Array; transitions: Float32Array };

type Options = { rounds: number; seed: number; rate: number };

/** Groups of features, by their place in `observe`: the word itself, its neighbours' words, known names, the tree. */
const groups: readonly { readonly chance: number; readonly features: readonly number[] }[] = [
  { chance: 0.3, features: [0, 1, 6, 7, 17, 18, 19, 20, 21, 22] },
  { chance: 0.3, features: [2, 3, 4, 5, 8, 9, 10, 15, 16, 36, 37, 39, 40, 41] },
  { chance: 0.15, features: [30, 31, 32, 33, 34, 35, 43] },
  { chance: 0.3, features: [44, 45, 46, 47, 48, 49, 50] },
];

/** Takes whole groups of features from words by chance, so that each group learns to do without the others. */
const thinned = (features: Int32Array, random: () => number): Int32Array => {
  const left = features.slice();
  for (let at = 0; at < left.length; at += perWord)
    for (const { chance, features: group } of groups)
      if (random() < chance) for (const n of group) left[at + n] = 0;
  return left;
};

const allowed = Array.from({ length: labelCount + 1 }, (_, before) =>
  Array.from({ length: labelCount }, (__, label) => label).filter((label) => mayFollow(before, label)),
);

/** Learns from examples in an order of chance; the same examples and options give the same weights. */
export const learnNames = (examples: readonly Example[], { rounds, seed, rate }: Options): NameModel => {
  const random = newRandom(seed);
  const weights = new Float32Array(rows * labelCount);
  const squares = new Float32Array(weights.length).fill(1e-2);
  const transitions = new Float32Array((labelCount + 1) * labelCount);
  const transitionSquares = new Float32Array(transitions.length).fill(1);
  for (let round = 1; round <= rounds; round += 1) {
    let loss = 0;
    const step = rate * (1 - (0.8 * (round - 1)) / rounds);
    for (const index of shuffled(examples.length, random)) {
      const { features: all, labels } = examples[index]!;
      const features = thinned(all, random);
      const { margins, pairs, likelihood } = expect(features, labels, weights, transitions);
      loss -= likelihood;
      for (let at = 0; at < labels.length; at += 1)
        for (let label = 0; label < labelCount; label += 1) {
          const slope = (labels[at] === label ? 1 : 0) - margins[at * labelCount + label]!;
          if (Math.abs(slope) < 1e-3) continue;
          for (let n = at * perWord; n < (at + 1) * perWord; n += 1) {
            if (features[n] === 0) continue;
            const cell = features[n]! * labelCount + label;
            squares[cell]! += slope * slope;
            weights[cell]! += (step * slope) / Math.sqrt(squares[cell]!);
          }
        }
      for (let cell = 0; cell < pairs.length; cell += 1) {
        const slope = pairs[cell]!;
        if (slope === 0) continue;
        transitionSquares[cell]! += slope * slope;
        transitions[cell]! += (step * slope) / Math.sqrt(transitionSquares[cell]!);
      }
    }
    console.error(`names: round ${round}, loss ${(loss / examples.length).toFixed(3)} a sentence`);
  }
  return { weights, transitions };
};

/** Sums of the weights of each word's features, `labelCount` a word. */
export const sumWeights = (features: Int32Array, weights: Float32Array): Float32Array => {
  const scores = new Float32Array((features.length / perWord) * labelCount);
  for (let n = 0; n < features.length; n += 1) {
    const row = features[n]! * labelCount;
    const at = Math.floor(n / perWord) * labelCount;
    if (row !== 0)
      for (let label = 0; label < labelCount; label += 1) scores[at + label]! += weights[row + label]!;
  }
  return scores;
};

/** Chances of each label at each word (`margins`), gold less expected transitions (`pairs`), log-likelihood. */
const expect = (
  features: Int32Array,
  labels: Uint8Array,
  weights: Float32Array,
  transitions: Float32Array,
): { margins: Float64Array; pairs: Float64Array; likelihood: number } => {
  const count = labels.length;
  const scores = sumWeights(features, weights);
  // Forward and backward passes are kept in range by norms of each word, whose logarithms add up to the total.
  const forward = new Float64Array(scores.length);
  const backward = new Float64Array(scores.length);
  const bridge = Float64Array.from(transitions, Math.exp);
  const potential = new Float64Array(scores.length);
  let total = 0;
  let right = 0;
  for (let at = 0; at < count; at += 1) {
    const base = at * labelCount;
    let top = Number.NEGATIVE_INFINITY;
    for (let label = 0; label < labelCount; label += 1) top = Math.max(top, scores[base + label]!);
    let norm = 0;
    for (let label = 0; label < labelCount; label += 1)
      potential[base + label] = Math.exp(scores[base + label]! - top);
    for (let before = 0; before <= labelCount; before += 1) {
      if (at === 0 ? before < labelCount : before === labelCount) continue;
      const from = at === 0 ? 1 : forward[base - labelCount + before]!;
      if (from === 0) continue;
      for (const label of allowed[before]!)
        forward[base + label]! += from * bridge[before * labelCount + label]!;
    }
    for (let label = 0; label < labelCount; label += 1)
      norm += forward[base + label]! *= potential[base + label]!;
    for (let label = 0; label < labelCount; label += 1) forward[base + label]! /= norm;
    total += Math.log(norm) + top;
    right +=
      scores[base + labels[at]!]! +
      transitions[(at === 0 ? labelCount : labels[at - 1]!) * labelCount + labels[at]!]!;
  }
  const margins = new Float64Array(scores.length);
  const pairs = new Float64Array(transitions.length);
  for (let at = count - 1; at >= 0; at -= 1) {
    const base = at * labelCount;
    let norm = 0;
    for (let label = 0; label < labelCount; label += 1) {
      if (at === count - 1) backward[base + label] = 1;
      norm += margins[base + label] = forward[base + label]! * backward[base + label]!;
    }
    for (let label = 0; label < labelCount; label += 1) margins[base + label]! /= norm;
    pairs[(at === 0 ? labelCount : labels[at - 1]!) * labelCount + labels[at]!]! += 1;
    if (at === 0) {
      for (let label = 0; label < labelCount; label += 1)
        pairs[labelCount * labelCount + label]! -= margins[label]!;
      break;
    }
    let sum = 0;
    let scale = 0;
    for (let before = 0; before < labelCount; before += 1)
      for (const label of allowed[before]!) {
        const flow =
          bridge[before * labelCount + label]! * potential[base + label]! * backward[base + label]!;
        backward[base - labelCount + before]! += flow;
        sum += forward[base - labelCount + before]! * flow;
      }
    for (let before = 0; before < labelCount; before += 1) {
      for (const label of allowed[before]!)
        pairs[before * labelCount + label]! -=
          (forward[base - labelCount + before]! *
            bridge[before * labelCount + label]! *
            potential[base + label]! *
            backward[base + label]!) /
          sum;
      scale = Math.max(scale, backward[base - labelCount + before]!);
    }
    for (let before = 0; before < labelCount; before += 1) backward[base - labelCount + before]! /= scale;
  }
  return { margins, pairs, likelihood: right - total };
};
