// people.tsv and holders.tsv -> who held which office from when to when, indexed by name and by office.
import type { Gender } from "../model/actor.ts";
import { LanguageError } from "./error.ts";
import { type HolderRow, heldBySeveral } from "./merge-terms.ts";
import { nameKey, nameWords } from "./name-keys.ts";
import { holdersFile, type PersonRow } from "./register-files.ts";
import { cellList } from "./table.ts";

/** A person of the register. `keys` are name keys of all ways to write the name. */
export type Person = {
  readonly name: string;
  readonly gender: Gender;
  readonly wikidata?: string;
  /** Family name where it is not the last word of the name. */
  readonly family: string;
  readonly names: readonly string[];
  readonly held: readonly Holding[];
};

/** One term of office; ISO dates to the day or month, `to` is the day of the handover, empty while in office. */
export type Holding = {
  readonly person: string;
  readonly office: string;
  readonly of: string;
  readonly from: string;
  readonly to: string;
  readonly file: string;
  readonly line: number;
};

/** The register, indexed. Office keys are `UKR president`. */
export type Register = {
  readonly people: ReadonlyMap<string, Person>;
  readonly byName: ReadonlyMap<string, readonly Person[]>;
  readonly byFamily: ReadonlyMap<string, readonly Person[]>;
  readonly byOffice: ReadonlyMap<string, readonly Holding[]>;
};

const dated = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** Makes the register of its rows. Throws LanguageError for a date that is none, terms that end before they begin, unknown people. */
export const parseRegister = (
  peopleRows: readonly PersonRow[],
  holderRows: readonly HolderRow[],
  codes: ReadonlySet<string>,
): Register => {
  for (const row of holderRows) {
    const problem = problemOf(row, codes);
    if (problem) throw new LanguageError(row.file, row.line, problem);
  }
  const held = Map.groupBy(holderRows, (one) => one.person);
  const people = new Map<string, Person>();
  for (const row of peopleRows) {
    const problem = people.has(row.person)
      ? `"${row.person}" stands twice; add a number to one`
      : problemOfPerson(row, held);
    if (problem) throw new LanguageError(row.file, row.line, problem);
    people.set(row.person, toPerson(row, held.get(row.person)!));
  }
  for (const [name, terms] of held)
    if (!people.has(name))
      throw new LanguageError(
        terms[0]!.file,
        terms[0]!.line,
        `"${name}" is not in people.tsv; add the name there`,
      );
  return indexRegister(people, holderRows);
};

const problemOfPerson = (
  { person, gender, wikidata }: PersonRow,
  held: ReadonlyMap<string, readonly HolderRow[]>,
): string | undefined => {
  if (!["f", "m", ""].includes(gender)) return `gender "${gender}", expected f, m or nothing`;
  if (wikidata !== "" && !/^Q\d+$/.test(wikidata)) return `wikidata "${wikidata}", expected Q and digits`;
  return held.has(person) ? undefined : `"${person}" holds no office in ${holdersFile.split("/").at(-1)}`;
};

const toPerson = (row: PersonRow, held: readonly HolderRow[]): Person => ({
  name: row.person,
  gender: row.gender === "f" ? "feminine" : row.gender === "m" ? "masculine" : "unknown",
  family: row.family,
  names: [...new Set([row.person, ...cellList(row.names)].flatMap(spellingsOf))].slice(1),
  held,
  ...(row.wikidata && { wikidata: row.wikidata }),
});

/** "Badr Albusaidi" is Badr al-Busaidi too, and "Ali al-Sabah" Ali Alsabah: the article before a family name may be joined to it. */
const spellingsOf = (name: string): string[] => [
  name,
  ...[/^(.+) Al-?(\p{L}{4,})$/u.exec(name), /^(.+) [Aa]l[- ](\p{L}{3,})$/u.exec(name)].flatMap((found, at) =>
    found ? [`${found[1]} ${at === 0 ? "al-" : "Al"}${found[2]}`] : [],
  ),
];

/** What is wrong with a term, in words; undefined where nothing is. */
export const problemOf = (
  row: Omit<Holding, "file" | "line">,
  codes: ReadonlySet<string>,
): string | undefined => {
  if (!codes.has(row.of)) return `of "${row.of}" is no state or organization of the register`;
  if (!dated.test(row.from) || (row.to !== "" && !dated.test(row.to)))
    return `dates "${row.from}" to "${row.to}", expected ISO dates`;
  if (row.to !== "" && row.to < row.from) return `the term ends (${row.to}) before it begins (${row.from})`;
  return undefined;
};

const indexRegister = (people: ReadonlyMap<string, Person>, holdings: readonly Holding[]): Register => {
  const byName = new Map<string, Person[]>();
  const byFamily = new Map<string, Person[]>();
  const put = (map: Map<string, Person[]>, key: string, person: Person): void => {
    const list = map.get(key);
    if (!list) map.set(key, [person]);
    else if (!list.includes(person)) list.push(person);
  };
  for (const person of people.values()) {
    for (const name of [person.name, ...person.names]) {
      put(byName, nameKey(name), person);
      put(byFamily, nameKey(person.family) || nameWords(name).at(-1)!, person);
    }
  }
  const byOffice = new Map<string, Holding[]>();
  for (const one of holdings) {
    const key = `${one.of} ${one.office}`;
    const list = byOffice.get(key);
    if (list) list.push(one);
    else byOffice.set(key, [one]);
  }
  for (const list of byOffice.values()) list.sort((a, b) => (a.from < b.from ? -1 : 1));
  return { people, byName, byFamily, byOffice };
};

/** Terms that overlap by more than a day of an office that one person holds at a time, as pairs. */
export const overlappingTerms = (register: Register): [Holding, Holding][] => {
  const pairs: [Holding, Holding][] = [];
  for (const list of register.byOffice.values())
    list.forEach((one, index) => {
      if (heldBySeveral.test(one.office)) return;
      const next = list[index + 1];
      if (next && (one.to === "" || one.to > next.from)) pairs.push([one, next]);
    });
  return pairs;
};
