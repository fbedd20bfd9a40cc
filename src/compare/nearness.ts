// Two points' words -> how near each word of the one comes to any of the other, by what they mean and the company they keep.
import type { ComparisonLanguage } from "../language/comparison.ts";
import type { Features } from "./features.ts";
import type { Rarity } from "./similarity.ts";

type Sources = Pick<ComparisonLanguage, "lore" | "vectors">;

/** Words of one meaning are nearly one word. */
const synonym = 0.9;

/**
 * How much of what the words of `a` tell has something like it in `b`, and the other way round, 0 to 1 each; the parties'
 * names aside.
 */
export const nearness = (a: Features, b: Features, rarity: Rarity, sources: Sources): [number, number] => {
  const near = nearIn(sources);
  const [x, y] = [ownWords(a), ownWords(b)];
  return [covered(a, x, y, rarity, near), covered(b, y, x, rarity, near)];
};

const ownWords = ({ words, parties }: Features): string[] =>
  [...words.keys()].filter((word) => !parties.has(word));

const covered = (
  { weights }: Features,
  own: readonly string[],
  others: readonly string[],
  rarity: Rarity,
  near: (x: string, y: string) => number,
): number => {
  let [shared, all] = [0, 0];
  for (const word of own) {
    const weight = (weights.get(word) ?? 0) * rarity(word);
    all += weight;
    shared += weight * others.reduce((best, other) => Math.max(best, near(word, other)), 0);
  }
  return all === 0 ? 0 : shared / all;
};

/** How many pairs of words are remembered. */
const remembered = 100_000;
const memory = new WeakMap<ComparisonLanguage["vectors"], Map<string, number>>();

/** How near two words are, 0 to 1; a pair is looked up once. */
const nearIn = ({ lore, vectors }: Sources): ((x: string, y: string) => number) => {
  const known = memory.get(vectors) ?? new Map<string, number>();
  memory.set(vectors, known);
  return (x, y) => {
    if (x === y) return 1;
    const key = x < y ? `${x} ${y}` : `${y} ${x}`;
    const old = known.get(key);
    if (old !== undefined) return old;
    if (known.size > remembered) known.clear();
    const value = Math.max(synonym * lore.alike(x, y), along(vectors.of(x), vectors.of(y)));
    known.set(key, value);
    return value;
  };
};

const along = (x: Float32Array | undefined, y: Float32Array | undefined): number => {
  if (!x || !y) return 0;
  let sum = 0;
  for (let at = 0; at < x.length; at += 1) sum += x[at]! * y[at]!;
  return Math.max(0, sum);
};
