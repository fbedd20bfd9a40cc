// Rows -> CSV after RFC 4180 that no spreadsheet takes for formulas.
import type { Record } from "../record/schema.ts";
import { type Cell, type Table, tableNamed } from "./tables.ts";

/**
 * One line, with its end. A text that a spreadsheet would run as a formula is led by an apostrophe, and so is one that
 * begins with an apostrophe before such a sign, so that taking one apostrophe off restores every text.
 */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(",")}\r\n`;

const csvCell = (cell: Cell): string => {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = /^'*[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/.test(cell) ? `'${cell}` : cell;
  // An empty text is told from no text by its quotes.
  return text === "" || /[",\r\n']|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** One table of all records as CSV, line by line. */
export function* toCsv(records: Iterable<Record>, name: string): Generator<string> {
  const table = tableNamed(name);
  if (table === undefined) return;
  yield headOf(table);
  for (const record of records) for (const row of table.rows(record)) yield csvLine(row);
}

/** The first line: names of the columns. */
export const headOf = ({ columns }: Table): string => csvLine(columns.map(({ name }) => name));

/** Findings of one layer, each from its own record, as CSV with its head. */
export const findingsCsv = (
  layer: "contacts" | "statements" | "events",
  answers: readonly { readonly finding: { readonly id: string }; readonly record: Record }[],
): string => {
  const table = tableNamed(layer)!;
  const rows = answers.flatMap(({ finding, record }) => table.rows({ ...record, [layer]: [finding] }));
  return [headOf(table), ...rows.map(csvLine)].join("");
};

/** Plain rows of one shape as CSV, the keys of the first as its head. */
export const rowsCsv = (rows: readonly { readonly [column: string]: Cell | undefined }[]): string => {
  if (rows.length === 0) return "";
  return [
    csvLine(Object.keys(rows[0]!)),
    ...rows.map((row) => csvLine(Object.values(row).map((cell) => cell ?? null))),
  ].join("");
};
