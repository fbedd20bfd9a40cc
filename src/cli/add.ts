// `dragoman add SOURCE…` and `dragoman retry`: what is named is read and kept in the library.
import { availableParallelism } from "node:os";
import { Command, InvalidArgumentError, Option } from "commander";
import { forms } from "../import/form.ts";
import { parseColumns } from "../import/row.ts";
import type { ImportOptions } from "../import/source.ts";
import { type AddOptions, add, noTally, type Tally, uploaded } from "../library/add.ts";
import { makeReader } from "../library/reader.ts";
import { registerFolder } from "../library/register-folder.ts";
import { clearFailures, failuresOf } from "../store/failures.ts";
import type { Store } from "../store/open-store.ts";
import { exit, UsageError } from "./exit.ts";
import { type HeaderFlags, toHeader, withHeaderFlags } from "./inputs.ts";
import { existingLibrary, type LibraryFlags, libraryFile, openLibrary, withLibrary } from "./library.ts";
import { plain } from "./style.ts";

type RunFlags = LibraryFlags & { threads: number; json?: boolean };
type Flags = HeaderFlags & RunFlags & { columns?: string; as?: string };

const withRun = (command: Command): Command =>
  withLibrary(command)
    .option("--threads <number>", "worker threads", count, availableParallelism())
    .option("--json", "print one JSON line for each document once it is on disk");

const count = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 64)
    throw new InvalidArgumentError("expected 1 to 64");
  return number;
};

export const addCommand = withHeaderFlags(
  withRun(
    new Command("add")
      .description("Read what is named and keep it in the library; what is kept already is passed over")
      .argument("[sources...]", "files, folders, URLs of pages and feeds, or - for standard input"),
  ),
)
  .option("--columns <mapping>", "columns of JSON Lines and CSV: text=body,date=day,title=headline,url=link")
  .addOption(
    new Option("--as <form>", "take the sources as this form, whatever they look like").choices(forms),
  )
  .addHelpText(
    "after",
    `
Taken in: text, Markdown, HTML, RSS, Atom, JSON Feed, OPML, JSON Lines, JSON, CSV, TSV, WARC, PDF, and ZIP or gzip of these.
What fails is listed by \`dragoman failures\` and tried again by \`dragoman retry\`.

Examples:
  dragoman add inbox/
  dragoman add reports.jsonl --columns text=body,date=day
  dragoman add readout.html --side USA
  curl -s https://example.org/feed.xml | dragoman add -`,
  )
  .action(async (sources: string[], flags: Flags) => {
    const imports: ImportOptions = {
      header: toHeader(flags),
      columns: flags.columns === undefined ? {} : columnsOf(flags.columns),
      ...(flags.as !== undefined && { form: flags.as }),
    };
    const names = sources.length === 0 ? ["-"] : sources;
    const store = openLibrary(flags);
    const done = await run(flags, (how) => add(store, names, { ...how, imports }));
    finish(store, flags, done);
  });

const columnsOf = (text: string): ImportOptions["columns"] => {
  try {
    return parseColumns(text);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
};

export const retryCommand = withRun(new Command("retry").description("Try again what could not be added"))
  .addHelpText("after", "\nExamples:\n  dragoman retry\n  dragoman retry --library news.sqlite")
  .action(async (flags: RunFlags) => {
    const store = existingLibrary(flags);
    const runs = new Map(failuresOf(store).map((one) => [`${one.root}\n${one.options}`, one]));
    const done = await run(flags, async (how) => {
      let sum = noTally();
      for (const { root, options } of runs.values()) {
        if (root === "-" || root.startsWith(uploaded)) {
          console.error(
            `dragoman: ${root === "-" ? "what came by standard input" : plain(root)} can't be tried again; add it once more`,
          );
          continue;
        }
        const tally = await add(store, [root], { ...how, imports: JSON.parse(options) as ImportOptions });
        sum = Object.fromEntries(
          Object.entries(sum).map(([key, value]) => [key, value + tally[key as keyof Tally]]),
        ) as Tally;
      }
      return sum;
    });
    finish(store, flags, done);
  });

export const failuresCommand = withLibrary(
  new Command("failures")
    .description("List what could not be added, with reasons")
    .option("--json", "print JSON Lines")
    .option("--clear", "forget them, once listed"),
)
  .addHelpText(
    "after",
    "\nExamples:\n  dragoman failures\n  dragoman failures --json\n  dragoman failures --clear",
  )
  .action((flags: LibraryFlags & { json?: boolean; clear?: boolean }) => {
    const store = existingLibrary(flags);
    for (const { source, reason, root } of failuresOf(store))
      console.log(
        flags.json ? JSON.stringify({ source, reason, root }) : `${plain(source)}: ${plain(reason)}`,
      );
    if (flags.clear) clearFailures(store);
    store.close();
  });

type How = Omit<AddOptions, "imports">;

/** Runs an import with its threads, its progress line and its reports. */
export const run = async (flags: RunFlags, work: (how: How) => Promise<Tally>): Promise<Tally> => {
  if (!Number.isInteger(flags.threads)) throw new UsageError("--threads: expected a number");
  const reader = makeReader(flags.threads, { register: registerFolder() });
  const line = progressLine();
  const stop = () => {
    line.note("dragoman: stopped; what is kept stays kept, and the same command goes on from there");
    process.exit(exit.interrupted);
  };
  process.prependOnceListener("SIGINT", stop);
  try {
    return await work({
      reader,
      window: flags.threads * 8,
      ...(flags.json && { kept: (document) => process.stdout.write(`${JSON.stringify(document)}\n`) }),
      failed: (address, reason) => line.note(`dragoman: ${plain(address)}: ${plain(reason)}`),
      step: line.draw,
    });
  } finally {
    process.off("SIGINT", stop);
    line.clear();
    await reader.close();
  }
};

const finish = (store: Store, flags: RunFlags, tally: Tally): void => {
  store.close();
  if (!flags.json)
    console.log(
      `${tally.new} new, ${tally.version} new versions, ${tally.same} kept already, ${tally.failed} failed · ${libraryFile(flags)}`,
    );
  const good = tally.new + tally.version + tally.same;
  process.exitCode = tally.failed === 0 ? exit.ok : good === 0 ? exit.failed : exit.someFailed;
};

/** Done, rate, time left and failed, on one line of a terminal. */
const progressLine = () => {
  const drawn = process.stderr.isTTY === true;
  const start = performance.now();
  const clear = () => drawn && process.stderr.write("\r\u001b[2K");
  return {
    clear,
    note(text: string) {
      clear();
      console.error(text);
    },
    draw(tally: Tally) {
      if (!drawn) return;
      const seconds = (performance.now() - start) / 1000;
      const done = tally.new + tally.version + tally.same;
      const part = tally.size > 0 ? Math.min(1, tally.bytes / tally.size) : 0;
      const left = part > 0.01 ? `, ${Math.ceil((seconds * (1 - part)) / part)} s left` : "";
      const bad = tally.failed > 0 ? `, ${tally.failed} failed` : "";
      process.stderr.write(
        `\r\u001b[2K${done} documents, ${(done / Math.max(seconds, 0.1)).toFixed(1)} a second${left}${bad}`,
      );
    },
  };
};
