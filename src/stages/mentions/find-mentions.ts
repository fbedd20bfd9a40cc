// Words and names -> mentions of people, states, organizations and groups, with their titles.
import type { MentionsLanguage } from "../../language/mentions.ts";
import type { Mention } from "../../model/actor.ts";
import type { Name } from "../../model/name.ts";
import type { Quotation } from "../../model/sentence.ts";
import type { Word } from "../../model/token.ts";

/** Mentions in text order; one may lie inside another ("his" in "his U.S. counterpart Marco Rubio"). */
export const findMentions = (
  _words: readonly Word[],
  _names: readonly Name[],
  _quotations: readonly Quotation[],
  _language: MentionsLanguage,
): Mention[] => [];
