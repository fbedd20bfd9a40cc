// Questions for threads -> answers: a few threads that only read, started as they are needed, and a queue before them.
import { Worker } from "node:worker_threads";
import { type Asked, type AskedBack, errorOf, type ThreadData, threadFile } from "./messages.ts";
import { ProblemError } from "./problem.ts";
import type { Answered } from "./question.ts";

type Waiting = {
  readonly asked: Asked;
  readonly done: (answered: Answered | undefined) => void;
  readonly failed: (error: Error) => void;
};
type Thread = { readonly worker: Worker; busy: Waiting | undefined };

/** So many may wait; who comes then is sent away. */
const longestQueue = 500;

/** Answers on up to `threads` threads. */
export type Pool = {
  readonly send: (asked: Asked) => Promise<Answered | undefined>;
  readonly close: () => Promise<void>;
};

/** Makes a pool over the library at `path`; no thread runs before the first question. */
export const makePool = (path: string, threads: number): Pool => {
  const pool: Thread[] = [];
  const queue: Waiting[] = [];
  const next = () => {
    while (queue.length > 0) {
      const free =
        pool.find(({ busy }) => busy === undefined) ?? (pool.length < threads ? start() : undefined);
      if (!free) return;
      free.busy = queue.shift()!;
      free.worker.postMessage(free.busy.asked);
    }
  };
  const start = (): Thread => {
    const data: ThreadData = { library: path };
    const worker = new Worker(threadFile("asking"), { workerData: data });
    const thread: Thread = { worker, busy: undefined };
    pool.push(thread);
    const finish = (tell: (waiting: Waiting) => void) => {
      const waiting = thread.busy;
      thread.busy = undefined;
      if (waiting) tell(waiting);
      next();
    };
    worker.on("message", ({ answered, trouble }: AskedBack) =>
      finish(({ done, failed }) => (trouble ? failed(errorOf(trouble)) : done(answered))),
    );
    // One question that brings a thread down costs that question, not the server.
    worker.on("error", (error) => {
      pool.splice(pool.indexOf(thread), 1);
      finish(({ failed }) => failed(error as Error));
    });
    return thread;
  };
  return {
    send: async (asked) => {
      if (queue.length >= longestQueue)
        throw new ProblemError(503, "too many questions are waiting; ask again soon");
      return new Promise((done, failed) => {
        queue.push({ asked, done, failed });
        next();
      });
    },
    close: async () => {
      await Promise.all(pool.map(({ worker }) => worker.terminate()));
    },
  };
};
