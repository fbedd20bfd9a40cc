// Resolved times + the words between them -> the ends of the intervals that they open.
import type { Time } from "../../model/time.ts";
import type { Word } from "../../model/token.ts";
import { dateOfDay, dayNumber, stretchOf, valueAt } from "./calendar.ts";

const opening = new Set(["since", "from"]);
const closing = new Set(["until", "till", "through"]);
const joining: { readonly [before: string]: string } = { from: "to", between: "and" };

/** The times with `from` and `to` where they are said. `now` is the day of the text. */
export const withIntervals = (
  times: readonly Time[],
  words: readonly Word[],
  now: string | undefined,
): Time[] =>
  times.map((time, place) => {
    if (time.type === "DURATION") return { ...time, ...windowOf(time, now) };
    if (time.type !== "DATE" && time.type !== "TIME") return time;
    const days = / @to(\d\d)$/.exec(time.said);
    if (days && /^\d{4}-\d\d-\d\d$/.test(time.value))
      return { ...time, from: time.value, to: `${time.value.slice(0, 8)}${days[1]}` };
    const before = words[time.first - 1]?.text.toLowerCase() ?? "";
    const next = times[place + 1];
    const link = words[time.last + 1]?.text.toLowerCase();
    const joined =
      next?.first === time.last + 2 &&
      joining[before] !== undefined &&
      (link === joining[before] || link === "until");
    if (joined && next.type === time.type) return { ...time, from: time.value, to: next.value };
    if (opening.has(before)) return { ...time, from: time.value };
    return closing.has(before) ? { ...time, to: time.value } : time;
  });

/** How far behind a clock time its day may stand, in words: "5 p.m. in Kyiv on Friday". */
const reach = 6;

/** Clock times that stand alone take the day that follows in their sentence. */
export const withDays = (times: readonly Time[], words: readonly Word[]): Time[] =>
  times.map((time, place) => {
    const next = times[place + 1];
    if (!next || !time.said.startsWith("day +P0D :T") || next.first - time.last > reach) return time;
    const together = words[next.first]!.sentence === words[time.first]!.sentence;
    const clock = /T.*$/.exec(time.value)?.[0];
    if (!together || clock === undefined || !/^\d{4}-\d\d-\d\d$/.test(next.value)) return time;
    const { basis, anchor } = next;
    return { ...time, value: `${next.value}${clock}`, basis, ...(anchor === undefined ? {} : { anchor }) };
  });

/** "the past three weeks" ends today, "the next two years" begins today. */
const windowOf = (time: Time, now: string | undefined): { from?: string; to?: string } => {
  const match = /^P(\d+)([DWMY])$/.exec(time.value);
  const today = now === undefined ? undefined : stretchOf(now)?.first;
  const side = / @(back|ahead)$/.exec(time.said)?.[1];
  if (!match || today === undefined || now === undefined || side === undefined) return {};
  const count = Number(match[1]) * (side === "back" ? -1 : 1);
  const [year, month, day] = dateOfDay(today);
  const other =
    match[2] === "D" || match[2] === "W"
      ? today + count * (match[2] === "W" ? 7 : 1)
      : dayNumber(year + (match[2] === "Y" ? count : 0), month + (match[2] === "M" ? count : 0), day);
  const value = valueAt(other, "day");
  return side === "back" ? { from: value, to: now } : { from: now, to: value };
};
