// `dragoman read FILE…`: texts -> briefs, records, or one page.
import { writeFileSync } from "node:fs";
import { Command, Option } from "commander";
import { toCameo } from "../export/cameo.ts";
import { toPage } from "../export/page.ts";
import { toPlover } from "../export/plover.ts";
import { toPolecat } from "../export/polecat.ts";
import type { Record } from "../record/schema.ts";
import { brief } from "./brief.ts";
import { type HeaderFlags, readInputs, withHeaderFlags } from "./inputs.ts";

type Flags = HeaderFlags & { json?: boolean; html?: string; events?: "plover" | "cameo" | "polecat" };

export const readCommand = withHeaderFlags(
  new Command("read")
    .description("Read texts and show what they hold: contacts with both sides' accounts, statements, events")
    .argument(
      "[files...]",
      "files and folders in any form that `add` takes, addresses, or - for standard input",
    ),
)
  .addOption(new Option("--json", "print the record, one JSON object a text (JSON Lines for several)"))
  .option("--html <file>", "write one self-contained page: the text with its findings")
  .addOption(
    new Option("--events <format>", "print the events: PLOVER JSON Lines, CAMEO or POLECAT tables").choices([
      "plover",
      "cameo",
      "polecat",
    ]),
  )
  .addHelpText(
    "after",
    `
A text may begin with a line "date 2025-03-04" or with front matter (title, date, publisher, url, side).

Examples:
  dragoman read report.txt
  dragoman read report.txt --json > record.json
  dragoman read readouts/*.txt --json > records.jsonl
  dragoman read report.txt --html report.html
  dragoman read reports/*.txt --events polecat > events.tsv
  curl -s https://example.org/readout.txt | dragoman read - --date 2025-03-04 --side USA`,
  )
  .action(async (files: string[], flags: Flags) => {
    const kept: Record[] = [];
    let shown = 0;
    process.exitCode = await readInputs(files, flags, (record, file) => {
      if (flags.html !== undefined || flags.events !== undefined) kept.push(record);
      if (flags.json) process.stdout.write(`${JSON.stringify(record)}\n`);
      else if (flags.html === undefined && flags.events === undefined) {
        process.stdout.write(`${shown > 0 ? "\n" : ""}${brief(record, { name: file })}\n`);
        shown += 1;
      }
    });
    if (flags.events !== undefined) process.stdout.write(eventLines(kept, flags.events));
    if (flags.html !== undefined && kept.length > 0) writeFileSync(flags.html, toPage(kept));
  });

const eventLines = (records: readonly Record[], format: "plover" | "cameo" | "polecat"): string => {
  const lines =
    format === "plover"
      ? records.flatMap(toPlover)
      : format === "cameo"
        ? toCameo(records)
        : toPolecat(records);
  return lines.map((line) => `${line}\n`).join("");
};
