// Filters on documents -> how many there are by publisher, side and year.
import type { Filters } from "./filters.ts";
import { documentConditions } from "./lists.ts";
import type { Store } from "./open-store.ts";

/** Documents counted; the largest groups first. `exact` is false where not all were counted, or a SENTENCE was left to the text. */
export type Facets = {
  readonly documents: number;
  readonly exact: boolean;
  readonly publisher: readonly Facet[];
  readonly side: readonly Facet[];
  readonly year: readonly Facet[];
};
export type Facet = { readonly name: string; readonly count: number };

/** So many documents are counted. */
const most = 10_000;
const groups = 100;

/** Counts documents. */
export const askFacets = (store: Store, filters: Filters & { publisher?: string }): Facets => {
  const { query, where, values } = documentConditions(store, filters, most);
  const rows = store
    .prepare(
      `SELECT publisher, side, year, count(*) AS count FROM (
         SELECT d.publisher AS publisher, d.side AS side, substr(d.published, 1, 4) AS year FROM documents d
         ${where.length === 0 ? "" : `WHERE ${where.join(" AND ")}`} LIMIT ${most})
       GROUP BY publisher, side, year`,
    )
    .all(...values) as ({ [column in "publisher" | "side" | "year"]: string | null } & { count: number })[];
  const documents = rows.reduce((sum, { count }) => sum + count, 0);
  const by = (column: "publisher" | "side" | "year"): Facet[] => {
    const counts = new Map<string, number>();
    for (const row of rows)
      if (row[column] !== null) counts.set(row[column], (counts.get(row[column]) ?? 0) + row.count);
    return [...counts]
      .map(([name, count]) => ({ name, count }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
      .slice(0, groups);
  };
  return {
    documents,
    exact: documents < most && query?.holds === undefined,
    publisher: by("publisher"),
    side: by("side"),
    year: by("year"),
  };
};
