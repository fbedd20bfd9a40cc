// What the writing thread tells of imports -> the jobs as they are known here, and who follows them.
import { randomBytes } from "node:crypto";
import type { Job, Jobs } from "./library.ts";
import type { Written } from "./messages.ts";
import { ProblemError } from "./problem.ts";

/** Jobs that are remembered; waiting ones; documents and failures that a job names. */
const most = { kept: 200, waiting: 20, named: 1000 };

/** Makes a board without jobs. `add` throws ProblemError where too many wait. */
export const makeBoard = () => {
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
