// Questions -> answers: quick ones at once, others on a few threads, so that a slow search keeps nobody waiting for a document.
import { Worker } from "node:worker_threads";
import { recordSize } from "../store/ask.ts";
import { openReader } from "../store/open-store.ts";
import type { Library } from "./library.ts";
import { type Asked, type AskedBack, errorOf, type ThreadData } from "./messages.ts";
import { ProblemError } from "./problem.ts";
import type { Answered } from "./question.ts";
import { questions } from "./questions.ts";

type Waiting = {
  readonly asked: Asked;
  readonly done: (answered: Answered | undefined) => void;
  readonly failed: (error: Error) => void;
};
type Thread = { readonly worker: Worker; busy: Waiting | undefined };

/** Bytes of a packed record; what is larger takes long enough to open to go to a thread. */
const quickSize = 64 * 1024;
/** So many may wait; who comes then is sent away. */
const longestQueue = 500;

/** An answer, what the library was when it was found, and until when it may be given all the same. */
type Kept = { readonly version: number; until: number; readonly answered: Promise<Answered | undefined> };
const mostKept = 300;
/** What was slow to find may be given again for ten times as long as that took, while an import goes on. */
const patience = { times: 10, most: 20_000 };

/** Asks the library at `path` on up to `threads` threads; none runs before the first slow question. */
export const makeAsker = (
  path: string,
  threads: number,
): Pick<Library, "ask" | "close"> & { readonly forget: () => void } => {
  const store = openReader(path);
  const byName = new Map(questions.map((one) => [one.name, one]));
  const pool: Thread[] = [];
  const queue: Waiting[] = [];
  let number = 0;
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
    const thread: Thread = {
      worker: new Worker(threadFile("asking"), { workerData: data }),
      busy: undefined,
    };
    pool.push(thread);
    const finish = (tell: (waiting: Waiting) => void) => {
      const waiting = thread.busy;
      thread.busy = undefined;
      if (waiting) tell(waiting);
      next();
    };
    thread.worker.on("message", ({ answered, trouble }: AskedBack) =>
      finish(({ done, failed }) => (trouble ? failed(errorOf(trouble)) : done(answered))),
    );
    // One question that brings a thread down costs that question, not the server.
    thread.worker.on("error", (error) => {
      pool.splice(pool.indexOf(thread), 1);
      finish(({ failed }) => failed(error as Error));
    });
    return thread;
  };
  const send = (asked: Asked): Promise<Answered | undefined> =>
    new Promise((done, failed) => {
      if (queue.length >= longestQueue)
        throw new ProblemError(503, "too many questions are waiting; ask again soon");
      queue.push({ asked, done, failed });
      next();
    });
  const kept = new Map<string, Kept>();
  const changes = store.prepare("PRAGMA data_version");
  const keep = (key: string, version: number, asked: Asked): Promise<Answered | undefined> => {
    const start = performance.now();
    const answered = send(asked);
    const entry: Kept = { version, until: Number.POSITIVE_INFINITY, answered };
    kept.delete(key);
    kept.set(key, entry);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
    answered.then(
      () => {
        const now = performance.now();
        entry.until = now + Math.min(patience.most, patience.times * (now - start));
      },
      () => kept.get(key) === entry && kept.delete(key),
    );
    return answered;
  };
  return {
    ask: async (question, input, csv) => {
      const known = byName.get(question);
      if (known?.quick && recordSize(store, String(input.id).split(".")[0]!) < quickSize)
        return known.answer(store, input, csv);
      number += 1;
      const key = JSON.stringify([question, csv, input]);
      const version = Number(changes.get()?.data_version);
      const before = kept.get(key);
      if (before && (before.version === version || performance.now() < before.until)) return before.answered;
      return keep(key, version, { number, question, input, csv });
    },
    forget: () => kept.clear(),
    close: async () => {
      await Promise.all(pool.map(({ worker }) => worker.terminate()));
      store.close();
    },
  };
};

/** A thread's own file, from source and from a build alike. */
export const threadFile = (name: string): URL =>
  new URL(`./${name}-thread.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url);
