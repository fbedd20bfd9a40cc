// Tables of governors -> the words that settle whether what hangs on them happened.
import { LanguageError } from "./error.ts";
import { readTable } from "./table.ts";

/**
 * What a governing word makes of the deed that hangs on it. `actual`: it happened, whatever is said of the governing
 * word; `shared`: it stands as the governing word itself does.
 */
export type Effect =
  | "future"
  | "hypothetical"
  | "negated"
  | "cancelled"
  | "postponed"
  | "denied"
  | "actual"
  | "shared";

/** A governing word's effect on a clause (`agreed to meet`) and on a noun (`proposed a meeting`). */
export type Governor = { readonly clause?: Effect; readonly noun?: Effect };

/** By lemma; particles are joined with an underscore (`call_off`). */
export type Governors = ReadonlyMap<string, Governor>;

const effects = new Set<string>([
  "future",
  "hypothetical",
  "negated",
  "cancelled",
  "postponed",
  "denied",
  "actual",
  "shared",
]);

/** Reads the tables; of rows for the same lemma and kind of matter the last counts. Throws LanguageError with file and line. */
export const loadGovernors = (...layers: readonly ("events" | "contacts")[]): Governors => {
  const found = new Map<string, Governor>();
  for (const layer of layers) readGovernors(`language/en/${layer}/governors.tsv`, found);
  return found;
};

const readGovernors = (path: string, found: Map<string, Governor>): void => {
  for (const row of readTable(path, ["lemma", "effect", "on", "example"])) {
    if (!effects.has(row.effect))
      throw new LanguageError(path, row.line, `no effect "${row.effect}"; one of ${[...effects].join(", ")}`);
    const effect = row.effect as Effect;
    found.set(row.lemma, {
      ...found.get(row.lemma),
      ...(row.on !== "noun" && { clause: effect }),
      ...(row.on !== "clause" && { noun: effect }),
    });
  }
};
