// Filters -> findings of a store, by date, a page at a time.
import type { Record, RecordContact, RecordEvent, RecordStatement } from "../record/schema.ts";
import { type Condition, columnConditions, type Layer, partyConditions } from "./conditions.ts";
import { correct } from "./correct.ts";
import { correctionsOf } from "./corrections.ts";
import type { Filters } from "./filters.ts";
import { type Store, StoreError } from "./open-store.ts";
import { plan } from "./plan.ts";
import { unpack } from "./rows.ts";

export type { Filters } from "./filters.ts";

/** One finding with the record it stands in. */
export type Answer<Finding> = { readonly finding: Finding; readonly record: Record };

/** A page of answers; `next` is there where more follow. */
export type Page<Finding> = { readonly answers: readonly Answer<Finding>[]; readonly next?: string };

/** Contacts. */
export const askContacts = (store: Store, filters: Filters): Page<RecordContact> =>
  ask(store, "contacts", filters, ["participant"]);

/** Statements. `by` asks for speakers, `to` for addressees. */
export const askStatements = (store: Store, filters: Filters): Page<RecordStatement> =>
  ask(store, "statements", filters, ["speaker", "addressee"]);

/** Events. `by` asks for actors, `to` for recipients. */
export const askEvents = (store: Store, filters: Filters): Page<RecordEvent> =>
  ask(store, "events", filters, ["actor", "recipient"]);

type IdRow = { id: string; date: string; document: string };

const ask = <Finding extends { id: string }>(
  store: Store,
  layer: Layer,
  filters: Filters,
  parts: readonly string[],
): Page<Finding> => {
  const limit = pageSize(filters.limit);
  const conditions = [...partyConditions(filters, parts), ...columnConditions(layer, filters)];
  const { sql, values } = question(store, layer, conditions, filters);
  const rows = store.prepare(sql).all(...values, limit + 1) as unknown as IdRow[];
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
  return rows.length > limit && last ? { answers, next: toCursor([last.date, last.id]) } : { answers };
};

const question = (store: Store, layer: Layer, conditions: readonly Condition[], filters: Filters) => {
  const { driver, where: held, values } = plan(store, layer, conditions, pageSize(filters.limit) + 1);
  const { since, until, sort = "newest", cursor } = filters;
  const after = cursor === undefined ? undefined : fromCursor(cursor, 2);
  const where = [
    ...held,
    ...(since === undefined ? [] : ["t.date >= ?"]),
    ...(until === undefined ? [] : ["t.date < ?"]),
    ...(after === undefined
      ? []
      : [sort === "newest" ? "(t.date, t.id) < (?, ?)" : "(t.date, t.id) > (?, ?)"]),
  ];
  const from = driver
    ? `(${driver.list}) r CROSS JOIN ${layer} t ON t.${driver.column} = r.${driver.column}`
    : `${layer} t`;
  const order = sort === "newest" ? "t.date DESC, t.id DESC" : "t.date, t.id";
  return {
    sql: `SELECT t.id AS id, t.date AS date, t.document AS document FROM ${from}
      ${where.length === 0 ? "" : `WHERE ${where.join(" AND ")}`} ORDER BY ${order} LIMIT ?`,
    values: [
      ...(driver?.values ?? []),
      ...values,
      ...(since === undefined ? [] : [since]),
      ...(until === undefined ? [] : [`${until}~`]),
      ...(after ?? []),
    ],
  };
};

/** The record of a document, by its id, with a person's corrections over it. */
export const getRecord = (store: Store, id: string): Record | undefined => {
  const record = getMachineRecord(store, id);
  return record && correct(record, correctionsOf(store, id));
};

/** The record as the machine made it. */
export const getMachineRecord = (store: Store, id: string): Record | undefined => {
  const row = store.prepare("SELECT text, record FROM documents WHERE id = ?").get(id);
  return row ? unpack(row) : undefined;
};

/** Bytes of a stored record without its text, which say how long it takes to open; 0 where there is none of this id. */
export const recordSize = (store: Store, id: string): number =>
  Number(store.prepare("SELECT length(record) AS size FROM documents WHERE id = ?").get(id)?.size ?? 0);

/** How many answers a page has: 50 unless told, 1000 at most. */
export const pageSize = (limit = 50): number => Math.max(1, Math.min(Math.floor(limit), 1000));

/** A place in a sorted list, opaque to whoever carries it. */
export const toCursor = (place: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(place)).toString("base64url");

/** The place of a cursor. Throws StoreError for what is none. */
export const fromCursor = (cursor: string, length: number): (string | number)[] => {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const whole = Array.isArray(place) && place.length === length;
    if (whole && place.every((part) => typeof part === "string" || typeof part === "number")) return place;
  } catch {
    // Falls through to the one error below.
  }
  throw new StoreError(`"${cursor}": is no cursor; take the "next" of the page before`);
};
