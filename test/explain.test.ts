// Every label and rule of a record can be explained.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { explain, explanations } from "../src/explain.ts";
import { loadLanguage, read, toDocument } from "../src/index.ts";

test("labels of every kind have a meaning", () => {
  for (const { kind, label, meaning } of explanations()) expect(meaning, `${kind} ${label}`).toMatch(/\S{3}/);
  for (const label of ["CONSULT", "042", "reaffirm", "nsubj", "said-that", "yesterday", "held", "PROPN"])
    expect(explain(label).length, label).toBeGreaterThan(0);
  expect(explain("no such label")).toEqual([]);
});

test("what an example's findings name can be explained", () => {
  const path = new URL("../examples/scholz-putin-2024-11/report.txt", import.meta.url);
  const { statements, contacts, events, times } = read(
    toDocument(readFileSync(path, "utf8")),
    loadLanguage(),
  );
  const labels = [
    ...statements.map(({ act }) => act),
    ...contacts.flatMap(({ channel, status }) => [channel, status]),
    ...events.flatMap(({ type, mode, contexts, rule }) => [type, ...(mode ? [mode] : []), ...contexts, rule]),
    ...times.map(({ rule }) => rule),
  ];
  expect([...new Set(labels)].filter((label) => explain(label).length === 0)).toEqual([]);
});
