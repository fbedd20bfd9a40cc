// A paragraph -> the places between its stretches, one by one, each asked whether a sentence ends there.
import type { SentenceTables } from "../../language/sentences.ts";
import type { Paragraph, Quotation } from "../../model/sentence.ts";
import { firstFrom, type Span } from "../../model/span.ts";
import { endsShort } from "./is-break.ts";
import { isBold, isPlain, observeBreak, settingOf } from "./observe-break.ts";

/** A place that needs a decision; `bold` where a break would lack a mark that the paragraph uses elsewhere. */
export type Place = { readonly bold: boolean; readonly seen: () => number[] };

/** So many stretches make no sentence of prose; without an end, text that never stops would cost the square of its length. */
const longest = 1000;

/**
 * Calls `decide` with the end of every stretch but the last and, where the place is not plain, what is seen there. Its answer says whether a sentence ends there; the sentences are returned.
 */
export const walkPlaces = (
  text: string,
  paragraph: Pick<Paragraph, "start" | "end" | "block">,
  quotations: readonly Quotation[],
  language: SentenceTables,
  decide: (end: number, place: Place | boolean) => boolean,
): Span[] => {
  const chunks = chunksOf(text, paragraph);
  const setting = settingOf(text, chunks, paragraph.block);
  const sentences: Span[] = [];
  const quoted = quotedIn(quotations, paragraph);
  let first = 0;
  let brackets = 0;
  chunks.forEach((chunk, at) => {
    const next = chunks[at + 1];
    brackets = Math.max(0, brackets + bracketsIn(text, chunk));
    const depth = (brackets > 0 ? 1 : 0) + (quoted(chunk.end) ? 2 : 0);
    if (next && at - first + 1 < longest) {
      const known = isCell(text, paragraph.start, chunk, next)
        ? true
        : isPlain(setting, at, language)
          ? false
          : endsShort(text, chunks, at, language);
      const place = {
        bold: isBold(setting, at),
        seen: () => observeBreak(setting, at, at - first + 1, depth, language),
      };
      if (!decide(chunk.end, known ?? place)) return;
    }
    sentences.push({ start: chunks[first]!.start, end: chunk.end });
    first = at + 1;
    brackets = 0;
  });
  return sentences;
};

/** Cells of a table: parted by a tab, or by a bar that stands alone in a row that opens with one. */
const isCell = (text: string, row: number, chunk: Span, next: Span): boolean =>
  text.slice(chunk.end, next.start).includes("\t") ||
  (text[row] === "|" && text.slice(chunk.start, chunk.end) === "|");

const bracketsIn = (text: string, { start, end }: Span): number => {
  let open = 0;
  for (let at = start; at < end; at += 1) {
    if (text[at] === "(" || text[at] === "[") open += 1;
    if (text[at] === ")" || text[at] === "]") open -= 1;
  }
  return open;
};

/** Whether a place lies inside a quotation; places must be asked in text order. */
const quotedIn = (quotations: readonly Quotation[], paragraph: Span): ((at: number) => boolean) => {
  let low = firstFrom(quotations, paragraph.start);
  let until = -1;
  return (at) => {
    while (low < quotations.length && quotations[low]!.start < at) {
      if (quotations[low]!.depth === 0) until = quotations[low]!.end;
      low += 1;
    }
    return at < until;
  };
};

/** Stretches without white space; where a sentence's end has lost its space ("came.They"), it parts two as well. */
const chunksOf = (text: string, { start, end }: Span): Span[] => {
  const chunks: Span[] = [];
  for (let at = start; at < end; ) {
    let stop = at;
    while (stop < end && /\S/.test(text[stop]!)) stop += 1;
    if (stop > at) for (const part of partJoined(text, at, stop)) chunks.push(part);
    at = Math.max(stop, at + 1);
    while (at < end && !/\S/.test(text[at]!)) at += 1;
  }
  return chunks;
};

const joined = /\p{Ll}{2}(?:[.!?]{1,8}["”’)]?|[.!?]{0,8}["”])(?=\p{Lu}\p{Ll})/gu;

const partJoined = (text: string, start: number, end: number): Span[] => {
  const chunk = text.slice(start, end);
  if (end - start < 6 || !/[.!?]/.test(chunk) || /[/@\\]|www\./.test(chunk)) return [{ start, end }];
  const parts: Span[] = [];
  let from = start;
  for (const match of chunk.matchAll(joined)) {
    const cut = start + match.index + match[0].length;
    if (!/[.!?]/.test(match[0])) continue;
    parts.push({ start: from, end: cut });
    from = cut;
  }
  return [...parts, { start: from, end }];
};
