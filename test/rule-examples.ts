// Runs the examples that rules carry: `+` must match with its marked words captured, `-` must not match.
import { describe, expect, test } from "vitest";
import { toDocument } from "../src/import/document.ts";
import type { Language } from "../src/language/language.ts";
import { matchRules, type RuleSet } from "../src/match/match.ts";
import type { Rule } from "../src/match/rule.ts";
import { read } from "../src/read.ts";

/** Declares one test an example; a mark holds when the captured word lies inside the marked piece. */
export const testExamples = (rules: readonly Rule[], set: RuleSet, language: Language): void => {
  for (const rule of rules)
    describe(`${rule.file}:${rule.line} ${rule.id}`, () => {
      test("has an example that matches", () => {
        expect(rule.examples.some((example) => example.matches)).toBe(true);
      });
      for (const example of rule.examples)
        test(`${example.line}: ${example.text}`, () => {
          const { words } = read(toDocument(example.text), language);
          const found = words
            .flatMap((word) => matchRules(set, words, word.index))
            .filter((match) => match.rule === rule);
          if (!example.matches)
            return expect(found.map((match) => words[match.captures.head!]?.text)).toEqual([]);
          const fits = found.some(({ captures }) =>
            example.marks.every(({ start, end, capture }) => {
              const word = words[captures[capture] ?? -1];
              return word !== undefined && start <= word.start && word.end <= end;
            }),
          );
          const shown = found.map(({ captures }) =>
            Object.fromEntries(Object.entries(captures).map(([name, index]) => [name, words[index]!.text])),
          );
          expect(fits, `found ${JSON.stringify(shown)}`).toBe(true);
        });
    });
};
