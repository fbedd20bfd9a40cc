// Cue -> speaker: the subject of a cue, also where the tree leaves it to be understood.

import type { Word } from "../../model/token.ts";
import { baseRelation, childBy, feature } from "../../model/tree.ts";
import { datelineEnd } from "./source-reach.ts";

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

/** The clause's own subject, `undefined` where it is passive and names no agent, "none" where there is none. */
const subjectAt = (words: Words, at: number, isCue: boolean): number | undefined | "none" => {
  const dateline = datelineEnd(words, sentenceStart(words, at)) ?? -1;
  const active = childrenOf(words, at).find(
    (child) =>
      child.index > dateline &&
      (child.relation === "nsubj" || child.relation === "nsubj:outer") &&
      child.upos !== "VERB",
  );
  if (active) return active.index;
  const passive = childBy(words, at, "nsubj:pass");
  const agent = childrenOf(words, at).find(
    (child) =>
      child.relation === "obl:agent" || (baseRelation(child) === "obl" && caseOf(words, child) === "by"),
  );
  if (isCue && agent && (passive || isPassiveParticiple(words, at))) return agent.index;
  if (passive) return isCue ? undefined : passive.index;
  return "none";
};

const sentenceStart = (words: Words, at: number): number => {
  let first = at;
  while (words[first - 1]?.sentence === words[at]!.sentence && at - first < 60) first -= 1;
  return first;
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

/** The subject that the order of the words gives against the tree: before an aside, or of a verb that another governs. */
export const subjectByOrder = (words: Words, cue: number): number | undefined =>
  afterColon(words, cue) ?? openingName(words, cue) ?? controlledBy(words, cue);

/** "DIOP: I said": the pronoun between a colon and the verb. */
const afterColon = (words: Words, cue: number): number | undefined => {
  const first = groupStart(words, cue);
  const isAlone = words[first - 1]?.upos === "PRON" && words[first - 2]?.text === ":";
  return isAlone && words[first - 1]!.sentence === words[cue]!.sentence ? first - 1 : undefined;
};

/** "Reuters, citing two people, said", "Michel, who had left, told": the name that opens the sentence before an aside. */
const openingName = (words: Words, verb: number): number | undefined => {
  const { sentence } = words[verb]!;
  const cue = groupStart(words, verb);
  if (
    !/^VB[DZPN]?$/.test(words[verb]!.xpos) ||
    words[cue - 1]?.text !== "," ||
    words[cue - 1]!.sentence !== sentence
  )
    return undefined;
  const relative = relativeBefore(words, cue - 1);
  if (relative !== undefined) return relative;
  let first = cue - 1;
  while (words[first - 1]?.sentence === sentence && cue - first < 60) first -= 1;
  let comma = first;
  while (comma < cue - 1 && /^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART|ADP)$/.test(words[comma]!.upos)) comma += 1;
  const aside = words[comma + 1];
  if (comma === first || comma >= cue - 1 || words[comma]!.text !== "," || words[first]!.upos === "ADP")
    return undefined;
  const opensAside =
    /^(?:who|which|according|with|citing)$/i.test(aside!.text) ||
    /^VB[GN]$/.test(aside!.xpos) ||
    (aside!.upos === "ADP" && !hasFinite(words, comma, cue));
  if (!opensAside && !isSaying(words, comma, cue - 1)) return undefined;
  for (let at = first; at < comma; at += 1)
    if (isName(words[at]!) && words[at + 1]?.upos !== "PART") return headOf(words, at, first, comma);
  return undefined;
};

const hasFinite = (words: Words, from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) if (/^(?:VB[DZP]|MD)$/.test(words[at]!.xpos)) return true;
  return false;
};

/** First word of a verb with its auxiliaries and the adverbs among them. */
const groupStart = (words: Words, verb: number): number => {
  let first = verb;
  while (words[first - 1]?.sentence === words[verb]!.sentence && /^(?:AUX|ADV)$/.test(words[first - 1]!.upos))
    first -= 1;
  if (words[first - 1]?.text === "not" || words[first - 1]?.text === "n't") first -= 1;
  while (words[first - 1]?.upos === "AUX") first -= 1;
  return first;
};

/** ", who, the agency said, had vowed": the pronoun before the aside that ends at this comma. */
const relativeBefore = (words: Words, close: number): number | undefined => {
  let open = close - 1;
  while (words[open]?.sentence === words[close]!.sentence && words[open]!.text !== "," && close - open < 14)
    open -= 1;
  if (words[open]?.text !== "," || !isSaying(words, open, close)) return undefined;
  const before = words[open - 1];
  if (before && /^(?:who|which)$/i.test(before.text)) return open - 1;
  return /^whose$/i.test(words[open - 2]?.text ?? "") ? open - 1 : undefined;
};

/** ", Platts reported,": a short aside with a verb of its own at its end. */
const isSaying = (words: Words, from: number, to: number): boolean => {
  let finite = 0;
  for (let at = from + 1; at < to; at += 1) {
    if (words[at]!.text === ",") return false;
    if (/^(?:VB[DZP]|MD)$/.test(words[at]!.xpos)) finite += 1;
  }
  return finite === 1 && to - from < 12 && /^VB[DZP]$/.test(words[to - 1]!.xpos);
};

/** Up from a part of a name to its head, between two words. */
const headOf = (words: Words, index: number, first: number, end: number): number => {
  let top = index;
  while (
    /^(?:compound|flat|amod|nummod|det|nmod)/.test(words[top]!.relation) &&
    words[top]!.head >= first &&
    words[top]!.head < end
  )
    top = words[top]!.head;
  return top;
};

/** "urged Biden to say", "accused London of telling": the noun before a form that another verb asks or blames for. */
const controlledBy = (words: Words, cue: number): number | undefined => {
  const { xpos, sentence } = words[cue]!;
  let at = cue - 1;
  while (words[at]?.upos === "ADV" || words[at]?.text.toLowerCase() === "not") at -= 1;
  const link = words[at]?.text.toLowerCase() ?? "";
  if (!(xpos === "VB" && link === "to") && !(xpos === "VBG" && /^(?:of|for|from|against|as)$/.test(link)))
    return undefined;
  let noun = at - 1;
  if (!words[noun] || words[noun]!.sentence !== sentence || !isObject(words[noun]!)) return undefined;
  const last = noun;
  while (
    words[noun - 1]?.sentence === sentence &&
    (isObject(words[noun - 1]!) || /^(?:DET|ADJ|NUM|PART|ADP|CCONJ)$/.test(words[noun - 1]!.upos)) &&
    last - noun < 10
  )
    noun -= 1;
  const verb = words[noun - 1];
  const pattern = xpos === "VB" ? askers : link === "as" ? quoters : blamers;
  return verb?.sentence === sentence && pattern.test(verb.lemma)
    ? headOf(words, firstObject(words, noun, last), noun, at)
    : undefined;
};

const askers =
  /^(?:urge|ask|tell|call|press|push|order|want|beg|implore|invite|encourage|warn|expect|advise|remind|instruct|persuade|appeal|request|allow|permit|force|require|challenge|exhort|implored)$/;
const blamers =
  /^(?:accuse|blame|thank|criticize|criticise|praise|warn|condemn|suspect|charge|stop|prevent|keep)$/;
const quoters = /^(?:quote|cite|report|describe|record|remember)$/;
const isObject = ({ upos }: Word): boolean => /^(?:NOUN|PROPN|PRON)$/.test(upos);

const firstObject = (words: Words, first: number, last: number): number => {
  for (let at = first; at <= last; at += 1)
    if (isObject(words[at]!) && words[at + 1]?.upos !== "PART") return at;
  return last;
};

const isName = ({ upos, xpos, text }: Word): boolean =>
  (/^(?:NOUN|PROPN|PRON|NUM)$/.test(upos) ||
    (xpos === "VBG" && /^\p{Lu}/u.test(text)) ||
    /^(?:half|most|many|some|others|both|all)$/i.test(text)) &&
  !/^(?:me|him|us|them|myself|himself|herself|themselves|itself)$/i.test(text);

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
  if (
    relation === "xcomp" ||
    (relation === "advcl" && ["of", "for", "from", "against", "into"].includes(mark))
  ) {
    const object = childBy(words, head.index, "obj", "iobj") ?? childBy(words, head.index, "nsubj:pass");
    if (object && object.index < word.index) return { subject: object.index, at: head.index };
  }
  if (relation === "csubj" && word.xpos === "VB" && word.index > head.index) return { at: head.index };
  if (["conj", "advcl", "xcomp", "parataxis", "dep", "ccomp"].includes(relation)) return { at: head.index };
  return undefined;
};

/** "Asked about it, he said": a participle without auxiliary or object is done to the subject. */
const isBareForm = (words: Words, word: Word): boolean =>
  !word.children.some((child) => /^(?:aux|obj|ccomp)/.test(words[child]!.relation));

/** "issued a statement saying": the one who issued it. */
const issuerOf = (words: Words, noun: Word): number | undefined => {
  const verb = words[noun.head];
  if (verb?.upos !== "VERB") return undefined;
  if (noun.relation !== "obj") return undefined;
  if (!/^(statement|letter|note|message|tweet|email|release|communiqué|memo|report)$/.test(noun.lemma))
    return undefined;
  return subjectOf(words, verb.index);
};

const isPassiveParticiple = (words: Words, at: number): boolean =>
  words[at]!.xpos === "VBN" &&
  !childrenOf(words, at).some((child) => child.relation === "aux" && child.lemma === "have");

/** The speaker of a noun: "X's claim", "claims by X", "X made the claim". */
export const holderOf = (words: Words, noun: number): number | undefined => {
  const possessor = childBy(words, noun, "nmod:poss");
  if (possessor) return possessor.index;
  const by = childrenOf(words, noun).find(
    (child) => baseRelation(child) === "nmod" && ["by", "from"].includes(caseOf(words, child)),
  );
  if (by) return by.index;
  const name = childBy(words, noun, "compound", "amod");
  if (name?.upos === "PROPN" && name.index < noun) return name.index;
  const verb = words[words[noun]!.head];
  if (verb?.upos === "VERB" && words[noun]!.relation === "obj") return subjectOf(words, verb.index);
  return undefined;
};

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

const childrenOf = (words: Words, at: number): Word[] => words[at]!.children.map((child) => words[child]!);
