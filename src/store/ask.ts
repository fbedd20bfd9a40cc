// Filters -> findings of a store, newest first, a page at a time.
import type { Record, RecordContact, RecordEvent, RecordStatement } from "../record/schema.ts";
import { type Store, StoreError } from "./open-store.ts";
import { nameWords, unpack } from "./rows.ts";

/** What to ask for; all that is given must hold. A party is a side (`CZE`) or words of a name (`lavrov`). */
export type Filters = {
  readonly between?: readonly string[];
  readonly by?: string;
  readonly to?: string;
  /** Full-text query over statements' contents, or over the document for the other layers. */
  readonly about?: string;
  readonly act?: string;
  readonly type?: string;
  readonly channel?: string;
  readonly status?: string;
  readonly factuality?: string;
  /** Side whose document it is. */
  readonly side?: string;
  readonly depth?: number;
  /** ISO dates, both inclusive; a partial `until` (2025-03) holds all of its days. */
  readonly since?: string;
  readonly until?: string;
  /** 50 unless told. */
  readonly limit?: number;
  /** The `next` of the page before. */
  readonly cursor?: string;
};

/** One finding with the record it stands in. */
export type Answer<Finding> = { readonly finding: Finding; readonly record: Record };

/** A page of answers; `next` is there where more follow. */
export type Page<Finding> = { readonly answers: readonly Answer<Finding>[]; readonly next?: string };

type Layer = "contacts" | "statements" | "events";
type Condition = { readonly sql: string; readonly values: readonly (string | number)[] };

/** Contacts, newest first. */
export const askContacts = (store: Store, filters: Filters): Page<RecordContact> =>
  ask(store, "contacts", filters, ["participant"]);

/** Statements, newest first. `by` asks for speakers, `to` for addressees. */
export const askStatements = (store: Store, filters: Filters): Page<RecordStatement> =>
  ask(store, "statements", filters, ["speaker", "addressee"]);

/** Events, newest first. `by` asks for actors, `to` for recipients. */
export const askEvents = (store: Store, filters: Filters): Page<RecordEvent> =>
  ask(store, "events", filters, ["actor", "recipient"]);

const ask = <Finding extends { id: string }>(
  store: Store,
  layer: Layer,
  filters: Filters,
  parts: readonly string[],
): Page<Finding> => {
  const limit = Math.max(1, Math.min(filters.limit ?? 50, 1000));
  const conditions = [
    ...partyConditions(filters, parts),
    ...columnConditions(layer, filters),
    ...cursorCondition(filters.cursor),
  ];
  const where = conditions.map(({ sql }) => ` AND ${sql}`).join("");
  const sql = `SELECT t.id AS id, t.date AS date, t.document AS document
    FROM ${layer} t JOIN documents d ON d.id = t.document
    WHERE NOT EXISTS (SELECT 1 FROM corrections c WHERE c.finding = t.id AND c.kind = 'reject' AND NOT c.undone)${where}
    ORDER BY t.date DESC, t.id DESC LIMIT ?`;
  const rows = run(store, sql, [...conditions.flatMap(({ values }) => values), limit + 1], filters.about);
  const shown = rows.slice(0, limit);
  const records = new Map<string, Record>();
  const answers = shown.flatMap(({ id, document }) => {
    const record = records.get(document) ?? getRecord(store, document);
    if (!record) return [];
    records.set(document, record);
    const finding = (record[layer] as unknown as Finding[]).find((one) => one.id === id);
    return finding ? [{ finding, record }] : [];
  });
  const last = shown.at(-1);
  return rows.length > limit && last ? { answers, next: toCursor(last.date, last.id) } : { answers };
};

/** The record of a document, by its id. */
export const getRecord = (store: Store, id: string): Record | undefined => {
  const row = store.prepare("SELECT text, record FROM documents WHERE id = ?").get(id);
  return row ? unpack(row) : undefined;
};

type IdRow = { id: string; date: string; document: string };

const run = (
  store: Store,
  sql: string,
  values: readonly (string | number)[],
  about: string | undefined,
): IdRow[] => {
  try {
    return store.prepare(sql).all(...values) as unknown as IdRow[];
  } catch (error) {
    if (about === undefined) throw error;
    throw new StoreError(
      `"${about}": can't be searched (${(error as Error).message}); quote phrases and check AND, OR, NEAR`,
    );
  }
};

const partyConditions = ({ between = [], by, to }: Filters, parts: readonly string[]): Condition[] => {
  const [first = "", second = first] = parts;
  return [
    ...between.map((party) => partyCondition(party, parts)),
    ...(by === undefined ? [] : [partyCondition(by, [first])]),
    ...(to === undefined ? [] : [partyCondition(to, [second])]),
  ];
};

const partyCondition = (party: string, parts: readonly string[]): Condition => {
  const names = parts.map((part) => `'${part}'`).join(", ");
  if (/^[A-Z]{3,4}$/.test(party))
    return {
      sql: `t.id IN (SELECT finding FROM parts WHERE side = ? AND part IN (${names}))`,
      values: [party],
    };
  const words = nameWords(party);
  if (words.length === 0)
    throw new StoreError(`"${party}": is no party; expected a side (CZE) or a name (Lavrov)`);
  const actors = words.map(() => "SELECT actor FROM actor_words WHERE word = ?").join(" INTERSECT ");
  return {
    sql: `t.id IN (SELECT finding FROM parts WHERE part IN (${names}) AND actor IN (${actors}))`,
    values: words,
  };
};

const columnConditions = (layer: Layer, filters: Filters): Condition[] => {
  const { act, type, channel, status, factuality, side, depth, since, until, about } = filters;
  const equal = (column: string, value: string | undefined): Condition[] =>
    value === undefined ? [] : [{ sql: `${column} = ?`, values: [value] }];
  const search =
    layer === "statements"
      ? "t.number IN (SELECT rowid FROM statements_text WHERE statements_text MATCH ?)"
      : "d.number IN (SELECT rowid FROM documents_text WHERE documents_text MATCH ?)";
  return [
    ...(layer === "statements" ? equal("t.act", act) : []),
    ...(layer === "events" ? [...equal("t.type", type), ...equal("t.factuality", factuality)] : []),
    ...(layer === "contacts" ? [...equal("t.channel", channel), ...equal("t.status", status)] : []),
    ...(layer === "statements" && depth !== undefined ? [{ sql: "t.depth >= ?", values: [depth] }] : []),
    ...equal("d.side", side),
    ...(since === undefined ? [] : [{ sql: "t.date >= ?", values: [since] }]),
    ...(until === undefined ? [] : [{ sql: "t.date < ?", values: [`${until}~`] }]),
    ...(about === undefined ? [] : [{ sql: search, values: [about] }]),
  ];
};

const toCursor = (date: string, id: string): string =>
  Buffer.from(JSON.stringify([date, id])).toString("base64url");

const cursorCondition = (cursor: string | undefined): Condition[] => {
  if (cursor === undefined) return [];
  try {
    const [date, id] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as [string, string];
    if (typeof date === "string" && typeof id === "string")
      return [{ sql: "(t.date, t.id) < (?, ?)", values: [date, id] }];
  } catch {
    // Falls through to the one error below.
  }
  throw new StoreError(`"${cursor}": is no cursor; take the "next" of the page before`);
};
