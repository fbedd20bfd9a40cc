// Attributions: who (source) says (cue) what (content), nested as deep as the text goes.
import type { Span } from "./span.ts";

export type StatementForm = "direct" | "indirect" | "mixed";
export type MediumKind =
  | "statement"
  | "social-media"
  | "interview"
  | "press-conference"
  | "call"
  | "letter"
  | "speech"
  | "meeting"
  | "report"
  | "broadcast"
  | "other";

export type Medium = { readonly kind: MediumKind; readonly name?: string; readonly span: Span };

/** One attribution. `speakers` and `addressees` are indexes into actors, `within` and others into their layers. */
export type Statement = {
  readonly index: number;
  readonly speakers: readonly number[];
  readonly source?: Span;
  readonly cue?: Span & { readonly lemma: string };
  /** The word that heads the cue in the tree, where a word does. */
  readonly cueWord?: number;
  /** Canonical act: `say`, `stress`, `accuse`; see language/en/statements. */
  readonly act: string;
  readonly negated: boolean;
  /** In text order; several where a cue interrupts it. */
  readonly content: readonly Span[];
  readonly form: StatementForm;
  /** The statement that this one is reported in. */
  readonly within?: number;
  readonly addressees: readonly number[];
  readonly medium?: Medium;
  /** ISO date on which it was uttered. */
  readonly date?: string;
  /** 0 to 1, calibrated. */
  readonly confidence: number;
  readonly rule: string;
};
