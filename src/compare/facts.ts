// Tellings of one contact -> what each side says of its date, initiator, channel, place and participants.

import type { Telling } from "../link/candidate.ts";
import { daysOf } from "../link/days.ts";
import { compareIdentity, fold, identityOf } from "../link/identity.ts";
import { lookUp } from "../record/look-up.ts";
import type { RecordActor, RecordSpan } from "../record/schema.ts";
import type { FactRow } from "./schema.ts";

type Value = FactRow["values"][number];
/** A side's word on one field, with the telling that it stands in. */
type Said = Value & { readonly telling: Telling };

/**
 * One row a field. A side's value comes from its own documents, or from its statements in a report;
 * null where it does not say. Rows agree unless two sides say different things.
 */
export const factsOf = (tellings: readonly Telling[], sides: readonly string[]): FactRow[] => {
  const fields = ["date", "initiator", "channel", "place", "participants"] as const;
  return fields.map((field) => {
    const said = sides.map((side) => sideValue(field, side, tellings));
    const values = sides.map((side, at): Value => {
      const { telling: _, ...value } = said[at] ?? { value: null, telling: undefined };
      return { side, ...value };
    });
    const [first, ...others] = said.filter((one) => one !== undefined);
    return { field, agree: others.every((one) => agrees(field, first!, one)), values };
  });
};

type Found = Omit<Said, "side">;

const agrees = (field: FactRow["field"], a: Found, b: Found): boolean => {
  if (field === "participants") return samePeople(a.telling, b.telling) && samePeople(b.telling, a.telling);
  if (field === "place") return samePlace(a.telling, b.telling);
  if (field === "date") return sameDays(a, b);
  const [x, y] = [fold(a.value ?? ""), fold(b.value ?? "")];
  return x === y || (field === "channel" && [x, y].every((one) => one === "meeting" || one === "visit"));
};

/** One date holds the other ("2025-05" and a day of it), or both lie in the days that one of them names. */
const sameDays = (a: Found, b: Found): boolean => {
  const [x, y] = [a.value ?? "", b.value ?? ""];
  if (x.includes(y) || y.includes(x)) return true;
  const [of, on] = [daysOf(a.telling.record, a.telling.contact), daysOf(b.telling.record, b.telling.contact)];
  return of[0] <= on[1] && on[0] <= of[1];
};

/** A palace lies in its city: places are at odds only where they are known to lie in two states. */
const samePlace = ({ contact: { place: a } }: Telling, { contact: { place: b } }: Telling): boolean =>
  a?.country === undefined || b?.country === undefined || a.country === b.country;

/** Whom one names the other names too, or names nobody of that side. */
const samePeople = (a: Telling, b: Telling): boolean => {
  const others = peopleOf(b).map(identityOf);
  return peopleOf(a).every((actor) => {
    const identity = identityOf(actor);
    const rivals = others.filter(({ country }) => country === undefined || country === identity.country);
    return rivals.length === 0 || others.some((one) => compareIdentity(identity, one) === "same");
  });
};

const peopleOf = ({ record, contact }: Telling): RecordActor[] => {
  const named = new Set(contact.participants.map(({ actor }) => actor));
  return record.actors.filter(({ id, kind }) => kind === "person" && named.has(id));
};

const sideValue = (
  field: FactRow["field"],
  side: string,
  tellings: readonly Telling[],
): Found | undefined => {
  for (const telling of tellings) {
    if (!isOwn(telling.record.document.side, side) && !tellsInReport(telling, side)) continue;
    const found = fieldValue(field, telling);
    if (found) return { ...found, telling };
  }
  return undefined;
};

/** The side of a document in the accounts' own code ("EUU" and "EU" are one). */
const isOwn = (document: string | undefined, side: string): boolean =>
  document !== undefined && (document === side || (side.length === 2 && document.startsWith(side)));

/** True where a report's evidence of the contact lies in that side's own words. */
const tellsInReport = ({ record, contact }: Telling, side: string): boolean => {
  if (record.document.side !== undefined) return false;
  const countries = new Map(record.actors.map((actor) => [actor.id, actor.country]));
  const own = record.statements.filter((one) =>
    one.speakers.some((speaker) => countries.get(speaker) === side),
  );
  const holds = (outer: RecordSpan, inner: RecordSpan) =>
    outer.start <= inner.start && inner.end <= outer.end;
  return contact.evidence.some((span) =>
    own.some((one) => one.content.some((content) => holds(content, span))),
  );
};

const fieldValue = (field: FactRow["field"], telling: Telling): Omit<Value, "side"> | undefined => {
  const { record, contact } = telling;
  const about = lookUp(record);
  if (field === "date") return contact.date === undefined ? undefined : { value: contact.date };
  if (field === "channel") return { value: contact.channel };
  if (field === "place")
    return contact.place ? { value: contact.place.text, span: spanOf(contact.place) } : undefined;
  if (field === "participants") {
    const people = peopleOf(telling).map(({ name }) => name);
    const all = people.length > 0 ? people : contact.participants.map(({ actor }) => about.name(actor));
    return { value: all.sort().join(", ") };
  }
  const initiator = contact.participants.find(({ role }) => role === "initiator");
  return initiator ? { value: initiator.side ?? about.name(initiator.actor) } : undefined;
};

const spanOf = ({ start, end, text }: RecordSpan): RecordSpan => ({ start, end, text });
