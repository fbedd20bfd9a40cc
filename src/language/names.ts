// What language/en/names and models/en/names.weights hold, read once: known names and the tagger's weights.
import { type Gazetteer, registerNames, toGazetteer } from "./gazetteer.ts";
import { loadBodies, loadOrganizations, loadStates } from "./register.ts";
import { type OwnRegister, peopleRows } from "./register-files.ts";
import { cellList, readTable } from "./table.ts";
import { readWeights } from "./weights.ts";

/** The name tagger's weights, in cells that a feature's number falls on by its remainder. */
export type NamesModel = {
  readonly cells: number;
  /** One more than the quotient of the feature that a cell holds, 0 where it holds none. */
  readonly checks: Uint8Array;
  /** A weight a label for each cell. */
  readonly weights: Int8Array;
  /** [before * labels + label]; the row after the last label stands for the sentence's start. */
  readonly transitions: Float32Array;
};

/** Tables and weights of the names stage. */
export type NamesLanguage = {
  readonly layer: "names";
  readonly gazetteer: Gazetteer;
  readonly model: NamesModel;
};

/** Reads language/en/names and models/en/names.weights. Throws LanguageError with file and line. */
export const loadNames = (own?: OwnRegister): NamesLanguage => ({
  layer: "names",
  gazetteer: loadGazetteer(own),
  model: readModel(),
});

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

const readModel = (): NamesModel => {
  const { note, part } = readWeights("models/en/names.weights");
  const checks = part("checks");
  const weights = part("weights");
  return {
    cells: checks.length,
    checks,
    weights: new Int8Array(weights.buffer, weights.byteOffset, weights.byteLength),
    transitions: Float32Array.from(note.transitions as number[]),
  };
};
