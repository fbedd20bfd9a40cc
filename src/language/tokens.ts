// What language/en/tokens holds, read once: contractions, prefixes that keep their hyphen, abbreviations, units, endings.
import { LanguageError } from "./error.ts";
import { readTable } from "./table.ts";

/**
 * What may follow an abbreviation. `title` stands before a name ("Sen."), `number` before a figure ("No."),
 * `inside` never ends a sentence ("e.g."), `end` may ("Inc.").
 */
export type AbbreviationClass = "title" | "number" | "inside" | "end";

/** Abbreviations by their lower-case form, period included. */
export type Abbreviations = ReadonlyMap<string, AbbreviationClass>;

/** Tables of the tokens stage. All keys are lower case, apostrophes straight. */
export type TokensLanguage = {
  readonly layer: "tokens";
  /** Words written as one that are two: lengths of their parts, `cannot` -> 3, 3. */
  readonly contractions: ReadonlyMap<string, readonly number[]>;
  /** What stays joined to the next word by its hyphen, `non`. */
  readonly prefixes: ReadonlySet<string>;
  /** Words that begin with an apostrophe, `'em`. */
  readonly clipped: ReadonlySet<string>;
  /** What is parted from the number before it, `km`. */
  readonly units: ReadonlySet<string>;
  /** Last parts of addresses and file names, `org`. */
  readonly endings: ReadonlySet<string>;
  readonly abbreviations: Abbreviations;
};

const folder = "language/en/tokens";
const classes: readonly string[] = ["title", "number", "inside", "end"];

/** Reads language/en/tokens. Throws LanguageError with file and line. */
export const loadTokens = (): TokensLanguage => ({
  layer: "tokens",
  contractions: loadContractions(),
  prefixes: loadList("prefixes", "prefix"),
  clipped: loadList("clipped", "word"),
  units: loadList("units", "unit"),
  endings: loadList("endings", "ending"),
  abbreviations: loadAbbreviations(),
});

/** Reads language/en/tokens/abbreviations.tsv, which the sentences stage needs too. */
export const loadAbbreviations = (): Abbreviations => {
  const path = `${folder}/abbreviations.tsv`;
  const found = new Map<string, AbbreviationClass>();
  for (const row of readTable(path, ["abbreviation", "class"])) {
    if (!classes.includes(row.class))
      throw new LanguageError(path, row.line, `class "${row.class}", expected one of ${classes.join(", ")}`);
    if (!row.abbreviation.endsWith("."))
      throw new LanguageError(path, row.line, `"${row.abbreviation}" does not end with a period`);
    found.set(row.abbreviation.toLowerCase(), row.class as AbbreviationClass);
  }
  return found;
};

const loadContractions = (): ReadonlyMap<string, readonly number[]> => {
  const path = `${folder}/contractions.tsv`;
  const found = new Map<string, readonly number[]>();
  for (const { line, word, parts } of readTable(path, ["word", "parts"])) {
    const pieces = parts.split(" ");
    if (pieces.join("") !== word || pieces.length < 2)
      throw new LanguageError(path, line, `"${parts}" does not make up "${word}"; expected it cut by spaces`);
    found.set(
      word,
      pieces.map((piece) => piece.length),
    );
  }
  return found;
};

const loadList = (name: string, column: string): ReadonlySet<string> =>
  new Set(readTable(`${folder}/${name}.tsv`, [column]).map((row) => row[column]!.toLowerCase()));
