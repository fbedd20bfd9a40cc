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
