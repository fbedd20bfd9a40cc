// Expressions -> whether the text tells of days gone by (a history) or of the days around its publication (news),
// and for a history which years its thread runs through.
import { stretchOf } from "./calendar.ts";

type Said = { readonly said: string };

/** The thread of a history. Expressions go by their place in the list that it was made of. */
export type Thread = {
  readonly narrative: boolean;
  /** True where a value belongs to the years that the text tells of, and is no aside (a book of 1986, a law of 2005). */
  readonly follows: (value: string) => boolean;
  /** The next date with its year, at or after each expression, that belongs to the thread. */
  readonly next: readonly (string | undefined)[];
};

/**
 * A text is a history where most dates that name their year lie far from the day of publication, there are several,
 * and few expressions are counted from that day. `quoted` tells which expressions stand in quotations.
 */
export const threadOf = (
  expressions: readonly Said[],
  quoted: (place: number) => boolean,
  now: string | undefined,
): Thread => {
  const years = expressions.flatMap(({ said }) => yearOf(said) ?? []);
  const deictic = expressions.filter(({ said }, place) => isDeictic(said) && !quoted(place)).length;
  if (!isHistory(years, deictic, now)) return { narrative: false, follows: () => true, next: [] };
  const middle = median(years);
  const reach = 15 + 2 * median(years.map((year) => Math.abs(year - middle)));
  const follows = (value: string): boolean => {
    const year = yearOf(value);
    return year === undefined || Math.abs(year - middle) <= reach;
  };
  const next: (string | undefined)[] = [];
  let ahead: string | undefined;
  for (let place = expressions.length - 1; place >= 0; place -= 1) {
    const { said } = expressions[place]!;
    if (yearOf(said) !== undefined && follows(said) && stretchOf(said)) ahead = said;
    next[place] = ahead;
  }
  return { narrative: true, follows, next };
};

const isHistory = (years: readonly number[], deictic: number, now: string | undefined): boolean => {
  if (years.length < 4 || deictic * 5 > years.length) return false;
  if (now === undefined) return true;
  const published = Number(now.slice(0, 4));
  return years.filter((year) => Math.abs(year - published) > 1).length * 3 >= years.length * 2;
};

const isDeictic = (said: string): boolean => /^now [+-]P[\d.]+[DW]|^XXXX-WXX/.test(said);

const yearOf = (said: string): number | undefined => {
  const match = /^(?:BC(\d+)|(\d{4})(?![\dX]))/.exec(said);
  return match ? (match[1] === undefined ? Number(match[2]) : -Number(match[1])) : undefined;
};

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
