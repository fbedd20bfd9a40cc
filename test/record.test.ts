// The record's JSON Schema is the one that ships, and it holds for what a real text gives.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadLanguage, read, toDocument, toRecord } from "../src/index.ts";
import { toPoints } from "../src/record/code-points.ts";
import { recordJsonSchema } from "../src/record/schema.ts";

test("record.schema.json is what schema.ts says (npm run schema)", () => {
  const shipped = readFileSync(new URL("../src/record/record.schema.json", import.meta.url), "utf8");
  expect(JSON.parse(shipped)).toEqual(JSON.parse(JSON.stringify(recordJsonSchema())));
});

test("a record validates against the shipped JSON Schema", () => {
  const text =
    "date 2025-03-04 “We spoke today,” said Foreign Minister Jan Lipavsky after calling Marco Rubio. 😀";
  const record = toRecord(read(toDocument(text), loadLanguage()));
  const validate = new Ajv2020({ strict: false }).compile(recordJsonSchema());
  expect(validate(record), JSON.stringify(validate.errors)).toBe(true);
});

test("offsets count code points", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(), (text, seed) => {
      const cut = text.length === 0 ? 0 : seed % (text.length + 1);
      const inPair =
        cut > 0 && /[\uD800-\uDBFF]/.test(text[cut - 1]!) && /[\uDC00-\uDFFF]/.test(text[cut] ?? "");
      fc.pre(!inPair);
      expect(toPoints(text)(cut)).toBe([...text.slice(0, cut)].length);
    }),
    { seed: 3 },
  );
});
