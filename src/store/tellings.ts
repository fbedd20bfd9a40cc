// A contact -> the records that may tell of it too: the same sides, around the same days.
import type { Record, RecordContact } from "../record/schema.ts";
import { getRecord } from "./ask.ts";
import type { Store } from "./open-store.ts";

const day = 86_400_000;
/** A readout of an undated contact tells of the last few days; capitals may be a day apart. */
const reach = 5 * day;
const most = 60;

/** Records with a contact that could be the same one, the record itself first. Which ones are is for linking to say. */
export const recordsNear = (store: Store, record: Record, contact: RecordContact): Record[] => {
  const sides = [...new Set(contact.participants.flatMap(({ side }) => side ?? []))];
  const days = daysAround(contact.date, record.document.published);
  if (sides.length === 0 || !days) return [record];
  const taking = sides
    .map(() => "EXISTS (SELECT 1 FROM parts WHERE finding = c.id AND part = 'participant' AND side = ?)")
    .join(" + ");
  const meet = `${numbered(taking, 4)} >= ?3`;
  const ids = store
    .prepare(
      `SELECT c.document AS id FROM contacts c WHERE c.date >= ?1 AND c.date <= ?2 AND ${meet}
       UNION SELECT c.document FROM contacts c WHERE c.date IN (substr(?1, 1, 7), substr(?2, 1, 7)) AND ${meet}
       UNION SELECT c.document FROM documents d CROSS JOIN contacts c ON c.document = d.id
       WHERE d.published >= ?1 AND d.published <= ?2 AND c.date = '' AND ${meet}
       LIMIT ${most}`,
    )
    .all(...days, Math.min(2, sides.length), ...sides)
    .map(({ id }) => id as string);
  const others = ids.filter((id) => id !== record.document.id).flatMap((id) => getRecord(store, id) ?? []);
  return [record, ...others];
};

/** First and last day to look at; undefined where nothing says when it was. Of a mere year the publication says more. */
const daysAround = (
  date: string | undefined,
  published: string | undefined,
): [string, string] | undefined => {
  const [year, month] = [/^\d{4}$/, /^\d{4}-\d{2}$/].map((pattern) => pattern.test(date ?? ""));
  const start = Date.parse(year || date === undefined ? (published ?? "") : date.slice(0, 10));
  if (Number.isNaN(start)) return undefined;
  const end = start + (month ? 30 * day : 0);
  const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
  return [iso(start - reach), iso(end + reach)];
};

/** Gives the question marks of a piece of SQL numbers, so that it can stand twice. */
const numbered = (sql: string, first: number): string => {
  let at = first - 1;
  return `(${sql.replaceAll("?", () => {
    at += 1;
    return `?${at}`;
  })})`;
};

/** Contacts of the documents that arrived last, newest first, one record at a time. */
export function* latestContacts(
  store: Store,
  documents: number,
): Generator<{ record: Record; contact: RecordContact }> {
  const rows = store
    .prepare(
      `SELECT d.id AS id FROM documents d WHERE EXISTS (SELECT 1 FROM contacts WHERE document = d.id)
       ORDER BY d.number DESC LIMIT ?`,
    )
    .all(documents);
  for (const { id } of rows) {
    const record = getRecord(store, id as string);
    for (const contact of record?.contacts ?? []) yield { record: record!, contact };
  }
}
