// Attributions against attributions: gold and found ones are paired by their contents, then sources and cues are compared.
import type { Attribution, Prf, Range } from "./cofenet.ts";
import { prf } from "./cofenet.ts";

/** `content`: pairs whose contents overlap enough. `source`: pairs whose source overlaps by half too; `full`: the cue as well. */
export type RelationScore = { readonly content: Prf; readonly source: Prf; readonly full: Prf };

/** Pairs one to one, best overlap first, where contents share at least `least` of their characters. */
export const scoreRelations = (
  predicted: ReadonlyMap<string, readonly Attribution[]>,
  gold: ReadonlyMap<string, readonly Attribution[]>,
  least = 0.5,
): RelationScore => {
  let wanted = 0;
  let got = 0;
  let paired = 0;
  let sources = 0;
  let both = 0;
  for (const [id, attributions] of gold) {
    const left = attributions.filter(({ content }) => content.length > 0);
    const right = (predicted.get(id) ?? []).filter(({ content }) => content.length > 0);
    wanted += left.length;
    got += right.length;
    for (const [one, other] of pairsOf(left, right, least)) {
      const source = shared(one.source, other.source) >= 0.5;
      paired += 1;
      if (source) sources += 1;
      if (source && shared(one.cue, other.cue) >= 0.5) both += 1;
    }
  }
  const score = (tp: number): Prf => prf({ tp, fp: got - tp, fn: wanted - tp });
  return { content: score(paired), source: score(sources), full: score(both) };
};

const pairsOf = (
  left: readonly Attribution[],
  right: readonly Attribution[],
  least: number,
): [Attribution, Attribution][] => {
  const tried = left
    .flatMap((one, i) => right.map((other, j) => ({ i, j, share: shared(one.content, other.content) })))
    .filter(({ share }) => share > 0 && share >= least)
    .sort((a, b) => b.share - a.share || b.i - a.i || b.j - a.j);
  const usedLeft = new Set<number>();
  const usedRight = new Set<number>();
  const pairs: [Attribution, Attribution][] = [];
  for (const { i, j } of tried) {
    if (usedLeft.has(i) || usedRight.has(j)) continue;
    usedLeft.add(i);
    usedRight.add(j);
    pairs.push([left[i]!, right[j]!]);
  }
  return pairs;
};

/** Shared part of two sets of characters, intersection over union; two empty sets share all. */
export const shared = (a: readonly Range[], b: readonly Range[]): number => {
  const left = pointsOf(a);
  const right = pointsOf(b);
  if (left.size === 0 && right.size === 0) return 1;
  let common = 0;
  for (const point of left) if (right.has(point)) common += 1;
  return common / (left.size + right.size - common);
};

const pointsOf = (ranges: readonly Range[]): Set<number> => {
  const points = new Set<number>();
  for (const [start, end] of ranges) for (let at = start; at < end; at += 1) points.add(at);
  return points;
};
