// What the routes need of a library: answers to questions, and a way to write. How threads do it is not their concern.
import type { Header } from "../import/document.ts";
import type { Decision } from "../store/corrections.ts";
import type { Answered } from "./question.ts";

/** What a person does to corrections. */
export type Correcting =
  | { readonly kind: "decide"; readonly finding: string; readonly decision: Decision }
  | { readonly kind: "undo" | "redo"; readonly number: number };

/** What is exported, and which part of it. */
export type Exporting = {
  readonly format: string;
  readonly table: string;
  readonly since?: string;
  readonly until?: string;
  readonly side?: string;
  readonly documents?: readonly string[];
};

/** A library as the routes see it. Errors keep their name (StoreError) and message. */
export type Library = {
  /** Undefined where there is no such thing. `asker` says when the one who asked has gone. */
  readonly ask: (
    question: string,
    input: { readonly [name: string]: unknown },
    csv: boolean,
    asker?: AbortSignal,
  ) => Promise<Answered | undefined>;
  readonly correct: (what: Correcting) => Promise<{ number: number; made?: string }>;
  readonly export: (what: Exporting) => ReadableStream<Uint8Array>;
  readonly jobs: Jobs;
  readonly close: () => Promise<void>;
};

/** How many documents became what, and how far it is. */
export type Tally = {
  readonly new: number;
  readonly version: number;
  readonly same: number;
  readonly failed: number;
  readonly bytes: number;
  readonly size: number;
};

/** One import. */
export type Job = {
  readonly id: string;
  readonly name: string;
  readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
  readonly started: string;
  readonly ended?: string;
  readonly tally: Tally;
  /** The first that were taken in. */
  readonly documents: readonly string[];
  /** The first that failed. */
  readonly failures: readonly { readonly source: string; readonly reason: string }[];
  readonly reason?: string;
};

/** What to import: an address to fetch, or bytes with a name. */
export type Order = {
  readonly name: string;
  readonly url?: string;
  readonly files?: readonly { readonly name: string; readonly bytes: Uint8Array; readonly type?: string }[];
  readonly header: Header;
};

/** The imports. */
export type Jobs = {
  readonly start: (order: Order) => Job;
  readonly list: () => readonly Job[];
  readonly get: (id: string) => Job | undefined;
  readonly cancel: (id: string) => Job | undefined;
  /** Calls `told` after each change until it gives the way to stop. */
  readonly follow: (id: string, told: (job: Job) => void) => () => void;
};
