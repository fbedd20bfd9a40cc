// The scorers of the times bench, on cases worked out by hand.
import { expect, test } from "vitest";
import { datedEvents } from "../bench/scorers/event-dates.ts";
import { count, noCounts, scores } from "../bench/scorers/tempeval.ts";

const timex = (start: number, end: number, value: string, type = "DATE") => ({ start, end, value, type });

test("strict asks for the same span, relaxed for an overlap, value for both to agree", () => {
  const total = noCounts();
  const gold = [
    timex(0, 5, "2025"),
    timex(10, 20, "P2D", "DURATION"),
    timex(30, 40, "2025-03"),
    timex(50, 55, "2024"),
  ];
  const found = [
    timex(0, 5, "2025"),
    timex(12, 20, "P2D", "DATE"),
    timex(30, 40, "2025-04"),
    timex(60, 65, "2024"),
  ];
  count(total, gold, found);
  expect(total).toEqual({ gold: 4, found: 4, strict: 2, relaxed: 3, type: 2, value: 2 });
  expect(scores(total)).toEqual({ strict: 50, relaxed: 75, type: 50, value: 50 });
});

test("a found expression is matched once, and the exact one first", () => {
  const total = noCounts();
  count(total, [timex(0, 10, "a"), timex(0, 4, "b")], [timex(0, 4, "b")]);
  expect(total).toMatchObject({ gold: 2, found: 1, strict: 1, relaxed: 1, value: 1 });
  count(total, [], [timex(0, 3, "x"), timex(4, 6, "y")]);
  expect(scores(total).relaxed).toBeCloseTo((200 * 1) / 5);
});

test("touching spans do not overlap, and nothing at all scores nothing", () => {
  const total = noCounts();
  expect(scores(total).strict).toBe(0);
  count(total, [timex(0, 4, "a")], [timex(4, 8, "a")]);
  expect(total.relaxed).toBe(0);
});

test("an event has the finest date that a link puts it on", () => {
  const expressions = [
    { tid: "t1", value: "1998-01" },
    { tid: "t2", value: "1998-01-05TMO" },
    { tid: "t3", value: "P2D" },
  ];
  const links = [
    ["e1", "IS_INCLUDED", "t1"],
    ["t2", "INCLUDES", "e1"],
    ["e2", "BEFORE", "t1"],
    ["e3", "SIMULTANEOUS", "t0"],
    ["e4", "IS_INCLUDED", "t3"],
    ["e5", "INCLUDES", "t1"],
  ] as const;
  expect(datedEvents(links, expressions, "1998-01-08")).toEqual([
    { eid: "e1", date: "1998-01-05" },
    { eid: "e3", date: "1998-01-08" },
  ]);
});
