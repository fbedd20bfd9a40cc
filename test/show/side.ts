// Whose account a text is: `FRA own-voice`; nothing where it is nobody's.
import type { Reading } from "../../src/model/reading.ts";

export const show = ({ document }: Reading): string[] =>
  document.side === undefined ? [] : [`${document.side} ${document.sideRule ?? "said"}`];
