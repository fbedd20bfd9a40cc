// Public lists of office holders -> claims that the register can be held against: who, of which state, in which office, since when.
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { nameKeyWord } from "../../src/language/name-keys.ts";
import type { State } from "../../src/language/register.ts";

/** One holder as a list has it. `words` are keys of the name's identifying words; `until` is the day the list last showed it. */
export type Claim = {
  readonly source: string;
  readonly of: string;
  readonly office: "head" | "foreign minister";
  readonly name: string;
  readonly words: readonly string[];
  readonly since: string;
  readonly until: string;
};

type Row = { readonly [column: string]: string };
const rowsOf = (path: string): Row[] => parse(readFileSync(path, "utf8"), { columns: true, bom: true });

/** The state of a name in a list, by any of the names of states.tsv. */
const stateFinder = (states: readonly State[]): ((name: string) => string | undefined) => {
  const plain = (name: string): string =>
    name
      .replace(/&nbsp;|\(.*\)/g, "")
      .replace(/&(\w)(?:circ|acute);/g, "$1")
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/^the /i, "")
      .trim()
      .toLowerCase();
  const codes = new Map<string, string>();
  for (const state of states)
    for (const name of [state.name, ...state.names]) codes.set(plain(name), state.code);
  return (name) => codes.get(plain(name));
};

const months = "january february march april may june july august september october november december".split(
  " ",
);

/** "12 December 2019", "December 2016" -> ISO; "" where it is neither. */
const isoOf = (said: string): string => {
  const [, day, month, year] = /^(?:(\d{1,2}) )?([A-Z][a-z]+) (\d{4})$/.exec(said.trim()) ?? [];
  const number = months.indexOf(month?.toLowerCase() ?? "") + 1;
  if (!year || number === 0) return "";
  const two = (one: number | string): string => String(one).padStart(2, "0");
  return day ? `${year}-${two(number)}-${two(day)}` : `${year}-${two(number)}`;
};

/** Chiefs of state and of government without their deputies, those elected and representatives. */
const skipped =
  /\b(?:vice|deputy|deputies|elect|designate|spouse|represented|governor|commissioner|captain|first lady|appointed|resign|chancellor of|assistant|co-prince)/i;

/** World Factbook history: names have their family name in capitals. */
export const readHeads = (path: string, states: readonly State[]): Claim[] => {
  const stateOf = stateFinder(states);
  return rowsOf(path).flatMap((row) => {
    const of = stateOf(row.country ?? "");
    const said = (row.title_and_name ?? "").replace(/&\w+;/g, " ");
    const since = isoOf(row.since ?? "");
    if (!of || !since || skipped.test(said)) return [];
    const words = said.match(/(?<![\p{L}'-])\p{Lu}[\p{Lu}'-]{2,}(?![\p{L}])/gu) ?? [];
    if (words.length === 0) return [];
    const name = said.replace(/^.*?(?=\p{Lu}\p{Ll}+ (?:[\p{L}.'-]+ )*\p{Lu}{2,})/u, "").trim();
    const keys = words
      .flatMap((word) => word.split("-"))
      .map(nameKeyWord)
      .filter((word) => word.length > 1);
    return [{ source: "heads", of, office: "head", name, words: keys, since, until: row.last_seen ?? "" }];
  });
};

/** Wikidata extract of serving foreign ministers; its day is in the file's name. */
export const readForeignMinisters = (path: string, states: readonly State[]): Claim[] => {
  const stateOf = stateFinder(states);
  const month = /(\d{4}-\d{2})\.csv$/.exec(path)?.[1] ?? "";
  return rowsOf(path).flatMap((row) => {
    const of = stateOf(row.countryLabel ?? "");
    const name = row.name ?? "";
    if (!of || name === "" || /^Q\d+$/.test(name) || !row.start) return [];
    const words = name
      .split(/[ -]/)
      .map(nameKeyWord)
      .filter((word) => word.length > 2);
    return [
      {
        source: "foreign ministers",
        of,
        office: "foreign minister",
        name,
        words,
        since: row.start.slice(0, 10),
        until: month,
      },
    ];
  });
};
