// What the pages are drawn of, without a browser: marks of a text, cards in a margin, dots of a timeline, words that differ.
import { array, assert, integer, property, record, string, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { piecesOf, rowsOf } from "../../src/web/contact/rows.ts";
import { piecesOf as controlPieces } from "../../src/web/reading/control.ts";
import {
  chunksOf,
  lanesOf,
  type Mark,
  marksByChunk,
  segmentsOf,
  toUtf16,
} from "../../src/web/reading/marks.ts";
import { spread } from "../../src/web/reading/spread.ts";
import { periodOf } from "../../src/web/state/date.ts";
import type { Comparison, Entry } from "../../src/web/state/shapes.ts";
import { stacked } from "../../src/web/timeline/lanes.ts";

const texts = string({ unit: "grapheme", maxLength: 300 });
const marksIn = (text: string) =>
  array(tuple(integer({ min: 0, max: text.length }), integer({ min: 0, max: text.length })), {
    maxLength: 12,
  }).map((ends) =>
    ends
      .map(
        ([a, b], at): Mark => ({
          id: `f${at}`,
          layer: "statements",
          start: Math.min(a, b),
          end: Math.max(a, b),
          faint: false,
        }),
      )
      .filter(({ start, end }) => end > start)
      .sort((a, b) => a.start - b.start || b.end - a.end),
  );

describe("a text", () => {
  test("is cut into chunks and segments that joined are the text", () => {
    assert(
      property(
        texts.chain((text) => marksIn(text).map((marks) => ({ text, marks }))),
        ({ text, marks }) => {
          const chunks = chunksOf(text);
          const lists = marksByChunk(chunks, marks);
          const joined = chunks
            .map((chunk, at) =>
              segmentsOf(text, chunk, lists[at]!)
                .map((segment) => segment.text)
                .join(""),
            )
            .join("");
          expect(joined.replace(/\s+/g, "")).toBe(text.replace(/\s+/g, ""));
          for (const [at, chunk] of chunks.entries())
            for (const { start, text: words, marks: over } of segmentsOf(text, chunk, lists[at]!))
              for (const mark of marks)
                expect(over.includes(mark)).toBe(mark.start < start + words.length && mark.end > start);
        },
      ),
    );
  });

  test("is cut at a length, never within a character", () => {
    const chunks = chunksOf("🕊".repeat(6000));
    expect(chunks.length).toBeGreaterThan(2);
    for (const { start, end } of chunks) expect((end - start) % 2).toBe(0);
    expect(chunks.map(({ first }) => first).filter(Boolean)).toHaveLength(1);
  });

  test("gives a statement a lane below those within it", () => {
    const mark = (id: string, start: number, end: number): Mark => ({
      id,
      layer: "statements",
      start,
      end,
      faint: true,
    });
    const [outer, inner, beside] = [mark("a", 0, 40), mark("b", 10, 20), mark("c", 60, 70)];
    const lanes = lanesOf([outer, inner, beside]);
    expect([outer, inner, beside].map((one) => lanes.get(one))).toEqual([1, 0, 0]);
    expect(lanesOf([{ ...outer, layer: "actors" }]).size).toBe(0);
  });

  test("counts its characters as the record does", () => {
    const at = toUtf16("a🕊b");
    expect([0, 1, 2, 3].map(at)).toEqual([0, 1, 3, 4]);
  });

  test("names the characters that turn it", () => {
    expect(controlPieces("a\u202eb")).toEqual([
      { text: "a" },
      { text: "\u202e", name: "RLO" },
      { text: "b" },
    ]);
  });
});

test("cards never lie on each other, the chosen one stands by its words, and none is left out where there is room", () => {
  assert(
    property(
      array(record({ top: integer({ min: 0, max: 900 }), height: integer({ min: 20, max: 200 }) }), {
        minLength: 1,
        maxLength: 20,
      }),
      integer({ min: 0, max: 19 }),
      (cards, pick) => {
        const sorted = [...cards].sort((a, b) => a.top - b.top);
        const fixed = pick % sorted.length;
        const tops = spread(
          sorted.map(({ top }) => top),
          sorted.map(({ height }) => height),
          fixed,
        );
        expect(tops[fixed]).toBe(sorted[fixed]!.top);
        const shown = tops.flatMap((top, at) =>
          top === undefined ? [] : [{ top, height: sorted[at]!.height }],
        );
        shown.slice(1).forEach(({ top }, at) => {
          expect(top).toBeGreaterThanOrEqual(shown[at]!.top + shown[at]!.height);
        });
        const above = sorted.slice(0, fixed).reduce((sum, { height }) => sum + height + 6, 0);
        if (above <= sorted[fixed]!.top) expect(shown).toHaveLength(sorted.length);
      },
    ),
  );
});

describe("words that differ", () => {
  const words = (text: string, ...own: string[]) =>
    piecesOf(text, new Set(own))
      .map(({ text: piece, own: differs }) => (differs ? `[${piece}]` : piece))
      .join("");
  test.each([
    [words("withdraw his troops from Ukraine", "withdraw", "troops"), "[withdraw his troops] from Ukraine"],
    [words("a just and lasting peace", "just", "lasting"), "a [just and lasting] peace"],
    [words("Russia's proposals are known", "russia"), "[Russia's] proposals are known"],
    [words("nothing of the kind"), "nothing of the kind"],
    [words("talks. Peace will come", "talks", "peace"), "[talks]. [Peace] will come"],
  ])("%s", (marked, expected) => expect(marked).toBe(expected));

  test("stand in the cell of their side", () => {
    const point = (id: string) => ({
      id,
      statement: "s",
      act: "say",
      speakers: [],
      topic: "t",
      content: [],
      document: "d",
      via: [],
    });
    const comparison = {
      sides: [
        { side: "DEU", documents: [], points: [point("p1")] },
        { side: "RUS", documents: [], points: [point("p2"), point("p3")] },
      ],
      shared: [
        {
          topic: "peace",
          relation: "reworded",
          points: [
            { side: "DEU", point: "p1" },
            { side: "RUS", point: "p3" },
          ],
          differences: ["DEU only: just, Łasting", "strength: DEU urge, RUS say"],
        },
      ],
    } as unknown as Comparison;
    const [row] = rowsOf(comparison, "reworded");
    expect(row!.cells.map((cell) => cell.map(({ id }) => id))).toEqual([["p1"], ["p3"]]);
    expect([...row!.own[0]!]).toEqual(["just", "łasting"]);
    expect(row!.own[1]!.size).toBe(0);
    expect(row!.strength).toBe("DEU urge, RUS say");
    expect(rowsOf(comparison, "contrary")).toEqual([]);
  });
});

describe("dates", () => {
  const iso = (moment: number) => new Date(moment).toISOString().slice(0, 10);
  test.each([
    ["2024-11-15", "2024-11-15", "2024-11-16", true],
    ["2024-11", "2024-11-01", "2024-12-01", false],
    ["2024", "2024-01-01", "2025-01-01", false],
    ["2024-Q2", "2024-04-01", "2024-07-01", false],
    ["2024-SU", "2024-06-01", "2024-09-01", false],
    ["2024-11-01/2024-11-03", "2024-11-01", "2024-11-04", false],
  ])("%s", (date, from, to, exact) => {
    const period = periodOf(date)!;
    expect([iso(period.from), iso(period.to), period.exact]).toEqual([from, to, exact]);
  });
  test("what is none has no period", () =>
    expect([periodOf("soon"), periodOf(""), periodOf(undefined)]).toEqual([undefined, undefined, undefined]));
});

test("dots of one day are stacked, those apart are not, and what has no date has no dot", () => {
  const entry = (date: string) =>
    ({ layer: "events", date, planned: false, finding: { id: date } }) as unknown as Entry;
  const dots = stacked(
    ["2024-11-15", "2024-11-15", "2024-11-20", "", "2024-11"].map(entry),
    (moment) => (moment - Date.UTC(2024, 10, 1)) / 8_640_000,
    9,
    5,
  );
  expect(dots.map(({ entry: { date }, level, exact }) => [date, level, exact])).toEqual([
    ["2024-11", 0, false],
    ["2024-11-15", 1, true],
    ["2024-11-15", 2, true],
    ["2024-11-20", 1, true],
  ]);
});
