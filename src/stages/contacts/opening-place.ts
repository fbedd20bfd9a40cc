// The sentence in which a readout tells of its contact -> where it was, where the tree does not say so.

import type { Places } from "../../language/places.ts";
import type { BareContact, Contact } from "../../model/contact.ts";
import type { Reading } from "../../model/reading.ts";
import { isSide } from "../../model/readout.ts";
import { overlaps, type Span } from "../../model/span.ts";

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
    if (start < sentence.start || !/^(in|at)$/i.test(text)) continue;
    if (end > sentence.end) break;
    const place = isFree(reading, contact, index) ? nameAfter(reading, index) : undefined;
    if (!place) continue;
    const country = places.get(reading.document.text.slice(place.start, place.end).toLowerCase());
    return { ...contact, place: { ...place, ...(country && { country }) } };
  }
  const place = abroad(reading, places);
  return place ? { ...contact, place } : contact;
};

/**
 * "Johannesburg, South Africa – The Minister held talks": where a house dates its text from another state's town, its
 * people are there; a dateline at home is the writer's desk.
 */
const abroad = ({ document }: Told, places: Places): Contact["place"] => {
  const name = /^\s*(\p{Lu}[\p{L}’' -]{2,30}?)(?:, \p{Lu}[\p{L} ]{2,30})?(?:,? \(?\d| ?[-–—:] |,)/u.exec(
    document.text,
  )?.[1];
  const country = name === undefined ? undefined : places.get(name.toLowerCase());
  if (name === undefined || country === undefined || isSide(document, country)) return undefined;
  const start = document.text.indexOf(name);
  return { start, end: start + name.length, country };
};

/** What stands before is a name, a time, a mark or one of the contact's words. */
const isFree = ({ words, times }: Told, { evidence }: BareContact, index: number): boolean => {
  const before = words[index - 1];
  if (!before || before.sentence !== words[index]!.sentence) return true;
  if (before.upos === "PROPN" || before.upos === "PUNCT" || before.upos === "ADV") return true;
  return [...evidence, ...times].some((span) => overlaps(span, before));
};

/** A run of capitalized words after "in", "at", "in the" that is no person, no time and no month. */
const nameAfter = ({ words, mentions, times }: Told, index: number): Span | undefined => {
  const [next, then] = [words[index + 1], words[index + 2]];
  const start = next?.text.toLowerCase() === "the" ? then : next;
  if (start?.upos !== "PROPN" || !/^\p{Lu}/u.test(start.text)) return undefined;
  let last = start;
  while (words[last.index + 1]?.upos === "PROPN" && words[last.index + 1]!.sentence === start.sentence)
    last = words[last.index + 1]!;
  const span = { start: start.start, end: last.end };
  const other = mentions.some((mention) => mention.kind === "person" && overlaps(mention, span));
  return other || times.some((time) => overlaps(time, span)) ? undefined : span;
};
