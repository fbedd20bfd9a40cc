// Tellings of one contact -> what each side says of its date, initiator, channel, place and participants.

import { fold } from "../link/identity.ts";
import type { Telling } from "../link/link-contacts.ts";
import { lookUp } from "../record/look-up.ts";
import type { RecordSpan } from "../record/schema.ts";
import type { FactRow } from "./schema.ts";

type Value = FactRow["values"][number];

/**
 * One row a field. A side's value comes from its own documents, or from its statements in a report;
 * null where it does not say. Rows agree unless two sides say different things.
 */
export const factsOf = (tellings: readonly Telling[], sides: readonly string[]): FactRow[] => {
  const fields = ["date", "initiator", "channel", "place", "participants"] as const;
  return fields.map((field) => {
    const values = sides.map(
      (side): Value => ({ side, ...(sideValue(field, side, tellings) ?? { value: null }) }),
    );
    const said = values.flatMap(({ value }) => (value === null ? [] : [fold(value)]));
    return { field, agree: said.every((value) => agrees(field, value, said[0]!)), values };
  });
};

const agrees = (field: FactRow["field"], a: string, b: string): boolean =>
  field === "date" || field === "place" ? a.includes(b) || b.includes(a) : a === b;

const sideValue = (
  field: FactRow["field"],
  side: string,
  tellings: readonly Telling[],
): Omit<Value, "side"> | undefined => {
  for (const telling of tellings) {
    if (telling.record.document.side !== side && !tellsInReport(telling, side)) continue;
    const found = fieldValue(field, telling);
    if (found) return found;
  }
  return undefined;
};

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

const fieldValue = (
  field: FactRow["field"],
  { record, contact }: Telling,
): Omit<Value, "side"> | undefined => {
  const about = lookUp(record);
  if (field === "date") return contact.date === undefined ? undefined : { value: contact.date };
  if (field === "channel") return { value: contact.channel };
  if (field === "place")
    return contact.place ? { value: contact.place.text, span: spanOf(contact.place) } : undefined;
  if (field === "participants")
    return {
      value: contact.participants
        .map(({ actor }) => about.name(actor).split(" ").at(-1) ?? "")
        .sort()
        .join(", "),
    };
  const initiator = contact.participants.find(({ role }) => role === "initiator");
  return initiator ? { value: initiator.side ?? about.name(initiator.actor) } : undefined;
};

const spanOf = ({ start, end, text }: RecordSpan): RecordSpan => ({ start, end, text });
