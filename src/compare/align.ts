// Two accounts' points -> rows: told by both (same, reworded, contrary), and what is left to one side only.
import type { ComparisonLanguage } from "../language/comparison.ts";
import { type Features, similarity } from "./features.ts";
import type { ComparedPoint, SharedRow } from "./schema.ts";

/** A point with its side and its features. */
export type SidedPoint = {
  readonly side: string;
  readonly point: ComparedPoint;
  readonly features: Features;
};

/** From where on two points are about the same thing, and from where on they say it alike. */
const thresholds = { shared: 0.17, contrary: 0.25, same: 0.45 } as const;

type Draft = { points: SidedPoint[]; value: number };

/** Aligns the points of all sides. Every point stands in one row or is left over; ties fall to text order. */
export const alignPoints = (
  sides: readonly (readonly SidedPoint[])[],
  language: ComparisonLanguage,
): { shared: SharedRow[]; left: SidedPoint[] } => {
  const all = sides.flat();
  const rows = new Map<SidedPoint, Draft>();
  for (const { a, b, value } of pairsOf(sides)) {
    const [rowA, rowB] = [rows.get(a), rows.get(b)];
    const row = rowA ?? rowB;
    if (rowA && rowB) continue;
    const fresh = rowA ? b : a;
    if (!row) {
      const draft = { points: [a, b], value };
      rows.set(a, draft).set(b, draft);
    } else if (!row.points.some((one) => one.side === fresh.side)) {
      row.points.push(fresh);
      rows.set(fresh, row);
    }
  }
  const drafts = [...new Set(all.flatMap((point) => rows.get(point) ?? []))];
  return {
    shared: drafts.map((draft) => rowOf(draft, language)),
    left: all.filter((one) => !rows.has(one)),
  };
};

/** Pairs of points of different sides that are alike enough, the most alike first. */
const pairsOf = (
  sides: readonly (readonly SidedPoint[])[],
): { a: SidedPoint; b: SidedPoint; value: number }[] => {
  const rarity = rarityOf(sides.flat());
  const pairs = [];
  for (const [at, own] of sides.entries())
    for (const others of sides.slice(at + 1))
      for (const a of own)
        for (const b of others) {
          const value = similarity(a.features, b.features, rarity);
          if (value >= thresholds.shared) pairs.push({ a, b, value });
        }
  return pairs.sort((x, y) => y.value - x.value);
};

/** Words that every point has tell nothing: a feature counts by the share of points without it. */
const rarityOf = (points: readonly SidedPoint[]): ((feature: string) => number) => {
  const counts = new Map<string, number>();
  for (const { features } of points)
    for (const feature of features.weights.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return (feature) => Math.log(1 + (points.length + 4) / ((counts.get(feature) ?? 0) + 1));
};

const rowOf = ({ points, value }: Draft, language: ComparisonLanguage): SharedRow => {
  const [first, ...rest] = points;
  const opposed = rest.some((one) => one.features.negated !== first!.features.negated);
  const sameStrength = new Set(points.map(({ point }) => language.strength.get(point.act) ?? 1)).size === 1;
  const alike = value >= thresholds.same && sameStrength;
  return {
    topic: topicOf(points, language),
    relation: opposed && value >= thresholds.contrary ? "contrary" : alike ? "same" : "reworded",
    points: points.map(({ side, point }) => ({ side, point: point.id })),
    differences: differencesOf(points, language),
  };
};

/** The taxonomy's name for what all points are about; else the words they share; else the first point's own topic. */
const topicOf = (points: readonly SidedPoint[], { topics }: ComparisonLanguage): string => {
  const [first, ...rest] = points;
  const common = first!.features.topics.find((topic) =>
    rest.every((one) => one.features.topics.includes(topic)),
  );
  const title = common === undefined ? undefined : topics.get(common);
  if (title !== undefined) return title;
  const words = [...first!.features.words].filter(([stem]) =>
    rest.every((one) => one.features.words.has(stem)),
  );
  return words.length > 0
    ? words
        .slice(0, 4)
        .map(([, word]) => word)
        .join(" ")
    : first!.point.topic;
};

const differencesOf = (points: readonly SidedPoint[], { strength }: ComparisonLanguage): string[] => {
  const found: string[] = [];
  for (const { side, features } of points) {
    const others = points.filter((one) => one.side !== side);
    const own = [...features.words].filter(([stem]) => others.every((one) => !one.features.words.has(stem)));
    if (own.length > 0) found.push(`${side} only: ${own.map(([, word]) => word).join(", ")}`);
  }
  const strengths = new Set(points.map(({ point }) => strength.get(point.act) ?? 1));
  if (strengths.size > 1)
    found.push(`strength: ${points.map(({ side, point }) => `${side} ${point.act}`).join(", ")}`);
  return found;
};
