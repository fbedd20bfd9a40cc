// `node bench/library/kill.ts [KILLS] [DOCUMENTS]`: kills an import again and again, and counts what that lost or doubled.
// With --instant the texts are not read, only kept: the store's part of the import, in seconds.
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRecord } from "../../src/store/ask.ts";
import { documentIds } from "../../src/store/lists.ts";
import { openStore } from "../../src/store/open-store.ts";
import { madeText, random } from "./made-records.ts";

/** What the kills did. All but `kills` and `finished` must be 0, and `same` true. */
export type Toll = {
  readonly kills: number;
  /** Runs that came to their end before they were killed. */
  readonly finished: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  readonly damaged: number;
  readonly same: boolean;
};

const root = join(import.meta.dirname, "..", "..");
const programOf = (instant: boolean): string[] =>
  instant
    ? [join(root, "bench/library/instant-add.ts")]
    : [join(root, "bin/dragoman.js"), "add", "--json", "--threads", "2"];

/** Imports `documents` made texts, killed `kills` times with SIGKILL at moments that `seed` draws, then to the end. */
export const killImports = async (
  kills: number,
  documents: number,
  instant: boolean,
  seed = 1,
): Promise<Toll> => {
  const folder = mkdtempSync(join(tmpdir(), "kill-"));
  const inbox = join(folder, "inbox");
  mkdirSync(inbox);
  const draw = random(seed);
  for (let at = 0; at < documents; at += 1)
    writeFileSync(join(inbox, `${String(at).padStart(6, "0")}.txt`), madeText(draw));
  const start = (library: string): ChildProcess =>
    spawn(process.execPath, [...programOf(instant), "--library", library, inbox], {
      stdio: ["ignore", "pipe", "ignore"],
    });
  const undisturbed = join(folder, "undisturbed.sqlite");
  await toEnd(start(undisturbed), new Set(), Number.POSITIVE_INFINITY, 0);
  const library = join(folder, "killed.sqlite");
  const acknowledged = new Set<string>();
  const toll = { finished: 0, lost: 0, doubled: 0, damaged: 0 };
  for (let kill = 0; kill < kills; kill += 1) {
    // Spread over the whole import, whatever was kept before: known texts are acknowledged too.
    const after = Math.floor((documents * (kill + draw())) / kills);
    toll.finished += (await toEnd(start(library), acknowledged, after, draw() * 40)) ? 1 : 0;
    const found = inspect(library, acknowledged);
    toll.lost += found.lost;
    toll.doubled += found.doubled;
    toll.damaged += found.damaged;
  }
  await toEnd(start(library), acknowledged, Number.POSITIVE_INFINITY, 0);
  const last = inspect(library, acknowledged);
  const same = digest(library) === digest(undisturbed);
  rmSync(folder, { recursive: true });
  return { kills, acknowledged: acknowledged.size, ...toll, lost: toll.lost + last.lost, same };
};

/** Notes what the program acknowledges; after so many lines and then so many milliseconds it is killed. True if it ended first. */
const toEnd = (
  child: ChildProcess,
  acknowledged: Set<string>,
  after: number,
  delay: number,
): Promise<boolean> =>
  new Promise((done) => {
    let rest = "";
    let lines = 0;
    child.stdout?.on("data", (chunk: Buffer) => {
      const parts = (rest + chunk.toString()).split("\n");
      rest = parts.pop() ?? "";
      for (const line of parts) {
        acknowledged.add((JSON.parse(line) as { id: string }).id);
        lines += 1;
        if (lines === after + 1) setTimeout(() => child.kill("SIGKILL"), delay);
      }
    });
    child.on("close", (code) => done(code === 0));
  });

const inspect = (library: string, acknowledged: ReadonlySet<string>) => {
  const store = openStore(library);
  const one = (sql: string): number => Number(Object.values(store.prepare(sql).get() ?? {})[0] ?? 0);
  const known = new Set(
    store
      .prepare("SELECT id FROM documents")
      .all()
      .map(({ id }) => id as string),
  );
  const documents = one("SELECT count(*) FROM documents");
  const whole = Object.values(store.prepare("PRAGMA integrity_check(1)").get() ?? {})[0] === "ok";
  const counted = one("SELECT count FROM counts WHERE what = 'all' AND name = 'documents'");
  const found = {
    lost: [...acknowledged].filter((id) => !known.has(id)).length,
    doubled: documents - known.size + one("SELECT count(*) FROM documents WHERE version > 1"),
    damaged:
      (whole ? 0 : 1) +
      (counted === documents ? 0 : 1) +
      (one("SELECT count(*) FROM documents_text_docsize") === documents ? 0 : 1),
  };
  store.close();
  return found;
};

/** Hash of what `dragoman export jsonl` would write. */
const digest = (library: string): string => {
  const store = openStore(library);
  const hash = createHash("sha256");
  for (const id of documentIds(store)) hash.update(`${JSON.stringify(getRecord(store, id))}\n`);
  store.close();
  return hash.digest("hex");
};

if (process.argv[1] === import.meta.filename) {
  const numbers = process.argv
    .slice(2)
    .filter((word) => /^\d+$/.test(word))
    .map(Number);
  const toll = await killImports(numbers[0] ?? 100, numbers[1] ?? 200, process.argv.includes("--instant"));
  console.log(JSON.stringify(toll));
  if (toll.lost + toll.doubled + toll.damaged > 0 || !toll.same) process.exitCode = 1;
}
