// A name as `person: Jan Novak`.
import type { Reading } from "../../src/model/reading.ts";

export const show = ({ document, names }: Reading): string[] =>
  names.map(({ start, end, kind }) => `${kind}: ${document.text.slice(start, end).replace(/\s+/g, " ")}`);
