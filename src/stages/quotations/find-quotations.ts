// Text and paragraphs -> quotations: what stands between quotation marks, whatever marks the text uses.
import type { QuotationsLanguage } from "../../language/quotations.ts";
import type { Document } from "../../model/document.ts";
import type { Paragraph, Quotation } from "../../model/sentence.ts";
import { type Pair, pairMarks } from "./pair-marks.ts";

/** Quotations in text order, outer before inner. Any text gives an answer; unclosed marks end with their paragraph. */
export const findQuotations = (
  { text }: Document,
  paragraphs: readonly Paragraph[],
  language: QuotationsLanguage,
): Quotation[] => {
  const quotations: Quotation[] = [];
  // The mark of a quotation that the paragraph before left open.
  let pending: string | undefined;
  paragraphs.forEach((paragraph, at) => {
    const next = paragraphs[at + 1];
    const pairs = pairMarks(text, paragraph, next && text[next.start], language);
    let open: string | undefined;
    for (const pair of pairs) {
      const continues = pair.start === paragraph.start && pending !== undefined && pair.mark === pending;
      quotations.push(toQuotation(text, pair, quotations.length, continues));
      if (!pair.closed && pair.depth === 0) open = pair.mark;
    }
    pending = open;
  });
  return quotations;
};

const toQuotation = (text: string, pair: Pair, index: number, continues: boolean): Quotation => {
  let start = pair.start + pair.mark.length;
  let end = pair.end - pair.closer.length;
  while (start < end && /\s/.test(text[start]!)) start += 1;
  while (end > start && /\s/.test(text[end - 1]!)) end -= 1;
  return {
    index,
    start: pair.start,
    end: pair.end,
    inner: { start: Math.min(start, pair.end), end: Math.max(end, Math.min(start, pair.end)) },
    depth: pair.depth,
    closed: pair.closed,
    continues,
  };
};
