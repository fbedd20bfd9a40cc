// Features of one sentence -> its best sequence of labels: first-order Viterbi over summed weights.
import type { NamesModel } from "../../language/names.ts";
import type { NameKind } from "../../model/name.ts";
import { perWord } from "./observe.ts";

/** Kinds in the order of their labels: 0 is outside, 1 and 2 begin and go on with the first kind, and so on. */
export const labelKinds: readonly NameKind[] = ["person", "organization", "place", "other"];
export const labelCount = 1 + 2 * labelKinds.length;

/** Whether `label` may follow `before` (`labelCount` for the sentence's start): a name goes on only from its own kind. */
export const mayFollow = (before: number, label: number): boolean =>
  label === 0 || label % 2 === 1 || before === label || (before === label - 1 && before !== 0);

/** Sums of the weights of each word's features, `labelCount` a word. */
export const scoreWords = (features: Int32Array, { cells, checks, weights }: NamesModel): Float32Array => {
  const count = features.length / perWord;
  const scores = new Float32Array(count * labelCount);
  for (let at = 0; at < count; at += 1)
    for (let n = at * perWord; n < (at + 1) * perWord; n += 1) {
      const cell = features[n]! % cells;
      // A cell holds one feature; its check tells which of those that fall on it.
      if (checks[cell] !== 1 + Math.floor(features[n]! / cells)) continue;
      for (let label = 0; label < labelCount; label += 1)
        scores[at * labelCount + label]! += weights[cell * labelCount + label]!;
    }
  return scores;
};

/** The best label of each word. */
export const bestLabels = (scores: Float32Array, transitions: Float32Array): Uint8Array => {
  const width = labelCount;
  const count = scores.length / width;
  const best = Float32Array.from(scores);
  const back = new Uint8Array(scores.length);
  for (let at = 0; at < count; at += 1)
    for (let label = 0; label < width; label += 1) {
      let top = Number.NEGATIVE_INFINITY;
      if (at === 0) top = mayFollow(width, label) ? transitions[width * width + label]! : top;
      else
        for (let before = 0; before < width; before += 1) {
          if (!mayFollow(before, label)) continue;
          const score = best[(at - 1) * width + before]! + transitions[before * width + label]!;
          if (score > top) {
            top = score;
            back[at * width + label] = before;
          }
        }
      best[at * width + label]! += top;
    }
  const labels = new Uint8Array(count);
  if (count === 0) return labels;
  for (let label = 1; label < width; label += 1)
    if (best[(count - 1) * width + label]! > best[(count - 1) * width + labels[count - 1]!]!)
      labels[count - 1] = label;
  for (let at = count - 1; at > 0; at -= 1) labels[at - 1] = back[at * width + labels[at]!]!;
  return labels;
};
