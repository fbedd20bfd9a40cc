// The sentence in which a readout tells of its contact -> where it was, where the tree does not say so.

import type { Places } from "../../../language/places.ts";
import type { BareContact, Contact } from "../../../model/contact.ts";
import type { Reading } from "../../../model/reading.ts";
import { isSide } from "../../../model/readout.ts";
import { overlaps, type Span } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";

type Told = Pick<Reading, "document" | "sentences" | "words" | "mentions" | "actors" | "times">;

/**
 * "held a meeting with the President of Guyana this Thursday in St. Vincent": a name after "in" or "at" that follows a
 * name, a time or the contact's own words is its place; after any other noun ("the war in Ukraine") it is not.
 */
export const withPlace = (reading: Told, contact: BareContact, places: Places): BareContact => {
  if (contact.place || !/^(meeting|visit|other)$/.test(contact.channel)) return contact;
  const first = contact.evidence[0]!;
  const sentence = reading.sentences.find(({ end }) => end > first.start);
  if (!sentence) return contact;
  const { words } = reading;
  for (const { index, start, end, text } of words) {
    if (start < sentence.start || !/^(in|at|to)$/i.test(text)) continue;
    if (end > sentence.end) break;
    if (/^to$/i.test(text) && !isWelcome(reading, contact, index, places)) continue;
    const place = isFree(reading, contact, index) ? nameAfter(reading, index) : undefined;
    if (!place) continue;
    const country = places.get(reading.document.text.slice(place.start, place.end).toLowerCase());
    return { ...contact, place: { ...place, ...(country && { country }) } };
  }
  const place = visited(reading, contact, sentence) ?? abroad(reading, places);
  return place ? { ...contact, place } : contact;
};

/** "met with Kallas, who is on a visit to our country", "Kishida, who is visiting India": in the state of one of the two. */
const visited = (
  { words, mentions, actors, document }: Told,
  { participants }: BareContact,
  sentence: Span,
): Contact["place"] => {
  for (const { index, start, end, lemma, xpos } of words) {
    if (start < sentence.start || lemma.toLowerCase() !== "visit") continue;
    if (end > sentence.end) return undefined;
    const next = words[index + 1]?.text.toLowerCase() === "to" ? index + 2 : xpos === "VBG" ? index + 1 : -1;
    const from = words[next + (isThe(words[next]) ? 1 : 0)];
    if (next < 0 || !from || from.upos === "ADJ") continue;
    if (/^our$/i.test(from.text) && /^country$/i.test(words[from.index + 1]?.text ?? ""))
      return {
        start: from.start,
        end: words[from.index + 1]!.end,
        ...(document.side && { country: document.side }),
      };
    const state = actors.find(
      ({ kind, country, mentions: own }) =>
        kind === "state" &&
        participants.some(({ side }) => side !== undefined && side === country) &&
        own.some((at) => mentions[at]!.first <= from.index && from.index <= mentions[at]!.last),
    );
    if (state?.country !== undefined) {
      const span = mentions[state.mentions.find((at) => mentions[at]!.last >= from.index)!]!;
      return { start: span.start, end: span.end, country: state.country };
    }
  }
  return undefined;
};

/**
 * "Johannesburg, South Africa – The Minister held talks": where a house dates its text from another state's town, its
 * people are there; a dateline at home is the writer's desk.
 */
const abroad = (reading: Told, places: Places): Contact["place"] => {
  const place = datelineOf(reading, places);
  return place && isSide(reading.document, place.country) ? undefined : place;
};

/** The known place that a text is dated from. */
export const datelineOf = ({ document }: Pick<Told, "document">, places: Places): Contact["place"] => {
  const name = /^\s*(\p{Lu}[\p{L}’' -]{2,30}?)(?:, \p{Lu}[\p{L} ]{2,30})?(?:,? \(?\d| ?[-–—:] |,)/u.exec(
    document.text,
  )?.[1];
  const country = name === undefined ? undefined : places.get(name.toLowerCase());
  if (name === undefined || country === undefined) return undefined;
  const start = document.text.indexOf(name);
  return { start, end: start + name.length, country };
};

/** "welcomed his colleague Sugiono to The Hague": a known town, right behind the guest. */
const isWelcome = (reading: Told, { evidence }: BareContact, index: number, places: Places): boolean => {
  const { text } = reading.document;
  const place = nameAfter(reading, index);
  return (
    place !== undefined &&
    evidence.some(({ start, end }) => /^welcom/i.test(text.slice(start, end))) &&
    places.has(text.slice(place.start, place.end).toLowerCase())
  );
};

/** What stands before is a name, a time, a mark or one of the contact's words. */
const isFree = ({ words, times }: Told, { evidence }: BareContact, index: number): boolean => {
  const before = words[index - 1];
  if (!before || before.sentence !== words[index]!.sentence) return true;
  if (before.upos === "PROPN" || before.upos === "PUNCT" || before.upos === "ADV") return true;
  return [...evidence, ...times].some((span) => overlaps(span, before));
};

/** A run of capitalized words after "in", "at", "in the (Turkish) capital" that is no person, no time and no month. */
const nameAfter = ({ words, mentions, times }: Told, index: number): Span | undefined => {
  const start = words[capitalAfter(words, index) ?? index + (isThe(words[index + 1]) ? 2 : 1)];
  // "The Hague"
  const isName =
    start?.upos === "PROPN" || (start?.text === "The" && words[start.index + 1]?.upos === "PROPN");
  if (!start || !isName || !/^\p{Lu}/u.test(start.text)) return undefined;
  let last = start;
  while (words[last.index + 1]?.upos === "PROPN" && words[last.index + 1]!.sentence === start.sentence)
    last = words[last.index + 1]!;
  const span = { start: start.start, end: last.end };
  const other = mentions.some((mention) => mention.kind === "person" && overlaps(mention, span));
  return other || times.some((time) => overlaps(time, span)) ? undefined : span;
};

const isThe = (word: Word | undefined): boolean =>
  /^the$/i.test(word?.text ?? "") && !/^\p{Lu}/u.test(word?.text ?? "");

/** "in the Turkish capital Ankara", "in the capital, Riga": the name behind it. */
const capitalAfter = (words: readonly Word[], index: number): number | undefined => {
  for (let at = index + 2; at <= index + 4; at += 1) {
    if (!/^capital$/i.test(words[at]?.text ?? "")) continue;
    return words[at + 1]?.text === "," ? at + 2 : at + 1;
  }
  return undefined;
};
