// Whatever the tokens, words form trees: one root a sentence, no cycle, one word a token, the same each time.
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadTrees } from "../src/language/trees.ts";
import type { Token, Word } from "../src/model/token.ts";
import { baseRelation } from "../src/model/tree.ts";
import { parseTrees } from "../src/stages/trees/parse-trees.ts";

const language = loadTrees();

const tokensOf = (sentences: readonly (readonly string[])[]): Token[] => {
  const tokens: Token[] = [];
  let start = 0;
  sentences.forEach((forms, sentence) => {
    for (const text of forms) {
      tokens.push({ index: tokens.length, sentence, start, end: start + text.length, text });
      start += text.length + 1;
    }
  });
  return tokens;
};

const parse = (...sentences: string[]): Word[] =>
  parseTrees(tokensOf(sentences.map((sentence) => sentence.split(" "))), language).words;

const form = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    "the",
    "minister",
    "said",
    ",",
    "“",
    "”",
    "talks",
    "Washington",
    "2025",
    "of",
    "'s",
    "(",
    ".",
    "that",
  ),
);

test("any tokens become trees", () => {
  fc.assert(
    fc.property(fc.array(fc.array(form, { minLength: 1, maxLength: 30 }), { maxLength: 4 }), (sentences) => {
      const tokens = tokensOf(sentences);
      const { words } = parseTrees(tokens, language);
      expect(words.map((word) => word.text)).toEqual(tokens.map((token) => token.text));
      const roots = words.filter((word) => word.head === -1);
      expect(roots.map((word) => word.sentence)).toEqual(sentences.map((_, index) => index));
      for (const word of words) {
        expect(word.lemma).not.toBe("");
        expect(word.head === -1).toBe(word.relation === "root");
        for (const child of word.children) expect(words[child]!.head).toBe(word.index);
        let steps = 0;
        for (let at = word.index; at >= 0; at = words[at]!.head) {
          expect(words[at]!.sentence).toBe(word.sentence);
          steps += 1;
          expect(steps).toBeLessThanOrEqual(words.length);
        }
      }
      expect(words.reduce((sum, word) => sum + word.children.length, 0)).toBe(words.length - roots.length);
      expect(parseTrees(tokens, language).words).toEqual(words);
    }),
    { numRuns: 150 },
  );
});

test("children stand in text order", () => {
  const words = parse("The two foreign ministers discussed trade , energy and defence in Vienna on Monday .");
  for (const word of words) expect([...word.children].sort((a, b) => a - b)).toEqual(word.children);
});

test("an empty document has no words", () => {
  expect(parseTrees([], language).words).toEqual([]);
});

test("a very long sentence is read in linear time", () => {
  const words = parse("the envoy said that ".repeat(10_000).trim());
  expect(words.filter((word) => word.head === -1)).toHaveLength(1);
});

const lemmas: [sentence: string, form: string, lemma: string][] = [
  ["The minister said no .", "said", "say"],
  ["They met on Monday .", "met", "meet"],
  ["She told reporters nothing .", "told", "tell"],
  ["The talks ended late .", "talks", "talk"],
  ["He thanked the United States .", "United", "United"],
  ["He thanked the United States .", "States", "State"],
  ["The envoys were leaving .", "leaving", "leave"],
  ["The envoys were leaving .", "were", "be"],
  ["They agreed to it .", "agreed", "agree"],
  ["Both countries signed it .", "countries", "country"],
];
for (const [sentence, word, lemma] of lemmas)
  test(`${word} -> ${lemma}`, () => {
    expect(parse(sentence).find(({ text }) => text === word)?.lemma).toBe(lemma);
  });

test("a subject after its verb of saying", () => {
  const words = parse("“ We need peace , ” said the minister .");
  const minister = words.find(({ text }) => text === "minister")!;
  expect(baseRelation(minister)).toBe("nsubj");
  expect(words[minister.head]!.text).toBe("said");
});
