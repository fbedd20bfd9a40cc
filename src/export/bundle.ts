// Records -> a bundle: every table as CSV and Parquet, a data package descriptor, a codebook, and a hash of each file.
import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Record } from "../record/schema.ts";
import { csvLine, headOf } from "./csv.ts";
import { parquetOf } from "./parquet.ts";
import { type Table, tables } from "./tables.ts";

type Written = { readonly path: string; readonly bytes: number; readonly hash: string };

/** Writes the bundle into a folder, which it makes, and gives the files. The same records give the same bytes. */
export const writeBundle = (records: () => Iterable<Record>, folder: string): string[] => {
  mkdirSync(folder, { recursive: true });
  const files = writeTables(records(), folder);
  files.push(writeWhole(folder, "codebook.md", codebook()));
  files.push(writeWhole(folder, "datapackage.json", `${JSON.stringify(descriptor(files), null, 2)}\n`));
  writeFileSync(join(folder, "SHA256SUMS"), files.map(({ hash, path }) => `${hash}  ${path}\n`).join(""));
  return [...files.map(({ path }) => path), "SHA256SUMS"];
};

/** All tables in one pass, since opening a record costs more than writing it. */
const writeTables = (records: Iterable<Record>, folder: string): Written[] => {
  const open = tables.map((table) => ({
    table,
    csv: newFile(folder, `${table.name}.csv`),
    parquet: newFile(folder, `${table.name}.parquet`),
    rows: parquetOf(table),
  }));
  for (const { table, csv } of open) csv.write(headOf(table));
  for (const record of records)
    for (const { table, csv, parquet, rows } of open) {
      const made = [...table.rows(record)];
      csv.write(made.map(csvLine).join(""));
      for (const piece of rows.add(made)) parquet.write(piece);
    }
  return open.flatMap(({ csv, parquet, rows }) => {
    for (const piece of rows.end()) parquet.write(piece);
    return [csv.close(), parquet.close()];
  });
};

const writeWhole = (folder: string, path: string, text: string): Written => {
  const file = newFile(folder, path);
  file.write(text);
  return file.close();
};

const newFile = (folder: string, path: string) => {
  const hash = createHash("sha256");
  const file = openSync(join(folder, path), "w");
  let bytes = 0;
  return {
    write(piece: string | Uint8Array) {
      const part = typeof piece === "string" ? Buffer.from(piece) : piece;
      for (let at = 0; at < part.length; ) at += writeSync(file, part, at);
      hash.update(part);
      bytes += part.length;
    },
    close(): Written {
      closeSync(file);
      return { path, bytes, hash: hash.digest("hex") };
    },
  };
};

/** Frictionless Data Package, version 2. */
const descriptor = (files: readonly Written[]): object => ({
  $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
  name: "dragoman-library",
  title: "Contacts, statements and events found by Dragoman",
  resources: files
    .filter(({ path }) => /\.(?:csv|parquet)$/.test(path))
    .map(({ path, bytes, hash }) => {
      const [name = "", format = ""] = path.split(".");
      const table = tables.find((one) => one.name === name)!;
      return {
        name: `${name}-${format}`,
        path,
        format,
        mediatype: format === "csv" ? "text/csv" : "application/vnd.apache.parquet",
        ...(format === "csv" && { encoding: "utf-8", dialect: { delimiter: ",", lineTerminator: "\r\n" } }),
        bytes,
        hash: `sha256:${hash}`,
        description: table.about,
        ...(format === "csv" && { schema: schemaOf(table) }),
      };
    }),
});

const schemaOf = ({ columns }: Table): object => ({
  fields: columns.map(({ name, type, about }) => ({ name, type, description: about })),
  ...(columns.some(({ name }) => name === "id") && { primaryKey: ["id"] }),
});

const codebook = (): string =>
  [
    "# Codebook",
    "",
    "Offsets count Unicode code points of `documents.text`, from 0, the end left out. Lists of ids are parted by a space, lists of words by ` | `. In CSV a text that a spreadsheet would take for a formula is led by an apostrophe; take one off to have it as it was.",
    "",
    ...tables.flatMap(({ name, about, columns }) => [
      `## ${name}`,
      "",
      `${about[0]!.toUpperCase()}${about.slice(1)}.`,
      "",
      "| column | type | what |",
      "| --- | --- | --- |",
      ...columns.map((column) => `| ${column.name} | ${column.type} | ${column.about} |`),
      "",
    ]),
  ].join("\n");
