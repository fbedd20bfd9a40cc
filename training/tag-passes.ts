// Tagged sentences -> the weights of the tagger's two passes, and honest tags for whatever is trained on its output.
import type { TagModel } from "../src/language/trees.ts";
import { type Columns, encode, margin, newColumns } from "../src/stages/trees/encode.ts";
import { classKey } from "../src/stages/trees/hash.ts";
import { lookup } from "../src/stages/trees/lexicon.ts";
import { newTagRoom, tagPass } from "../src/stages/trees/tag.ts";
import { mostTagFeatures, tagFeatures } from "../src/stages/trees/tag-features.ts";
import { change, find, type Learner, newLearner, pack } from "./learner.ts";
import { buildLexicon } from "./lexicon.ts";
import { newRandom, shuffled } from "./random.ts";

/** Forms with their tags' numbers. */
export type TaggedSentence = { readonly forms: readonly string[]; readonly tags: readonly number[] };

/** A tagger without its pass tables. */
export type TagFrame = Pick<TagModel, "tags" | "uposes" | "uposOf">;

export const folds = 5;
const epochs = 6;
const empty = new Uint16Array(2);

/** Lexicon and both passes, trained on all sentences; `ahead` are the honest first-pass tags of each. */
export const trainTagger = (
  sentences: readonly TaggedSentence[],
  ahead: readonly Uint8Array[],
  frame: TagFrame,
  bits: number,
): TagModel => {
  const first = trainPass(sentences, undefined, frame, 1, bits);
  return trainPass(sentences, ahead, { ...frame, ...first }, 2, bits);
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
    const model = trainPass(rest, restAhead, frame, ahead ? 2 : 1, 20);
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

const trainPass = (
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
  const learner = newLearner(1, 23);
  const columns = newColumns(sentences.reduce((most, { forms }) => Math.max(most, forms.length), 0));
  const random = newRandom(pass);
  const search = lookup(model.lexicon);
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    let wrong = 0;
    for (const which of shuffled(sentences.length, random)) {
      const sentence = sentences[which]!;
      encode(columns, sentence.forms, search);
      if (ahead) columns.tag.set(ahead[which]!, margin);
      wrong += learnSentence(learner, columns, sentence.tags, model, pass);
    }
    console.error(`  pass ${pass}, epoch ${epoch}: ${wrong} wrong, ${learner.used} weights`);
  }
  const packed = pack(learner, bits, 2);
  console.error(`  pass ${pass}: ${packed.kept} weights kept, ${packed.lost} lost for room`);
  const table = packed.table as Uint16Array;
  return pass === 1 ? { ...model, firstPass: table } : { ...model, secondPass: table };
};

const keys = new Int32Array(mostTagFeatures);

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
    let best = candidates[0]!;
    if (candidates.length > 1) {
      learner.clock += 1;
      const count = tagFeatures(columns, index, pass, keys);
      best = bestOf(learner, count, candidates);
      const right = gold[index]!;
      if (best !== right && candidates.includes(right)) {
        for (let at = 0; at < count; at += 1) {
          change(learner, classKey(keys[at]!, right), 0, 1);
          change(learner, classKey(keys[at]!, best), 0, -1);
        }
      }
    }
    if (best !== gold[index]) wrong += 1;
    columns.tag[index + margin] = best;
  }
  return wrong;
};

const bestOf = (learner: Learner, count: number, candidates: Uint8Array): number => {
  let best = candidates[0]!;
  let high = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    let sum = 0;
    for (let at = 0; at < count; at += 1) {
      const place = find(learner, classKey(keys[at]!, candidate));
      if (place >= 0) sum += learner.weights[place]!;
    }
    if (sum > high) {
      high = sum;
      best = candidate;
    }
  }
  return best;
};
