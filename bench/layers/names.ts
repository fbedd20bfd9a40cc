// F1 of person, organization and place names from raw text with the engine's own tags: exact spans and kinds.
import { basename } from "node:path";
import { toDocument } from "../../src/import/document.ts";
import { type Language, loadLanguage } from "../../src/language/language.ts";
import { findNames } from "../../src/stages/names/find-names.ts";
import { findParagraphs } from "../../src/stages/paragraphs/find-paragraphs.ts";
import { findQuotations } from "../../src/stages/quotations/find-quotations.ts";
import { findSentences } from "../../src/stages/sentences/find-sentences.ts";
import { splitTokens } from "../../src/stages/tokens/split-tokens.ts";
import { parseTrees } from "../../src/stages/trees/parse-trees.ts";
import { corpus, ownTrees } from "../data.ts";
import { type Figure, figureOn, type Measure } from "../figure.ts";
import { type NamedText, readNamedTexts } from "../scorers/named-texts.ts";
import { addCounts, type Count, f1 } from "../scorers/segments.ts";
import { countKinds } from "../scorers/spans.ts";

const kinds = ["person", "organization", "place"];
const defaults = (): string[] => [
  corpus("entities/uner-ewt-dev.jsonl"),
  corpus("entities/crossner-politics-dev.bio"),
  ownTrees,
];

/** Each text is read as a document of its own. Readers and mappings: bench/scorers/named-texts.ts. */
export const measure: Measure = ({ data }) => {
  const language = loadLanguage();
  const files = data.length > 0 ? data : defaults();
  return files.flatMap((file) => figuresOf(basename(file), readNamedTexts(file), language));
};

const figuresOf = (data: string, texts: readonly NamedText[], language: Language): Figure[] => {
  const counts = texts.map(({ text, names }) => countKinds(namesIn(text, language), names, kinds));
  const sum = (kind: string): Count => addCounts(counts.map((count) => count[kind]!));
  const all = addCounts(kinds.map(sum));
  const figure = figureOn("names", data);
  return [
    figure("F1", f1(all)),
    figure("precision", all.found === 0 ? 0 : (100 * all.right) / all.found),
    figure("recall", all.gold === 0 ? 0 : (100 * all.right) / all.gold),
    ...kinds.map((kind) => figure(`${kind} F1`, f1(sum(kind)))),
  ];
};

const namesIn = (text: string, language: Language) => {
  const document = { ...toDocument(""), text };
  const paragraphs = findParagraphs(document);
  const quotations = findQuotations(document, paragraphs, language.quotations);
  const sentences = findSentences(document, paragraphs, quotations, language.sentences);
  const tokens = splitTokens(document, sentences, language.tokens);
  const { words, labels } = parseTrees(tokens, language.trees);
  return findNames(words, labels, language.names);
};
