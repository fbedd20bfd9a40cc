// What language/en/names and language/en/actors know of names, read once.
import { LanguageError } from "./error.ts";
import { type Gazetteer, registerNames, toGazetteer } from "./gazetteer.ts";
import { loadBodies, loadOrganizations, loadStates } from "./register.ts";
import { type OwnRegister, peopleRows } from "./register-files.ts";
import { cellList, readTable } from "./table.ts";

/** Tables of the names stage. */
export type NamesLanguage = {
  readonly layer: "names";
  readonly gazetteer: Gazetteer;
  readonly persons: PersonWords;
};

/** Lemmas of verbs and nouns that tell a person: what people do, have and get; see persons.tsv. */
export type PersonWords = Readonly<
  Record<"does" | "has" | "gets" | "is" | "not" | "after", ReadonlySet<string>>
>;

/** The names stage's tables around a gazetteer. Throws LanguageError with file and line. */
export const loadNames = (gazetteer = loadGazetteer()): NamesLanguage => ({
  layer: "names",
  gazetteer,
  persons: loadPersons(),
});

const loadPersons = (): PersonWords => {
  const persons = {
    does: new Set<string>(),
    has: new Set<string>(),
    gets: new Set<string>(),
    is: new Set<string>(),
    not: new Set<string>(),
    after: new Set<string>(),
  };
  const path = "language/en/names/persons.tsv";
  for (const row of readTable(path, ["group", "lemmas"])) {
    const group = Object.entries(persons).find(([name]) => name === row.group)?.[1];
    if (!group)
      throw new LanguageError(
        path,
        row.line,
        `group "${row.group}", expected does, has, gets, is, not or after`,
      );
    for (const lemma of cellList(row.lemmas)) group.add(lemma);
  }
  return persons;
};

/** The known names of language/en/names and language/en/actors. */
export const loadGazetteer = (own?: OwnRegister): Gazetteer => {
  const states = loadStates();
  const people = loadPeople(own);
  const register = registerNames(states, loadOrganizations(states), loadBodies(states));
  return toGazetteer({
    ...register,
    demonym: [...register.demonym, ...listOf("nationalities")],
    place: [...register.place, ...listOf("places")],
    organization: [...register.organization, ...listOf("organizations")],
    region: readTable("language/en/names/places.tsv", ["group", "names"])
      .filter((row) => row.group === "us-state")
      .flatMap((row) => cellList(row.names)),
    given: listOf("given-names"),
    family: [...listOf("family-names"), ...people.map((person) => person.family)],
    person: people.flatMap((person) => person.names),
    title: listOf("titles"),
  });
};

const listOf = (name: string): string[] =>
  readTable(`language/en/names/${name}.tsv`, ["group", "names"]).flatMap((row) => cellList(row.names));

/** The people of language/en/actors: every way to write each one, and the family name. */
const loadPeople = (own: OwnRegister | undefined): { names: string[]; family: string }[] =>
  peopleRows(own).map((row) => ({
    names: [row.person, ...cellList(row.names)].filter((name) => name.includes(" ")),
    family: row.family || row.person.slice(row.person.lastIndexOf(" ") + 1),
  }));
