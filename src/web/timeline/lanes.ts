// Entries of a timeline -> marks on three lanes: a dot where the day is known, a bar over the days that a vague date may
// mean; marks that would lie on each other are stacked.
import { periodOf } from "../state/date.ts";
import type { Entry } from "../state/shapes.ts";

/** The lanes, from above. */
export const lanes = ["contacts", "statements", "events"] as const;
export type Lane = (typeof lanes)[number];

/** A mark. `from` and `to` are moments; `level` counts upwards from the lane's ground. */
export type Dot = {
  readonly entry: Entry;
  readonly from: number;
  readonly to: number;
  readonly exact: boolean;
  readonly level: number;
};

const day = 86_400_000;

/** First and last moment of an entry; undefined where it has no date. */
export const spanOf = ({
  date,
  first,
  last,
}: Entry): { from: number; to: number; exact: boolean } | undefined => {
  const period = periodOf(first ?? date);
  if (!period) return undefined;
  const end = periodOf(last ?? date);
  const to = Math.max(end?.to ?? period.to, period.from + day);
  return { from: period.from, to, exact: to - period.from <= day };
};

/** First and last moment of all entries, with some air around them. */
export const domainOf = (entries: readonly Entry[]): [number, number] | undefined => {
  const spans = entries.flatMap((entry) => spanOf(entry) ?? []);
  if (spans.length === 0) return undefined;
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.to));
  const air = Math.max((to - from) * 0.03, 3 * day);
  return [from - air, to + air];
};

/** Stacks the marks of a lane. `x` gives the place of a moment in pixels, `size` the room that a dot takes. */
export const stacked = (
  entries: readonly Entry[],
  x: (moment: number) => number,
  size: number,
  levels: number,
): Dot[] => {
  const free: number[] = [];
  return entries
    .flatMap((entry) => {
      const span = spanOf(entry);
      return span ? [{ entry, ...span }] : [];
    })
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .map((one) => {
      const start = one.exact ? x((one.from + one.to) / 2) - size / 2 : x(one.from);
      const end = one.exact ? start + size : Math.max(x(one.to), start + size);
      let level = free.findIndex((place) => place <= start + 0.5);
      if (level < 0) level = free.length < levels ? free.length : free.indexOf(Math.min(...free));
      free[level] = end + 1;
      return { ...one, level };
    });
};
