// Heads and relations -> the same with what is said and who says it told apart: the network has seen few reports, and in
// "The talks, [she said], will resume" tends to give the saying the subject of the sentence around it.
import type { Sketch } from "./sketch.ts";

/** Mends the tree in `head` (the root's is -1) and `relation` for forms of saying between two commas. */
export const mendAsides = (sketch: Sketch): void => {
  const { forms, head, relation, id, sayings } = sketch;
  const subject = id.nsubj;
  const punct = id.punct;
  for (let verb = 2; verb + 1 < forms.length; verb += 1) {
    if (forms[verb + 1] !== "," || !sayings.has(forms[verb]!.toLowerCase())) continue;
    const comma = forms.lastIndexOf(",", verb - 1);
    if (comma < 1 || dependentOf(sketch, comma + 1, verb, verb, subject) < 0) continue;
    let main = head[verb]!;
    if (main < verb) {
      // The saying may have been taken for the main verb, with what is said under it and a second subject before.
      const said = dependentOf(sketch, verb + 2, forms.length, verb, id.ccomp);
      if (said < 0 || dependentOf(sketch, 0, comma, verb, subject) < 0) continue;
      head[said] = main;
      relation[said] = relation[verb]!;
      for (let index = verb + 1; index < forms.length; index += 1)
        if (head[index] === verb && index !== said) head[index] = said;
      head[verb] = said;
      main = said;
    }
    relation[verb] = id.parataxis;
    head[comma] = verb;
    head[verb + 1] = verb;
    for (let index = 0; index < comma; index += 1)
      if (head[index] === verb) {
        head[index] = main;
        if (relation[index] !== punct) relation[index] = subject;
      }
  }
};

/** The first dependent of `governor` by `name` from one place up to another, -1 where there is none. */
const dependentOf = (
  { head, relation }: Sketch,
  from: number,
  to: number,
  governor: number,
  name: number,
): number => {
  for (let index = from; index < to; index += 1)
    if (head[index] === governor && relation[index] === name) return index;
  return -1;
};

/**
 * Mends "told reporters [that the talks had failed]" where the clause hangs from the addressee as if it described
 * them, though `that` was tagged as a conjunction (`conjunction` says which words are).
 */
export const mendReports = ({ forms, head, relation, id, conjunction }: Sketch): void => {
  const addressees = [id.obj, id.iobj];
  const describes = id["acl:relcl"];
  for (let that = 2; that < forms.length; that += 1) {
    const clause = head[that]!;
    if (clause < that || relation[clause] !== describes || forms[that]!.toLowerCase() !== "that") continue;
    const addressee = head[clause]!;
    if (!conjunction(that) || addressee !== that - 1 || !addressees.includes(relation[addressee]!)) continue;
    head[clause] = head[addressee]!;
    relation[clause] = id.ccomp;
    relation[that] = id.mark;
  }
};

/** Mends "offered [Lavrov] [his condolences]" where both are objects: a name right after the verb is whom it is given. */
export const mendObjects = ({ forms, head, relation, id }: Sketch): void => {
  const object = id.obj;
  let last = -1;
  for (let index = 0; index < head.length; index += 1) {
    if (relation[index] !== object || head[index]! > index) continue;
    const isBare = last === head[index]! + 1 && /^\p{Lu}/u.test(forms[last]!);
    if (last >= 0 && head[last] === head[index] && isBare) relation[last] = id.iobj;
    last = index;
  }
};

/**
 * Mends subjects that the network gave to the wrong verb or by the wrong name: "[The visit] has been put off, he said"
 * where both subjects hang from the saying, and "[He] is sure that …" where he was taken for an expletive.
 */
export const mendSubjects = (sketch: Sketch): void => {
  const { forms, head, relation, id, sayings } = sketch;
  const [subject, passive] = [id.nsubj, id["nsubj:pass"]];
  const expletive = id.expl;
  for (let index = 0; index < forms.length; index += 1)
    if (relation[index] === expletive && !/^(?:it|there)$/i.test(forms[index]!)) relation[index] = subject;
  for (let verb = 3; verb < forms.length; verb += 1) {
    if (!sayings.has(forms[verb]!.toLowerCase())) continue;
    const clause = dependentOf(sketch, 1, verb, verb, id.ccomp);
    const first = clause < 0 ? -1 : dependentOf(sketch, 0, clause, verb, subject);
    if (first < 0 || dependentOf(sketch, clause, forms.length, verb, subject) < 0) continue;
    const isPassive = dependentOf(sketch, 0, clause, clause, id["aux:pass"]) >= 0;
    relation[first] = isPassive ? passive : subject;
    for (let index = 0; index < clause; index += 1) if (head[index] === verb) head[index] = clause;
  }
};

/**
 * Mends what belongs to a subject and came out as a second one: "My call today [with the minister] was good", where the
 * preposition was taken for a conjunction of the clause.
 */
export const mendCompany = (sketch: Sketch): void => {
  const { forms, head, relation, id } = sketch;
  const subject = id.nsubj;
  const mark = id.mark;
  for (let word = 1; word + 1 < forms.length; word += 1) {
    if (relation[word] !== mark || !/^(?:with|between)$/i.test(forms[word]!)) continue;
    const verb = head[word]!;
    const first = dependentOf(sketch, 0, word, verb, subject);
    const second = first < 0 ? -1 : dependentOf(sketch, word + 1, verb, verb, subject);
    if (second < 0) continue;
    head[word] = second;
    relation[word] = id.case;
    head[second] = first;
    relation[second] = id.nmod;
  }
};

/** Mends "urged China to free the man[, in talks with its minister]": what a comma parts from an infinitive is the main verb's. */
export const mendTails = ({ forms, head, relation, id }: Sketch): void => {
  const [oblique, open] = [id.obl, id.xcomp];
  for (let comma = 3; comma + 2 < forms.length; comma += 1) {
    if (forms[comma] !== "," || !/^(?:in|during)$/i.test(forms[comma + 1]!)) continue;
    const noun = head[comma + 1]!;
    if (noun < comma || relation[noun] !== oblique || head[noun]! > comma) continue;
    for (let verb = head[noun]!; verb >= 0 && relation[verb] === open; verb = head[verb]!)
      head[noun] = head[verb]!;
  }
};

/**
 * Mends "flew to Cairo, where he is to meet the king [on Sunday]": what stands behind a clause that no comma closes is
 * told in it, and not before it.
 */
export const mendOpenClauses = ({ forms, head, relation, id, names }: Sketch): void => {
  for (let verb = 3; verb + 2 < forms.length; verb += 1) {
    const noun = head[verb]!;
    if (relation[verb] !== id["acl:relcl"] || noun > verb || noun < 1) continue;
    let comma = noun + 1;
    while (comma < verb && !(forms[comma] === "," && /^(?:where|who|which)$/i.test(forms[comma + 1]!)))
      comma += 1;
    if (comma >= verb || forms.indexOf(",", comma + 1) >= 0) continue;
    for (let late = verb + 1; late < forms.length; late += 1)
      if (/^obl/.test(names[relation[late]!]!) && head[late]! >= 0 && head[late]! < comma)
        head[late] = innermost(verb, late, { head, relation, id });
  }
};

/** The last of the verbs that hang on each other down to a word: "is expected to [meet]". */
const innermost = (
  top: number,
  until: number,
  { head, relation, id }: Pick<Sketch, "head" | "relation" | "id">,
): number => {
  let verb = top;
  for (let at = top + 1; at < until; at += 1) if (head[at] === verb && relation[at] === id.xcomp) verb = at;
  return verb;
};

/** Mends "Ramaphosa has today[, 24 April,] hosted him": what was hung from an auxiliary hangs from its verb. */
export const mendAuxiliaries = ({ head, relation, id }: Sketch): void => {
  const isAuxiliary = (index: number): boolean =>
    index >= 0 && (relation[index] === id.aux || relation[index] === id["aux:pass"]);
  for (let index = 0; index < head.length; index += 1)
    if (isAuxiliary(head[index]!) && relation[index] !== id.fixed) head[index] = head[head[index]!]!;
};

/** Mends "received on Thursday, March 20, [a call] from his brother": what a verb without an object has behind a time is its object. */
export const mendDelayed = (sketch: Sketch): void => {
  const { forms, head, relation, id } = sketch;
  for (let noun = 4; noun < forms.length; noun += 1) {
    const verb = head[noun]!;
    if (relation[noun] !== id.parataxis || verb < 0 || verb > noun - 4) continue;
    const article = dependentOf(sketch, verb + 1, noun, noun, id.det);
    if (article < 0 || forms[article - 1] !== "," || dependentOf(sketch, verb, noun, noun, id.nsubj) >= 0)
      continue;
    if (dependentOf(sketch, verb + 1, noun, verb, id.obj) >= 0 || !/^(?:on|in|at)$/i.test(forms[verb + 1]!))
      continue;
    relation[noun] = id.obj;
    // "…, President Tebboune": who was taken for the object is in apposition.
    const second = dependentOf(sketch, noun + 1, forms.length, verb, id.obj);
    const giver = second < 0 ? -1 : dependentOf(sketch, noun + 1, second, noun, id.nmod);
    if (giver < 0) continue;
    head[second] = giver;
    relation[second] = id.appos;
  }
};
