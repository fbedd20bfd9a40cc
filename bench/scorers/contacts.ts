// Contacts found against contacts annotated by hand: which of them are the same, and what is right of those.
import { overlaps, type Span } from "../../src/model/span.ts";

/** One side of a comparison: who takes part, as spans of the text and as a side where one is known. */
export type Partaker = { readonly spans: readonly Span[]; readonly side?: string };

/** A contact, found or gold. `date` of gold may be two dates with `/` between. */
export type Judged = {
  readonly channel: string;
  readonly status: string;
  readonly partakers: readonly Partaker[];
  readonly mentions: readonly Span[];
  readonly date?: string;
  /** Right to find, no fault to miss. */
  readonly optional?: boolean;
};

/** How many of each: `matched` are found ones that are right, `gold` those that must be found. */
export type Tally = {
  readonly found: number;
  readonly matched: number;
  readonly gold: number;
  readonly hit: number;
  readonly dated: number;
  readonly dateRight: number;
  readonly statusRight: number;
  readonly paired: number;
};

/** Pairs found with gold one to one, the likest first. A pair has the same channel and two partakers in common. */
export const tally = (found: readonly Judged[], gold: readonly Judged[]): Tally => {
  const pairs = found
    .flatMap((one, a) => gold.map((other, b) => ({ a, b, score: likeness(one, other) })))
    .filter(({ score }) => score > 0)
    .sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  const takenFound = new Set<number>();
  const takenGold = new Set<number>();
  const count = { dated: 0, dateRight: 0, statusRight: 0, hit: 0 };
  for (const { a, b } of pairs) {
    if (takenFound.has(a) || takenGold.has(b)) continue;
    takenFound.add(a);
    takenGold.add(b);
    const [one, other] = [found[a]!, gold[b]!];
    if (!other.optional) count.hit += 1;
    if (one.status === other.status) count.statusRight += 1;
    if (other.date === undefined && one.date === undefined) continue;
    count.dated += 1;
    if (other.date !== undefined && one.date !== undefined && isDate(one.date, other.date))
      count.dateRight += 1;
  }
  return {
    found: found.length,
    matched: takenFound.size,
    paired: takenFound.size,
    gold: gold.filter(({ optional }) => !optional).length,
    ...count,
  };
};

const likeness = (one: Judged, gold: Judged): number => {
  if (one.channel !== gold.channel) return 0;
  const shared = gold.partakers.filter((party) => one.partakers.some((other) => same(other, party)));
  const foreign = one.partakers.filter((party) => !gold.partakers.some((other) => same(party, other)));
  if (shared.length < 2) return 0;
  const named = gold.mentions.some((span) => one.mentions.some((other) => overlaps(span, other)));
  const dated = one.date !== undefined && gold.date !== undefined && isDate(one.date, gold.date);
  return (
    10 +
    shared.length -
    foreign.length +
    (named ? 5 : 0) +
    (dated ? 2 : 0) +
    (one.status === gold.status ? 1 : 0)
  );
};

const same = (a: Partaker, b: Partaker): boolean =>
  a.spans.some((span) => b.spans.some((other) => overlaps(span, other))) ||
  (a.side !== undefined && a.side === b.side);

/** True for the gold date, one of its two ends, or a day between them; a coarser date is not right. */
export const isDate = (date: string, gold: string): boolean => {
  const [from = "", to = from] = gold.split("/");
  if (date === from || date === to) return true;
  return (
    to !== from &&
    date.length >= from.length &&
    from <= date.slice(0, from.length) &&
    date.slice(0, to.length) <= to
  );
};

/** Harmonic mean of precision and recall in per cent, 0 where nothing is right. */
export const fScore = (right: number, found: number, gold: number): number =>
  right === 0 ? 0 : (200 * right) / (found + gold);
