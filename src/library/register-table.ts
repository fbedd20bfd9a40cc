// A file of facts about office holders (a Wikidata query result as JSON or CSV, or a table of one's own) -> its rows as they stand.
import { readFileSync } from "node:fs";
import { CsvError, parse } from "csv-parse/sync";
import { decode } from "../import/decode.ts";
import { InputError } from "../import/error.ts";

/** One row by column. `place` names it in messages: the file with the line, or with the number of the result. */
export type FactRow = { readonly place: string; readonly cells: { readonly [column: string]: string } };

/** Reads the file's rows. Throws InputError where it is neither JSON nor a table. */
export const readFacts = (file: string): FactRow[] => {
  const text = decode(bytesOf(file)).replace(/^\uFEFF/, "");
  return /^\s*[[{]/.test(text) ? factsOfJson(text, file) : factsOfTable(text, file);
};

const bytesOf = (file: string): Uint8Array => {
  try {
    return file === "-" ? readFileSync(0) : readFileSync(file);
  } catch {
    throw new InputError(`${file}: not found; check the path`);
  }
};

type Binding = { readonly [column: string]: string | { readonly value?: string } };

/** SPARQL's JSON (`results.bindings`) and the query service's short form (an array of objects). */
const factsOfJson = (text: string, file: string): FactRow[] => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(
      `${file}: is no JSON (${(error as Error).message.slice(0, 80)}); save the result again`,
    );
  }
  const found = Array.isArray(value)
    ? value
    : (value as { results?: { bindings?: unknown } }).results?.bindings;
  if (!Array.isArray(found))
    throw new InputError(
      `${file}: found no results.bindings and no array; expected a query result as the Wikidata query service saves it`,
    );
  const lines = linesOfObjects(text);
  return found.map((binding: Binding, index) => ({
    place: `${file}:${lines[lines.length - found.length + index] ?? 1}`,
    cells: Object.fromEntries(
      Object.entries(binding ?? {}).map(([column, cell]) => [
        column.toLowerCase(),
        typeof cell === "object" && cell !== null ? String(cell.value ?? "") : String(cell),
      ]),
    ),
  }));
};

/** The lines on which the rows begin: objects of the depth of the last array that holds several. */
const linesOfObjects = (text: string): number[] => {
  const starts: { line: number; depth: number }[] = [];
  let [line, depth, quoted] = [1, 0, false];
  for (let at = 0; at < text.length; at++) {
    const one = text[at]!;
    if (one === "\n") line += 1;
    else if (quoted) {
      if (one === "\\") at += 1;
      else if (one === '"') quoted = false;
    } else if (one === '"') quoted = true;
    else if (one === "{" || one === "[") {
      if (one === "{") starts.push({ line, depth });
      depth += 1;
    } else if (one === "}" || one === "]") depth -= 1;
  }
  const rows = text.trimStart().startsWith("[") ? 1 : 3;
  return starts.filter((start) => start.depth === rows).map((start) => start.line);
};

/** CSV or TSV whose first row names the columns; `#` begins a note. */
const factsOfTable = (text: string, file: string): FactRow[] => {
  const first = text.split(/\r?\n/).find((line) => line.trim() !== "" && !line.startsWith("#")) ?? "";
  try {
    const rows = parse(text, {
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      delimiter: first.includes("\t") ? "\t" : ",",
      info: true,
      trim: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      comment: "#",
      comment_no_infix: true,
    }) as unknown as { record: { [column: string]: string }; info: { lines: number } }[];
    return rows.map(({ record, info }) => ({ place: `${file}:${info.lines}`, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new InputError(
      `${file}: is no table (${error.message.slice(0, 100)}); expected CSV with a row of column names`,
    );
  }
};
