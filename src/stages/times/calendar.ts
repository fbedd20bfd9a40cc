// Calendar arithmetic on TIMEX3 date values: `2025-03-04`, `2025-03`, `2025-W10`, `2025-Q1`, `2025-SP`, `202`.

/** The size of the stretch that a value names. */
export type Unit =
  | "day"
  | "week"
  | "weekend"
  | "month"
  | "quarter"
  | "half"
  | "season"
  | "year"
  | "decade"
  | "century";

/** Days since 1970-01-01 of a proleptic Gregorian date; months and days out of range roll over. */
export const dayNumber = (year: number, month: number, day: number): number => {
  const carry = Math.floor((month - 1) / 12);
  const shifted = year + carry - (month - carry * 12 <= 2 ? 1 : 0);
  const era = Math.floor(shifted / 400);
  const inEra = shifted - era * 400;
  const from = (month - carry * 12 + 9) % 12;
  const dayOfYear = Math.floor((153 * from + 2) / 5) + day - 1;
  return era * 146097 + inEra * 365 + Math.floor(inEra / 4) - Math.floor(inEra / 100) + dayOfYear - 719468;
};

/** The date of a day number as `[year, month, day]`. */
export const dateOfDay = (number: number): [number, number, number] => {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const inEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36524) - Math.floor(inEra / 146096)) / 365,
  );
  const dayOfYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const from = Math.floor((5 * dayOfYear + 2) / 153);
  const month = from < 10 ? from + 3 : from - 9;
  return [
    yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfYear - Math.floor((153 * from + 2) / 5) + 1,
  ];
};

/** Monday 1 to Sunday 7. */
export const weekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

const pad = (number: number, width = 2): string => String(number).padStart(width, "0");

export const daysInMonth = (year: number, month: number): number =>
  dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);

/** Seasons by the month they open with (northern, as news counts them); winter runs over the year's end. */
const seasons: { readonly [season: string]: number } = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** The value of the given unit that holds this day. A winter is named for the year it opens in but in January and February. */
export const valueAt = (day: number, unit: Unit): string => {
  const [year, month, date] = dateOfDay(day);
  if (year < 1 || year > 9999) return "XXXX";
  if (unit === "day") return `${pad(year, 4)}-${pad(month)}-${pad(date)}`;
  if (unit === "week" || unit === "weekend") {
    const thursday = day - weekday(day) + 4;
    const [weekYear] = dateOfDay(thursday);
    const week = Math.floor((thursday - dayNumber(weekYear, 1, 1)) / 7) + 1;
    return `${pad(weekYear, 4)}-W${pad(week)}${unit === "weekend" ? "-WE" : ""}`;
  }
  if (unit === "month") return `${pad(year, 4)}-${pad(month)}`;
  if (unit === "quarter") return `${pad(year, 4)}-Q${Math.ceil(month / 3)}`;
  if (unit === "half") return `${pad(year, 4)}-H${Math.ceil(month / 6)}`;
  if (unit === "season")
    return `${pad(year, 4)}-${month < 3 || month > 11 ? "WI" : month < 6 ? "SP" : month < 9 ? "SU" : "FA"}`;
  const digits = pad(year, 4);
  return unit === "year" ? digits : unit === "decade" ? digits.slice(0, 3) : digits.slice(0, 2);
};

/** A stretch of whole days, both ends in it, with the unit that it was named by. */
export type Stretch = { readonly unit: Unit; readonly first: number; readonly last: number };

const shape = /^(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|W(\d{2})(-WE)?|Q([1-4])|H([12])|(SP|SU|FA|WI)))?(?:T.*)?$/;

/** The days that a value names; undefined where it names none (`XXXX-03`, `P2D`, `PAST_REF`). */
export const stretchOf = (value: string): Stretch | undefined => {
  const match = shape.exec(value);
  if (!match) return wideStretch(value);
  const [, years, months, days, week, weekend, quarter, half, season] = match;
  const year = Number(years);
  if (days !== undefined) {
    const first = dayNumber(year, Number(months), Number(days));
    return { unit: "day", first, last: first };
  }
  if (week !== undefined) {
    const january = dayNumber(year, 1, 4);
    const first = january - weekday(january) + 1 + (Number(week) - 1) * 7;
    return weekend
      ? { unit: "weekend", first: first + 5, last: first + 6 }
      : { unit: "week", first, last: first + 6 };
  }
  if (months !== undefined) return monthsFrom(year, Number(months), 1, "month");
  if (quarter !== undefined) return monthsFrom(year, Number(quarter) * 3 - 2, 3, "quarter");
  if (half !== undefined) return monthsFrom(year, Number(half) * 6 - 5, 6, "half");
  if (season !== undefined) return monthsFrom(year, seasons[season]!, 3, "season");
  return monthsFrom(year, 1, 12, "year");
};

const monthsFrom = (year: number, month: number, count: number, unit: Unit): Stretch => ({
  unit,
  first: dayNumber(year, month, 1),
  last: dayNumber(year, month + count, 1) - 1,
});

const wideStretch = (value: string): Stretch | undefined => {
  if (/^\d{3}$/.test(value)) return monthsFrom(Number(value) * 10, 1, 120, "decade");
  if (/^\d{2}$/.test(value)) return monthsFrom(Number(value) * 100, 1, 1200, "century");
  return undefined;
};

const monthsOf: { readonly [unit: string]: number } = { M: 1, Q: 3, H: 6, Y: 12, DE: 120, CE: 1200 };
const unitOf: { readonly [unit: string]: Unit } = {
  D: "day",
  W: "week",
  M: "month",
  Q: "quarter",
  Y: "year",
  DE: "decade",
  CE: "century",
};

/**
 * The value that lies `count` units (D W M Q Y DE CE, also fractions) after `value`, as fine as the unit: a day
 * and 2 Y give a year. Undefined where days or weeks are counted from something coarser than they are.
 */
export const shift = (value: string, count: number, unit: string): string | undefined => {
  const from = stretchOf(value);
  const to = unitOf[unit];
  if (!from || !to || !Number.isFinite(count) || Math.abs(count) > 9999) return undefined;
  if (unit === "D" || unit === "W") {
    if (from.unit === "week" && unit === "W") return valueAt(from.first + Math.round(count) * 7, "week");
    if (from.unit !== "day" && from.unit !== "week" && from.unit !== "weekend") return undefined;
    return valueAt(from.first + Math.round(count * (unit === "W" ? 7 : 1)), to);
  }
  const [year, month] = dateOfDay(from.first);
  return valueAt(dayNumber(year, month + Math.round(count * monthsOf[unit]!), 1), to);
};

/** The same day (month, quarter …) `years` years on: an anniversary, as fine as the value itself. */
export const sameIn = (value: string, years: number): string | undefined => {
  const match = /^(\d{4})(-.*)?$/.exec(value);
  if (!match || value.includes("T")) return undefined;
  return `${pad(Number(match[1]) + years, 4)}${match[2] ?? ""}`;
};

/** Western Easter Sunday (anonymous Gregorian computus). */
export const easter = (year: number): number => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayNumber(year, Math.floor(sum / 31), (sum % 31) + 1);
};

/** The nth (from 1; -1 is the last) such weekday of a month. */
export const nthWeekday = (year: number, month: number, which: number, nth: number): number => {
  if (nth > 0) {
    const first = dayNumber(year, month, 1);
    return first + ((which - weekday(first) + 7) % 7) + (nth - 1) * 7;
  }
  const last = dayNumber(year, month + 1, 1) - 1;
  return last - ((weekday(last) - which + 7) % 7);
};
