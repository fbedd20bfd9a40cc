// What language/en/comparison holds, read once: word classes, and the clocks of capitals.
import { LanguageError } from "./error.ts";
import { loadOrganizations, loadStates } from "./register.ts";
import { loadActs } from "./statements.ts";
import { cellList, readTable } from "./table.ts";
import { loadWordLore, type WordLore } from "./word-lore.ts";
import { loadWordVectors, type WordVectors } from "./word-vectors.ts";

/** Words that show a class or a topic where all of them stand in one point. */
export type ComparisonEntry = { readonly words: readonly string[]; readonly feature: string };

/** Each a group of words that stand together. */
export type Opposites = readonly [keep: readonly (readonly string[])[], end: readonly (readonly string[])[]];

/** Tables that linking and comparing use. */
export type ComparisonLanguage = {
  /** Word classes (`{lasting}`) and topics (`<grain>`), each word or group of words with what it belongs to. */
  readonly entries: readonly ComparisonEntry[];
  /** What a topic is called, by its name. */
  readonly topics: ReadonlyMap<string, string>;
  /** Lower-case words that say nothing of what a point is about. */
  readonly stopwords: ReadonlySet<string>;
  /** How far each act binds its speaker or presses others, 1 to 3. */
  readonly strength: ReadonlyMap<string, number>;
  /** Acts that are what a point tells -> the word for it. */
  readonly deeds: ReadonlyMap<string, string>;
  /** Words that want opposite things of a matter: to keep it, to end it. */
  readonly opposites: readonly Opposites[];
  /** The share of its weight, 0 to 1, that a word, class or topic keeps for being in many points (models/en/told.tsv). */
  readonly told: ReadonlyMap<string, number>;
  /** How common words are, and which mean the same. */
  readonly lore: WordLore;
  /** What company words keep. */
  readonly vectors: WordVectors;
  /** How much each sign tells of two points that they are of one matter, in log-odds (models/en/alike.tsv). */
  readonly signs: ReadonlyMap<string, number>;
  /** What states and organizations are called, by code. */
  readonly sideNames: ReadonlyMap<string, string>;
  /** Hours ahead of UTC by state. */
  readonly hours: ReadonlyMap<string, number>;
};

/** Reads language/en/comparison. Throws LanguageError with file and line. */
export const loadComparison = (): ComparisonLanguage => {
  const classes = readTable("language/en/comparison/classes.tsv", ["class", "words"]);
  const topics = readTable("language/en/comparison/topics.tsv", ["topic", "title", "words"]);
  return {
    entries: [
      ...classes.flatMap((row) => entriesOf(row.words, `{${row.class}}`)),
      ...topics.flatMap((row) => entriesOf(row.words, `<${row.topic}>`)),
    ],
    topics: new Map(topics.map((row) => [row.topic, row.title])),
    stopwords: new Set(readTable("language/en/comparison/stopwords.tsv", ["word"]).map(({ word }) => word)),
    strength: new Map([...loadActs()].map(([act, { strength }]) => [act, strength])),
    deeds: loadDeeds(),
    opposites: readTable("language/en/comparison/opposites.tsv", ["keep", "end"]).map(
      (row): Opposites => [
        entriesOf(row.keep, "").map(({ words }) => words),
        entriesOf(row.end, "").map(({ words }) => words),
      ],
    ),
    told: loadShares("models/en/told.tsv", "feature", "share"),
    lore: loadWordLore(),
    vectors: loadWordVectors(),
    signs: loadShares("models/en/alike.tsv", "sign", "weight"),
    sideNames: loadSideNames(),
    hours: loadHours(),
  };
};

const loadShares = (path: string, key: string, value: string): Map<string, number> =>
  new Map(readTable(path, [key, value]).map((row) => [row[key]!, Number(row[value])]));

const loadDeeds = (): Map<string, string> => {
  const path = "language/en/comparison/deeds.tsv";
  const acts = loadActs();
  return new Map(
    readTable(path, ["act", "word"]).map((row) => {
      if (!acts.has(row.act)) throw new LanguageError(path, row.line, `found "${row.act}", expected an act`);
      return [row.act, row.word];
    }),
  );
};

const loadSideNames = (): Map<string, string> => {
  const states = loadStates();
  return new Map([...loadOrganizations(states), ...states].map(({ code, name }) => [code, name]));
};

const entriesOf = (words: string, feature: string): ComparisonEntry[] =>
  cellList(words).map((word) => ({ words: word.toLowerCase().split(" "), feature }));

const loadHours = (): Map<string, number> => {
  const path = "language/en/comparison/zones.tsv";
  const hours = new Map<string, number>();
  for (const row of readTable(path, ["code", "hours"])) {
    if (!/^-?\d+$/.test(row.hours))
      throw new LanguageError(path, row.line, `found "${row.hours}", expected whole hours`);
    hours.set(row.code, Number(row.hours));
  }
  return hours;
};
