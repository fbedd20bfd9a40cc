// Raw text -> sentences of tokens, as the pipeline cuts it, for corpora that come as texts.
import { toDocument } from "../src/import/document.ts";
import { loadQuotations } from "../src/language/quotations.ts";
import { loadSentences } from "../src/language/sentences.ts";
import { loadTokens } from "../src/language/tokens.ts";
import type { Token } from "../src/model/token.ts";
import { findParagraphs } from "../src/stages/paragraphs/find-paragraphs.ts";
import { findQuotations } from "../src/stages/quotations/find-quotations.ts";
import { findSentences } from "../src/stages/sentences/find-sentences.ts";
import { splitTokens } from "../src/stages/tokens/split-tokens.ts";

/** Makes a function that cuts a text; the tables are read once. */
export const segmenter = (): ((text: string) => Token[][]) => {
  const language = { quotations: loadQuotations(), sentences: loadSentences(), tokens: loadTokens() };
  return (text) => {
    const document = { ...toDocument(""), text };
    const paragraphs = findParagraphs(document);
    const quotations = findQuotations(document, paragraphs, language.quotations);
    const sentences = findSentences(document, paragraphs, quotations, language.sentences);
    const cut: Token[][] = sentences.map(() => []);
    for (const token of splitTokens(document, sentences, language.tokens)) cut[token.sentence]!.push(token);
    return cut;
  };
};
