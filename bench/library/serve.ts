// `node bench/library/serve.ts [DOCUMENTS] [FILE] [SECONDS] [KIND,KIND]`: a server over made records, asked by 32 connections,
// alone and while an import runs; prints for each kind of question requests a second, latency in milliseconds at the 50th,
// 97.5th and 99th percentile, and milliseconds of the server's processor time a request (which a busy machine does not lengthen).
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import { openStore } from "../../src/store/open-store.ts";
import { fillStore } from "./fill.ts";
import { countryOf, madeText, named, random, report, wordOf } from "./made-records.ts";

const count = Number(process.argv[2] ?? 100_000);
const file = process.argv[3] ?? join(tmpdir(), `made-${count}.sqlite`);
const seconds = Number(process.argv[4] ?? 10);
const connections = 32;
const port = 7397;
const origin = `http://127.0.0.1:${port}`;

if (!existsSync(file)) {
  const store = openStore(file);
  fillStore(store, count, report);
  store.close();
}

const draw = random(13);
const rank = (most: number): number => Math.floor(most ** draw()) % most;
const country = () => countryOf(rank(20_000) % 190);
const word = () => wordOf(rank(5000));
const idOf = () =>
  `d${Math.floor(draw() * count)
    .toString(16)
    .padStart(16, "0")}`;
const year = () => `20${String(Math.floor(draw() * 25)).padStart(2, "0")}`;

/** The two bars: a document or contact at 50 ms, a search at 150 ms, both at the 99th percentile. */
const kinds: readonly { readonly name: string; readonly bar?: number; readonly path: () => string }[] = [
  { name: "document", bar: 50, path: () => `/api/documents/${idOf()}` },
  { name: "contact", bar: 50, path: () => `/api/contacts/${idOf()}.c0` },
  { name: "search word", bar: 150, path: () => `/api/search?q=${word()}` },
  { name: "search AND", bar: 150, path: () => `/api/search?q=${word()}+${word()}` },
  { name: "search since", bar: 150, path: () => `/api/search?q=${word()}+since:${year()}` },
  {
    name: "contacts between",
    path: () => `/api/contacts?between=${country()}&between=${country()}&limit=20`,
  },
  { name: "statements by name", path: () => `/api/statements?by=${named(rank(2000) * 7)}&limit=20` },
  { name: "comparison", path: () => `/api/contacts/${idOf()}.c0/tellings` },
  { name: "actor", path: () => `/api/actors/${idOf()}.a${Math.floor(draw() * 6)}` },
  { name: "timeline", path: () => `/api/timeline?actor=${country()}&limit=50` },
  { name: "facets", path: () => `/api/facets?q=${word()}` },
  { name: "home", path: () => "/api/home" },
  { name: "network", path: () => `/api/network?since=${year()}&until=${year()}&limit=500` },
];

const ready = async (): Promise<void> => {
  for (let tries = 0; tries < 300; tries += 1) {
    const answered = await fetch(`${origin}/api/jobs`).catch(() => undefined);
    if (answered?.ok) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error("the server does not answer");
};

/** Keeps an import running: a file of so many made texts after the other. */
const importing = (): { stop: () => void; done: () => Promise<number> } => {
  let going = true;
  const text = random(Date.now());
  const loop = async (): Promise<number> => {
    let taken = 0;
    while (going) {
      const lines = Array.from({ length: 200 }, () => JSON.stringify({ text: madeText(text) })).join("\n");
      const form = new FormData();
      form.set("file", new File([lines], "made.jsonl"));
      const { id } = (await (await fetch(`${origin}/api/jobs`, { method: "POST", body: form })).json()) as {
        id: string;
      };
      for (;;) {
        await new Promise((done) => setTimeout(done, 500));
        const job = (await (await fetch(`${origin}/api/jobs/${id}`)).json()) as {
          ended?: string;
          tally: { new: number };
        };
        if (job.ended === undefined && going) continue;
        taken += job.tally.new;
        if (job.ended === undefined) await fetch(`${origin}/api/jobs/${id}`, { method: "DELETE" });
        break;
      }
    }
    return taken;
  };
  const run = loop();
  return { stop: () => (going = false), done: () => run };
};

const shoot = (path: () => string): Promise<autocannon.Result> =>
  autocannon({
    url: origin,
    connections,
    duration: seconds,
    requests: [{ method: "GET", setupRequest: (request) => ({ ...request, path: path() }) }],
  });

/** Milliseconds of processor time that a process has had; zero where the system does not tell. */
const processorTime = (pid: number | undefined): number => {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return 0;
  const fields = readFileSync(stat, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
};

const program = join(import.meta.dirname, "..", "..", "bin", "dragoman.js");
const server: ChildProcess = spawn(
  process.execPath,
  [program, "serve", "--library", file, "--port", String(port)],
  {
    stdio: ["ignore", "ignore", "inherit"],
  },
);
try {
  await ready();
  // Threads are started by the first who need them.
  await Promise.all(Array.from({ length: 16 }, (_, at) => fetch(`${origin}/api/search?q=${wordOf(at)}`)));
  const only = process.argv[5]?.split(",");
  console.log("question\ta second\tp50\tp97.5\tp99\tworst\tprocessor\tbar\terrors");
  for (const importsRun of [false, true]) {
    const imports = importsRun ? importing() : undefined;
    if (imports) await new Promise((done) => setTimeout(done, 5000));
    for (const { name, bar, path } of kinds.filter((one) => only?.includes(one.name) ?? true)) {
      const before = processorTime(server.pid);
      const { latency, requests, non2xx, errors } = await shoot(path);
      const met = bar === undefined ? "" : latency.p99 <= bar ? `${bar} met` : `${bar} MISSED`;
      console.log(
        [
          `${name}${importsRun ? ", importing" : ""}`,
          requests.average.toFixed(0),
          latency.p50,
          latency.p97_5,
          latency.p99,
          latency.max,
          ((processorTime(server.pid) - before) / Math.max(requests.total, 1)).toFixed(2),
          met,
          non2xx + errors,
        ].join("\t"),
      );
    }
    imports?.stop();
    if (imports) console.log(`taken in meanwhile\t${await imports.done()}`);
  }
} finally {
  server.kill("SIGTERM");
}
