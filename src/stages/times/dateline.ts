// Expressions at the head of a text -> the day that the text itself gives for its making.
import type { Document } from "../../model/document.ts";

/** How far into the text a dateline may stand, in UTF-16 units. */
const head = 400;

/**
 * The day of the text: its publication, else a full date that stands at its head alone in its line, in the header of a
 * letter, or before the dash of a dateline ("PRAGUE, March 4, 2025 (Agency) -").
 */
export const dayOfText = (
  document: Document,
  expressions: readonly { readonly said: string; readonly span: readonly [number, number] }[],
): string | undefined => {
  if (document.published !== undefined) return document.published.slice(0, 10);
  for (const { said, span } of expressions) {
    if (span[0] > head) break;
    if (!/^\d{4}-\d{2}-\d{2}(?:[ T]|$)/.test(said)) continue;
    const line = lineAround(document.text, span[0], span[1]);
    const rest = line.after.replace(/^[\s,.;]*(?:\([^()]{1,40}\))?\s*/, "");
    if (
      (isLabel.test(line.before) && /^\W*$/.test(line.after)) ||
      (/^\W*date\s?:/i.test(line.before) && isLabel.test(line.before)) ||
      (/^[-\u2013\u2014]/.test(rest) && !/[a-z]{4}/.test(line.before))
    )
      return said.slice(0, 10);
  }
  return undefined;
};

/** "Date: Tue, 14 May 2024 10:00:00", "Published: May 14, 2024", "Tuesday, May 14, 2024". */
const isLabel =
  /^\W*(?:(?:date|dated|published|posted|released|issued|updated)\b(?:\s?on)?)?\W*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6})?\W*$/i;

const lineAround = (text: string, start: number, end: number): { before: string; after: string } => {
  const open = text.lastIndexOf("\n", start - 1) + 1;
  const close = text.indexOf("\n", end);
  return {
    before: text.slice(Math.max(open, start - 80), start),
    after: text.slice(end, Math.min(close < 0 ? text.length : close, end + 80)),
  };
};
