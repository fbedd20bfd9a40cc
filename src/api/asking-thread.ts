// A worker thread: questions come in as messages, their answers go out; it only reads.
import { parentPort, workerData } from "node:worker_threads";
import { openReader } from "../store/open-store.ts";
import type { Asked, AskedBack, ThreadData } from "./messages.ts";
import { troubleOf } from "./messages.ts";
import { questions } from "./questions.ts";

const { library } = workerData as ThreadData;
const store = openReader(library);
const byName = new Map(questions.map((one) => [one.name, one]));

parentPort?.on("message", ({ number, question, input, csv }: Asked) => {
  let back: AskedBack;
  try {
    const answered = byName.get(question)?.answer(store, input, csv);
    back = { number, ...(answered && { answered }) };
  } catch (error) {
    back = { number, trouble: troubleOf(error) };
  }
  parentPort?.postMessage(back);
});
