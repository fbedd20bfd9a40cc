// Those who take part in two tellings -> whether they can be the same, and whether by those who lead on each side.
import { compareIdentity, type Identity, isSomebody } from "./identity.ts";

/** `clash`: somebody of a side in one excludes whom the other names of it. `firm`: those named first on each side meet. */
export type Meeting = {
  readonly apart: boolean;
  readonly clash: boolean;
  readonly firm: boolean;
  readonly why: string;
};

const label = ({ name }: Identity): string => name;

/** Two sides must be matched, one of them by somebody who is the same; no side may have other people in each. */
export const comparePeople = (one: readonly Identity[], other: readonly Identity[]): Meeting => {
  const [a, b] = [withoutTalkedOf(one), withoutTalkedOf(other)];
  const clash = clashOf(a, b);
  if (clash !== undefined) return { apart: true, clash: true, firm: false, why: clash };
  const matched: string[] = [];
  const countries = new Set<string>();
  for (const one of a)
    for (const other of b) {
      const found = compareIdentity(one, other);
      if (found === "apart") continue;
      countries.add(one.country ?? label(found === "same" ? one : other));
      if (found === "same") matched.push(label(one));
    }
  return countries.size >= 2 && matched.length > 0
    ? { apart: false, clash: false, firm: leadsMeet(a, b), why: `same participants: ${list(matched)}` }
    : { apart: true, clash: false, firm: false, why: "participants of two sides don't meet" };
};

/** Where people of two sides are named, a bare state beside them is more often talked of than there. */
const withoutTalkedOf = (all: readonly Identity[]): readonly Identity[] =>
  sidesOf(all).size > 1 ? all.filter(isSomebody) : all;

const list = (names: readonly string[]): string => [...new Set(names)].join(", ");

/** Where both tell of people of a side, at least one must be the same person, or one that can be; who excludes whom, else. */
export const clashOf = (a: readonly Identity[], b: readonly Identity[]): string | undefined => {
  for (const side of sidesOf(a)) {
    const [mine, theirs] = [peopleOf(a, side), peopleOf(b, side)];
    if (mine.length === 0 || theirs.length === 0) continue;
    if (!meets(mine, b) && !meets(theirs, a))
      return `${mine.map(label).join(", ")} against ${theirs.map(label).join(", ")}`;
  }
  return undefined;
};

const sidesOf = (all: readonly Identity[]): Set<string> =>
  new Set(all.filter(isSomebody).flatMap(({ country }) => country ?? []));

const peopleOf = (all: readonly Identity[], side: string): Identity[] =>
  all.filter((one) => isSomebody(one) && one.country === side);

const meets = (own: readonly Identity[], others: readonly Identity[]): boolean =>
  own.some((one) =>
    others.some((other) => {
      const found = compareIdentity(one, other);
      return found === "same" || (found === "open" && isSomebody(other));
    }),
  );

/**
 * "met Erdoğan, Fidan and Güler" is one thing, Güler's own talks another: on each side that both name, two at least, those
 * named first are the same; who else was there, one telling may leave out.
 */
const leadsMeet = (a: readonly Identity[], b: readonly Identity[]): boolean =>
  [...sidesOf(a)].filter((side) => sidesOf(b).has(side)).length >= 2 &&
  [...sidesOf(a)].every((side) => {
    const [one, other] = [peopleOf(a, side)[0], peopleOf(b, side)[0]];
    return one === undefined || other === undefined || compareIdentity(one, other) === "same";
  });
