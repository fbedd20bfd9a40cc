// What every command that reads files shares: its flags, and the run over the files with progress and failures.
import { resolve } from "node:path";
import type { Command } from "commander";
import type { Header } from "../import/document.ts";
import type { Taken } from "../import/source.ts";
import { take } from "../import/take.ts";
import { isUrl, walk } from "../import/walk.ts";
import { loadLanguage } from "../language/language.ts";
import { registerFolder } from "../library/register-folder.ts";
import { read } from "../read.ts";
import type { Record } from "../record/schema.ts";
import { toRecord } from "../record/to-record.ts";
import { exit, UsageError } from "./exit.ts";
import { progress } from "./progress.ts";
import { plain } from "./style.ts";

/** The flags that say what a text's header may say, and how it is read. */
export type HeaderFlags = {
  date?: string;
  publisher?: string;
  side?: string;
  title?: string;
  url?: string;
  thorough?: boolean;
};

/** Adds the header flags to a command. */
export const withHeaderFlags = (command: Command): Command =>
  command
    .option("--date <date>", "publication date, 2025-03-04; overrides the text's header")
    .option("--publisher <name>", "who published it")
    .option(
      "--side <code>",
      "whose official account it is: ISO alpha-3 (CZE) or an organization's code (EUU)",
    )
    .option("--title <title>", "its title")
    .option("--url <address>", "its address")
    .option("--thorough", "show doubtful statements too, for review");

/** Header flags as a header. Throws UsageError for a date that is none. */
export const toHeader = ({ date, publisher, side, title, url }: HeaderFlags): Header => {
  if (date !== undefined && !isDate(date))
    throw new UsageError(`--date ${date}: is no date; expected year-month-day, as in 2025-03-04`);
  if (side !== undefined && !/^[A-Z]{3,4}$/.test(side))
    throw new UsageError(
      `--side ${side}: is no code; expected ISO alpha-3 (CZE) or an organization's code (EUU)`,
    );
  return {
    ...(date !== undefined && { published: date }),
    ...(publisher !== undefined && { publisher }),
    ...(side !== undefined && { side }),
    ...(title !== undefined && { title }),
    ...(url !== undefined && { url }),
  };
};

const isDate = (text: string): boolean => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

/**
 * Reads the files one by one and hands each record on before it opens the next. A bad file is reported
 * on standard error and left out; the returned status is 0, 3 where some failed, 1 where all did.
 */
export const readInputs = async (
  files: readonly string[],
  flags: HeaderFlags,
  use: (record: Record, file: string) => void,
): Promise<number> => {
  const header = toHeader(flags);
  const names = files.length === 0 ? ["-"] : files;
  const language = loadLanguage("en", { register: registerFolder() });
  const bar = progress(names.length);
  const undated: string[] = [];
  let [good, failed] = [0, 0];
  for (const name of names) {
    for await (const { taken, from } of takenOf(name, header)) {
      // A text that names its own address is still known here by the file that was named.
      const own = taken.kind === "document" && taken.address === taken.document.url;
      const shown = shownAs(own ? from : taken.address, name);
      if (taken.kind !== "document") {
        failed += 1;
        bar.note(`dragoman: ${plain(`${shown}: ${taken.kind === "problem" ? taken.problem : inFeed}`)}`);
        continue;
      }
      const record = toRecord(read(taken.document, language, { thorough: flags.thorough ?? false }));
      if (record.document.published === undefined) undated.push(shown);
      use(record, shown);
      good += 1;
    }
    bar.step(failed);
  }
  bar.end();
  if (undated.length > 0) console.error(`dragoman: ${noDate(undated)}`);
  return failed === 0 ? exit.ok : good === 0 ? exit.failed : exit.someFailed;
};

const inFeed = "is only named by a feed; `dragoman add` fetches what feeds name";

async function* takenOf(name: string, header: Header): AsyncGenerator<{ taken: Taken; from: string }> {
  for await (const source of walk(name))
    if (!("open" in source)) yield { taken: source, from: source.address };
    else for await (const taken of take(source, { header, columns: {} })) yield { taken, from: source.name };
}

/** An address the way it was named: a path as it was typed. */
const shownAs = (address: string, name: string): string => {
  if (name === "-") return "standard input";
  return isUrl(name) ? address : address.replace(resolve(name), name);
};

const noDate = ([first = "", ...rest]: readonly string[]): string => {
  const which = rest.length === 0 ? `${first} has` : `${first} and ${rest.length} more have`;
  return `${which} no publication date, so words like "yesterday" stay undated; give --date or a first line "date 2025-03-04"`;
};
