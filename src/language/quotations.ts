// What language/en/quotations holds, read once.

/** Tables, rules and weights of the quotations stage. */
export type QuotationsLanguage = { readonly layer: "quotations" };

/** Reads language/en/quotations. Throws LanguageError with file and line. */
export const loadQuotations = (): QuotationsLanguage => ({ layer: "quotations" });
