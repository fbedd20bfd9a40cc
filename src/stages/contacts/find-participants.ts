// A sighting's trigger in its tree -> the actors named there as its participants, with the roles the words give them.
import {
  agentOf,
  doerOf,
  isInfinitive,
  isPassive,
  lemmaOf,
  markerOf,
  objectOf,
  subjectOf,
} from "../../clause/arguments.ts";
import {
  actorsAfter,
  actorsAfterMarker,
  actorsBefore,
  actorsListedAfter,
  actorsRightAfter,
  actorsRightBefore,
} from "../../clause/nearby.ts";
import type { Parties } from "../../clause/parties.ts";
import type { ContactsLanguage, ContactWord } from "../../language/contacts.ts";
import type { Role } from "../../model/contact.ts";
import type { Word } from "../../model/token.ts";
import { baseRelation } from "../../model/tree.ts";
import { adpositionBefore } from "./find-trigger.ts";

/** Someone named beside a sighting. */
export type Seen = { readonly actor: number; readonly role?: Role };

type Words = readonly Word[];

const together = /^(along|together|alongside|accompanied|joined|as_well)/;

/** Participants of a verb: who does it, and whom its object or preposition names. */
export const verbParties = (
  words: Words,
  index: number,
  row: ContactWord,
  parties: Parties,
  language: ContactsLanguage,
): Seen[] => {
  const doer = doerOf(words, index);
  const passive = row.with.includes("obj") && isPassive(words, index);
  const named = doer === undefined ? [] : people(words, doer, parties, language);
  const before = passive ? [] : actorsRightBefore(words, index, parties);
  const far = before.length > 0 && !named.some((one) => before.includes(one)) && isFar(words, doer, index);
  const subject = far
    ? [...before]
    : named.length > 1 || before.length === 0
      ? named
      : [...new Set([...named, ...before])];
  const beside = besides(words, index, doer, parties, language);
  const found = row.with.flatMap((place) => {
    if (place === "obj") {
      const object = objectOf(words, index);
      return object === undefined ? [] : people(words, object, parties, language);
    }
    return phrases(words, index, place).flatMap((child) => people(words, child, parties, language));
  });
  const next = row.with.includes("obj") && found.length === 0 && !passive;
  const right = next ? actorsRightAfter(words, index, parties) : found;
  const other = [...(right.length > 0 ? right : actorsAfterMarker(words, index, row.with, parties))];
  if (next && other.length === 0) other.push(...groupAfter(words, index, parties, language));
  const acting = passive && agentOf(words, index) === undefined ? [] : subject;
  if (other.length === 0 && row.subject === "host" && !passive)
    other.push(...actorsAfter(words, index, parties, subject).filter(parties.isPerson));
  const journey = row.channel === "visit";
  const together = acting.length > 1 && isMarked(words, index, language);
  if (other.length === 0 && !journey && !together && (row.kind === "weak" || meetsOthers(words, index, row)))
    return [];
  return distinct(
    [...role(acting, row.subject), ...role(beside, row.subject), ...role(other, row.other)],
    initiatorOf(words, index, parties),
  );
};

/** "welcomed a delegation from the Syrian opposition": whose people they are stands behind a preposition. */
const groupAfter = (
  words: Words,
  index: number,
  parties: Parties,
  language: ContactsLanguage,
): readonly number[] => {
  let at = index + 1;
  const isPart = (one: Word | undefined) =>
    one?.sentence === words[index]!.sentence && /^(DET|ADJ|NUM|NOUN)$/.test(one.upos);
  while (isPart(words[at]) && !language.people.has(words[at]!.lemma.toLowerCase())) at += 1;
  const link = words[at + 1];
  if (!isPart(words[at]) || link?.sentence !== words[index]!.sentence || !/^(from|of)$/i.test(link.text))
    return [];
  return actorsRightAfter(words, at + 1, parties);
};

/** "Biden called Erdogan, and Blinken and Fidan spoke": another verb stands between the verb and its doer. */
const isFar = (words: Words, doer: number | undefined, index: number): boolean =>
  doer !== undefined &&
  words
    .slice(Math.min(doer, index), index)
    .some(({ upos, xpos }) => upos === "VERB" && /^VB[DZPN]$/.test(xpos));

/** Participants of a noun: its own phrases first, then those of the verb that carries it. */
export const nounParties = (
  words: Words,
  index: number,
  clause: number,
  row: ContactWord,
  parties: Parties,
  language: ContactsLanguage,
): Seen[] => {
  const noun = words[index]!;
  const found: Seen[] = [];
  for (const child of noun.children) {
    const part = words[child]!;
    const marker = markerOf(words, child);
    if (part.relation === "nmod:poss")
      found.push(...role(people(words, child, parties, language), row.subject));
    else if (/^(compound|amod)$/.test(part.relation))
      found.push(...role(named(words, child, parties), undefined));
    else if (part.relation === "acl" && part.xpos === "VBN" && language.light.has(part.lemma.toLowerCase()))
      found.push(...givenBy(words, child, row, parties, language));
    else if (baseRelation(part) === "nmod" || baseRelation(part) === "obl") {
      if (marker === "from") found.push(...role(people(words, child, parties, language), "initiator"));
      else if (marker === "by") found.push(...role(people(words, child, parties, language), row.subject));
      else if (marker === "between" || marker === "of" || marker === "among")
        found.push(
          ...role(people(words, child, parties, language), marker === "of" ? row.subject : undefined),
        );
      else if (row.with.includes(marker))
        found.push(...role(people(words, child, parties, language), row.other));
    }
  }
  if (noun.children.some((child) => words[child]!.relation === "cop")) {
    const subject = subjectOf(words, index);
    // "is on a visit to China", but not "It was their first meeting".
    if (subject !== undefined && adpositionBefore(words, index) === "on")
      found.push(...role(people(words, subject, parties, language), row.subject));
  }
  if (words[clause]!.lemma.toLowerCase() === "pay")
    found.push(...role(actorsAfterMarker(words, index, ["on", "to"], parties), "host"));
  if (/ing$/i.test(noun.text)) {
    const met = actorsRightAfter(words, index, parties);
    found.push(...role(met, row.other));
    const before = actorsBefore(words, index, parties, met, parties.isPerson);
    if (met.length > 0) found.push(...role(before, row.subject));
  }
  if (!found.some(({ role }) => role === row.other))
    found.push(...role(actorsAfterMarker(words, index, row.with, parties), row.other));
  return distinct(
    [...found, ...carried(words, index, clause, row, parties, language, found)],
    initiatorOf(words, clause, parties),
  );
};

/** "a dinner given by Aliyev", "meetings held between the leaders": what the participle beside the noun names. */
const givenBy = (
  words: Words,
  verb: number,
  row: ContactWord,
  parties: Parties,
  language: ContactsLanguage,
): Seen[] => {
  const agent = agentOf(words, verb);
  const host = row.channel === "meeting" ? "host" : row.subject;
  return [
    ...(agent === undefined ? [] : role(people(words, agent, parties, language), host)),
    ...["between", "with"].flatMap((place) =>
      phrases(words, verb, place).flatMap((child) =>
        role(people(words, child, parties, language), undefined),
      ),
    ),
  ];
};

/** What the clause adds: "A held talks with B", "in a call with B, A said", "A told B in a call". */
const carried = (
  words: Words,
  index: number,
  clause: number,
  row: ContactWord,
  parties: Parties,
  language: ContactsLanguage,
  own: readonly Seen[],
): Seen[] => {
  const verb = words[clause]!;
  if (clause === index || verb.upos !== "VERB") return [];
  const top = topOf(words, index, clause);
  const right = clause < index && index - clause <= 6 && words[top]!.head !== clause;
  const relation = right ? "obj" : baseRelation(words[top]!);
  const doer = doerOf(words, clause);
  const named = doer === undefined || doer === top ? [] : people(words, doer, parties, language);
  const before = isPassive(words, clause) ? [] : actorsRightBefore(words, clause, parties);
  const subject = named.length > 1 ? named : [...new Set([...named, ...before])];
  const light = language.light.has(verb.lemma.toLowerCase()) || language.light.has(lemmaOf(words, clause));
  if (top !== index && !parts.test(words[top]!.lemma)) return [];
  if (light && /^(obj|nsubj)$/.test(relation)) {
    const receives = /^(receive|get|take)$/.test(verb.lemma.toLowerCase());
    const more = [
      "with",
      "between",
      ...(row.with.includes("to") ? ["to"] : []),
      ...(receives ? ["from"] : []),
    ].flatMap((place) =>
      phrases(words, clause, place).flatMap((child) =>
        role(people(words, child, parties, language), place === "from" ? "initiator" : row.other),
      ),
    );
    const acting = relation === "obj" || words[top]!.relation === "nsubj:pass" ? subject : [];
    return [
      ...role(
        [...acting, ...besides(words, clause, doer, parties, language)],
        receives || own.some((one) => one.role === row.subject && row.subject) ? undefined : row.subject,
      ),
      ...more,
    ];
  }
  if (relation === "nsubj")
    return phrases(words, clause, "between").flatMap((child) =>
      role(people(words, child, parties, language), undefined),
    );
  if (relation !== "obl" || own.length > 1) return [];
  const marker = markerOf(words, top);
  if (
    !/^(in|during|on|at|over|through|via|by|following|after)$/.test(marker) ||
    (own.length === 0 && /^(following|after|at)$/.test(marker) && subject.length < 2)
  )
    return [];
  const object = objectOf(words, clause);
  const spokenTo = verb.children.find((child) => words[child]!.relation === "iobj") ?? object;
  const held = spokenTo === undefined ? [] : parties.at(spokenTo);
  const beside = phrases(words, clause, "with").flatMap((child) => people(words, child, parties, language));
  const told = own.length > 0 ? [] : held.length > 0 ? held : actorsRightAfter(words, clause, parties);
  const all = [...new Set([...subject, ...told, ...(own.length > 0 ? [] : beside)])];
  return all.length > 1 || !isInfinitive(words, clause)
    ? role(all, undefined)
    : urged(words, clause, parties, language);
};

/** "urged Netanyahu to let calm heads prevail in a call": the verb above an infinitive has both. */
const urged = (words: Words, clause: number, parties: Parties, language: ContactsLanguage): Seen[] => {
  let at = clause;
  for (let step = 0; step < 3; step += 1) {
    const relation = baseRelation(words[at]!);
    if (!/^(xcomp|ccomp|advcl)$/.test(relation) || words[at]!.head < 0) return [];
    at = words[at]!.head;
    const named = [doerOf(words, at), objectOf(words, at)].flatMap((one) =>
      one === undefined ? [] : people(words, one, parties, language),
    );
    if (new Set(named).size > 1) return role(named, undefined);
  }
  return [];
};

/** What talks are counted in: "two days of talks", but not "the outcome of the talks". */
const parts =
  /^(hour|minute|day|week|month|year|round|series|course|end|start|beginning|part|session|set|string|couple|pair|kind|sort)$/i;

/** "two days of talks": the word of the noun's phrase that hangs on the clause's verb. */
const topOf = (words: Words, index: number, clause: number): number => {
  let at = index;
  for (let step = 0; step < 4 && words[at]!.head !== clause && words[at]!.head >= 0; step += 1)
    at = words[at]!.head;
  return words[at]!.head === clause ? at : index;
};

/** Words of the clause's phrases with that preposition. */
const phrases = (words: Words, index: number, place: string): number[] =>
  words[index]!.children.filter(
    (child) =>
      /^(obl|nmod)$/.test(baseRelation(words[child]!)) && markerOf(words, child).split("_").includes(place),
  );

const besides = (
  words: Words,
  index: number,
  doer: number | undefined,
  parties: Parties,
  language: ContactsLanguage,
): number[] =>
  [...words[index]!.children, ...(words[doer ?? -1]?.children ?? [])]
    .filter((child) => together.test(markerOf(words, child)))
    .flatMap((child) => people(words, child, parties, language));

/** The actors a phrase names as people: by its own head, or by the modifiers of "officials", "leaders" and the like. */
const people = (words: Words, index: number, parties: Parties, language: ContactsLanguage): number[] => {
  const list = [index, ...ownList(words, index, parties)];
  return list.flatMap((at) => {
    const fellows = fellowsOf(words, at, parties);
    if (fellows.length > 0) return fellows;
    const owns =
      words[at]!.relation !== "nmod:poss" && /^['’]s?$/.test(words[parties.lastOf(at) + 1]?.text ?? "");
    const named = owns ? actorsRightAfter(words, parties.lastOf(at) + 1, parties) : parties.at(at);
    if (named.length > 0) return [...named, ...actorsListedAfter(words, at, parties)];
    return language.people.has(words[at]!.lemma.toLowerCase()) ? parties.of(at) : [];
  });
};

/** "their Polish and Finnish colleagues": of those states, whoever they are colleagues of. */
const fellowsOf = (words: Words, at: number, parties: Parties): number[] =>
  /^(colleague|counterpart)$/i.test(words[at]!.lemma) && parties.at(at).length === 0
    ? words[at]!.children.filter((child) => /^(amod|compound)$/.test(words[child]!.relation))
        .flatMap((child) => [child, ...listed(words, child, 0)])
        .flatMap((child) => parties.at(child))
    : [];

/** "discussed it by telephone": words beside the verb name its channel. */
const isMarked = (words: Words, index: number, { markers }: ContactsLanguage): boolean =>
  words[index]!.children.some((child) => markers.has(words[child]!.lemma.toLowerCase()));

/** "spoke to reporters", "met her students": the other side is named, and none that counts. */
const meetsOthers = (words: Words, index: number, row: ContactWord): boolean => {
  const object = row.with.includes("obj") ? objectOf(words, index) : undefined;
  const named = [
    ...row.with.flatMap((place) => (place === "obj" ? [] : phrases(words, index, place))),
    object,
  ];
  return named.some(
    (at) =>
      at !== undefined &&
      /^(NOUN|PROPN)$/.test(words[at]!.upos) &&
      !/^(other|day|time|phone|telephone)$/i.test(words[at]!.lemma),
  );
};

/**
 * Those listed with a word, without the subject of a next clause: "telephoned Erdogan on Sunday, and Blinken and Fidan
 * had spoken". Where no verb stands before them, the one that follows is their own.
 */
const ownList = (words: Words, index: number, parties: Parties): number[] => {
  const all = listed(words, index, 0).sort((a, b) => a - b);
  const after = words[parties.lastOf(all.at(-1) ?? index) + 1];
  if (all.length === 0 || after?.sentence !== words[index]!.sentence || !/^(AUX|VERB)$/.test(after.upos))
    return all;
  let verb = index - 1;
  while (verb > index - 40 && words[verb]?.sentence === after.sentence && words[verb]!.upos !== "VERB")
    verb -= 1;
  if (words[verb]?.sentence !== after.sentence) return all;
  return all.filter((at) => !words.slice(index, at).some(({ text }) => text === ","));
};

const listed = (words: Words, index: number, depth: number): number[] =>
  depth > 8
    ? []
    : words[index]!.children.flatMap((child) =>
        words[child]!.relation === "conj" ? [child, ...listed(words, child, depth + 1)] : [],
      );

/** "U.S.-Russia talks", "the Rubio-Lavrov call": names among the modifiers, with what hangs on them. */
const named = (words: Words, index: number, parties: Parties): number[] =>
  namedAt(words, index, parties).filter((one) => parties.isPerson(one) || parties.isKnown(one));

const namedAt = (words: Words, index: number, parties: Parties): number[] => [
  ...parties.at(index),
  ...words[index]!.children.flatMap((child) =>
    /^(compound|conj|amod|flat|nmod)$/.test(baseRelation(words[child]!)) ? parties.at(child) : [],
  ),
];

/** "at Lavrov's request", "at the initiative of Moscow". */
const initiatorOf = (words: Words, clause: number, parties: Parties): readonly number[] => {
  for (const child of words[clause]!.children) {
    const word = words[child]!;
    if (
      !/^(obl|nmod)$/.test(baseRelation(word)) ||
      !/^(request|initiative|behest|instigation)$/.test(word.lemma.toLowerCase())
    )
      continue;
    const owner = word.children.find(
      (part) => words[part]!.relation === "nmod:poss" || markerOf(words, part) === "of",
    );
    if (owner !== undefined) return parties.of(owner);
  }
  return [];
};

const role = (actors: readonly number[], given: Role | undefined): Seen[] =>
  actors.map((actor) => ({ actor, ...(given && { role: given }) }));

/** One entry an actor; the first role that is given stays, an initiator named by a request comes before all. */
const distinct = (seen: readonly Seen[], initiators: readonly number[]): Seen[] => {
  const found = new Map<number, Seen>();
  for (const one of seen) {
    const held = found.get(one.actor);
    if (!held || (held.role === undefined && one.role !== undefined)) found.set(one.actor, one);
  }
  for (const actor of initiators) if (found.has(actor)) found.set(actor, { actor, role: "initiator" });
  return [...found.values()];
};
