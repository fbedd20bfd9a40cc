// Tokens -> words: tags, lemmas and one dependency tree a sentence.
import type { TreesLanguage } from "../../language/trees.ts";
import type { Quotation } from "../../model/sentence.ts";
import type { Token, Word } from "../../model/token.ts";

/** One word a token, in the same order; each sentence's words form one tree with one root. */
export const parseTrees = (
  tokens: readonly Token[],
  _quotations: readonly Quotation[],
  _language: TreesLanguage,
): Word[] => {
  const words: Word[] = [];
  let root = -1;
  let children: number[] = [];
  for (const token of tokens) {
    const first = tokens[token.index - 1]?.sentence !== token.sentence;
    if (first) {
      root = token.index;
      children = [];
    } else children.push(token.index);
    words.push({
      ...token,
      upos: "X",
      xpos: "FW",
      lemma: token.text.toLowerCase(),
      features: "",
      head: first ? -1 : root,
      relation: first ? "root" : "dep",
      children: first ? children : [],
    });
  }
  return words;
};
