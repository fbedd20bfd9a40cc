// What is said + anchors -> what is meant: `now -P1D` and a day give `2025-03-03`. docs/times.md lists the forms.

import { dayNumber, type Stretch, sameIn, shift, stretchOf, valueAt, weekday } from "./calendar.ts";
import { inYear, isDay, narrow, normalDuration, nthPart } from "./said.ts";

/** Where the words point when they don't say it: taken from the tense of their verb. */
export type Direction = "past" | "future" | "near";

/** What an expression may be counted from. `now` is a day, `told`, the last one mentioned, any date value. */
export type Anchors = {
  readonly now?: string;
  readonly nowBasis: "published" | "statement" | "narrative";
  readonly told?: string;
  /** The quarter or half year last mentioned. */
  readonly period?: string;
  readonly direction: Direction;
  /** True where the verb tells firmly when, so that a nearer date on the other side does not count. */
  readonly firm?: boolean;
  /** In a history, the next date that names its year: the thread seldom runs past it and back. */
  readonly next?: string;
  /** True where the text tells of days gone by: dates without a year follow the last one mentioned. */
  readonly narrative: boolean;
};

/** A value with its ground; `open` where nothing decides and the value keeps its X. */
export type Meaning = {
  readonly value: string;
  readonly basis: "text" | "published" | "statement" | "narrative";
  readonly anchor?: string;
  readonly open: boolean;
};

/** Resolves one saying. Never throws; what can't be settled stays open. */
export const resolve = (said: string, anchors: Anchors): Meaning => {
  const [base = "", ...steps] = said.split(" ");
  let meaning = resolveBase(base, steps[0] ?? "", anchors);
  for (const step of steps) {
    const value = meaning.open ? openStep(meaning.value, step) : takeStep(meaning.value, step);
    if (value === undefined) return { ...meaning, value: "XXXX-XX-XX", open: true };
    const reference = value.endsWith("_REF");
    meaning = { ...meaning, value, open: meaning.open && !reference };
  }
  return meaning;
};

const resolveBase = (base: string, step: string, anchors: Anchors): Meaning => {
  if (base === "quarter" || base === "period") return periodOf(base, anchors);
  if (base === "period-or-then")
    return anchors.period === undefined ? anchorOf("then", step, anchors) : periodOf("period", anchors);
  if (base === "day") return dayOfText(anchors);
  if (base === "now" || base === "then") return anchorOf(base, step, anchors);
  if (/^[PT]|_REF$/.test(base)) return { value: normalDuration(base), basis: "text", open: false };
  const match = /^([<>=]?)(.+)$/.exec(base);
  const pattern = match?.[2] ?? base;
  if (pattern.startsWith("BC"))
    return { value: `BC${pattern.slice(2).padStart(4, "0")}`, basis: "text", open: false };
  if (pattern.endsWith("AD"))
    return { value: pattern.slice(0, -2).padStart(4, "0"), basis: "text", open: false };
  if (!pattern.includes("X")) return { value: pattern, basis: "text", open: false };
  // "spoke this Sunday": a day gone by, as houses of the Romance languages say it.
  const gone = /^=XXXX-WXX-\d$/.test(base) && anchors.direction === "past" && anchors.firm === true;
  return underspecified(pattern, gone ? "" : (match?.[1] ?? ""), anchors, /^~(\d)$/.exec(step)?.[1]);
};

const anchorOf = (base: "now" | "then", step: string, anchors: Anchors): Meaning => {
  const narrated = base === "then" && anchors.told !== undefined;
  const from = narrated ? anchors.told : base === "then" ? undefined : anchors.now;
  if (from === undefined) return { value: base, basis: "text", open: true };
  const fine =
    /^[+-]P[^T]*[DW]$/.test(step) && stretchOf(from)?.unit !== "day" && stretchOf(from)?.unit !== "week";
  if (narrated && fine) return { value: base, basis: "text", open: true };
  return { value: from, basis: narrated ? "narrative" : anchors.nowBasis, anchor: from, open: false };
};

/** The day that the text is at: the one last mentioned, else its own. */
const dayOfText = (anchors: Anchors): Meaning =>
  anchors.told !== undefined && (anchors.narrative || stretchOf(anchors.told)?.unit === "day")
    ? anchorOf("then", "", anchors)
    : anchorOf("now", "", { ...anchors, ...(anchors.narrative ? { now: undefined } : {}) } as Anchors);

/** The quarter or half that the text speaks of; else the last one that is over (`quarter`) or today (`period`). */
const periodOf = (base: "quarter" | "period", anchors: Anchors): Meaning => {
  if (anchors.period !== undefined)
    return { value: anchors.period, basis: "narrative", anchor: anchors.period, open: false };
  if (base === "period" && anchors.told !== undefined && anchors.narrative)
    return anchorOf("then", "", anchors);
  const { now } = anchors;
  const value = now === undefined ? undefined : base === "period" ? now : shift(now, -1, "Q");
  if (now === undefined || value === undefined) return { value: base, basis: "text", open: true };
  return { value, basis: anchors.nowBasis, anchor: now, open: false };
};

const takeStep = (value: string, step: string): string | undefined => {
  if (step.startsWith(":")) return narrow(value, step.slice(1));
  if (step.startsWith("#")) return nthPart(value, step.slice(1));
  const match = /^([+-])P([\d.]+|X)(T?)(DE|CE|[DWMQYHS])(~?)$/.exec(step);
  if (!match) return value;
  const [, sign, count, time, unit, same] = match;
  if (count === "X") return sign === "-" ? "PAST_REF" : "FUTURE_REF";
  const signed = Number(count) * (sign === "-" ? -1 : 1);
  if (time)
    return Math.abs(signed) * (unit === "H" ? 60 : 1) < 60 * 12 || signed === 0
      ? value.slice(0, 10)
      : undefined;
  if (same && unit === "Y" && /^\d{4}-(?:Q|H|\d{2}$)/.test(value)) return sameIn(value, signed);
  return shift(value, signed, unit!);
};

/** A step on what is open keeps what can be said: the fineness of the count, the part of the day. */
const openStep = (value: string, step: string): string | undefined => {
  if (step.startsWith(":T"))
    return /^(?:now|then)$/.test(value) ? `XXXX-XX-XX${step.slice(1)}` : `${value}${step.slice(1)}`;
  if (step.startsWith(":")) return /^(?:XXXX)$/.test(value) ? `XXXX-${step.slice(1)}` : "XXXX-XX-XX";
  const match = /^([+-])P([\d.]+|X)(T?)(DE|CE|[DWMQYHS])/.exec(step);
  if (!match) return value;
  if (match[2] === "X") return match[1] === "-" ? "PAST_REF" : "FUTURE_REF";
  return { DE: "XXX", CE: "XX", D: "XXXX-XX-XX", W: "XXXX-WXX", M: "XXXX-XX", Q: "XXXX-QX", Y: "XXXX" }[
    match[4]!
  ];
};

/** The candidates that a pattern without its year (or week, or month) may mean around a day, in order. */
const candidates = (pattern: string, around: Stretch): string[] => {
  const middle = around.first;
  const year = Number(valueAt(middle, "year"));
  const week = /^XXXX-WXX-(\d|WE)$/.exec(pattern)?.[1];
  if (week !== undefined)
    return [-2, -1, 0, 1, 2].map((weeks) => {
      const monday = middle - weekday(middle) + 1 + weeks * 7;
      return week === "WE" ? valueAt(monday, "weekend") : valueAt(monday + Number(week) - 1, "day");
    });
  const day = /^XXXX-XX-(\d\d)$/.exec(pattern)?.[1];
  if (day !== undefined)
    return [-2, -1, 0, 1, 2].flatMap((months) => {
      const month = shift(valueAt(middle, "month"), months, "M") ?? "";
      const value = `${month}-${day}`;
      return isDay(value) ? [value] : [];
    });
  const decade = /^XX(\d)$/.exec(pattern)?.[1];
  if (decade !== undefined) return centuries(year).map((century) => `${century}${decade}`);
  const short = /^XX(\d\d(?:-.+)?)$/.exec(pattern)?.[1];
  if (short !== undefined) return centuries(year).map((century) => `${century}${short}`);
  return [-2, -1, 0, 1, 2].flatMap((years) => inYear(pattern, year + years));
};

const centuries = (year: number): number[] => [-1, 0, 1].map((step) => Math.floor(year / 100) + step);

/** `onWeekday` (1 to 7) leaves only days that fall on it, where there are any: "Saturday, April 25". */
const underspecified = (pattern: string, mode: string, anchors: Anchors, onWeekday?: string): Meaning => {
  const narrated = anchors.narrative && anchors.told !== undefined && mode === "";
  const anchor = narrated ? anchors.told : anchors.now;
  const around = anchor === undefined ? undefined : stretchOf(anchor);
  if (!around || anchor === undefined) return { value: openPattern(pattern), basis: "text", open: true };
  const all = candidates(pattern, around).flatMap((value) => {
    const stretch = stretchOf(value);
    return stretch ? [{ value, stretch }] : [];
  });
  const fitting = all.filter(({ stretch }) => weekday(stretch.first) === Number(onWeekday));
  const found = fitting.length > 0 ? fitting : all;
  const chosen = narrated
    ? pick(found, (one) =>
        narrativeCost(one, around, anchors.next === undefined ? undefined : stretchOf(anchors.next)),
      )
    : mode !== ""
      ? byMode(found, around, mode)
      : pick(found, (one) => directedCost(one, around, directed(pattern, anchors)));
  if (!chosen) return { value: openPattern(pattern), basis: "text", open: true };
  return { value: chosen.value, basis: narrated ? "narrative" : anchors.nowBasis, anchor, open: false };
};

const openPattern = (pattern: string): string => (/EASTER|#/.test(pattern) ? "XXXX-XX-XX" : pattern);

type Choice = { readonly value: string; readonly stretch: Stretch };

const pick = (found: readonly Choice[], cost: (one: Stretch) => number): Choice | undefined => {
  let best: Choice | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const one of found) {
    const own = cost(one.stretch);
    if (own < least) {
      least = own;
      best = one;
    }
  }
  return best;
};

/** Days gone by follow each other: going on costs less than going back, and nothing inside the last stretch. */
const narrativeCost = (one: Stretch, last: Stretch, next: Stretch | undefined): number => {
  const past = next && next.last >= last.first && one.first > next.last ? (one.first - next.last) * 2 : 0;
  return past + threadCost(one, last);
};

const threadCost = (one: Stretch, last: Stretch): number => {
  if (one.first >= last.first && one.last <= last.last) return one.first === last.first ? 0 : 0.5;
  return one.first > last.last ? one.first - last.last : (last.first - one.first) * 1.6;
};

type Pull = { readonly direction: Direction; readonly firm: boolean };

const directedCost = (one: Stretch, now: Stretch, { direction, firm }: Pull): number => {
  const against = firm ? 1e6 : 2;
  if (direction === "past")
    return one.first <= now.last ? now.last - one.first : (one.first - now.last) * against;
  if (direction === "future")
    return one.last >= now.first ? one.last - now.first : (now.first - one.last) * against;
  return Math.abs((one.first + one.last) / 2 - now.first);
};

/** News counts weekdays, quarters and years without a century back from its day unless the verb points ahead. */
const directed = (pattern: string, { direction, firm = false }: Anchors): Pull => {
  if (/^XXXX-WXX/.test(pattern)) return { direction: direction === "future" ? "future" : "past", firm: true };
  if (/^(?:XXXX-[QH]|XX\d)/.test(pattern))
    return { direction: direction === "future" && firm ? "future" : "past", firm: true };
  return { direction, firm };
};

const byMode = (found: readonly Choice[], now: Stretch, mode: string): Choice | undefined => {
  if (mode === "<") return found.filter(({ stretch }) => stretch.last < now.first).at(-1);
  if (mode === ">") return found.find(({ stretch }) => stretch.first > now.last);
  const year = valueAt(now.first, "year");
  const day =
    found[0]?.stretch.unit === "day" && /^\d/.test(found[0].value)
      ? found.find(({ stretch }) => stretch.last >= now.first)
      : undefined;
  return (
    found.find(
      ({ value, stretch }) => stretch.unit !== "day" && stretch.unit !== "weekend" && value.startsWith(year),
    ) ??
    day ??
    found.find(({ stretch }) => stretch.last >= now.first)
  );
};

/** Today as the day number of an ISO date. */
export const dayOf = (published: string): number | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(published);
  return match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
};
