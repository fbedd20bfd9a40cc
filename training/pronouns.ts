// GUM's chains and GAP's validation part -> weights by which a pronoun's antecedent is chosen (models/en/pronouns.tsv).
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { corpus, readLines, toUnits } from "../bench/data.ts";
import { chainOf, type Stretch } from "../bench/scorers/links.ts";
import { home } from "../src/language/home.ts";
import { type Language, loadLanguage } from "../src/language/language.ts";
import { read } from "../src/read.ts";
import { byWeights, noneFeatures, resolvePronouns } from "../src/stages/actors/pronouns.ts";
import { castNames } from "../src/stages/actors/resolve-actors.ts";

/** One choice: the features of every antecedent, "none" last, and which of them are right. */
type Example = { readonly options: readonly (readonly string[])[]; readonly right: readonly number[] };
type Text = { id: string; text: string; chains: Stretch[][]; only?: Stretch };

const rounds = 40;
const penalty = 0.1;

/** Trains and writes the weights. */
export const trainPronouns = (): void => {
  const language = loadLanguage();
  const texts = [
    ...["ud/gum-open-train.conllu", "ud/gum-open-dev.conllu"].flatMap((name) => readGum(corpus(name))),
    ...readGap(corpus("coref/gap-validation.jsonl")),
  ];
  const examples = texts.flatMap((text) => collect(text, language));
  const weights = fit(examples);
  const rows = [...weights]
    .filter(([, weight]) => Math.abs(weight) >= 0.01)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([feature, weight]) => `${feature}\t${weight.toFixed(3)}`);
  writeFileSync(join(home, "models/en/pronouns.tsv"), `feature\tweight\n${rows.join("\n")}\n`);
  console.error(`pronouns: ${examples.length} examples, ${rows.length} weights`);
};

/** Every pronoun with a known answer; those before it are resolved by the annotators. */
const collect = (text: Text, language: Language): Example[] => {
  const reading = read({ id: text.id, text: text.text, language: "en" }, language);
  const { document, sentences, quotations, words, mentions } = reading;
  const cast = castNames({ document, sentences, quotations, words, mentions, language: language.actors });
  const chain = (span: Stretch): number => chainOf(text.chains, span);
  const chainOfEntity = (entity: { mentions: number[] }): Set<number> =>
    new Set(entity.mentions.map((index) => chain(mentions[index]!)).filter((one) => one >= 0));
  const examples: Example[] = [];
  const guess = byWeights(cast);
  resolvePronouns(cast, (pronoun, found) => {
    const wanted = chain(pronoun);
    const known = text.only ? pronoun.start === text.only.start : wanted >= 0 || pronoun.gender === "neuter";
    if (!known) return text.only ? guess(pronoun, found) : undefined;
    const right = found.flatMap((one, at) =>
      wanted >= 0 && chainOfEntity(one.entity).has(wanted) ? [at] : [],
    );
    const options = found.map((one) => one.features);
    // "he" and "she" nearly always mean someone of the text; where none fits, a mention was missed.
    if (pronoun.gender === "neuter" && found.length > 0)
      examples.push({
        options: [...options, noneFeatures(cast, pronoun)],
        right: right.length > 0 ? right : [found.length],
      });
    else if (right.length > 0) examples.push({ options, right });
    return right.length > 0 ? found[right[0]!]!.entity : undefined;
  });
  return examples;
};

/** Softmax over each example's options, by stochastic gradient in a fixed order; the mean over the later rounds. */
const fit = (examples: readonly Example[]): Map<string, number> => {
  const weights = new Map<string, number>();
  const mean = new Map<string, number>();
  const later = rounds / 2;
  const sum = (features: readonly string[]): number =>
    features.reduce((total, feature) => total + (weights.get(feature) ?? 0), 0);
  for (let round = 0; round < rounds; round++) {
    const rate = 0.2 / (1 + round * 0.3);
    for (const { options, right } of examples) {
      const scores = options.map((features) => Math.exp(Math.min(30, sum(features))));
      const total = scores.reduce((a, b) => a + b, 0);
      const good = right.reduce((part, at) => part + scores[at]!, 0);
      options.forEach((features, at) => {
        const target = right.includes(at) ? scores[at]! / good : 0;
        const step = rate * (target - scores[at]! / total);
        for (const feature of features) {
          const weight = weights.get(feature) ?? 0;
          weights.set(feature, weight + step - rate * penalty * weight);
        }
      });
    }
    if (round >= later)
      for (const [feature, weight] of weights) mean.set(feature, (mean.get(feature) ?? 0) + weight / later);
  }
  return mean;
};

export const readGap = (path: string): Text[] =>
  readLines<{
    id: string;
    text: string;
    mentions: { role: string; start: number; end: number }[];
    A: boolean;
    B: boolean;
  }>(path).map((item) => {
    const unit = toUnits(item.text);
    const span = (role: string): Stretch => {
      const one = item.mentions.find((mention) => mention.role === role)!;
      return { start: unit(one.start), end: unit(one.end) };
    };
    const pronoun = span("Pronoun");
    const chains = [[span("A")], [span("B")]];
    if (item.A) chains[0]!.push(pronoun);
    else if (item.B) chains[1]!.push(pronoun);
    else chains.push([pronoun]);
    return { id: item.id, text: item.text, chains, only: pronoun };
  });

/** GUM's CoNLL-U with `Entity=` in MISC: the text is put together from its sentences, a line break at each paragraph. */
export const readGum = (path: string): Text[] => {
  const texts: Text[] = [];
  for (const block of readFileSync(path, "utf8").split(/\n(?=# newdoc id)/)) {
    const id = /# newdoc id = (\S+)/.exec(block)?.[1];
    if (id) texts.push({ id, ...readBlock(block) });
  }
  return texts;
};

const readBlock = (block: string): { text: string; chains: Stretch[][] } => {
  let text = "";
  let glued: { last: string; space: boolean } | undefined;
  const open = new Map<string, number[]>();
  const chains = new Map<string, Stretch[]>();
  for (const line of block.split("\n")) {
    if (line.startsWith("# newpar") && text !== "") text = `${text.trimEnd()}\n\n`;
    const cells = line.split("\t");
    const range = /^\d+-(\d+)$/.exec(cells[0]!);
    if (range) glued = { last: range[1]!, space: !/SpaceAfter=No/.test(cells[9] ?? "") };
    if (cells.length !== 10 || !/^\d+$/.test(cells[0]!)) continue;
    const start = text.length;
    text += cells[1]!;
    const misc = cells[9]!;
    for (const [mark] of (/(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? "").matchAll(/\([^()]*\)?|[^()]+\)/g)) {
      const group = /^\(?([^-()]+)/.exec(mark)![1]!;
      if (mark.startsWith("(")) open.set(group, [...(open.get(group) ?? []), start]);
      if (!mark.endsWith(")")) continue;
      const from = open.get(group)?.pop();
      if (from === undefined) continue;
      const end = text.length - (/\s?['\u2019]s?$/.exec(text.slice(from))?.[0].length ?? 0);
      chains.set(group, [...(chains.get(group) ?? []), { start: from, end }]);
    }
    if (glued) {
      if (cells[0] !== glued.last) continue;
      if (glued.space) text += " ";
      glued = undefined;
    } else if (!/SpaceAfter=No/.test(misc)) text += " ";
  }
  return { text: text.trimEnd(), chains: [...chains.values()].filter((chain) => chain.length > 1) };
};
