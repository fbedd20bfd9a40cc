// One text as it came, with what its publisher says about it. Never changed after import.

/**
 * A text to read. `published` is an ISO date (`2025-03-04`); `side` an ISO alpha-3 or IGO code; `publishedRule` and `sideRule`
 * name the rule where the day and the side were not said at import but read from the publisher or the text.
 */
export type Document = {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly side?: string;
  readonly sideRule?: string;
  readonly published?: string;
  readonly publishedRule?: string;
};
