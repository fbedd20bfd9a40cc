// Calendar arithmetic, resolution and what holds of times in any text.
import fc from "fast-check";
import { expect, test } from "vitest";
import { toDocument } from "../src/import/document.ts";
import { loadLanguage } from "../src/language/language.ts";
import type { Word } from "../src/model/token.ts";
import { read } from "../src/read.ts";
import {
  dateOfDay,
  dayNumber,
  easter,
  shift,
  stretchOf,
  valueAt,
  weekday,
} from "../src/stages/times/calendar.ts";
import { findTimes } from "../src/stages/times/find-times.ts";
import { type Anchors, resolve } from "../src/stages/times/resolve.ts";
import { clock, normalDuration, nthPart } from "../src/stages/times/said.ts";

const language = loadLanguage();
const news: Anchors = { now: "2025-03-04", nowBasis: "published", direction: "near", narrative: false };

test("day numbers and dates are each other's inverse, as the calendar of the platform has them", () => {
  fc.assert(
    fc.property(fc.integer({ min: -500_000, max: 500_000 }), (day) => {
      const [year, month, date] = dateOfDay(day);
      expect(dayNumber(year, month, date)).toBe(day);
      const platform = new Date(day * 86_400_000);
      expect([platform.getUTCFullYear(), platform.getUTCMonth() + 1, platform.getUTCDate()]).toEqual([
        year,
        month,
        date,
      ]);
      expect(weekday(day) % 7).toBe(platform.getUTCDay());
    }),
  );
});

test("weeks, seasons and quarters", () => {
  const day = dayNumber(2024, 12, 30);
  expect([valueAt(day, "week"), valueAt(day, "season"), valueAt(day, "quarter")]).toEqual([
    "2025-W01",
    "2024-WI",
    "2024-Q4",
  ]);
  expect(stretchOf("2025-W01")).toEqual({ unit: "week", first: day, last: day + 6 });
  expect(valueAt(easter(2025), "day")).toBe("2025-04-20");
});

test("counting goes by the unit counted", () => {
  expect([shift("2025-03-31", -1, "M"), shift("2025-03-04", -2, "Y"), shift("2025-03-04", 3, "W")]).toEqual([
    "2025-02",
    "2023",
    "2025-W13",
  ]);
  expect(shift("2025-03", 3, "D")).toBeUndefined();
  expect([
    normalDuration("P2.5Y"),
    normalDuration("P1.5TH"),
    normalDuration("P2DE"),
    normalDuration("PXTM"),
  ]).toEqual(["P2Y6M", "PT1H30M", "P20Y", "PTXM"]);
  expect([clock("T08:30:pm"), clock("T12::am"), clock("T0600"), clock("TMO")]).toEqual([
    "T20:30",
    "T00:00",
    "T06:00",
    "TMO",
  ]);
  expect([nthPart("2025-02", "-1D"), nthPart("2025", "2M"), nthPart("2025-02", "40D")]).toEqual([
    "2025-02-28",
    "2025-02",
    undefined,
  ]);
});

test("what is said is resolved from its anchor, or stays open", () => {
  const value = (said: string, anchors: Partial<Anchors> = {}) =>
    resolve(said, { ...news, ...anchors }).value;
  expect(value("XXXX-WXX-5")).toBe("2025-02-28");
  expect(value("XXXX-WXX-5", { direction: "future" })).toBe("2025-03-07");
  expect(value("XXXX-WXX-2", { direction: "past" })).toBe("2025-03-04");
  expect(value("now -P1Y :Q3")).toBe("2024-Q3");
  expect(value("XXXX-01", { narrative: true, told: "1939-12-20" })).toBe("1940-01");
  expect(value("XX97-03-04")).toBe("1997-03-04");
  expect(resolve("XXXX-WXX-5", { nowBasis: "published", direction: "past", narrative: false })).toEqual({
    value: "XXXX-WXX-5",
    basis: "text",
    open: true,
  });
  expect(resolve("now -P1D :TMO", { nowBasis: "published", direction: "past", narrative: false }).value).toBe(
    "XXXX-XX-XXTMO",
  );
});

const scrap = fc.constantFrom(
  "last",
  "March",
  "4",
  ",",
  "2025",
  "the",
  "end of",
  "Friday",
  "two",
  "years",
  "ago",
  "twenty",
  "-",
  "8",
  "p.m.",
  "GMT",
  "'80s",
  "third",
  "quarter",
  "of",
  "next",
  "week",
  "1/2",
  "half",
  "a",
  "th",
  "\n\n",
  "“",
  "”",
  "said",
  "19",
  ":",
  "00",
  "BC",
  "99999999999",
);

test("any text gives times that lie in it, in order, none inside another, the same twice", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(scrap, { maxLength: 30 }).map((parts) => parts.join(" ")),
      ),
      (text) => {
        const once = read(toDocument(text, { published: "2025-03-04" }), language);
        let end = 0;
        for (const time of once.times) {
          expect(time.start).toBeGreaterThanOrEqual(end);
          expect(time.end).toBeGreaterThan(time.start);
          expect(once.words[time.first]!.start).toBeLessThanOrEqual(time.start);
          expect(once.words[time.last]!.end).toBeGreaterThanOrEqual(time.end);
          expect(time.value).not.toMatch(/[ {}]|^$|undefined|NaN|now|then/);
          end = time.end;
        }
        expect(end).toBeLessThanOrEqual(once.document.text.length);
        expect(read(toDocument(text, { published: "2025-03-04" }), language).times).toEqual(once.times);
      },
    ),
    { numRuns: 150 },
  );
});

test("a sentence twice as long takes about twice as long, whatever it is made of", () => {
  const words = (text: string, count: number): Word[] =>
    Array.from({ length: count }, (_, index) => {
      const form = text.split(" ")[index % text.split(" ").length]!;
      return {
        index,
        sentence: 0,
        start: index * 12,
        end: index * 12 + form.length,
        text: form,
        upos: "X",
        xpos: "",
        lemma: form,
        features: "",
        head: index - 1,
        relation: "dep",
        children: [index + 1],
      };
    });
  const document = { id: "long", language: "en", text: "", published: "2025-03-04" };
  for (const text of [
    "the last two",
    "1 2 / 3 ,",
    "two years and",
    "twenty - one",
    "March 4 , 2025",
    "’ s the",
  ]) {
    const time = (count: number): number => {
      const made = words(text, count);
      const quotations = [
        {
          index: 0,
          start: 0,
          end: count * 12,
          inner: { start: 0, end: count * 12 },
          depth: 0,
          closed: true,
          continues: false,
        },
      ];
      const start = process.cpuUsage();
      findTimes(document, [], quotations, made, language.times);
      return process.cpuUsage(start).user / 1000;
    };
    time(2000);
    const [short, long] = [time(5000), time(20_000)];
    expect(long, text).toBeLessThan(short * 10 + 250);
  }
});
