// Sentences -> tokens by UD English conventions: contractions split, punctuation apart, exact offsets.
import type { TokensLanguage } from "../../language/tokens.ts";
import type { Document } from "../../model/document.ts";
import type { Sentence } from "../../model/sentence.ts";
import type { Token } from "../../model/token.ts";
import { splitChunk } from "./split-chunk.ts";

/** Longer stretches without white space are cut here, so that work inside one stays bounded. */
const longest = 500;

const asciiLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || (code >= 0x85 && /\s|\x85/.test(String.fromCharCode(code)));

/** Tokens in text order; every sentence has at least one, and they hold all of it but its white space. */
export const splitTokens = (
  document: Document,
  sentences: readonly Sentence[],
  language: TokensLanguage,
): Token[] => {
  const text = document.text;
  const tokens: Token[] = [];
  for (const sentence of sentences) {
    const push = (start: number, end: number): void => {
      tokens.push({
        index: tokens.length,
        sentence: sentence.index,
        start,
        end,
        text: text.slice(start, end),
      });
    };
    for (let at = sentence.start; at < sentence.end; ) {
      if (isSpace(text.charCodeAt(at))) {
        at += 1;
        continue;
      }
      let end = at;
      const limit = Math.min(sentence.end, at + longest);
      while (end < limit && asciiLetter(text.charCodeAt(end))) end += 1;
      const plain = end;
      while (end < limit && !isSpace(text.charCodeAt(end))) end += 1;
      if (end === limit && (text.charCodeAt(end) & 0xfc00) === 0xdc00) end += 1;
      if (plain === end) splitWord(text, at, end, language, push);
      else if (plain === end - 1 && plain > at && text.charCodeAt(plain) === 44) {
        splitWord(text, at, plain, language, push);
        push(plain, end);
      } else {
        let start = at;
        for (const cut of splitChunk(text.slice(at, end), end === sentence.end, language)) {
          push(start, at + cut);
          start = at + cut;
        }
      }
      at = end;
    }
  }
  return tokens;
};

const splitWord = (
  text: string,
  start: number,
  end: number,
  language: TokensLanguage,
  push: (start: number, end: number) => void,
): void => {
  const parts = end - start < 9 ? language.contractions.get(text.slice(start, end).toLowerCase()) : undefined;
  let at = start;
  for (const length of parts ?? [end - start]) {
    push(at, at + length);
    at += length;
  }
};
