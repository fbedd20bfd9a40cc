// Tables: tab-separated text with a header row, `#` lines for notes, one fact a line, each row knowing its line.
import { LanguageError } from "./error.ts";
import { readText } from "./home.ts";

/** A row by column name; empty cells are empty strings. `line` counts from 1. */
export type Row<Column extends string> = { readonly [column in Column]: string } & { readonly line: number };

/**
 * Reads `path` (relative to the package) as a table with just these columns, in this order.
 * Throws LanguageError with file and line for a wrong header or a row with another number of cells;
 * trailing empty cells may be left out.
 */
export const readTable = <const Column extends string>(
  path: string,
  columns: readonly Column[],
): Row<Column>[] => parseTable(readText(path), path, columns);

/** The same for text that is already at hand; `path` is for messages only. */
export const parseTable = <const Column extends string>(
  text: string,
  path: string,
  columns: readonly Column[],
): Row<Column>[] => {
  const rows: Row<Column>[] = [];
  let headed = false;
  let number = 0;
  for (const line of text.split(/\r?\n/)) {
    number += 1;
    if (line.trim() === "" || line.startsWith("#")) continue;
    const cells = line.split("\t").map((cell) => cell.trim());
    if (!headed) {
      if (cells.join("\t") !== columns.join("\t"))
        throw new LanguageError(
          path,
          number,
          `header is "${cells.join(" | ")}", expected "${columns.join(" | ")}"`,
        );
      headed = true;
      continue;
    }
    if (cells.length > columns.length)
      throw new LanguageError(
        path,
        number,
        `${cells.length} cells, expected ${columns.length} (${columns.join(", ")})`,
      );
    const row: { [key: string]: string | number } = { line: number };
    columns.forEach((column, at) => {
      row[column] = cells[at] ?? "";
    });
    rows.push(row as Row<Column>);
  }
  return rows;
};

/** The non-empty parts of a cell that lists several values, `a | b | c`. */
export const cellList = (cell: string): string[] =>
  cell
    .split("|")
    .map((part) => part.trim())
    .filter((part) => part !== "");
