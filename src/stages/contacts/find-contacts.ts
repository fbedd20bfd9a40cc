// Words, actors and statements -> contacts, each with the accounts that its sides give of it.
import { innermost } from "../../clause/innermost.ts";
import { partiesOf } from "../../clause/parties.ts";
import { placesOf } from "../../clause/place.ts";
import { datesOf } from "../../dating/date-of.ts";
import type { ContactsLanguage } from "../../language/contacts.ts";
import type { Contact, Participant } from "../../model/contact.ts";
import type { Reading } from "../../model/reading.ts";
import type { Span } from "../../model/span.ts";
import { dateSightings } from "./date-sightings.ts";
import { accountsOf } from "./find-accounts.ts";
import { findSightings, type Sighting } from "./find-sightings.ts";
import { topicsOf } from "./find-topics.ts";
import { type Draft, mergeSightings } from "./merge-sightings.ts";

/** The layers that contacts are read from. */
export type ContactsInput = Omit<Reading, "contacts" | "events">;

/** Contacts in order of first evidence; all mentions of one exchange are one contact. */
export const findContacts = (reading: ContactsInput, language: ContactsLanguage): Contact[] => {
  const parties = partiesOf(reading);
  const dates = datesOf(reading);
  const within = innermost(reading);
  const places = placesOf(reading);
  const sightings = dateSightings(reading, findSightings(reading, parties, language));
  return mergeSightings(sightings, reading.actors).map((draft, index): Contact => {
    const place = placeOfContact(reading, draft, parties.at, places);
    const [first] = draft.sightings;
    const held = within(first!.word);
    const date = draft.date ?? narrated(dates, draft);
    const bare = {
      index,
      channel: draft.channel,
      status: draft.status,
      participants: participantsOf(draft, reading),
      ...(date && { date }),
      ...(place && { place }),
      topics: draft.sightings.flatMap((sighting) => topicsOf(reading.words, sighting)),
      evidence: draft.sightings.map((sighting) => evidenceOf(reading, sighting)),
      ...(held !== undefined && { within: held }),
      rule: first!.rule,
    };
    return { ...bare, accounts: accountsOf(reading, bare, language.markers) };
  });
};

const participantsOf = ({ seen }: Draft, { actors }: ContactsInput): Participant[] =>
  seen.map(({ actor, role }) => {
    const side = actors[actor]!.country;
    return { actor, ...(side && { side }), ...(role && { role }) };
  });

/** The day of the sentence before, where no sighting has a date of its own. */
const narrated = (dates: ReturnType<typeof datesOf>, draft: Draft): string | undefined =>
  draft.status === "held" ? dates(draft.sightings[0]!.word)?.date : undefined;

const placeOfContact = (
  reading: ContactsInput,
  draft: Draft,
  at: (word: number) => readonly number[],
  places: ReturnType<typeof placesOf>,
): Contact["place"] => {
  if (
    draft.channel === "call" ||
    draft.channel === "video" ||
    draft.channel === "letter" ||
    draft.channel === "message"
  )
    return undefined;
  for (const { word, clause } of draft.sightings)
    for (const from of [word, clause]) {
      const place = places(from);
      if (!place) continue;
      const country = reading.actors[at(wordAt(reading, place))[0] ?? -1]?.country;
      return { ...place, ...(country && { country }) };
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
