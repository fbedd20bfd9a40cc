// Time expressions after TIMEX3, with what is said and what is inferred kept apart.
import type { Span } from "./span.ts";

export type TimeType = "DATE" | "TIME" | "DURATION" | "SET";

/**
 * What a value rests on: the words alone, the day of publication, the day a quotation was uttered,
 * or the date last mentioned in a narrative.
 */
export type TimeBasis = "text" | "published" | "statement" | "narrative";

/** One TIMEX3 expression. `value` is ISO-like as TIMEX3 writes it; empty values do not occur. */
export type Time = Span & {
  readonly index: number;
  readonly first: number;
  readonly last: number;
  readonly type: TimeType;
  readonly value: string;
  /** TIMEX3 `mod`: START, MID, END, APPROX, BEFORE, AFTER, LESS_THAN, MORE_THAN … */
  readonly mod?: string;
  /** What the words themselves fix, before any anchor: `XXXX-01`, `-P1D`, `FRIDAY`. */
  readonly said: string;
  readonly basis: TimeBasis;
  /** The date it was counted from, where there was one. */
  readonly anchor?: string;
  /**
   * The ends of the interval that the words open: "since February" has `from`, "until Friday" `to`, "from 3 to 5 May"
   * and "over the past three weeks" both. TIMEX3 date values.
   */
  readonly from?: string;
  readonly to?: string;
  readonly rule: string;
};
