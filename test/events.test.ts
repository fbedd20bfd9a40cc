// What the tables of events and contacts promise: every label is explained, codes hang together, rows find their examples.
import { describe, expect, test } from "vitest";
import { explain, explanations } from "../src/explain.ts";
import { toDocument } from "../src/import/document.ts";
import { loadEvents } from "../src/language/events.ts";
import { loadLanguage } from "../src/language/language.ts";
import { read } from "../src/read.ts";
import { matchTrigger } from "../src/stages/events/match-triggers.ts";

const language = loadLanguage();
const { codes, triggers, contexts } = loadEvents();
const labels = new Set(explanations().map(({ label }) => label));
const rows = [...new Set([...triggers.values()].flat())];

describe("labels", () => {
  test("every type, mode and context of a code is explained", () => {
    for (const { type, mode, contexts } of codes.values())
      for (const label of [type, mode, ...contexts])
        if (label) expect(labels, `${label} has no row in labels.tsv`).toContain(label);
  });
  test("so is every context of contexts.tsv, every code and every rule", () => {
    for (const label of [...contexts.keys(), ...codes.keys(), ...rows.map(({ rule }) => rule)])
      expect(labels).toContain(label);
  });
  test("a label may have several meanings", () => {
    expect(explain("military").map(({ kind }) => kind)).toEqual(["mode", "context"]);
  });
  test("nothing is explained that is no label", () => {
    expect(explain("no such label")).toEqual([]);
  });
});

describe("triggers", () => {
  test("every row has an example", () => {
    expect(rows.filter(({ example }) => example === "").map(({ rule }) => rule)).toEqual([]);
  });
  test("nine rows in ten are found in their own example", () => {
    const missed = rows.filter((row) => {
      const { words } = read(toDocument(row.example), language);
      const found = words.flatMap((word) => matchTrigger(words, word.index, language.events) ?? []);
      return !found.some((one) => one === row || one.code.type === row.code.type);
    });
    expect(missed.length, missed.map(({ rule }) => rule).join(", ")).toBeLessThan(rows.length / 10);
  });
});
