// Words, actors and statements -> contacts, yet without the accounts that their sides give of them.
import { wordsBySentence } from "../../clause/by-sentence.ts";
import { happeningOf } from "../../clause/happening.ts";
import { innermost } from "../../clause/innermost.ts";
import { partiesOf } from "../../clause/parties.ts";
import { isTalkOf, placesOf } from "../../clause/place.ts";
import { datesOf } from "../../dating/date-of.ts";
import type { ContactsLanguage } from "../../language/contacts.ts";
import type { Places } from "../../language/places.ts";
import { type Actor, sideIn } from "../../model/actor.ts";
import type { BareContact, Contact, Participant } from "../../model/contact.ts";
import type { Reading } from "../../model/reading.ts";
import { isSide, opensReadout } from "../../model/readout.ts";
import type { Span } from "../../model/span.ts";
import { completeSightings } from "./around/complete-sightings.ts";
import { withDenials } from "./around/denial.ts";
import { withAuthor } from "./around/first-person.ts";
import { onTheSpot } from "./around/scene.ts";
import { splitSighting } from "./around/split-sightings.ts";
import { dateDrafts } from "./days/date-drafts.ts";
import { dateSightings, withDays } from "./days/date-sightings.ts";
import { dayFrom } from "./days/days-from.ts";
import {
  isAside,
  isEarlier,
  isOfAnother,
  isOfRelative,
  isOfSaid,
  isOfSpeech,
  isPastYet,
  isThere,
  isWithin,
} from "./days/other-days.ts";
import { findSightings, type Sighting } from "./find-sightings.ts";
import { entitle } from "./finish/entitle.ts";
import { durationOf } from "./finish/find-duration.ts";
import { withInitiator } from "./finish/find-initiator.ts";
import { outcomesOf } from "./finish/find-outcomes.ts";
import { topicsOf } from "./finish/find-topics.ts";
import { withInitiative } from "./finish/initiative.ts";
import { type DatedSighting, type Draft, mergeSightings } from "./merge-sightings.ts";
import { isAble } from "./parties/able.ts";
import { placeAfter, withGoals, withHostThere, withSpot, withVenue } from "./places/find-goals.ts";
import { withGathering } from "./places/gathering.ts";
import { withPlace } from "./places/opening-place.ts";
import { placeBeside } from "./places/place-beside.ts";
import { isOnceDue } from "./triggers/due.ts";
import { isMatter } from "./triggers/points-back.ts";

/** The layers that contacts are read from. */
export type ContactsInput = Omit<Reading, "contacts" | "events">;

/** Contacts in order of first evidence; all mentions of one exchange are one contact. */
export const findContacts = (reading: ContactsInput, language: ContactsLanguage): BareContact[] => {
  const parties = partiesOf(reading);
  const bySentence = wordsBySentence(reading.words);
  const lengths = reading.times.filter(({ type }) => type === "DURATION");
  const dates = datesOf(withDays(reading));
  const within = innermost(reading);
  const places = placesOf(reading);
  const found = withAuthor(reading, findSightings(reading, parties, language), parties, language);
  const whole = withDenials(reading, completeSightings(reading, found, parties), parties, within);
  const dated = dateSightings(reading, whole, within).flatMap((sighting, at) =>
    splitSighting(reading, sighting, parties, whole[at + 1]?.word ?? Number.POSITIVE_INFINITY),
  );
  const sightings = dated
    .flatMap((sighting) => withGoals(reading, sighting, places, language.places))
    .map((sighting) => withHostThere(reading, sighting, places, language.places))
    .map((sighting) => withVenue(reading, sighting, parties, language.places))
    .map((sighting) => withSide(reading, withSpot(reading, sighting, places, language.places)));
  const setting = {
    published: reading.document.published,
    paragraphOf: (word: number) => reading.sentences[reading.words[word]!.sentence]!.paragraph,
    speakersBeside: (word: number) => speakersIn(reading, reading.words[word]!.sentence),
  };
  const merged = mergeSightings(sightings, reading.actors, setting);
  const drafts = onTheSpot(reading, merged).map((draft) => ({
    ...draft,
    seen: withInitiator(reading.words, bySentence, parties, draft),
  }));
  const days = dateDrafts(reading, drafts);
  const told = new Set<number>();
  const bare = drafts.map((draft, index): BareContact => {
    const place =
      placeOfContact(reading, draft, parties.at, places, language.places) ??
      placeBeside(reading, draft, drafts, language.places);
    const [first] = draft.sightings;
    // What a house tells itself is no mere word of whom its heading names before a colon.
    const itself = reading.document.side !== undefined && draft.sightings.some(isItsOwn(within));
    const held = itself ? undefined : within(first!.word);
    const participants = withPlaceOfHost(participantsOf(draft, reading), place, reading.actors);
    const date =
      draft.date ??
      dayFrom(reading, drafts, days, index) ??
      narrated(reading, dates, draft, sightings, within) ??
      days[index];
    // "spoke for an hour, after his call with Putin": one of the two lasted so long.
    const duration = durationOf(
      reading.words,
      lengths.filter(({ start }) => !told.has(start)),
      draft,
    );
    if (duration) told.add(duration.start);
    const next = startOf(reading, drafts[index + 1]);
    const undated = {
      index,
      channel: draft.channel === "other" && place ? "meeting" : draft.channel,
      status: statusOn(reading, draft, date),
      participants,
      ...(place && { place }),
      ...(duration && { duration }),
      topics: draft.sightings.flatMap((sighting) => topicsOf(reading.words, sighting)),
      outcomes: outcomesOf(reading, draft, next ?? Number.POSITIVE_INFINITY, bySentence, parties, language),
      evidence: draft.sightings.map((sighting) => evidenceOf(reading, sighting)),
      ...(held !== undefined && { within: held }),
      rule: first!.rule,
    };
    // A house's readout that gives no day for the contact it opens with tells of the day it was published.
    const { published, sideRule } = reading.document;
    const isHouse = sideRule === undefined || /^(?:publisher|letterhead|dateline)$/.test(sideRule);
    const day = date ?? (isHouse && opensReadout(reading, undated) ? published : undefined);
    return { ...undated, ...(day && { date: day }) };
  });
  return entitle(reading, bare, language).map((contact) => {
    const told = withGathering(reading, withInitiative(reading, contact), language.places);
    return opensReadout(reading, told) ? withPlace(reading, told, language.places) : told;
  });
};

/** Who speaks in the sentence. */
const speakersIn = ({ words, statements }: ContactsInput, sentence: number): number[] =>
  statements.flatMap(({ cueWord, speakers }) =>
    words[cueWord ?? -1]?.sentence === sentence ? speakers : [],
  );

const isItsOwn =
  (within: (word: number) => number | undefined) =>
  ({ word, rule }: Sighting): boolean =>
    rule.endsWith("/V") && within(word) === undefined;

/** "The Prime Minister spoke to President Putin" in a readout: who is not named is of the side that publishes it. */
const withSide = ({ document, actors }: ContactsInput, sighting: DatedSighting): DatedSighting => {
  const [only, more] = sighting.seen;
  if (!document.side || !only || more || actors[only.actor]!.kind !== "person") return sighting;
  // "leaves for Lilongwe": a journey to somewhere else is no journey to the house.
  if (sighting.channel === "visit" && sighting.goal !== undefined) return sighting;
  const isOwn = (country: string | undefined) => isSide(document, country);
  if (isOwn(actors[only.actor]!.country)) return sighting;
  const own = actors.find(
    ({ kind, country, code }) => isOwn(country) && (kind === "state" || / IGO/.test(code ?? "")),
  );
  return own ? { ...sighting, seen: [...sighting.seen, { actor: own.index }] } : sighting;
};

/** Where a draft is first told of. */
const startOf = ({ words }: ContactsInput, draft: Draft | undefined): number | undefined =>
  draft && words[draft.sightings[0]!.word]!.start;

/** In a government's readout, the one who meets the other side and is of no side named is its own. */
const participantsOf = (draft: Draft, { actors, document }: ContactsInput): Participant[] => {
  const seen = withoutBystanders(draft.seen, actors);
  const sides = seen.map(({ actor }) => actors[actor]!.country);
  const lone = sides.filter((side) => side === undefined).length === 1;
  const own =
    lone && document.side !== undefined && !sides.some((side) => isSide(document, side))
      ? document.side
      : undefined;
  return seen.map(({ actor, role }, at) => {
    const side = sides[at] ?? (actors[actor]!.kind === "person" ? own : undefined);
    return { actor, ...(side && { side }), ...(role && { role }) };
  });
};

/** "Honored to host the minister in Jerusalem this morning": the author who is host is at home. */
const withPlaceOfHost = (
  participants: Participant[],
  place: Contact["place"],
  actors: ContactsInput["actors"],
): Participant[] =>
  participants.map((one) =>
    one.role === "host" && one.side === undefined && place?.country && actors[one.actor]!.rule === "author"
      ? { ...one, side: place.country }
      : one,
  );

/** Held on a day to come is planned; "had been due to meet on Friday", told after that day, is off. */
const statusOn = (
  { document, words }: ContactsInput,
  draft: Draft,
  date: string | undefined,
): Draft["status"] => {
  const { published } = document;
  if (draft.status === "held" && isAhead(date, published)) return "planned";
  const isOver = published !== undefined && date?.length === 10 && date < published;
  return draft.status === "planned" && isOver && isOnceDue(words, draft.sightings[0]!.clause)
    ? "cancelled"
    : draft.status;
};

/** A day after publication: whatever the words, it has not been held yet. */
const isAhead = (date: string | undefined, published: string | undefined): boolean =>
  published !== undefined &&
  ((date?.length === 10 && date > published) || (date?.length === 7 && date > published.slice(0, 7)));

/** "Muttaqi of the Taliban": a movement of the state for which somebody takes part. */
const isAtHome = (actor: Actor, seen: Draft["seen"], actors: ContactsInput["actors"]): boolean =>
  actor.kind !== "person" &&
  sideIn(actor) !== actor.country &&
  seen.some(
    ({ actor: other }) => actors[other]!.kind === "person" && actors[other]!.country === actor.country,
  );

/** Without bodies of no known side ("Amazon Fund") where two sides are named beside them. */
const withoutBystanders = (seen: Draft["seen"], actors: ContactsInput["actors"]): Draft["seen"] => {
  const able = seen.filter(({ actor }) => isAble(actors[actor]!) && !isAtHome(actors[actor]!, seen, actors));
  return new Set(able.map(({ actor }) => actors[actor]!.country)).size > 1 ? able : seen;
};

/** The day of the sentence before, where no sighting has a date of its own. */
const narrated = (
  reading: ContactsInput,
  dates: ReturnType<typeof datesOf>,
  { status, sightings: [first] }: Draft,
  sightings: readonly DatedSighting[],
  within: (word: number) => number | undefined,
): string | undefined => {
  if (status !== "held" || !first || isEarlier(reading.words, first.word)) return undefined;
  if (isThere(reading.words, first.clause)) return undefined;
  const found = dates(first.word) ?? dates(first.clause);
  const time = reading.times[found?.time ?? -1];
  if (!found || isAside(reading, time, first) || isPastYet(reading, first, found.date)) return undefined;
  if (time && (isOfSpeech(reading.words, time, first) || isOfAnother(reading.words, time, first, sightings)))
    return undefined;
  const here = time && reading.words[time.first]!.sentence === reading.words[first.word]!.sentence;
  if (time && isOfRelative(reading.words, time, here ? first : { word: -1, clause: -1 })) return undefined;
  if (here && (!isWithin(reading, time, within(first.word)) || isOfSaid(reading, time, first)))
    return undefined;
  return found.date;
};

const placeOfContact = (
  reading: ContactsInput,
  draft: Draft,
  at: (word: number) => readonly number[],
  places: ReturnType<typeof placesOf>,
  names: Places,
): Contact["place"] => {
  if (
    draft.channel === "call" ||
    draft.channel === "video" ||
    draft.channel === "letter" ||
    draft.channel === "message"
  )
    return undefined;
  for (const { word, clause, goal, goalSpan, rule } of draft.sightings) {
    // "discussed the preparations for the summit in Brazzaville": a house tells what was discussed, not where.
    if (isMatter.test(rule) && reading.document.side !== undefined) continue;
    // "called in Chile's ambassador": the word is the verb's.
    if (rule === "call_in/V" && /^in$/i.test(reading.words[word + 1]?.text ?? "")) continue;
    if (goalSpan) return { ...goalSpan, ...(goal && { country: goal }) };
    const happens = /^nsubj/.test(reading.words[word]!.relation) && reading.words[word]!.head === clause;
    const verb = happeningOf(reading.words, word);
    for (const from of [
      ...(verb === undefined ? [] : [verb]),
      ...(happens ? [clause, word] : [word, clause]),
    ]) {
      const place = places(from);
      if (!place) continue;
      const country =
        names.get(reading.document.text.slice(place.start, place.end).toLowerCase()) ??
        reading.actors[at(wordAt(reading, place))[0] ?? -1]?.country;
      return { ...place, ...(country && { country }) };
    }
    // "discussed developments in the Gaza Strip"
    const span = isTalkOf(reading.words[word]!) ? undefined : placeAfter(reading, word, names);
    const country = span && names.get(reading.document.text.slice(span.start, span.end).toLowerCase());
    if (span) return { ...span, ...(country && { country }) };
  }
  return undefined;
};

const wordAt = ({ words }: ContactsInput, span: Span): number => {
  let low = 0;
  let high = words.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (words[middle]!.end <= span.end) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** The trigger with the words that make it one name: "phone call". */
const evidenceOf = ({ words }: ContactsInput, { word }: Sighting): Span => {
  const first =
    words[word]!.children.find(
      (child) => words[child]!.relation === "compound" && child < word && words[child - 1]?.text !== "-",
    ) ?? word;
  return { start: words[first]!.start, end: words[word]!.end };
};
