// people.tsv and holders.tsv -> who held which office from when to when, indexed by name and by office.
import type { Gender } from "../model/actor.ts";
import { LanguageError } from "./error.ts";
import { unaccent } from "./phrases.ts";
import { cellList, parseTable } from "./table.ts";

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
  readonly line: number;
};

/** The register, indexed. Office keys are `UKR president`. */
export type Register = {
  readonly people: ReadonlyMap<string, Person>;
  readonly byName: ReadonlyMap<string, readonly Person[]>;
  readonly byFamily: ReadonlyMap<string, readonly Person[]>;
  readonly byOffice: ReadonlyMap<string, readonly Holding[]>;
};

export const holdersFile = "language/en/actors/holders.tsv";
export const peopleFile = "language/en/actors/people.tsv";

/** One word of a name so that transliterations fall together: `zelenskiy`, `Zelenskyy` and `Zelensky` are `zelensky`. */
export const nameKeyWord = (word: string): string =>
  unaccent(word)
    .toLowerCase()
    .replace(/[^a-z]/g, "")
    .replace(/(?:iyy|iy|yy|ii|ij|yi|i|ey|ei)$/, "y")
    .replace(/kh/g, "h")
    .replace(/ou/g, "u")
    .replace(/dzh/g, "j")
    .replace(/[jy]o/g, "o")
    .replace(/ye/g, "e")
    .replace(/(.)\1/g, "$1");

const particle = /^(?:al|el|bin|ibn|bint|von|van|der|den|de|da|do|dos|del|della|la|le|ter|ten|jr|sr|ul)$/;

/** The words of a name that identify: no particles and no initials, unless nothing else is left. */
export const nameWords = (name: string): string[] => {
  const all = name.split(/[\s\u00a0-]+/).filter((word) => /\p{L}/u.test(word));
  const kept = all.filter(
    (word) => !particle.test(word.toLowerCase().replace(/\.$/, "")) && !/^(?:\p{L}\.)+$/u.test(word),
  );
  return (kept.length > 0 ? kept : all).map(nameKeyWord).filter((word) => word !== "");
};

/** All of a name's words as one key. */
export const nameKey = (name: string): string => nameWords(name).join(" ");

const dated = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** Reads both tables. Throws LanguageError for a date that is none, terms that end before they begin, unknown people. */
export const parseRegister = (
  peopleText: string,
  holdersText: string,
  codes: ReadonlySet<string>,
): Register => {
  const holdings = parseHoldings(holdersText, codes);
  const held = Map.groupBy(holdings, (one) => one.person);
  const people = new Map<string, Person>();
  for (const row of parseTable(peopleText, peopleFile, ["person", "gender", "wikidata", "family", "names"])) {
    if (people.has(row.person))
      throw new LanguageError(peopleFile, row.line, `"${row.person}" stands twice; add a number to one`);
    if (!["f", "m", ""].includes(row.gender))
      throw new LanguageError(peopleFile, row.line, `gender "${row.gender}", expected f, m or nothing`);
    if (row.wikidata !== "" && !/^Q\d+$/.test(row.wikidata))
      throw new LanguageError(peopleFile, row.line, `wikidata "${row.wikidata}", expected Q and digits`);
    if (!held.has(row.person))
      throw new LanguageError(peopleFile, row.line, `"${row.person}" holds no office in holders.tsv`);
    people.set(row.person, {
      name: row.person,
      gender: row.gender === "f" ? "feminine" : row.gender === "m" ? "masculine" : "unknown",
      family: row.family,
      names: cellList(row.names),
      held: held.get(row.person)!,
      ...(row.wikidata && { wikidata: row.wikidata }),
    });
  }
  for (const [name, terms] of held)
    if (!people.has(name))
      throw new LanguageError(
        holdersFile,
        terms[0]!.line,
        `"${name}" is not in people.tsv; add the name there`,
      );
  return indexRegister(people, holdings);
};

const parseHoldings = (text: string, codes: ReadonlySet<string>): Holding[] => {
  const holdings = parseTable(text, holdersFile, ["person", "office", "of", "from", "to"]);
  for (const row of holdings) {
    if (!codes.has(row.of))
      throw new LanguageError(
        holdersFile,
        row.line,
        `of "${row.of}" is no state or organization of the register`,
      );
    if (!dated.test(row.from) || (row.to !== "" && !dated.test(row.to)))
      throw new LanguageError(
        holdersFile,
        row.line,
        `dates "${row.from}" to "${row.to}", expected ISO dates`,
      );
    if (row.to !== "" && row.to < row.from)
      throw new LanguageError(
        holdersFile,
        row.line,
        `the term ends (${row.to}) before it begins (${row.from})`,
      );
  }
  return holdings;
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

/** Terms of one office that overlap by more than a day, as pairs; an office held by one person at a time has none. */
export const overlappingTerms = (register: Register): [Holding, Holding][] => {
  const pairs: [Holding, Holding][] = [];
  for (const list of register.byOffice.values())
    list.forEach((one, index) => {
      const next = list[index + 1];
      if (next && (one.to === "" || one.to > next.from)) pairs.push([one, next]);
    });
  return pairs;
};
