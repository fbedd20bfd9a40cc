// Records -> rows on disk. The same document twice is one; a changed text at the same address is a new version beside the old one.
import type { Record } from "../record/schema.ts";
import { correct } from "./correct.ts";
import { correctionsOf } from "./corrections.ts";
import { type Store, transaction } from "./open-store.ts";
import { columns, type Findings, findingsOf, makerOf, nameWords, pack, type Rows, rowsOf } from "./rows.ts";

/** A record with the address that its text came from (url or path). */
export type Arrival = { readonly record: Record; readonly address: string };

/** What became of each arrival. */
export type Outcome = "new" | "version" | "same";

/** Writes records in one transaction: when this returns they are on disk, before that none is. */
export const putRecords = (store: Store, arrivals: readonly Arrival[]): Outcome[] =>
  putRows(
    store,
    arrivals.map(({ record, address }) => rowsOf(record, address)),
  );

/** The same of rows that were made elsewhere. */
export const putRows = (store: Store, arrivals: readonly Rows[]): Outcome[] =>
  transaction(store.database, () => {
    const counts = new Map<string, number>();
    const outcomes = arrivals.map((rows) => putDocument(store, rows, counts));
    putCounts(store, counts);
    return outcomes;
  });

/** True where the store has the document. */
export const hasDocument = (store: Store, id: string): boolean =>
  store.prepare("SELECT 1 FROM documents WHERE id = ?").get(id) !== undefined;

/** True where a text of this address was ever taken in. */
export const hasAddress = (store: Store, address: string): boolean =>
  store.prepare("SELECT 1 FROM documents WHERE address = ?").get(address) !== undefined;

const putDocument = (store: Store, rows: Rows, counts: Map<string, number>): Outcome => {
  const { document, address } = rows;
  if (hasDocument(store, document.id)) return "same";
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
      rows.maker,
      rows.record,
    );
  store
    .prepare("INSERT INTO documents_text (rowid, title, text) VALUES (?, ?, ?)")
    .run(number, document.title ?? "", document.text);
  putFindings(store, rows, counts);
  return version === 1 ? "new" : "version";
};

/** Puts another reading of a stored document in the place of the one it has; a person's corrections go over it again. */
export const replaceRecord = (store: Store, record: Record): void =>
  transaction(store.database, () => {
    store
      .prepare("UPDATE documents SET maker = ?, record = ? WHERE id = ?")
      .run(makerOf(record), pack(record), record.document.id);
    refresh(store, record);
  });

/** Writes a document's findings anew, from what the machine found and what a person says of it. Within a transaction. */
export const refresh = (store: Store, record: Record): void => {
  const id = record.document.id;
  const counts = new Map<string, number>();
  removeFindings(store, id, counts);
  putFindings(store, findingsOf(correct(record, correctionsOf(store, id))), counts);
  putCounts(store, counts);
};

const removeFindings = (store: Store, id: string, counts: Map<string, number>): void => {
  for (const what of countedOf(store, id)) counts.set(what, (counts.get(what) ?? 0) - 1);
  for (const { number, content } of store
    .prepare("SELECT number, content FROM statements WHERE document = ?")
    .all(id))
    store
      .prepare("INSERT INTO statements_text (statements_text, rowid, content) VALUES ('delete', ?, ?)")
      .run(number as number, content as string);
  for (const layer of ["statements", "contacts", "events"])
    store.prepare(`DELETE FROM parts WHERE finding IN (SELECT id FROM ${layer} WHERE document = ?)`).run(id);
  const keys = store.prepare("SELECT DISTINCT key FROM actors WHERE document = ?").all(id);
  store.prepare("DELETE FROM actor_words WHERE actor IN (SELECT id FROM actors WHERE document = ?)").run(id);
  for (const layer of ["statements", "contacts", "events", "actors"])
    store.prepare(`DELETE FROM ${layer} WHERE document = ?`).run(id);
  for (const { key } of keys) recountIdentity(store, key as string);
};

/** What a stored document counts for, the way `findingsOf` says it. */
const countedOf = (store: Store, id: string): string[] => {
  const of = (layer: string, ...names: string[]): string[] =>
    store
      .prepare(`SELECT ${names.join(", ")} FROM ${layer} WHERE document = ?`)
      .all(id)
      .flatMap((row) => [`all\t${layer}`, ...names.map((name) => `${name}\t${row[name]}`)]);
  const document = store.prepare("SELECT publisher, side, published FROM documents WHERE id = ?").get(id);
  return [
    "all\tdocuments",
    `publisher\t${document?.publisher ?? ""}`,
    `side\t${document?.side ?? ""}`,
    `month\t${String(document?.published ?? "").slice(0, 7)}`,
    ...of("statements", "act"),
    ...of("contacts", "channel", "status"),
    ...of("events", "type"),
  ];
};

const insertion = (table: keyof typeof columns): string =>
  `INSERT OR IGNORE INTO ${table} (${columns[table].join(", ")}) VALUES (${columns[table].map(() => "?").join(", ")})`;

const putFindings = (store: Store, { rows, counts: added }: Findings, counts: Map<string, number>): void => {
  for (const table of ["actors", "actor_words", "contacts", "events", "parts"] as const) {
    const insert = store.prepare(insertion(table));
    for (const row of rows[table]) insert.run(...row);
  }
  const statement = store.prepare(insertion("statements"));
  const text = store.prepare("INSERT INTO statements_text (rowid, content) VALUES (?, ?)");
  for (const row of rows.statements) text.run(statement.run(...row).lastInsertRowid, row.at(-1)!);
  putIdentities(store, rows.actors);
  for (const what of added) counts.set(what, (counts.get(what) ?? 0) + 1);
};

const putCounts = (store: Store, counts: ReadonlyMap<string, number>): void => {
  const add = store.prepare(
    "INSERT INTO counts (what, name, count) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count",
  );
  for (const [key, count] of counts) {
    const tab = key.indexOf("\t");
    if (count !== 0) add.run(key.slice(0, tab), key.slice(tab + 1), count);
  }
};

/** Of several names the longest stands, of equally long ones the first by letters: no matter what came first. */
const putIdentities = (store: Store, actors: Findings["rows"]["actors"]): void => {
  const add = store.prepare(
    `INSERT INTO identities (key, kind, name, country, wikidata, documents, mentions) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET documents = documents + excluded.documents, mentions = mentions + excluded.mentions,
       name = CASE WHEN length(excluded.name) > length(name) OR (length(excluded.name) = length(name) AND excluded.name < name)
         THEN excluded.name ELSE name END`,
  );
  const word = store.prepare("INSERT OR IGNORE INTO identity_words (word, key) VALUES (?, ?)");
  const seen = new Set<string>();
  for (const [, , kind, name, country, , wikidata, mentions, key] of actors) {
    const again = seen.has(String(key));
    seen.add(String(key));
    add.run(key!, kind!, name!, country ?? null, wikidata ?? null, again ? 0 : 1, mentions!);
    for (const part of nameWords(String(name))) word.run(part, key!);
  }
};

const recountIdentity = (store: Store, key: string): void => {
  const rows = store.prepare("SELECT * FROM actors WHERE key = ?").all(key);
  store.prepare("DELETE FROM identities WHERE key = ?").run(key);
  store.prepare("DELETE FROM identity_words WHERE key = ?").run(key);
  const byDocument = Map.groupBy(rows, (row) => row.document as string);
  for (const group of byDocument.values())
    putIdentities(
      store,
      group.map((row) => columns.actors.map((column) => row[column] as string | number | null)),
    );
};
