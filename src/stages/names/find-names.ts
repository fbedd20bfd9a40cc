// Words -> names of people, organizations, places and nationalities.
import type { NamesLanguage } from "../../language/names.ts";
import type { Name } from "../../model/name.ts";
import type { Word } from "../../model/token.ts";

/** Names in text order, none inside another. */
export const findNames = (_words: readonly Word[], _language: NamesLanguage): Name[] => [];
