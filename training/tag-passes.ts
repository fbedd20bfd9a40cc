// Tagged sentences -> the weights of the tagger's two passes, and honest tags for whatever is trained on its output.
import type { TagModel } from "../src/language/trees.ts";
import { type Columns, encode, margin, newColumns } from "../src/stages/trees/encode.ts";
import { lookup } from "../src/stages/trees/lexicon.ts";
import { best, mostClasses } from "../src/stages/trees/score.ts";
import { newTagRoom, tagPass } from "../src/stages/trees/tag.ts";
import { mostTagFeatures, tagFeatures } from "../src/stages/trees/tag-features.ts";
import {
  commonFeatures,
  countFeatures,
  type Learner,
  newLearner,
  quantize,
  remember,
  sumClasses,
  teachClasses,
} from "./learner.ts";
import { buildLexicon } from "./lexicon.ts";
import { newRandom, shuffled } from "./random.ts";

/** Forms with their tags' numbers. */
export type TaggedSentence = { readonly forms: readonly string[]; readonly tags: readonly number[] };

/** A tagger without its pass tables. */
export type TagFrame = Pick<TagModel, "tags" | "uposes" | "uposOf">;

export const folds = 3;
const passBits = 21;
const pace = { rate: 0.1, inertia: 0.3 };
const epochs = 4;
const empty = new Int8Array(mostClasses);

/** Lexicon and both passes, trained on all sentences; `ahead` are the honest first-pass tags of each. */
export const trainTagger = (
  sentences: readonly TaggedSentence[],
  ahead: readonly Uint8Array[],
  frame: TagFrame,
): TagModel => {
  const first = trainPass(sentences, undefined, frame, 1, passBits);
  return trainPass(sentences, ahead, { ...frame, ...first }, 2, passBits);
};

/** The tags of each sentence by a pass that was trained without it. */
export const honestTags = (
  sentences: readonly TaggedSentence[],
  ahead: readonly Uint8Array[] | undefined,
  frame: TagFrame,
): Uint8Array[] => {
  const found: Uint8Array[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const own = (index: number) => Math.floor(index / 20) % folds === fold;
    const rest = sentences.filter((_, index) => !own(index));
    const restAhead = ahead?.filter((_, index) => !own(index));
    const model = trainPass(rest, restAhead, frame, ahead ? 2 : 1, passBits);
    sentences.forEach((sentence, index) => {
      if (own(index)) found[index] = applyPass(sentence.forms, ahead?.[index], model);
    });
  }
  return found;
};

/** Tags one sentence with the first pass, or with the second where `ahead` gives the first's tags. */
export const applyPass = (
  forms: readonly string[],
  ahead: Uint8Array | undefined,
  model: TagModel,
): Uint8Array => {
  const columns = newColumns(forms.length);
  encode(columns, forms, lookup(model.lexicon));
  if (ahead) columns.tag.set(ahead, margin);
  tagPass(columns, model, ahead ? 2 : 1, newTagRoom());
  return Uint8Array.from(columns.tag.subarray(margin, margin + forms.length));
};

export const trainPass = (
  sentences: readonly TaggedSentence[],
  ahead: readonly Uint8Array[] | undefined,
  frame: TagFrame & Partial<TagModel>,
  pass: 1 | 2,
  bits: number,
): TagModel => {
  const lexicon = buildLexicon(sentences);
  const model = {
    ...frame,
    candidates: lexicon.candidates,
    lexicon: lexicon.hashes,
    firstPass: frame.firstPass ?? empty,
    secondPass: empty,
  };
  const learner = newLearner(bits, pace);
  const columns = newColumns(sentences.reduce((most, { forms }) => Math.max(most, forms.length), 0));
  const random = newRandom(pass);
  const search = lookup(model.lexicon);
  sentences.forEach(({ forms, tags }, which) => {
    encode(columns, forms, search);
    for (let index = 0; index < forms.length; index += 1) {
      if (ahead) columns.tag.set(ahead[which]!.subarray(index), index + margin);
      countFeatures(learner, keys, tagFeatures(columns, index, pass, keys));
      columns.tag[index + margin] = tags[index]!;
    }
  });
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    let wrong = 0;
    for (const which of shuffled(sentences.length, random)) {
      const sentence = sentences[which]!;
      encode(columns, sentence.forms, search);
      if (ahead) columns.tag.set(ahead[which]!, margin);
      wrong += learnSentence(learner, columns, sentence.tags, model, pass);
    }
    if (epoch > 1) remember(learner);
    console.error(`  pass ${pass}, epoch ${epoch}: ${wrong} wrong`);
  }
  const table = quantize(learner);
  return pass === 1 ? { ...model, firstPass: table } : { ...model, secondPass: table };
};

const keys = new Int32Array(mostTagFeatures);
const scores = new Float64Array(mostClasses);

const learnSentence = (
  learner: Learner,
  columns: Columns,
  gold: readonly number[],
  model: TagModel,
  pass: 1 | 2,
): number => {
  let wrong = 0;
  for (let index = 0; index < gold.length; index += 1) {
    const candidates = model.candidates[columns.lexical[index + margin]!]!;
    const found =
      candidates.length === 1
        ? candidates[0]!
        : learnTag(learner, columns, index, gold[index]!, candidates, pass);
    if (found !== gold[index]) wrong += 1;
    columns.tag[index + margin] = found;
  }
  return wrong;
};

/** Gives the tag that the learner would have given, and teaches it the right one. */
const learnTag = (
  learner: Learner,
  columns: Columns,
  index: number,
  right: number,
  candidates: Uint8Array,
  pass: 1 | 2,
): number => {
  const count = commonFeatures(learner, keys, tagFeatures(columns, index, pass, keys));
  sumClasses(learner, keys, count, candidates, candidates.length, scores);
  const found = candidates[best(scores, candidates.length)]!;
  const marks = Uint8Array.from(candidates, (candidate) => (candidate === right ? 1 : 0));
  teachClasses(learner, keys, count, candidates, candidates.length, scores, marks);
  return found;
};
