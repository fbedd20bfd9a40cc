// What language/en/statements holds, read once.

/** Tables, rules and weights of the statements stage. */
export type StatementsLanguage = { readonly layer: "statements" };

/** Reads language/en/statements. Throws LanguageError with file and line. */
export const loadStatements = (): StatementsLanguage => ({ layer: "statements" });
