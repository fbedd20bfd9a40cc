// offices.tsv and portfolios.tsv -> every phrase that names an office, with what it says of its holder.
import type { Gender } from "../model/actor.ts";
import { LanguageError } from "./error.ts";
import { sectors } from "./register.ts";
import { cellList, readTable } from "./table.ts";

/** An office as a phrase names it. `group` is the class whose offices count as each other's counterparts. */
export type OfficeWords = {
  readonly phrase: string;
  readonly office: string;
  readonly group: string;
  readonly sector: string;
  readonly gender: Gender;
  /** The state whose office it is where nothing else is said. */
  readonly country?: string;
  readonly plural: boolean;
  /** What a prefix makes of it: "ex-president". */
  readonly modifier?: "former";
};

const officesFile = "language/en/actors/offices.tsv";
const portfoliosFile = "language/en/actors/portfolios.tsv";

/** Reads both tables. Throws LanguageError for an unknown sector or gender, or a pattern without `{}`. */
export const loadOffices = (states: ReadonlySet<string>): OfficeWords[] => [
  ...fromOffices(states),
  ...fromPortfolios(),
];

const fromOffices = (states: ReadonlySet<string>): OfficeWords[] =>
  readTable(officesFile, ["office", "class", "sector", "gender", "country", "words"]).flatMap((row) => {
    if (row.sector !== "" && !sectors.includes(row.sector))
      throw new LanguageError(officesFile, row.line, `sector "${row.sector}", expected one of PLOVER's`);
    if (!["", "feminine", "masculine"].includes(row.gender))
      throw new LanguageError(
        officesFile,
        row.line,
        `gender "${row.gender}", expected feminine or masculine`,
      );
    if (row.country !== "" && !states.has(row.country))
      throw new LanguageError(officesFile, row.line, `country "${row.country}" is not in states.tsv`);
    const { office, class: group, sector, country } = row;
    const gender = (row.gender || "unknown") as Gender;
    return cellList(row.words).flatMap((phrase) =>
      bothNumbers({ phrase, office, group, sector, gender, plural: false, ...(country && { country }) }),
    );
  });

const fromPortfolios = (): OfficeWords[] => {
  const rows = readTable(portfoliosFile, ["office", "class", "sector", "words"]);
  const patterns = rows
    .filter((row) => row.office === "*")
    .flatMap((row) => {
      for (const pattern of cellList(row.words))
        if (!pattern.includes("{}"))
          throw new LanguageError(portfoliosFile, row.line, `pattern "${pattern}" has no {}`);
      return cellList(row.words);
    });
  return rows
    .filter((row) => row.office !== "*")
    .flatMap(({ office, class: group, sector, words }) =>
      cellList(words).flatMap((portfolio) =>
        patterns.flatMap((pattern) =>
          bothNumbers({
            phrase: pattern.replace("{}", portfolio),
            office,
            group,
            sector,
            gender: "unknown",
            plural: false,
          }),
        ),
      ),
    );
};

const bothNumbers = (one: OfficeWords): OfficeWords[] => [
  one,
  { ...one, phrase: pluralOf(one.phrase), plural: true },
];

/** "minister of defense" -> "ministers of defense", "spokesman" -> "spokesmen". */
export const pluralOf = (phrase: string): string => {
  const [, head = phrase, rest = ""] = /^(.*?)( (?:of|for|to|in|without|on) .*)?$/.exec(phrase) ?? [];
  return pluralWord(head) + rest;
};

const pluralWord = (word: string): string => {
  if (word.endsWith("man")) return `${word.slice(0, -3)}men`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (word.endsWith(" general")) return word.replace(/(\w+) general$/, "$1s general");
  return /(?:s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
};
