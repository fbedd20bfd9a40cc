// Rules and trees -> matches. Rules are kept by the lemmas their head may have, so that a word tries only its own.
import type { Word } from "../model/token.ts";
import { baseRelation, feature } from "../model/tree.ts";
import type { Node, Relation, Step, Test } from "./pattern.ts";
import type { Rule } from "./rule.ts";

/** Lemma classes by name, as tables give them: `say` -> {"say", "tell", …}. */
export type Classes = ReadonlyMap<string, ReadonlySet<string>>;

/** Rules ready to match. */
export type RuleSet = {
  readonly classes: Classes;
  readonly byLemma: ReadonlyMap<string, readonly Rule[]>;
  /** Rules whose head may have any lemma. */
  readonly anyLemma: readonly Rule[];
};

/** A rule found at a word. `captures` gives word indexes by name; `head` is the word itself. */
export type Match = { readonly rule: Rule; readonly captures: { readonly [name: string]: number } };

type Captures = { [name: string]: number };
type Words = readonly Word[];

/** Sorts rules for matching. Throws where a rule names a class that `classes` lacks. */
export const compileRules = (rules: readonly Rule[], classes: Classes): RuleSet => {
  const byLemma = new Map<string, Rule[]>();
  const anyLemma: Rule[] = [];
  for (const rule of rules) {
    for (const pattern of rule.patterns) checkClasses(pattern, rule, classes);
    const lemmas = new Set<string>();
    const open = rule.patterns.some((pattern) => {
      const own = headLemmas(pattern, classes);
      for (const lemma of own ?? []) lemmas.add(lemma);
      return own === undefined;
    });
    if (open) anyLemma.push(rule);
    else for (const lemma of lemmas) byLemma.set(lemma, [...(byLemma.get(lemma) ?? []), rule]);
  }
  return { classes, byLemma, anyLemma };
};

/** All rules that match with the word as their head, in the order of their file; one match a rule. */
export const matchRules = (set: RuleSet, words: Words, index: number): Match[] => {
  const own = set.byLemma.get(words[index]!.lemma.toLowerCase()) ?? [];
  const found: Match[] = [];
  for (const rules of [own, set.anyLemma])
    for (const rule of rules) {
      const captures = matchRule(rule, set.classes, words, index);
      if (captures) found.push({ rule, captures });
    }
  return found;
};

/** Captures of the first of the rule's patterns that matches with the word as its head. */
export const matchRule = (
  rule: Rule,
  classes: Classes,
  words: Words,
  index: number,
): Captures | undefined => {
  for (const pattern of rule.patterns) {
    const captures: Captures = { head: index };
    if (matchNode(pattern, classes, words, index, captures)) return captures;
  }
  return undefined;
};

const matchNode = (
  node: Node,
  classes: Classes,
  words: Words,
  index: number,
  captures: Captures,
): boolean => {
  const word = words[index]!;
  for (const test of node.tests) if (!passes(test, word, classes)) return false;
  if (node.capture !== undefined) captures[node.capture] = index;
  for (const step of node.steps) if (!matchStep(step, classes, words, index, captures)) return false;
  return true;
};

const matchStep = (
  step: Step,
  classes: Classes,
  words: Words,
  index: number,
  captures: Captures,
): boolean => {
  for (const candidate of candidates(step, words, index)) {
    const tried = { ...captures };
    if (!matchNode(step.node, classes, words, candidate, tried)) continue;
    if (step.mode === "not") return false;
    Object.assign(captures, tried);
    return true;
  }
  return step.mode !== "must";
};

const candidates = (step: Step, words: Words, index: number): readonly number[] => {
  const word = words[index]!;
  if (step.direction === "parent")
    return word.head >= 0 && hangs(word, step.relations, words) ? [word.head] : [];
  if (step.direction === "child")
    return word.children.filter((child) => hangs(words[child]!, step.relations, words));
  const below: number[] = [];
  const stack = [...word.children].reverse();
  while (stack.length > 0) {
    const at = stack.pop()!;
    if (hangs(words[at]!, step.relations, words)) below.push(at);
    for (let child = words[at]!.children.length - 1; child >= 0; child -= 1)
      stack.push(words[at]!.children[child]!);
  }
  return below;
};

const hangs = (word: Word, relations: readonly Relation[], words: Words): boolean =>
  relations.length === 0 || relations.some((relation) => isRelation(word, relation, words));

const isRelation = (word: Word, { base, subtype }: Relation, words: Words): boolean => {
  if (base === "any") return true;
  if (baseRelation(word) !== base) return false;
  if (subtype === undefined || word.relation === `${base}:${subtype}`) return true;
  return marker(word, words) === subtype;
};

/** The case or mark word of a phrase with its fixed parts, lower case: `according_to`. */
export const marker = (word: Word, words: Words): string | undefined => {
  for (const child of word.children) {
    const mark = words[child]!;
    if (mark.relation !== "case" && mark.relation !== "mark") continue;
    const parts = [mark.text.toLowerCase()];
    for (const more of mark.children)
      if (words[more]!.relation === "fixed") parts.push(words[more]!.text.toLowerCase());
    return parts.join("_");
  }
  return undefined;
};

const passes = (test: Test, word: Word, classes: Classes): boolean => {
  const lemma = word.lemma.toLowerCase();
  if (test.kind === "class") return classes.get(test.name)?.has(lemma) ?? false;
  if (test.kind === "lemma") return test.lemmas.includes(lemma);
  if (test.kind === "upos") return test.tags.includes(word.upos);
  return feature(word, test.name) === test.value;
};

const headLemmas = (node: Node, classes: Classes): Iterable<string> | undefined => {
  for (const test of node.tests) {
    if (test.kind === "class") return classes.get(test.name);
    if (test.kind === "lemma") return test.lemmas;
  }
  return undefined;
};

const checkClasses = (node: Node, rule: Rule, classes: Classes): void => {
  for (const test of node.tests)
    if (test.kind === "class" && !classes.has(test.name))
      throw new Error(
        `${rule.file}:${rule.line}: rule ${rule.id} names the class {${test.name}}, which no table has`,
      );
  for (const step of node.steps) checkClasses(step.node, rule, classes);
};
