// Tokens -> words: tags, lemmas and one dependency tree a sentence; and what the network says of names on the way.
import { lookUp } from "../../language/gazetteer.ts";
import type { TreesLanguage } from "../../language/trees.ts";
import type { Token, Upos, Word } from "../../model/token.ts";
import { type Analysis, analyse } from "./analyse.ts";
import { featuresInTree } from "./features.ts";
import { lemmatize } from "./lemma.ts";

/** One word a token, in the same order; `labels` has the scores of each word's labels as part of a name. */
export type Trees = { readonly words: Word[]; readonly labels: Float32Array };

/** Each sentence's words form one tree with one root. */
export const parseTrees = (tokens: readonly Token[], language: TreesLanguage): Trees => {
  const forms = tokens.map((token) => token.text);
  const analysis = analyse(forms, bySentence(tokens), lookUp(tokens, language.gazetteer), language);
  const words = wordsOf(tokens, analysis, language);
  words.forEach((word, index) => {
    const features = featuresInTree(words, word);
    if (features !== undefined) words[index] = { ...word, features };
  });
  return { words, labels: analysis.names };
};

/** First token and end of each sentence. */
const bySentence = (tokens: readonly Token[]): [number, number][] => {
  const found: [number, number][] = [];
  for (let at = 0; at < tokens.length; at += 1)
    if (at === 0 || tokens[at]!.sentence !== tokens[at - 1]!.sentence) found.push([at, at + 1]);
    else found.at(-1)![1] = at + 1;
  return found;
};

const wordsOf = (
  tokens: readonly Token[],
  analysis: Analysis,
  { tags, relations, lemmas }: TreesLanguage,
): Word[] => {
  const children: number[][] = tokens.map(() => []);
  analysis.heads.forEach((head, index) => {
    if (head >= 0) children[head]!.push(index);
  });
  return tokens.map((token, index) => {
    const { upos, xpos, features, byForm } = tags[analysis.tags[index]!]!;
    return {
      index: token.index,
      sentence: token.sentence,
      start: token.start,
      end: token.end,
      text: token.text,
      upos: upos as Upos,
      xpos,
      lemma: lemmatize(token.text, upos, xpos, lemmas),
      features: byForm.size === 0 ? features : (byForm.get(token.text.toLowerCase()) ?? features),
      head: analysis.heads[index]!,
      relation: relations[analysis.relations[index]!]!,
      children: children[index]!,
    };
  });
};
