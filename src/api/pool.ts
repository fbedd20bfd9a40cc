// Questions for threads -> answers: a few threads that only read, started as they are needed, and a queue before them.
import { Worker } from "node:worker_threads";
import { type Asked, type AskedBack, errorOf, type ThreadData, threadFile } from "./messages.ts";
import { ProblemError } from "./problem.ts";
import type { Answered } from "./question.ts";

type Waiting = {
  readonly asked: Asked;
  readonly gone: () => boolean;
  readonly done: (answered: Answered | undefined) => void;
  readonly failed: (error: Error) => void;
};
type Thread = {
  readonly worker: Worker;
  busy: Waiting | undefined;
  late: NodeJS.Timeout | undefined;
};

/** So many may wait; who comes then is sent away. */
const longestQueue = 500;
/** Milliseconds after which a question is given up, and its thread with it. */
const longestQuestion = 30_000;

/** Answers on up to `threads` threads. */
export type Pool = {
  /** A question for whose answer nobody waits any more when its turn comes is passed over. */
  readonly send: (asked: Asked, gone?: () => boolean) => Promise<Answered | undefined>;
  readonly close: () => Promise<void>;
};

/** Makes a pool over the library at `path`; no thread runs before the first question. */
export const makePool = (path: string, threads: number, longest = longestQuestion): Pool => {
  const pool: Thread[] = [];
  const queue: Waiting[] = [];
  const next = () => {
    while (queue.length > 0) {
      if (queue[0]!.gone()) {
        queue.shift()!.failed(new ProblemError(503, "nobody waited for the answer"));
        continue;
      }
      const free =
        pool.find(({ busy }) => busy === undefined) ?? (pool.length < threads ? start() : undefined);
      if (!free) return;
      free.busy = queue.shift()!;
      free.worker.postMessage(free.busy.asked);
      free.late = setTimeout(
        lose,
        longest,
        free,
        new ProblemError(503, "it took too long; ask for less"),
      ).unref();
    }
  };
  const finish = (thread: Thread, tell: (waiting: Waiting) => void) => {
    clearTimeout(thread.late);
    const waiting = thread.busy;
    thread.busy = undefined;
    if (waiting) tell(waiting);
    next();
  };
  /** One question that brings a thread down, or never ends, costs that question, not the server. */
  const lose = (thread: Thread, error: Error) => {
    const at = pool.indexOf(thread);
    if (at < 0) return;
    pool.splice(at, 1);
    void thread.worker.terminate();
    finish(thread, ({ failed }) => failed(error));
  };
  const start = (): Thread => {
    const data: ThreadData = { library: path };
    const worker = new Worker(threadFile("asking"), { workerData: data });
    const thread: Thread = { worker, busy: undefined, late: undefined };
    pool.push(thread);
    worker.on("message", ({ answered, trouble }: AskedBack) =>
      finish(thread, ({ done, failed }) => (trouble ? failed(errorOf(trouble)) : done(answered))),
    );
    worker.on("error", (error: Error) => lose(thread, error));
    return thread;
  };
  return {
    send: async (asked, gone = () => false) => {
      if (queue.length >= longestQueue)
        throw new ProblemError(503, "too many questions are waiting; ask again soon");
      return new Promise((done, failed) => {
        queue.push({ asked, gone, done, failed });
        next();
      });
    },
    close: async () => {
      for (const { late } of pool) clearTimeout(late);
      await Promise.all(pool.map(({ worker }) => worker.terminate()));
    },
  };
};
