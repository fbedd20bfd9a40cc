// What language/en/mentions and the register's tables say about the words that mentions are made of, as one lexicon.
import type { Gender } from "../model/actor.ts";
import { LanguageError } from "./error.ts";
import { loadOffices, type OfficeWords } from "./offices.ts";
import { addPhrase, newPhrases, type Phrases } from "./phrases.ts";
import { loadTowns } from "./places.ts";
import { type Body, loadBodies, loadOrganizations, loadStates, type State } from "./register.ts";
import { type OwnRegister, peopleRows } from "./register-files.ts";
import { loadSectorWords } from "./sectors.ts";
import { cellList, readTable } from "./table.ts";

/** What a phrase of the lexicon is. One phrase may be several of these. */
export type Entry =
  | { readonly kind: "state"; readonly code: string; readonly use: StateUse }
  | { readonly kind: "organization"; readonly code: string; readonly name: string }
  | { readonly kind: "body"; readonly body: Body }
  | { readonly kind: "generic"; readonly name: string; readonly sector: string; readonly alone: boolean }
  | { readonly kind: "office"; readonly office: OfficeWords }
  | { readonly kind: "modifier"; readonly modifier: string }
  | { readonly kind: "honorific"; readonly gender: Gender }
  | { readonly kind: "pronoun"; readonly pronoun: Pronoun }
  | { readonly kind: "person"; readonly whole: boolean; readonly gender: Gender }
  | { readonly kind: "noun"; readonly gender: Gender; readonly sector: string }
  | { readonly kind: "group"; readonly sector: string; readonly pair: boolean };

export type StateUse = "name" | "adjective" | "people" | "capital" | "seat";
export type Pronoun = {
  readonly person: 1 | 3;
  readonly gender: Gender;
  readonly plural: boolean;
  readonly use: "" | "possessive" | "reflexive";
};

/** Tables, rules and weights of the mentions stage. */
export type MentionsLanguage = {
  readonly phrases: Phrases<Entry>;
  /** First names that tell the gender. */
  readonly firstNames: ReadonlyMap<string, Gender>;
  /** Words that tell what a phrase or a name is; see sectors.tsv. */
  readonly sectorOfWord: ReadonlyMap<string, string>;
  /** Capitals and the cities and regions of places.tsv, lower case. */
  readonly towns: ReadonlySet<string>;
};

const folder = "language/en/mentions";

/** Reads language/en/mentions and the tables of the register. Throws LanguageError with file and line. */
export const loadMentions = (own?: OwnRegister): MentionsLanguage => {
  const phrases = newPhrases<Entry>();
  const states = loadStates();
  addPeople(phrases, own);
  for (const state of states) addState(phrases, state);
  for (const { code, name, names } of loadOrganizations(states))
    for (const one of new Set([name, ...names]))
      addPhrase(phrases, bare(one), { kind: "organization", code, name }, true);
  for (const body of loadBodies(states))
    for (const one of new Set([body.name, ...body.names]))
      addPhrase(phrases, bare(one), { kind: "body", body }, !/ /.test(one) || /^[A-Z]+$/.test(one));
  for (const office of loadOffices(new Set(states.map((state) => state.code)))) {
    if (!office.plural && !/[A-Z]/.test(office.phrase)) {
      addPhrase(
        phrases,
        `ex-${office.phrase}`,
        { kind: "office", office: { ...office, modifier: "former" } },
        false,
      );
      addPhrase(phrases, `then-${office.phrase}`, { kind: "office", office }, false);
    }
    addPhrase(phrases, office.phrase, { kind: "office", office }, /^[A-Z]+s?$/.test(office.phrase));
  }
  addModifiers(phrases);
  addHonorifics(phrases);
  addPronouns(phrases);
  addBodies(phrases);
  addGroups(phrases);
  addNouns(phrases);
  return { phrases, firstNames: loadFirstNames(), sectorOfWord: loadSectorWords(), towns: loadTowns() };
};

/** Family names that by themselves are a day or a month: "on Friday" is not of Godwin Friday. */
const calendar =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|March|April|June|July|August|September|October|November|December)$/;

/** Family names that are words of their own. */
const ordinary = /^(?:Fall|Little|Long|Hill|Mark|Hunt|Price|Brown|Young|Drew|King|Wood|Bush|Marsh)$/;

/** Names of the register, so that they are found where the engine misses them; family names by themselves from 4 letters. */
const addPeople = (phrases: Phrases<Entry>, own: OwnRegister | undefined): void => {
  const families = new Set<string>();
  for (const row of peopleRows(own)) {
    const gender = row.gender === "f" ? "feminine" : "masculine";
    const names = [row.person, ...cellList(row.names)].filter(
      (name) => / /.test(name) || name !== row.person,
    );
    for (const name of new Set(names))
      addPhrase(phrases, name, { kind: "person", whole: true, gender }, true);
    const family = row.family || row.person.split(" ").at(-1)!;
    // "Lukashenka" is Lukashenko: the last word of another full name, where it begins alike.
    const others = names
      .map((name) => name.split(" ").at(-1)!)
      .filter((other) => other.slice(0, 4) === family.slice(0, 4));
    for (const one of new Set([family, ...others])) {
      if (one.length < 4 || families.has(one) || calendar.test(one) || ordinary.test(one)) continue;
      families.add(one);
      addPhrase(phrases, one, { kind: "person", whole: false, gender: "unknown" }, true);
    }
  }
};

const bare = (name: string): string => name.replace(/^[Tt]he /, "");

const addState = (phrases: Phrases<Entry>, state: State): void => {
  const add = (words: readonly string[], use: StateUse): void => {
    for (const word of new Set(words.map(bare)))
      addPhrase(phrases, word, { kind: "state", code: state.code, use }, true);
  };
  add([state.name, ...state.names], "name");
  add(state.adjectives, "adjective");
  add(
    state.people.flatMap((one) => [one, pluralPeople(one)]),
    "people",
  );
  add(state.capitals, "capital");
  add(state.seats, "seat");
};

const pluralPeople = (one: string): string => (one.endsWith("man") ? `${one.slice(0, -3)}men` : `${one}s`);

const addModifiers = (phrases: Phrases<Entry>): void => {
  const path = `${folder}/modifiers.tsv`;
  for (const { modifier, words, line } of readTable(path, ["modifier", "words"])) {
    if (!["", "former", "acting", "elect", "deputy", "designate"].includes(modifier))
      throw new LanguageError(path, line, `modifier "${modifier}", expected former, acting, elect … or none`);
    for (const word of new Set(cellList(words)))
      addPhrase(phrases, word, { kind: "modifier", modifier }, false);
  }
};

const addHonorifics = (phrases: Phrases<Entry>): void => {
  for (const { honorific, gender } of readTable(`${folder}/honorifics.tsv`, ["honorific", "gender"]))
    addPhrase(phrases, honorific, { kind: "honorific", gender: (gender || "unknown") as Gender }, true);
};

const addPronouns = (phrases: Phrases<Entry>): void => {
  const path = `${folder}/pronouns.tsv`;
  for (const row of readTable(path, ["word", "person", "gender", "number", "use"])) {
    if (!["1", "3"].includes(row.person))
      throw new LanguageError(path, row.line, `person "${row.person}", expected 1 or 3`);
    const pronoun: Pronoun = {
      person: row.person === "1" ? 1 : 3,
      gender: row.gender as Gender,
      plural: row.number === "plural",
      use: row.use as Pronoun["use"],
    };
    // "US" is a state and "IT" is not a pronoun, so a pronoun is written small or with one capital.
    for (const surface of new Set([row.word, row.word[0]!.toUpperCase() + row.word.slice(1)]))
      addPhrase(phrases, surface, { kind: "pronoun", pronoun }, true);
  }
};

const addBodies = (phrases: Phrases<Entry>): void => {
  for (const { name, sector, alone, words } of readTable(`${folder}/bodies.tsv`, [
    "name",
    "sector",
    "alone",
    "words",
  ]))
    for (const word of new Set(cellList(words).map((one) => one.toLowerCase())))
      addPhrase(phrases, word, { kind: "generic", name, sector, alone: alone === "yes" }, false);
};

const addGroups = (phrases: Phrases<Entry>): void => {
  for (const { words, sector, pair } of readTable(`${folder}/groups.tsv`, ["words", "sector", "pair"]))
    for (const word of new Set(cellList(words)))
      addPhrase(phrases, word, { kind: "group", sector, pair: pair === "yes" }, /^[A-Z]+s$/.test(word));
};

const addNouns = (phrases: Phrases<Entry>): void => {
  for (const { gender, sector, words } of readTable(`${folder}/people.tsv`, ["gender", "sector", "words"]))
    for (const word of cellList(words))
      addPhrase(phrases, word, { kind: "noun", gender: (gender || "unknown") as Gender, sector }, false);
};

/** Reads first-names.tsv. Throws LanguageError for an unknown gender or a name of both. */
export const loadFirstNames = (): Map<string, Gender> => {
  const path = `${folder}/first-names.tsv`;
  const found = new Map<string, Gender>();
  for (const { gender, names, line } of readTable(path, ["gender", "names"])) {
    if (gender !== "feminine" && gender !== "masculine")
      throw new LanguageError(path, line, `gender "${gender}", expected feminine or masculine`);
    for (const name of cellList(names)) {
      if (found.has(name))
        throw new LanguageError(path, line, `"${name}" stands twice; leave it out if it has both`);
      found.set(name, gender);
    }
  }
  return found;
};
