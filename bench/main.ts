// `npm run -s bench -- LAYER [--data FILE…] [--json]`: measures one layer, or all of them into bench/scores.tsv.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Figure, Measure } from "./figure.ts";

const layers = [
  "tokens",
  "trees",
  "names",
  "times",
  "actors",
  "register",
  "statements",
  "contacts",
  "events",
  "reports",
  "links",
  "comparison",
  "speed",
];
const header = "date\tcommit\tlayer\tdata\tfigure\tvalue";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: "string", multiple: true }, json: { type: "boolean" } },
});
const asked = positionals[0];
if (asked !== undefined && !layers.includes(asked)) {
  console.error(`bench: no layer "${asked}"; one of ${layers.join(", ")}`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const layer of asked ? [asked] : layers) {
  const file = join(import.meta.dirname, "layers", `${layer}.ts`);
  if (!existsSync(file)) {
    console.error(`bench: ${layer} has no measure yet (bench/layers/${layer}.ts)`);
    continue;
  }
  const { measure } = (await import(file)) as { measure: Measure };
  try {
    const found = await measure({ data: [...(values.data ?? []), ...positionals.slice(1)] });
    figures.push(...found);
    if (!values.json)
      for (const { data, figure, value } of found)
        console.log(`${layer}\t${data}\t${figure}\t${value.toFixed(2)}`);
  } catch (error) {
    console.error(`bench: ${layer}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
if (values.json) console.log(JSON.stringify({ figures }));
if (!asked) save(figures);

function save(found: readonly Figure[]): void {
  const path = join(import.meta.dirname, "scores.tsv");
  const old = existsSync(path) ? readFileSync(path, "utf8").trimEnd().split("\n").slice(1) : [];
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  const date = new Date().toISOString().slice(0, 10);
  const rows = found.map((one) =>
    [date, commit, one.layer, one.data, one.figure, one.value.toFixed(2)].join("\t"),
  );
  writeFileSync(path, `${[header, ...old, ...rows].join("\n")}\n`);
}
