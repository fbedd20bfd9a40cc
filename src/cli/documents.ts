// `dragoman documents` and `dragoman search QUERY`: texts of the library.
import { Command } from "commander";
import { askDocuments } from "../store/lists.ts";
import { type AskFlags, printRows, tellNext, withFilters } from "./ask.ts";
import { existingLibrary } from "./library.ts";

type Flags = AskFlags & { publisher?: string };

const list = (flags: Flags): void => {
  const store = existingLibrary(flags);
  const { rows, next } = askDocuments(store, flags);
  store.close();
  const heads = ["published", "publisher", "side", "id", flags.about === undefined ? "title" : "words"];
  printRows(rows, flags, heads, (row) => [
    row.published ?? "",
    row.publisher ?? "",
    row.side ?? "",
    row.id,
    row.snippet ?? row.title ?? row.address,
  ]);
  tellNext(next, flags);
};

export const documentsCommand = withFilters(
  new Command("documents").description("List the texts of the library"),
  "about",
  "side",
)
  .option("--publisher <name>", "published by")
  .addHelpText(
    "after",
    "\nExamples:\n  dragoman documents --side CZE --since 2025-03\n  dragoman documents --sort oldest --limit 10 --csv",
  )
  .action(list);

export const searchCommand = withFilters(
  new Command("search")
    .description("Search the texts of the library")
    .argument("<query...>", "words, phrases, AND, OR, NOT, NEAR, SENTENCE, brackets, fields"),
  "side",
)
  .option("--publisher <name>", "published by")
  .addHelpText(
    "after",
    `
  "grain deal"           these words in this order
  a b, a AND b           both; OR, NOT and brackets as one expects
  a NEAR b, a NEAR/3 b   at most 10 (3) words apart
  a SENTENCE b           in one sentence
  talk*                  words that begin so
  title:talks            in the title; also text:, publisher:, side:, since:, until:, date:, url:

Examples:
  dragoman search '"grain deal" AND (wheat OR corn) NOT rice'
  dragoman search 'Lavrov NEAR/5 Blinken since:2022'
  dragoman search 'sanctions SENTENCE oil' --side USA --json`,
  )
  .action((query: string[], flags: Flags) => list({ ...flags, about: query.join(" ") }));
