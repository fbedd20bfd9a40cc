// `node bench/library/throughput.ts [DOCUMENTS] [THREADS] [--data FILE.jsonl]`: texts recombined from a corpus are read bare on
// one thread and then added to a library; prints documents a second of both, and their ratio to bare speed times threads.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { toDocument } from "../../src/import/document.ts";
import { loadLanguage } from "../../src/language/language.ts";
import { add } from "../../src/library/add.ts";
import { makeReader } from "../../src/library/reader.ts";
import { read } from "../../src/read.ts";
import { toRecord } from "../../src/record/to-record.ts";
import { openStore } from "../../src/store/open-store.ts";
import { corpus, readLines } from "../data.ts";
import { random } from "./made-records.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { data: { type: "string" } } });
const [count = 200, threads = 2] = positionals.map(Number);
const draw = random(3);
const paragraphs = readLines<{ text: string }>(values.data ?? corpus("times/timebank.jsonl")).flatMap(
  ({ text }) => text.split(/\n\s*\n|(?<=[.!?])\n/).filter((part) => part.length > 80),
);
const folder = mkdtempSync(join(tmpdir(), "throughput-"));
const lines = Array.from({ length: count }, (_, at) => {
  const text = Array.from({ length: 6 }, () => paragraphs[Math.floor(draw() * paragraphs.length)]).join(
    "\n\n",
  );
  return JSON.stringify({ id: at, date: "2025-03-04", text });
});
const file = join(folder, "made.jsonl");
writeFileSync(file, `${lines.join("\n")}\n`);

const language = loadLanguage();
const sample = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => toDocument((JSON.parse(line) as { text: string }).text, { published: "2025-03-04" }));
const bareOf = (): number => {
  const start = performance.now();
  for (const document of sample.slice(0, Math.min(200, count))) toRecord(read(document, language));
  return Math.min(200, count) / ((performance.now() - start) / 1000);
};
const warm = bareOf();
const bare = Math.max(warm, bareOf());
const store = openStore(join(folder, "library.sqlite"));
const reader = makeReader(threads);
const start = performance.now();
const tally = await add(store, [file], { imports: { header: {}, columns: {} }, reader, window: threads * 8 });
const added = count / ((performance.now() - start) / 1000);
await reader.close();
store.close();
rmSync(folder, { recursive: true });
console.log(`bare\t${bare.toFixed(1)} documents a second on one thread`);
console.log(`added\t${added.toFixed(1)} documents a second on ${threads} threads (${tally.new} new)`);
console.log(`ratio\t${((100 * added) / (bare * threads)).toFixed(0)} % of bare speed times threads`);
console.log(`memory\t${Math.round(process.memoryUsage().rss / 1e6)} MB`);
