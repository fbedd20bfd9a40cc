// What language/en/sentences holds, read once: abbreviations, and words that report speech.
import { loadTowns } from "./places.ts";
import { readTable } from "./table.ts";
import { type Abbreviations, loadAbbreviations } from "./tokens.ts";
import { readWeights } from "./weights.ts";

/** Tables of the sentences stage. */
export type SentencesLanguage = {
  readonly layer: "sentences";
  readonly abbreviations: Abbreviations;
  /** Forms that go on with a sentence after a quoted question: "said", "asked". */
  readonly reporting: ReadonlySet<string>;
  /** Capitals and other towns that head reports, lower case. */
  readonly towns: ReadonlySet<string>;
  /** A weight for each feature of a place, in units of 1 / `scale`; their sum is above 0 where a sentence ends. */
  readonly weights: Int8Array;
  readonly scale: number;
};

/** The tables without the weights. */
export type SentenceTables = Pick<SentencesLanguage, "abbreviations" | "reporting">;

/** Reads language/en/sentences and models/en/sentences.weights. Throws LanguageError with file and line. */
export const loadSentences = (): SentencesLanguage => {
  const { note, part } = readWeights("models/en/sentences.weights");
  const weights = part("weights");
  return {
    layer: "sentences",
    ...loadSentenceTables(),
    towns: loadTowns(),
    weights: new Int8Array(weights.buffer, weights.byteOffset, weights.byteLength),
    scale: Number(note.scale),
  };
};

/** The tables alone, without the weights. */
export const loadSentenceTables = (): SentenceTables => ({
  abbreviations: loadAbbreviations(),
  reporting: new Set(readTable("language/en/sentences/reporting.tsv", ["word"]).map((row) => row.word)),
});
