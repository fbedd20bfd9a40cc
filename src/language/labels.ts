// Tables of labels -> what each label means.
import { readTable } from "./table.ts";

/** A label with its meaning; `kind` says what sort of label it is. */
export type Label = { readonly kind: string; readonly label: string; readonly meaning: string };

/** Reads a table of labels. Throws LanguageError with file and line. */
export const loadLabels = (path: string): Label[] =>
  readTable(path, ["kind", "label", "description"]).map(({ kind, label, description }) => ({
    kind,
    label,
    meaning: description,
  }));
