// Records -> iCalendar: planned contacts as tentative events, those without a date as things to come.
import { bySide, lookUp, wordsOf } from "../record/look-up.ts";
import type { Record, RecordContact } from "../record/schema.ts";
import { daysOf } from "./network.ts";

/** RFC 5545. Stamps are the documents' days, so that the same library gives the same file. */
export function* toCalendar(records: Iterable<Record>): Generator<string> {
  yield lines([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Dragoman//planned contacts//EN",
    "CALSCALE:GREGORIAN",
  ]);
  for (const record of records)
    for (const contact of record.contacts)
      if (contact.status === "planned") yield lines(entryOf(contact, record));
  yield lines(["END:VCALENDAR"]);
}

const entryOf = (contact: RecordContact, record: Record): string[] => {
  const about = lookUp(record);
  const { document } = record;
  const days = daysOf(contact.date);
  const kind = days ? "VEVENT" : "VTODO";
  const who = bySide(contact)
    .map(({ actors }) => about.names(actors))
    .join(", ");
  return [
    `BEGIN:${kind}`,
    `UID:${contact.id}@dragoman`,
    `DTSTAMP:${(daysOf(document.published)?.first ?? "1970-01-01").replaceAll("-", "")}T000000Z`,
    ...(days
      ? [`DTSTART;VALUE=DATE:${days.first.replaceAll("-", "")}`, `DTEND;VALUE=DATE:${nextDay(days.last)}`]
      : []),
    `SUMMARY:${escaped(`${contact.channel}: ${who}`)}`,
    `DESCRIPTION:${escaped([wordsOf(contact.evidence), document.title, document.publisher].filter(Boolean).join("\n"))}`,
    ...(contact.place ? [`LOCATION:${escaped(contact.place.text)}`] : []),
    ...(document.url && /^https?:\/\/\S+$/.test(document.url) ? [`URL:${document.url}`] : []),
    days ? "STATUS:TENTATIVE" : "STATUS:NEEDS-ACTION",
    ...(days ? ["TRANSP:TRANSPARENT"] : []),
    `END:${kind}`,
  ];
};

const nextDay = (day: string): string =>
  new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10).replaceAll("-", "");

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r?\n|\r/g, "\\n")
    .replace(/\p{Cc}/gu, " ");

/** Lines of at most 75 bytes, folded between characters. */
const lines = (all: readonly string[]): string => all.map((line) => `${folded(line)}\r\n`).join("");

const folded = (line: string): string => {
  let size = 0;
  let text = "";
  for (const letter of line) {
    const bytes = Buffer.byteLength(letter);
    if (size + bytes > 75) {
      text += "\r\n ";
      size = 1;
    }
    text += letter;
    size += bytes;
  }
  return text;
};
