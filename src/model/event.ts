// Political events in PLOVER, with CAMEO beside it.
import type { Span } from "./span.ts";

export type Factuality = "actual" | "future" | "hypothetical" | "negated" | "historical";

export type PloverType =
  | "AGREE"
  | "CONSULT"
  | "SUPPORT"
  | "COOPERATE"
  | "AID"
  | "CONCEDE"
  | "RETREAT"
  | "REQUEST"
  | "ACCUSE"
  | "REJECT"
  | "THREATEN"
  | "PROTEST"
  | "SANCTION"
  | "MOBILIZE"
  | "COERCE"
  | "ASSAULT";

/** One event. `actors` and `recipients` are indexes into actors, `within` into statements; `trigger` is its word. */
export type Event = {
  readonly index: number;
  readonly type: PloverType;
  readonly mode?: string;
  readonly contexts: readonly string[];
  readonly cameo?: string;
  readonly actors: readonly number[];
  readonly recipients: readonly number[];
  readonly date?: string;
  readonly place?: Span;
  readonly factuality: Factuality;
  readonly trigger: Span;
  readonly within?: number;
  readonly rule: string;
};
