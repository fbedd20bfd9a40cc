// `dragoman stats`: how many there are of what in the library.
import { Command } from "commander";
import { askStats } from "../store/lists.ts";
import { printRows, withForm } from "./ask.ts";
import { existingLibrary, type LibraryFlags, withLibrary } from "./library.ts";

export const statsCommand = withForm(
  withLibrary(
    new Command("stats").description(
      "Count what the library holds: documents, contacts, statements, events, actors",
    ),
  ),
)
  .addHelpText("after", "\nExamples:\n  dragoman stats\n  dragoman stats --csv")
  .action((flags: LibraryFlags & { json?: boolean; csv?: boolean }) => {
    const store = existingLibrary(flags);
    const stats = askStats(store);
    store.close();
    if (flags.json) {
      console.log(JSON.stringify(stats));
      return;
    }
    const { all = {}, ...rest } = stats;
    const rows = [["all", all] as const, ...Object.entries(rest)].flatMap(([what, counts]) =>
      Object.entries(counts)
        .slice(0, flags.csv ? undefined : 12)
        .map(([name, count]) => ({ what, name: name === "" ? "(none)" : name, count })),
    );
    printRows(rows, flags, ["what", "count", "name"], ({ what, name, count }) => [what, String(count), name]);
  });
