// `dragoman export FORM`: the library's records as a file, or as a folder of files.
import { closeSync, openSync, writeSync } from "node:fs";
import { Argument, Command, Option } from "commander";
import { writeBundle } from "../export/bundle.ts";
import { exporters } from "../export/exporters.ts";
import { tables } from "../export/tables.ts";
import type { Record } from "../record/schema.ts";
import { getRecord } from "../store/ask.ts";
import { documentIds } from "../store/lists.ts";
import { isoDate } from "./ask.ts";
import { UsageError } from "./exit.ts";
import { existingLibrary, type LibraryFlags, withLibrary } from "./library.ts";

type Flags = LibraryFlags & { table: string; output?: string; since?: string; until?: string; side?: string };

export const exportCommand = withLibrary(
  new Command("export")
    .description(
      "Write the library's records in another form, sorted by id: the same library gives the same bytes",
    )
    .addArgument(
      new Argument("<form>", "the form").choices([...exporters.map(({ name }) => name), "bundle"]),
    ),
)
  .option("-o, --output <file>", "where to write (a folder for a bundle); standard output unless given")
  .addOption(
    new Option("--table <name>", "which table, for csv and parquet")
      .choices(tables.map(({ name }) => name))
      .default("contacts"),
  )
  .option("--since <date>", "documents published from this day, month or year on", isoDate)
  .option("--until <date>", "documents published up to and with this day, month or year", isoDate)
  .option("--side <code>", "documents of this side")
  .addHelpText(
    "after",
    `
Forms:
${exporters.map(({ name, about }) => `  ${name.padEnd(13)}${about}`).join("\n")}
  bundle       every table as CSV and Parquet with a descriptor, a codebook and hashes

Examples:
  dragoman export jsonl > records.jsonl
  dragoman export csv --table statements -o statements.csv
  dragoman export gexf --since 2022 -o network.gexf
  dragoman export bundle -o bundle/`,
  )
  .action((form: string, flags: Flags) => {
    const store = existingLibrary(flags);
    const records = function* (): Generator<Record> {
      for (const id of documentIds(store, flags)) {
        const record = getRecord(store, id);
        if (record) yield record;
      }
    };
    if (form === "bundle") {
      if (flags.output === undefined)
        throw new UsageError("a bundle is a folder; say where with --output FOLDER");
      const files = writeBundle(records, flags.output);
      console.log(`${files.length} files in ${flags.output}`);
    } else {
      const exporter = exporters.find(({ name }) => name === form)!;
      if (form === "parquet" && flags.output === undefined && process.stdout.isTTY)
        throw new UsageError("Parquet is not for a terminal; say where to write with --output FILE");
      writeOut(exporter.write(records, flags.table), flags.output);
    }
    store.close();
  });

const writeOut = (pieces: Iterable<string | Uint8Array>, path: string | undefined): void => {
  const file = path === undefined ? 1 : openSync(path, "w");
  for (const piece of pieces) writeAll(file, typeof piece === "string" ? Buffer.from(piece) : piece);
  if (path !== undefined) closeSync(file);
};

/** A pipe may take only a part at a time, or ask to wait; whoever reads it may go away. */
const writeAll = (file: number, bytes: Uint8Array): void => {
  for (let at = 0; at < bytes.length; )
    try {
      at += writeSync(file, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EPIPE") process.exit(0);
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
};
