// Words found for gold tokens against a treebank's: shares of words that are right.
import type { Figure } from "../figure.ts";

/** A sentence's words as columns, gold or found; heads are indexes in the sentence, -1 for the root. */
export type TreeColumns = {
  readonly uposes: readonly string[];
  readonly xposes: readonly string[];
  readonly lemmas: readonly string[];
  readonly features: readonly string[];
  readonly heads: readonly number[];
  readonly relations: readonly string[];
};

/** Figures in per cent of all words. LAS and the UD convention's `LAS base` (relations without subtypes) count words
 * whose head and relation are both right. Lemmas are compared as they are; `_` in gold stands for none and is right. A treebank
 * without any lemmas has no figures of lemmas and features. */
export const scoreTrees = (
  gold: readonly TreeColumns[],
  found: readonly TreeColumns[],
): Omit<Figure, "layer" | "data">[] => {
  const right = new Map<string, number>(
    ["UPOS", "XPOS", "lemma", "features", "UAS", "LAS", "LAS base"].map((figure) => [figure, 0]),
  );
  const add = (figure: string, good: boolean) => right.set(figure, right.get(figure)! + (good ? 1 : 0));
  let words = 0;
  gold.forEach((sentence, number) => {
    const own = found[number]!;
    sentence.uposes.forEach((upos, at) => {
      const head = own.heads[at] === sentence.heads[at];
      words += 1;
      add("UPOS", own.uposes[at] === upos);
      add("XPOS", own.xposes[at] === sentence.xposes[at]);
      add("lemma", sentence.lemmas[at] === "_" || own.lemmas[at] === sentence.lemmas[at]);
      add("features", own.features[at] === sentence.features[at]);
      add("UAS", head);
      add("LAS", head && own.relations[at] === sentence.relations[at]);
      add("LAS base", head && base(own.relations[at]!) === base(sentence.relations[at]!));
    });
  });
  const bare = gold.every(({ lemmas }) => lemmas.every((lemma) => lemma === "_"));
  if (bare) for (const figure of ["lemma", "features"]) right.delete(figure);
  return [...right].map(([figure, count]) => ({ figure, value: words === 0 ? 0 : (100 * count) / words }));
};

const base = (relation: string): string => relation.replace(/:.*/, "");
