// CoNLL-U files -> sentences as columns, the form in which trainers and benches take treebanks.
import { readFileSync } from "node:fs";
import { corpus } from "../bench/data.ts";

/** One sentence; every column has one cell a syntactic word. */
export type TreebankSentence = {
  readonly document: string;
  /** The sentence as it stands in the text; empty where the file has no `# text`. */
  readonly text: string;
  readonly forms: string[];
  readonly lemmas: string[];
  readonly uposes: string[];
  readonly xposes: string[];
  readonly features: string[];
  /** Index in the sentence, -1 for the root. */
  readonly heads: number[];
  readonly relations: string[];
};

/** Treebanks that the shipped weights are trained on. */
export const treebanks = ["ud/ewt-train.conllu", "ud/gum-open-train.conllu"];

/** The sentences of all of them. */
export const readTreebanks = (): TreebankSentence[] =>
  treebanks.flatMap((name) => readTreebank(corpus(name)));

/** Reads the trees of a CoNLL-U file; ranges and empty nodes are passed over. */
export const readTreebank = (path: string): TreebankSentence[] => {
  const sentences: TreebankSentence[] = [];
  let document = "";
  for (const block of readFileSync(path, "utf8").split(/\r?\n\r?\n/)) {
    document = /^# newdoc id = (.*)$/m.exec(block)?.[1] ?? document;
    const sentence = readSentence(block, document);
    if (sentence.forms.length > 0) sentences.push(sentence);
  }
  return sentences;
};

const readSentence = (block: string, document: string): TreebankSentence => {
  const sentence: TreebankSentence = {
    document,
    text: /^# text = (.*)$/m.exec(block)?.[1] ?? "",
    forms: [],
    lemmas: [],
    uposes: [],
    xposes: [],
    features: [],
    heads: [],
    relations: [],
  };
  for (const line of block.split(/\r?\n/)) {
    const cells = line.split("\t");
    if (cells.length < 8 || !/^\d+$/.test(cells[0]!)) continue;
    sentence.forms.push(cells[1]!);
    sentence.lemmas.push(cells[2]!);
    sentence.uposes.push(cells[3]!);
    sentence.xposes.push(cells[4]!);
    sentence.features.push(cells[5] === "_" ? "" : cells[5]!);
    sentence.heads.push(Number(cells[6]) - 1);
    sentence.relations.push(cells[7]!);
  }
  return sentence;
};
