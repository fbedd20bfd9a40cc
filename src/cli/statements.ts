// `dragoman statements`: who said what, and through whom it is known.
import { Command } from "commander";
import { type LookUp, wordsOf } from "../record/look-up.ts";
import type { RecordStatement } from "../record/schema.ts";
import { askStatements } from "../store/ask.ts";
import { type AskFlags, answer, withFilters } from "./ask.ts";

/** Everyone through whom a statement came, the outermost first. */
export const chainOf = (statement: RecordStatement, about: LookUp): string =>
  about.chain(statement.id).map(about.teller).join(" › ");

export const statementsCommand = withFilters(
  new Command("statements").description(
    "Ask the library for statements: who said what, through whom it is known",
  ),
  "by",
  "to",
  "between",
  "about",
  "act",
  "side",
  "depth",
)
  .addHelpText(
    "after",
    `
Examples:
  dragoman statements --by lavrov --about '"grain deal" OR wheat'
  dragoman statements --act deny --since 2025
  dragoman statements --by USA --depth 2 --csv`,
  )
  .action((flags: AskFlags) =>
    answer(flags, {
      table: "statements",
      ask: askStatements,
      heads: ["date", "act", "id", "who", "what"],
      row: (one, about) => [
        one.date ?? about.record.document.published ?? "",
        `${one.negated ? "not " : ""}${one.act}`,
        one.id,
        chainOf(one, about),
        wordsOf(one.content),
      ],
    }),
  );
