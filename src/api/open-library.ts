// A file -> the library that the routes use: asked on reading threads, written by one, exported by a thread of its own.
import { Worker } from "node:worker_threads";
import { openStore } from "../store/open-store.ts";
import { makeAsker } from "./asker.ts";
import type { Exporting, Library } from "./library.ts";
import { type ExportData, type Exported, errorOf, threadFile } from "./messages.ts";
import { ProblemError } from "./problem.ts";
import { makeWriter } from "./writer.ts";

/** Exports at a time. */
const mostExports = 4;

/** Opens the library at `path`, made where there is none, with `threads` threads for questions. Throws StoreError. */
export const openLibrary = (path: string, threads: number): Library => {
  // Once to write, so that its schema is what readers expect.
  openStore(path).close();
  const asker = makeAsker(path, threads);
  const writer = makeWriter(path, asker.forget);
  const exports = new Set<Worker>();
  return {
    ...asker,
    ...writer,
    export: (what) => exported(path, what, exports),
    close: async () => {
      await Promise.all([writer.close(), ...[...exports].map((worker) => worker.terminate())]);
      await asker.close();
    },
  };
};

const exported = (path: string, what: Exporting, running: Set<Worker>): ReadableStream<Uint8Array> => {
  if (running.size >= mostExports) throw new ProblemError(429, "other exports are running; try again later");
  const data: ExportData = { library: path, what };
  const worker = new Worker(threadFile("exporting"), { workerData: data });
  running.add(worker);
  const stop = () => {
    running.delete(worker);
    void worker.terminate();
  };
  return new ReadableStream<Uint8Array>(
    {
      pull: (controller) =>
        new Promise((done) => {
          worker.once("error", (error) => {
            controller.error(error);
            stop();
            done();
          });
          worker.once("message", (told: Exported) => {
            worker.removeAllListeners("error");
            if (told instanceof Uint8Array) controller.enqueue(told);
            else {
              stop();
              if (told === null) controller.close();
              else controller.error(errorOf(told));
            }
            done();
          });
          worker.postMessage("next");
        }),
      cancel: stop,
    },
    { highWaterMark: 1 },
  );
};
