// Documents -> the rows of their readings, on worker threads that start as they are needed.
import { Worker } from "node:worker_threads";
import type { Document } from "../model/document.ts";
import type { Rows } from "../store/rows.ts";

/** A document on its way to a thread. */
export type Task = { readonly number: number; readonly document: Document; readonly address: string };

/** What comes back: its rows, or what went wrong. */
export type Answer = { readonly number: number; readonly rows?: Rows; readonly problem?: string };

/** Reads documents on up to `threads` threads. Answers come in any order, each to its own promise. */
export type Reader = {
  readonly read: (document: Document, address: string) => Promise<Rows | { problem: string }>;
  readonly close: () => Promise<void>;
};

type Waiting = { readonly task: Task; readonly done: (answer: Rows | { problem: string }) => void };
type Thread = { readonly worker: Worker; busy: Waiting | undefined };

/** The thread's own file, from source and from a build alike. */
const workerFile = (): URL =>
  new URL(import.meta.url.endsWith(".ts") ? "./reading-thread.ts" : "./reading-thread.js", import.meta.url);

/** What a thread may hold, in MB. A small nursery costs no time here and halves what a thread holds on to. */
const room = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 2048 };

/** What a thread runs, and the folder of imported facts about office holders that it reads with. */
export type ReaderOptions = { readonly file?: URL; readonly register?: string };

/** Makes a reader; no thread runs before the first document. */
export const makeReader = (threads: number, options: ReaderOptions = {}): Reader => {
  const { file = workerFile(), register } = options;
  const pool: Thread[] = [];
  const queue: Waiting[] = [];
  let number = 0;
  const next = () => {
    while (queue.length > 0) {
      const thread =
        pool.find((one) => one.busy === undefined) ?? (pool.length < threads ? start() : undefined);
      if (thread === undefined) return;
      thread.busy = queue.shift()!;
      thread.worker.postMessage(thread.busy.task);
    }
  };
  const start = (): Thread => {
    const thread: Thread = {
      worker: new Worker(file, {
        resourceLimits: room,
        workerData: register === undefined ? {} : { register },
      }),
      busy: undefined,
    };
    pool.push(thread);
    const finish = (answer: Rows | { problem: string }) => {
      const waiting = thread.busy;
      thread.busy = undefined;
      waiting?.done(answer);
      next();
    };
    thread.worker.on("message", ({ rows, problem = "" }: Answer) => finish(rows ?? { problem }));
    // One text that brings a thread down costs that text, not the run.
    thread.worker.on("error", (error: NodeJS.ErrnoException) => {
      pool.splice(pool.indexOf(thread), 1);
      const full = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      finish({
        problem: full ? "is too long to be read at once; cut it" : `could not be read (${error.message})`,
      });
    });
    return thread;
  };
  return {
    read: (document, address) =>
      new Promise((done) => {
        number += 1;
        queue.push({ task: { number, document, address }, done });
        next();
      }),
    close: async () => {
      await Promise.all(pool.map(({ worker }) => worker.terminate()));
    },
  };
};
