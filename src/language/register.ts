// The states, organizations and bodies of language/en/actors as tables that any layer may read.
import { LanguageError } from "./error.ts";
import { unaccent } from "./phrases.ts";
import { cellList, type Row, readTable } from "./table.ts";

/** A state or territory. `code` is ISO alpha-3, `cow` and `gw` are the numbers of the two state lists. */
export type State = {
  readonly code: string;
  /** English short name, the name an actor of kind state gets. */
  readonly name: string;
  /** Every other way to write it: formal names, acronyms, former names. */
  readonly names: readonly string[];
  readonly adjectives: readonly string[];
  /** Nouns for its people, singular. */
  readonly people: readonly string[];
  readonly capitals: readonly string[];
  /** Houses that stand for its government: `Kremlin`, `White House`. */
  readonly seats: readonly string[];
  readonly cow?: number;
  readonly gw?: number;
};

/** An international organization. `within` is the code of the one it is a part of. */
export type Organization = {
  readonly code: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly sector: string;
  readonly within?: string;
};

/** A ministry, force, party, armed group or medium with a name of its own. */
export type Body = {
  readonly name: string;
  readonly names: readonly string[];
  readonly country?: string;
  readonly sector: string;
};

const statesFile = "language/en/actors/states.tsv";
const organizationsFile = "language/en/actors/organizations.tsv";
const bodiesFile = "language/en/actors/bodies.tsv";

/** PLOVER's sectors. */
export const sectors: readonly string[] =
  "AGR BUS CIV COP CRM CVL EDU ELI HLH IGO JUD LAB LEG MED MIL NGM NGO OPP PTY REB REF REL SPY UAF GOV JRN IMG".split(
    " ",
  );

/** Reads states.tsv. Throws LanguageError for a malformed or repeated code, number or short name. */
export const loadStates = (): State[] => {
  const columns = [
    "code",
    "name",
    "long",
    "names",
    "adjectives",
    "people",
    "capitals",
    "seats",
    "cow",
    "gw",
  ] as const;
  const rows = readTable(statesFile, columns);
  unique(rows, "code", statesFile);
  unique(rows, "name", statesFile);
  return rows.map((row) => {
    if (!/^[A-Z]{3}$/.test(row.code))
      throw new LanguageError(statesFile, row.line, `code "${row.code}", expected three capital letters`);
    return {
      code: row.code,
      name: row.name,
      names: [...cellList(row.long), ...cellList(row.names)],
      adjectives: cellList(row.adjectives),
      people: cellList(row.people),
      capitals: cellList(row.capitals),
      seats: cellList(row.seats),
      ...stateNumber(row, "cow"),
      ...stateNumber(row, "gw"),
    };
  });
};

/** Reads organizations.tsv. Throws LanguageError for a repeated code, one that is a state's, or an unknown parent. */
export const loadOrganizations = (states: readonly State[]): Organization[] => {
  const rows = readTable(organizationsFile, ["code", "name", "names", "sector", "within"]);
  unique(rows, "code", organizationsFile);
  unique(rows, "name", organizationsFile);
  const codes = new Set(rows.map((row) => row.code));
  const taken = new Set(states.map((state) => state.code));
  return rows.map((row) => {
    if (taken.has(row.code))
      throw new LanguageError(organizationsFile, row.line, `code "${row.code}" is a state's; take another`);
    if (row.within !== "" && !codes.has(row.within))
      throw new LanguageError(organizationsFile, row.line, `within "${row.within}" is no code of this table`);
    checkSector(row, organizationsFile);
    const { code, name, sector, within } = row;
    return { code, name, names: cellList(row.names), sector, ...(within && { within }) };
  });
};

/** A body's name as a key: no accents, no capitals, no article. */
export const bodyKey = (name: string): string => unaccent(name).toLowerCase().replace(/^the /, "");

/** Reads bodies.tsv. Throws LanguageError for an unknown country or sector. */
export const loadBodies = (states: readonly State[]): Body[] => {
  const codes = new Set(states.map((state) => state.code));
  return readTable(bodiesFile, ["name", "names", "country", "sector"]).map((row) => {
    if (row.country !== "" && !codes.has(row.country))
      throw new LanguageError(bodiesFile, row.line, `country "${row.country}" is not in states.tsv`);
    checkSector(row, bodiesFile);
    const { name, country, sector } = row;
    return { name, names: cellList(row.names), sector, ...(country && { country }) };
  });
};

const unique = <C extends string>(rows: readonly Row<C>[], column: C, file: string): void => {
  const lines = new Map<string, number>();
  for (const row of rows) {
    const value = (row as { readonly [key: string]: string | number })[column] as string;
    const before = lines.get(value);
    if (value === "" || before !== undefined)
      throw new LanguageError(
        file,
        row.line,
        `${column} "${value}" ${before ? `stands in line ${before} too` : "is empty"}`,
      );
    lines.set(value, row.line);
  }
};

const stateNumber = <K extends "cow" | "gw">(
  row: Row<"cow" | "gw">,
  column: K,
): { readonly [key in K]?: number } => {
  const cell = row[column];
  if (cell === "") return {};
  if (!/^\d{1,3}$/.test(cell))
    throw new LanguageError(statesFile, row.line, `${column} "${cell}", expected a number of 1 to 3 digits`);
  return { [column]: Number(cell) } as { readonly [key in K]?: number };
};

/** Throws LanguageError for a sector that is none of PLOVER's. */
export const checkSector = (row: Row<"sector">, file: string): void => {
  if (!sectors.includes(row.sector))
    throw new LanguageError(
      file,
      row.line,
      `sector "${row.sector}", expected a PLOVER sector (${sectors.slice(0, 6).join(", ")} …)`,
    );
};
