// A word -> the subject that it has in the tree, the one that its case words name, and what a relative pronoun stands for.
import type { Word } from "../../../model/token.ts";
import { baseRelation, childBy, feature } from "../../../model/tree.ts";
import { human } from "../cues/speech.ts";
import { datelineEnd } from "./dateline.ts";

type Words = readonly Word[];

/** The clause's own subject, `undefined` where it is passive and names no agent, "none" where there is none. */
export const subjectAt = (words: Words, at: number, isCue: boolean): number | undefined | "none" => {
  const dateline = datelineEnd(words, sentenceStart(words, at)) ?? -1;
  const active = childrenOf(words, at).filter(
    (child) =>
      child.index > dateline &&
      !/sel(?:f|ves)$/i.test(child.text) &&
      (child.relation === "nsubj" || child.relation === "nsubj:outer") &&
      child.upos !== "VERB",
  );
  const subject = nearest(words, active, at);
  if (subject) return subject.index;
  const it = isCue && saysAsIt(words, at) ? childBy(words, at, "expl") : undefined;
  if (it) return it.index;
  const passive = childBy(words, at, "nsubj:pass");
  const agent = childrenOf(words, at).find(
    (child) =>
      child.relation === "obl:agent" ||
      (baseRelation(child) === "obl" && caseOf(words, child) === "by" && !isManner(words, child)),
  );
  if (isCue && agent && words[at]!.upos !== "ADJ" && (passive || isPassiveParticiple(words, at)))
    return agent.index;
  if (passive && isActive(words, at)) return passive.index;
  if (passive)
    return isCue && words[at]!.upos !== "ADJ" && hasAuxiliary(words, at) ? undefined : passive.index;
  return "none";
};

/** "told by loudspeaker to leave", "said by telephone": a bare noun says how. */
const isManner = (words: Words, { xpos, lemma, children }: Word): boolean =>
  xpos === "NN" && !human.test(lemma) && children.every((child) => words[child]!.relation === "case");

const saying =
  /^(?:say|read|add|note|state|claim|argue|warn|accuse|call|urge|demand|describe|stress|insist|allege|announce|report|deny|reject|condemn|predict)$/;

/** "It says the campaign broke the law": of these verbs, in the active, "it" is who speaks, whatever the tree calls it. */
export const saysAsIt = (words: Words, at: number): boolean =>
  saying.test(words[at]!.lemma) &&
  words[at]!.children.some((child) => child < at && words[child]!.lemma.toLowerCase() === "it") &&
  !words[at]!.children.some((child) => words[child]!.relation.endsWith(":pass"));

/** "had “thoroughly discussed” it": no passive, whatever the tree calls its subject. */
const isActive = (words: Words, at: number): boolean => {
  const auxiliaries = childrenOf(words, at).filter(({ upos }) => upos === "AUX");
  return auxiliaries.length > 0 && auxiliaries.every(({ lemma }) => lemma === "have");
};

/** "another cautioned": a form without any auxiliary is a past tense, whatever the tree takes its subject for. */
const hasAuxiliary = (words: Words, at: number): boolean =>
  words[at]!.children.some((child) => words[child]!.upos === "AUX") || words[at]!.relation.startsWith("acl");

/** "told Trump he is ready", "Macron: Putin told": of two subjects the one that stands nearest before the verb. */
const nearest = (words: Words, subjects: readonly Word[], verb: number): Word | undefined => {
  const before = subjects.filter(({ index }) => index < verb);
  const [own, other] = [before.at(-1), before.at(-2)];
  return own && other && isApposition(words, other.index, verb) ? other : (own ?? subjects[0]);
};

/** "Minyon Moore, a senior adviser, called": what stands between a name's comma and the one before the verb. */
const isApposition = (words: Words, name: number, verb: number): boolean => {
  let close = verb - 1;
  while (/^(?:AUX|ADV)$/.test(words[close]?.upos ?? "")) close -= 1;
  let open = name + 1;
  while (words[open] && open < close && (words[open]!.upos === "PROPN" || words[open]!.text === "-"))
    open += 1;
  return (
    words[close]?.text === "," && words[open]?.text === "," && open < close && words[open + 1]?.upos === "DET"
  );
};

/** The subject that a rule has captured, or one of the same verb that stands nearer before it. */
export const nearestSubject = (words: Words, verb: number, subject: number): number => {
  const isOwn = words[subject]!.head === verb && /^nsubj(?::outer)?$/.test(words[subject]!.relation);
  if (!isOwn || subject > verb) return subject;
  const subjects = childrenOf(words, verb).filter(
    ({ relation, upos, text }) => relation === "nsubj" && upos !== "VERB" && !/sel(?:f|ves)$/i.test(text),
  );
  return nearest(words, subjects, verb)?.index ?? subject;
};

const sentenceStart = (words: Words, at: number): number => {
  let first = at;
  while (words[first - 1]?.sentence === words[at]!.sentence && at - first < 60) first -= 1;
  return first;
};

export const isPassiveParticiple = (words: Words, at: number): boolean =>
  words[at]!.xpos === "VBN" &&
  !childrenOf(words, at).some((child) => child.relation === "aux" && child.lemma === "have");

/** For "who", "which" and "that" the word they stand for, else the word itself. */
export const antecedentOf = (words: Words, index: number): number => {
  const word = words[index]!;
  if (feature(word, "PronType") !== "Rel" && !/^(who|which|that)$/i.test(word.text)) return index;
  for (let at = word.head, step = 0; at >= 0 && step < 6; at = words[at]!.head, step += 1)
    if (words[at]!.relation.startsWith("acl")) return words[at]!.head;
  return index;
};

/** The case word of a phrase, lower case, empty where it has none. */
export const caseOf = (words: Words, word: Word): string =>
  childBy(words, word.index, "case")?.lemma.toLowerCase() ?? "";

export const childrenOf = (words: Words, at: number): Word[] =>
  words[at]!.children.map((child) => words[child]!);
