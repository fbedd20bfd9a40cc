// The columns of the register's two tables, and their rows.
import type { Row } from "./table.ts";

export const peopleColumns = ["person", "gender", "wikidata", "family", "names"] as const;
export const holdersColumns = ["person", "office", "of", "from", "to"] as const;

/** A row that knows its file. */
export type Filed<Column extends string> = Row<Column> & { readonly file: string };
export type PersonRow = Filed<(typeof peopleColumns)[number]>;
export type HolderRow = Filed<(typeof holdersColumns)[number]>;
