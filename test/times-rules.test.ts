// Runs the examples that every time rule carries: what it must find, with its value, and what it must leave alone.
import { describe, expect, test } from "vitest";
import { loadLanguage } from "../src/language/language.ts";
import { parseTimePattern } from "../src/language/time-pattern.ts";
import { parseTimeRules } from "../src/language/time-rules.ts";
import { findParagraphs } from "../src/stages/paragraphs/find-paragraphs.ts";
import { findQuotations } from "../src/stages/quotations/find-quotations.ts";
import { findSentences } from "../src/stages/sentences/find-sentences.ts";
import { findTimes } from "../src/stages/times/find-times.ts";
import { splitTokens } from "../src/stages/tokens/split-tokens.ts";
import { parseTrees } from "../src/stages/trees/parse-trees.ts";

const language = loadLanguage();
const timesIn = (text: string, published: string) => {
  const document = { id: "example", language: "en", text, published };
  const paragraphs = findParagraphs(document);
  const quotations = findQuotations(document, paragraphs, language.quotations);
  const sentences = findSentences(document, paragraphs, quotations, language.sentences);
  const tokens = splitTokens(document, sentences, language.tokens);
  const { words } = parseTrees(tokens, language.trees);
  return findTimes(document, sentences, quotations, words, language.times);
};

describe("rule examples", () => {
  const carrying = language.times.rules.filter((rule) => rule.examples.length > 0);
  for (const rule of carrying)
    test(`${rule.id} (${rule.path.split("/").at(-1)}:${rule.line})`, () => {
      for (const example of rule.examples) {
        const found = timesIn(example.text, example.published);
        const shown = found.map((one) => ({ text: example.text.slice(one.start, one.end), ...one }));
        if (example.phrase === undefined) {
          expect(
            shown.map((one) => one.rule),
            `${example.text} has no ${rule.id}`,
          ).not.toContain(rule.id);
          continue;
        }
        const own = shown.find((one) => one.text === example.phrase);
        expect(
          own
            ? `${own.text} = ${own.value}${own.mod ? ` mod ${own.mod}` : ""}`
            : shown.map((one) => one.text),
          `${rule.path}:${example.line}`,
        ).toBe(`${example.phrase} = ${example.value}${example.mod ? ` mod ${example.mod}` : ""}`);
      }
    });
});

test("every rule that makes a time shows one that it finds and one that it leaves", () => {
  const bare = language.times.rules.filter(
    ({ type, examples }) =>
      type !== undefined &&
      (!examples.some(({ phrase }) => phrase !== undefined) ||
        !examples.some(({ phrase }) => phrase === undefined)),
  );
  expect(bare.map(({ id, path, line }) => `${path}:${line} ${id}`)).toEqual([]);
});

describe("the rule form", () => {
  test("options and alternatives are written out", () => {
    const read = (text: string) =>
      parseTimePattern(text, "test", 1).map(({ elements }) =>
        elements.map((one) => `${one.glued ? "~" : ""}${one.literal ?? `{${one.class}}`}`).join(" "),
      );
    expect(read("[the] early|late {month}")).toEqual([
      "the early {month}",
      "the late {month}",
      "early {month}",
      "late {month}",
    ]);
    expect(read("{hour}[:{minute}] p.m.")).toEqual(["{hour} ~: ~{minute} p ~. ~m ~.", "{hour} p ~. ~m ~."]);
    expect(read("(half an)|(a full) hour")).toEqual(["half an hour", "a full hour"]);
  });

  test("what is wrong is named with file and line", () => {
    const rules = (text: string) => () => parseTimeRules(text, "language/en/times/test.txt");
    expect(rules("== day : DAY")).toThrow(/test\.txt:1: found "== day : DAY", expected/);
    expect(rules("# lost\nnow\n= X")).toThrow(/test\.txt:1/);
    expect(rules("== day : DATE\n# bare\nnow")).toThrow(/test\.txt:2: rule bare needs/);
    expect(rules("== day : DATE\n# open\n(now\n= X")).toThrow(/test\.txt:3: found ""/);
    expect(rules("== day : DATE\n# none\n[now]\n= X")).toThrow(/may match nothing/);
    expect(rules("== day : DATE\n# bad\nnow\n= X\n+ now = x")).toThrow(/test\.txt:5: found "\+ now = x"/);
  });
});
