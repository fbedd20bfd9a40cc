// `node bench/library/throughput.ts [DOCUMENTS] [THREADS] [--data FILE.jsonl]`: texts recombined from a corpus are read by
// threads that keep nothing, then added to a library by as many, then read bare again; prints documents a second of wall and
// of processor time, and how adding stands to bare reading. On a busy machine processor time is the steadier of the two.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { toDocument } from "../../src/import/document.ts";
import { add } from "../../src/library/add.ts";
import { makeReader, type Reader } from "../../src/library/reader.ts";
import { openStore } from "../../src/store/open-store.ts";
import { corpus, readLines } from "../data.ts";
import { random } from "./made-records.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { data: { type: "string" } } });
const [count = 400, threads = 2] = positionals.map(Number);
const draw = random(3);
const paragraphs = readLines<{ text: string }>(values.data ?? corpus("times/timebank.jsonl")).flatMap(
  ({ text }) => text.split(/\n\s*\n|(?<=[.!?])\n/).filter((part) => part.length > 80),
);
const texts = Array.from({ length: count }, () =>
  Array.from({ length: 6 }, () => paragraphs[Math.floor(draw() * paragraphs.length)]).join("\n\n"),
);
const folder = mkdtempSync(join(tmpdir(), "throughput-"));
const file = join(folder, "made.jsonl");
writeFileSync(file, texts.map((text) => `${JSON.stringify({ date: "2025-03-04", text })}\n`).join(""));

/** Documents a second of wall time, and a second of processor time. */
type Speed = { readonly wall: number; readonly processor: number };
const timed = async (reader: Reader, work: () => Promise<unknown>): Promise<Speed> => {
  // Threads load the language once, whatever they do after that.
  await Promise.all(
    Array.from({ length: threads * 4 }, () => reader.read(toDocument("Warm up.", {}), "warm")),
  );
  const [start, before] = [performance.now(), process.cpuUsage()];
  await work();
  const wall = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  await reader.close();
  return { wall: count / wall, processor: count / ((user + system) / 1e6) };
};

const bare = async (): Promise<Speed> => {
  const reader = makeReader(threads, { file: new URL("./bare-thread.ts", import.meta.url) });
  const documents = texts.map((text) => toDocument(text, { published: "2025-03-04" }));
  return timed(reader, () => Promise.all(documents.map((document) => reader.read(document, "bare"))));
};
const added = async (): Promise<Speed> => {
  const store = openStore(join(folder, "library.sqlite"));
  const reader = makeReader(threads);
  const imports = { header: {}, columns: {} };
  const speed = await timed(reader, () => add(store, [file], { imports, reader, window: threads * 8 }));
  store.close();
  return speed;
};

const before = await bare();
const adding = await added();
const after = await bare();
rmSync(folder, { recursive: true });
const show = (name: string, { wall, processor }: Speed) =>
  console.log(`${name}\t${wall.toFixed(1)}\t${processor.toFixed(1)}`);
console.log("\tdocuments a second\ta second of processor time");
show("bare", before);
show("added", adding);
show("bare", after);
const part = (kind: keyof Speed): string =>
  `${((200 * adding[kind]) / (before[kind] + after[kind])).toFixed(0)} %`;
console.log(`ratio\t${part("wall")}\t${part("processor")}`);
console.log(`memory\t${Math.round(process.memoryUsage().rss / 1e6)} MB`);
