// `node bench/library/questions.ts [DOCUMENTS] [FILE] [--notes]`: fills a store with made records (short ones with --notes;
// unless FILE has them already) and prints, for each kind of question, the times at the 50th and 95th percentile in
// milliseconds, the 95th of processor time (which a busy machine does not lengthen), and the memory in use.
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { askContacts, askEvents, askStatements, getRecord } from "../../src/store/ask.ts";
import { findById } from "../../src/store/find.ts";
import { askActors, askDocuments, askStats } from "../../src/store/lists.ts";
import { openStore } from "../../src/store/open-store.ts";
import { fillStore } from "./fill.ts";
import { countryOf, named, note, random, report, wordOf } from "./made-records.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { notes: { type: "boolean", default: false } },
});
const count = Number(positionals[0] ?? 100_000);
const file = positionals[1] ?? join(tmpdir(), `made-${count}.sqlite`);

const fresh = !existsSync(file);
const store = openStore(file);
if (fresh) fillStore(store, count, values.notes ? note : report);
const draw = random(11);
const rank = (most: number): number => Math.floor(most ** draw()) % most;
const country = () => countryOf(rank(20_000) % 190);
const surname = () => named(rank(2000) * 7);
const word = () => wordOf(rank(5000));
const day = () => `20${String(Math.floor(draw() * 25)).padStart(2, "0")}-0${1 + Math.floor(draw() * 9)}`;
const idOf = () =>
  `d${Math.floor(draw() * count)
    .toString(16)
    .padStart(16, "0")}`;

const questions: { [name: string]: () => unknown } = {
  "contacts --between": () => askContacts(store, { between: [country(), country()] }),
  "contacts --by --since": () => askContacts(store, { by: surname(), since: day() }),
  "contacts --channel --status": () =>
    askContacts(store, { channel: "video", status: "planned", until: day() }),
  "contacts --about": () => askContacts(store, { about: word() }),
  "statements --by side": () => askStatements(store, { by: country() }),
  "statements --by name --about": () => askStatements(store, { by: surname(), about: word() }),
  "statements --act --depth": () => askStatements(store, { act: "deny", depth: 2, since: day() }),
  "statements --by --to": () => askStatements(store, { by: country(), to: country() }),
  "statements --about phrase": () => askStatements(store, { about: `"${word()} ${word()}"` }),
  "statements --side": () => askStatements(store, { side: country(), act: "accuse" }),
  "events --by --to": () => askEvents(store, { by: country(), to: country() }),
  "events --type --about": () => askEvents(store, { type: "ACCUSE", about: word() }),
  "actors name": () => askActors(store, { by: surname() }),
  actors: () => askActors(store, {}),
  documents: () => askDocuments(store, { since: day() }),
  "search word": () => askDocuments(store, { about: word() }),
  "search AND OR": () => askDocuments(store, { about: `${word()} AND (${word()} OR ${word()})` }),
  "search NEAR": () => askDocuments(store, { about: `${word()} NEAR/5 ${word()}` }),
  "search SENTENCE": () => askDocuments(store, { about: `${word()} SENTENCE ${word()} since:${day()}` }),
  show: () => findById(store, `${idOf()}.c0`),
  record: () => getRecord(store, idOf()),
  stats: () => askStats(store),
};
const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
for (const [name, ask] of Object.entries(questions)) {
  const runs = Array.from({ length: 60 }, () => {
    const [start, before] = [performance.now(), spent()];
    ask();
    return { wall: performance.now() - start, processor: spent() - before };
  });
  const at = (kind: "wall" | "processor", part: number): string =>
    runs
      .map((one) => one[kind])
      .sort((a, b) => a - b)
      [Math.floor(part * runs.length)]!.toFixed(1);
  console.log([name, at("wall", 0.5), at("wall", 0.95), at("processor", 0.95)].join("\t"));
}
console.log(`memory\t${Math.round(process.memoryUsage().rss / 1e6)} MB`);
store.close();
