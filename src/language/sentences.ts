// What language/en/sentences holds, read once.

/** Tables, rules and weights of the sentences stage. */
export type SentencesLanguage = { readonly layer: "sentences" };

/** Reads language/en/sentences. Throws LanguageError with file and line. */
export const loadSentences = (): SentencesLanguage => ({ layer: "sentences" });
