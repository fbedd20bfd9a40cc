// What a person may ask a store for.

/** What to ask for; all that is given must hold. A party is a side (`CZE`), words of a name (`lavrov`), or `key:` and an identity's key. */
export type Filters = {
  readonly between?: readonly string[];
  readonly by?: string;
  readonly to?: string;
  /** Full-text query over statements' contents, or over the document for the other layers. */
  readonly about?: string;
  readonly act?: string;
  readonly type?: string;
  readonly channel?: string;
  readonly status?: string;
  readonly factuality?: string;
  /** Side whose document it is. */
  readonly side?: string;
  readonly depth?: number;
  /** ISO dates, both inclusive; a partial `until` (2025-03) holds all of its days. */
  readonly since?: string;
  readonly until?: string;
  /** `newest` first unless told. */
  readonly sort?: "newest" | "oldest";
  /** 50 unless told. */
  readonly limit?: number;
  /** The `next` of the page before. */
  readonly cursor?: string;
};
