// Tellings of one contact -> what each side says of its date, initiator, channel, place and participants.

import type { Telling } from "../link/candidate.ts";
import { daysOf } from "../link/days.ts";
import {
  bareName,
  compareIdentity,
  fold,
  type Identity,
  identityOf,
  isSomebody,
  isUnnamed,
  namedSides,
} from "../link/identity.ts";
import { wholeOf } from "../model/whole.ts";
import { lookUp } from "../record/look-up.ts";
import type { RecordActor, RecordSpan } from "../record/schema.ts";
import { attendeesOf } from "./attendees.ts";
import { initiatorIn } from "./initiator-told.ts";
import { lengthIn } from "./length-told.ts";
import type { FactRow } from "./schema.ts";
import { isToldBy } from "./told-by.ts";

type Value = FactRow["values"][number];
/** A side's word on one field, with the telling that it stands in. */
type Said = Value & { readonly telling: Telling; readonly length?: string };

/**
 * One row a field. A side's value comes from its own documents, or from its statements in a report;
 * null where it does not say. Rows agree unless two sides say different things.
 */
export const factsOf = (tellings: readonly Telling[], sides: readonly string[]): FactRow[] => {
  const fields = ["date", "initiator", "channel", "place", "length", "participants"] as const;
  return fields.map((field) => {
    const said = sides.map((side) => sideValue(field, side, tellings));
    const values = sides.map((side, at): Value => {
      const { telling: _, length: __, ...value } = said[at] ?? { value: null, telling: undefined };
      return { side, ...value };
    });
    const [first, ...others] = said.filter((one) => one !== undefined);
    return { field, agree: others.every((one) => agrees(field, first!, one)), values };
  });
};

type Found = Omit<Said, "side">;

const agrees = (field: FactRow["field"], a: Found, b: Found): boolean => {
  if (field === "participants")
    return (
      samePeople(a.telling, b.telling) &&
      samePeople(b.telling, a.telling) &&
      sameCompany(a.telling, b.telling)
    );
  if (field === "length") return sameLength(a, b);
  if (field === "place") return samePlace(a.telling, b.telling);
  if (field === "date") return sameDays(a, b);
  const [x, y] = [fold(a.value ?? ""), fold(b.value ?? "")];
  if (field === "channel" && [x, y].includes("other")) return true;
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
    return rivals.length === 0 || others.some((one) => meets(identity, one));
  });
};

/** The same, or one of them told of by an office only. */
const meets = (a: Identity, b: Identity): boolean => {
  const found = compareIdentity(a, b);
  return found === "same" || (found === "open" && isSomebody(a) && isSomebody(b));
};

const peopleOf = ({ record, contact }: Telling): RecordActor[] => {
  const named = new Set(contact.participants.map(({ actor }) => actor));
  return record.actors.filter((actor) => actor.kind === "person" && named.has(actor.id) && !isUnnamed(actor));
};

/** Who else was in the room is told by both, or by neither. */
const sameCompany = (a: Telling, b: Telling): boolean => {
  const [own, others] = [a, b].map((telling) => attendeesOf(telling).map(identityOf));
  const known = ([x, y]: [Identity[], Identity[]]) =>
    x.every((one) => y.some((other) => compareIdentity(one, other) === "same"));
  return known([own!, others!]) && known([others!, own!]);
};

/** "About an hour" and "some 65 minutes" agree; two hours and an hour and a half don't. */
const sameLength = (a: Found, b: Found): boolean => {
  const [x, y] = [minutesOf(a.length ?? ""), minutesOf(b.length ?? "")];
  return x === undefined || y === undefined || Math.abs(x - y) <= 0.2 * Math.max(x, y);
};

const minutesOf = (value: string): number | undefined => {
  const found = /^P(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?)?$/.exec(value);
  const [days = 0, hours = 0, minutes = 0] = (found?.slice(1) ?? []).map((part) => Number(part ?? 0));
  return found ? 1440 * days + 60 * hours + minutes : undefined;
};

const sideValue = (
  field: FactRow["field"],
  side: string,
  tellings: readonly Telling[],
): Found | undefined => {
  const order = [...tellings].sort((a, b) => namedSides(b) - namedSides(a));
  for (const telling of order) {
    const report = telling.record.document.side === undefined;
    const said = report && field === "initiator" ? initiatorTold(telling, side) : undefined;
    if (said) return { ...said, telling };
    const length = report && field === "length" ? lengthIn(telling, side) : undefined;
    if (length) return { value: length.text, span: spanOf(length), length: length.value, telling };
    // What only the other side says of its length is not this one's word.
    if (report && field === "length" && telling.contact.accounts.some((one) => lengthIn(telling, one.side)))
      continue;
    if (!isOwn(telling.record.document.side, side) && !tellsInReport(telling, side)) continue;
    const found = report && field === "initiator" ? undefined : fieldValue(field, telling);
    const { duration } = telling.contact;
    if (found) return { ...found, ...(duration && { length: duration.value }), telling };
  }
  return undefined;
};

/** In a report each side has its own word on who asked for the contact; where neither has, the report's stands for both. */
const initiatorTold = (telling: Telling, side: string): Omit<Value, "side"> | undefined => {
  const told = telling.contact.accounts.map((account) => ({
    side: account.side,
    initiator: initiatorIn(telling, account.side),
  }));
  const own = told.find((one) => one.side === side)?.initiator;
  if (own !== undefined) return { value: own };
  const none = told.every(({ initiator }) => initiator === undefined);
  return none && tellsInReport(telling, side) ? fieldValue("initiator", telling) : undefined;
};

/** The side of a document in the accounts' own code ("EUU" and "EU" are one). */
const isOwn = (document: string | undefined, side: string): boolean =>
  document !== undefined && wholeOf(document) === wholeOf(side);

/** True where a report's evidence of the contact lies in that side's own words. */
const tellsInReport = ({ record, contact }: Telling, side: string): boolean => {
  if (record.document.side !== undefined) return false;
  const own = record.statements.filter((one) => isToldBy(record, one, side));
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
  if (field === "place") {
    const place = contact.place ?? journeyOf(telling)?.place;
    return place ? { value: place.text, span: spanOf(place) } : undefined;
  }
  if (field === "length")
    return contact.duration ? { value: contact.duration.text, span: spanOf(contact.duration) } : undefined;
  if (field === "participants") {
    const people = peopleOf(telling).map(({ name }) => bareName(name));
    const all = people.length > 0 ? people : contact.participants.map(({ actor }) => about.name(actor));
    const company = attendeesOf(telling).map(({ name }) => bareName(name));
    return {
      value: [all.sort().join(", "), ...(company.length ? [company.join(", ")] : [])].join("; with "),
    };
  }
  const initiator = contact.participants.find(({ role }) => role === "initiator");
  return initiator ? { value: initiator.side ?? about.name(initiator.actor) } : undefined;
};

/** "travelled to Zagreb …. He had lunch with": the journey of one who met, in the same text and on the same day. */
const journeyOf = ({ record, contact }: Telling): Telling["contact"] | undefined =>
  contact.channel !== "meeting"
    ? undefined
    : record.contacts.find(
        ({ channel, status, date, place, participants }) =>
          channel === "visit" &&
          status === contact.status &&
          place !== undefined &&
          date === contact.date &&
          participants.some(
            ({ actor, role }) => role === "guest" && contact.participants.some((one) => one.actor === actor),
          ),
      );

const spanOf = ({ start, end, text }: RecordSpan): RecordSpan => ({ start, end, text });
