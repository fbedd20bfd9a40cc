// JSON Lines and CSV -> a document a row, read as a stream.

import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { decode, decoderOf } from "./decode.ts";
import { InputError } from "./error.ts";
import { linesOf } from "./lines.ts";
import { takeRow } from "./row.ts";
import { type ImportOptions, largest, type Source, type Taken } from "./source.ts";

/** One JSON object a line. A bad line is a problem of its own; the others are taken. */
export async function* takeJsonLines(source: Source, options: ImportOptions): AsyncGenerator<Taken> {
  for await (const { number, bytes } of linesOf(source.open(), largest.line)) {
    const place = `${source.name}:${number}`;
    if (bytes === undefined) {
      yield {
        kind: "problem",
        address: place,
        problem: "is a line of more than 32 MB; expected one JSON object",
      };
      continue;
    }
    const text = decode(bytes).replace(/^\uFEFF/, "");
    if (text.trim() === "") continue;
    const row = parseObject(text);
    if (typeof row === "string") yield { kind: "problem", address: place, problem: row };
    else yield takeRow(row, source.name, place, options);
  }
}

/** One JSON value: an array of objects is a table, an object a row (or the rows under `items`, `articles`, `documents`). */
export const rowsOfJson = (text: string): object[] | string => {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return value.filter((one) => typeof one === "object" && one !== null);
    if (typeof value !== "object" || value === null)
      return "found no JSON object; expected one, or an array of them";
    for (const key of ["articles", "documents", "rows", "items"]) {
      const inner = (value as { [key: string]: unknown })[key];
      if (Array.isArray(inner)) return inner.filter((one) => typeof one === "object" && one !== null);
    }
    return [value];
  } catch (error) {
    return `is no JSON (${brief(error)})`;
  }
};

const parseObject = (text: string): object | string => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
    return "found no JSON object; expected one on each line";
  } catch (error) {
    return `is no JSON (${brief(error)}); expected one object on each line`;
  }
};

const brief = (error: unknown): string => (error as Error).message.replace(/\s+/g, " ").slice(0, 80);

/** CSV or TSV whose first row names the columns. */
export async function* takeTable(
  source: Source,
  options: ImportOptions,
  tabs: boolean,
): AsyncGenerator<Taken> {
  const text = textOf(source);
  const head = await text.next();
  const first = head.done ? "" : head.value;
  if (first.includes("\0")) throw new InputError(`${source.name}: found binary data; expected a table`);
  const parser = parse({
    columns: true,
    bom: true,
    delimiter: tabs ? "\t" : delimiterOf(first),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: largest.line,
  });
  const input = Readable.from(
    (async function* () {
      yield first;
      yield* text;
    })(),
  );
  input.on("error", (error) => parser.destroy(error));
  input.pipe(parser);
  let number = 1;
  try {
    for await (const row of parser) {
      number += 1;
      // Spreadsheets leave rows of nothing but separators.
      if (Object.values(row as object).some((cell) => cell !== ""))
        yield takeRow(row as object, source.name, `${source.name}:${number}`, options);
    }
    if (number === 1)
      throw new InputError(
        `${source.name}: holds no rows; expected a first row of names and a text in each other`,
      );
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (!(error instanceof CsvError)) throw error;
    yield {
      kind: "problem",
      address: `${source.name}:${number + 1}`,
      problem: `is no CSV from here on (${brief(error)})`,
    };
  } finally {
    input.destroy();
  }
}

/** The sign that parts the columns is the one that the first row has most of. */
const delimiterOf = (text: string): string => {
  const head = (/^[^\r\n]*/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const count = (sign: string): number => head.split(sign).length;
  return [",", ";", "\t", "|"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
};

/** Tables are often not UTF-8; the character set is told from the first chunk. */
async function* textOf(source: Source): AsyncGenerator<string> {
  let decoder: ReturnType<typeof decoderOf> | undefined;
  for await (const chunk of source.open()) {
    decoder ??= decoderOf(chunk);
    yield decoder.decode(chunk, { stream: true });
  }
  if (decoder) yield decoder.decode();
}
