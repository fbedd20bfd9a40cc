// Cue -> speaker: the subject of a cue, also where the tree leaves it to be understood.

import type { Word } from "../../../model/token.ts";
import { baseRelation, childBy } from "../../../model/tree.ts";
import { isDay } from "./dateline.ts";
import { caseOf, childrenOf, isPassiveParticiple, subjectAt } from "./own-subject.ts";
import { isName, subjectByOrder } from "./subject-order.ts";

type Words = readonly Word[];

/** The word that heads the name of the speaker of a verb or adjective; undefined where nobody is named. */
export const subjectOf = (words: Words, cue: number): number | undefined => {
  const given = subjectByOrder(words, cue);
  if (given !== undefined) return given;
  let at = cue;
  for (let step = 0; step < 8; step += 1) {
    const word = words[at]!;
    const own = subjectAt(words, at, at === cue);
    const before = at === cue || own === "none" ? nounBefore(words, at) : undefined;
    if (own !== "none" && own !== undefined)
      return before !== undefined && isFar(words, own, before) ? before : own;
    if (own === undefined) return undefined;
    if (before !== undefined) return before;
    const next = controller(words, word);
    if (next === undefined) return undefined;
    if (next.subject !== undefined) return next.subject;
    at = next.at;
  }
  return undefined;
};

/** True where a colon or another clause parts the tree's subject from the noun that stands right before the verb. */
const isFar = (words: Words, own: number, before: number): boolean => {
  if (own >= before) return false;
  let first = before;
  while (
    words[first - 1]?.sentence === words[before]!.sentence &&
    /^(?:NOUN|PROPN|ADJ|DET|NUM|PRON)$/.test(words[first - 1]!.upos)
  )
    first -= 1;
  if (words[first - 1]?.text === "," && own < first - 1) return true;
  let parted = false;
  for (let at = own + 1; at < before; at += 1) {
    if (/^(?:who|which|whose|whom|that)$/i.test(words[at]!.text) && words[at]!.upos !== "SCONJ") return false;
    if (words[at]!.text === ":" || /^(?:VB[DZP]|MD)$/.test(words[at]!.xpos)) parted = true;
  }
  return parted;
};

/** Up from a part of a name to its head, before `limit`. */
const topOf = (words: Words, index: number, limit: number): number => {
  let top = index;
  while (
    /^(?:compound|flat|appos|nmod|amod|nummod)/.test(words[top]!.relation) &&
    words[top]!.head < limit &&
    words[top]!.head >= 0
  )
    top = words[top]!.head;
  return top;
};

/** "The two ministers agreed on": a past tense that was taken for a participle, where nothing near it is finite. */
const isBare = (words: Words, verb: Word): boolean => {
  if (verb.xpos !== "VBN" || verb.children.some((child) => words[child]!.relation.startsWith("aux")))
    return false;
  for (let at = verb.index - 40; at < verb.index + 40; at += 1) {
    const word = words[at];
    if (word?.sentence === verb.sentence && /^(?:VB[DZP]|MD)$/.test(word.xpos)) return false;
  }
  return true;
};

/** The noun right before a finite verb and its auxiliaries: its subject, where the tree shows none. */
const nounBefore = (words: Words, cue: number): number | undefined => {
  const verb = words[cue]!;
  let at = cue - 1;
  let isTensed = /^VB[DZP]$/.test(verb.xpos) || isBare(words, verb);
  while (
    words[at]?.sentence === verb.sentence &&
    (/^(?:AUX|ADV|PART)$/.test(words[at]!.upos) || /^["“‘]$/.test(words[at]!.text)) &&
    words[at]!.text !== "to"
  ) {
    if (words[at]!.upos === "AUX") isTensed = true;
    at -= 1;
  }
  while (words[at] && isDay(words[at]!) && /^(?:DET|NUM|ADJ)$/.test(words[at - 1]?.upos ?? "")) at -= 2;
  const noun = words[at];
  if (!isTensed || noun?.sentence !== verb.sentence || !isName(noun)) return undefined;
  let top = topOf(words, at, cue);
  for (let guard = 0; guard < 6; guard += 1) {
    const preposition = words[top]!.children.find(
      (child) => words[child]!.relation === "case" && child < top,
    );
    if (preposition === undefined) return top;
    const before = words[preposition - 1];
    if (before?.sentence !== verb.sentence) return properEnd(words, at);
    if (!isName(before)) return undefined;
    top = topOf(words, before.index, cue);
  }
  return undefined;
};

/** "In his memoir John Bolton writes": the name at the end of an opening phrase, which no comma parts from it. */
const properEnd = (words: Words, last: number): number | undefined => {
  let first = last + 1;
  while (words[first - 1]?.upos === "PROPN" && words[first - 1]!.sentence === words[last]!.sentence)
    first -= 1;
  return first <= last && words[first - 1]?.upos === "NOUN" ? first : undefined;
};

/** Where a clause without subject takes it from. */
const controller = (words: Words, word: Word): { subject?: number; at: number } | undefined => {
  if (word.head < 0) return undefined;
  const head = words[word.head]!;
  const relation = baseRelation(word);
  if (relation === "advcl" && isPassiveParticiple(words, word.index) && isBareForm(words, word))
    return undefined;
  if (relation === "acl") {
    if (isPassiveParticiple(words, word.index)) return undefined;
    const issuer = issuerOf(words, head);
    if (word.xpos === "VB" && head.upos === "NOUN") {
      const holder = holderOf(words, head.index);
      return holder === undefined ? undefined : { subject: holder, at: head.index };
    }
    return { subject: issuer ?? head.index, at: head.index };
  }
  const mark = childBy(words, word.index, "mark", "case")?.lemma.toLowerCase() ?? "";
  const heard =
    remembering.test(head.lemma) && word.xpos === "VBG" ? childBy(words, head.index, "obj") : undefined;
  if (heard && heard.index > head.index && heard.index < word.index && words[word.index - 1]!.text !== ",")
    return { subject: heard.index, at: head.index };
  if (
    relation === "xcomp" ||
    (relation === "advcl" && ["of", "for", "from", "against", "into"].includes(mark))
  ) {
    if (summoners.test(head.lemma) && word.xpos === "VB") return { at: head.index };
    if (movers.test(head.lemma) && word.xpos === "VBG") return { at: head.index };
    const object = childBy(words, head.index, "obj", "iobj") ?? childBy(words, head.index, "nsubj:pass");
    if (object && object.index < word.index) return { subject: object.index, at: head.index };
  }
  if (relation === "csubj" && word.xpos === "VB" && word.index > head.index) return { at: head.index };
  if (["conj", "advcl", "xcomp", "parataxis", "dep", "ccomp"].includes(relation)) return { at: head.index };
  return undefined;
};

/** "called his counterpart to say", "summoned the envoy to tell him": who calls does the saying. */
const summoners =
  /^(?:call|phone|telephone|ring|write|meet|summon|visit|wake|contact|approach|stop|interrupt|gather|assemble|convene|message|text|cable|use|take|seize|hold|break|choose|open|join|address)$/;

/** "recalled him saying": who is remembered does the saying. */
const remembering = /^(?:recall|remember|describe|hear|overhear|record|quote|cite)$/;

/** "left Vienna saying": who moves does the saying. */
const movers = /^(?:leave|arrive|return|come|go|end|begin|open|close|resign|emerge|enter|depart)$/;

/** "Asked about it, he said": a participle without auxiliary or object is done to the subject. */
const isBareForm = (words: Words, word: Word): boolean =>
  !word.children.some((child) => /^(?:aux|obj|ccomp)/.test(words[child]!.relation));

/** "issued a statement saying": the one who issued it. */
const issuerOf = (words: Words, noun: Word): number | undefined => {
  const verb = words[noun.head];
  if (verb?.upos !== "VERB") return undefined;
  if (noun.relation !== "obj" || !issuing.test(verb.lemma)) return undefined;
  if (!/^(statement|letter|note|message|tweet|email|release|communiqué|memo|report)$/.test(noun.lemma))
    return undefined;
  return subjectOf(words, verb.index);
};

const issuing =
  /^(?:issue|release|publish|send|post|write|put|give|deliver|hand|circulate|make|read|adopt|file|submit|dispatch|transmit|tweet|sign|distribute|air|broadcast|carry|leave|present|draft|receive)$/;

/** The speaker of a noun: "X's claim", "claims by X", "X made the claim". */
export const holderOf = (words: Words, noun: number): number | undefined => {
  const possessor = childBy(words, noun, "nmod:poss");
  if (possessor) return possessor.index;
  const by = childrenOf(words, noun).find(
    (child) => baseRelation(child) === "nmod" && ["by", "from"].includes(caseOf(words, child)),
  );
  if (by) return by.index;
  const maker = makerOf(words, noun);
  if (maker !== undefined) return maker;
  const name = childBy(words, noun, "compound", "amod");
  if (name && name.index < noun && (name.upos === "PROPN" || isDemonym(name))) return name.index;
  if (caseOf(words, words[noun]!) === "with") return broughtBy(words, noun);
  const verb = verbRightBefore(words, noun) ?? objectOf(words, noun);
  const isOwn =
    verb !== undefined &&
    voices.test(verb.lemma) &&
    !/^(?:reports?|rumou?r|news|finding|poll)$/.test(words[noun]!.lemma);
  return isOwn ? subjectOf(words, verb.index) : undefined;
};

/** "of spreading new claims": the verb that stands right before the noun's phrase has it as its object, whatever the tree says. */
export const verbRightBefore = (words: Words, noun: number): Word | undefined => {
  let at = noun - 1;
  while (/^(?:DET|ADJ|NUM|NOUN)$/.test(words[at]?.upos ?? "") && noun - at < 6) at -= 1;
  const verb = words[at];
  return verb?.sentence === words[noun]!.sentence && verb.upos === "VERB" && verb.xpos !== "VBN"
    ? verb
    : undefined;
};

const objectOf = (words: Words, noun: number): Word | undefined => {
  const verb = words[words[noun]!.head];
  return verb?.upos === "VERB" && words[noun]!.relation === "obj" ? verb : undefined;
};

/** "assurances given by the junta that", "a pledge obtained from Minsk to": the one behind the noun's own participle. */
const makerOf = (words: Words, noun: number): number | undefined => {
  const made = childrenOf(words, noun).find(
    ({ index, relation, xpos }) => relation === "acl" && xpos === "VBN" && index > noun && index < noun + 4,
  );
  return made === undefined
    ? undefined
    : childrenOf(words, made.index).find(
        (child) => /^obl/.test(child.relation) && ["by", "from"].includes(caseOf(words, child)),
      )?.index;
};

/** "sent the draft back with the remark that": who sends it. */
const broughtBy = (words: Words, noun: number): number | undefined => {
  let at = words[noun]!.head;
  if (words[at]?.upos === "NOUN" && words[at]!.relation === "obj") at = words[at]!.head;
  return words[at]?.upos === "VERB" && at < noun ? subjectOf(words, at) : undefined;
};

/** "the Israeli accusation": an adjective with a capital, which no sentence opens with. */
const isDemonym = ({ upos, text, index }: Word): boolean =>
  upos === "ADJ" && index > 0 && /^\p{Lu}\p{Ll}+(?:n|h|i|c|e|k|t)$/u.test(text);

/** Verbs whose subject makes the claim that is their object; who rejects, hears or weighs a claim does not. */
const voices =
  /^(?:make|issue|repeat|spread|level|voice|express|give|offer|reiterate|renew|raise|deliver|drop|withdraw|retract|float|push|peddle|circulate|defend|have|put|bring|send|release|pose|lodge|file|convey|extend|share|add|advance|present|break|keep|honor|sign|reach|come|face|take|include|contain|carry)$/;
