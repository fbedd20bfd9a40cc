import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toDocument } from "../src/import/document.ts";
import { loadLanguage } from "../src/language/language.ts";
import { read } from "../src/read.ts";
import { findStatements } from "../src/stages/statements/find-statements.ts";
import { calibrated } from "../src/stages/statements/finish/confidence.ts";
import { parentsOf } from "../src/stages/statements/finish/nest.ts";
import { testExamples } from "./rule-examples.ts";

const language = loadLanguage();
const rules = [...language.statements.rules.byLemma.values()].flat();
testExamples([...new Set(rules)], language.statements.rules, language);

describe("statements of any text", () => {
  const pieces = fc.constantFrom(
    "said",
    "the minister",
    "told reporters",
    "that talks failed",
    "“",
    "”",
    '"',
    "’",
    ",",
    ".",
    ":",
    "—",
    "according to",
    "Rubio",
    "he added",
    "urged Kyiv to",
    "\n\n",
    "who",
    "expressed concern over",
    "the war",
  );
  test("spans lie in the text, nesting ends, the order is that of the text", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const document = toDocument(parts.join(" "));
        const reading = read(document, language);
        const found = findStatements(reading, language.statements, { thorough: true });
        found.forEach((one, index) => {
          expect(one.index).toBe(index);
          for (const span of [...one.content, ...(one.source ? [one.source] : []), one.cue!]) {
            expect(span.start).toBeLessThan(span.end);
            expect(span.end).toBeLessThanOrEqual(document.text.length);
          }
          expect(one.confidence).toBeGreaterThan(0);
          expect(one.confidence).toBeLessThanOrEqual(1);
          const seen = new Set<number>();
          for (let at: number | undefined = index; at !== undefined; at = found[at]!.within) {
            expect(seen.has(at)).toBe(false);
            seen.add(at);
          }
        });
      }),
      { numRuns: 60 },
    );
  });
  test("thorough gives all that precise gives", () => {
    const text = "The deal seems to hold. Norway said Sweden wants a treaty. They knew that it rained.";
    const reading = read(toDocument(text), language);
    const precise = findStatements(reading, language.statements);
    const thorough = findStatements(reading, language.statements, { thorough: true });
    const cues = thorough.map((one) => one.cueWord);
    expect(thorough.length).toBeGreaterThan(precise.length);
    for (const one of precise) expect(cues).toContain(one.cueWord);
  });
});

describe("nesting", () => {
  const at = (start: number, end: number) => ({ start, end });
  test("the innermost content that holds the cue wins", () => {
    const found = parentsOf([
      { cue: at(2, 3), content: [at(3, 30)] },
      { cue: at(5, 6), content: [at(6, 30)] },
      { cue: at(8, 9), content: [at(9, 30)] },
    ]);
    expect(found).toEqual([undefined, 0, 1]);
  });
  test("two that hold each other do not make a ring", () => {
    const found = parentsOf([
      { cue: at(10, 12), content: [at(0, 9), at(13, 30)] },
      { cue: at(20, 22), content: [at(5, 15), at(23, 25)] },
    ]);
    expect(found.filter((parent) => parent === undefined)).toHaveLength(1);
  });
});

describe("confidence", () => {
  test("rises with the score and stays between 0 and 1", () => {
    let before = -1;
    for (let score = 0; score <= 1.0001; score += 0.05) {
      const value = calibrated(Math.min(1, score));
      expect(value).toBeGreaterThanOrEqual(before);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
      before = value;
    }
  });
});
