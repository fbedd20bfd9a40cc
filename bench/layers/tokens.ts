// Sentence, token and word F1 from raw text, on treebanks in CoNLL-U.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { toDocument } from "../../src/import/document.ts";
import { loadLanguage } from "../../src/language/language.ts";
import type { Span } from "../../src/model/span.ts";
import { findParagraphs } from "../../src/stages/paragraphs/find-paragraphs.ts";
import { findQuotations } from "../../src/stages/quotations/find-quotations.ts";
import { findSentences } from "../../src/stages/sentences/find-sentences.ts";
import { splitTokens } from "../../src/stages/tokens/split-tokens.ts";
import { corpus } from "../data.ts";
import type { Measure } from "../figure.ts";
import { readRawTexts } from "../scorers/raw-text.ts";
import { addCounts, countSegments, f1 } from "../scorers/segments.ts";

/** Each file's documents are segmented one by one; counts are summed over the file. */
export const measure: Measure = ({ data }) => {
  const language = loadLanguage();
  const files = data.length > 0 ? data : ["ud/ewt-dev.conllu", "ud/gum-open-dev.conllu"].map(corpus);
  return files.flatMap((file) => {
    const counts = readRawTexts(readFileSync(file, "utf8")).map(({ text, sentences, tokens, words }) => {
      const document = { ...toDocument(""), text };
      const paragraphs = findParagraphs(document);
      const quotations = findQuotations(document, paragraphs, language.quotations);
      const found = findSentences(document, paragraphs, quotations, language.sentences);
      const split = splitTokens(document, found, language.tokens);
      return {
        sentence: countSegments(text, found, sentences),
        token: countSegments(text, joinContractions(text, split), tokens),
        word: countSegments(text, split, words),
      };
    });
    return (["sentence", "token", "word"] as const).map((unit) => ({
      layer: "tokens",
      data: basename(file),
      figure: `${unit} F1`,
      value: f1(addCounts(counts.map((count) => count[unit]))),
    }));
  });
};

const clitic = /^(?:['’](?:s|m|d|re|ve|ll)?|n['’]?t)$/i;
const joined =
  /^(?:cannot|gonna|wanna|gotta|gimme|lemme|\p{L}+nt|im|ive|youre|youll|youve|theyre|theyll|weve|thats|whats|theres|hes|itll)$/iu;

/** Syntactic words put together again into UD's surface tokens: "do" + "n't". */
const joinContractions = (text: string, words: readonly Span[]): Span[] => {
  const tokens: { start: number; end: number }[] = [];
  for (const word of words) {
    const last = tokens.at(-1);
    const both = last?.end === word.start ? text.slice(last.start, word.end) : "";
    const form = text.slice(word.start, word.end);
    if (
      last &&
      both !== "" &&
      /[\p{L}\p{N}.]$/u.test(text.slice(last.start, last.end)) &&
      (isClitic(form, last, text) || joined.test(both))
    )
      last.end = word.end;
    else tokens.push({ ...word });
  }
  return tokens;
};

// A bare apostrophe belongs to a plural ("ministers'"), elsewhere it closes a quotation.
const isClitic = (form: string, last: Span, text: string): boolean =>
  /^['’]$/.test(form) ? /s$/i.test(text.slice(last.start, last.end)) : clitic.test(form);
