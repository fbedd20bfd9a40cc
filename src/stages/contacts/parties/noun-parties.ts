// A noun that tells of a contact -> those who take part by the tree: of its own phrases, and of the verb that carries it.
import { doerOf, isPassive, lemmaOf, markerOf, objectOf, subjectOf } from "../../../clause/arguments.ts";
import {
  actorsAfterMarker,
  actorsBefore,
  actorsRightAfter,
  actorsRightBefore,
} from "../../../clause/nearby.ts";
import type { Parties } from "../../../clause/parties.ts";
import { isTalkOf } from "../../../clause/place.ts";
import type { ContactsLanguage, ContactWord } from "../../../language/contacts.ts";
import type { Role } from "../../../model/contact.ts";
import type { Word } from "../../../model/token.ts";
import { baseRelation } from "../../../model/tree.ts";
import { isPaid } from "../triggers/name-channel.ts";
import { besides, distinct, initiatorOf, people, phrases, role, type Seen } from "./find-participants.ts";
import { clauseParties, peopleIn } from "./noun-clauses.ts";
import { bears, isOfSomeone } from "./widen-participants.ts";

type Words = readonly Word[];

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
      found.push(...role(people(words, child, parties, language), row.subject ?? ringing(words, index, row)));
    else if (/^(compound|amod)$/.test(part.relation))
      found.push(...role([...hyphened(words, child, parties), ...named(words, child, parties)], undefined));
    else if (baseRelation(part) === "acl")
      found.push(...clauseParties(words, child, index, row, parties, language));
    else if (baseRelation(part) === "nmod" || baseRelation(part) === "obl") {
      const sender = isPaid(words, noun, clause) ? "guest" : "initiator";
      if (marker === "from") found.push(...role(people(words, child, parties, language), sender));
      else if (marker === "by" && isOfSomeone(words, noun)) continue;
      else if (marker === "by")
        found.push(
          ...role(people(words, child, parties, language), row.with.includes("by") ? row.other : row.subject),
        );
      else if (marker === "between" || marker === "of" || marker === "among")
        found.push(
          ...role(people(words, child, parties, language), marker === "of" ? row.subject : undefined),
        );
      else if (row.with.includes(marker))
        found.push(...role(people(words, child, parties, language), row.other));
    }
  }
  // "Orban in surprise visit to Moscow": a headline's leaves the verb out.
  if (noun.relation === "root" || noun.children.some((child) => words[child]!.relation === "cop")) {
    const subject = subjectOf(words, index);
    // "is on a visit to China", "has been in contact with", but not "It was their first meeting".
    if (subject !== undefined && /^(on|in)$/.test(markerOf(words, index)))
      found.push(...role(whoIs(words, subject, parties, language), row.subject));
  }
  found.push(...role(cameFor(words, noun, parties), row.subject));
  if (row.channel === "visit") found.push(...role(wherePerson(words, index, parties), row.subject));
  if (words[clause]!.lemma.toLowerCase() === "pay")
    found.push(...role(actorsAfterMarker(words, index, ["on", "to"], parties), "host"));
  if (/ing$/i.test(noun.text)) {
    const met = actorsRightAfter(words, index, parties);
    found.push(...role(met, row.other));
    const before = actorsBefore(words, index, parties, met, parties.isPerson);
    if (met.length > 0) found.push(...role(before, row.subject));
  }
  found.push(...role(guestOf(words, index, clause, parties, language), row.other ?? row.subject));
  if (!found.some(({ role }) => role === row.other))
    found.push(...role(actorsAfterMarker(words, index, row.with, parties), row.other));
  const all = distinct(
    [...found, ...carried(words, index, clause, row, parties, language, distinct(found, []))],
    initiatorOf(words, clause, parties),
  );
  return withoutMatter(words, noun, all, parties);
};

/** "he and Putin agreed to hold Ukraine talks": the one state before the noun, where two sides talk, is what they talk about. */
const withoutMatter = (words: Words, { children }: Word, seen: Seen[], parties: Parties): Seen[] => {
  const compounds = children.filter((child) => words[child]!.relation === "compound");
  const [only, more] = compounds.flatMap((child) => parties.at(child));
  if (only === undefined || more !== undefined || parties.kindOf(only) !== "state") return seen;
  const rest = seen.filter(({ actor }) => actor !== only);
  return new Set(rest.map(({ actor }) => parties.sideOf(actor))).size > 1 ? rest : seen;
};

/** "had the former president over for lunch", "had the envoy on the carpet": whom somebody has for it. */
const guestOf = (
  words: Words,
  index: number,
  clause: number,
  parties: Parties,
  language: ContactsLanguage,
): readonly number[] => {
  const object = objectOf(words, clause);
  if (!/^(have|take|join|treat)$/.test(words[clause]!.lemma) || object === undefined) return [];
  if (object <= clause || object >= index || !/^(for|to|on)$/.test(markerOf(words, index))) return [];
  return people(words, object, parties, language).filter(parties.isPerson);
};

/** "Habeck, who was in Beijing for talks with": who is at a place for them. */
const cameFor = (words: Words, noun: Word, parties: Parties): readonly number[] => {
  const place = words[noun.head];
  // "Japan's Ishiba in India for summit with Modi"
  const isAt = /^(in|on)$/.test(markerOf(words, noun.index)) && /^(visit|trip)$/.test(noun.lemma);
  if (place?.upos === "PROPN" && place.head < 0 && (isAt || markerOf(words, noun.index) === "for"))
    return parties.at(place.index).filter(parties.isPerson);
  if (!place || markerOf(words, noun.index) !== "for" || !/^(in|at)$/.test(markerOf(words, place.index)))
    return [];
  if (!place.children.some((child) => words[child]!.relation === "cop")) return [];
  const subject = subjectOf(words, place.index);
  if (subject === undefined) return [];
  const whom = /^W/.test(words[subject]!.xpos) ? place.head : subject;
  return whom < 0 ? [] : parties.at(whom).filter(parties.isPerson);
};

/** "a two-day stay in Ottawa, where he signed an accord": who did something there. */
const wherePerson = (words: Words, index: number, parties: Parties): readonly number[] => {
  for (let at = index + 1; at < index + 8 && words[at]?.sentence === words[index]!.sentence; at += 1) {
    if (/^(VERB|AUX)$/.test(words[at]!.upos)) return [];
    const opens =
      /^where$/i.test(words[at]!.text) || /^during which$/i.test(`${words[at]!.text} ${words[at + 1]?.text}`);
    if (!opens) continue;
    const started = parties.startingAt(/^where$/i.test(words[at]!.text) ? at + 1 : at + 2);
    return started?.actors.every(parties.isPerson) ? started.actors : [];
  }
  return [];
};

/** Whom a subject names; a relative pronoun that the tree hangs nowhere stands for whoever is named right before it. */
const whoIs = (
  words: Words,
  subject: number,
  parties: Parties,
  language: ContactsLanguage,
): readonly number[] => {
  if (words[subject]!.xpos !== "WP") return people(words, subject, parties, language);
  const before = words[subject - 1]?.text === "," ? subject - 2 : subject - 1;
  return parties.endingAt(before)?.actors ?? [];
};

/** "Trump-Zelenskyy meeting set for Friday": the first of the pair, where the tree parts them. */
const hyphened = (words: Words, index: number, parties: Parties): readonly number[] =>
  /^[-–]$/.test(words[index - 1]?.text ?? "") && words[index - 1]!.end === words[index]!.start
    ? (parties.endingAt(index - 2)?.actors ?? []).filter(parties.isPerson)
    : [];

/** "Trump's call to Putin": whoever calls to somebody rings him. */
const ringing = (words: Words, index: number, { channel }: ContactWord): Role | undefined =>
  channel === "call" && words[index]!.children.some((child) => markerOf(words, child) === "to")
    ? "initiator"
    : undefined;

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
  // "The call between A and B came two days after the summit": the call does, not they.
  const isOfCall = doer !== undefined && doer !== top && isContactNoun(words, doer, language);
  const before = isPassive(words, clause) || isOfCall ? [] : actorsRightBefore(words, clause, parties);
  const subject = named.length > 1 ? named : [...new Set([...named, ...before])];
  const light = language.light.has(verb.lemma.toLowerCase()) || language.light.has(lemmaOf(words, clause));
  if (top !== index && !parts.test(words[top]!.lemma)) return [];
  const met = relation === "nsubj" ? gathered(words, clause, parties, language) : [];
  if (met.length > 1) return role(met, undefined);
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
    if (
      isPassive(words, clause) &&
      /^(give|hand|send|deliver|pass|present)$/.test(verb.lemma) &&
      relation === "obj"
    ) {
      const taker = subjectOf(words, clause);
      if (taker !== undefined) more.push(...role(people(words, taker, parties, language), row.other));
    }
    const carries = bears(verb) && own.some((one) => one.role === "initiator");
    const given = verb.children.find((child) => words[child]!.relation === "iobj");
    if (given !== undefined && !receives)
      more.push(...role(people(words, given, parties, language), row.other));
    const acting = !carries && (relation === "obj" || words[top]!.relation === "nsubj:pass") ? subject : [];
    return [
      ...role(
        [...acting, ...besides(words, clause, doer, parties, language)],
        receives || own.some((one) => one.role === row.subject && row.subject)
          ? receives && own.some((one) => one.role === "guest")
            ? "host"
            : undefined
          : carrierRole(verb, subject, row),
      ),
      ...more,
    ];
  }
  // "The Kremlin confirmed the call with Trump": whose house tells of it takes part; a spokesman does not.
  const tells = /^(confirm|disclose|reveal|publicize)$/.test(verb.lemma.toLowerCase());
  if (tells && relation === "obj" && new Set(own.map(({ actor }) => parties.sideOf(actor))).size === 1)
    return role(
      subject.filter((one) => !parties.isPerson(one) && parties.isKnown(one)),
      undefined,
    );
  if (relation === "nsubj") return role(peopleIn(words, clause, ["between"], parties, language), undefined);
  if (relation !== "obl" || (own.length > 1 && verb.lemma !== "join")) return [];
  // "passed on a message from Pezeshkian to Netanyahu"
  if (bears(verb) && own.some((one) => one.role === "initiator")) return [];
  const marker = markerOf(words, top) || participleBefore(words, index);
  if (
    !(
      /^(in|during|on|at|over|through|via|by|following|after)$/.test(marker) ||
      (marker === "for" && verb.lemma === "join") ||
      // "goes into a session with", "made do with a conversation with": whoever does it is with those who are named.
      (own.length > 0 && /^(with|into|from|to)$/.test(marker)) ||
      (own.length > 0 && marker === "of" && /^(pull|back)$/.test(verb.lemma))
    ) ||
    (own.length === 0 && /^(following|after|at)$/.test(marker) && subject.length < 2)
  )
    return [];
  const object = objectOf(words, clause);
  const spokenTo = verb.children.find((child) => words[child]!.relation === "iobj") ?? object;
  const held =
    spokenTo === undefined || (spokenTo === object && isTalkOf(verb))
      ? []
      : parties.at(spokenTo).length > 0
        ? parties.of(spokenTo)
        : [];
  // "broke the news to Lula in a call", "heard from Fidan over the phone"
  const beside = ["with", "to", "from"].flatMap((place) =>
    phrases(words, clause, place).flatMap((child) =>
      people(words, child, parties, language).filter((one) => place === "with" || parties.isPerson(one)),
    ),
  );
  const following = isTalkOf(verb) ? [] : actorsRightAfter(words, clause, parties);
  const told = own.length > 0 ? [] : held.length > 0 ? held : following;
  // "During the visit, Lammy will meet Modi" tells of the meeting; the visit was told of before.
  if (row.channel === "visit" && own.length === 0) return [];
  // "accompanied Putin to talks with Erdogan": both are there.
  const company =
    object !== undefined && /^(accompany|escort)$/.test(verb.lemma)
      ? people(words, object, parties, language)
      : [];
  const all = [...new Set([...company, ...subject, ...told, ...(own.length > 0 ? [] : beside)])];
  // "In a letter to Modi, Yunus proposed talks": whoever says it in a letter wrote it.
  if (own.length > 0 && row.subject === "initiator" && /^(in|by|via)$/.test(marker))
    return role(all, own.some((one) => one.role === "initiator") ? undefined : "initiator");
  return all.length > 1 || own.length > 0 ? role(all, undefined) : urged(words, clause, parties, language);
};

/** A noun that tells of a contact of its own. */
export const isContactNoun = (words: Words, index: number, { nouns }: ContactsLanguage): boolean =>
  words[index]!.upos === "NOUN" && nouns.has(words[index]!.lemma.toLowerCase());

/** "hosted talks", "paid a courtesy call on"; of those who exchange letters nobody is first. */
const carrierRole = ({ lemma }: Word, subject: readonly number[], row: ContactWord): Role | undefined => {
  if (/^host$/i.test(lemma) && row.channel === "meeting") return "host";
  if (/^pay$/i.test(lemma) && row.channel === "call") return "guest";
  return subject.length > 1 && /^(exchange|swap|trade)$/i.test(lemma) ? undefined : row.subject;
};

/** "The talks brought together Lavrov and Fidan", "gathered envoys of both": whom talks have at them. */
const gathered = (words: Words, clause: number, parties: Parties, language: ContactsLanguage): number[] => {
  const object = objectOf(words, clause);
  const isTogether =
    /^(gather|unite|reunite|assemble)$/.test(words[clause]!.lemma) ||
    (words[clause]!.lemma === "bring" && /^together$/i.test(words[clause + 1]?.text ?? ""));
  return isTogether && object !== undefined ? people(words, object, parties, language) : [];
};

/** "said on Sunday following two hours with Tebboune": a participle that works as a preposition, whatever its tag. */
const participleBefore = (words: Words, index: number): string => {
  let at = index - 1;
  while (at > index - 8 && /^(NUM|DET|ADJ|NOUN|CCONJ|ADV)$/.test(words[at]?.upos ?? "")) at -= 1;
  return /^following$/i.test(words[at]?.text ?? "") ? "following" : "";
};

/** "urged Netanyahu to let calm heads prevail in a call": the verb above an infinitive has both. */
const urged = (words: Words, clause: number, parties: Parties, language: ContactsLanguage): Seen[] => {
  let at = clause;
  for (let step = 0; step < 3; step += 1) {
    const relation = baseRelation(words[at]!);
    if (!/^(xcomp|ccomp|advcl)$/.test(relation) || words[at]!.head < 0) return [];
    at = words[at]!.head;
    const told = words[at]!.children.find((child) => words[child]!.relation === "iobj");
    const named = [doerOf(words, at), told ?? objectOf(words, at)].flatMap((one) =>
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

/** "U.S.-Russia talks", "the Rubio-Lavrov call": names among the modifiers, with what hangs on them. */
const named = (words: Words, index: number, parties: Parties): number[] =>
  namedAt(words, index, parties).filter((one) => parties.isPerson(one) || parties.isKnown(one));

const namedAt = (words: Words, index: number, parties: Parties): number[] => [
  ...parties.at(index),
  ...words[index]!.children.flatMap((child) =>
    /^(compound|conj|amod|flat|nmod)$/.test(baseRelation(words[child]!)) ? parties.at(child) : [],
  ),
];
