// Everything that is known of one language: a value for each layer, read from language/ and models/ once.
import type { Maker } from "../model/reading.ts";
import { type ActorsLanguage, loadActors } from "./actors.ts";
import { type ComparisonLanguage, loadComparison } from "./comparison.ts";
import { type ContactsLanguage, loadContacts } from "./contacts.ts";
import { LanguageError } from "./error.ts";
import { type EventsLanguage, loadEvents } from "./events.ts";
import { loadMaker } from "./maker.ts";
import { loadMentions, type MentionsLanguage } from "./mentions.ts";
import { loadGazetteer, loadNames, type NamesLanguage } from "./names.ts";
import { loadQuotations, type QuotationsLanguage } from "./quotations.ts";
import { readOwnRegister } from "./register-files.ts";
import { loadSentences, type SentencesLanguage } from "./sentences.ts";
import { loadSide, type SideLanguage } from "./side.ts";
import { loadStatements, type StatementsLanguage } from "./statements.ts";
import { loadTimes, type TimesLanguage } from "./times.ts";
import { loadTokens, type TokensLanguage } from "./tokens.ts";
import { loadTrees, type TreesLanguage } from "./trees.ts";

/** A language as the stages take it: each stage gets its own layer as a parameter. */
export type Language = {
  readonly code: "en";
  readonly maker: Maker;
  readonly quotations: QuotationsLanguage;
  readonly sentences: SentencesLanguage;
  readonly tokens: TokensLanguage;
  readonly trees: TreesLanguage;
  readonly names: NamesLanguage;
  readonly times: TimesLanguage;
  readonly mentions: MentionsLanguage;
  readonly side: SideLanguage;
  readonly actors: ActorsLanguage;
  readonly statements: StatementsLanguage;
  readonly contacts: ContactsLanguage;
  readonly events: EventsLanguage;
  readonly comparison: ComparisonLanguage;
};

/**
 * Loads a language (English is the only one so far); `register` is a folder of imported facts about office holders.
 * Throws LanguageError with file and line.
 */
export const loadLanguage = (code = "en", { register }: { readonly register?: string } = {}): Language => {
  if (code !== "en") throw new LanguageError(`language/${code}`, 0, `no such language; expected "en"`);
  const own = register === undefined ? undefined : readOwnRegister(register);
  const gazetteer = loadGazetteer(own);
  return {
    code,
    maker: loadMaker(code, own),
    quotations: loadQuotations(),
    sentences: loadSentences(),
    tokens: loadTokens(),
    trees: loadTrees(gazetteer),
    names: loadNames(gazetteer),
    times: loadTimes(),
    mentions: loadMentions(own),
    side: loadSide(),
    actors: loadActors(own),
    statements: loadStatements(),
    contacts: loadContacts(),
    events: loadEvents(),
    comparison: loadComparison(),
  };
};
