// Filters -> SQL conditions, each in two forms: as what drives the query, and as what a row is held against.
import type { Filters } from "./filters.ts";
import { StoreError } from "./open-store.ts";
import { parseQuery } from "./query.ts";
import { nameWords } from "./rows.ts";

export type Value = string | number;

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
  /** About how many meet it: rows to count (`number` where they come by it), by the first value; or a count that is kept. */
  readonly count: string | { readonly what: string; readonly name: string };
  /** Microseconds that a check takes, and a row of the list. */
  readonly cost: { readonly check: number; readonly row: number };
  /** True where an index has the rows that meet it by date. */
  readonly ordered?: boolean;
};

export type Layer = "contacts" | "statements" | "events";

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
      count: `SELECT NULL AS number FROM parts WHERE side = ? AND part IN (${names})`,
      cost: { check: 1.2, row: 1 },
    };
  if (party.startsWith("key:")) {
    const from = `FROM actors a CROSS JOIN parts p ON p.actor = a.id WHERE a.key = ? AND p.part IN (${names})`;
    return {
      column: "id",
      list: `SELECT DISTINCT p.finding AS id ${from}`,
      check: `EXISTS (SELECT 1 FROM parts p CROSS JOIN actors a ON a.id = p.actor AND a.key = ?
        WHERE p.finding = t.id AND p.part IN (${names}))`,
      whole: `+t.id IN (SELECT p.finding ${from})`,
      values: [party.slice(4)],
      count: "SELECT NULL AS number FROM actors WHERE key = ?",
      cost: { check: 5, row: 5 },
    };
  }
  const words = nameWords(party);
  if (words.length === 0)
    throw new StoreError(`"${party}": is no party; expected a side (CZE) or a name (Lavrov)`);
  // Word by word along the keys: a list of actors, put together anew for each row, would take seconds for a common name.
  const others = words
    .slice(1)
    .map(() => " AND EXISTS (SELECT 1 FROM actor_words o WHERE o.word = ? AND o.actor = p.actor)")
    .join("");
  const from = `FROM actor_words w CROSS JOIN parts p ON p.actor = w.actor
      WHERE w.word = ? AND p.part IN (${names})${others}`;
  return {
    column: "id",
    list: `SELECT DISTINCT p.finding AS id ${from}`,
    check: `EXISTS (SELECT 1 FROM parts p CROSS JOIN actor_words w ON w.actor = p.actor AND w.word = ?
      WHERE p.finding = t.id AND p.part IN (${names})${others})`,
    whole: `+t.id IN (SELECT p.finding ${from})`,
    values: words,
    count: "SELECT NULL AS number FROM actor_words WHERE word = ?",
    cost: { check: 5, row: 5 },
  };
};

/** Columns whose values the store counts. */
const counted = ["act", "type", "channel", "status"];

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
            // The plus keeps SQLite from an index that is not by date.
            check: `${sign === "=" ? "" : "+"}t.${column} ${sign} ?`,
            values: [value],
            count: counted.includes(column)
              ? { what: column, name: String(value) }
              : `SELECT NULL AS number FROM ${layer} WHERE ${column} ${sign} ?`,
            cost: { check: 0.1, row: 0.15 },
            ordered: sign === "=",
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
            whole: "+t.document IN (SELECT id FROM documents WHERE side = ?)",
            values: [side],
            count: { what: "side", name: side },
            cost: { check: 6, row: 1 },
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
      count: "SELECT rowid AS number FROM statements_text WHERE statements_text MATCH ?",
      cost: { check: 30, row: 0.15 },
    };
  return {
    column: "document",
    list: "SELECT d.id AS document FROM documents_text CROSS JOIN documents d ON d.number = documents_text.rowid WHERE documents_text MATCH ?",
    check:
      "EXISTS (SELECT 1 FROM documents_text WHERE rowid = (SELECT number FROM documents WHERE id = t.document) AND documents_text MATCH ?)",
    whole:
      "(SELECT number FROM documents WHERE id = t.document) IN (SELECT rowid FROM documents_text WHERE documents_text MATCH ?)",
    values,
    count: "SELECT rowid AS number FROM documents_text WHERE documents_text MATCH ?",
    cost: { check: 30, row: 0.15 },
  };
};
