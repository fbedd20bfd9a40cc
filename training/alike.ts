// Our pairs of readouts (the part for looking at errors) -> how much each sign tells of two points that they are about
// one matter (models/en/alike.tsv): logistic regression over all pairs of points, found and given.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Pair, pairFiles, readPair } from "../bench/corpora/read-pairs.ts";
import { type Features, featuresOf, placesIn } from "../src/compare/features.ts";
import { signs, signsOf } from "../src/compare/likeness.ts";
import { partyWords } from "../src/compare/party-words.ts";
import { rarityOf } from "../src/compare/similarity.ts";
import { toDocument } from "../src/import/document.ts";
import type { ComparisonLanguage } from "../src/language/comparison.ts";
import { home } from "../src/language/home.ts";
import { loadLanguage } from "../src/language/language.ts";
import { read } from "../src/read.ts";
import type { Record } from "../src/record/schema.ts";
import { toRecord } from "../src/record/to-record.ts";

/** Keeps the weights small: what few pairs show is not believed. */
const decay = 3;
const rounds = 40;

/** `shared`, `loose`: numbers of the gold rows that the point stands for. */
type Marked = { features: Features; shared: number[]; loose: number[] };
type Sample = { values: number[]; same: boolean };

/** Reads the pairs, fits and writes the weights. */
export const trainAlike = (): void => {
  const language = loadLanguage();
  const samples = pairFiles("dev").flatMap((path) => {
    const pair = readPair(path);
    const records = pair.texts
      .slice(0, 2)
      .map(({ letter: _, text, ...head }) => toRecord(read(toDocument(text, head), language)));
    return [phrasesOf, pointsOf].flatMap((take) =>
      samplesOf(take(pair, records, language.comparison), language.comparison),
    );
  });
  const weights = fit(samples);
  const rows = signs.map((sign, at) => `${sign}\t${weights[at]!.toFixed(3)}`);
  writeFileSync(
    join(home, "models/en/alike.tsv"),
    `# Made by \`npm run train -- alike\`, not to be edited: log-odds a unit of each sign (src/compare/likeness.ts).\nsign\tweight\n${rows.join("\n")}\n`,
  );
  console.error(
    `alike: ${samples.length} pairs of points, ${samples.filter(({ same }) => same).length} of one matter`,
  );
};

const partiesOf = (records: readonly Record[]): Set<string> =>
  partyWords(
    records,
    records.map(({ document }) => document.side ?? ""),
    new Set(records.flatMap(({ contacts }) => contacts[0]?.participants.map(({ actor }) => actor) ?? [])),
  );

type Take = (pair: Pair, records: readonly Record[], language: ComparisonLanguage) => [Marked[], Marked[]];

const stands = (text: string, phrase: string): boolean => text.includes(phrase) || phrase.includes(text);

const mark = (pair: Pair, own: "a" | "b", text: string, features: Features): Marked => {
  const rows = (all: readonly { a: string; b: string }[]) =>
    all.flatMap((row, at) => (stands(text, row[own]) ? [at] : []));
  return { features, shared: rows(pair.shared), loose: rows(pair.loose) };
};

/** The gold's own phrases. */
const phrasesOf: Take = (pair, records, language) => {
  const parties = partiesOf(records);
  const side = (own: "a" | "b"): Marked[] => {
    const only = pair.only.filter(({ letter }) => letter.toLowerCase() === own).map(({ phrase }) => phrase);
    const whole = pair.texts[own === "a" ? 0 : 1]!.text;
    const points = [...new Set([...pair.shared.map((row) => row[own]), ...only])].map((text) => ({
      act: "say",
      document: own,
      content: [{ start: whole.indexOf(text), end: whole.indexOf(text) + text.length, text }],
    }));
    const placeOf = placesIn(points);
    return points.map((point) =>
      mark(pair, own, point.content[0]!.text, featuresOf(point, language, parties, placeOf(point))),
    );
  };
  return [side("a"), side("b")];
};

/** The points that are found in the texts. */
const pointsOf: Take = (pair, records, language) => {
  const parties = partiesOf(records);
  const side = (record: Record, own: "a" | "b"): Marked[] => {
    const points = record.contacts
      .slice(0, 1)
      .flatMap(({ accounts }) => accounts.flatMap((account) => account.points))
      .map((point) => ({ ...point, document: own }));
    const placeOf = placesIn(points);
    return points.map((point) =>
      mark(
        pair,
        own,
        point.content.map(({ text }) => text).join(" "),
        featuresOf(point, language, parties, placeOf(point)),
      ),
    );
  };
  return [side(records[0]!, "a"), side(records[1]!, "b")];
};

const samplesOf = ([left, right]: [Marked[], Marked[]], language: ComparisonLanguage): Sample[] => {
  const rarity = rarityOf(
    [...left, ...right].map(({ features }) => features),
    language,
  );
  const meet = (x: readonly number[], y: readonly number[]) => x.some((one) => y.includes(one));
  return left.flatMap((a) =>
    right
      .filter((b) => !meet(a.loose, b.loose))
      .map((b) => ({
        values: signsOf(a.features, b.features, rarity, language),
        same: meet(a.shared, b.shared),
      })),
  );
};

/** Newton's method; the bias, the last one, is not held back. */
const fit = (samples: readonly Sample[]): number[] => {
  let weights = signs.map(() => 0);
  for (let round = 0; round < rounds; round += 1) {
    const slope = weights.map((weight, at) => (at === weights.length - 1 ? 0 : -decay * weight));
    const curve = weights.map((_, a) =>
      weights.map((_, b) => (a !== b ? 0 : a === weights.length - 1 ? 1e-6 : decay)),
    );
    for (const { values, same } of samples) {
      const chance = 1 / (1 + Math.exp(-values.reduce((sum, value, at) => sum + value * weights[at]!, 0)));
      values.forEach((value, a) => {
        slope[a]! += value * (Number(same) - chance);
        values.forEach((other, b) => {
          curve[a]![b]! += chance * (1 - chance) * value * other;
        });
      });
    }
    const step = solve(curve, slope);
    weights = weights.map((weight, at) => weight + step[at]!);
  }
  return weights;
};

/** Gauss's elimination of a small positive system. */
const solve = (matrix: readonly (readonly number[])[], right: readonly number[]): number[] => {
  const rows = matrix.map((row, at) => [...row, right[at]!]);
  for (const [at, pivot] of rows.entries())
    for (const [other, row] of rows.entries()) {
      if (other === at) continue;
      const factor = row[at]! / pivot[at]!;
      for (let column = at; column < row.length; column += 1) row[column]! -= factor * pivot[column]!;
    }
  return rows.map((row, at) => row.at(-1)! / row[at]!);
};
