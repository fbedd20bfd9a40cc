// TempEval-3's score of time expressions: spans strict and relaxed, type and value over relaxed matches.

/** One expression; `value` and `type` as TIMEX3 writes them. */
export type Timex = {
  readonly start: number;
  readonly end: number;
  readonly type?: string;
  readonly value: string;
};

/** Counts over documents; `scores` turns them into per cent. */
export type Counts = {
  gold: number;
  found: number;
  strict: number;
  relaxed: number;
  type: number;
  value: number;
};

export const noCounts = (): Counts => ({ gold: 0, found: 0, strict: 0, relaxed: 0, type: 0, value: 0 });

/**
 * Adds one document. Each gold expression is matched with the first found one, not yet taken, that has the very
 * same span, else with the first that overlaps it; `value` and `type` count where such a pair agrees.
 */
export const count = (total: Counts, gold: readonly Timex[], found: readonly Timex[]): void => {
  total.gold += gold.length;
  total.found += found.length;
  const taken = new Set<number>();
  const pairs: [Timex, Timex][] = [];
  const loose: Timex[] = [];
  for (const one of gold) {
    const at = found.findIndex(
      (other, index) => !taken.has(index) && other.start === one.start && other.end === one.end,
    );
    if (at < 0) loose.push(one);
    else {
      taken.add(at);
      pairs.push([one, found[at]!]);
      total.strict += 1;
    }
  }
  for (const one of loose) {
    const at = found.findIndex(
      (other, index) => !taken.has(index) && other.start < one.end && one.start < other.end,
    );
    if (at < 0) continue;
    taken.add(at);
    pairs.push([one, found[at]!]);
  }
  total.relaxed += pairs.length;
  for (const [one, other] of pairs) {
    if (one.type === other.type) total.type += 1;
    if (sameValue(one.value, other.value)) total.value += 1;
  }
};

/** Values are compared as TempEval-3 does: as they stand. */
const sameValue = (a: string, b: string): boolean => a.trim() === b.trim();

export type Scores = { strict: number; relaxed: number; type: number; value: number };

/** F1 in per cent; 0 where nothing was found or there is nothing to find. */
export const scores = ({ gold, found, strict, relaxed, type, value }: Counts): Scores => {
  const f1 = (right: number): number => (gold + found === 0 ? 0 : (200 * right) / (gold + found));
  return { strict: f1(strict), relaxed: f1(relaxed), type: f1(type), value: f1(value) };
};
