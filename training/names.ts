// Corpora of named entities -> models/en/names.weights: an averaged perceptron over whole label sequences.
import { corpus } from "../bench/data.ts";
import { loadGazetteer } from "../src/language/names.ts";
import { loadTokens } from "../src/language/tokens.ts";
import { loadTrees, type TreesLanguage } from "../src/language/trees.ts";
import { labelCount, labelKinds } from "../src/stages/names/label.ts";
import { observe, rows } from "../src/stages/names/observe.ts";
import { parseTrees } from "../src/stages/trees/parse-trees.ts";
import { type NamedSentence, readColumns, readMentions, type Tables } from "./name-corpora.ts";
import { type Example, learnNames, sumWeights } from "./name-learner.ts";
import { segmenter } from "./name-segments.ts";
import { teach } from "./name-teacher.ts";
import { readEntityTreebank } from "./name-treebank.ts";
import { readTreebank } from "./treebank.ts";
import { writeWeights } from "./write-weights.ts";

/** Cells of the weight file; each holds one feature. */
const cells = 117_000;
const options = {
  rows,
  rounds: 6,
  seed: 7,
  rate: 0.1,
};
/** Features of fewer sentences are left out. */
const leastSentences = 2;
/** How often the treebank is labelled anew and learned from. */
const lessons = 1;

/** Trains on every corpus that may be trained on, and writes the weight file. */
export const trainNames = (): void => {
  const tables: Tables = { tokens: loadTokens(), gazetteer: loadGazetteer() };
  const sentences = [
    ...readColumns(corpus("entities/gmb.bio"), tables),
    ...readColumns(corpus("entities/wikigold.conll"), tables),
    ...readColumns(corpus("entities/crossner-politics-train.bio"), tables),
    ...readEntityTreebank(corpus("ud/gum-open-train.conllu"), tables.gazetteer),
    ...readMentions(corpus("entities/re3d-dev.jsonl"), segmenter(), tables.gazetteer),
    ...readMentions(corpus("entities/meantime.jsonl"), segmenter(), tables.gazetteer),
  ];
  const trees = loadTrees();
  const examples = toExamples(sentences, tables, trees);
  const treebank = readTreebank(corpus("ud/ewt-train.conllu"));
  const blank = toExamples(
    treebank.map(({ forms }) => ({ forms, names: [] })),
    tables,
    trees,
  );
  let model = learnNames(frequent(examples), options);
  for (let lesson = 1; lesson <= lessons; lesson += 1) {
    const scores = blank.map(({ features }) => sumWeights(features, model.weights));
    const taught = teach(treebank, scores, model.transitions, tables.gazetteer);
    const all = [
      ...examples,
      ...blank.map(({ features }, at) => ({ features, labels: labelsOf(taught[at]!) })),
    ];
    model = learnNames(frequent(all), options);
  }
  const { checks, weights, scale } = pack(model.weights);
  const size = writeWeights(
    "models/en/names.weights",
    { transitions: Array.from(model.transitions, (value) => Math.round(value * scale)) },
    { checks, weights },
  );
  console.error(`names: ${sentences.length} sentences, ${size} bytes`);
};

/** The strongest feature of each cell, its weights in bytes; `scale` is what a weight of 1 became. */
const pack = (weights: Float32Array): { checks: Uint8Array; weights: Int8Array; scale: number } => {
  const strength = new Float32Array(rows + 1);
  for (let cell = 0; cell < weights.length; cell += 1) {
    const row = Math.floor(cell / labelCount);
    strength[row] = Math.max(strength[row]!, Math.abs(weights[cell]!));
  }
  const strongest = new Int32Array(cells);
  for (let row = 1; row <= rows; row += 1)
    if (strength[row]! > strength[strongest[row % cells]!]!) strongest[row % cells] = row;
  const sizes = Array.from(strongest, (row) => strength[row]!).sort((a, b) => a - b);
  const scale = 127 / (sizes[Math.floor(sizes.length * 0.9995)] || 1);
  const packed = { checks: new Uint8Array(cells), weights: new Int8Array(cells * labelCount), scale };
  strongest.forEach((row, cell) => {
    if (row === 0) return;
    packed.checks[cell] = 1 + Math.floor(row / cells);
    for (let label = 0; label < labelCount; label += 1) {
      const value = Math.round(weights[row * labelCount + label]! * scale);
      packed.weights[cell * labelCount + label] = Math.max(-127, Math.min(127, value));
    }
  });
  return packed;
};

const toExamples = (
  sentences: readonly NamedSentence[],
  { gazetteer }: Tables,
  trees: TreesLanguage,
): Example[] =>
  sentences.map(({ forms, names }) => {
    const tokens = forms.map((text, index) => ({ index, sentence: 0, start: 0, end: text.length, text }));
    const words = parseTrees(tokens, [], trees);
    return { features: observe(words, gazetteer), labels: labelsOf({ forms, names }) };
  });

const labelsOf = ({ forms, names }: NamedSentence): Uint8Array => {
  const labels = new Uint8Array(forms.length);
  for (const { first, last, kind } of names) {
    // Nationalities are found by their table.
    if (kind === "nationality") continue;
    for (let at = first; at <= last; at += 1)
      labels[at] = 1 + 2 * labelKinds.indexOf(kind) + (at > first ? 1 : 0);
  }
  return labels;
};

/** Leaves out features that fewer than `leastSentences` sentences have. */
const frequent = (examples: readonly Example[]): Example[] => {
  const counts = new Uint16Array(rows + 1);
  const last = new Int32Array(rows + 1).fill(-1);
  examples.forEach(({ features }, index) => {
    for (const row of features) {
      if (last[row] === index) continue;
      last[row] = index;
      if (counts[row]! < 65_535) counts[row]! += 1;
    }
  });
  return examples.map(({ features, labels }) => ({
    features: features.map((row) => (counts[row]! < leastSentences ? 0 : row)),
    labels,
  }));
};
