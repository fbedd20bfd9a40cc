// A verb that tells of a contact -> those who take part by the tree: who does it, and whom its object or preposition names.
import { agentOf, doerOf, isPassive, objectOf, subjectOf } from "../../../clause/arguments.ts";
import {
  actorsAfter,
  actorsAfterMarker,
  actorsRightAfter,
  actorsRightBefore,
} from "../../../clause/nearby.ts";
import type { Parties } from "../../../clause/parties.ts";
import type { ContactsLanguage, ContactWord } from "../../../language/contacts.ts";
import type { Word } from "../../../model/token.ts";
import { besides, distinct, initiatorOf, people, phrases, role, type Seen } from "./find-participants.ts";

type Words = readonly Word[];

/** Participants of a verb: who does it, and whom its object or preposition names. */
export const verbParties = (
  words: Words,
  index: number,
  row: ContactWord,
  parties: Parties,
  language: ContactsLanguage,
): Seen[] => {
  const doer = doerOf(words, index) ?? byDoing(words, index);
  const passive = row.with.includes("obj") && isPassive(words, index);
  const named =
    doer === undefined
      ? []
      : row.channel === "visit" && vehicle.test(words[doer]!.lemma)
        ? ownersOf(words, doer, parties)
        : people(words, doer, parties, language);
  const before = passive ? [] : actorsRightBefore(words, anchorOf(words, index, doer), parties);
  const aside = asideOf(words, doer, index);
  const far =
    aside === undefined &&
    before.length > 0 &&
    !named.some((one) => before.includes(one)) &&
    isFar(words, doer, index);
  const subject = far
    ? [...before]
    : named.length > 1 || before.length === 0 || aside?.company === false
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
  // "calling in the ambassador": behind the particle
  const particle = words[index + 1]?.sentence === words[index]!.sentence && row.rule.includes("_");
  const right = next
    ? [index, ...(particle ? [index + 1] : [])].flatMap((at) => actorsRightAfter(words, at, parties))
    : found;
  const other = [...(right.length > 0 ? right : actorsAfterMarker(words, index, row.with, parties))];
  if (next && other.length === 0) other.push(...groupAfter(words, index, parties, language));
  const listed = other.length === 0 ? listedBefore(words, index, doer, parties) : [];
  const acting = passive && agentOf(words, index) === undefined ? [] : [...listed, ...subject];
  const inviting = passive && row.subject === "host" && acting.length === 0;
  if (inviting) acting.push(...hostsOf(words, index, parties, language, other));
  if (other.length === 0 && row.subject === "host" && !passive)
    other.push(...actorsAfter(words, index, parties, subject).filter(parties.isPerson));
  // "agreed in Bratislava", "initialled it in Doha": all who take part do it.
  if (row.with.length === 0) return acting.length > 1 ? distinct(role(acting, undefined), []) : [];
  // "They welcomed Poland's announcement" tells of no guest.
  if (other.length === 0 && row.subject === "host" && acting.length > 1) return [];
  const journey = row.channel === "visit";
  const together = acting.length > 1 && (isMarked(words, index, language) || isEachOther(words, index));
  if (other.length === 0 && !journey && !together && (row.kind === "weak" || meetsOthers(words, index, row)))
    return [];
  const along = journey && !passive ? companyOf(words, index, parties) : [];
  return distinct(
    [...role([...acting, ...along], row.subject), ...role(beside, row.subject), ...role(other, row.other)],
    initiatorOf(words, index, parties),
    journey ? undefined : parties,
  );
};

/** "agreed to see each other in Moscow". */
const isEachOther = (words: Words, index: number): boolean =>
  /^(?:each other|one another)$/i.test(`${words[index + 1]?.text} ${words[index + 2]?.text}`);

/** "Zelenskyy's plane landed in Pretoria": whose it is travels. */
const vehicle = /^(plane|jet|aircraft|airplane|aeroplane|train|motorcade|convoy|helicopter|flight)$/i;

const ownersOf = (words: Words, index: number, parties: Parties): number[] =>
  words[index]!.children.filter((child) => words[child]!.relation === "nmod:poss")
    .flatMap((child) => parties.at(child))
    .filter(parties.isPerson);

/** "was summoned to the foreign ministry", "Rwanda's ambassador to Belgium was called in": whose house it is. */
const hostsOf = (
  words: Words,
  index: number,
  parties: Parties,
  language: ContactsLanguage,
  guests: readonly number[],
): readonly number[] => {
  const sides = new Set(guests.map(parties.sideOf));
  const isHost = (one: number) =>
    !parties.isPerson(one) && parties.isKnown(one) && !sides.has(parties.sideOf(one));
  const houses = ["to", "at"]
    .flatMap((place) => phrases(words, index, place))
    .flatMap((child) => people(words, child, parties, language))
    .filter(isHost);
  if (houses.length > 0) return houses;
  for (let at = index - 1; at > index - 16 && words[at]?.sentence === words[index]!.sentence; at -= 1)
    if (
      /^to$/i.test(words[at]!.text) &&
      /^(ambassador|envoy|commissioner)$/i.test(words[at - 1]?.lemma ?? "")
    )
      return (parties.startingAt(at + 1)?.actors ?? []).filter(isHost);
  return [];
};

/** "Tbilisi reacted by calling in the ambassador": who does one thing by another does both. */
const byDoing = (words: Words, index: number): number | undefined => {
  const { xpos, head } = words[index]!;
  return xpos === "VBG" && head >= 0 && /^by$/i.test(words[index - 1]?.text ?? "")
    ? subjectOf(words, head)
    : undefined;
};

/** "will fly to Kyiv together with his Polish counterpart": people who go along. */
const companyOf = (words: Words, index: number, parties: Parties): readonly number[] => {
  const rest = words
    .slice(index + 1, index + 14)
    .filter(({ sentence }) => sentence === words[index]!.sentence);
  const at = rest.findIndex(
    ({ text }, step) =>
      /^with$/i.test(text) && /^(together|along|jointly)$/i.test(rest[step - 1]?.text ?? ""),
  );
  if (at < 0 || rest.slice(0, at).some(({ upos }) => upos === "VERB")) return [];
  return actorsAfter(words, rest[at]!.index, parties, []).filter(parties.isPerson);
};

/** "agreed by A and B, who met in Munich": the first of the two, where the tree hangs the clause on the second. */
const listedBefore = (
  words: Words,
  index: number,
  doer: number | undefined,
  parties: Parties,
): readonly number[] => {
  const last = words[doer ?? -1];
  const isOwn = words[index]!.relation === "acl:relcl" && words[index]!.head === doer;
  return isOwn && last?.relation === "conj" ? parties.at(last.head).filter(parties.isPerson) : [];
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

/** "A and B are expected to meet": the verb that their names stand before. */
const anchorOf = (words: Words, index: number, doer: number | undefined): number => {
  let at = index;
  for (let step = 0; step < 3 && words[at]!.relation === "xcomp"; step += 1) {
    const { head } = words[at]!;
    if (doer === undefined || head > at || doer > head) return at;
    at = head;
  }
  return at;
};

/** "King Abdullah, accompanied by the Crown Prince, met": a participle beside the doer, whose people go with him or don't. */
const asideOf = (
  words: Words,
  doer: number | undefined,
  index: number,
): { readonly company: boolean } | undefined => {
  const verb = words[doer ?? -1]?.children.find(
    (child) =>
      child > doer! &&
      child < index &&
      words[child]!.relation === "acl" &&
      words[child]!.xpos === "VBN" &&
      !/^(lead|head)$/.test(words[child]!.lemma.toLowerCase()),
  );
  return verb === undefined
    ? undefined
    : { company: /^(accompany|flank|join|escort|follow|assist)$/.test(words[verb]!.lemma.toLowerCase()) };
};

/** "Biden called Erdogan, and Blinken and Fidan spoke": another verb stands between the verb and its doer. */
const isFar = (words: Words, doer: number | undefined, index: number): boolean =>
  doer !== undefined &&
  words
    .slice(Math.min(doer, index), index)
    .some(({ upos, xpos }) => upos === "VERB" && /^VB[DZPN]$/.test(xpos));

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

/** "discussed it by telephone": words beside the verb name its channel. */
const isMarked = (words: Words, index: number, { markers }: ContactsLanguage): boolean =>
  words[index]!.children.some((child) => markers.has(words[child]!.lemma.toLowerCase()));
