// `dragoman demo`: reads the bundled examples and shows the contact whose accounts tell most.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { Command } from "commander";
import { toDocument } from "../import/document.ts";
import { home } from "../language/home.ts";
import { loadLanguage } from "../language/language.ts";
import { read } from "../read.ts";
import type { RecordContact } from "../record/schema.ts";
import { toRecord } from "../record/to-record.ts";
import { brief } from "./brief.ts";

/** The example whose two accounts differ most; examples/README.md says what each shows. */
const featured = "scholz-putin-2024-11";

export const demoCommand = new Command("demo")
  .description("Read the bundled examples and show the most telling contact")
  .option(
    "--open",
    "open the pages in the browser, at the contact whose accounts differ most; runs until stopped",
  )
  .option("--serve", "serve the pages and print the address; runs until stopped")
  .option("--port <number>", "where to serve; any free port unless told", Number, 0)
  .addHelpText("after", "\nExamples:\n  dragoman demo\n  dragoman demo --open")
  .action(
    async ({ open = false, serve = false, port }: { open?: boolean; serve?: boolean; port: number }) => {
      const files = examples();
      const language = loadLanguage();
      const start = performance.now();
      const records = files.map((file) => ({
        file,
        record: toRecord(read(toDocument(readFileSync(join(home, file), "utf8")), language)),
      }));
      const seconds = (performance.now() - start) / 1000;
      const report = join("examples", featured, "report.txt");
      const shown = records.find((one) => one.file === report) ?? records[0];
      const best = [...(shown?.record.contacts ?? [])].sort((a, b) => telling(b) - telling(a))[0];
      const count = (layer: "contacts" | "statements" | "events") =>
        records.reduce((sum, { record }) => sum + record[layer].length, 0);
      console.log(
        `${files.length} example texts read in ${seconds.toFixed(1)} s: ${count("contacts")} contacts, ` +
          `${count("statements")} statements, ${count("events")} events.\n`,
      );
      if (open || serve) {
        const { serveDemo } = await import("./demo-pages.ts");
        return serveDemo({ records, port, open });
      }
      if (shown) console.log(brief(shown.record, { name: shown.file, ...(best && { contact: best.id }) }));
      console.log(`\nTry next:\n${tryNext.join("\n")}`);
    },
  );

const examples = (): string[] =>
  readdirSync(join(home, "examples"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => relative(home, join(home, "examples", name)));

/** Points of the shorter account count most: a contact tells something when both sides do. */
const telling = ({ accounts }: RecordContact): number => {
  const sizes = accounts.map((account) => account.points.length).sort((a, b) => b - a);
  return (sizes[1] ?? 0) * 100 + (sizes[0] ?? 0);
};

const tryNext = [
  "  npm run demo -- --open     (the same in the browser, both accounts side by side)",
  `  npm run -s dragoman -- read examples/${featured}/report.txt`,
  `  npm run -s dragoman -- read examples/${featured}/report.txt --html report.html`,
  `  npm run -s dragoman -- compare examples/${featured}/readout-*.txt`,
];
