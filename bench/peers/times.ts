// What chrono-node and compromise-dates find in the same text, in TIMEX3's terms.
import * as chrono from "chrono-node";
import nlp from "compromise";
import dates from "compromise-dates";
import type { Timex } from "../scorers/tempeval.ts";

/** chrono-node's findings, each value cut to the parts that it is sure of. */
export const readChrono = (text: string, published: string): Timex[] =>
  chrono.parse(text, new Date(`${published}T12:00:00Z`)).flatMap((result) => {
    const { start } = result;
    const iso = (part: chrono.Component, width = 2) => String(start.get(part) ?? 0).padStart(width, "0");
    const day = `${iso("year", 4)}-${iso("month")}-${iso("day")}`;
    const sure = (part: chrono.Component) => start.isCertain(part);
    const dayKnown = sure("day") || sure("weekday") || !(sure("month") || sure("year"));
    const value = sure("hour")
      ? `${day}T${iso("hour")}:${iso("minute")}`
      : dayKnown
        ? day
        : sure("month")
          ? day.slice(0, 7)
          : day.slice(0, 4);
    return [
      {
        start: result.index,
        end: result.index + result.text.length,
        type: sure("hour") ? "TIME" : "DATE",
        value,
      },
    ];
  });

const plugged = nlp.extend(dates);
type Found = {
  offset: { start: number; length: number };
  dates?: { start?: string; end?: string; duration?: { [unit: string]: number } };
};

/** compromise-dates' findings: a start and an end are read as the day, month, quarter or year that they span. */
export const readCompromise = (text: string, published: string): Timex[] =>
  attempt(text, published).flatMap(({ offset, dates: range }) => {
    const first = range?.start?.slice(0, 10);
    const last = (range?.end ?? range?.start)?.slice(0, 10);
    if (!first || !last) return [];
    return [
      { start: offset.start, end: offset.start + offset.length, type: "DATE", value: spanValue(first, last) },
    ];
  });

/** It throws on some texts (`isValid is not a function`); those are read paragraph by paragraph, less what throws. */
const attempt = (text: string, published: string, base = 0): Found[] => {
  try {
    const view = plugged(text) as unknown as {
      dates: (context: object) => { json: (options: object) => Found[] };
    };
    return view
      .dates({ today: published, timezone: "UTC" })
      .json({ offset: true })
      .map((one) => ({ ...one, offset: { ...one.offset, start: one.offset.start + base } }));
  } catch {
    const parts = [...text.matchAll(/[^\n]+/g)];
    if (parts.length < 2) return [];
    return parts.flatMap((part) => attempt(part[0], published, base + part.index));
  }
};

const spanValue = (first: string, last: string): string => {
  if (first === last) return first;
  if (first.slice(0, 4) === last.slice(0, 4)) {
    if (first.endsWith("-01-01") && last.endsWith("-12-31")) return first.slice(0, 4);
    if (first.slice(0, 7) === last.slice(0, 7) && first.endsWith("-01")) return first.slice(0, 7);
    const [from, to] = [Number(first.slice(5, 7)), Number(last.slice(5, 7))];
    if (to - from === 2 && to % 3 === 0) return `${first.slice(0, 4)}-Q${to / 3}`;
  }
  return first;
};
