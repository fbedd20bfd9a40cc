// A trigger whose tree names one side or none -> those that stand around it on its line.

import { isPassive, lemmaOf, markerOf, subjectOf } from "../../../clause/arguments.ts";
import { actorsActing, actorsAnswering } from "../../../clause/around.ts";
import type { Parties } from "../../../clause/parties.ts";
import type { ContactsLanguage, ContactWord } from "../../../language/contacts.ts";
import type { Role } from "../../../model/contact.ts";
import type { Word } from "../../../model/token.ts";
import { baseRelation } from "../../../model/tree.ts";
import { adpositionBefore } from "../triggers/find-trigger.ts";
import type { Seen } from "./find-participants.ts";

type Words = readonly Word[];

/** How many sides the participants stand for. */
export const countSides = (seen: readonly Seen[], parties: Parties): number =>
  new Set(seen.map(({ actor }) => parties.sideOf(actor))).size;

/** The participants, with those that word order gives where the tree gives less than two sides. */
export const widen = (
  words: Words,
  index: number,
  clause: number,
  row: ContactWord,
  parties: Parties,
  language: ContactsLanguage,
  seen: readonly Seen[],
): readonly Seen[] => {
  const known = countSides(seen, parties) > 1 && !isOneHalf(words, index, row, parties, seen);
  if (known || isOfSomeone(words, words[index]!)) return seen;
  const found = row.verb
    ? aroundVerb(words, index, row, parties)
    : aroundNoun(words, index, clause, row, parties, language, seen.length);
  const more = found.filter(({ actor }) => !seen.some((one) => one.actor === actor));
  const wide = [...seen, ...more];
  return countSides(wide, parties) > 1 || (!row.verb && seen.length === 0) ? wide : seen;
};

/** "has been in contact with Witkoff, Bin Abdulrahman and Fidan": all of them are the other side, and nobody acts yet. */
const isOneHalf = (
  words: Words,
  index: number,
  row: ContactWord,
  parties: Parties,
  seen: readonly Seen[],
): boolean => {
  const answering = actorsAnswering(words, index, row.verb ? row.with : [...row.with, "with"], parties);
  return answering.length > 1 && seen.every(({ actor }) => answering.includes(actor));
};

/** "the first visit by a Chinese minister since 2019": no other minister than the one told of. */
export const isOfSomeone = (words: Words, noun: Word): boolean =>
  noun.children.some(
    (child) =>
      markerOf(words, child) === "by" &&
      words[child]!.children.some((part) => /^an?$/i.test(words[part]!.text)),
  ) &&
  noun.children.some((part) =>
    /^(first|second|third|last|latest|only|rare|such|highest|most|first-ever)$/i.test(words[part]!.text),
  );

const aroundVerb = (words: Words, index: number, row: ContactWord, parties: Parties): Seen[] => {
  const passive =
    row.with.includes("obj") && (isBeen(words, index) || (isPassive(words, index) && hasAgent(words, index)));
  const acting = actorsActing(words, index, parties);
  if (passive)
    return [
      ...role(actorsAnswering(words, index, ["by"], parties), row.subject),
      ...role(acting, row.other),
      ...role(actorsAnswering(words, index, withoutObject(row), parties), row.subject),
    ];
  return [...role(acting, row.subject), ...role(actorsAnswering(words, index, row.with, parties), row.other)];
};

/** "received by Macron": a participle without `be` is a passive only where someone does it. */
const hasAgent = (words: Words, index: number): boolean =>
  words
    .slice(index + 1, index + 12)
    .some(({ text, sentence }) => sentence === words[index]!.sentence && text.toLowerCase() === "by");

const withoutObject = ({ with: markers }: ContactWord): string[] => markers.filter((one) => one !== "obj");

/** A passive that the tree takes for something else, or something else ("met X and later hosted Y") taken for one. */
export const isMistakenVoice = (words: Words, index: number): boolean =>
  isPassive(words, index)
    ? !isBeen(words, index) && !hasAgent(words, index) && !/^(acl|amod)/.test(words[index]!.relation)
    : isBeen(words, index);

/** "was on Thursday received": a form of `be` before a participle, whatever stands between. */
const isBeen = (words: Words, index: number): boolean => {
  if (!/(ed|en|et|t)$/.test(words[index]!.text) || words[index]!.xpos === "VB") return false;
  for (let at = index - 1; at >= index - 5 && words[at]?.sentence === words[index]!.sentence; at -= 1) {
    if (/^(was|were|be|been|being|is|are)$/i.test(words[at]!.text)) return true;
    if (words[at]!.upos === "VERB" || /^(?:,|have|has|had)$/i.test(words[at]!.text)) return false;
  }
  return false;
};

const aroundNoun = (
  words: Words,
  index: number,
  clause: number,
  row: ContactWord,
  parties: Parties,
  { light, nouns }: ContactsLanguage,
  known: number,
): Seen[] => {
  const others = [...row.with, "with", "between", "among"];
  const told = [
    ...role(actorsAnswering(words, index, others, parties), row.other),
    ...role(actorsAnswering(words, index, ["by"], parties), row.subject),
  ];
  const held = heldBy(words, index, parties, light);
  if (held.length > 0) return [...held, ...told];
  const verb = words[clause]!;
  if (row.words.some((word) => word.includes("_")) && told.length > 0)
    return [...role(actorsActing(words, index, parties), row.subject), ...told];
  if (clause === index || verb.sentence !== words[index]!.sentence) return told;
  const first = firstOfList(words, index);
  const inside = /^(in|during|at|after|following)$/.test(adpositionBefore(words, first));
  if (clause > index && /^nsubj/.test(words[index]!.relation) && !inside)
    return [...told, ...role(actorsAnswering(words, clause, others, parties), row.other)];
  const carried = light.has(verb.lemma.toLowerCase()) || light.has(lemmaOf(words, clause));
  if (isPassive(words, clause) && !isAwaited(verb)) return told;
  const subject = subjectOf(words, clause);
  const isOfCall =
    subject !== undefined &&
    subject !== index &&
    words[subject]!.upos === "NOUN" &&
    nouns.has(words[subject]!.lemma.toLowerCase());
  const acting = isOfCall ? [] : actorsActing(words, clause, parties);
  // "broke the news to Lula in a call"
  if (
    /^(in|during)$/.test(adpositionBefore(words, index)) &&
    told.length === 0 &&
    row.channel !== "visit" &&
    clause < index
  )
    told.push(...role(actorsAnswering(words, clause, ["to"], parties).filter(parties.isPerson), undefined));
  const seen =
    told.length > 0 ||
    (row.channel === "visit" && /^(to|in)$/i.test(words[index + 1]?.text ?? "")) ||
    new Set(acting.map(parties.sideOf)).size > 1;
  if (!(carried ? clause < index : seen && (inside || isCircumstance(words, first, clause)))) return told;
  const receives = /^(receive|get|take)$/.test(verb.lemma.toLowerCase());
  if (bears(verb) && told.length + known > 0 && row.with.includes("from")) return told;
  return [...role(acting, receives && row.subject === "initiator" ? undefined : row.subject), ...told];
};

/** "After a call with Trump and talks with Macron": the noun whose preposition the listed one shares. */
const firstOfList = (words: Words, index: number): number => {
  const { relation, head } = words[index]!;
  return relation === "conj" && words[head]?.upos === "NOUN" ? head : index;
};

/** "is expected in Damascus for talks": who is awaited takes part, whatever the voice of the verb. */
const isAwaited = ({ lemma }: Word): boolean => /^(expect|schedule|slate|set)$/.test(lemma.toLowerCase());

/** "carried a letter from Kim": whoever carries it has no part in it. */
export const bears = ({ lemma }: Word): boolean =>
  /^(carry|bring|deliver|hand|convey|bear|pass|transmit)$/.test(lemma.toLowerCase());

/** "the talks which he held with Biden": the verb that carries the noun follows it. */
const heldBy = (words: Words, index: number, parties: Parties, light: ReadonlySet<string>): Seen[] => {
  const next = words[index + 1];
  if (!next || next.sentence !== words[index]!.sentence) return [];
  const verb = words[index]!.children.find(
    (child) =>
      child > index &&
      words[child]!.relation.startsWith("acl:relcl") &&
      light.has(words[child]!.lemma.toLowerCase()),
  );
  if (verb === undefined) return [];
  return role(
    [...actorsActing(words, verb, parties), ...actorsAnswering(words, verb, ["with"], parties)],
    undefined,
  );
};

/** "In a meeting with Abe, Rouhani said", "flew to Kyiv for talks with Shmyhal". */
const isCircumstance = (words: Words, index: number, clause: number): boolean => {
  let at = index;
  for (let step = 0; step < 4 && words[at]!.head !== clause && words[at]!.head >= 0; step += 1)
    at = words[at]!.head;
  return (
    /^(obl|nmod|advcl|acl)$/.test(baseRelation(words[at]!)) &&
    /^(in|during|at|after|following|for|on|over|through|via|by|before|ahead_of)$/.test(markerOf(words, index))
  );
};

const role = (actors: readonly number[], given: Role | undefined): Seen[] =>
  actors.map((actor) => ({ actor, ...(given && { role: given }) }));
