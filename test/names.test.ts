// What holds for the names of any text, and the parts of the tagger that have logic of their own.
import fc from "fast-check";
import { expect, test } from "vitest";
import { toDocument } from "../src/import/document.ts";
import { inside, lookUp, many, toGazetteer } from "../src/language/gazetteer.ts";
import { loadLanguage } from "../src/language/language.ts";
import { read } from "../src/read.ts";
import { bestLabels, labelCount, mayFollow } from "../src/stages/names/label.ts";

const language = loadLanguage();
const words = (text: string) => text.split(" ").map((one) => ({ text: one, upos: "X", xpos: "FW" }));

test("names are spans of whole words in one sentence, in order, none inside another", () => {
  const piece = fc.constantFrom(
    ..."Jan Novak Kyiv NATO the of , . - ( ) U.S. 's Minister said Czech ' “ Security Council and \n\n".split(
      " ",
    ),
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 80 }),
    fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(" ")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const reading = read({ ...toDocument(""), text }, language);
      let end = -1;
      for (const name of reading.names) {
        expect(name.first).toBeGreaterThan(end);
        end = name.last;
        expect(name.last).toBeGreaterThanOrEqual(name.first);
        expect(name.start).toBe(reading.words[name.first]!.start);
        expect(name.end).toBe(reading.words[name.last]!.end);
        expect(reading.words[name.first]!.sentence).toBe(reading.words[name.last]!.sentence);
      }
    }),
    { numRuns: 100 },
  );
});

test("labels go on only from their own kind, whatever the scores", () => {
  const score = fc.float({ min: -100, max: 100, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(fc.array(score, { minLength: labelCount, maxLength: labelCount }), { maxLength: 12 }),
      (rows) => {
        const labels = bestLabels(Float32Array.from(rows.flat()));
        expect(labels.length).toBe(rows.length);
        labels.forEach((label, at) => {
          expect(mayFollow(at === 0 ? 0 : labels[at - 1]!, label)).toBe(true);
        });
      },
    ),
  );
});

test("the best labels are those with the highest sum", () => {
  const scores = new Float32Array(2 * labelCount);
  scores[1] = 5;
  scores[labelCount + 2] = 3;
  scores[labelCount + 3] = 2;
  expect([...bestLabels(scores)]).toEqual([1, 2]);
});

test("known names are found whole, in capitals or, weakly, in small letters", () => {
  const none = { state: [], demonym: [], given: [], family: [], person: [], title: [], region: [] };
  const gazetteer = toGazetteer({ ...none, organization: ["Security Council"], place: ["Al-Hasa"] });
  expect([...lookUp(words("the Security Council met"), gazetteer)]).toEqual([
    0,
    16 | many,
    (16 << 8) | inside,
    0,
  ]);
  expect([...lookUp(words("in Al - Hasa"), gazetteer)]).toEqual([
    0,
    4 | many,
    (4 << 8) | inside,
    (4 << 8) | inside,
  ]);
  expect([...lookUp(words("security council"), gazetteer)]).toEqual([(16 << 16) | many, inside]);
});
