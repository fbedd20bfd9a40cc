// What holds for every string: it can be read, spans lie in it, trees are trees, records validate and repeat.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadLanguage, type Reading, type Record, read, toDocument, toRecord } from "../src/index.ts";
import { recordSchema } from "../src/record/schema.ts";

const language = loadLanguage();
const newsword = fc.constantFrom(
  "Lavrov",
  "said",
  "that",
  "the",
  "U.S.",
  "Secretary",
  "of",
  "State",
  "Marco Rubio",
  "met",
  "on",
  "Friday",
  "“",
  "”",
  '"',
  "'",
  "’s",
  "(",
  ")",
  ",",
  ".",
  "?",
  "\n",
  "\n\n",
  "—",
  "- ",
  "he",
  "they",
  "Kyiv",
  "told",
  "Ms.",
  "3",
  "March",
  "2025",
  "don't",
  "called",
  "talks",
  "with",
  "his",
  "counterpart",
  "accused",
  "of",
  "and",
  "…",
  "€5.2bn",
  "https://a.b/c?d",
  "@x",
  "#y",
  "é",
  "\u0301",
  "\u202e",
  "😀",
  "\ud800",
  "\u00a0",
  "\t",
  "«",
  "»",
  "``",
  "''",
  "according to",
  "Q:",
  "•",
  "yesterday",
  "8 p.m.",
  "GMT",
  "BEIJING",
  "(Reuters)",
  "/TASS/.",
  " -- ",
  " | ",
  "New Delhi:",
  "Press Secretary",
  "a source",
  "the two men",
  "its",
);
const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(newsword, { maxLength: 60 }).map((words) => words.join(" ")),
  fc.array(newsword, { maxLength: 30 }).map((words) => words.join("")),
);
const publishedOn = { published: "2025-03-04" };

describe("any string", () => {
  test("is read without a throw, into trees with one root", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        checkTrees(read(toDocument(text, publishedOn), language));
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  test("gives a record that validates, is grounded, and comes out the same twice", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const one = toRecord(read(toDocument(text, publishedOn), language));
        const two = toRecord(read(toDocument(text, publishedOn), language));
        expect(JSON.stringify(two)).toBe(JSON.stringify(one));
        expect(recordSchema.safeParse(one).error?.issues).toBeUndefined();
        checkSpans(one);
      }),
      { numRuns: 200, seed: 2 },
    );
  });
});

function checkTrees({ document, sentences, tokens, words }: Reading): void {
  expect(words.length).toBe(tokens.length);
  const roots = new Map<number, number>();
  for (const word of words) {
    expect(document.text.slice(word.start, word.end)).toBe(word.text);
    if (word.head < 0) roots.set(word.sentence, (roots.get(word.sentence) ?? 0) + 1);
    else expect(words[word.head]!.sentence).toBe(word.sentence);
    let steps = 0;
    for (let at = word.index; at >= 0; at = words[at]!.head)
      expect(steps++).toBeLessThanOrEqual(words.length);
    for (const child of word.children) expect(words[child]!.head).toBe(word.index);
  }
  expect([...roots.values()].every((count) => count === 1)).toBe(true);
  expect(roots.size).toBe(sentences.length);
}

function checkSpans(record: Record): void {
  const points = [...record.document.text];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (value && typeof value === "object") {
      const { start, end, text } = value as { start?: unknown; end?: unknown; text?: unknown };
      if (typeof start === "number" && typeof end === "number")
        expect(points.slice(start, end).join("")).toBe(text);
      Object.values(value).forEach(walk);
    }
  };
  walk(record);
}
