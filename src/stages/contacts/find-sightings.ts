// Words and actors -> sightings: each place where the text tells of a contact, with whom it names there.
import { doerOf, isPassive, lemmaOf, objectOf, subjectOf } from "../../clause/arguments.ts";
import { actorsAnswering } from "../../clause/around.ts";
import type { Standing } from "../../clause/factuality.ts";
import type { Parties } from "../../clause/parties.ts";
import type { ContactsLanguage, ContactWord } from "../../language/contacts.ts";
import type { Channel, Role } from "../../model/contact.ts";
import type { Reading } from "../../model/reading.ts";
import type { Word } from "../../model/token.ts";
import type { Seen } from "./parties/find-participants.ts";
import { nounParties } from "./parties/noun-parties.ts";
import { verbParties } from "./parties/verb-parties.ts";
import { isMistakenVoice, widen } from "./parties/widen-participants.ts";
import { comesBefore, isOfOthers, withoutBrokers } from "./triggers/bystanders.ts";
import { carrierBefore, carrierOf, rowOf } from "./triggers/find-trigger.ts";
import { isPaid, markedChannel } from "./triggers/name-channel.ts";
import { isBodysOwn, isGathering, isNamedEvent, withoutOccasions } from "./triggers/occasions.ts";
import { isOfThings, visitsThing } from "./triggers/of-things.ts";
import { isTalkedOf, pointsBack } from "./triggers/points-back.ts";
import { isNone } from "./triggers/rule-out.ts";
import { isNoSuch, standing } from "./triggers/stand.ts";
import { unlistedRow } from "./triggers/unlisted.ts";

/** One place where the text tells of a contact. `word` is its trigger, `clause` the verb of its clause. */
export type Sighting = {
  readonly word: number;
  readonly clause: number;
  readonly channel: Channel;
  readonly loose: boolean;
  readonly weak: boolean;
  readonly seen: readonly Seen[];
  /** What names the other side or the goal: `obj` or prepositions. */
  readonly markers: readonly string[];
  readonly standing: Standing;
  /** True where the words may point back to a contact told of before. */
  readonly back: boolean;
  /** True where who acts is left unsaid: "Talks with Singh will be held", "was received by". */
  readonly open: boolean;
  /** True for a verb that people do, not bare states: meet, visit, call. */
  readonly bodily: boolean;
  /** True where people of a state do it: "the foreign ministers of Colombia and Peru held a call". */
  readonly led?: boolean;
  /** True where they say that it is another one: "a second call". */
  readonly fresh: boolean;
  /** The role of whoever acts. */
  readonly doer?: Role;
  /** True where the author, whom nothing names, is the other one who takes part. */
  readonly alone?: boolean;
  /** True where those who act are one word for two or more, and others are named besides: "The two ministers then met Ishiba". */
  readonly joint?: boolean;
  /** Of a deed that is a contact only where its place is named: whether it is. */
  readonly placed?: boolean;
  /** True where words beside it name the channel. */
  readonly marked?: boolean;
  /** The day (ISO) of what was said right before by those who take part. */
  readonly day?: string;
  /** True inside of a statement. */
  readonly told?: boolean;
  readonly rule: string;
};

export type SightingsInput = Pick<Reading, "words" | "actors" | "mentions">;

const others = new Set([
  "another",
  "other",
  "second",
  "third",
  "next",
  "new",
  "separate",
  "last",
  "previous",
  "earlier",
  "similar",
  "further",
  "follow-up",
]);

/** Sightings in text order. */
export const findSightings = (
  { words }: SightingsInput,
  parties: Parties,
  language: ContactsLanguage,
): Sighting[] => {
  const found: Sighting[] = [];
  const elsewhere = new Set(
    words.flatMap((word) => (language.elsewhere.has(word.lemma.toLowerCase()) ? [word.sentence] : [])),
  );
  for (const word of words) {
    const row = rowOf(words, word, language) ?? unlistedRow(words, word, parties, language);
    if (!row || elsewhere.has(word.sentence) || isNone(words, word, row, language)) continue;
    if (row.channel === "visit" && row.with.includes("obj") && visitsThing(words, word, parties)) continue;
    // "a luncheon with visiting Uzbek Foreign Minister Saidov": part of who he is.
    if (/^visiting$/i.test(word.text) && parties.startingAt(word.index)) continue;
    if (
      row.subject === "host" &&
      row.with.includes("obj") &&
      row.verb &&
      isOfThings(words, word.index, parties, language)
    )
      continue;
    if (!row.verb && (isBodysOwn(words, word, parties) || isNamedEvent(words, word, parties))) continue;
    const clause = row.verb
      ? word.index
      : (carrierBefore(words, word.index, language) ?? carrierOf(words, word));
    const told = standing(words, word, clause, language);
    const before = found.at(-1);
    const matter = before && words[before.word]!.sentence === word.sentence ? before.rule : undefined;
    const isOthers = isTalkedOf(words, { word: word.index, rule: row.rule, standing: told }, matter);
    const seen = partiesAt(words, word, clause, row, parties, language, isOthers);
    if (row.verb && seen.length === 0 && isOfOthers(words, word.index, parties, language)) continue;
    const marked = conferenceAfter(words, word)
      ? "meeting"
      : markedChannel(words, word.index, clause, language);
    found.push({
      word: word.index,
      clause,
      channel: isPaid(words, word, clause)
        ? "meeting"
        : marked === "video" || (marked && row.kind !== "exact")
          ? marked
          : row.channel,
      loose: row.kind !== "exact" && marked === undefined,
      ...(marked && { marked: true }),
      weak: row.kind === "weak" || row.kind === "placed",
      // "agreed in a call": the channel shows that they did it together, as a place would.
      ...(row.kind === "placed" && !/^(call|video)$/.test(marked ?? "") && { placed: false }),
      seen,
      markers: row.with,
      standing: told,
      back: row.verb
        ? row.with.includes("with") && (seen.length === 1 || isSpokenOfAll(words, word.index))
        : (pointsBack(words, word.index) && !isGathering(words, word)) || isNoSuch(words, word),
      open: isOpen(words, word, clause, row, language),
      bodily:
        row.verb &&
        (row.with.includes("obj") || row.words.some((one) => one.startsWith("sign+"))) &&
        row.channel !== "visit" &&
        !language.people.has(words[subjectOf(words, word.index) ?? -1]?.lemma.toLowerCase() ?? ""),
      led: language.people.has(words[subjectOf(words, clause) ?? -1]?.lemma.toLowerCase() ?? ""),
      fresh: isAnother(words, word) || isNextOne(words, word, clause),
      ...(row.subject && { doer: row.subject }),
      ...(isJoint(words, clause, seen, parties) && { joint: true }),
      rule: row.rule,
    });
  }
  return withoutOccasions(
    words,
    found.map((one, at) => withoutNext(words, one, found[at + 1], parties)),
    parties,
  );
};

const isJoint = (
  words: readonly Word[],
  clause: number,
  seen: readonly Seen[],
  parties: Parties,
): boolean => {
  const subject = doerOf(words, clause);
  const acting = subject === undefined ? [] : parties.at(subject);
  const sides = new Set(acting.map(parties.sideOf));
  return sides.size > 1 && seen.some(({ actor }) => !acting.includes(actor));
};

/**
 * "a lunch with Macron and, in Brussels, a sit-down with Rutte", "received the letter during his meeting with the
 * ambassador": whom only the next noun names is the next one's.
 */
const withoutNext = (
  words: readonly Word[],
  one: Sighting,
  next: Sighting | undefined,
  parties: Parties,
): Sighting => {
  const isNoun = (sighting: Sighting) => sighting.rule.endsWith("/N");
  if (!next || !isNoun(one) || !isNoun(next) || words[next.word]!.sentence !== words[one.word]!.sentence)
    return one;
  const handed =
    /^(?:letter|message)$/.test(one.channel) &&
    words.slice(one.word, next.word).some(({ text }) => /^during$/i.test(text));
  const listed = handed || words.slice(one.word, next.word).some(({ text }) => /^(and|,)$/i.test(text));
  const has = words.slice(next.word + 1, next.word + 6).some(({ text }) => /^with$/i.test(text));
  if (!listed || !has) return one;
  const named = actorsAnswering(words, next.word, ["with"], parties);
  const own = actorsAnswering(words, one.word, ["with", "between"], parties).filter(
    (actor) => !named.includes(actor),
  );
  const seen = one.seen.filter(({ actor }) => !named.includes(actor));
  return handed || own.length > 0 ? { ...one, seen } : one;
};

/** "speaking at a news conference with his counterpart": beside him, and not by phone. */
const conferenceAfter = (words: readonly Word[], { index, lemma, sentence }: Word): boolean => {
  if (!/^(speak|talk)$/i.test(lemma)) return false;
  for (let at = index + 1; at < index + 12 && words[at]?.sentence === sentence; at += 1) {
    if (/^with$/i.test(words[at]!.text)) return false;
    if (/^(conference|briefing)$/i.test(words[at]!.text)) return !/^video/i.test(words[at - 1]!.text);
  }
  return false;
};

/** "later joined Shoukry for a meeting with": none of those told of before. */
const isNextOne = (words: readonly Word[], { index, upos, children }: Word, clause: number): boolean =>
  upos === "NOUN" &&
  clause !== index &&
  children.some((child) => /^an?$/i.test(words[child]!.text)) &&
  words[clause]!.children.some(
    (child) => child < clause && /^(later|then|subsequently|afterwards)$/i.test(words[child]!.text),
  );

/** "a second call"; but "It was their second meeting" tells what the one told of was. */
const isAnother = (words: readonly Word[], word: Word): boolean => {
  const parts = word.children.map((child) => words[child]!);
  const told =
    parts.some(({ relation }) => relation === "cop") &&
    parts.some(({ relation, text }) => /^nsubj/.test(relation) && /^(it|this|that)$/i.test(text));
  // "hosted him on Tuesday, their third encounter in a month"
  const beside =
    /^(?:appos|parataxis)$/.test(word.relation) && parts.some(({ text }) => /^(their|the)$/i.test(text));
  return (
    !told &&
    !beside &&
    parts.some(
      ({ upos, text, index }) =>
        upos !== "VERB" && others.has(text.toLowerCase()) && words[index - 1]?.text !== "-",
    )
  );
};

/** Those whom the tree names, and where they are fewer than two sides, the line. */
const partiesAt = (
  words: readonly Word[],
  word: Word,
  clause: number,
  row: ContactWord,
  parties: Parties,
  language: ContactsLanguage,
  isOthers: boolean,
): readonly Seen[] => {
  const named = withoutBrokers(
    words,
    clause,
    row,
    parties,
    row.verb
      ? row.with.includes("obj") && isMistakenVoice(words, word.index)
        ? []
        : verbParties(words, word.index, row, parties, language)
      : nounParties(words, word.index, clause, row, parties, language),
  );
  if ((!row.verb && comesBefore(words, word, named)) || (isOthers && named.length === 0)) return [];
  return withoutVenue(words, word, widen(words, word.index, clause, row, parties, language, named), parties);
};

/** "Paris/Tel Aviv (dpa) - The head of …": where the report was written. */
const isDateline = (words: readonly Word[], index: number, sentence: number): boolean => {
  for (let at = index + 1; at < index + 9 && words[at]?.sentence === sentence; at += 1) {
    if (/^(VERB|AUX)$/.test(words[at]!.upos)) return false;
    if (/^[-–—]$/.test(words[at]!.text) && words[at - 1]?.text === ")") return true;
  }
  return false;
};

/** "met the prime minister and the chiefs of the services in Paris": where they met takes no part, if two others do. */
const withoutVenue = (
  words: readonly Word[],
  { sentence }: Word,
  seen: readonly Seen[],
  parties: Parties,
): readonly Seen[] => {
  if (seen.length < 3) return seen;
  const venues = new Set(
    words
      .filter((one) => one.sentence === sentence)
      .filter(
        ({ index }) =>
          /^(in|at|near)$/i.test(words[index - 1]?.text ?? "") || isDateline(words, index, sentence),
      )
      .flatMap(({ index }) => parties.at(index))
      .filter((actor) => parties.kindOf(actor) === "state"),
  );
  const rest = seen.filter(({ actor }) => !venues.has(actor));
  return new Set(rest.map(({ actor }) => parties.sideOf(actor))).size > 1 ? rest : seen;
};

/** A noun that no one is said to do something with, or a verb whose doer is a pronoun or missing. */
const isOpen = (
  words: readonly Word[],
  word: Word,
  clause: number,
  row: ContactWord,
  { light, nouns }: ContactsLanguage,
): boolean => {
  const doer = words[(row.verb && isPassive(words, word.index) ? objectOf : subjectOf)(words, clause) ?? -1];
  if (row.verb) return doer === undefined || doer.upos === "PRON";
  if (clause === word.index) return true;
  const carried = light.has(words[clause]!.lemma.toLowerCase()) || light.has(lemmaOf(words, clause));
  return carried
    ? doer === undefined ||
        doer.upos === "PRON" ||
        doer.index === word.index ||
        nouns.has(doer.lemma.toLowerCase())
    : /^nsubj/.test(word.relation) && word.head === clause;
};

/** "We talked", "the two spoke": all who took part. */
const isSpokenOfAll = (words: readonly Word[], index: number): boolean => {
  const subject = words[subjectOf(words, index) ?? -1];
  return (
    subject !== undefined &&
    /^(we|they|both|two|sides|leaders|ministers|men|women|pair|duo)$/i.test(subject.text)
  );
};
