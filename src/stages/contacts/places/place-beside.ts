// A contact whose own words name no place -> the one that its sentence or the one before gives it: the goal of a journey
// that it was held on, what "there" and "here" stand for, where those who took part are said to be.
import { markerOf, objectOf, subjectOf } from "../../../clause/arguments.ts";
import type { Places } from "../../../language/places.ts";
import type { Contact } from "../../../model/contact.ts";
import type { Reading } from "../../../model/reading.ts";
import type { Word } from "../../../model/token.ts";
import type { DatedSighting, Draft } from "../merge-sightings.ts";
import { placeAt } from "./find-goals.ts";
import { datelineOf } from "./opening-place.ts";

type Input = Pick<Reading, "document" | "words" | "actors" | "mentions">;

/** The place, for what is held in person only. */
export const placeBeside = (
  reading: Input,
  draft: Draft,
  drafts: readonly Draft[],
  names: Places,
): Contact["place"] => {
  if (draft.channel !== "meeting" && draft.channel !== "other") return undefined;
  const { words } = reading;
  for (const sighting of draft.sightings) {
    const said = adverbOf(words, sighting);
    const found =
      said === "there"
        ? namedBefore(reading, sighting.clause, names)
        : said === "here"
          ? datelineOf(reading, names)
          : (townBefore(reading, sighting, names) ??
            welcomedTo(reading, sighting, names) ??
            leftAfter(reading, sighting, names) ??
            stayOf(reading, sighting, names) ??
            goalOf(reading, sighting, draft, drafts));
    if (found) return found;
  }
  return undefined;
};

const adverbOf = (words: readonly Word[], { word, clause }: DatedSighting): string | undefined =>
  [...words[clause]!.children, ...words[word]!.children]
    .map((child) => words[child]!)
    .find(({ text, relation }) => /^(there|here)$/i.test(text) && relation === "advmod")
    ?.text.toLowerCase();

/** "flew to Ankara on Sunday. He met Fidan there": the last place named in this sentence or the one before. */
const namedBefore = (reading: Input, clause: number, names: Places): Contact["place"] => {
  const { words } = reading;
  const { sentence } = words[clause]!;
  for (let at = clause - 1; at > 0 && words[at]!.sentence >= sentence - 1; at -= 1) {
    if (!/^(in|to|at|for|into)$/i.test(words[at - 1]!.text) && words[at - 1]!.lemma !== "visit") continue;
    const span = placeAt(reading, at, names);
    if (span) return withState(reading, span, names);
  }
  return undefined;
};

/** "Monday's Ankara meeting", "the Bishkek talks": the town before the noun. */
const townBefore = (reading: Input, { word, rule }: DatedSighting, names: Places): Contact["place"] => {
  const { words } = reading;
  const town = rule.endsWith("/N")
    ? words[word]!.children.find((child) => child < word && words[child]!.relation === "compound")
    : undefined;
  if (town === undefined || words[town]!.upos !== "PROPN" || /^[-–]$/.test(words[town + 1]?.text ?? ""))
    return undefined;
  const span = placeAt(reading, firstOf(words, town), names);
  return span && span.end === words[town]!.end && isTown(reading, span)
    ? withState(reading, span, names)
    : undefined;
};

/** "the Bishkek talks", but not "the U.S. talks": no name of a state. */
const isTown = ({ mentions }: Input, span: { readonly start: number; readonly end: number }): boolean =>
  !mentions.some(
    ({ kind, rule, start, end }) =>
      kind === "state" && rule !== "state-capital" && start <= span.start && span.end <= end,
  );

/** "left Chisinau after talks with Sandu": where they were held. */
const leftAfter = (reading: Input, { clause, word }: DatedSighting, names: Places): Contact["place"] => {
  const { words } = reading;
  const left = /^(leave|depart)$/.test(words[clause]!.lemma) ? clause : words[clause]!.head;
  if (left < 0 || left > word || !/^(leave|depart)$/.test(words[left]!.lemma)) return undefined;
  const from = objectOf(words, left);
  if (from === undefined || !words.slice(from, word).some(({ text }) => /^(after|following)$/i.test(text)))
    return undefined;
  const span = placeAt(reading, firstOf(words, from), names);
  return span && withState(reading, span, names);
};

/** "welcomed Rama to Rome": the known place behind the guest. */
const welcomedTo = (reading: Input, { clause }: DatedSighting, names: Places): Contact["place"] => {
  const { words } = reading;
  if (!/^(welcome|invite)$/.test(words[clause]!.lemma)) return undefined;
  const goal = words[clause]!.children.find(
    (child) => words[child]!.upos === "PROPN" && markerOf(words, child) === "to",
  );
  const span = goal === undefined ? undefined : placeAt(reading, firstOf(words, goal), names);
  return span && withState(reading, span, names);
};

/** "While in Accra, Habeck met Mahama", "are in Beirut to see Aoun": where they are. */
const stayOf = (reading: Input, { clause, word }: DatedSighting, names: Places): Contact["place"] => {
  const { words } = reading;
  // "was in Addis Ababa for talks with Abiy"
  const stay = words[word]!.head;
  if (stay >= 0 && isPlaceIn(words, stay) && isSaidToBe(words, stay)) {
    const found = placeAt(reading, firstOf(words, stay), names);
    if (found) return withState(reading, found, names);
  }
  const { head, relation, children } = words[clause]!;
  const while_ = children.find(
    (child) => words[child]!.relation === "advcl" && isPlaceIn(words, child) && child < clause,
  );
  const subject = subjectOf(words, clause);
  const aside = words[subject ?? -1]?.children.find(
    (child) =>
      child > subject! &&
      isPlaceIn(words, child) &&
      words.slice(subject!, child).some(({ text }) => text === ",") &&
      words.slice(child, clause).some(({ text }) => text === ","),
  );
  const above = relation === "advcl" && isPlaceIn(words, head) && isSaidToBe(words, head) ? head : undefined;
  const at = while_ ?? above ?? aside;
  const span = at === undefined ? undefined : placeAt(reading, firstOf(words, at), names);
  return span && withState(reading, span, names);
};

const isPlaceIn = (words: readonly Word[], index: number): boolean =>
  words[index]!.upos === "PROPN" &&
  words[index]!.children.some(
    (child) => words[child]!.relation === "case" && /^(in|at)$/i.test(words[child]!.text),
  );

const isSaidToBe = (words: readonly Word[], index: number): boolean =>
  words[index]!.children.some((child) => words[child]!.relation === "cop");

/** The first word of a name: "New" of "New Delhi". */
const firstOf = (words: readonly Word[], index: number): number => {
  let first = index;
  while (words[first - 1]?.sentence === words[index]!.sentence && /^\p{Lu}/u.test(words[first - 1]!.text))
    first -= 1;
  return first;
};

/**
 * "travelled to Tashkent to meet Mirziyoyev", "on a visit to Jakarta, met Prabowo": the goal of the journey of somebody
 * who takes part, where it was made for the contact or goes to the state of another who does.
 */
const goalOf = (
  { words, actors }: Input,
  sighting: DatedSighting,
  { seen, status, date }: Draft,
  drafts: readonly Draft[],
): Contact["place"] => {
  const { sentence } = words[sighting.word]!;
  for (const journey of drafts) {
    if (journey.channel !== "visit" || !isAlike(words, journey, status)) continue;
    if (journey.date !== undefined && date !== undefined && journey.date !== date) continue;
    const guests = new Set(journey.seen.flatMap(({ actor, role }) => (role === "guest" ? [actor] : [])));
    if (!seen.some(({ actor }) => guests.has(actor))) continue;
    for (const { word, goal, goalSpan } of journey.sightings) {
      if (!goalSpan || words[word]!.sentence !== sentence || isOfAnotherTime(words, word, sighting)) continue;
      const isHost = seen.some(
        ({ actor }) => !guests.has(actor) && (actors[actor]!.country ?? goal) === goal,
      );
      if (isHost || isPurpose(words, word, sighting)) return { ...goalSpan, ...(goal && { country: goal }) };
    }
  }
  return undefined;
};

/** "travels to Cairo tomorrow and will meet Abdelatty": what is told in the present is as much to come. */
const isAlike = (words: readonly Word[], journey: Draft, status: Draft["status"]): boolean =>
  journey.status === status ||
  (journey.status === "held" &&
    status === "planned" &&
    /^VB[ZPG]$/.test(words[journey.sightings[0]!.word]!.xpos));

/** "after a visit to Kigali", "before flying to Rome", "back from a trip to Serbia": a journey behind or ahead. */
const isOfAnotherTime = (words: readonly Word[], journey: number, { word }: DatedSighting): boolean => {
  const [first, last] = journey < word ? [journey, word] : [word, journey];
  // "ended his trip to Hanoi after meeting Chinh"
  if (/^(end|conclude|wrap|wind|finish|complete|close)$/.test(words[words[journey]!.head]?.lemma ?? ""))
    return false;
  return (
    [journey, words[journey]!.head].some((at) =>
      words[at]?.children.some(
        (child) =>
          child < at && /^(after|following|before|since|ahead|from|until)$/i.test(words[child]!.text),
      ),
    ) ||
    words
      .slice(first + 1, last)
      .some(({ text }) => /^(after|following|before|since|later|earlier|then)$/i.test(text))
  );
};

/** "flew to Tokyo for a meeting with Ishiba", "to meet him". */
const isPurpose = (words: readonly Word[], journey: number, { word, rule }: DatedSighting): boolean => {
  if (word < journey) return false;
  const before = words.slice(journey + 1, word);
  if (before.some(({ xpos }) => /^VB[DZP]$/.test(xpos))) return false;
  if (rule.endsWith("/V")) return /^to$/i.test(before.at(-1)?.text ?? "");
  const link = before.findLast(({ upos }) => upos === "ADP");
  return /^for$/i.test(link?.text ?? "");
};

const withState = (
  { document }: Input,
  span: { readonly start: number; readonly end: number },
  names: Places,
): Contact["place"] => {
  const country = names.get(document.text.slice(span.start, span.end).toLowerCase());
  return { ...span, ...(country && { country }) };
};
