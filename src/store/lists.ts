// Filters -> documents, actors and counts of a store, without opening a record.
import { fromCursor, pageSize, toCursor } from "./ask.ts";
import type { Filters } from "./filters.ts";
import type { Store } from "./open-store.ts";
import { countOf } from "./plan.ts";
import { parseQuery } from "./query.ts";
import { nameWords } from "./rows.ts";

/** One document as a list shows it. `version` is 2 for the first change of a text at the same address. */
export type DocumentRow = {
  readonly id: string;
  readonly address: string;
  readonly version: number;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly side: string | null;
  readonly published: string | null;
  /** The words found with those around them, where a search was asked for. */
  readonly snippet?: string;
};

/** One identity: the same person, state or body through all documents. */
export type ActorRow = {
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly country: string | null;
  readonly wikidata: string | null;
  readonly documents: number;
  readonly mentions: number;
};

/** A page of rows. */
export type RowPage<Row> = { readonly rows: readonly Row[]; readonly next?: string };

type Value = string | number;
const listed = "d.number, d.id, d.address, d.version, d.title, d.publisher, d.url, d.side, d.published";

/**
 * Documents by day of publication, newest first unless told. `about` is a query with fields, proximity and SENTENCE; each row
 * has a snippet of its text then, unless told not to.
 */
export const askDocuments = (
  store: Store,
  filters: Filters & { publisher?: string },
  snippets = true,
): RowPage<DocumentRow> => {
  const limit = pageSize(filters.limit);
  const newest = filters.sort !== "oldest";
  const { query, where, values } = documentConditions(store, filters, limit + 1);
  if (filters.cursor !== undefined) {
    where.push(`(ifnull(d.published, ''), d.id) ${newest ? "<" : ">"} (?, ?)`);
    values.push(...fromCursor(filters.cursor, 2));
  }
  const sql = `SELECT ${listed} FROM documents d ${where.length === 0 ? "" : `WHERE ${where.join(" AND ")}`}
    ORDER BY ifnull(d.published, '') ${newest ? "DESC" : "ASC"}, d.id ${newest ? "DESC" : "ASC"}`;
  return collect(store, sql, values, limit, query, snippets);
};

/** What documents must be for the filters, as SQL about `d`; so many are wanted, which decides how they are found. */
export const documentConditions = (
  store: Store,
  filters: Filters & { publisher?: string },
  wanted: number,
) => {
  const query = filters.about === undefined ? undefined : parseQuery(filters.about);
  const where: string[] = [];
  const values: Value[] = [];
  const require = (sql: string, ...needed: Value[]) => {
    where.push(sql);
    values.push(...needed);
  };
  const asked: { [field: string]: string | undefined } = {};
  for (const { field, value } of query?.filters ?? []) asked[field] = value;
  const { publisher = asked.publisher, side = asked.side } = filters;
  const since = filters.since ?? asked.since ?? asked.date;
  const until = filters.until ?? asked.until ?? asked.date;
  if (query && query.match !== "") require(found(store, query.match, wanted), query.match);
  if (publisher !== undefined) require("d.publisher = ?", publisher);
  if (side !== undefined) require("d.side = ?", side);
  if (asked.url !== undefined) require("instr(d.url, ?) > 0", asked.url);
  if (asked.language !== undefined) require("d.language = ?", asked.language);
  if (since !== undefined) require("d.published >= ?", since);
  if (until !== undefined) require("d.published < ?", `${until}~`);
  return { query, where, values };
};

/** The text of a document; empty where there is none of this id. */
export const textOf = (store: Store, id: string): string =>
  (store.prepare("SELECT text FROM documents WHERE id = ?").get(id)?.text as string | undefined) ?? "";

/** So many hits are counted. */
const most = 5_000;

/** Few hits are fetched and sorted; of many, the first are met soon on the way through the days. */
const found = (store: Store, match: string, limit: number): string => {
  const hits = "SELECT rowid FROM documents_text WHERE documents_text MATCH ?";
  // How far is counted: of what is more frequent, the last number that the count came to tells how dense it is.
  const row = store
    .prepare(`SELECT count(*) AS counted, max(rowid) AS reached FROM (${hits} LIMIT ${most})`)
    .get(match);
  const counted = Math.max(1, Number(row?.counted));
  const all = countOf(store, "documents");
  const count = counted < most ? counted : (all * counted) / Math.max(counted, Number(row?.reached));
  const passed = Math.min(limit / count, 1) * all;
  // Microseconds a row, measured on a library of 100,000 documents; what counts is how they stand to each other.
  const ways: [cost: number, sql: string][] = [
    [count * 1.4, `d.number IN (${hits})`],
    [count * 0.15 + passed * 0.1, `+d.number IN (${hits})`],
    [passed * 45, "EXISTS (SELECT 1 FROM documents_text WHERE rowid = d.number AND documents_text MATCH ?)"],
  ];
  return ways.reduce((a, b) => (b[0] < a[0] ? b : a))[1];
};

const collect = (
  store: Store,
  sql: string,
  values: readonly Value[],
  limit: number,
  query: ReturnType<typeof parseQuery> | undefined,
  snippets: boolean,
): RowPage<DocumentRow> => {
  const rows: DocumentRow[] = [];
  const holds = query?.holds;
  const words = query ? snippetWords(query.match) : [];
  const text = store.prepare("SELECT text FROM documents WHERE number = ?");
  const asked = holds
    ? store.prepare(sql).iterate(...values)
    : store.prepare(`${sql} LIMIT ?`).all(...values, limit + 1);
  for (const { number, ...row } of asked) {
    const whole = query && (snippets || holds) ? (text.get(number as number)?.text as string) : "";
    if (holds && !holds(whole)) continue;
    if (rows.length === limit) {
      const last = rows.at(-1)!;
      return { rows, next: toCursor([last.published ?? "", last.id]) };
    }
    rows.push({
      ...(row as unknown as DocumentRow),
      ...(query && snippets && { snippet: snippetOf(whole, words) }),
    });
  }
  return { rows };
};

const snippetWords = (match: string): string[] =>
  [...match.matchAll(/"([^"]+)"/g)].map((found) => found[1]!.split(" ")[0]!);

/** The first place where a word of the query stands, with some words around it. */
const snippetOf = (text: string, words: readonly string[]): string => {
  const plain = text.slice(0, 200_000).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const places = words.map((word) => plain.indexOf(word)).filter((place) => place >= 0);
  const at = places.length === 0 ? 0 : Math.min(...places);
  const start = at <= 60 ? 0 : text.indexOf(" ", at - 60) + 1 || at;
  const piece = text
    .slice(start, start + 160)
    .replace(/\s+/g, " ")
    .trim();
  return `${start > 0 ? "… " : ""}${piece}${start + 160 < text.length ? " …" : ""}`;
};

/** Actors, those of most documents first. `by` holds words of the name, `side` a country. */
export const askActors = (store: Store, filters: Filters & { kind?: string }): RowPage<ActorRow> => {
  const limit = pageSize(filters.limit);
  const words = filters.by === undefined ? [] : nameWords(filters.by);
  const after = filters.cursor === undefined ? undefined : fromCursor(filters.cursor, 2);
  const where = [
    ...words.map(() => "key IN (SELECT key FROM identity_words WHERE word = ?)"),
    ...(filters.side === undefined ? [] : ["country = ?"]),
    ...(filters.kind === undefined ? [] : ["kind = ?"]),
    ...(after ? ["(documents, key) < (?, ?)"] : []),
  ];
  const rows = store
    .prepare(
      `SELECT * FROM identities ${where.length === 0 ? "" : `WHERE ${where.join(" AND ")}`}
       ORDER BY documents DESC, key DESC LIMIT ?`,
    )
    .all(
      ...words,
      ...(filters.side === undefined ? [] : [filters.side]),
      ...(filters.kind === undefined ? [] : [filters.kind]),
      ...(after ?? []),
      limit + 1,
    ) as unknown as ActorRow[];
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return rows.length > limit && last
    ? { rows: shown, next: toCursor([last.documents, last.key]) }
    : { rows: shown };
};

/** How many there are: `all` by layer; documents by publisher, side, month; findings by act, channel, status, type. */
export type Stats = { readonly [what: string]: { readonly [name: string]: number } };

/** Counts of the whole library, the largest first. */
export const askStats = (store: Store): Stats => {
  const stats: { [what: string]: { [name: string]: number } } = {};
  const rows = store
    .prepare("SELECT what, name, count FROM counts WHERE count > 0 ORDER BY what, count DESC, name")
    .all();
  for (const { what, name, count } of rows) {
    stats[what as string] ??= {};
    stats[what as string]![name as string] = count as number;
  }
  const all = store.prepare("SELECT count(*) AS actors FROM identities").get();
  return { ...stats, all: { ...stats.all, actors: Number(all?.actors ?? 0) } };
};

/** Ids of all documents, sorted, so that whoever goes through them meets the same order every time. */
export function* documentIds(
  store: Store,
  filters: Pick<Filters, "since" | "until" | "side"> = {},
): Generator<string> {
  const { since, until, side } = filters;
  const where = [
    ...(since === undefined ? [] : ["published >= ?"]),
    ...(until === undefined ? [] : ["published < ?"]),
    ...(side === undefined ? [] : ["side = ?"]),
  ];
  const values = [since, until === undefined ? undefined : `${until}~`, side].filter(
    (value) => value !== undefined,
  );
  const sql = `SELECT id FROM documents ${where.length === 0 ? "" : `WHERE ${where.join(" AND ")}`} ORDER BY id`;
  for (const { id } of store.prepare(sql).iterate(...values)) yield id as string;
}
