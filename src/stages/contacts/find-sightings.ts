// Words and actors -> sightings: each place where the text tells of a contact, with whom it names there.
import { lemmaOf, markerOf, objectOf, subjectOf } from "../../clause/arguments.ts";
import { type Standing, standingOf } from "../../clause/factuality.ts";
import type { Parties } from "../../clause/parties.ts";
import type { ContactsLanguage, ContactWord } from "../../language/contacts.ts";
import type { Channel } from "../../model/contact.ts";
import type { Reading } from "../../model/reading.ts";
import type { Word } from "../../model/token.ts";
import { baseRelation } from "../../model/tree.ts";
import { nounParties, type Seen, verbParties } from "./find-participants.ts";

/** One place where the text tells of a contact. `word` is its trigger, `clause` the verb of its clause. */
export type Sighting = {
  readonly word: number;
  readonly clause: number;
  readonly channel: Channel;
  readonly loose: boolean;
  readonly weak: boolean;
  readonly seen: readonly Seen[];
  readonly standing: Standing;
  /** True where the words may point back to a contact told of before. */
  readonly back: boolean;
  /** True for a verb that people do, not bare states: meet, visit, call. */
  readonly bodily: boolean;
  /** True where they say that it is another one: "a second call". */
  readonly fresh: boolean;
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
    const row = rowOf(words, word, language);
    if (!row || elsewhere.has(word.sentence) || isNone(words, word, row, language)) continue;
    const clause = row.verb
      ? word.index
      : (carrierBefore(words, word.index, language) ?? carrierOf(words, word));
    const seen = row.verb
      ? verbParties(words, word.index, row, parties, language)
      : nounParties(words, word.index, clause, row, parties, language);
    const marked = markedChannel(words, word.index, clause, language);
    found.push({
      word: word.index,
      clause,
      channel: isPaid(words, word, clause)
        ? "meeting"
        : marked === "video" || (marked && row.kind !== "exact")
          ? marked
          : row.channel,
      loose: row.kind !== "exact" && marked === undefined,
      weak: row.kind === "weak",
      seen,
      standing: standing(words, word, clause, language),
      back: row.verb
        ? row.with.includes("with") && (seen.length === 1 || isSpokenOfAll(words, word.index))
        : pointsBack(words, word.index) || isNoSuch(words, word),
      bodily: row.verb && row.with.includes("obj") && row.channel !== "visit",
      fresh: word.children.some((child) => others.has(words[child]!.lemma.toLowerCase())),
      rule: row.rule,
    });
  }
  return found;
};

/** "will not attend the meeting": called off for the one who stays away. */
const standing = (
  words: readonly Word[],
  word: Word,
  clause: number,
  { governors }: ContactsLanguage,
): Standing => {
  const own = standingOf(words, word.index, governors);
  if (own === "negated" && isNoSuch(words, word)) return "denied";
  const stays =
    word.index !== clause && /^(attend|join|come|go|travel|skip)$/.test(words[clause]!.lemma.toLowerCase());
  return own === "negated" && stays && pointsBack(words, word.index) ? "cancelled" : own;
};

/** "No such meeting occurred." */
const isNoSuch = (words: readonly Word[], word: Word): boolean =>
  word.children.some((child) => words[child]!.text.toLowerCase() === "such");

const rowOf = (words: readonly Word[], word: Word, language: ContactsLanguage): ContactWord | undefined => {
  if (word.upos === "VERB" && !isCarried(words, word, language)) {
    const object = words[objectOf(words, word.index) ?? -1]?.lemma.toLowerCase();
    const phrase =
      object === undefined ? undefined : language.verbs.get(`${word.lemma.toLowerCase()}+${object}`);
    return (
      phrase ??
      language.verbs.get(withPreposition(words, word)) ??
      language.verbs.get(lemmaOf(words, word.index)) ??
      language.verbs.get(language.forms.get(word.text.toLowerCase()) ?? "")
    );
  }
  if (!/^(NOUN|PROPN|VERB)$/.test(word.upos)) return undefined;
  if (/^(compound|flat)$/.test(word.relation)) return undefined;
  return language.nouns.get(word.lemma.toLowerCase());
};

/** "paid a courtesy call on the minister": a call in person. */
const isPaid = (words: readonly Word[], word: Word, clause: number): boolean =>
  word.lemma.toLowerCase() === "call" &&
  clause !== word.index &&
  words[clause]!.lemma.toLowerCase() === "pay";

/** "held talks": right after a verb that only carries it, whatever the tagger says. */
const isCarried = (words: readonly Word[], word: Word, language: ContactsLanguage): boolean =>
  /s$/.test(word.text) && carrierBefore(words, word.index, language) !== undefined;

/** The light verb right before a noun and its adjectives: "held a long telephone conversation". */
const carrierBefore = (
  words: readonly Word[],
  index: number,
  { light }: ContactsLanguage,
): number | undefined => {
  for (let at = index - 1; at >= index - 6 && words[at]?.sentence === words[index]!.sentence; at -= 1) {
    const word = words[at]!;
    if (word.upos === "VERB") return light.has(word.lemma.toLowerCase()) ? at : undefined;
    if (!/^(DET|ADJ|NUM|NOUN|PRON|PUNCT)$/.test(word.upos) || word.text === ",") return undefined;
  }
  return undefined;
};

/** "called on the king": the verb with the preposition that follows it and no infinitive. */
const withPreposition = (words: readonly Word[], word: Word): string => {
  const next = words[word.index + 1];
  const asks = word.children.some((child) => /^(xcomp|ccomp|advcl)$/.test(baseRelation(words[child]!)));
  return next?.upos === "ADP" && !asks ? `${word.lemma.toLowerCase()}_${next.lemma.toLowerCase()}` : "";
};

/** "a call for peace", "called him a liar", "called on Iran", "met the demands", "a meeting of minds". */
const isNone = (
  words: readonly Word[],
  word: Word,
  row: ContactWord,
  language: ContactsLanguage,
): boolean => {
  const lemma = word.lemma.toLowerCase();
  const after = (names: RegExp, relations: RegExp) =>
    word.children.some(
      (child) =>
        child > word.index &&
        relations.test(baseRelation(words[child]!)) &&
        names.test(markerOf(words, child)) &&
        !isDay(words[child]!),
    );
  if (
    lemma === "call" &&
    !row.verb &&
    isPaid(words, word, carrierBefore(words, word.index, language) ?? Math.max(0, word.head))
  )
    return false;
  if (lemma === "call") {
    if (row.verb && word.children.some((child) => isNameCalling(words, word.index, child))) return true;
    if (
      after(/^(for|on|upon)$/, /^(obl|nmod|advcl|acl)$/) &&
      row.words.includes("call") &&
      !hasMarker(words, word, language)
    )
      return true;
    const next = words[word.index + 1]?.text.toLowerCase();
    const plea = next === "for" || next === "to" || (next === "on" && !isDated(words, word));
    if (!row.verb && plea && !hasMarker(words, word, language)) return true;
    if (
      !row.verb &&
      word.children.some(
        (child) => /^(acl|ccomp|xcomp)$/.test(words[child]!.relation) && markerOf(words, child) === "to",
      )
    )
      return true;
  }
  return (
    !row.verb &&
    after(/^of$/, /^nmod$/) &&
    word.children.some((child) => /^(mind|eye)$/i.test(words[child]!.lemma))
  );
};

/** "the call on Monday": what follows is a day, not a plea. */
const isDated = (words: readonly Word[], word: Word): boolean => {
  const after = words[word.index + 1]?.text.toLowerCase() === "on" ? words[word.index + 2] : undefined;
  return after !== undefined && isDay(after);
};

const isDay = (word: Word): boolean =>
  word.upos === "NUM" ||
  /(day|evening|morning|afternoon|night|week|month|year)s?$|^(january|february|march|april|may|june|july|august|september|october|november|december)$/i.test(
    word.text,
  );

/** "called him a liar": a noun after the object, with no comma or quotation mark before it. */
const isNameCalling = (words: readonly Word[], verb: number, child: number): boolean => {
  if (words[child]!.relation !== "xcomp" || /^(VERB|PROPN)$/.test(words[child]!.upos)) return false;
  for (let at = verb + 1; at < child; at += 1) if (/^[,"“”]$/.test(words[at]!.text)) return false;
  return true;
};

const hasMarker = (words: readonly Word[], word: Word, language: ContactsLanguage): boolean =>
  word.children.some((child) => language.markers.has(words[child]!.lemma.toLowerCase()));

/** The verb that carries a noun ("held talks"), or in whose clause it stands ("said in a call"). */
const carrierOf = (words: readonly Word[], word: Word): number => {
  let at = word.index;
  for (let step = 0; step < 4; step += 1) {
    const head = words[words[at]!.head];
    if (!head) return at;
    if (head.upos === "VERB" || head.upos === "AUX") return head.index;
    if (!/^(nmod|appos|conj|compound|nsubj|obl)$/.test(baseRelation(words[at]!))) return at;
    at = head.index;
  }
  return at;
};

/** "by phone", "a video call", "in person": the channel that words beside the trigger name. */
const markedChannel = (
  words: readonly Word[],
  index: number,
  clause: number,
  { markers }: ContactsLanguage,
): Channel | undefined => {
  const look = (at: number, depth: number): Channel | undefined => {
    for (const child of words[at]!.children) {
      const word = words[child]!;
      const relation = baseRelation(word);
      if (!/^(amod|compound|obl|nmod|advmod|obj|flat)$/.test(relation)) continue;
      const marker = markerOf(words, child);
      const channel = markers.get(word.lemma.toLowerCase()) ?? markers.get(word.text.toLowerCase());
      if (channel && (marker === "" || /^(by|on|over|via|in|through|of)$/.test(marker))) return channel;
      if (depth < 1 && (marker === "" || /^(by|over|via|through|in)$/.test(marker))) {
        const deeper = look(child, depth + 1);
        if (deeper) return deeper;
      }
    }
    return undefined;
  };
  return (
    look(index, 0) ??
    markerAfter(words, index, markers) ??
    (clause === index || words[index]!.relation !== "obj" ? undefined : look(clause, 1))
  );
};

/** "We talked", "the two spoke": all who took part. */
const isSpokenOfAll = (words: readonly Word[], index: number): boolean => {
  const subject = words[subjectOf(words, index) ?? -1];
  return (
    subject !== undefined &&
    /^(we|they|both|two|sides|leaders|ministers|men|women|pair|duo)$/i.test(subject.text)
  );
};

/** "for two hours by secure video link": a preposition of means soon after, and a marker soon after that. */
const markerAfter = (
  words: readonly Word[],
  index: number,
  markers: ContactsLanguage["markers"],
): Channel | undefined => {
  for (let at = index + 1; at <= index + 14 && words[at]?.sentence === words[index]!.sentence; at += 1) {
    if (words[at]!.upos === "VERB" || /^[;,]$/.test(words[at]!.text)) return undefined;
    if (!/^(by|via|over|through|on|in)$/i.test(words[at]!.text)) continue;
    for (let next = at + 1; next <= at + 4 && words[next]?.sentence === words[index]!.sentence; next += 1) {
      const channel = markers.get(words[next]!.lemma.toLowerCase());
      if (channel === "call" || channel === "video") return channel;
    }
  }
  return undefined;
};

/** A noun with `the`, `this`, `their` or nothing points back; one with `a`, `any`, `another` or `no` does not. */
const pointsBack = (words: readonly Word[], index: number): boolean =>
  !words[index]!.children.some((child) => {
    const part = words[child]!;
    return part.relation === "det" && /^(a|an|any|another|no|some|every|each)$/i.test(part.text);
  });
