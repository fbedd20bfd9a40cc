// What language/en/sentences holds, read once: abbreviations, and words that report speech.
import { readTable } from "./table.ts";
import { type Abbreviations, loadAbbreviations } from "./tokens.ts";

/** Tables of the sentences stage. */
export type SentencesLanguage = {
  readonly layer: "sentences";
  readonly abbreviations: Abbreviations;
  /** Forms that go on with a sentence after a quoted question: "said", "asked". */
  readonly reporting: ReadonlySet<string>;
};

/** Reads language/en/sentences. Throws LanguageError with file and line. */
export const loadSentences = (): SentencesLanguage => ({
  layer: "sentences",
  abbreviations: loadAbbreviations(),
  reporting: new Set(readTable("language/en/sentences/reporting.tsv", ["word"]).map((row) => row.word)),
});
