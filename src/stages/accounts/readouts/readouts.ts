// A government's own text -> the contacts that it is a readout of, one after the other, and where each account ends.
import { markerOf } from "../../../clause/arguments.ts";
import type { BareContact } from "../../../model/contact.ts";
import type { Reading } from "../../../model/reading.ts";
import { isSide, opensReadout } from "../../../model/readout.ts";
import type { Span } from "../../../model/span.ts";
import { baseRelation } from "../../../model/tree.ts";
import { sentenceAt } from "../sentence-of.ts";

type Told = Pick<Reading, "document" | "words" | "sentences" | "actors" | "statements">;

/** A contact that a government's own text tells as having taken place: the one it opens with, or a later one. */
export const isReadout = (reading: Told, contact: BareContact, all: readonly BareContact[]): boolean =>
  !isFrame(reading, contact, all) &&
  ((opensReadout(reading, contact) && isFirst(reading, contact, all)) ||
    (reading.document.side !== undefined &&
      isNext(reading, contact) &&
      all.every(
        (one) =>
          !opensReadout(reading, one) ||
          isFrame(reading, one, all) ||
          bringsOther(reading, contact, one) ||
          endsVisit(reading, contact, one),
      )));

/** "During his visit to Abu Dhabi, A met B": a journey of whose talks the same sentence tells has no account but theirs. */
const isFrame = (reading: Told, contact: BareContact, all: readonly BareContact[]): boolean => {
  if (contact.channel !== "visit") return false;
  const sentences = new Set(contact.evidence.map(({ start }) => sentenceAt(reading, start)?.index));
  const isAside = !isMain(reading.words, contact.evidence[0]!);
  return all.some(
    (one) =>
      isTalkOn(reading, one, contact) &&
      (isAside || sentences.has(sentenceAt(reading, one.evidence[0]!.start)?.index)),
  );
};

/** Talks held by somebody who travels, or with somebody of the side that he travels to. */
const isTalkOn = (reading: Told, one: BareContact, { participants }: BareContact): boolean =>
  one.channel === "meeting" &&
  isOnward(reading, one.status, undefined, one.participants) &&
  one.participants.every(({ side }) => participants.some((other) => other.side === side));

/** "held talks with visiting Minister X", "We last met in Amman": of several with the same people the text is about the first. */
const isFirst = (reading: Told, contact: BareContact, all: readonly BareContact[]): boolean =>
  all.every(
    (one) =>
      one.index >= contact.index ||
      !opensReadout(reading, one) ||
      isFrame(reading, one, all) ||
      ((bringsOther(reading, contact, one) || endsVisit(reading, contact, one)) &&
        isMain(reading.words, contact.evidence[0]!)),
  );

/** "The Minister is on a visit to India. He held talks with …": from the talks on the account is theirs. */
const endsVisit = (reading: Told, talks: BareContact, visit: BareContact): boolean =>
  visit.channel === "visit" && isTalkOn(reading, talks, visit);

/** Held, told of by a sentence of its own in the readout itself, between its own side and somebody named of another. */
const isNext = (reading: Told, { status, within, participants, evidence }: BareContact): boolean =>
  isOnward(reading, status, within, participants) && isMain(reading.words, evidence[0]!);

const isOnward = (
  { document, actors }: Told,
  status: BareContact["status"],
  within: number | undefined,
  participants: BareContact["participants"],
): boolean =>
  status === "held" &&
  within === undefined &&
  participants.some(({ side }) => isSide(document, side)) &&
  participants.some(({ actor, side }) => !isSide(document, side) && actors[actor]!.kind === "person");

/**
 * Somebody of another side takes part in it who takes none in `before`, or of its own side others do; whoever has no name
 * ("the first visit of the new head of German diplomacy") is nobody else where somebody of that side does.
 */
const bringsOther = ({ document, actors }: Told, contact: BareContact, before: BareContact): boolean => {
  const people = ({ participants }: BareContact, isOwn: boolean) =>
    participants.filter(
      ({ actor, side }) => isSide(document, side) === isOwn && actors[actor]!.kind === "person",
    );
  const isNew = ({ actor }: BareContact["participants"][number]) =>
    before.participants.every((one) => one.actor !== actor);
  const [house, earlier] = [people(contact, true), people(before, true)];
  return (
    people(contact, false).some(
      (one) =>
        isNew(one) &&
        !(isNameless(actors[one.actor]!) && before.participants.some(({ side }) => side === one.side)),
    ) ||
    (house.length > 0 &&
      earlier.length > 0 &&
      house.every((one) => isNew(one) && !isNameless(actors[one.actor]!)))
  );
};

const isNameless = ({ rule }: Told["actors"][number]): boolean => rule === "unnamed" || rule === "noun";

/** Where the readout goes on to another contact: with somebody who takes no part in this one. */
const endOf = (reading: Told, contact: BareContact, all: readonly BareContact[]): number => {
  const start = sentenceAt(reading, contact.evidence[0]!.start)?.end ?? 0;
  const next = all.find(
    (other) =>
      other.evidence[0]!.start >= start &&
      isNext(reading, other) &&
      (bringsOther(reading, other, contact) || endsVisit(reading, other, contact)),
  );
  const sentence = next && sentenceAt(reading, next.evidence[0]!.start);
  return sentence?.start ?? Number.POSITIVE_INFINITY;
};

/** What of a text is one contact's account, and the other contacts that it tells of, with somebody else. */
export type Stretch = {
  readonly from: number;
  readonly until: number;
  readonly others: readonly BareContact[];
  /** Those of them that have accounts of their own. */
  readonly told: readonly BareContact[];
};

/**
 * A contact that a later sentence only names as the occasion ("He made the remarks when he hosted …") has all that the
 * text tells from its first full sentence on.
 */
export const stretchOf = (reading: Told, contact: BareContact, all: readonly BareContact[]): Stretch => {
  const first = sentenceAt(reading, contact.evidence[0]!.start)?.start ?? contact.evidence[0]!.start;
  const isOccasion = opensReadout(reading, contact) && isBeside(reading.words, contact.evidence[0]!);
  const opening = isOccasion ? fullSentence(reading)?.start : undefined;
  const isNew = ({ actor }: BareContact["participants"][number]) =>
    reading.actors[actor]!.kind === "person" && contact.participants.every((one) => one.actor !== actor);
  const others = all.filter(({ participants }) => participants.some(isNew));
  return {
    from: Math.min(first, opening ?? first),
    until: endOf(reading, contact, all),
    others,
    told: others.filter((one) => isReadout(reading, one, all)),
  };
};

/** The first sentence that is no heading and no dateline. */
const fullSentence = ({ document, sentences }: Told): Told["sentences"][number] | undefined =>
  sentences.find(
    ({ start, end, block }) =>
      block === "prose" && /[.!?]["”’»)]*\s*$/u.test(document.text.slice(start, end)),
  );

/** The readout's side in the participants' own code ("EUU" and "EU" are one). */
export const ownSide = ({ document }: Told, { participants }: BareContact): string | undefined =>
  participants.find(({ side }) => isSide(document, side))?.side ?? document.side;

/** What a sentence tells by its own verb: no aside, no "his recent talks with", nothing that something else came after. */
export const isMain = (words: Told["words"], evidence: Span): boolean => {
  let at = wordAt(words, evidence);
  for (let step = 0; step < 8 && at >= 0 && words[at]!.head >= 0; step += 1) {
    // "He made the remarks when he hosted the Prime Minister."
    if (!isWhen(words, at) && !ownRelations.test(baseRelation(words[at]!)) && !isQuoted(words, at))
      return false;
    if (background.test(markerOf(words, at))) return false;
    at = words[at]!.head;
  }
  return true;
};

/** "The Minister said: “I met …”": told in somebody's own words. */
const isQuoted = (words: Told["words"], at: number): boolean => {
  const { relation, head } = words[at]!;
  const between = words.slice(Math.min(at, head), Math.max(at, head));
  return relation === "ccomp" && between.some(({ text }) => /^["“”]$/.test(text));
};

/** The word that an evidence ends with. */
const wordAt = (words: Told["words"], evidence: Span): number =>
  words.findIndex(({ end }) => end === evidence.end);

/** "when he hosted the Prime Minister", below the verb of its sentence. */
const isBeside = (words: Told["words"], evidence: Span): boolean => {
  const at = wordAt(words, evidence);
  return at >= 0 && isWhen(words, at);
};

const isWhen = (words: Told["words"], at: number): boolean =>
  baseRelation(words[at]!) === "advcl" && /^(?:when|as|while)$/.test(markOf(words, at));

const ownRelations = /^(?:obj|obl|conj|nsubj|xcomp|compound|root|appos|parataxis|list|flat)$/;
const background =
  /^(?:after|before|following|since|on|of|about|from|to|toward|towards|ahead|including|such_as|like|through)$/;

/** "when he hosted": the word that opens the clause, a mark or an adverb. */
const markOf = (words: Told["words"], verb: number): string => {
  const mark = words[verb]!.children.find(
    (child) => child < verb && /^(?:mark|advmod)$/.test(words[child]!.relation),
  );
  return mark === undefined ? "" : words[mark]!.text.toLowerCase();
};
