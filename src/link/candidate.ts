// What linking compares: a telling of a contact with its people and its days, and why two were joined or not.
import type { Record, RecordContact } from "../record/schema.ts";
import type { Identity } from "./identity.ts";

/** One telling of a contact. */
export type Telling = { readonly record: Record; readonly contact: RecordContact };

/** Why two tellings were joined or kept apart, as `dragoman compare --why` prints it. */
export type Reason = {
  readonly a: string;
  readonly b: string;
  readonly joined: boolean;
  readonly because: readonly string[];
};

/** A telling as linking compares it. */
export type Candidate = Telling & {
  readonly identities: readonly Identity[];
  /** Days since 1970, first and last possible. Undated contacts lie in the days before their document. */
  readonly from: number;
  readonly to: number;
  readonly dated: boolean;
};

/** Hours ahead of UTC by state (language/en/comparison/zones.tsv). */
export type Hours = ReadonlyMap<string, number>;
