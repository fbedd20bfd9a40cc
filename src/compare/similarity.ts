// Two points' features -> how far they say the same thing.
import type { ComparisonLanguage } from "../language/comparison.ts";
import type { WordLore } from "../language/word-lore.ts";
import type { Features } from "./features.ts";

/** How much a feature tells in this comparison. */
export type Rarity = (feature: string) => number;

/** Words that all have count less, those that hardly any text has count more: the root of the share of what is left. */
const commonness = 0.5;
/** Brings words back to the weight of classes and topics. */
const wordScale = 1.4;
/** Brings what is seldom told up for what is often told: the sum of both stays. */
const toldScale = 1.3;

/**
 * Weighs features by how few of the comparison's points have them, how few of other readouts' points and, words, how few
 * texts of any kind.
 */
export const rarityOf = (
  points: readonly Features[],
  { lore, told }: Pick<ComparisonLanguage, "lore" | "told">,
): Rarity => {
  const counts = new Map<string, number>();
  for (const { weights } of points)
    for (const feature of weights.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return (feature) => {
    const alone = Math.log(1 + (points.length + 4) / ((counts.get(feature) ?? 0) + 1));
    const here = alone * (told.get(feature) ?? 1) * toldScale;
    return isWord(feature) ? here * lore.rarity(feature) ** commonness * wordScale : here;
  };
};

/** Classes and topics stand in brackets. */
export const isWord = (feature: string): boolean => !/^[<{]/.test(feature);

/**
 * Weighted overlap of two points, 0 to 1: of what the shorter one says mostly, and a little of the longer one, which may
 * hold more than one thing. A word whose commonest meaning is another's counts as that other.
 */
export const similarity = (a: Features, b: Features, rarity: Rarity, lore: WordLore): number => {
  let shared = 0;
  const alone: [string, number][] = [];
  for (const [feature, weight] of a.weights) {
    const other = b.weights.get(feature);
    if (other !== undefined) shared += Math.min(weight, other) * rarity(feature);
    else if (a.words.has(feature)) alone.push([feature, weight * rarity(feature)]);
  }
  const total = ({ weights }: Features) => {
    let sum = 0;
    for (const [feature, weight] of weights) sum += weight * rarity(feature);
    return sum;
  };
  shared += inOtherWords(alone, a, b, rarity, lore);
  const [left, right] = [total(a), total(b)];
  const [short, long] = left < right ? [left, right] : [right, left];
  return short === 0 ? 0 : shared / (0.7 * short + 0.3 * long);
};

/** What words of `a` without a match share with words of `b` that mean the same; each counts once. */
const inOtherWords = (
  alone: readonly (readonly [string, number])[],
  a: Features,
  b: Features,
  rarity: Rarity,
  lore: WordLore,
): number => {
  const left = new Map(
    [...b.words.keys()]
      .filter((word) => !a.weights.has(word))
      .map((word) => [word, (b.weights.get(word) ?? 0) * rarity(word)]),
  );
  let shared = 0;
  for (const [word, value] of alone)
    for (const [other, otherValue] of left) {
      const alike = lore.alike(word, other);
      if (alike === 0) continue;
      shared += alike * Math.min(value, otherValue);
      left.delete(other);
      break;
    }
  return shared;
};
