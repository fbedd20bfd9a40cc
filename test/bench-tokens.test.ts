// The scorer of segmentation, on cases counted by hand.
import { expect, test } from "vitest";
import { readRawTexts } from "../bench/scorers/raw-text.ts";
import { addCounts, countSegments, f1 } from "../bench/scorers/segments.ts";

const line = (id: string, form: string, misc = "_") => `${id}\t${form}\t_\t_\t_\t_\t_\t_\t_\t${misc}`;
const treebank = [
  "# newdoc id = one",
  "# newpar id = p1",
  "# text = I don't.",
  line("1", "I"),
  line("2-3", "don't", "SpaceAfter=No"),
  line("2", "do"),
  line("3", "n't"),
  line("4", "."),
  "",
  "# text = Go on",
  line("1", "Go"),
  line("2", "on"),
  "",
  "# newpar id = p2",
  "# newpar_block = p (1 s)",
  "# text = End",
  line("1", "End"),
  "",
  "# newdoc id = two",
  line("1", "New"),
  "",
].join("\n");

test("rebuilds the raw text with its gold spans", () => {
  const [one, two] = readRawTexts(treebank);
  expect(one!.text.trimEnd()).toBe("I don't. Go on\n\nEnd");
  const shown = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => one!.text.slice(start, end));
  expect(shown(one!.sentences)).toEqual(["I don't.", "Go on", "End"]);
  expect(shown(one!.tokens)).toEqual(["I", "don't", ".", "Go", "on", "End"]);
  expect(shown(one!.words)).toEqual(["I", "do", "n't", ".", "Go", "on", "End"]);
  expect(two!.text.trim()).toBe("New");
});

test("counts a segment as right where both ends agree, white space left out", () => {
  const text = "ab cd ef";
  const gold = [
    { start: 0, end: 5 },
    { start: 6, end: 8 },
  ];
  const found = [
    { start: 0, end: 6 },
    { start: 6, end: 7 },
    { start: 7, end: 8 },
  ];
  const count = countSegments(text, found, gold);
  expect(count).toEqual({ found: 3, gold: 2, right: 1 });
  expect(f1(count)).toBeCloseTo(40);
  expect(addCounts([count, count])).toEqual({ found: 6, gold: 4, right: 2 });
  expect(f1({ found: 0, gold: 3, right: 0 })).toBe(0);
});

test("matches equal spans one to one", () => {
  const twice = [
    { start: 0, end: 2 },
    { start: 0, end: 2 },
  ];
  expect(countSegments("ab", twice, twice.slice(1)).right).toBe(1);
});
