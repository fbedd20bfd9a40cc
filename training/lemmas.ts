// Treebank -> how lemmas and features are made from form and tag: rules by ending, exceptions, listed features.
import { keepsCase, longestEnding } from "../src/stages/trees/lemma.ts";
import type { TreebankSentence } from "./treebank.ts";

type Counts = Map<string, Map<string, number>>;

const count = (counts: Counts, key: string, value: string): void => {
  const values = counts.get(key) ?? new Map<string, number>();
  values.set(value, (values.get(value) ?? 0) + 1);
  counts.set(key, values);
};

const commonest = (values: Map<string, number>): [string, number] =>
  [...values].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!;

const totalOf = (values: Map<string, number>): number =>
  [...values.values()].reduce((sum, times) => sum + times, 0);

/** The `lemmas` and `endings` parts of the tagger's weight file. */
export const learnLemmas = (sentences: readonly TreebankSentence[]): { lemmas: string; endings: string } => {
  const words: Counts = new Map();
  for (const { forms, uposes, xposes, lemmas, relations } of sentences)
    forms.forEach((form, index) => {
      if (relations[index] === "goeswith" || lemmas[index] === "_" || xposes[index] === "GW") return;
      const plain = keepsCase(uposes[index]!, xposes[index]!) ? form : form.toLowerCase();
      count(words, `${plain.replace(/\u2019/g, "'")}\t${xposes[index]}`, lemmas[index]!);
    });
  const rules = learnEndings(words);
  const lemmas: string[] = [];
  for (const [key, values] of [...words].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [form, xpos] = key.split("\t") as [string, string];
    const [lemma, times] = commonest(values);
    if (byRules(form, xpos, rules) !== lemma && times * 2 > totalOf(values)) lemmas.push(`${key}\t${lemma}`);
  }
  const endings = [...rules].map(([key, [cut, add]]) => `${key}\t${cut}\t${add}`).sort();
  return { lemmas: lemmas.join("\n"), endings: endings.join("\n") };
};

type Rules = Map<string, [cut: number, add: string]>;

/** Rules for ever longer endings; one is kept where it says something else than the shorter ending's. */
const learnEndings = (words: Counts): Rules => {
  const edits: Counts = new Map();
  for (const [key, values] of words) {
    const [form, xpos] = key.split("\t") as [string, string];
    const edit = editOf(form, commonest(values)[0]);
    for (let length = 0; length <= Math.min(longestEnding, form.length - 1); length += 1)
      count(edits, `${xpos}\t${length === 0 ? "" : form.slice(-length)}`, edit);
  }
  const rules: Rules = new Map();
  for (const [key, values] of [...edits].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))) {
    const [edit, times] = commonest(values);
    const [xpos, ending] = key.split("\t") as [string, string];
    const short = ending.length <= 2;
    if (times < (ending === "" ? 1 : short ? 3 : 2) || (!short && times < totalOf(values) * 0.6)) continue;
    const [cut, add] = [Number(edit.split("+")[0]), edit.slice(edit.indexOf("+") + 1)];
    const shorter = ruleFor(ending.slice(1), xpos, rules);
    if (ending !== "" && shorter && shorter[0] === cut && shorter[1] === add) continue;
    rules.set(key, [cut, add]);
  }
  return rules;
};

const ruleFor = (form: string, xpos: string, rules: Rules): [number, string] | undefined => {
  for (let length = Math.min(longestEnding, form.length); length >= 0; length -= 1) {
    const rule = rules.get(`${xpos}\t${length === 0 ? "" : form.slice(-length)}`);
    if (rule) return rule;
  }
  return undefined;
};

const byRules = (form: string, xpos: string, rules: Rules): string => {
  const [cut, add] = ruleFor(form.slice(1), xpos, rules) ?? [0, ""];
  return cut < form.length ? form.slice(0, form.length - cut) + add : form;
};

const editOf = (form: string, lemma: string): string => {
  let same = 0;
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same += 1;
  return `${form.length - same}+${lemma.slice(same)}`;
};

/** The `features` part: the commonest features of each tag, and of each form that has others. */
export const learnFeatures = (sentences: readonly TreebankSentence[]): string => {
  const tags: Counts = new Map();
  const forms: Counts = new Map();
  for (const sentence of sentences)
    sentence.forms.forEach((form, index) => {
      const [upos, xpos] = [sentence.uposes[index]!, sentence.xposes[index]!];
      count(tags, `${upos} ${xpos}`, sentence.features[index]!);
      count(forms, `${xpos}\t${form.toLowerCase()}\t${upos}`, sentence.features[index]!);
    });
  const lines = [...tags].map(([tag, values]) => `${tag}\t${commonest(values)[0]}`);
  for (const [key, values] of forms) {
    const [xpos, form, upos] = key.split("\t") as [string, string, string];
    const [features, times] = commonest(values);
    if (times >= 2 && features !== commonest(tags.get(`${upos} ${xpos}`)!)[0])
      lines.push(`${upos} ${xpos} ${form}\t${features}`);
  }
  return lines.sort().join("\n");
};
