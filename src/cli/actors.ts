// `dragoman actors [NAME]`: who stands in how many documents.
import { Command, Option } from "commander";
import { askActors } from "../store/lists.ts";
import { type AskFlags, printRows, tellNext, withForm } from "./ask.ts";
import { existingLibrary, withLibrary } from "./library.ts";

export const actorsCommand = withForm(
  withLibrary(
    new Command("actors")
      .description(
        "Ask the library for people, states, organizations and groups, those of most documents first",
      )
      .argument("[name...]", "words of the name"),
  )
    .option("--side <code>", "of this country: ISO alpha-3 or an organization's code")
    .addOption(
      new Option("--kind <kind>", "of this kind").choices(["person", "state", "organization", "group"]),
    )
    .option("--limit <number>", "at most so many", Number, 50)
    .option("--cursor <cursor>", "go on where the page before ended"),
)
  .addHelpText(
    "after",
    "\nExamples:\n  dragoman actors\n  dragoman actors lavrov\n  dragoman actors --kind person --side CZE --json",
  )
  .action((name: string[], flags: AskFlags & { kind?: string }) => {
    const store = existingLibrary(flags);
    const { rows, next } = askActors(store, { ...flags, ...(name.length > 0 && { by: name.join(" ") }) });
    store.close();
    printRows(rows, flags, ["documents", "mentions", "kind", "country", "key", "name"], (row) => [
      String(row.documents),
      String(row.mentions),
      row.kind,
      row.country ?? "",
      row.key,
      row.name,
    ]);
    tellNext(next, flags);
  });
