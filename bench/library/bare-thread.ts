// A worker thread that reads documents and keeps nothing: pure reading, which an import is measured against.
import { parentPort } from "node:worker_threads";
import { loadLanguage } from "../../src/language/language.ts";
import type { Task } from "../../src/library/reader.ts";
import { read } from "../../src/read.ts";
import { toRecord } from "../../src/record/to-record.ts";

const language = loadLanguage();
parentPort?.on("message", ({ number, document }: Task) => {
  toRecord(read(document, language));
  parentPort?.postMessage({ number, problem: "read" });
});
