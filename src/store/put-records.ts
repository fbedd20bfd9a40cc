// Records -> rows. The same document twice is one; a changed text at the same address is a new version beside the old one.
import { deflateSync, inflateSync } from "node:zlib";
import { fold } from "../link/identity.ts";
import { wordsOf } from "../record/look-up.ts";
import type { Record } from "../record/schema.ts";
import { type Store, transaction } from "./open-store.ts";

/** A record with the address that its text came from (url or path). */
export type Arrival = { readonly record: Record; readonly address: string };

/** What became of each arrival. */
export type Outcome = "new" | "version" | "same";

/** Writes records in one transaction: when this returns they are on disk, before that none is. */
export const putRecords = (store: Store, arrivals: readonly Arrival[]): Outcome[] =>
  transaction(store.database, () => arrivals.map((arrival) => putRecord(store, arrival)));

const putRecord = (store: Store, { record, address }: Arrival): Outcome => {
  const { document } = record;
  if (store.prepare("SELECT 1 FROM documents WHERE id = ?").get(document.id)) return "same";
  const before = store
    .prepare("SELECT max(version) AS version FROM documents WHERE address = ?")
    .get(address);
  const version = Number(before?.version ?? 0) + 1;
  const { lastInsertRowid: number } = store
    .prepare(
      `INSERT INTO documents (id, address, version, title, publisher, url, side, published, language, text, maker, record)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      document.id,
      address,
      version,
      document.title ?? null,
      document.publisher ?? null,
      document.url ?? null,
      document.side ?? null,
      document.published ?? null,
      document.language,
      document.text,
      makerOf(record),
      pack(record),
    );
  store
    .prepare("INSERT INTO documents_text (rowid, title, text) VALUES (?, ?, ?)")
    .run(number, document.title ?? "", document.text);
  putFindings(store, record);
  store.prepare("DELETE FROM failures WHERE source = ?").run(address);
  return version === 1 ? "new" : "version";
};

/** Puts another reading of a stored document in the place of the one it has; ids that stay the same keep their corrections. */
export const replaceRecord = (store: Store, record: Record): void => {
  const { id } = record.document;
  const statements = store.prepare("SELECT number, content FROM statements WHERE document = ?").all(id);
  for (const { number, content } of statements)
    store
      .prepare("INSERT INTO statements_text (statements_text, rowid, content) VALUES ('delete', ?, ?)")
      .run(number as number, content as string);
  for (const layer of ["statements", "contacts", "events"])
    store.prepare(`DELETE FROM parts WHERE finding IN (SELECT id FROM ${layer} WHERE document = ?)`).run(id);
  store.prepare("DELETE FROM actor_words WHERE actor IN (SELECT id FROM actors WHERE document = ?)").run(id);
  for (const layer of ["statements", "contacts", "events", "actors"])
    store.prepare(`DELETE FROM ${layer} WHERE document = ?`).run(id);
  store
    .prepare("UPDATE documents SET maker = ?, record = ? WHERE id = ?")
    .run(makerOf(record), pack(record), id);
  putFindings(store, record);
};

/** What read a record, as the store keeps it. */
export const makerOf = ({ dragoman }: Record): string => `${dragoman.version} ${dragoman.models}`;

const pack = (record: Record): Uint8Array =>
  deflateSync(JSON.stringify({ ...record, document: { ...record.document, text: "" } }));

/** A record as it was put in. `row` holds the columns `text` and `record`. */
export const unpack = (row: { text?: unknown; record?: unknown }): Record => {
  const record = JSON.parse(inflateSync(row.record as Uint8Array).toString("utf8")) as Record;
  record.document.text = row.text as string;
  return record;
};

const putFindings = (store: Store, record: Record): void => {
  const document = record.document.id;
  const country = new Map(record.actors.map((actor) => [actor.id, actor.country ?? null]));
  const part = store.prepare(
    "INSERT OR IGNORE INTO parts (finding, part, actor, side, role) VALUES (?, ?, ?, ?, ?)",
  );
  const putParts = (finding: string, name: string, actors: readonly string[]) => {
    for (const actor of actors) part.run(finding, name, actor, country.get(actor) ?? null, null);
  };
  putActors(store, record);
  const depths = depthsOf(record);
  for (const one of record.statements) {
    const content = wordsOf(one.content);
    const { lastInsertRowid: number } = store
      .prepare(
        "INSERT INTO statements (id, document, act, form, date, depth, within, contact, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      )
      .run(
        one.id,
        document,
        one.act,
        one.form,
        one.date ?? record.document.published ?? "",
        depths.get(one.id) ?? 1,
        one.within ?? null,
        one.contact ?? null,
        content,
      );
    store.prepare("INSERT INTO statements_text (rowid, content) VALUES (?, ?)").run(number, content);
    putParts(one.id, "speaker", one.speakers);
    putParts(one.id, "addressee", one.addressees);
  }
  for (const one of record.contacts) {
    store
      .prepare("INSERT INTO contacts (id, document, channel, status, date, place) VALUES (?, ?, ?, ?, ?, ?)")
      .run(one.id, document, one.channel, one.status, one.date ?? "", one.place?.text ?? null);
    for (const { actor, side, role } of one.participants)
      part.run(one.id, "participant", actor, side ?? country.get(actor) ?? null, role ?? null);
  }
  for (const one of record.events) {
    store
      .prepare(
        "INSERT INTO events (id, document, type, mode, cameo, date, factuality, within) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      )
      .run(
        one.id,
        document,
        one.type,
        one.mode ?? null,
        one.cameo ?? null,
        one.date ?? "",
        one.factuality,
        one.within ?? null,
      );
    putParts(one.id, "actor", one.actors);
    putParts(one.id, "recipient", one.recipients);
  }
};

const putActors = (store: Store, record: Record): void => {
  const word = store.prepare("INSERT OR IGNORE INTO actor_words (word, actor) VALUES (?, ?)");
  for (const { id, kind, name, country, code, wikidata, mentions } of record.actors) {
    store
      .prepare(
        "INSERT INTO actors (id, document, kind, name, country, code, wikidata, mentions) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      )
      .run(
        id,
        record.document.id,
        kind,
        name,
        country ?? null,
        code ?? null,
        wikidata ?? null,
        mentions.length,
      );
    for (const part of nameWords(name)) word.run(part, id);
  }
};

/** The words that a name is found by. */
export const nameWords = (name: string): string[] =>
  fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);

/** How deep each statement is nested, 1 for the outermost. */
const depthsOf = ({ statements }: Record): Map<string, number> => {
  const within = new Map(statements.map((one) => [one.id, one.within]));
  const depths = new Map<string, number>();
  for (const { id } of statements) {
    let depth = 1;
    for (let at = within.get(id); at !== undefined && depth <= statements.length; at = within.get(at))
      depth += 1;
    depths.set(id, depth);
  }
  return depths;
};
