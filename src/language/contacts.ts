// What language/en/contacts holds, read once.

/** Tables, rules and weights of the contacts stage. */
export type ContactsLanguage = { readonly layer: "contacts" };

/** Reads language/en/contacts. Throws LanguageError with file and line. */
export const loadContacts = (): ContactsLanguage => ({ layer: "contacts" });
