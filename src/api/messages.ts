// What the server and its threads say to each other.
import type { Correcting, Exporting, Order, Tally } from "./library.ts";
import type { Answered } from "./question.ts";

/** What a thread is started with. */
export type ThreadData = { readonly library: string };

/** A question on its way to a thread. */
export type Asked = {
  readonly number: number;
  readonly question: string;
  readonly input: { readonly [name: string]: unknown };
  readonly csv: boolean;
};

/** An error on its way from a thread. */
export type Trouble = { readonly name: string; readonly message: string };

/** The answer to a question; neither field where there is no such thing. */
export type AskedBack = { readonly number: number; readonly answered?: Answered; readonly trouble?: Trouble };

/** What the writing thread is told. */
export type Writing =
  | { readonly kind: "correct"; readonly number: number; readonly what: Correcting }
  | { readonly kind: "import"; readonly id: string; readonly order: Order }
  | { readonly kind: "cancel"; readonly id: string };

/** What the writing thread tells. */
export type Written =
  | {
      readonly kind: "corrected";
      readonly number: number;
      readonly made?: { number: number; made?: string };
      readonly trouble?: Trouble;
    }
  | {
      readonly kind: "step";
      readonly id: string;
      readonly tally: Tally;
      readonly documents: readonly string[];
      readonly failures: readonly { readonly source: string; readonly reason: string }[];
    }
  | {
      readonly kind: "end";
      readonly id: string;
      readonly state: "done" | "failed" | "cancelled";
      readonly reason?: string;
    };

/** What the exporting thread is started with, and what it tells: pieces, and at last null or what went wrong. */
export type ExportData = ThreadData & { readonly what: Exporting };
export type Exported = Uint8Array | null | Trouble;

/** An error as it travels. */
export const troubleOf = (error: unknown): Trouble => {
  const { name, message, stack } = error as Error;
  const known = name === "StoreError" || name === "InputError";
  return { name, message: known ? message : (stack ?? message) };
};

/** The error that travelled. */
export const errorOf = ({ name, message }: Trouble): Error => Object.assign(new Error(message), { name });

/** A thread's own file, from source and from a build alike. */
export const threadFile = (name: string): URL =>
  new URL(`./${name}-thread.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url);
