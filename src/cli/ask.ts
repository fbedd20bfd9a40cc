// What the commands that ask the library share: their filters, and their answers as table, JSON Lines or CSV.
import { type Command, InvalidArgumentError, Option } from "commander";
import { csvLine, findingsCsv } from "../export/csv.ts";
import type { LookUp } from "../record/look-up.ts";
import { lookUp } from "../record/look-up.ts";
import { standalone } from "../record/standalone.ts";
import type { Filters, Page } from "../store/ask.ts";
import { askStats } from "../store/lists.ts";
import type { Store } from "../store/open-store.ts";
import { existingLibrary, type LibraryFlags, withLibrary } from "./library.ts";
import { plain } from "./style.ts";
import { tableOf } from "./table.ts";

/** Flags of every command that asks. */
export type AskFlags = LibraryFlags & {
  between?: string[];
  by?: string;
  to?: string;
  about?: string;
  act?: string;
  type?: string;
  factuality?: string;
  channel?: string;
  status?: string;
  side?: string;
  depth?: number;
  since?: string;
  until?: string;
  sort?: "newest" | "oldest";
  limit?: number;
  cursor?: string;
  json?: boolean;
  csv?: boolean;
};

const optionOf = {
  between: new Option("--between <parties>", "all of these take part: sides or names, CZE,USA").argParser(
    (text: string) => text.split(",").map((one) => one.trim()),
  ),
  by: new Option("--by <party>", "who says or does it: a side (CZE) or a name (lavrov)"),
  to: new Option("--to <party>", "to whom"),
  about: new Option("--about <query>", 'words: "grain deal" AND (wheat OR corn)'),
  act: new Option("--act <act>", "say, stress, accuse, deny, promise, ask …"),
  type: new Option("--type <type>", "PLOVER type: CONSULT, ACCUSE …"),
  factuality: new Option("--factuality <factuality>", "whether it happened").choices([
    "actual",
    "future",
    "hypothetical",
    "negated",
    "historical",
  ]),
  channel: new Option("--channel <channel>", "how").choices([
    "call",
    "video",
    "meeting",
    "visit",
    "letter",
    "message",
    "other",
  ]),
  status: new Option("--status <status>", "what became of it").choices([
    "held",
    "planned",
    "cancelled",
    "denied",
  ]),
  side: new Option("--side <code>", "whose documents: ISO alpha-3 or an organization's code"),
  depth: new Option(
    "--depth <number>",
    "reported at least so deep: 2 is a statement within a statement",
  ).argParser((text: string) => whole(text, 1, 50)),
} as const;

/** The names of the filters that a command may take. */
export type FilterName = keyof typeof optionOf;

/** Adds filters, the flags of paging and of form to a command. */
export const withFilters = (command: Command, ...names: readonly FilterName[]): Command => {
  for (const name of names) command.addOption(optionOf[name]);
  return withForm(
    withLibrary(command)
      .option("--since <date>", "from this day, month or year on", isoDate)
      .option("--until <date>", "up to and with this day, month or year", isoDate)
      .addOption(new Option("--sort <order>", "by date").choices(["newest", "oldest"]).default("newest"))
      .option("--limit <number>", "at most so many", (text: string) => whole(text, 1, 1000), 50)
      .option("--cursor <cursor>", "go on where the page before ended"),
  );
};

/** Adds the flags that choose a form. */
export const withForm = (command: Command): Command =>
  command
    .addOption(new Option("--json", "print JSON Lines").conflicts("csv"))
    .addOption(new Option("--csv", "print CSV"));

const whole = (text: string, least: number, most: number): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least || number > most)
    throw new InvalidArgumentError(`expected a number from ${least} to ${most}`);
  return number;
};

/** An ISO day, month or year, as an option's value. */
export const isoDate = (text: string): string => {
  if (!/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(text))
    throw new InvalidArgumentError("expected year, year-month or year-month-day, as in 2025-03-04");
  return text;
};

/** How a layer is asked for and shown. */
export type Asking<Finding> = {
  readonly table: "contacts" | "statements" | "events";
  readonly ask: (store: ReturnType<typeof existingLibrary>, filters: Filters) => Page<Finding>;
  readonly heads: readonly string[];
  readonly row: (finding: Finding, about: LookUp) => string[];
};

/** Asks and prints. */
export const answer = <Finding extends { id: string }>(flags: AskFlags, asking: Asking<Finding>): void => {
  const store = existingLibrary(flags);
  const { answers, next } = asking.ask(store, flags);
  const known = answers.length === 0 ? knownValues(store, flags) : "";
  store.close();
  if (flags.json)
    for (const one of answers)
      process.stdout.write(`${JSON.stringify(standalone(one.finding, one.record))}\n`);
  else if (flags.csv) process.stdout.write(findingsCsv(asking.table, answers));
  else {
    const rows = answers.map(({ finding, record }) => asking.row(finding, lookUp(record)));
    console.log(rows.length === 0 ? `No ${asking.table} found.${known}` : tableOf(asking.heads, rows));
  }
  tellNext(next, flags);
};

/** What could have been asked for, where an act or type was that the library does not hold. */
const knownValues = (store: Store, flags: AskFlags): string => {
  const stats = askStats(store);
  for (const field of ["act", "type"] as const) {
    const names = Object.keys(stats[field] ?? {});
    const asked = flags[field];
    if (asked !== undefined && !names.includes(asked))
      return ` The library has no ${field} "${plain(asked)}"; it has ${names.sort().join(", ")}.`;
  }
  return "";
};

/** Says how to go on; on standard error, where it is in nobody's way. */
export const tellNext = (next: string | undefined, flags: { json?: boolean; csv?: boolean }): void => {
  if (next === undefined) return;
  const line = `more: --cursor ${next}`;
  if (flags.json || flags.csv) console.error(line);
  else console.log(line);
};

/** Prints plain rows: JSON Lines, CSV, or a table. */
export const printRows = <Row extends object>(
  rows: readonly Row[],
  flags: { json?: boolean; csv?: boolean },
  heads: readonly string[],
  cells: (row: Row) => string[],
): void => {
  if (flags.json) for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`);
  else if (flags.csv) {
    process.stdout.write(csvLine(Object.keys(rows[0] ?? {})));
    for (const row of rows) process.stdout.write(csvLine(Object.values(row)));
  } else console.log(rows.length === 0 ? "Nothing found." : tableOf(heads, rows.map(cells)));
};
