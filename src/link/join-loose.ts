// Tellings that fit, but not by one day and the same leading people -> joined, as long as no group then tells of two days
// or of two people who exclude each other.
import type { Candidate, Hours, Reason } from "./candidate.ts";
import { clashOf } from "./people.ts";
import type { Sets } from "./sets.ts";

/** Two tellings that fit loosely: an undated one, a month and a day, a late call on two days, a visit to a state. */
export type Loose = { readonly a: Candidate; readonly b: Candidate; readonly reason: Reason };

type Joining = {
  readonly sets: Sets;
  readonly hours: Hours;
  readonly note: (reason: Reason) => void;
};

/** A day on which a side's own text, or the press, puts a contact. */
type Day = { readonly side: string | undefined; readonly from: number; readonly to: number };

/** True for two tellings of one day. */
export const isExact = (a: Candidate, b: Candidate): boolean =>
  a.dated && b.dated && a.from === b.from && a.to === b.to;

/** What the tellings of one group say between them: days, and lists of people. */
type Told = { readonly days: ReadonlyMap<string, Day>; readonly people: readonly Candidate[] };

/** So many tellings of a group are asked for the people they name. */
const most = 12;

/**
 * Joins what fits loosely after all else, a text's own visit and meeting before others, then the nearest days first, and
 * only where no group then tells of two days or of people who exclude each other: the call of Monday and the call of
 * Tuesday stay apart, whatever could belong to either.
 */
export const joinLoose = (
  loose: readonly Loose[],
  candidates: readonly Candidate[],
  { sets, hours, note }: Joining,
): void => {
  const told = new Map<string, Told>();
  const of = (root: string): Told => told.get(root) ?? { days: new Map(), people: [] };
  for (const one of candidates) {
    const root = sets.rootOf(one.contact.id);
    told.set(root, unite(of(root), { days: daysOf(one), people: [one] }));
  }
  const order = loose
    .map((one) => ({ ...one, gap: gap(one), key: `${one.reason.a} ${one.reason.b}` }))
    .sort((x, y) => x.gap - y.gap || (x.key < y.key ? -1 : 1));
  for (const { a, b, reason } of order) {
    const [left, right] = [sets.rootOf(a.contact.id), sets.rootOf(b.contact.id)];
    const [mine, theirs] = [of(left), of(right)];
    const against = left === right ? undefined : clashIn(mine, theirs, hours);
    note(against === undefined ? reason : { ...reason, joined: false, because: [against] });
    if (against === undefined) told.set(sets.rootOf(a.contact.id), unite(mine, theirs));
  }
};

const daysOf = ({ record, from, to, dated }: Candidate): Map<string, Day> => {
  const { side } = record.document;
  return new Map(dated && to - from <= 7 ? [[`${side} ${from} ${to}`, { side, from, to }]] : []);
};

const unite = (a: Told, b: Told): Told => ({
  days: new Map([...a.days, ...b.days]),
  people: [...new Set([...a.people, ...b.people])].slice(0, most),
});

const clashIn = (a: Told, b: Told, hours: Hours): string | undefined => {
  const days = [...a.days.values()];
  if (days.some((x) => [...b.days.values()].some((y) => clashes(x, y, hours))))
    return "the same people on two days";
  for (const one of a.people)
    for (const other of b.people) {
      const clash = clashOf(one.identities, other.identities);
      if (clash !== undefined) return clash;
    }
  return undefined;
};

/** How far apart the middles of two stretches of days lie; a text's own visit and meeting belong together first. */
const gap = ({ a, b }: Loose): number =>
  a.record === b.record ? -1 : Math.abs(a.from + a.to - b.from - b.to);

const clashes = (x: Day, y: Day, hours: Hours): boolean =>
  Math.max(x.from, y.from) > Math.min(x.to, y.to) && !isOneNight(x, y, hours);

/**
 * A late call falls on two days: each document tells of its own day, and the capital that is hours ahead has the later one.
 */
export const oneNight = (a: Candidate, b: Candidate, hours: Hours): boolean =>
  isOneNight(dayOf(a), dayOf(b), hours);

const dayOf = ({ record, from, to }: Candidate): Day => ({ side: record.document.side, from, to });

const isOneNight = (a: Day, b: Day, hours: Hours): boolean => {
  const [early, late] = a.from <= b.from ? [a, b] : [b, a];
  const [west, east] = [hours.get(early.side ?? ""), hours.get(late.side ?? "")];
  return west !== undefined && east !== undefined && east - west >= 5 && late.from - early.to === 1;
};
