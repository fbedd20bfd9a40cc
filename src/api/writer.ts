// Corrections and imports -> the one thread that writes; what it tells becomes answers and the state of jobs.
import { Worker } from "node:worker_threads";
import { makeBoard } from "./board.ts";
import type { Library } from "./library.ts";
import { errorOf, type ThreadData, threadFile, type Writing, type Written } from "./messages.ts";

type Waiting = {
  readonly done: (made: { number: number; made?: string }) => void;
  readonly failed: (error: Error) => void;
};

/** Writes to the library at `path`; the thread is started by the first who needs it. `changed` is told of corrections and ends of imports. */
export const makeWriter = (
  path: string,
  changed: () => void,
): Pick<Library, "correct" | "jobs" | "close"> => {
  const asked = new Map<number, Waiting>();
  const board = makeBoard();
  let number = 0;
  let worker: Worker | undefined;
  const down = (error: Error) => {
    worker = undefined;
    for (const { failed } of asked.values()) failed(error);
    asked.clear();
    board.broken("the writing thread broke down; what was taken in stays");
  };
  const send = (writing: Writing) => {
    if (!worker) {
      const data: ThreadData = { library: path };
      worker = new Worker(threadFile("writing"), { workerData: data });
      worker.on("error", down);
      worker.on("message", (written: Written) => {
        if (written.kind !== "step") changed();
        if (written.kind !== "corrected") return board.tell(written);
        const waiting = asked.get(written.number);
        asked.delete(written.number);
        if (written.made) waiting?.done(written.made);
        else if (written.trouble) waiting?.failed(errorOf(written.trouble));
      });
    }
    const files = writing.kind === "import" ? (writing.order.files ?? []) : [];
    worker.postMessage(
      writing,
      files.map(({ bytes }) => bytes.buffer as ArrayBuffer),
    );
  };
  return {
    correct: (what) =>
      new Promise((done, failed) => {
        number += 1;
        asked.set(number, { done, failed });
        send({ kind: "correct", number, what });
      }),
    jobs: {
      ...board.jobs,
      start: (order) => {
        const job = board.add(order.name);
        send({ kind: "import", id: job.id, order });
        return job;
      },
      cancel: (id) => {
        const job = board.jobs.get(id);
        if (job && job.ended === undefined) send({ kind: "cancel", id });
        return job;
      },
    },
    close: async () => {
      await worker?.terminate();
    },
  };
};
