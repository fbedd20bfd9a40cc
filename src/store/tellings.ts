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
  const date = contact.date ?? record.document.published;
  const time = Date.parse(date?.slice(0, 10) ?? "");
  if (sides.length === 0 || Number.isNaN(time)) return [record];
  const [from, to] = [time - reach, time + reach].map((at) => new Date(at).toISOString().slice(0, 10));
  const taking = sides
    .map(() => "EXISTS (SELECT 1 FROM parts WHERE finding = c.id AND part = 'participant' AND side = ?)")
    .join(" + ");
  const enough = Math.min(2, sides.length);
  const ids = store
    .prepare(
      `SELECT c.document AS id FROM contacts c WHERE c.date >= ?1 AND c.date <= ?2 AND ${numbered(taking, 4)} >= ?3
       UNION SELECT c.document FROM documents d CROSS JOIN contacts c ON c.document = d.id
       WHERE d.published >= ?1 AND d.published <= ?2 AND c.date = '' AND ${numbered(taking, 4)} >= ?3
       LIMIT ${most}`,
    )
    .all(from!, to!, enough, ...sides)
    .map(({ id }) => id as string);
  const others = ids.filter((id) => id !== record.document.id).flatMap((id) => getRecord(store, id) ?? []);
  return [record, ...others];
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
