// What language/en/comparison holds, read once: word classes, and the clocks of capitals.
import { LanguageError } from "./error.ts";
import { cellList, readTable } from "./table.ts";

/** Tables that linking and comparing use. */
export type ComparisonLanguage = {
  /** Classes by word; words of several parts by their first word, each with all its parts. */
  readonly classes: ReadonlyMap<
    string,
    readonly { readonly name: string; readonly parts: readonly string[] }[]
  >;
  /** Hours ahead of UTC by state. */
  readonly hours: ReadonlyMap<string, number>;
};

/** Reads language/en/comparison. Throws LanguageError with file and line. */
export const loadComparison = (): ComparisonLanguage => ({ classes: loadClasses(), hours: loadHours() });

const loadClasses = (): ComparisonLanguage["classes"] => {
  const classes = new Map<string, { name: string; parts: string[] }[]>();
  for (const row of readTable("language/en/comparison/classes.tsv", ["class", "words"]))
    for (const word of cellList(row.words)) {
      const parts = word.toLowerCase().split(" ");
      const first = parts[0]!;
      classes.set(first, [...(classes.get(first) ?? []), { name: row.class, parts }]);
    }
  return classes;
};

const loadHours = (): Map<string, number> => {
  const path = "language/en/comparison/zones.tsv";
  const hours = new Map<string, number>();
  for (const row of readTable(path, ["code", "hours"])) {
    if (!/^-?\d+$/.test(row.hours))
      throw new LanguageError(path, row.line, `found "${row.hours}", expected whole hours`);
    hours.set(row.code, Number(row.hours));
  }
  return hours;
};
