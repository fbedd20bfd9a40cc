import { questions } from "../../src/api/questions.ts";
import { openReader } from "../../src/store/open-store.ts";
import { countryOf, named, random, wordOf } from "./made-records.ts";

const store = openReader("/tmp/api-100k.sqlite");
const draw = random(13),
  count = 100000;
const rank = (most: number): number => Math.floor(most ** draw()) % most;
const country = () => countryOf(rank(20_000) % 190);
const word = () => wordOf(rank(5000));
const idOf = () =>
  `d${Math.floor(draw() * count)
    .toString(16)
    .padStart(16, "0")}`;
const year = () => `20${String(Math.floor(draw() * 25)).padStart(2, "0")}`;
const kinds: [string, () => any, number][] = [
  ["document", () => ({ id: idOf() }), 300],
  ["contact", () => ({ id: idOf() + ".c0" }), 300],
  ["search", () => ({ q: word() }), 200],
  ["search", () => ({ q: word() + " " + word() }), 100],
  ["search", () => ({ q: word() + " since:" + year() }), 100],
  ["contacts", () => ({ between: [country(), country()], limit: 20 }), 60],
  ["contacts", () => ({}), 60],
  ["statements", () => ({ by: named(rank(2000) * 7), limit: 20 }), 60],
  ["tellings", () => ({ id: idOf() + ".c0" }), 60],
  ["actor", () => ({ id: idOf() + ".a1" }), 30],
  ["said-about", () => ({ id: idOf() + ".a1" }), 30],
  ["timeline", () => ({ actor: [country()] }), 30],
  ["facets", () => ({ q: word() }), 30],
  ["facets", () => ({}), 5],
  ["home", () => ({}), 5],
  ["network", () => ({ since: year(), limit: 500 }), 5],
  ["network", () => ({}), 3],
  ["stats", () => ({}), 5],
  ["actors", () => ({}), 5],
  ["documents", () => ({}), 20],
];
const only = process.argv[2]?.split(",");
for (const [name, input, n] of kinds.filter(([name]) => only?.includes(name) ?? true)) {
  const q = questions.find((one) => one.name === name)!;
  const times: number[] = [];
  const cpu = process.cpuUsage();
  let size = 0;
  for (let i = 0; i < n; i++) {
    const s = performance.now();
    size += q.answer(store, input(), false)?.body.length ?? 0;
    times.push(performance.now() - s);
  }
  const c = process.cpuUsage(cpu);
  times.sort((a, b) => a - b);
  console.log(
    name.padEnd(12),
    "cpu",
    ((c.user + c.system) / 1000 / n).toFixed(2),
    "p50",
    times[n >> 1]!.toFixed(2),
    "p99",
    times[Math.floor(n * 0.99)]!.toFixed(1),
    "bytes",
    Math.round(size / n),
  );
}
