// The day that a text's own layout gives: `2025-05-02 date-line`; nothing where it gives none.
import type { Reading } from "../../src/model/reading.ts";

export const show = ({ document }: Reading): string[] =>
  document.published === undefined ? [] : [`${document.published} ${document.publishedRule ?? "said"}`];
