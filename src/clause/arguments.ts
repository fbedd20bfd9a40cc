// A verb in its tree -> who does it, to whom, and with which particle, also where the subject is only understood.
import type { Word } from "../model/token.ts";
import { baseRelation, childBy, feature } from "../model/tree.ts";

type Words = readonly Word[];

/** The lemma with its particle, lower case: `call_off`. */
export const lemmaOf = (words: Words, index: number): string => {
  const word = words[index]!;
  const particle = word.children.find((child) => words[child]!.relation === "compound:prt");
  const lemma = word.lemma.toLowerCase();
  if (particle !== undefined) return `${lemma}_${words[particle]!.lemma.toLowerCase()}`;
  const next = words[index + 1];
  const loose = word.upos === "VERB" && next?.sentence === word.sentence && isParticle(lemma, next);
  return loose ? `${lemma}_${next.text.toLowerCase()}` : lemma;
};

const isParticle = (lemma: string, { text }: Word): boolean =>
  /^(off|out|up|down|back)$/i.test(text) || (/^(hand|take)$/.test(lemma) && /^over$/i.test(text));

/** "handed over the jets", where the tree has "over the jets": the object behind a particle. */
const pastParticle = (words: Words, index: number): number | undefined =>
  words[index]!.children.find((child) => {
    const mark = words[child]!.children[0];
    return (
      baseRelation(words[child]!) === "obl" &&
      mark === index + 1 &&
      words[mark]!.relation === "case" &&
      isParticle(words[index]!.lemma.toLowerCase(), words[mark]!)
    );
  });

/**
 * The case or mark word of a phrase with its fixed parts, lower case; empty where there is none. It may hang on a
 * title before the name ("with President Xi").
 */
export const markerOf = (words: Words, index: number): string => {
  const own = caseOf(words, index);
  if (own !== "") return own;
  for (const child of words[index]!.children) {
    if (child > index || !/^(nmod:desc|compound|amod|flat|nmod|det|nummod)$/.test(words[child]!.relation))
      continue;
    const found = caseOf(words, child) || titleCase(words, child);
    if (found !== "") return found;
  }
  return "";
};

const titleCase = (words: Words, index: number): string => {
  for (const child of words[index]!.children) {
    if (child > index || !/^(compound|amod|nmod:desc)$/.test(words[child]!.relation)) continue;
    const found = caseOf(words, child);
    if (found !== "") return found;
  }
  return "";
};

const caseOf = (words: Words, index: number): string => {
  for (const child of words[index]!.children) {
    const mark = words[child]!;
    if ((mark.relation !== "case" && mark.relation !== "mark") || /^['’]s?$/.test(mark.text)) continue;
    const rest = mark.children.filter((more) => words[more]!.relation === "fixed");
    return [mark, ...rest.map((more) => words[more]!)].map((word) => word.text.toLowerCase()).join("_");
  }
  return "";
};

/** True for a verb with "to". */
export const isInfinitive = (words: Words, index: number): boolean =>
  words[index]!.children.some(
    (child) => words[child]!.relation === "mark" && words[child]!.text.toLowerCase() === "to",
  );

/** "were granted anonymity to discuss the talks", "authorised to speak about it": leave to speak, and nothing said. */
export const isLeaveToSpeak = (words: Words, verb: number): boolean =>
  words[verb]!.xpos === "VB" &&
  /^to$/i.test(words[verb - 1]?.text ?? "") &&
  /^(?:anonymity|authori[sz]ed|permission|clearance|permitted|allowed|empowered)$/i.test(
    words[verb - 2]?.text ?? "",
  );

/** True for a verb in the passive, with or without its auxiliary. */
export const isPassive = (words: Words, index: number): boolean => {
  const word = words[index]!;
  const helped = word.children.map((child) => words[child]!);
  if (helped.some((part) => part.relation === "aux:pass")) return true;
  if (word.xpos === "VBN" && helped.some((part) => part.relation === "aux" && part.lemma === "be"))
    return true;
  const perfect = helped.some((part) => part.relation === "aux" && part.lemma === "have");
  if (perfect || helped.some((part) => part.relation === "obj")) return false;
  if (helped.some((part) => part.relation === "nsubj:pass")) return true;
  const bare = /^(acl|amod|advcl)$/.test(word.relation) && word.xpos === "VBN";
  const head = words[word.head];
  if (word.relation === "conj" && head?.upos === "VERB" && word.xpos === "VBN" && head.xpos === "VBD")
    return false;
  return bare || (feature(word, "Voice") === "Pass" && !childBy(words, index, "nsubj"));
};

/**
 * The word that does what the verb says: its subject, the agent of a passive, or the subject that the verb shares
 * with the clause it hangs on. Undefined where the text names none.
 */
export const doerOf = (words: Words, index: number): number | undefined =>
  isPassive(words, index) ? agentOf(words, index) : subjectOf(words, index);

/** The word to which the verb is done: its object, or the subject of a passive. */
export const objectOf = (words: Words, index: number): number | undefined => {
  const passive = isPassive(words, index);
  const own = words[index]!.children.find(
    (child) => words[child]!.relation === (passive ? "nsubj:pass" : "obj"),
  );
  if (own !== undefined) return antecedent(words, own, index);
  if (!passive) return shifted(words, index) ?? pastParticle(words, index);
  return subjectOf(words, index);
};

/** "received at his office the Greek minister": of two subjects around a verb the one behind it is its object. */
const shifted = (words: Words, index: number): number | undefined => {
  const subjects = words[index]!.children.filter((child) => words[child]!.relation === "nsubj");
  const last = subjects.at(-1);
  return subjects.length > 1 && subjects[0]! < index && last! > index ? last : undefined;
};

/** The `by` phrase of a passive. */
export const agentOf = (words: Words, index: number): number | undefined =>
  words[index]!.children.find(
    (child) =>
      baseRelation(words[child]!) === "obl" && markerOf(words, child) === "by" && !isTime(words[child]!),
  );

const isTime = (word: Word): boolean => word.relation === "obl:tmod" || word.upos === "NUM";

/** The grammatical subject, own or understood, active or passive; a relative pronoun gives its antecedent. */
export const subjectOf = (words: Words, index: number): number | undefined => {
  let at = index;
  for (let step = 0; step < 6; step += 1) {
    const word = words[at]!;
    const own = word.children.find((child) => /^nsubj(:pass|:outer)?$/.test(words[child]!.relation));
    if (own !== undefined) return antecedent(words, own, at);
    const head = words[word.head];
    if (!head) return undefined;
    const relation = baseRelation(word);
    if (relation === "advcl" && isBesideNoun(words, at)) return at - 1;
    if (relation === "acl") {
      const owner = word.relation === "acl" && isInfinitive(words, at) ? ownerOf(words, head) : undefined;
      return owner ?? (word.relation === "acl:relcl" ? undefined : head.index);
    }
    if (relation === "xcomp" || isCharge(words, at)) {
      const object = head.children.find((child) => /^(obj|iobj|nsubj:pass)$/.test(words[child]!.relation));
      if (object !== undefined && head.upos === "VERB") return object;
    } else if (!/^(?:conj|advcl|parataxis|aux)$/.test(relation) && !isGerund(words, at)) return undefined;
    at = head.index;
  }
  return undefined;
};

const resolves =
  /^(agreement|attempt|bid|chance|commitment|decision|desire|duty|effort|honou?r|hope|intention|mandate|need|occasion|offer|opportunity|plan|pleasure|pledge|privilege|promise|readiness|refusal|right|vow|willingness|wish)$/;

/** "denied having met", "recalled meeting": done by whoever says so. */
const isGerund = (words: Words, index: number): boolean =>
  words[index]!.relation === "ccomp" &&
  [index, ...words[index]!.children].some(
    (at) => words[at]!.xpos === "VBG" && (at === index || words[at]!.relation === "aux"),
  );

/** "had the opportunity to talk", "announced plans to visit", "his decision to meet": who has what the noun says. */
const ownerOf = (words: Words, noun: Word): number | undefined => {
  // "has accepted an invitation to visit": whoever accepts it goes.
  const takes =
    noun.lemma === "invitation" && /^(accept|receive|decline)$/.test(words[noun.head]?.lemma ?? "");
  if (!takes && !resolves.test(noun.lemma.toLowerCase())) return undefined;
  const own = noun.children.find((child) => words[child]!.relation === "nmod:poss");
  if (own !== undefined) return own;
  const verb = noun.relation === "obj" ? words[noun.head] : undefined;
  return verb?.children.find((child) => words[child]!.relation === "nsubj");
};

/** "after a strike killed him": a verb with tense and no subject in the tree has the noun right before it. */
const isBesideNoun = (words: Words, index: number): boolean => {
  const before = words[index - 1];
  return (
    /^VB[DZP]$/.test(words[index]!.xpos) &&
    before?.sentence === words[index]!.sentence &&
    /^(NOUN|PROPN)$/.test(before.upos)
  );
};

/** "accused him of lying", "expelled them for spying": what is done by the one whom the verb is about. */
const isCharge = (words: Words, index: number): boolean =>
  /^(advcl|acl)$/.test(words[index]!.relation) &&
  words[index]!.xpos === "VBG" &&
  /^(of|for|from|against|into)$/.test(markerOf(words, index));

/** What a relative pronoun stands for: "Lavrov, with whom Rubio spoke"; any other word stands for itself. */
export const standsFor = (words: Words, index: number): number =>
  words[index]!.head < 0 ? index : antecedent(words, index, words[index]!.head);

const antecedent = (words: Words, subject: number, verb: number): number => {
  const word = words[subject]!;
  const relative = feature(word, "PronType") === "Rel" || /^(whom?|which|that)$/i.test(word.text);
  if (!relative || word.upos === "DET") return subject;
  for (let at = verb, step = 0; step < 4; step += 1) {
    const clause = words[at]!;
    if (baseRelation(clause) === "acl") return clause.head;
    if (clause.relation !== "conj" || clause.head < 0) return subject;
    at = clause.head;
  }
  return subject;
};
