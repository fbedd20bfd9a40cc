// Tags, lemmas, features and trees on gold tokens, with the engine's own tags.
import { basename } from "node:path";
import { loadTrees, type TreesLanguage } from "../../src/language/trees.ts";
import type { Token } from "../../src/model/token.ts";
import { parseTrees } from "../../src/stages/trees/parse-trees.ts";
import { readTreebank, type TreebankSentence } from "../../training/treebank.ts";
import { corpus, ownTrees } from "../data.ts";
import type { Figure, Measure } from "../figure.ts";
import { scoreTrees, type TreeColumns } from "../scorers/trees.ts";

const defaults = (): string[] => [corpus("ud/ewt-dev.conllu"), corpus("ud/gum-open-dev.conllu"), ownTrees];

export const measure: Measure = ({ data }) => {
  const language = loadTrees();
  const figures: Figure[] = [];
  for (const path of data.length > 0 ? data : defaults()) {
    const gold = readTreebank(path);
    const found = parseGoldTokens(gold, language);
    for (const { figure, value } of scoreTrees(gold, found))
      figures.push({ layer: "trees", data: basename(path), figure, value });
  }
  return figures;
};

/** The engine's trees over a treebank's own sentences and tokens. */
export const parseGoldTokens = (
  gold: readonly TreebankSentence[],
  language: TreesLanguage,
): TreeColumns[] => {
  const tokens: Token[] = [];
  let start = 0;
  gold.forEach(({ forms }, sentence) => {
    for (const text of forms) {
      tokens.push({ index: tokens.length, sentence, start, end: start + text.length, text });
      start += text.length + 1;
    }
  });
  const { words } = parseTrees(tokens, language);
  let first = 0;
  return gold.map(({ forms }) => {
    const own = words.slice(first, first + forms.length);
    const from = first;
    first += forms.length;
    return {
      uposes: own.map((word) => word.upos),
      xposes: own.map((word) => word.xpos),
      lemmas: own.map((word) => word.lemma),
      features: own.map((word) => word.features),
      heads: own.map((word) => (word.head < 0 ? -1 : word.head - from)),
      relations: own.map((word) => word.relation),
    };
  });
};
