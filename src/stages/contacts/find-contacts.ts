// Words, actors and statements -> contacts, each with the accounts that its sides give of it.
import type { ContactsLanguage } from "../../language/contacts.ts";
import type { Contact } from "../../model/contact.ts";
import type { Reading } from "../../model/reading.ts";

/** The layers that contacts are read from. */
export type ContactsInput = Omit<Reading, "contacts" | "events">;

/** Contacts in order of first evidence; all mentions of one exchange are one contact. */
export const findContacts = (_reading: ContactsInput, _language: ContactsLanguage): Contact[] => [];
