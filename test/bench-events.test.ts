// The scorers of events and contacts against cases made by hand.
import { describe, expect, test } from "vitest";
import { isDate, type Judged, tally } from "../bench/scorers/contacts.ts";
import { judge, judgeCodes } from "../bench/scorers/events.ts";
import { tallyEvents } from "../bench/scorers/own-events.ts";

describe("events of a sentence", () => {
  const gold = { type: "AID", mode: "military", actors: ["POL"], recipients: ["UKR"] };
  test("all right", () => {
    expect(judge([gold], gold)).toEqual({ type: true, countries: true, mode: true });
  });
  test("the right type with the sides turned round", () => {
    const found = { type: "AID", actors: ["UKR"], recipients: ["POL"] };
    expect(judge([found], gold)).toEqual({ type: true, countries: false, mode: false });
  });
  test("sides that act on each other fit either way", () => {
    const met = { type: "CONSULT", actors: ["FRA", "DEU"], recipients: [] };
    expect(judge([met], { type: "CONSULT", actors: ["DEU"], recipients: ["FRA"] }).countries).toBe(true);
  });
  test("nothing found", () => {
    expect(judge([], gold)).toEqual({ type: false, countries: false, mode: false });
  });
});

describe("codes with both actors", () => {
  const expected = [{ code: "163", source: "CAN", target: "BLR" }];
  test("the root counts", () => {
    expect(judgeCodes([{ code: "160", source: "CAN", target: "BLR" }], expected)).toEqual({
      found: true,
      exact: true,
    });
  });
  test("one more is not exact", () => {
    const more = [...expected, { code: "111", source: "CAN", target: "BLR" }];
    expect(judgeCodes(more, expected)).toEqual({ found: true, exact: false });
  });
  test("an event where none is expected is wrong", () => {
    expect(judgeCodes(expected, [])).toEqual({ found: false, exact: false });
  });
});

const contact = (more: Partial<Judged>): Judged => ({
  channel: "call",
  status: "held",
  partakers: [
    { spans: [{ start: 0, end: 5 }], side: "USA" },
    { spans: [{ start: 10, end: 15 }], side: "CZE" },
  ],
  mentions: [{ start: 6, end: 9 }],
  date: "2025-03-03",
  ...more,
});

describe("contacts", () => {
  test("the same", () => {
    expect(tally([contact({})], [contact({})])).toEqual({
      found: 1,
      matched: 1,
      paired: 1,
      gold: 1,
      hit: 1,
      dated: 1,
      dateRight: 1,
      statusRight: 1,
    });
  });
  test("another channel is another contact", () => {
    expect(tally([contact({ channel: "meeting" })], [contact({})])).toMatchObject({ matched: 0, hit: 0 });
  });
  test("one side alone does not match", () => {
    const half = contact({ partakers: [{ spans: [], side: "USA" }] });
    expect(tally([half], [contact({})]).matched).toBe(0);
  });
  test("two found for one gold: one is right", () => {
    expect(tally([contact({}), contact({})], [contact({})])).toMatchObject({ found: 2, matched: 1, hit: 1 });
  });
  test("a wrong date and a wrong status are counted, not unmatched", () => {
    const found = contact({ date: "2025-03-04", status: "planned" });
    expect(tally([found], [contact({})])).toMatchObject({ matched: 1, dateRight: 0, statusRight: 0 });
  });
  test("an optional one is right to find and no fault to miss", () => {
    expect(tally([], [contact({ optional: true })])).toMatchObject({ gold: 0, hit: 0 });
    expect(tally([contact({})], [contact({ optional: true })])).toMatchObject({
      matched: 1,
      gold: 0,
      hit: 0,
    });
  });
  test("dates in a range", () => {
    expect(isDate("2025-03-04", "2025-03-03/2025-03-05")).toBe(true);
    expect(isDate("2025-03-06", "2025-03-03/2025-03-05")).toBe(false);
    expect(isDate("2025", "2025-03-03")).toBe(false);
  });
});

describe("events of our own corpus", () => {
  const at = (start: number) => ({ start, end: start + 3 });
  const party = (start: number, side?: string) => ({ spans: [at(start)], ...(side && { side }) });
  const met = {
    type: "CONSULT",
    factuality: "actual",
    actors: [party(0), party(5)],
    recipients: [],
    trigger: at(10),
  };
  test("a mutual one fits either way, by names or by sides", () => {
    const found = { ...met, actors: [party(5)], recipients: [party(0)] };
    expect(tallyEvents([found], [met])).toEqual({ found: 1, gold: 1, matched: 1, parties: 1, factual: 1 });
  });
  test("another trigger is another event; wrong parties and factuality are told apart", () => {
    const found = [
      { ...met, trigger: at(20) },
      { ...met, actors: [party(0)], factuality: "future" },
    ];
    expect(tallyEvents(found, [met])).toEqual({ found: 2, gold: 1, matched: 1, parties: 0, factual: 0 });
  });
});
