// Tokens a second from raw text to trees on one thread, beside wink-nlp's full English pipeline and compromise,
// over the same text in the same run; loading and each stage apart.
import nlp from "compromise";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { toDocument } from "../../src/import/document.ts";
import { type Language, loadLanguage } from "../../src/language/language.ts";
import { loadTrees } from "../../src/language/trees.ts";
import type { Document } from "../../src/model/document.ts";
import { read } from "../../src/read.ts";
import { findParagraphs } from "../../src/stages/paragraphs/find-paragraphs.ts";
import { findQuotations } from "../../src/stages/quotations/find-quotations.ts";
import { findSentences } from "../../src/stages/sentences/find-sentences.ts";
import { splitTokens } from "../../src/stages/tokens/split-tokens.ts";
import { parseTrees } from "../../src/stages/trees/parse-trees.ts";
import { readTreebank } from "../../training/treebank.ts";
import { corpus } from "../data.ts";
import type { Figure, Measure } from "../figure.ts";

const defaults = ["ud/ewt-dev.conllu", "ud/gum-open-dev.conllu"];
const rounds = 5;

export const measure: Measure = ({ data }) => {
  const figures: Figure[] = [];
  const note = (figure: string, value: number) =>
    figures.push({ layer: "speed", data: data.length > 0 ? "given" : "ud dev", figure, value });
  note(
    "seconds to load tagger and parser",
    seconds(() => loadTrees()),
  );
  const language = loadLanguage();
  const documents = (data.length > 0 ? data : defaults.map(corpus)).flatMap(documentsOf);
  const tokens = documents.reduce((sum, document) => sum + treesOf(document, language), 0);
  const wink = winkNLP(model);
  const runs: { [name: string]: () => void } = {
    dragoman: () => each(documents, (document) => treesOf(document, language)),
    "wink-nlp": () => each(documents, (document) => wink.readDoc(document.text).tokens().length()),
    compromise: () => each(documents, (document) => nlp(document.text).json()),
  };
  const best = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1)
    for (const [name, run] of Object.entries(runs))
      best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, seconds(run)));
  for (const name of Object.keys(runs)) note(`${name}, tokens a second`, tokens / best.get(name)!);
  for (const peer of ["wink-nlp", "compromise"])
    note(`times ${peer}'s speed`, best.get(peer)! / best.get("dragoman")!);
  for (const [stage, value] of stageSeconds(documents, language)) note(`${stage}, seconds`, value);
  note(
    "whole reading, tokens a second",
    tokens / seconds(() => each(documents, (one) => read(one, language))),
  );
  return figures;
};

/** A treebank's documents as plain text, a sentence a line. */
const documentsOf = (path: string): Document[] => {
  const texts = new Map<string, string[]>();
  for (const { document, text } of readTreebank(path))
    texts.set(document, [...(texts.get(document) ?? []), text]);
  return [...texts.values()].map((lines) => toDocument(lines.join(" ")));
};

const each = (documents: readonly Document[], run: (document: Document) => unknown): void => {
  for (const document of documents) run(document);
};

const treesOf = (document: Document, language: Language): number => {
  const paragraphs = findParagraphs(document);
  const quotations = findQuotations(document, paragraphs, language.quotations);
  const sentences = findSentences(document, paragraphs, quotations, language.sentences);
  const tokens = splitTokens(document, sentences, language.tokens);
  return parseTrees(tokens, language.trees).words.length;
};

const stageSeconds = (documents: readonly Document[], language: Language): Map<string, number> => {
  const spent = new Map<string, number>();
  const time = <T>(stage: string, run: () => T): T => {
    let result: T | undefined;
    const took = seconds(() => {
      result = run();
    });
    spent.set(stage, (spent.get(stage) ?? 0) + took);
    return result as T;
  };
  for (const document of documents) {
    const paragraphs = time("paragraphs", () => findParagraphs(document));
    const quotations = time("quotations", () => findQuotations(document, paragraphs, language.quotations));
    const sentences = time("sentences", () =>
      findSentences(document, paragraphs, quotations, language.sentences),
    );
    const tokens = time("tokens", () => splitTokens(document, sentences, language.tokens));
    time("trees", () => parseTrees(tokens, language.trees));
  }
  return spent;
};

const seconds = (run: () => void): number => {
  const start = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - start) / 1e9;
};
