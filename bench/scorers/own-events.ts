// Events found against events annotated by hand in our own corpus: which are the same, and what is right of those.
import { overlaps, type Span } from "../../src/model/span.ts";
import type { Partaker } from "./contacts.ts";

/** An event, found or gold. A mutual one holds between all its actors and has no recipients. */
export type JudgedEvent = {
  readonly type: string;
  readonly factuality: string;
  readonly actors: readonly Partaker[];
  readonly recipients: readonly Partaker[];
  readonly trigger: Span;
};

/** `matched` have the type and the trigger's words; of those `parties` have all gold actors and recipients, whichever way round a mutual one is told. */
export type EventTally = {
  readonly found: number;
  readonly gold: number;
  readonly matched: number;
  readonly parties: number;
  readonly factual: number;
};

/** Pairs found with gold one to one, those with the same parties first. */
export const tallyEvents = (found: readonly JudgedEvent[], gold: readonly JudgedEvent[]): EventTally => {
  const pairs = found
    .flatMap((one, a) => gold.map((other, b) => ({ a, b, one, other })))
    .filter(({ one, other }) => one.type === other.type && overlaps(one.trigger, other.trigger))
    .map((pair) => ({ ...pair, parties: sameParties(pair.one, pair.other) }))
    .sort((x, y) => Number(y.parties) - Number(x.parties) || x.a - y.a || x.b - y.b);
  const taken = { found: new Set<number>(), gold: new Set<number>() };
  const count = { parties: 0, factual: 0 };
  for (const { a, b, one, other, parties } of pairs) {
    if (taken.found.has(a) || taken.gold.has(b)) continue;
    taken.found.add(a);
    taken.gold.add(b);
    if (parties) count.parties += 1;
    if (one.factuality === other.factuality) count.factual += 1;
  }
  return { found: found.length, gold: gold.length, matched: taken.found.size, ...count };
};

const sameParties = (one: JudgedEvent, gold: JudgedEvent): boolean => {
  const all = [...one.actors, ...one.recipients];
  const mutual = gold.recipients.length === 0 && gold.actors.length > 1;
  const holds = (found: readonly Partaker[], wanted: readonly Partaker[]) =>
    wanted.every((party) => found.some((other) => same(other, party)));
  return mutual
    ? holds(all, gold.actors)
    : holds(one.actors, gold.actors) && holds(one.recipients, gold.recipients);
};

const same = (a: Partaker, b: Partaker): boolean =>
  a.spans.some((span) => b.spans.some((other) => overlaps(span, other))) ||
  (a.side !== undefined && a.side === b.side);
