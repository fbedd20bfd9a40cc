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
  const pairs = pairUp(found, gold);
  return {
    found: found.length,
    gold: gold.length,
    matched: pairs.length,
    parties: pairs.filter((pair) => pair.parties).length,
    factual: pairs.filter(({ one, other }) => one.factuality === other.factuality).length,
  };
};

type Pair = {
  readonly a: number;
  readonly b: number;
  readonly one: JudgedEvent;
  readonly other: JudgedEvent;
  readonly parties: boolean;
};

const pairUp = (found: readonly JudgedEvent[], gold: readonly JudgedEvent[]): Pair[] => {
  const pairs = found
    .flatMap((one, a) => gold.map((other, b) => ({ a, b, one, other })))
    .filter(({ one, other }) => one.type === other.type && overlaps(one.trigger, other.trigger))
    .map((pair) => ({ ...pair, parties: sameParties(pair.one, pair.other) }))
    .sort((x, y) => Number(y.parties) - Number(x.parties) || x.a - y.a || x.b - y.b);
  const taken = { found: new Set<number>(), gold: new Set<number>() };
  return pairs.filter(({ a, b }) => {
    if (taken.found.has(a) || taken.gold.has(b)) return false;
    taken.found.add(a);
    taken.gold.add(b);
    return true;
  });
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

/** Every event with what is wrong of it. */
export const unmatched = (
  found: readonly JudgedEvent[],
  gold: readonly JudgedEvent[],
): { readonly name: string; readonly one: JudgedEvent }[] => {
  const pairs = pairUp(found, gold);
  const left = (list: readonly JudgedEvent[], taken: readonly number[], name: string) =>
    list.flatMap((one, index) => (taken.includes(index) ? [] : [{ name, one }]));
  return [
    ...pairs.flatMap(({ one, other, parties }) => {
      const wrong = [
        parties ? "" : "parties",
        one.factuality === other.factuality ? "" : "factuality",
      ].filter(Boolean);
      return wrong.length === 0
        ? [{ name: "right", one }]
        : [
            { name: `${wrong.join("+")} found`, one },
            { name: "      should be", one: other },
          ];
    }),
    ...left(
      gold,
      pairs.map(({ b }) => b),
      "missed",
    ),
    ...left(
      found,
      pairs.map(({ a }) => a),
      "false ",
    ),
  ];
};
