// Tellings that fit, but not by one and the same day -> joined, as long as no group then tells of two days.
import type { Candidate, Hours, Reason } from "./candidate.ts";
import type { Sets } from "./sets.ts";

/** Two tellings that fit loosely: an undated one, a month and a day, a late call on two days. */
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

/**
 * Joins what fits loosely after all else, the nearest days first, and only where no group then tells of two days: the
 * call of Monday and the call of Tuesday stay apart, whatever could belong to either.
 */
export const joinLoose = (
  loose: readonly Loose[],
  candidates: readonly Candidate[],
  { sets, hours, note }: Joining,
): void => {
  const daysOf = new Map<string, Map<string, Day>>();
  for (const one of candidates) {
    if (!one.dated || one.to - one.from > 7) continue;
    const root = sets.rootOf(one.contact.id);
    const days = daysOf.get(root) ?? new Map<string, Day>();
    const { side } = one.record.document;
    daysOf.set(root, days.set(`${side} ${one.from} ${one.to}`, { side, from: one.from, to: one.to }));
  }
  const order = loose
    .map((one) => ({ ...one, gap: gap(one), key: `${one.reason.a} ${one.reason.b}` }))
    .sort((x, y) => x.gap - y.gap || (x.key < y.key ? -1 : 1));
  for (const { a, b, reason } of order) {
    const [left, right] = [sets.rootOf(a.contact.id), sets.rootOf(b.contact.id)];
    const [mine, theirs] = [daysOf.get(left) ?? new Map(), daysOf.get(right) ?? new Map()];
    const clash =
      left !== right &&
      [...mine.values()].some((x) => [...theirs.values()].some((y) => clashes(x, y, hours)));
    note(clash ? { ...reason, joined: false, because: ["the same people on two days"] } : reason);
    if (!clash) daysOf.set(sets.rootOf(a.contact.id), new Map([...mine, ...theirs]));
  }
};

/** How far apart the middles of two stretches of days lie. */
const gap = ({ a, b }: Loose): number => Math.abs(a.from + a.to - b.from - b.to);

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
