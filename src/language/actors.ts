// What language/en/actors holds, read once.
import { holdersFile, parseRegister, peopleFile, type Register } from "./holders.ts";
import { readText } from "./home.ts";
import { loadOffices } from "./offices.ts";
import {
  type Body,
  loadBodies,
  loadOrganizations,
  loadStates,
  type Organization,
  type State,
} from "./register.ts";

/** Tables, rules and weights of the actors stage. */
export type ActorsLanguage = {
  readonly states: readonly State[];
  readonly organizations: readonly Organization[];
  readonly bodies: readonly Body[];
  readonly stateByCode: ReadonlyMap<string, State>;
  readonly organizationByCode: ReadonlyMap<string, Organization>;
  readonly register: Register;
  /** The class of each office, and its sector. */
  readonly officeGroup: ReadonlyMap<string, { readonly group: string; readonly sector: string }>;
};

/** Reads language/en/actors. Throws LanguageError with file and line. */
export const loadActors = (): ActorsLanguage => {
  const states = loadStates();
  const organizations = loadOrganizations(states);
  const codes = new Set([...states, ...organizations].map((one) => one.code));
  const offices = loadOffices(new Set(states.map((state) => state.code)));
  return {
    states,
    organizations,
    bodies: loadBodies(states),
    stateByCode: new Map(states.map((state) => [state.code, state])),
    organizationByCode: new Map(organizations.map((one) => [one.code, one])),
    register: parseRegister(readText(peopleFile), readText(holdersFile), codes),
    officeGroup: new Map(offices.map((one) => [one.office, { group: one.group, sector: one.sector }])),
  };
};
