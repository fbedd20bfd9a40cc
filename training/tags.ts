// `npm run train -- tags`: treebanks -> models/en/tags.weights (tagger, lemmas, features).

import { corpus } from "../bench/data.ts";
import { tagsPath } from "../src/language/trees.ts";
import { learnFeatures, learnLemmas } from "./lemmas.ts";
import { honestTags, type TagFrame, type TaggedSentence, trainTagger } from "./tag-passes.ts";
import { readTreebank, type TreebankSentence } from "./treebank.ts";
import { writeWeights } from "./write-weights.ts";

/** Treebanks that the shipped weights are trained on. */
export const treebanks = ["ud/ewt-train.conllu", "ud/gum-open-train.conllu"];

export const readTreebanks = (): TreebankSentence[] =>
  treebanks.flatMap((name) => readTreebank(corpus(name)));

const leastTagCount = 3;

export const trainTags = (): void => {
  const sentences = readTreebanks();
  const frame = tagFrame(sentences);
  const tagged = sentences.map((sentence) => asTagged(sentence, frame));
  console.error("tags: first passes that never saw what they tag");
  const ahead = honestTags(tagged, undefined, frame);
  console.error("tags: the tagger");
  const model = trainTagger(tagged, ahead, frame);
  const size = writeWeights(
    tagsPath,
    { tags: frame.tags.map(({ upos, xpos }) => `${upos} ${xpos}`) },
    {
      candidates: asLists(model.candidates),
      lexicon: model.lexicon,
      first: model.firstPass,
      second: model.secondPass,
      ...learnLemmas(sentences),
      features: learnFeatures(sentences),
    },
  );
  console.error(`tags: ${tagsPath}, ${size} bytes`);
};

/** All tags of the treebanks but the rarest, the commonest first. */
export const tagFrame = (sentences: readonly TreebankSentence[]): TagFrame => {
  const counts = new Map<string, number>();
  for (const { uposes, xposes } of sentences)
    uposes.forEach((upos, index) => {
      const name = `${upos} ${xposes[index]}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    });
  const names = [...counts]
    .filter(([, times]) => times >= leastTagCount)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([name]) => name);
  const tags = names.map((name) => ({ upos: name.split(" ")[0]!, xpos: name.split(" ")[1]! }));
  const uposes = [...new Set(tags.map(({ upos }) => upos))].sort();
  return { tags, uposes, uposOf: Uint8Array.from(tags, ({ upos }) => uposes.indexOf(upos)) };
};

/** Tags as numbers; a tag too rare to have one becomes the commonest with its part of speech. */
export const asTagged = (sentence: TreebankSentence, { tags }: TagFrame): TaggedSentence => ({
  forms: sentence.forms,
  tags: sentence.uposes.map((upos, index) => {
    const exact = tags.findIndex((tag) => tag.upos === upos && tag.xpos === sentence.xposes[index]);
    return exact >= 0 ? exact : tags.findIndex((tag) => tag.upos === upos);
  }),
});

/** Lists of small numbers, each after its own length. */
export const asLists = (lists: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(lists.flatMap((list) => [list.length, ...list]));
