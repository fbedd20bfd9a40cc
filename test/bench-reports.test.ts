// The facts of the longer reports: known kinds, and every word they point at stands in its report.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseHeader } from "../src/import/document.ts";

const folder = join(import.meta.dirname, "..", "bench", "corpora", "reports");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".json"),
);
type Fact = { kind: string; text?: string; in?: string; cue?: string; content?: string; place?: string };
const kinds = [
  "time",
  "actor",
  "mention",
  "statement",
  "no-statement",
  "contact",
  "no-contact",
  "point",
  "event",
  "no-event",
  "at-most",
];

describe("facts of reports", () => {
  for (const file of files)
    test(file, () => {
      const { document, published, facts } = JSON.parse(readFileSync(join(folder, file), "utf8")) as {
        document: string;
        published: string;
        facts: Fact[];
      };
      expect(file.endsWith(document.replace(".txt", ".facts.json"))).toBe(true);
      const raw = readFileSync(join(folder, file.replace(".facts.json", ".txt")), "utf8");
      const { header, text } = parseHeader(raw);
      expect(header.published).toBe(published);
      expect(facts.length).toBeGreaterThan(9);
      for (const fact of facts) {
        expect(kinds).toContain(fact.kind);
        for (const words of [fact.in, fact.cue, fact.content, fact.place])
          if (words !== undefined) expect(text.toLowerCase(), file).toContain(words.toLowerCase());
        if (fact.text !== undefined) {
          expect(fact.in ?? text, file).toContain(fact.text);
          expect(
            text.split(fact.in ?? fact.text).length,
            `${file}: "${fact.in ?? fact.text}" stands once`,
          ).toBe(2);
        }
      }
    });
});
