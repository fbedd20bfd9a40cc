// Filters -> SQL conditions, each in two forms: as what drives the query, and as what a row is held against.
import type { Filters } from "./filters.ts";
import { type Store, StoreError } from "./open-store.ts";
import { parseQuery } from "./query.ts";
import { nameWords } from "./rows.ts";

type Value = string | number;

/**
 * One condition. `list` selects the `column` of all rows that meet it, `check` holds for a row `t` that does; `whole`
 * does too, but makes its list once instead of asking for each row, which pays where many rows are held against it.
 */
export type Condition = {
  readonly column: "id" | "document" | "number";
  readonly list: string;
  readonly check: string;
  readonly whole?: string;
  readonly values: readonly Value[];
};

export type Layer = "contacts" | "statements" | "events";

/** So many rows are sooner fetched and sorted than met on the way through the dates. */
export const few = 4_000;
/** Two conditions that many rows meet may have next to none in common: then a longer list is still the shorter way. */
const manyTogether = 50_000;

/** The condition that is best gone through first: the one that fewest rows meet, if they are few. */
export const driving = (store: Store, conditions: readonly Condition[]): Condition | undefined => {
  const most = conditions.length > 1 ? manyTogether : few;
  let best: { condition: Condition; count: number } | undefined;
  for (const condition of conditions) {
    const sql = `SELECT count(*) AS count FROM (${condition.list} LIMIT ${best?.count ?? most})`;
    const count = Number(store.prepare(sql).get(...condition.values)?.count);
    if (count < (best?.count ?? most)) best = { condition, count };
    if (count === 0) break;
  }
  return best?.condition;
};

/** Conditions on who takes part. */
export const partyConditions = ({ between = [], by, to }: Filters, parts: readonly string[]): Condition[] => {
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
      column: "id",
      list: `SELECT DISTINCT finding AS id FROM parts WHERE part IN (${names}) AND side = ?`,
      check: `EXISTS (SELECT 1 FROM parts WHERE finding = t.id AND part IN (${names}) AND side = ?)`,
      values: [party],
    };
  if (party.startsWith("key:"))
    return {
      column: "id",
      list: `SELECT DISTINCT p.finding AS id FROM actors a CROSS JOIN parts p ON p.actor = a.id
        WHERE a.key = ? AND p.part IN (${names})`,
      check: `EXISTS (SELECT 1 FROM parts p CROSS JOIN actors a ON a.id = p.actor AND a.key = ?
        WHERE p.finding = t.id AND p.part IN (${names}))`,
      values: [party.slice(4)],
    };
  const words = nameWords(party);
  if (words.length === 0)
    throw new StoreError(`"${party}": is no party; expected a side (CZE) or a name (Lavrov)`);
  // Word by word along the keys: a list of actors, put together anew for each row, would take seconds for a common name.
  const others = words
    .slice(1)
    .map(() => " AND EXISTS (SELECT 1 FROM actor_words o WHERE o.word = ? AND o.actor = p.actor)")
    .join("");
  return {
    column: "id",
    list: `SELECT DISTINCT p.finding AS id FROM actor_words w CROSS JOIN parts p ON p.actor = w.actor
      WHERE w.word = ? AND p.part IN (${names})${others}`,
    check: `EXISTS (SELECT 1 FROM parts p CROSS JOIN actor_words w ON w.actor = p.actor AND w.word = ?
      WHERE p.finding = t.id AND p.part IN (${names})${others})`,
    values: words,
  };
};

/** Conditions on a finding's own columns, on its document and its words. */
export const columnConditions = (layer: Layer, filters: Filters): Condition[] => {
  const { act, type, channel, status, factuality, side, depth, about } = filters;
  const own = (column: string, value: Value | undefined, sign = "="): Condition[] =>
    value === undefined
      ? []
      : [
          {
            column: "id",
            list: `SELECT id FROM ${layer} WHERE ${column} ${sign} ?`,
            check: `t.${column} ${sign} ?`,
            values: [value],
          },
        ];
  return [
    ...(layer === "statements" ? [...own("act", act), ...own("depth", depth, ">=")] : []),
    ...(layer === "events" ? [...own("type", type), ...own("factuality", factuality)] : []),
    ...(layer === "contacts" ? [...own("channel", channel), ...own("status", status)] : []),
    ...(side === undefined
      ? []
      : [
          {
            column: "document" as const,
            list: "SELECT id AS document FROM documents WHERE side = ?",
            check: "(SELECT side FROM documents WHERE id = t.document) = ?",
            values: [side],
          },
        ]),
    ...(about === undefined ? [] : [aboutCondition(layer, about)]),
  ];
};

const aboutCondition = (layer: Layer, about: string): Condition => {
  const values = [parseQuery(about, false).match];
  if (layer === "statements")
    return {
      column: "number",
      list: "SELECT rowid AS number FROM statements_text WHERE statements_text MATCH ?",
      check: "EXISTS (SELECT 1 FROM statements_text WHERE rowid = t.number AND statements_text MATCH ?)",
      // The plus keeps SQLite from looking rows up by this list, once for each row that drives.
      whole: "+t.number IN (SELECT rowid FROM statements_text WHERE statements_text MATCH ?)",
      values,
    };
  return {
    column: "document",
    list: "SELECT d.id AS document FROM documents_text CROSS JOIN documents d ON d.number = documents_text.rowid WHERE documents_text MATCH ?",
    check:
      "EXISTS (SELECT 1 FROM documents_text WHERE rowid = (SELECT number FROM documents WHERE id = t.document) AND documents_text MATCH ?)",
    whole:
      "(SELECT number FROM documents WHERE id = t.document) IN (SELECT rowid FROM documents_text WHERE documents_text MATCH ?)",
    values,
  };
};
