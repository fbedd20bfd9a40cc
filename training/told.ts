// Our pairs of readouts (the part for looking at errors) -> how little each word, class and topic tells there, for being
// in many points (models/en/told.tsv): "cooperation" and "importance" are in readouts on anything.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pairFiles, readPair } from "../bench/corpora/read-pairs.ts";
import { featuresOf } from "../src/compare/features.ts";
import { partyWords } from "../src/compare/party-words.ts";
import { toDocument } from "../src/import/document.ts";
import { home } from "../src/language/home.ts";
import { loadLanguage } from "../src/language/language.ts";
import { read } from "../src/read.ts";
import type { Record } from "../src/record/schema.ts";
import { toRecord } from "../src/record/to-record.ts";

/** What fewer points have is as telling as what none has. */
const seldom = 3;
/** Sharpens the share of what is left. */
const sharpness = 2;

/** Counts in how many points each feature stands, and writes the share of its weight that is left, 0 to 1. */
export const trainTold = (): void => {
  const language = loadLanguage();
  const counts = new Map<string, number>();
  let points = 0;
  const count = (records: readonly Record[]) => {
    const parties = partyWords(
      records,
      records.map(({ document }) => document.side ?? ""),
      new Set(records.flatMap(({ contacts }) => contacts[0]?.participants.map(({ actor }) => actor) ?? [])),
    );
    for (const point of records.flatMap(
      ({ contacts }) => contacts[0]?.accounts.flatMap((account) => account.points) ?? [],
    )) {
      points += 1;
      for (const feature of featuresOf(point, language.comparison, parties).weights.keys())
        counts.set(feature, (counts.get(feature) ?? 0) + 1);
    }
  };
  for (const path of pairFiles("dev"))
    count(
      readPair(path).texts.map(({ letter: _, text, ...head }) =>
        toRecord(read(toDocument(text, head), language)),
      ),
    );
  const most = Math.log(points / seldom);
  const rows = [...counts]
    .filter(([, times]) => times >= seldom)
    .map(([feature, times]) => ({
      feature,
      share: (Math.log(points / (times + seldom)) / most) ** sharpness,
    }))
    .sort((a, b) => a.share - b.share || (a.feature < b.feature ? -1 : 1));
  writeFileSync(
    join(home, "models/en/told.tsv"),
    `# Made by \`npm run train -- told\`, not to be edited: the share of its weight that a word, {class} or <topic> keeps.\nfeature\tshare\n${rows.map(({ feature, share }) => `${feature}\t${share.toFixed(2)}`).join("\n")}\n`,
  );
  console.error(`told: ${points} points, ${rows.length} features`);
};
