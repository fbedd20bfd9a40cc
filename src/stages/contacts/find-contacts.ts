// Words, actors and statements -> contacts, each with the accounts that its sides give of it.
import { markerOf, objectOf } from "../../clause/arguments.ts";
import { innermost } from "../../clause/innermost.ts";
import { partiesOf } from "../../clause/parties.ts";
import { placesOf } from "../../clause/place.ts";
import { datesOf } from "../../dating/date-of.ts";
import type { ContactsLanguage } from "../../language/contacts.ts";
import type { Places } from "../../language/places.ts";
import type { Contact, Participant } from "../../model/contact.ts";
import type { Reading } from "../../model/reading.ts";
import type { Span } from "../../model/span.ts";
import { dateDrafts, dateSightings, withDays } from "./date-sightings.ts";
import { entitle } from "./entitle.ts";
import { accountsOf } from "./find-accounts.ts";
import { findSightings, type Sighting } from "./find-sightings.ts";
import { topicsOf } from "./find-topics.ts";
import { withInitiative } from "./initiative.ts";
import { type DatedSighting, type Draft, mergeSightings } from "./merge-sightings.ts";
import { withPlace } from "./opening-place.ts";
import { isSide, opensReadout } from "./opens-readout.ts";

/** The layers that contacts are read from. */
export type ContactsInput = Omit<Reading, "contacts" | "events">;

/** Contacts in order of first evidence; all mentions of one exchange are one contact. */
export const findContacts = (reading: ContactsInput, language: ContactsLanguage): Contact[] => {
  const parties = partiesOf(reading);
  const dates = datesOf(withDays(reading));
  const within = innermost(reading);
  const places = placesOf(reading);
  const sightings = dateSightings(reading, findSightings(reading, parties, language)).map((sighting) =>
    withSide(reading, withGoal(reading, sighting, places, language.places)),
  );
  const drafts = mergeSightings(sightings, reading.actors);
  const accounts = accountsOf(reading, language.markers);
  const days = dateDrafts(reading, drafts);
  const bare = drafts.map((draft, index): Omit<Contact, "accounts"> => {
    const place = placeOfContact(reading, draft, parties.at, places, language.places);
    const [first] = draft.sightings;
    const held = within(first!.word);
    const participants = participantsOf(draft, reading);
    const date = draft.date ?? narrated(dates, draft) ?? days[index];
    const undated = {
      index,
      channel: draft.channel,
      status: draft.status === "held" && isAhead(date, reading.document.published) ? "planned" : draft.status,
      participants,
      ...(place && { place }),
      topics: draft.sightings.flatMap((sighting) => topicsOf(reading.words, sighting)),
      evidence: draft.sightings.map((sighting) => evidenceOf(reading, sighting)),
      ...(held !== undefined && { within: held }),
      rule: first!.rule,
    };
    // A readout that gives no day for the contact it opens with tells of the day it was published.
    const day = date ?? (opensReadout(reading, undated) ? reading.document.published : undefined);
    return { ...undated, ...(day && { date: day }) };
  });
  const all = entitle(reading, bare, language).map((contact) => {
    const told = withInitiative(reading, contact);
    return opensReadout(reading, told) ? withPlace(reading, told, language.places) : told;
  });
  return all.map((contact) => ({ ...contact, accounts: accounts(contact, all) }));
};

/** "The Prime Minister spoke to President Putin" in a readout: who is not named is of the side that publishes it. */
const withSide = ({ document, actors }: ContactsInput, sighting: DatedSighting): DatedSighting => {
  const [only, more] = sighting.seen;
  if (!document.side || !only || more || actors[only.actor]!.kind !== "person") return sighting;
  const isOwn = (country: string | undefined) => isSide(document, country);
  if (isOwn(actors[only.actor]!.country)) return sighting;
  const own = actors.find(
    ({ kind, country, code }) => isOwn(country) && (kind === "state" || / IGO/.test(code ?? "")),
  );
  return own ? { ...sighting, seen: [...sighting.seen, { actor: own.index }] } : sighting;
};

/** A journey with the state that its place lies in, as host where the text names it. */
const withGoal = (
  reading: ContactsInput,
  sighting: DatedSighting,
  places: ReturnType<typeof placesOf>,
  names: Places,
): DatedSighting => {
  if (sighting.channel !== "visit") return sighting;
  const object = objectOf(reading.words, sighting.word);
  const named = object === undefined ? undefined : names.get(textOf(reading, nameSpan(reading, object)));
  const place = places(sighting.word) ?? goalPhrase(reading, sighting.word);
  const goal =
    named ?? (place && names.get(reading.document.text.slice(place.start, place.end).toLowerCase()));
  if (goal === undefined) return sighting;
  const seen = sighting.seen.filter(
    ({ actor }) => reading.actors[actor]!.country !== goal || reading.actors[actor]!.kind === "person",
  );
  const host = reading.actors.find(({ kind, country }) => kind === "state" && country === goal);
  const hosts = host ? [{ actor: host.index, role: "host" as const }] : [];
  const span = named && object !== undefined ? nameSpan(reading, object) : place;
  return { ...sighting, goal, ...(span && { goalSpan: span }), seen: [...seen, ...hosts] };
};

/** A name with the words before it that belong to it: "New Delhi". */
const nameSpan = ({ words }: ContactsInput, index: number): Span => {
  let first = index;
  while (/^\p{Lu}/u.test(words[first - 1]?.text ?? "") && words[first - 1]!.head === index) first -= 1;
  return { start: words[first]!.start, end: words[index]!.end };
};

const textOf = ({ document }: ContactsInput, { start, end }: Span): string =>
  document.text.slice(start, end).toLowerCase();

/** "a trip to Cairo": the phrase that says where. */
const goalPhrase = ({ words }: ContactsInput, word: number): Span | undefined => {
  const at = words[word]!.children.find(
    (child) => markerOf(words, child) === "to" && words[child]!.upos === "PROPN",
  );
  if (at === undefined) return undefined;
  const parts = words[at]!.children.filter((child) => /^(flat|compound)$/.test(words[child]!.relation));
  const all = [at, ...parts].sort((a, b) => a - b);
  return { start: words[all[0]!]!.start, end: words[all.at(-1)!]!.end };
};

/** In a government's readout, who meets the other side and is of no side named is its own. */
const participantsOf = ({ seen }: Draft, { actors, document }: ContactsInput): Participant[] => {
  const sides = seen.map(({ actor }) => actors[actor]!.country);
  const own =
    document.side !== undefined && !sides.some((side) => isSide(document, side)) ? document.side : undefined;
  return seen.map(({ actor, role }, at) => {
    const side = sides[at] ?? (actors[actor]!.kind === "person" ? own : undefined);
    return { actor, ...(side && { side }), ...(role && { role }) };
  });
};

/** A day after publication: whatever the words, it has not been held yet. */
const isAhead = (date: string | undefined, published: string | undefined): boolean =>
  published !== undefined && date?.length === 10 && date > published;

/** The day of the sentence before, where no sighting has a date of its own. */
const narrated = (dates: ReturnType<typeof datesOf>, draft: Draft): string | undefined =>
  draft.status === "held" ? dates(draft.sightings[0]!.word)?.date : undefined;

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
  for (const { word, clause, goal, goalSpan } of draft.sightings) {
    if (goalSpan) return { ...goalSpan, ...(goal && { country: goal }) };
    for (const from of [word, clause]) {
      const place = places(from);
      if (!place) continue;
      const country =
        names.get(reading.document.text.slice(place.start, place.end).toLowerCase()) ??
        reading.actors[at(wordAt(reading, place))[0] ?? -1]?.country;
      return { ...place, ...(country && { country }) };
    }
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
    words[word]!.children.filter((child) => words[child]!.relation === "compound" && child < word)[0] ?? word;
  return { start: words[first]!.start, end: words[word]!.end };
};
