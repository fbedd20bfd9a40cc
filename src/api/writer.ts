// Corrections and imports -> the one thread that writes; what it tells becomes answers and the state of jobs.
import { randomBytes } from "node:crypto";
import { Worker } from "node:worker_threads";
import type { Job, Jobs, Library } from "./library.ts";
import { errorOf, type ThreadData, threadFile, type Writing, type Written } from "./messages.ts";
import { ProblemError } from "./problem.ts";

type Waiting = {
  readonly done: (made: { number: number; made?: string }) => void;
  readonly failed: (error: Error) => void;
};

/** Jobs that are remembered; waiting ones; documents and failures that a job names. */
const most = { kept: 200, waiting: 20, named: 1000 };

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

/** The jobs as they are known here, and who follows them. */
const makeBoard = () => {
  const jobs = new Map<string, Job>();
  const followers = new Map<string, Set<(job: Job) => void>>();
  const put = (job: Job): Job => {
    jobs.set(job.id, job);
    for (const told of followers.get(job.id) ?? []) told(job);
    return job;
  };
  const end = (job: Job, state: Job["state"], reason?: string) =>
    put({ ...job, state, ended: new Date().toISOString(), ...(reason !== undefined && { reason }) });
  const open = () => [...jobs.values()].filter((job) => job.ended === undefined);
  return {
    add(name: string): Job {
      if (open().length >= most.waiting)
        throw new ProblemError(429, "too many imports are waiting; try again later");
      const oldest = [...jobs.values()].find((job) => job.ended !== undefined);
      if (jobs.size >= most.kept && oldest) jobs.delete(oldest.id);
      const tally = { new: 0, version: 0, same: 0, failed: 0, bytes: 0, size: 0 };
      const started = new Date().toISOString();
      return put({
        id: randomBytes(9).toString("base64url"),
        name,
        state: "waiting",
        started,
        tally,
        documents: [],
        failures: [],
      });
    },
    tell(written: Written & { id: string }) {
      const job = jobs.get(written.id);
      if (!job) return;
      if (written.kind === "end") end(job, written.state, written.reason);
      else if (written.kind === "step")
        put({
          ...job,
          state: "running",
          tally: written.tally,
          documents: [...job.documents, ...written.documents].slice(0, most.named),
          failures: [...job.failures, ...written.failures].slice(0, most.named),
        });
    },
    broken(reason: string) {
      for (const job of open()) end(job, "failed", reason);
    },
    jobs: {
      list: () => [...jobs.values()].reverse(),
      get: (id) => jobs.get(id),
      follow: (id, told) => {
        const set = followers.get(id) ?? new Set();
        followers.set(id, set);
        set.add(told);
        return () => {
          set.delete(told);
          if (set.size === 0) followers.delete(id);
        };
      },
    } satisfies Omit<Jobs, "start" | "cancel">,
  };
};
