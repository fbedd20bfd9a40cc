// Two sides that put one meeting on neighbouring days -> joined, where nothing else can be meant: they contradict each other.
import type { Candidate, Reason } from "./candidate.ts";
import { fold } from "./identity.ts";

/** Two tellings that only their days keep apart, and all tellings of the pair of sides in the order of days. */
export type Contrary = { readonly a: Candidate; readonly b: Candidate; readonly block: readonly Candidate[] };

/** Days around a telling in which no other one of either side may stand. */
const near = 2;

/**
 * Joins what two governments' own texts tell of one place and the same people a day apart, as long as neither has
 * published anything else of such a meeting in those days: two days of talks have two tellings.
 */
export const joinContrary = (all: readonly Contrary[], note: (reason: Reason) => void): void => {
  for (const { a, b, block } of all) {
    const [one, other] = [a.record.document.side, b.record.document.side];
    if (one === undefined || other === undefined || one === other || !inOnePlace(a, b)) continue;
    const rival = block.some(
      (c) =>
        c.record !== a.record &&
        c.record !== b.record &&
        (c.record.document.side === one || c.record.document.side === other) &&
        c.to >= a.from - near &&
        c.from <= b.to + near,
    );
    if (rival) continue;
    const because = ["the same people in one place a day apart, and nothing else by either side"];
    note({ a: a.contact.id, b: b.contact.id, joined: true, because });
  }
};

/** Both name it, and one name holds the other. */
const inOnePlace = ({ contact: { place: a } }: Candidate, { contact: { place: b } }: Candidate): boolean => {
  if (!a || !b) return false;
  const [x, y] = [fold(a.text), fold(b.text)];
  return x.includes(y) || y.includes(x);
};
