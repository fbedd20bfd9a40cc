// Lemmas of verbs -> their forms, for verbs whose lemma the engine does not know.

const irregular: readonly (readonly [form: string, lemma: string])[] = [
  ["met", "meet"],
  ["rang", "ring"],
  ["saw", "see"],
  ["seen", "see"],
  ["spoke", "speak"],
  ["spoken", "speak"],
  ["drank", "drink"],
  ["flew", "fly"],
  ["sat", "sit"],
  ["shook", "shake"],
  ["wrote", "write"],
  ["written", "write"],
];

const bases = new Map(irregular);

/** The lemma of a past tense that the engine has taken for one: "sat" is `sit`. */
export const baseOf = (lemma: string): string => bases.get(lemma) ?? lemma;

/** `lifted`, `lifts`, `lifting` -> `lift`; a doubled consonant and a final e or y are minded. */
export const formsOf = (lemmas: readonly string[]): Map<string, string> => {
  const known = new Set(lemmas);
  const forms = new Map(irregular.filter(([, lemma]) => known.has(lemma)));
  for (const lemma of lemmas) {
    if (/[_+]/.test(lemma)) continue;
    const stem = lemma.replace(/e$/, "");
    const past = /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${stem}ed`;
    const doubled = `${lemma}${lemma.at(-1)}`;
    for (const form of [past, `${stem}ing`, `${lemma}s`, `${lemma}es`, `${doubled}ed`, `${doubled}ing`])
      if (!forms.has(form)) forms.set(form, lemma);
  }
  return forms;
};
