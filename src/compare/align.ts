// Two accounts' points -> rows: told by both (same, reworded, contrary), and what is left to one side only.
import { type Features, similarity } from "./features.ts";
import type { ComparedPoint, SharedRow } from "./schema.ts";

/** A point with its side and its features. */
export type SidedPoint = {
  readonly side: string;
  readonly point: ComparedPoint;
  readonly features: Features;
};

/** From where on two points are about the same thing, and from where on they say it alike. */
const thresholds = { shared: 0.16, same: 0.85 } as const;

/** Acts that a side would not put in place of each other, by strength: what one "raised" the other "demanded". */
const strength: { readonly [act: string]: number } = {
  discuss: 1,
  mention: 1,
  describe: 1,
  say: 2,
  inform: 2,
  announce: 2,
  express: 2,
  "express-concern": 3,
  note: 2,
  reaffirm: 3,
  stress: 3,
  claim: 3,
  welcome: 3,
  thank: 3,
  ask: 3,
  request: 3,
  urge: 4,
  call: 4,
  warn: 4,
  demand: 5,
  accuse: 5,
  condemn: 5,
  threaten: 6,
  reject: 5,
  refuse: 5,
  deny: 5,
  agree: 4,
  promise: 4,
};

/** Aligns the points of all sides. Every point stands in one row or is left over; ties fall to text order. */
export const alignPoints = (
  sides: readonly (readonly SidedPoint[])[],
): { shared: SharedRow[]; left: SidedPoint[] } => {
  const all = sides.flat();
  const rarity = rarityOf(all);
  const pairs = sides.flatMap((own, at) =>
    sides
      .slice(at + 1)
      .flatMap((others) =>
        own.flatMap((a) => others.map((b) => ({ a, b, value: similarity(a.features, b.features, rarity) }))),
      ),
  );
  const rows = new Map<SidedPoint, { points: SidedPoint[]; value: number }>();
  for (const { a, b, value } of pairs
    .filter((pair) => pair.value >= thresholds.shared)
    .sort((x, y) => y.value - x.value)) {
    const [rowA, rowB] = [rows.get(a), rows.get(b)];
    if (!rowA && !rowB) {
      const row = { points: [a, b], value };
      rows.set(a, row);
      rows.set(b, row);
    } else if (rowA && !rowB && !rowA.points.some((one) => one.side === b.side)) {
      rowA.points.push(b);
      rows.set(b, rowA);
    } else if (rowB && !rowA && !rowB.points.some((one) => one.side === a.side)) {
      rowB.points.push(a);
      rows.set(a, rowB);
    }
  }
  const shared = [...new Set(all.flatMap((point) => rows.get(point) ?? []))];
  return {
    shared: shared.map(({ points, value }) => rowOf(points, value)),
    left: all.filter((one) => !rows.has(one)),
  };
};

/** Words that every point has tell nothing: a feature counts by the share of points without it. */
const rarityOf = (points: readonly SidedPoint[]): ((feature: string) => number) => {
  const counts = new Map<string, number>();
  for (const { features } of points)
    for (const feature of features.weights.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return (feature) => Math.log(1 + (points.length + 4) / ((counts.get(feature) ?? 0) + 1));
};

const rowOf = (points: readonly SidedPoint[], value: number): SharedRow => {
  const [first, ...rest] = points;
  const contrary = rest.some((one) => one.features.negated !== first!.features.negated) && value >= 0.45;
  return {
    topic: topicOf(points),
    relation: contrary ? "contrary" : value >= thresholds.same ? "same" : "reworded",
    points: points.map(({ side, point }) => ({ side, point: point.id })),
    differences: differencesOf(points),
  };
};

/** The words that the sides share name the row; where they share none, its first point's topic does. */
const topicOf = (points: readonly SidedPoint[]): string => {
  const [first, ...rest] = points;
  const common = [...first!.features.words].filter(([stem]) =>
    rest.every((one) => one.features.words.has(stem)),
  );
  return common.length > 0
    ? common
        .slice(0, 4)
        .map(([, word]) => word)
        .join(" ")
    : first!.point.topic;
};

const differencesOf = (points: readonly SidedPoint[]): string[] => {
  const found: string[] = [];
  for (const { side, features } of points) {
    const others = points.filter((one) => one.side !== side);
    const own = [...features.words].filter(([stem]) => others.every((one) => !one.features.words.has(stem)));
    if (own.length > 0) found.push(`${side} only: ${own.map(([, word]) => word).join(", ")}`);
  }
  const acts = new Set(points.map(({ features }) => strength[features.act] ?? 2));
  if (acts.size > 1)
    found.push(`acts: ${points.map(({ side, features }) => `${side} ${features.act}`).join(", ")}`);
  return found;
};
