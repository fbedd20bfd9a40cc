// A label, code or rule -> what it means, in plain words, from the tables that define it.
import { loadContactLabels, loadWords } from "./language/contacts.ts";
import { loadCodes, loadEventLabels, loadEvents } from "./language/events.ts";
import { loadActs } from "./language/statements.ts";

/** One meaning of a label; `kind` says what sort of label it is: type, mode, context, act, channel, CAMEO code, rule. */
export type Explanation = { readonly kind: string; readonly label: string; readonly meaning: string };

/** All meanings of a label, case-insensitive; empty where nothing bears that name. Throws LanguageError. */
export const explain = (label: string): Explanation[] => {
  const wanted = label.trim().toLowerCase();
  return explanations().filter((one) => one.label.toLowerCase() === wanted);
};

/** Every label with its meaning, by kind. Throws LanguageError with file and line. */
export const explanations = (): Explanation[] => [
  ...loadEventLabels(),
  ...loadContactLabels(),
  ...[...loadCodes().values()].map(({ code, description, type, mode }) => ({
    kind: "CAMEO code",
    label: code,
    meaning: type ? `${description} (PLOVER ${type}${mode ? ` ${mode}` : ""})` : description,
  })),
  ...[...loadActs().values()].map(({ name, meaning }) => ({ kind: "act", label: name, meaning })),
  ...eventRules(),
  ...loadWords().map(({ rule, words, channel, example }) => ({
    kind: "contact rule",
    label: rule,
    meaning: `${words.join(", ")}: tells of a contact (${channel})${example ? `, as in "${example}"` : ""}`,
  })),
];

const eventRules = (): Explanation[] =>
  [...new Set([...loadEvents().triggers.values()].flat())].map(({ rule, lemmas, code, family, example }) => ({
    kind: "event rule",
    label: rule,
    meaning: `${lemmas.join(", ")}: ${family ? `${family}, by what it is about` : code.description}, as in "${example}"`,
  }));
