// Words, actors, statements and contacts -> PLOVER events.

import { objectOf } from "../../clause/arguments.ts";
import { innermost } from "../../clause/innermost.ts";
import { type Parties, partiesOf } from "../../clause/parties.ts";
import { placesOf } from "../../clause/place.ts";
import { datesOf } from "../../dating/date-of.ts";
import type { Code, EventsLanguage } from "../../language/events.ts";
import type { Places } from "../../language/places.ts";
import type { Actor } from "../../model/actor.ts";
import type { Event, Factuality } from "../../model/event.ts";
import type { Reading } from "../../model/reading.ts";
import type { Span } from "../../model/span.ts";
import { isBackground } from "./background.ts";
import { codeTriggers, type Deed } from "./code-triggers.ts";
import { completeSides } from "./complete-sides.ts";
import { contactEvents } from "./contact-events.ts";
import { contextsOf } from "./find-contexts.ts";
import { mendVerbs } from "./mend-verbs.ts";
import { ownParties } from "./own-parties.ts";
import { political } from "./political.ts";

/** The layers that events are read from. */
export type EventsInput = Omit<Reading, "events">;

/** Events in text order of their triggers. */
export const findEvents = (given: EventsInput, language: EventsLanguage): Event[] => {
  const reading = { ...given, words: mendVerbs(given.words) };
  const { words, actors, contacts } = reading;
  const parties = ownParties(words, partiesOf(reading));
  const dates = datesOf(reading);
  const within = innermost(reading);
  const places = placesOf(reading);
  const starts = new Map(words.map(({ start, index }) => [start, index]));
  const complaint = language.codes.get("114")!;
  const contexts = contextsOf(words, language);
  const told = contactEvents(words, contacts, language.codes);
  const covered = sentencesOf(
    words,
    contacts.flatMap(({ evidence }) => evidence.map(({ start }) => start)),
  );
  const met = new Set(told.map(({ trigger }) => trigger.start));
  const answers = new Set(
    reading.statements.map(({ act, cueWord }) => (act === "answer" ? cueWord : undefined)),
  );
  const found: Omit<Event, "index">[] = [...told];
  const deeds = completeSides(codeTriggers(words, parties, language), { words, parties, language });
  const coded = deeds
    .map((deed) => (isOfficial(deed, actors) ? { ...deed, code: complaint } : deed))
    .filter(({ index, code }) => !(isContact(code) && covered.has(words[index]!.sentence)))
    // "called on the president a day later": a visit, and no appeal.
    .filter(({ index, code }) => code.type !== "REQUEST" || !met.has(words[index]!.start))
    // "shot back that", "fired back": words only.
    .filter(({ index, code }) => code.type !== "ASSAULT" || !answers.has(index));
  for (const deed of political(coded, { words, actors, language })) {
    const { index, sides, standing, code } = deed;
    if (isLone(code, deed, actors)) continue;
    const ownPeople = isOwnPeople(words, parties, deed);
    const dated = dates(index);
    const date = dated?.date;
    const goesOn = dated?.time !== undefined && isSince(reading, dated.time);
    const place = located(words, starts, places(index));
    const recipients = suffering(reading, deed, ownPeople, place && stateAt(reading, place, language.places));
    const held = within(index);
    found.push({
      type: code.type!,
      ...(code.mode && { mode: code.mode }),
      contexts: contexts(index, code),
      cameo: code.code,
      actors: sides.actors,
      recipients,
      ...(date && { date }),
      ...(place && { place }),
      factuality: factualityOf(
        standing,
        isBackground(words, index),
        goesOn ? undefined : date,
        reading.document.published,
      ),
      trigger: { start: words[index]!.start, end: words[index]!.end },
      ...(held !== undefined && { within: held }),
      rule: deed.rule,
    });
  }
  return withoutTwins(reading, withoutOutcomes(words, found))
    .sort((a, b) => a.trigger.start - b.trigger.start || a.trigger.end - b.trigger.end)
    .map((event, index) => ({ index, ...event }));
};

/** "shelled a market, killing nine", "sends rice to help it": what a deed led to, or is for, is none of its own. */
const withoutOutcomes = (
  words: EventsInput["words"],
  found: readonly Omit<Event, "index">[],
): Omit<Event, "index">[] => {
  const byStart = new Map(found.map((event) => [event.trigger.start, event]));
  const starts = new Map(words.map((word) => [word.start, word]));
  return found.filter(({ type, actors, recipients, trigger, factuality }) => {
    const word = starts.get(trigger.start);
    const cause = word && byStart.get(words[word.head]?.start ?? -1);
    if (!word || !cause || !/^(advcl|xcomp)$/.test(word.relation)) return true;
    const outcome =
      type === "ASSAULT" && cause.type === type && word.relation === "advcl" && word.xpos === "VBG";
    const purpose = /^(AID|SUPPORT)$/.test(type) && factuality === "hypothetical" && word.xpos === "VB";
    return !(
      (outcome || purpose) &&
      actors.every((one) => cause.actors.includes(one)) &&
      recipients.every((one) => cause.recipients.includes(one))
    );
  });
};

/** One event a sentence where several triggers tell of the same type between the same sides. */
const withoutTwins = (
  { words }: EventsInput,
  found: readonly Omit<Event, "index">[],
): Omit<Event, "index">[] => {
  const sentences = new Map(words.map((word) => [word.start, word.sentence]));
  const seen = new Set<string>();
  return found.filter(({ type, actors, recipients, trigger, factuality }) => {
    const key = [sentences.get(trigger.start), type, factuality, actors.join(","), recipients.join(",")].join(
      " ",
    );
    return !seen.has(key) && seen.add(key) !== undefined;
  });
};

/** Sentences that these places of the text stand in. */
const sentencesOf = (words: EventsInput["words"], starts: readonly number[]): Set<number> => {
  const wanted = new Set(starts);
  return new Set(words.flatMap(({ start, sentence }) => (wanted.has(start) ? [sentence] : [])));
};

const isContact = (code: Code): boolean =>
  code.code.startsWith("04") || code.code === "036" || code.code === "125" || code.code === "164";

/** A state that protests complains; its people demonstrate. */
const isOfficial = ({ code, rule, sides }: Deed, actors: readonly Actor[]): boolean =>
  code.code === "141" &&
  /^protest\//.test(rule) &&
  sides.actors.length > 0 &&
  sides.actors.every((index) => actors[index]!.kind === "state" || / GOV/.test(actors[index]!.code ?? ""));

/** A consultation takes two; the president and his ministers, or his wife, are one. */
const isLone = ({ type }: Code, { sides }: Deed, actors: readonly Actor[]): boolean => {
  if (type !== "CONSULT") return false;
  const all = [...sides.actors, ...sides.recipients].map((index) => actors[index]!);
  const house = all.every(({ kind, code = "" }) => kind === "state" || / (?:GOV|ELI)/.test(code));
  const [first, ...others] = all;
  return (
    others.length === 0 ||
    (house && first!.country !== undefined && others.every(({ country }) => country === first!.country))
  );
};

/**
 * Whoever a deed is done to: those found, else the state of its place where the text speaks of that state. Measures,
 * concessions and protests at home act on the country itself where nobody else is named: on the state as
 * another actor than the one that acts, or on the one that acts where the text has its people as object.
 */
const suffering = (
  { actors }: EventsInput,
  { code: { type, code }, sides }: Deed,
  ownPeople: boolean,
  there: number | undefined,
): number[] => {
  if (sides.recipients.length > 0) return sides.recipients;
  if (there !== undefined && /^(ASSAULT|PROTEST|COERCE|AID|MOBILIZE)$/.test(type ?? "")) return [there];
  const home = /^(COERCE|CONCEDE|PROTEST)$/.test(type ?? "") || code.startsWith("132");
  if (!home) return [];
  const countries = new Set(sides.actors.map((one) => actors[one]!.country));
  const states = actors.filter((actor) => actor.kind === "state" && countries.has(actor.country));
  const others = states.filter((actor) => !sides.actors.includes(actor.index));
  const found = others.length > 0 ? others : type === "COERCE" && ownPeople ? states : [];
  return found.map((actor) => actor.index);
};

/** "arrested protesters": a deed to people that the text does not place elsewhere. */
const isOwnPeople = (words: EventsInput["words"], parties: Parties, { index }: Deed): boolean => {
  const object = words[index]!.upos === "VERB" ? objectOf(words, index) : undefined;
  return object !== undefined && parties.isMention(object) && parties.of(object).length === 0;
};

/** The actor that is the state in which a place lies. */
const stateAt = ({ document, actors }: EventsInput, place: Span, places: Places): number | undefined => {
  const text = document.text.slice(place.start, place.end).toLowerCase();
  const country = places.get(text) ?? places.get(text.replace(/^\S+ern? |^(?:the|downtown|central) /, ""));
  if (country === undefined) return undefined;
  return actors.find((actor) => actor.kind === "state" && actor.country === country)?.index;
};

/** "sanctions on Belarus", "called on Russia": nobody's place. */
const located = (
  words: EventsInput["words"],
  starts: ReadonlyMap<number, number>,
  place: Span | undefined,
): Span | undefined => {
  const first = place && starts.get(place.start);
  return first !== undefined && /^(on|upon)$/i.test(words[first - 1]?.text ?? "") ? undefined : place;
};

/** "since 2022": what began then goes on. */
const isSince = ({ words, times }: EventsInput, time: number): boolean =>
  /^since$/i.test(words[times[time]!.first - 1]?.text ?? "");

const factualityOf = (
  standing: Deed["standing"],
  background: boolean,
  date: string | undefined,
  published: string | undefined,
): Factuality => {
  if (standing === "future" || standing === "postponed") return "future";
  if (standing === "hypothetical") return "hypothetical";
  if (standing !== "actual") return "negated";
  return background || (date && published && isLongPast(date, published)) ? "historical" : "actual";
};

const isLongPast = (date: string, published: string): boolean => {
  const [year = "", rest = ""] = [published.slice(0, 4), published.slice(4)];
  return date < `${Number(year) - 1}${rest}`.slice(0, Math.max(date.length, 4));
};
