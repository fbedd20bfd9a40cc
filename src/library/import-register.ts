// A file of facts about office holders -> the folder of one's own register, beside the shipped tables that stay as they are.

import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ActorsLanguage, loadActors } from "../language/actors.ts";
import { type Holding, overlappingTerms } from "../language/holders.ts";
import { type HolderRow, mergeTerms } from "../language/merge-terms.ts";
import {
  filed,
  holdersColumns,
  type PersonRow,
  peopleColumns,
  readOwnRegister,
} from "../language/register-files.ts";
import { type Fact, toFacts } from "./register-facts.ts";
import { readFacts } from "./register-table.ts";

/** What an import did; `problems` are rows left out, `overlaps` terms that hold at one time with another's. */
export type RegisterImport = {
  readonly rows: number;
  readonly taken: number;
  readonly people: number;
  readonly problems: readonly string[];
  readonly overlaps: readonly string[];
};

/** Takes the file's facts into the folder; writes nothing where `check` is true. Throws InputError for a file that is no list. */
export const importRegister = (file: string, folder: string, check = false): RegisterImport => {
  const own = readOwnRegister(folder);
  const language = loadActors(own);
  const rows = readFacts(file);
  const { facts, problems } = toFacts(rows, language);
  const holders = mergeOwn(own ? filed(own.holders, join(folder, "holders.tsv"), holdersColumns) : [], facts);
  const people = mergePeople(
    own ? filed(own.people, join(folder, "people.tsv"), peopleColumns) : [],
    facts,
    language,
  );
  const made = { folder, people: tableOf(peopleColumns, people), holders: tableOf(holdersColumns, holders) };
  const overlaps = overlapsOf(loadActors(made), facts);
  if (!check && facts.length > 0) {
    mkdirSync(folder, { recursive: true });
    write(join(folder, "people.tsv"), made.people);
    write(join(folder, "holders.tsv"), made.holders);
  }
  const fresh = new Set(
    facts.map((fact) => fact.person).filter((person) => !language.register.people.has(person)),
  );
  return { rows: rows.length, taken: facts.length, people: fresh.size, problems, overlaps };
};

const mergeOwn = (before: readonly HolderRow[], facts: readonly Fact[]): HolderRow[] => {
  const seen = new Set<string>();
  const newer = facts
    .map(({ person, office, of, from, to }, index) => ({
      person,
      office,
      of,
      from,
      to,
      file: "",
      line: index,
    }))
    .filter((row) => {
      const key = `${row.person}\t${row.office}\t${row.of}\t${row.from}`;
      return !seen.has(key) && seen.add(key);
    });
  return mergeTerms(before, newer);
};

type PersonCells = { readonly [column in (typeof peopleColumns)[number]]: string };

/** A row for each person, the shipped ones included where the facts know more of them. */
const mergePeople = (
  before: readonly PersonRow[],
  facts: readonly Fact[],
  { register }: ActorsLanguage,
): PersonCells[] => {
  const people = new Map<string, PersonCells>(before.map((row) => [row.person, row]));
  for (const { person, gender, wikidata, family, names } of facts) {
    const shipped = register.people.get(person);
    const old = people.get(person);
    const spelled = new Set(
      [...(old?.names ?? "").split(" | "), ...names].filter((one) => one !== "" && one !== person),
    );
    people.set(person, {
      person,
      gender: old?.gender || gender,
      wikidata: old?.wikidata || (shipped?.wikidata === undefined ? wikidata : ""),
      family: old?.family || family,
      names: [...spelled].join(" | "),
    });
  }
  return [...people.values()];
};

const tableOf = <Column extends string>(
  columns: readonly Column[],
  rows: readonly { readonly [column in Column]: string }[],
): string =>
  `${[
    "# Facts taken in by `dragoman register import`; they stand beside the shipped register, and go before it.",
    columns.join("\t"),
    ...rows.map((row) =>
      columns
        .map((column) => row[column].replace(/[\t\r\n]/g, " "))
        .join("\t")
        .trimEnd(),
    ),
  ].join("\n")}\n`;

/** A whole file or none. */
const write = (path: string, text: string): void => {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
};

/** Overlaps in which a row of the file has a part, named by the row. */
const overlapsOf = ({ register }: ActorsLanguage, facts: readonly Fact[]): string[] => {
  const place = (term: Holding): string | undefined =>
    facts.find(
      (one) =>
        one.person === term.person &&
        one.of === term.of &&
        one.office === term.office &&
        one.from === term.from,
    )?.place;
  return overlappingTerms(register).flatMap(([one, next]) => {
    const at = place(next) ?? place(one);
    const said = (term: Holding): string => `${term.person} (${term.from} to ${term.to || "today"})`;
    return at === undefined
      ? []
      : [`${at}: overlaps: ${one.of} ${one.office} is held by ${said(one)} and ${said(next)}`];
  });
};
