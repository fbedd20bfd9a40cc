// What language/en/actors holds, read once.
import type { Gender } from "../model/actor.ts";
import { LanguageError } from "./error.ts";
import { parseRegister, type Register } from "./holders.ts";
import { loadFirstNames } from "./mentions.ts";
import { nameWords } from "./name-keys.ts";
import { loadOffices } from "./offices.ts";
import {
  type Body,
  bodyKey,
  loadBodies,
  loadOrganizations,
  loadStates,
  type Organization,
  type State,
} from "./register.ts";
import { holderRows, type OwnRegister, peopleRows } from "./register-files.ts";
import { loadSectorWords } from "./sectors.ts";
import { cellList, readTable } from "./table.ts";

/** Tables, rules and weights of the actors stage. */
export type ActorsLanguage = {
  readonly states: readonly State[];
  readonly organizations: readonly Organization[];
  readonly bodies: readonly Body[];
  /** Bodies by the key of each of their names. */
  readonly bodyByName: ReadonlyMap<string, readonly Body[]>;
  readonly stateByCode: ReadonlyMap<string, State>;
  readonly organizationByCode: ReadonlyMap<string, Organization>;
  readonly register: Register;
  /** The office that leads a state, "-" where none stands out; see leaders.tsv. */
  readonly leaders: ReadonlyMap<string, string>;
  /** The state that a capital, a city or a region lies in. */
  readonly places: ReadonlyMap<string, string>;
  /** First names that tell the gender. */
  readonly firstNames: ReadonlyMap<string, Gender>;
  /** First names as keys of names: borne by many, whoever has one of them for a family name. */
  readonly commonNames: ReadonlySet<string>;
  /** Weights of the features by which a pronoun's antecedent is chosen; made by training. */
  readonly weights: ReadonlyMap<string, number>;
  /** Lemmas of verbs whose subject speaks. */
  readonly speech: ReadonlySet<string>;
  /** The sector that a word of people, groups, bodies or names tells, in small letters; see mentions/sectors.tsv. */
  readonly sectorOfWord: ReadonlyMap<string, string>;
  /** The class of each office, and its sector. */
  readonly officeGroup: ReadonlyMap<string, { readonly group: string; readonly sector: string }>;
};

/** Reads language/en/actors and the facts beside it. Throws LanguageError with file and line. */
export const loadActors = (own?: OwnRegister): ActorsLanguage => {
  const states = loadStates();
  const bodies = loadBodies(states);
  const organizations = loadOrganizations(states);
  const codes = new Set([...states, ...organizations].map((one) => one.code));
  const offices = loadOffices(new Set(states.map((state) => state.code)));
  return {
    states,
    organizations,
    bodies,
    bodyByName: indexBodies(bodies),
    stateByCode: new Map(states.map((state) => [state.code, state])),
    organizationByCode: new Map(organizations.map((one) => [one.code, one])),
    register: parseRegister(peopleRows(own), holderRows(own), codes),
    firstNames: loadFirstNames(),
    commonNames: new Set([...loadFirstNames().keys()].flatMap(nameWords)),
    places: loadPlaces(states),
    weights: new Map(
      readTable(weightsFile, ["feature", "weight"]).map((row) => [row.feature, weightOf(row)]),
    ),
    speech: new Set(readTable("language/en/actors/speech.tsv", ["lemma"]).map((row) => row.lemma)),
    sectorOfWord: loadSectorWords(),
    leaders: loadLeaders(codes),
    officeGroup: new Map(offices.map((one) => [one.office, { group: one.group, sector: one.sector }])),
  };
};

const placesFile = "language/en/actors/places.tsv";

const loadPlaces = (states: readonly State[]): Map<string, string> => {
  const places = new Map<string, string>();
  for (const state of states) for (const capital of state.capitals) places.set(capital, state.code);
  for (const { code, names, line } of readTable(placesFile, ["code", "names"])) {
    if (!states.some((state) => state.code === code))
      throw new LanguageError(placesFile, line, `code "${code}" is not in states.tsv`);
    for (const name of cellList(names)) places.set(name, code);
  }
  return places;
};

const weightsFile = "models/en/pronouns.tsv";

const weightOf = (row: { readonly weight: string; readonly line: number }): number => {
  const weight = Number(row.weight);
  if (row.weight === "" || !Number.isFinite(weight))
    throw new LanguageError(weightsFile, row.line, `weight "${row.weight}", expected a number`);
  return weight;
};

const indexBodies = (bodies: readonly Body[]): Map<string, Body[]> => {
  const found = new Map<string, Body[]>();
  for (const body of bodies)
    for (const key of new Set([body.name, ...body.names].map(bodyKey)))
      found.set(key, [...(found.get(key) ?? []), body]);
  return found;
};

const leadersFile = "language/en/actors/leaders.tsv";

const loadLeaders = (codes: ReadonlySet<string>): Map<string, string> => {
  const leaders = new Map<string, string>();
  for (const { of, office, line } of readTable(leadersFile, ["of", "office"])) {
    if (!codes.has(of) || leaders.has(of))
      throw new LanguageError(leadersFile, line, `of "${of}" is unknown or stands twice`);
    leaders.set(of, office);
  }
  return leaders;
};
