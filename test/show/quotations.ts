// A quotation as `depth inner`, with `open` where its closer is missing and `continues` where a paragraph re-opens it.
import type { Reading } from "../../src/model/reading.ts";

export const show = ({ document, quotations }: Reading): string[] =>
  quotations.map(({ inner, depth, closed, continues }) => {
    const text = document.text.slice(inner.start, inner.end).replace(/\s+/g, " ");
    return `${depth}${closed ? "" : " open"}${continues ? " continues" : ""}: ${text}`;
  });
