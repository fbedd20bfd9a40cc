// Records -> one table as Parquet, row group by row group, so that no table needs to fit into memory.
import { ByteWriter, type ColumnSource, ParquetWriter } from "hyparquet-writer";
import type { Record } from "../record/schema.ts";
import { type Cell, type Table, tableNamed } from "./tables.ts";

type Schema = ConstructorParameters<typeof ParquetWriter>[0]["schema"];

/** Rows of a group; with whole texts in them a group has some tens of megabytes. */
const groupRows = 10_000;

/** One table of all records, in pieces of bytes. Strings are UTF-8; every column may be null. */
export function* toParquet(records: Iterable<Record>, name: string): Generator<Uint8Array> {
  const table = tableNamed(name);
  if (table === undefined) return;
  const file = parquetOf(table);
  for (const record of records) yield* file.add(table.rows(record));
  yield* file.end();
}

/** A Parquet file that grows row by row; each call gives the bytes that are done by then. */
export type ParquetFile = {
  readonly add: (rows: Iterable<Cell[]>) => Uint8Array[];
  readonly end: () => Uint8Array[];
};

/** Begins a table's Parquet file. */
export const parquetOf = (table: Table): ParquetFile => {
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({ writer, schema: schemaOf(table), createdBy: "dragoman" });
  let rows: Cell[][] = [];
  const flush = () => {
    if (rows.length > 0) parquet.write({ columnData: columnData(table, rows), rowGroupSize: groupRows });
    rows = [];
  };
  return {
    add(more) {
      for (const row of more) {
        rows.push(row);
        if (rows.length === groupRows) flush();
      }
      return writer.index > 1_000_000 ? [taken(writer)] : [];
    },
    end() {
      flush();
      parquet.finish();
      return [taken(writer)];
    },
  };
};

const taken = (writer: ByteWriter): Uint8Array => {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
};

const types = { string: "BYTE_ARRAY", integer: "INT32", number: "DOUBLE", boolean: "BOOLEAN" } as const;

const schemaOf = ({ columns }: Table): Schema => [
  { name: "root", num_children: columns.length },
  ...columns.map(({ name, type }) => ({
    name,
    type: types[type],
    repetition_type: "OPTIONAL" as const,
    ...(type === "string" && { converted_type: "UTF8" as const }),
  })),
];

const columnData = ({ columns }: Table, rows: readonly (readonly Cell[])[]): ColumnSource[] =>
  columns.map((column, at) => ({ name: column.name, data: rows.map((row) => row[at] ?? null) }));
