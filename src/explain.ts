// A label, code or rule -> what it means, in plain words, from the tables that define it.
import { loadContactLabels, loadWords } from "./language/contacts.ts";
import { loadCodes, loadEventLabels, loadEvents } from "./language/events.ts";
import { loadLabels } from "./language/labels.ts";
import { loadActs, loadStatements } from "./language/statements.ts";
import { loadTimes } from "./language/times.ts";

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
  ...loadLabels("language/en/trees/labels.tsv"),
  ...loadLabels("language/en/statements/labels.tsv"),
  ...loadLabels("language/en/actors/labels.tsv"),
  ...statementRules(),
  ...loadTimes().rules.map(({ id, description, examples }) => ({
    kind: "time rule",
    label: id,
    meaning:
      description || `a time such as "${examples.find((one) => one.phrase !== undefined)?.phrase ?? id}"`,
  })),
  ...eventRules(),
  ...loadWords().map(({ rule, words, channel, example }) => ({
    kind: "contact rule",
    label: rule,
    meaning: `${words.join(", ")}: tells of a contact (${channel})${example ? `, as in "${example}"` : ""}`,
  })),
];

const statementRules = (): Explanation[] => {
  const { byLemma, anyLemma } = loadStatements().rules;
  return [...new Set([...[...byLemma.values()].flat(), ...anyLemma])].map(
    ({ id, description, examples }) => ({
      kind: "statement rule",
      label: id,
      meaning: `${description}, as in "${examples.find((one) => one.matches)?.text ?? ""}"`,
    }),
  );
};

const eventRules = (): Explanation[] =>
  [...new Set([...loadEvents().triggers.values()].flat())].map(({ rule, lemmas, code, family, example }) => ({
    kind: "event rule",
    label: rule,
    meaning: `${lemmas.join(", ")}: ${family ? `${family}, by what it is about` : code.description}, as in "${example}"`,
  }));
