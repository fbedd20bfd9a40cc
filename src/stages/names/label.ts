// Scores of one sentence's labels -> its best sequence of them: a name goes on only from its own kind.
import type { NameKind } from "../../model/name.ts";

/** Kinds in the order of their labels: 0 is outside, 1 and 2 begin and go on with the first kind, and so on. */
export const labelKinds: readonly NameKind[] = ["person", "organization", "place", "other"];
export const labelCount = 1 + 2 * labelKinds.length;

/** Whether `label` may follow `before`, 0 at the sentence's start. */
export const mayFollow = (before: number, label: number): boolean =>
  label === 0 || label % 2 === 1 || before === label || (before === label - 1 && before !== 0);

/** What a name of the first three kinds must be ahead by: a name too many costs more than a name missed. */
const reserve = 0.9;

/** The best label of each word, given `labelCount` scores a word. */
export const bestLabels = (scores: Float32Array): Uint8Array => {
  const width = labelCount;
  const count = scores.length / width;
  const best = Float32Array.from(scores);
  for (let at = 0; at < scores.length; at += width)
    for (let begin = 1; begin < 7; begin += 2) best[at + begin]! -= reserve;
  const back = new Uint8Array(scores.length);
  for (let at = 0; at < count; at += 1)
    for (let label = 0; label < width; label += 1) {
      let top = at === 0 && mayFollow(0, label) ? 0 : Number.NEGATIVE_INFINITY;
      for (let before = 0; at > 0 && before < width; before += 1) {
        const score = mayFollow(before, label) ? best[(at - 1) * width + before]! : top;
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
