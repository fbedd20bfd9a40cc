// What holds for any text: spans lie in it, tokens in their sentences, nothing but white space is left out.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toDocument } from "../src/import/document.ts";
import { loadLanguage } from "../src/language/language.ts";
import { holds } from "../src/model/span.ts";
import { findParagraphs } from "../src/stages/paragraphs/find-paragraphs.ts";
import { findQuotations } from "../src/stages/quotations/find-quotations.ts";
import { findSentences } from "../src/stages/sentences/find-sentences.ts";
import { splitTokens } from "../src/stages/tokens/split-tokens.ts";

const language = loadLanguage();
const segment = (text: string) => {
  const document = { ...toDocument(""), text };
  const paragraphs = findParagraphs(document);
  const quotations = findQuotations(document, paragraphs, language.quotations);
  const sentences = findSentences(document, paragraphs, quotations, language.sentences);
  return { paragraphs, quotations, sentences, tokens: splitTokens(document, sentences, language.tokens) };
};

const pieces = fc.constantFrom(
  ..."\" ' “ ” „ ‘ ’ « » `` '' ( ) [ - -- — . ... … ? ! , : ; / @ # % $ € & * _ ~ 👍🏽 🇨🇿 \u00a0 \u200b \u2028 \ud83d".split(
    " ",
  ),
  ..."U.S. Mr. don't can't Novak said the 5.2 7:30pm www.a.org x@y.org Q: e\u0301 ß".split(" "),
  " ",
  " ",
  "\n",
  "\n\n",
  "\r\n",
  "\t",
);
const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join("")),
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(" ")),
);

const solid = (text: string, spans: readonly { start: number; end: number }[]): string => {
  const rest = [...text].length === 0 ? [] : text.split("");
  for (const { start, end } of spans) rest.fill(" ", start, end);
  return rest.join("").replace(/[\s\u200b\u2060\x85]/g, "");
};

describe("any text", () => {
  test("is covered but for its white space, by paragraphs, sentences and tokens in order", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { paragraphs, sentences, tokens } = segment(text);
        for (const layer of [paragraphs, sentences, tokens]) {
          expect(solid(text, layer)).toBe("");
          layer.forEach((one, index) => {
            expect(one.index).toBe(index);
            expect(one.start).toBeLessThan(one.end);
            expect(one.start).toBeGreaterThanOrEqual(layer[index - 1]?.end ?? 0);
            expect(one.end).toBeLessThanOrEqual(text.length);
          });
        }
        for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
      }),
      { numRuns: 400 },
    );
  });

  test("has sentences that begin and end with their tokens, inside their paragraph", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { paragraphs, sentences, tokens } = segment(text);
        for (const sentence of sentences) {
          const own = tokens.filter((token) => token.sentence === sentence.index);
          expect([own[0]?.start, own.at(-1)?.end]).toEqual([sentence.start, sentence.end]);
          expect(holds(paragraphs[sentence.paragraph]!, sentence)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("has quotations that lie in a paragraph, nest, and hold their inner part", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { paragraphs, quotations } = segment(text);
        quotations.forEach((quotation, index) => {
          expect(quotation.index).toBe(index);
          expect(holds(quotation, quotation.inner)).toBe(true);
          expect(quotation.inner.start).toBeLessThanOrEqual(quotation.inner.end);
          expect(paragraphs.some((paragraph) => holds(paragraph, quotation))).toBe(true);
          const around = quotations.filter((other) => other !== quotation && holds(other, quotation));
          expect(quotation.depth).toBe(around.length);
          for (const other of quotations.slice(0, index))
            expect(other.end <= quotation.start || other.end >= quotation.end).toBe(true);
        });
      }),
      { numRuns: 400 },
    );
  });

  test("gives the same twice", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(segment(text)).toEqual(segment(text));
      }),
      { numRuns: 100 },
    );
  });
});
