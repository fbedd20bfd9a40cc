// Text -> paragraphs: lines put together where a line end is a mere wrap, and what each one is in the layout.
import type { Document } from "../../model/document.ts";
import type { Block, Paragraph } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";

type Line = Span & { readonly blankBefore: boolean };

/** Paragraphs in text order; together they hold every character that is not white space. */
export const findParagraphs = ({ text }: Document): Paragraph[] => {
  const lines = linesOf(text);
  const width = wrapWidth(text, lines);
  const spans: { start: number; end: number; lines: number }[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const open = spans.at(-1);
    if (open && before && !line.blankBefore && isWrap(text, before, line, width)) {
      open.end = line.end;
      open.lines += 1;
    } else spans.push({ start: line.start, end: line.end, lines: 1 });
    before = line;
  }
  const blocks = spans.map((span) => blockOf(text, span));
  return spans.map(({ start, end }, index) => ({
    index,
    start,
    end,
    block: isRow(blocks, index) ? "item" : isLastHeading(blocks, index) ? "prose" : blocks[index]!,
  }));
};

/** Lines that are not blank, trimmed; a form feed or a paragraph sign of Unicode parts like a blank line. */
const linesOf = (text: string): Line[] => {
  const lines: Line[] = [];
  let blankBefore = true;
  for (let at = 0; at <= text.length; ) {
    let end = at;
    while (end < text.length && !isLineEnd(text.charCodeAt(end))) end += 1;
    let start = at;
    let stop = end;
    while (start < stop && isBlank(text, start)) start += 1;
    while (stop > start && isBlank(text, stop - 1)) stop -= 1;
    if (start < stop) lines.push({ start, end: stop, blankBefore });
    blankBefore = start === stop || (end < text.length && text[end] !== "\n" && text[end] !== "\r");
    at = end + (text[end] === "\r" && text[end + 1] === "\n" ? 2 : 1);
  }
  return lines;
};

const isLineEnd = (code: number): boolean =>
  (code >= 10 && code <= 13) || code === 0x85 || code === 0x2028 || code === 0x2029;
const isBlank = (text: string, at: number): boolean => /[\s\u200b\u2060]/.test(text[at]!);

/** The width at which the document's lines are wrapped by hand, or 0 where each line is a paragraph. */
const wrapWidth = (text: string, lines: readonly Line[]): number => {
  // Only lines that stop in mid-sentence tell: those of lists and turns, and last lines, may have any length.
  const cut = lines.filter(
    (line, at) => lines[at + 1]?.blankBefore === false && line.end - line.start > 35 && endsOpen(text, line),
  );
  const lengths = cut.map((line) => line.end - line.start).sort((a, b) => a - b);
  const widest = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  if (lengths.length < 2 || widest > 140) return 0;
  const full = lengths.filter((length) => length > widest - 16).length;
  const small = cut.filter((line) => /^\s{1,9}\p{Ll}/u.test(text.slice(line.end, line.end + 10))).length;
  return full >= lengths.length * 0.5 && small >= lengths.length * 0.4 ? widest : 0;
};

/** True where a line stops without any sign of an end, as wrapped lines mostly do. */
const endsOpen = (text: string, { end }: Span): boolean => /[\p{L}\p{N},;–—-]/u.test(text[end - 1]!);

const listSign = /^(?:[-*•·▪◦‣●■–—]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s)/u;

/** Whether the line end between two lines is a wrap inside running text. */
const isWrap = (text: string, line: Span, next: Span, width: number): boolean => {
  const head = text.slice(next.start, Math.min(next.end, next.start + 40));
  if (listSign.test(head)) return false;
  const first = head.search(/\s/) < 0 ? head.length : head.search(/\s/);
  const length = line.end - line.start;
  if (width > 0) return length + 1 + first > width - 6;
  return length > 25 && /[\p{L},;]/u.test(text[line.end - 1]!) && /^\p{Ll}/u.test(head);
};

/** "Q: …", "MS BRUCE: …", "President of Russia Vladimir Putin: …". */
const turn =
  /^["“]?(?:[QA]|(?:\p{Lu}[\p{L}.'’-]{0,20}\s(?:(?:of|the|of the|and|for)\s)?){0,6}\p{Lu}[\p{L}.'’-]{1,20}(?:\s\([^)\n]{1,40}\))?)\s?:\s+\S/u;

const blockOf = (text: string, span: Span & { lines: number }): Block => {
  const head = text.slice(span.start, Math.min(span.end, span.start + 160));
  if (listSign.test(head)) return "item";
  // "Serbia: High Representative speaks to President Vučić": what is said in a turn ends like a sentence.
  const open = span.end - span.start <= 140 && /[\p{L}\p{N}]$/u.test(head);
  if (turn.test(head) && !open) return "turn";
  const short = span.lines === 1 && span.end - span.start <= 120;
  return short && !/[.!?:;,…"”’»]$/u.test(head) && /[\p{L}\p{N}]/u.test(head) ? "heading" : "prose";
};

/** A heading has something under it. */
const isLastHeading = (blocks: readonly Block[], index: number): boolean =>
  blocks[index] === "heading" && index === blocks.length - 1;

/** Three or more heading-like lines in a row are no headings but rows of a list or table. */
const isRow = (blocks: readonly Block[], index: number): boolean => {
  const like = (at: number): boolean => blocks[at] === "heading";
  return (
    like(index) &&
    ((like(index - 1) && like(index + 1)) ||
      (like(index + 1) && like(index + 2)) ||
      (like(index - 1) && like(index - 2)))
  );
};
