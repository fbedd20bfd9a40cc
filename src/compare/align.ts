// Two accounts' points -> rows: told by both (same, reworded, contrary), and what is left to one side only.
import type { ComparisonLanguage } from "../language/comparison.ts";
import type { SidedPoint } from "./features.ts";
import { likelihood } from "./likeness.ts";
import { isOpposed } from "./opposed.ts";
import type { SharedRow } from "./schema.ts";
import { rarityOf, similarity } from "./similarity.ts";

/**
 * From which likelihood on two points are about the same thing, and what stands beside a point joins its row; from where
 * on their words say the same, and a side's own point repeats another of its points.
 */
const thresholds = { shared: 0.048, beside: 0.12, same: 0.35, repeated: 0.4 } as const;
/** How much a rival takes from a pair: what could as well be another of the points is less likely this one. */
const rivalry = 3;

type Alike = (a: SidedPoint, b: SidedPoint) => number;

/** `value`: how alike the words are. */
type Draft = { points: SidedPoint[]; value: number };

/** Aligns the points of all sides. Every point stands in one row or is left over; ties fall to text order. */
export const alignPoints = (
  sides: readonly (readonly SidedPoint[])[],
  language: ComparisonLanguage,
): { shared: SharedRow[]; left: SidedPoint[] } => {
  const all = sides.flat();
  const rarity = rarityOf(
    all.map(({ features }) => features),
    language,
  );
  const alike: Alike = (a, b) => similarity(a.features, b.features, rarity, language.lore);
  const rows = new Map<SidedPoint, Draft>();
  const likely: Alike = (a, b) => likelihood(a.features, b.features, rarity, language);
  for (const { a, b } of pairsOf(sides, likely)) {
    const [rowA, rowB] = [rows.get(a), rows.get(b)];
    const row = rowA ?? rowB;
    if (rowA && rowB) continue;
    const fresh = rowA ? b : a;
    if (!row) {
      const draft = { points: [a, b], value: alike(a, b) };
      rows.set(a, draft).set(b, draft);
    } else if (!row.points.some((one) => one.side === fresh.side)) {
      row.points.push(fresh);
      rows.set(fresh, row);
    }
  }
  for (const own of sides) joinNeighbours(own, rows, likely);
  for (const own of sides) addRepeated(own, rows, alike);
  const drafts = [...new Set(all.flatMap((point) => rows.get(point) ?? []))];
  return {
    shared: drafts.map((draft) => rowOf(draft, language)),
    left: all.filter((one) => !rows.has(one)),
  };
};

/** Pairs of points of different sides that are likely of one matter, the likeliest first. */
const pairsOf = (
  sides: readonly (readonly SidedPoint[])[],
  likely: Alike,
): { a: SidedPoint; b: SidedPoint; value: number }[] => {
  const pairs = [];
  for (const [at, own] of sides.entries())
    for (const others of sides.slice(at + 1)) {
      const chances = own.map((a) => others.map((b) => likely(a, b)));
      const ofA = chances.map((row) => row.reduce((sum, one) => sum + one, 0));
      const ofB = others.map((_, on) => chances.reduce((sum, row) => sum + row[on]!, 0));
      for (const [row, a] of own.entries())
        for (const [column, b] of others.entries()) {
          const chance = chances[row]![column]!;
          const value = chance / (1 + rivalry * (ofA[row]! + ofB[column]! - 2 * chance));
          if (value >= thresholds.shared) pairs.push({ a, b, value });
        }
    }
  return pairs.sort((x, y) => y.value - x.value);
};

/**
 * "We support a ceasefire; the guns must fall silent at once": what a side adds to a point right before or behind it
 * joins that point's row, where it is likely of one matter with what the other side says there.
 */
const joinNeighbours = (own: readonly SidedPoint[], rows: Map<SidedPoint, Draft>, likely: Alike): void => {
  for (const [at, point] of own.entries()) {
    if (rows.has(point)) continue;
    const best = [own[at - 1], own[at + 1]]
      .flatMap((near) => (near && rows.get(near)) ?? [])
      .map((row) => ({
        row,
        value: Math.max(
          ...row.points.filter(({ side }) => side !== point.side).map((one) => likely(point, one)),
        ),
      }))
      .filter(({ value }) => value >= thresholds.beside)
      .sort((a, b) => b.value - a.value)[0];
    if (!best) continue;
    best.row.points.push(point);
    rows.set(point, best.row);
  }
};

/** What a side says again (its minister, then its spokeswoman) joins the row where it said it first. */
const addRepeated = (own: readonly SidedPoint[], rows: Map<SidedPoint, Draft>, alike: Alike): void => {
  const placed = own.filter((point) => rows.has(point));
  for (const point of own) {
    if (rows.has(point)) continue;
    let best: { first: SidedPoint; value: number } | undefined;
    for (const first of placed) {
      const value = alike(point, first);
      if (value >= thresholds.repeated && value > (best?.value ?? 0)) best = { first, value };
    }
    const row = best && rows.get(best.first);
    if (!row) continue;
    row.points.push(point);
    rows.set(point, row);
  }
};

const rowOf = ({ points, value }: Draft, language: ComparisonLanguage): SharedRow => {
  const strengths = points.map(({ point }) => language.strength.get(point.act) ?? 1);
  // "said" and "reaffirmed" say the same; "said" and "warned" do not.
  const alike = value >= thresholds.same && Math.max(...strengths) - Math.min(...strengths) < 2;
  return {
    topic: topicOf(points, language),
    relation: isOpposed(points, value, language) ? "contrary" : alike ? "same" : "reworded",
    points: points.map(({ side, point }) => ({ side, point: point.id })),
    differences: differencesOf(points, language),
  };
};

/** The taxonomy's name for what most points of both sides are about; else a point's own topic; else the words they share. */
const topicOf = (points: readonly SidedPoint[], { topics }: ComparisonLanguage): string => {
  const [first, ...rest] = points;
  const sides = new Set(points.map(({ side }) => side));
  const common = [...new Set(points.flatMap(({ features }) => features.topics))]
    .map((topic) => ({ topic, holders: points.filter(({ features }) => features.topics.includes(topic)) }))
    .filter(({ holders }) => new Set(holders.map(({ side }) => side)).size === sides.size)
    .sort((a, b) => b.holders.length - a.holders.length)[0];
  const title = common && topics.get(common.topic);
  if (title !== undefined) return title;
  const named = points.map(({ point }) => point.topic).find((topic) => topic.includes(" "));
  if (named !== undefined) return named;
  const shared = [...first!.features.words].filter(([stem]) =>
    rest.every((one) => one.features.words.has(stem)),
  );
  return shared.length > 0
    ? shared
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
