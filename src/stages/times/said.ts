// Parts of what is said put into TIMEX3's form: durations, clock times, parts of a stretch.
import {
  dateOfDay,
  dayNumber,
  daysInMonth,
  easter,
  nthWeekday,
  stretchOf,
  valueAt,
  weekday,
} from "./calendar.ts";

const pad = (number: number): string => String(number).padStart(2, "0");
const names: { readonly [unit: string]: [string, number] } = {
  DE: ["Y", 10],
  CE: ["Y", 100],
  ML: ["Y", 1000],
  FN: ["W", 2],
};
const parts: { readonly [unit: string]: [string, number] } = {
  Y: ["M", 12],
  H: ["M", 60],
  M: ["S", 60],
  D: ["TH", 24],
};

/** `P2.5Y` as `P2Y6M`, `P2DE` as `P20Y`, `PTX1H` as it stands. What is no duration comes back unchanged. */
export const normalDuration = (said: string): string => {
  const match = /^P(T?)([\d.]+|X)(T?)(DE|CE|ML|FN|[YMQWDHS])$/.exec(said);
  if (!match) return said;
  const [, , count = "", , unit = ""] = match;
  const time = match[1] || match[3] || "";
  if (count === "X") return unit === "FN" ? "PXW" : unit === "ML" ? "PXCE" : `P${time}X${unit}`;
  const [name, factor] = names[unit] ?? [unit, 1];
  const amount = Number(count) * factor;
  const whole = Math.floor(amount);
  const rest = amount - whole;
  const part = rest > 0 && !(unit === "M" && time === "") ? parts[unit] : undefined;
  if (rest > 0 && !part) return `P${time}${Math.round(amount * 100) / 100}${name}`;
  const small = part ? `${Math.round(rest * part[1])}` : "";
  const tail = part ? (part[0] === "TH" ? `T${small}H` : `${small}${part[0]}`) : "";
  return whole === 0 && part
    ? `P${time || (part[0] === "TH" ? "T" : "")}${small}${part[0].at(-1)}`
    : `P${time}${whole}${name}${tail}`;
};

/** A clock time as rules build it (`T8:30pm`, `T8pm`, `T20:00`, `TMO`) in TIMEX3's form (`T20:30`). */
export const clock = (said: string): string => {
  const match = /^T(\d{1,2}):?(\d{2})?:?(\d{2})?(am|pm)?$/.exec(said);
  if (!match) return said;
  let hour = Number(match[1]);
  if (match[4] === "pm" && hour < 12) hour += 12;
  if (match[4] === "am" && hour === 12) hour = 0;
  return `T${pad(hour)}:${match[2] ?? "00"}${match[3] ? `:${match[3]}` : ""}`;
};

/**
 * A value made finer: a clock time or part of the day (`TMO`), a weekday of a week (`5`), a day of a month (`15`),
 * a month, quarter or season of a year (`03`, `03-04`, `Q3`, `SU`).
 */
export const narrow = (value: string, part: string): string | undefined => {
  const stretch = stretchOf(value);
  if (part.startsWith("T"))
    return value.includes("T") ? value : stretch?.unit === "day" ? `${value}${clock(part)}` : undefined;
  if (!stretch) return undefined;
  if (part === "WE")
    return stretch.unit === "week"
      ? `${value}-WE`
      : valueAt(stretch.first - weekday(stretch.first) + 1, "weekend");
  if (/^[1-7]$/.test(part)) return valueAt(stretch.first - weekday(stretch.first) + Number(part), "day");
  if (stretch.unit === "month" && /^\d\d$/.test(part)) {
    const [year, month] = dateOfDay(stretch.first);
    return Number(part) <= daysInMonth(year, month) ? `${value}-${part}` : undefined;
  }
  const year = valueAt(stretch.first, "year");
  if (part.startsWith("XXXX")) return inYear(part, Number(year))[0];
  return stretchOf(`${year}-${part}`) ? `${year}-${part}` : undefined;
};

/** The nth (from 1; negative from the end) day, week, weekend, month, quarter, half … of a value: `1D`, `-1W`, `2H`. */
export const nthPart = (value: string, part: string): string | undefined => {
  const match = /^(-?\d+)(WE|DE|[DWMQHY])$/.exec(part);
  const stretch = stretchOf(value);
  if (!match || !stretch) return undefined;
  const nth = Number(match[1]);
  const [year, month] = dateOfDay(nth < 0 ? stretch.last : stretch.first);
  const back = nth < 0 ? nth + 1 : nth - 1;
  if (match[2] === "D") {
    const day = nth < 0 ? stretch.last + back : stretch.first + back;
    return day >= stretch.first && day <= stretch.last ? valueAt(day, "day") : undefined;
  }
  if (match[2] === "W" || match[2] === "WE")
    return valueAt(
      (nth < 0 ? stretch.last : stretch.first) + back * 7,
      match[2] === "W" ? "week" : "weekend",
    );
  const size = { M: 1, Q: 3, H: 6, Y: 12, DE: 120 }[match[2]!] ?? 1;
  const first = dayNumber(year, month + back * size, 1);
  return valueAt(
    first,
    match[2] === "M"
      ? "month"
      : match[2] === "Q"
        ? "quarter"
        : match[2] === "H"
          ? "half"
          : match[2] === "Y"
            ? "year"
            : "decade",
  );
};

/** True where the value is a day that the calendar has. */
export const isDay = (value: string): boolean => {
  const stretch = stretchOf(value);
  return stretch !== undefined && valueAt(stretch.first, "day") === value;
};

/** What a pattern without its year (`XXXX-03`, `XXXX-EASTER-2`, `XXXX-11-4#4`) names in a year; none or one. */
export const inYear = (pattern: string, year: number): string[] => {
  if (year < 1 || year > 9999) return [];
  const movable = /^XXXX-(?:EASTER([+-]\d+)|(\d\d)-(\d)#(-?\d))$/.exec(pattern);
  if (movable?.[1] !== undefined) return [valueAt(easter(year) + Number(movable[1]), "day")];
  if (movable)
    return [valueAt(nthWeekday(year, Number(movable[2]), Number(movable[3]), Number(movable[4])), "day")];
  const value = pattern.replace("XXXX", String(year).padStart(4, "0"));
  if (/-\d\d-\d\d$/.test(value) && !isDay(value)) return [];
  return stretchOf(value) ? [value] : [];
};
