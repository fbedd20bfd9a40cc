// A worker thread: documents come in as messages, the rows of their records go out.
import { parentPort, workerData } from "node:worker_threads";
import { loadLanguage } from "../language/language.ts";
import { read } from "../read.ts";
import { toRecord } from "../record/to-record.ts";
import { rowsOf } from "../store/rows.ts";
import type { Answer, Task } from "./reader.ts";

const language = loadLanguage("en", workerData as { register?: string });

parentPort?.on("message", ({ number, document, address }: Task) => {
  try {
    const made = rowsOf(toRecord(read(document, language)), address);
    // A copy of its own size: what deflate gives stands in a larger buffer, which would travel whole.
    const record = new Uint8Array(made.record);
    const answer: Answer = { number, rows: { ...made, record } };
    parentPort?.postMessage(answer, [record.buffer]);
  } catch (error) {
    const answer: Answer = { number, problem: `could not be read (${(error as Error).message})` };
    parentPort?.postMessage(answer);
  }
});
