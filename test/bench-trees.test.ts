// The scorer of trees against cases worked out by hand.
import { expect, test } from "vitest";
import { scoreTrees, type TreeColumns } from "../bench/scorers/trees.ts";

const gold: TreeColumns = {
  uposes: ["PROPN", "VERB", "PROPN", "PUNCT"],
  xposes: ["NNP", "VBD", "NNP", "."],
  lemmas: ["Rubio", "call", "Kyiv", "."],
  features: ["Number=Sing", "Tense=Past", "Number=Sing", ""],
  heads: [1, -1, 1, 1],
  relations: ["nsubj", "root", "obj", "punct"],
};
const figures = (found: TreeColumns) =>
  Object.fromEntries(scoreTrees([gold], [found]).map(({ figure, value }) => [figure, value]));

test("a tree scores full against itself", () => {
  expect(new Set(Object.values(figures(gold)))).toEqual(new Set([100]));
});

test("one wrong head takes its word from UAS and LAS", () => {
  const found = figures({ ...gold, heads: [1, -1, 0, 1] });
  expect(found).toMatchObject({ UPOS: 100, UAS: 75, LAS: 75, "LAS base": 75 });
});

test("a wrong relation takes its word from LAS only, a wrong subtype not from the base", () => {
  expect(figures({ ...gold, relations: ["nsubj:pass", "root", "obl", "punct"] })).toMatchObject({
    UAS: 100,
    LAS: 50,
    "LAS base": 75,
  });
});

test("tags, lemmas and features count each by itself", () => {
  const found = figures({
    ...gold,
    uposes: ["NOUN", "VERB", "PROPN", "PUNCT"],
    lemmas: ["rubio", "call", "kyiv", "."],
  });
  expect(found).toMatchObject({ UPOS: 75, XPOS: 100, lemma: 50, features: 100 });
});

test("a gold lemma of _ asks for nothing", () => {
  const [lemma] = scoreTrees([{ ...gold, lemmas: ["_", "call", "Kyiv", "."] }], [gold]).filter(
    ({ figure }) => figure === "lemma",
  );
  expect(lemma?.value).toBe(100);
});
