// A person's decisions about findings, kept beside what the machine found.
import type { Correction } from "./correct.ts";
import type { Store } from "./open-store.ts";

/** The corrections of a document that stand, in the order in which they were made. */
export const correctionsOf = (store: Store, document: string): Correction[] =>
  store
    .prepare(
      "SELECT number, finding, kind, value FROM corrections WHERE document = ? AND NOT undone ORDER BY number",
    )
    .all(document)
    .map((row) => ({
      ...row,
      value: row.value === null ? undefined : JSON.parse(row.value as string),
    })) as Correction[];
