// What language/en/quotations holds, read once: which marks open a quotation and which close it.
import { LanguageError } from "./error.ts";
import { cellList, readTable } from "./table.ts";

export type MarkFamily = "double" | "single" | "angle" | "corner";

/** One opening mark, with the marks that close what it opens. */
export type Mark = { readonly open: string; readonly close: readonly string[]; readonly family: MarkFamily };

/** Tables of the quotations stage. */
export type QuotationsLanguage = {
  readonly layer: "quotations";
  readonly marks: readonly Mark[];
  /** Words that begin with an apostrophe, `'em`, in lower case with a straight one. */
  readonly clipped: ReadonlySet<string>;
};

const families: readonly string[] = ["double", "single", "angle", "corner"];

/** Reads language/en/quotations. Throws LanguageError with file and line. */
export const loadQuotations = (): QuotationsLanguage => {
  const path = "language/en/quotations/marks.tsv";
  const marks = readTable(path, ["open", "close", "family"]).map(({ open, close, family, line }): Mark => {
    if (!families.includes(family))
      throw new LanguageError(path, line, `family "${family}", expected one of ${families.join(", ")}`);
    if (open === "" || close === "")
      throw new LanguageError(path, line, "an empty mark, expected one that opens and one that closes");
    return { open, close: cellList(close), family: family as MarkFamily };
  });
  const clipped = readTable("language/en/tokens/clipped.tsv", ["word"]).map((row) => row.word);
  return { layer: "quotations", marks, clipped: new Set(clipped) };
};
