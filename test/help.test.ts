// What `--help` shows is true: every command has examples, and every example runs.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { afterAll, expect, test } from "vitest";
import { commands } from "../src/cli/commands.ts";
import { getRecord } from "../src/store/ask.ts";
import { askActors, documentIds } from "../src/store/lists.ts";
import { openStore } from "../src/store/open-store.ts";

const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "help-"));
const library = join(folder, "library.sqlite");
afterAll(() => rmSync(folder, { recursive: true }));

/** The files that the examples name, in a folder of their own. */
const sentence = "Foreign Minister Jan Lipavsky spoke with Marco Rubio on the phone on Monday.";
const layFiles = (): void => {
  const talks = join(root, "examples", "rubio-lavrov-2025-10");
  for (const name of ["inbox", "reports", "readouts"]) cpSync(talks, join(folder, name), { recursive: true });
  const texts = readdirSync(talks).filter((name) => name.endsWith(".txt"));
  for (const [at, name] of ["report.txt", "readout-usa.txt", "readout-rus.txt"].entries())
    cpSync(join(talks, texts[at % texts.length]!), join(folder, name));
  for (const name of [".local/share/bash-completion/completions", ".zfunc", ".config/fish/completions"])
    mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, "readout.txt"), sentence);
  writeFileSync(join(folder, "readout.html"), `<html><body><p>${sentence}</p></body></html>`);
  writeFileSync(join(folder, "reports.jsonl"), JSON.stringify({ body: sentence, day: "2025-03-04" }));
  const holder = { person: "A Person", office: "foreign minister", of: "CZE", from: "2031-01-01", to: "" };
  writeFileSync(join(folder, "query.json"), JSON.stringify([holder]));
  writeFileSync(
    join(folder, "ministers.csv"),
    `${Object.keys(holder).join(",")}\n${Object.values(holder).join(",")}\n`,
  );
  writeFileSync(
    join(folder, "feed.xml"),
    `<rss version="2.0"><channel><title>P</title><item><guid>1</guid><description>${sentence}</description></item></channel></rss>`,
  );
  for (const name of ["news.sqlite", "library.sqlite"])
    spawnSync(process.execPath, [join(root, "bin/dragoman.js"), "add", "inbox", "--library", name], {
      cwd: folder,
    });
};

/** An example with ids that the library has: the document of most actors, its most named actors, any other finding. */
const withIds = (line: string): string => {
  if (!/\bd[0-9a-f]{16}\b/.test(line)) return line;
  const store = openStore(library);
  const records = [...documentIds(store)].map((id) => getRecord(store, id)!);
  store.close();
  const record = records.sort((a, b) => b.actors.length - a.actors.length)[0]!;
  const people = record.actors
    .filter(({ kind }) => kind === "person")
    .sort((a, b) => b.mentions.length - a.mentions.length);
  let person = 0;
  return line.replace(/\bd[0-9a-f]{16}(?:\.([a-z])\d+)?/g, (_, layer: string | undefined) => {
    if (layer === undefined) return record.document.id;
    if (layer === "a") return people[person++]!.id;
    return (layer === "c" ? record.contacts : layer === "e" ? record.events : record.statements)[0]!.id;
  });
};

const withInner = (command: Command): Command[] => [command, ...command.commands.flatMap(withInner)];
const helpOf = (command: Command): string => {
  let text = "";
  command.configureOutput({ writeOut: (part) => (text += part) });
  command.outputHelp();
  return text;
};

layFiles();
const all: [string, string[]][] = [];
for (const [name, load] of Object.entries(commands))
  for (const command of withInner(await load())) {
    const examples = helpOf(command).split("Examples:\n")[1] ?? "";
    const lines = examples.split("\n").map((line) => line.trim());
    const path = command.name() === name ? name : `${name} ${command.name()}`;
    all.push([path, lines.filter((line) => line.includes("dragoman"))]);
  }

test.each(all)(
  "%s",
  (path, examples) => {
    // The examples of a group of commands run with each of them.
    if (all.some(([other]) => other.startsWith(`${path} `))) return;
    expect(examples).not.toEqual([]);
    for (const example of examples) {
      // What asks a server or is one runs in tests of its own; what is piped from one comes from a file here.
      if (/dragoman (?:watch|serve|demo --open)\b/.test(example)) continue;
      const line = withIds(example).replace(/curl -s https:\/\/example.org\//, "cat ");
      const script = `dragoman() { "${process.execPath}" "${join(root, "bin/dragoman.js")}" "$@"; }; set -eo pipefail; ${line}`;
      const { status, stderr } = spawnSync("bash", ["-c", script], {
        cwd: folder,
        encoding: "utf8",
        env: {
          ...process.env,
          HOME: folder,
          XDG_DATA_HOME: join(folder, ".local/share"),
          DRAGOMAN_LIBRARY: library,
          NO_COLOR: "1",
        },
      });
      expect([line, status, status === 0 ? "" : stderr]).toEqual([line, 0, ""]);
    }
  },
  120_000,
);

test("the library of the examples holds what they ask for", () => {
  const store = openStore(library);
  expect(askActors(store, { by: "lavrov" }).rows).not.toEqual([]);
  store.close();
});
