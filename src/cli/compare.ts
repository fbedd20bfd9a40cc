// `dragoman compare FILE…`: texts -> the accounts of each contact, side by side.
import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { compareRecords } from "../compare/compare-records.ts";
import type { Comparison } from "../compare/schema.ts";
import { toComparisonPage } from "../export/comparison-page.ts";
import { toMarkdown } from "../export/markdown.ts";
import { loadComparison } from "../language/comparison.ts";
import type { Reason } from "../link/candidate.ts";
import type { Record } from "../record/schema.ts";
import { comparisonTable } from "./comparison-table.ts";
import { type HeaderFlags, readInputs, withHeaderFlags } from "./inputs.ts";
import { plain } from "./style.ts";

type Flags = HeaderFlags & { json?: boolean; html?: string; markdown?: boolean; why?: boolean };

export const compareCommand = withHeaderFlags(
  new Command("compare")
    .description(
      "Lay the accounts of each contact side by side: what both tell, what only one tells, what they contradict",
    )
    .argument("[files...]", "reports and readouts in any form that `add` takes, or - for standard input"),
)
  .option("--json", "print the comparisons as one JSON array")
  .option("--markdown", "print them as Markdown")
  .option("--html <file>", "write one self-contained page")
  .option("--why", "say for each two tellings why they were joined or kept apart")
  .addHelpText(
    "after",
    `
Examples:
  dragoman compare readout-usa.txt readout-rus.txt
  dragoman compare report.txt
  dragoman compare inbox/*.txt --html accounts.html`,
  )
  .action(async (files: string[], flags: Flags) => {
    const records: Record[] = [];
    process.exitCode = await readInputs(files, flags, (record) => records.push(record));
    const { comparisons, reasons } = compareRecords(records, loadComparison());
    if (flags.why) explain(records, reasons);
    if (flags.html !== undefined) writeFileSync(flags.html, toComparisonPage(comparisons, records));
    else process.stdout.write(shown(comparisons, flags));
  });

/** One line for each two tellings, each told by its text's title or publisher, its channel and its day. */
const explain = (records: readonly Record[], reasons: readonly Reason[]): void => {
  const names = new Map(
    records.flatMap(({ document, contacts }) =>
      contacts.map(({ id, channel, date }) => {
        const { title, publisher, published } = document;
        const text = title ?? publisher ?? document.id;
        return [id, `${text}${published ? ` (${published})` : ""}, ${channel}${date ? ` of ${date}` : ""}`];
      }),
    ),
  );
  for (const { a, b, joined, because } of reasons)
    console.error(
      plain(`${joined ? "joined" : "apart"}: ${names.get(a)} | ${names.get(b)}: ${because.join("; ")}`),
    );
};

const shown = (comparisons: readonly Comparison[], flags: Flags): string => {
  if (flags.json) return `${JSON.stringify(comparisons)}\n`;
  if (flags.markdown) return toMarkdown(comparisons);
  if (comparisons.length === 0) return "No contact of which two sides tell.\n";
  return `${comparisons.map(comparisonTable).join("\n\n")}\n`;
};
