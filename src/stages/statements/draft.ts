// What the parts of the stage hand to one another: a statement in the making, in word indexes.
import type { Act, StatementsLanguage } from "../../language/statements.ts";
import type { Reading } from "../../model/reading.ts";
import type { Span } from "../../model/span.ts";

/** The layers that statements are read from. */
export type StatementsInput = Omit<Reading, "statements" | "contacts" | "events">;

/** What every part of the stage works on. */
export type Scene = { readonly input: StatementsInput; readonly language: StatementsLanguage };

/** A statement in the making. Word indexes are document-wide; `content` is in text order. */
export type Draft = {
  /** The word that heads the cue. */
  readonly head: number;
  /** First and last word of the cue. */
  readonly cue: readonly [first: number, last: number];
  readonly act: Act;
  readonly negated: boolean;
  /** The word that names the speaker where the cue stands, as text shows it; may be "who". */
  readonly speaker?: number;
  readonly source?: Span;
  readonly addressee?: number;
  readonly content: readonly Span[];
  /** The cue of the statement whose content this one shares: "Reuters, citing officials, said …". */
  readonly host?: number;
  readonly confidence: number;
  readonly rule: string;
};
