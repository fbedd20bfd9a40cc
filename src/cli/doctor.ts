// `dragoman doctor`: what is right and what is wrong with a set-up, and what to do about it.
import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { Command } from "commander";
import { loadLanguage } from "../language/language.ts";
import { loadMaker } from "../language/maker.ts";
import { readOwnRegister } from "../language/register-files.ts";
import { registerFolder } from "../library/register-folder.ts";
import { failuresOf } from "../store/failures.ts";
import { openStore, type Store } from "../store/open-store.ts";
import { exit } from "./exit.ts";
import { type LibraryFlags, libraryFile, withLibrary } from "./library.ts";
import { paint, plain } from "./style.ts";

type Finding = { readonly state: "ok" | "note" | "wrong"; readonly text: string };
const ok = (text: string): Finding => ({ state: "ok", text });
const note = (text: string): Finding => ({ state: "note", text });
const wrong = (text: string): Finding => ({ state: "wrong", text });

export const doctorCommand = withLibrary(
  new Command("doctor").description("Say what is wrong with this set-up, and what to do about it"),
)
  .option("--json", "print JSON Lines")
  .addHelpText("after", "\nExamples:\n  dragoman doctor\n  dragoman doctor --library news.sqlite --json")
  .action((flags: LibraryFlags & { json?: boolean }) => {
    const findings = [node(), language(), ...library(libraryFile(flags))];
    const mark = {
      ok: paint("green", "ok   "),
      note: paint("yellow", "note "),
      wrong: paint("red", "wrong"),
    };
    for (const { state, text } of findings)
      console.log(flags.json ? JSON.stringify({ state, text }) : `${mark[state]} ${plain(text)}`);
    if (findings.some(({ state }) => state === "wrong")) process.exitCode = exit.failed;
  });

const node = (): Finding => {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 18)
    ? ok(`Node ${process.versions.node}`)
    : wrong(`Node ${process.versions.node}; Dragoman needs 22.18 or newer`);
};

const language = (): Finding => {
  try {
    const start = performance.now();
    const { version, models } = loadLanguage("en", { register: registerFolder() }).maker;
    return ok(`Dragoman ${version}, models ${models}, loaded in ${Math.round(performance.now() - start)} ms`);
  } catch (error) {
    return wrong(`language data: ${(error as Error).message}`);
  }
};

const library = (file: string): Finding[] => {
  if (!existsSync(file))
    return [note(`${file}: no library yet; \`dragoman add\` makes one`), ...room(dirname(file))];
  let store: Store;
  try {
    accessSync(file, constants.R_OK | constants.W_OK);
    store = openStore(file);
  } catch (error) {
    return [wrong((error as Error).message)];
  }
  try {
    return [...inside(store), ...room(dirname(file))];
  } catch (error) {
    return [wrong(`${file}: ${(error as Error).message}; restore it from a copy`)];
  } finally {
    store.close();
  }
};

const inside = (store: Store): Finding[] => {
  const one = (sql: string, ...values: string[]): number =>
    Number(Object.values(store.prepare(sql).get(...values) ?? {})[0] ?? 0);
  const check = Object.values(store.prepare("PRAGMA quick_check(1)").get() ?? {})[0];
  const { version, models } = loadMaker("en", readOwnRegister(registerFolder()));
  const documents = one("SELECT count FROM counts WHERE what = 'all' AND name = 'documents'");
  const old = one("SELECT count(*) FROM documents WHERE maker <> ?", `${version} ${models}`);
  const undated = one("SELECT count(*) FROM documents WHERE published IS NULL");
  const failures = failuresOf(store).length;
  const size = Math.round(statSync(store.path).size / 1024 / 1024);
  return [
    check === "ok"
      ? ok(`${store.path}: ${documents} documents, ${size} MB, whole`)
      : wrong(`${store.path}: is damaged (${check}); restore it from a copy`),
    ...(old > 0
      ? [
          note(
            `read by another version or other models: ${old} documents; \`dragoman reread\` reads them anew`,
          ),
        ]
      : []),
    ...(undated > 0
      ? [
          note(
            `without a date: ${undated} documents, so "yesterday" in them stays undated; add them with --date`,
          ),
        ]
      : []),
    ...(failures > 0
      ? [
          note(
            `could not be added: ${failures} sources; see \`dragoman failures\`, try again with \`dragoman retry\``,
          ),
        ]
      : []),
  ];
};

const room = (folder: string): Finding[] => {
  let at = folder;
  while (!existsSync(at) && at !== dirname(at)) at = dirname(at);
  try {
    accessSync(at, constants.W_OK);
  } catch {
    return [wrong(`${at}: may not be written to; name another place with --library`)];
  }
  const { bavail, bsize } = statfsSync(at);
  const free = Math.round((bavail * bsize) / 1024 / 1024);
  return [
    free < 500
      ? wrong(`${at}: ${free} MB free; a library wants about 20 MB for a thousand texts`)
      : ok(`${at}: ${free} MB free`),
  ];
};
