// PLOVER, POLECAT and CAMEO as they leave: field names, columns, pairs.
import { describe, expect, test } from "vitest";
import { cameoColumns, toCameo } from "../src/export/cameo.ts";
import { toPlover } from "../src/export/plover.ts";
import { polecatColumns, toPolecat } from "../src/export/polecat.ts";
import { toDocument } from "../src/import/document.ts";
import { loadLanguage } from "../src/language/language.ts";
import { read } from "../src/read.ts";
import { toRecord } from "../src/record/to-record.ts";

const text = "Canada imposed sanctions on Belarus on Monday. The German president visited Japan on Tuesday.";
const record = toRecord(read(toDocument(text, { published: "2024-05-16" }), loadLanguage()));
const rows = (lines: readonly string[]) => lines.map((line) => line.split("\t"));

describe("PLOVER", () => {
  const events = toPlover(record).map((line) => JSON.parse(line));
  test("has its own field names", () => {
    const sanction = events.find(({ event }) => event[0] === "SANCTION");
    expect(sanction).toMatchObject({
      date: "2024-05-13",
      source: [{ code: "CAN", actor_text: "Canada" }],
      recipient: [{ code: "BLR" }],
      mode: ["sever"],
      quad_code: 4,
      event_scale: -5.2,
      text_info: { start: 7, end: 14 },
    });
  });
  test("one line an event, each of them JSON", () => {
    expect(events.length).toBe(record.events.length);
  });
});

describe("POLECAT", () => {
  const table = rows(toPolecat([record]));
  test("has forty columns in every row", () => {
    expect(polecatColumns.length).toBe(40);
    for (const row of table) expect(row.length).toBe(40);
  });
  test("one row an event under the header", () => {
    expect(table.length).toBe(record.events.length + 1);
    expect(table[1]![polecatColumns.indexOf("Event Type")]).toBe("SANCTION");
    expect(table[1]![polecatColumns.indexOf("Recipient Country")]).toBe("BLR");
  });
  test("tabs and line ends in a name do not break a row", () => {
    const actors = record.actors.map((actor) => ({ ...actor, name: `${actor.name}\t\n` }));
    for (const row of rows(toPolecat([{ ...record, actors }]))) expect(row.length).toBe(40);
  });
});

describe("CAMEO", () => {
  const table = rows(toCameo([record]));
  test("a pair a row", () => {
    expect(table[0]).toEqual([...cameoColumns]);
    expect(table.map((row) => row.slice(1, 5))).toContainEqual(["2024-05-13", "CAN", "BLR", "163"]);
  });
  test("a visit also gives its host's row", () => {
    const codes = table.map((row) => row[4]);
    expect(codes).toContain("042");
    expect(codes).toContain("043");
  });
});
