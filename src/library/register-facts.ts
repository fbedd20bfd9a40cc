// Rows of a list of office holders -> terms of office in the register's words, and what is wrong with the others.
import type { ActorsLanguage } from "../language/actors.ts";
import { problemOf } from "../language/holders.ts";
import { nameKey, nameWords } from "../language/name-keys.ts";
import { type Labels, makeLabels } from "../language/office-labels.ts";
import type { FactRow } from "./register-table.ts";

/** One fact: a person in an office from a day to a day. */
export type Fact = {
  readonly place: string;
  readonly person: string;
  readonly office: string;
  readonly of: string;
  readonly from: string;
  readonly to: string;
  readonly gender: "f" | "m" | "";
  readonly wikidata: string;
  readonly family: string;
  readonly names: readonly string[];
};

/** The facts that can be taken, and one line for each row that can't. */
export type Facts = { readonly facts: readonly Fact[]; readonly problems: readonly string[] };

/** Reads every row. A row is left out, with a line that names its place, where a column is missing or says nothing known. */
export const toFacts = (rows: readonly FactRow[], language: ActorsLanguage): Facts => {
  const offices = [...language.register.byOffice.values()].map((terms) => terms[0]!.office);
  const known: Known = {
    language,
    labels: makeLabels(language.states, language.organizations, [...language.officeGroup.keys(), ...offices]),
    codes: new Set([...language.stateByCode.keys(), ...language.organizationByCode.keys()]),
    byId: new Map([...language.register.people.values()].map((one) => [one.wikidata ?? "", one.name])),
  };
  const facts: Fact[] = [];
  const problems: string[] = [];
  for (const row of rows) {
    const found = toFact(row, known);
    if (typeof found === "string") problems.push(`${row.place}: ${found}`);
    else facts.push(found);
  }
  return { facts, problems };
};

type Known = {
  readonly language: ActorsLanguage;
  readonly labels: Labels;
  readonly codes: ReadonlySet<string>;
  readonly byId: ReadonlyMap<string, string>;
};

/** The fact of a row, or what is wrong with it. */
const toFact = ({ place, cells }: FactRow, known: Known): Fact | string => {
  const cell = reader(cells);
  const said = cell.text("person", "personlabel", "name")?.replace(honorific, "");
  if (said === undefined) return "no person; expected a column person or personLabel with a name";
  const state = cell.text("of", "iso", "country", "countrylabel", "oflabel");
  if (state === undefined) return "no state; expected a column of, iso or countryLabel";
  const of = known.labels.codeOf(state);
  if (of === undefined)
    return `state "${state}" is not known; expected ISO alpha-3, a name of states.tsv or of organizations.tsv`;
  const label = cell.text("office", "position", "officelabel", "positionlabel");
  if (label === undefined) return "no office; expected a column office or positionLabel";
  const office = known.labels.officeOf(label, of);
  if (office === undefined)
    return `office "${label}" is not known; expected one of offices.tsv or portfolios.tsv`;
  const from = cell.day("from", "start", "since");
  if (from === "") return "no first day; expected a column from or start";
  const wikidata = cell.id("wikidata", "person");
  const person = knownPerson(said, { wikidata, office: `${of} ${office}`, from }, known);
  if (person === undefined)
    return `person "${said}" is another one than the register's of that name; write the name apart`;
  const term = { person, office, of, from, to: cell.day("to", "end", "until") };
  return (
    problemOf(term, known.codes) ?? {
      place,
      ...term,
      gender: genderOf(cell.text("gender", "genderlabel", "sex") ?? ""),
      wikidata,
      family: cell.text("family") ?? "",
      names: said === person ? cell.names() : [said, ...cell.names()],
    }
  );
};

const honorific =
  /^(?:(?:his|her) (?:royal )?(?:highness|excellency|majesty)|h\.?e\.?|prince|princess|sheikh|shaikh|sir|dame|dr\.?|lord|baroness|general|gen\.)\s+/i;

/**
 * The register's own way to write the name: of the person with this Wikidata id, who came into this office within six weeks
 * of the day and shares a name, or who is written alike. A new name stands as it is; undefined where it is a namesake's.
 */
const knownPerson = (
  name: string,
  { wikidata, office, from }: { readonly wikidata: string; readonly office: string; readonly from: string },
  { language: { register }, byId }: Known,
): string | undefined => {
  const same = byId.get(wikidata || "-");
  if (same) return same;
  const words = nameWords(name);
  const near = (day: string): boolean => Math.abs(Date.parse(day) - Date.parse(from)) <= 42 * 86_400_000;
  const holder = (register.byOffice.get(office) ?? []).find(
    (term) =>
      near(term.from) && nameWords(term.person).some((word) => word.length > 2 && words.includes(word)),
  );
  if (holder) return holder.person;
  const alike = (register.byName.get(nameKey(name)) ?? []).find(
    (one) => wikidata === "" || one.wikidata === undefined || one.wikidata === wikidata,
  );
  return alike?.name ?? (register.people.has(name) ? undefined : name);
};

const genderOf = (said: string): "f" | "m" | "" =>
  /^(?:f|female|trans woman|cisgender woman|woman)$/i.test(said)
    ? "f"
    : /^(?:m|male|man)$/i.test(said)
      ? "m"
      : "";

const reader = (cells: FactRow["cells"]) => {
  /** The first of the columns that says something other than an identifier. */
  const text = (...columns: string[]): string | undefined => {
    for (const column of columns) {
      const said = cells[column]?.replace(/\s+/g, " ").trim();
      if (said && !/^(?:https?:\/\/www\.wikidata\.org\/entity\/)?Q\d+$/.test(said)) return said;
    }
    return undefined;
  };
  return {
    text,
    id: (...columns: string[]): string =>
      columns
        .map((column) => /(?:^|\/)(Q\d+)$/.exec(cells[column] ?? "")?.[1])
        .find((id) => id !== undefined) ?? "",
    /** A day as precise as the row says: Wikidata gives the first of January for a year alone. */
    day: (...columns: string[]): string => {
      const column = columns.find((one) => (cells[one] ?? "").trim() !== "");
      if (column === undefined) return "";
      const day = cells[column]!.trim()
        .replace(/^\+/, "")
        .replace(/T\d{2}:.*$/, "");
      const precision = cells[`${column}precision`] ?? "11";
      return day.slice(0, precision === "9" ? 4 : precision === "10" ? 7 : undefined);
    },
    names: (): string[] =>
      (cells.names ?? cells.aliases ?? "")
        .split("|")
        .map((one) => one.trim())
        .filter((one) => one.includes(" ")),
  };
};
