// Treebanks, corpora of names and our own frames -> the folder of files that the network learns from: sentences.jsonl
// (forms by number, tags, trees, names), forms.jsonl (each form with its columns), vectors.f32 and its words.json.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { corpus, ownTrees } from "../../bench/data.ts";
import { type NamedText, readNamedTexts } from "../../bench/scorers/named-texts.ts";
import { type Gazetteer, lookUp } from "../../src/language/gazetteer.ts";
import { loadGazetteer } from "../../src/language/names.ts";
import { loadTokens } from "../../src/language/tokens.ts";
import type { NameKind } from "../../src/model/name.ts";
import { labelKinds } from "../../src/stages/names/label.ts";
import { encode, newColumns } from "../../src/stages/trees/encode.ts";
import { readAnnotatedNames, readWebNames } from "../name-annotation.ts";
import { type NamedSentence, readColumns, readMentions, spansOf } from "../name-corpora.ts";
import { segmenter } from "../name-segments.ts";
import { readEntityTreebank, readMarkedNames } from "../name-treebank.ts";
import { readTreebank, type TreebankSentence } from "../treebank.ts";
import { readFrames } from "./frames.ts";
import { readVectors } from "./vectors.ts";

/** One sentence as the trainers take it; what its corpus doesn't tell is left out. */
type Lesson = {
  readonly source: string;
  readonly forms: readonly string[];
  readonly tree?: TreebankSentence;
  readonly names?: NamedSentence["names"];
};

/** Our own trees of readouts and reports, with names. */
const newsTreebank = join(import.meta.dirname, "news.conllu");

/** Every sentence that weights may be learned from, in an order that stays the same. */
const readLessons = (): Lesson[] => {
  const tables = { tokens: loadTokens(), gazetteer: loadGazetteer() };
  const segment = segmenter();
  const named = (source: string, sentences: readonly NamedSentence[]): Lesson[] =>
    sentences.map(({ forms, names }) => ({ source, forms, names }));
  const ewt = readTreebank(corpus("ud/ewt-train.conllu"));
  const ewtNames = readAnnotatedNames(ewt, tables.gazetteer);
  const news = readTreebank(newsTreebank);
  const newsNames = readMarkedNames(newsTreebank, tables.gazetteer);
  const gum = readTreebank(corpus("ud/gum-open-train.conllu"));
  const gumNames = readEntityTreebank(corpus("ud/gum-open-train.conllu"), tables.gazetteer);
  return [
    ...ewt.map((tree, at) => ({ source: "ewt", forms: tree.forms, tree, names: ewtNames[at]!.names })),
    ...gum.map((tree, at) => ({ source: "gum", forms: tree.forms, tree, names: gumNames[at]!.names })),
    ...news.map((tree, at) => ({ source: "news", forms: tree.forms, tree, names: newsNames[at]!.names })),
    ...named("web", readWebNames(segment, tables.gazetteer)),
    ...named("gmb", readColumns(corpus("entities/gmb.bio"), tables)),
    ...named("wikigold", readColumns(corpus("entities/wikigold.conll"), tables)),
    ...named("crossner", readColumns(corpus("entities/crossner-politics-train.bio"), tables)),
    ...named("re3d", readMentions(corpus("entities/re3d-dev.jsonl"), segment, tables.gazetteer)),
    ...named("meantime", readMentions(corpus("entities/meantime.jsonl"), segment, tables.gazetteer)),
    ...readFrames().map(({ tree, names }) => ({ source: "frames", forms: tree.forms, tree, names })),
  ].filter(({ forms }) => forms.length > 0 && forms.length <= 200);
};

/** Development sentences, for the trainers' reports only. */
const readChecks = (gazetteer: Gazetteer): Lesson[] => {
  const key = (text: string): string => text.replace(/\s+/g, "");
  const texts = readNamedTexts(corpus("entities/uner-ewt-dev.jsonl"));
  const named = new Map(texts.map((one) => [key(one.text), one]));
  const checks = (source: string, path: string): Lesson[] =>
    readTreebank(path).map((tree) => {
      const names = named.get(key(tree.forms.join("")));
      return { source, forms: tree.forms, tree, ...(names && { names: namesIn(tree.forms, names) }) };
    });
  const ownNames = readMarkedNames(ownTrees, gazetteer);
  return [
    ...checks("ewt-dev", corpus("ud/ewt-dev.conllu")),
    ...checks("gum-open-dev", corpus("ud/gum-open-dev.conllu")),
    ...checks("news-dev", ownTrees).map((lesson, at) => ({ ...lesson, names: ownNames[at]!.names })),
  ];
};

/** Spans of a text as spans of its tokens. */
const namesIn = (forms: readonly string[], { text, names }: NamedText): NamedSentence["names"] => {
  let end = 0;
  const spans = forms.map((form) => {
    const start = text.indexOf(form, end);
    if (start >= 0) end = start + form.length;
    return { start, end };
  });
  return spansOf(
    spans,
    names.map((name) => ({ ...name, kind: name.kind as NameKind })),
  );
};

/** Writes the folder; `shipped` is how many of the commonest words of the vectors the weights will know. */
export const writeData = (folder: string, shipped: number): void => {
  mkdirSync(folder, { recursive: true });
  const gazetteer = loadGazetteer();
  const numbers = new Map<string, number>();
  const number = (form: string): number => {
    if (!numbers.has(form)) numbers.set(form, numbers.size);
    return numbers.get(form)!;
  };
  const toRow = ({ source, forms, tree, names }: Lesson): string =>
    JSON.stringify({
      source,
      forms: forms.map(number),
      known: Array.from(
        lookUp(
          forms.map((text) => ({ text })),
          gazetteer,
        ),
      ),
      ...(tree && {
        tags: tree.uposes.map((upos, at) => `${upos} ${tree.xposes[at]}`),
        heads: tree.heads,
        relations: tree.relations,
      }),
      ...(names && { names: labelsOf(forms, names) }),
    });
  const rows = readLessons().map(toRow);
  const wanted = new Set([...numbers.keys()].map(hashOf));
  rows.push(...readChecks(gazetteer).map(toRow));
  writeFileSync(join(folder, "sentences.jsonl"), `${rows.join("\n")}\n`);
  const vectors = readVectors();
  // Numbers with as many digits share a hash, and the vector of the commonest.
  const places = new Map<number, number>();
  const words = vectors.words.filter((word, at) => {
    const hash = hashOf(word);
    if (places.has(hash) || (at >= shipped && !wanted.has(hash))) return false;
    places.set(hash, places.size);
    return true;
  });
  const forms = [...numbers.keys()].map((form) => {
    const { form: exact, ending2, ending3, opening3, shape } = columnsOf(form);
    const cells = [exact, ending2, ending3, opening3, shape].map((cell) => cell >>> 0);
    return JSON.stringify([form, places.get(hashOf(form)) ?? -1, ...cells]);
  });
  writeFileSync(join(folder, "forms.jsonl"), `${forms.join("\n")}\n`);
  const table = new Float32Array(words.length * vectors.width);
  words.forEach((word, at) => {
    table.set(vectors.of(word), at * vectors.width);
  });
  writeFileSync(join(folder, "vectors.f32"), new Uint8Array(table.buffer));
  writeFileSync(join(folder, "words.json"), JSON.stringify(words));
  console.error(`data: ${rows.length} sentences, ${forms.length} forms, ${words.length} words with vectors`);
};

const columns = newColumns();

const columnsOf = (form: string): typeof columns => {
  encode(columns, form);
  return columns;
};

/** The hash under which a form's vector is looked up. */
export const hashOf = (form: string): number => columnsOf(form).lower;

const labelsOf = (forms: readonly string[], names: NamedSentence["names"]): number[] => {
  const labels = forms.map(() => 0);
  for (const { first, last, kind } of names) {
    // Nationalities are found by their table.
    if (kind === "nationality") continue;
    for (let at = first; at <= last; at += 1)
      labels[at] = 1 + 2 * labelKinds.indexOf(kind) + (at > first ? 1 : 0);
  }
  return labels;
};
