// Two points' features -> how likely they are about one matter: signs of different kinds, weighed together.
import type { ComparisonLanguage } from "../language/comparison.ts";
import type { Features } from "./features.ts";
import { nearness } from "./nearness.ts";
import { isWord, type Rarity, similarity } from "./similarity.ts";

/** What is measured of two points, in the order of models/en/alike.tsv. */
export const signs = [
  "overlap",
  "company",
  "topics",
  "classes",
  "names",
  "stems",
  "shorter",
  "longer",
  "act",
  "nearest",
  "near",
  "order",
  "bias",
] as const;

/** The strength of each sign. */
export const signsOf = (
  a: Features,
  b: Features,
  rarity: Rarity,
  { lore, vectors }: Pick<ComparisonLanguage, "lore" | "vectors">,
): number[] => {
  const sum = (features: readonly string[]) => features.reduce((all, one) => all + rarity(one), 0);
  const kind = ({ weights }: Features, mark: string) =>
    [...weights.keys()].filter((feature) => feature.startsWith(mark));
  const part = (mark: string): number => {
    const [x, y] = [kind(a, mark), kind(b, mark)];
    return sum(x.filter((one) => y.includes(one))) / (1 + Math.min(sum(x), sum(y)));
  };
  const [x, y] = [meaningOf(a, rarity, vectors), meaningOf(b, rarity, vectors)];
  const near = nearness(a, b, rarity, { lore, vectors });
  const [small, large] = [a.words.size, b.words.size].sort((m, n) => m - n);
  return [
    similarity(a, b, rarity, lore),
    x.reduce((all, value, at) => all + value * y[at]!, 0),
    part("<"),
    part("{"),
    sum([...a.names].filter((name) => b.names.has(name))),
    sum([...a.words.keys()].filter((stem) => b.words.has(stem) && !a.parties.has(stem))),
    Math.log(1 + small!),
    Math.log(1 + large!),
    a.act === b.act ? 1 : 0,
    Math.max(...near),
    Math.min(...near),
    Math.abs(a.place - b.place),
    1,
  ];
};

/** The likelihood, 0 to 1, that two points are about one matter. */
export const likelihood = (
  a: Features,
  b: Features,
  rarity: Rarity,
  language: Pick<ComparisonLanguage, "lore" | "vectors" | "signs">,
): number => {
  const values = signsOf(a, b, rarity, language);
  const odds = signs.reduce((sum, sign, at) => sum + (language.signs.get(sign) ?? 0) * values[at]!, 0);
  return 1 / (1 + Math.exp(-odds));
};

/** The direction in which a point's words lie, the rare ones more; of length one, or nothing. */
const meaningOf = (
  { words, weights, parties }: Features,
  rarity: Rarity,
  vectors: ComparisonLanguage["vectors"],
): Float32Array => {
  const sum = new Float32Array(vectors.width);
  for (const stem of words.keys()) {
    const vector = parties.has(stem) || !isWord(stem) ? undefined : vectors.of(stem);
    if (!vector) continue;
    const weight = (weights.get(stem) ?? 0) * rarity(stem);
    for (let at = 0; at < sum.length; at += 1) sum[at]! += weight * vector[at]!;
  }
  const length = Math.hypot(...sum) || 1;
  return sum.map((value) => value / length);
};
