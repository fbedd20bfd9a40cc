// Paragraphs and quotations -> sentences.
import type { SentencesLanguage } from "../../language/sentences.ts";
import type { Document } from "../../model/document.ts";
import type { Paragraph, Quotation, Sentence } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import { isBreak } from "./is-break.ts";

/** Sentences in text order; together they hold every character that is not white space. */
export const findSentences = (
  { text }: Document,
  paragraphs: readonly Paragraph[],
  _quotations: readonly Quotation[],
  language: SentencesLanguage,
): Sentence[] => {
  const sentences: Sentence[] = [];
  for (const { index: paragraph, block, ...span } of paragraphs) {
    const chunks = chunksOf(text, span);
    let start = span.start;
    for (const [at, chunk] of chunks.entries()) {
      if (at < chunks.length - 1 && !isBreak(text, chunks, at, language)) continue;
      sentences.push({ index: sentences.length, start, end: chunk.end, paragraph, block });
      start = chunks[at + 1]?.start ?? span.end;
    }
  }
  return sentences;
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
