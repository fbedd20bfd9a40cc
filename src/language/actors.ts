// What language/en/actors holds, read once.
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
};

/** Reads language/en/actors. Throws LanguageError with file and line. */
export const loadActors = (): ActorsLanguage => {
  const states = loadStates();
  return { states, organizations: loadOrganizations(states), bodies: loadBodies(states) };
};
