// A journey -> the same with the state that its place lies in, as host where the text names it; one for each state it goes to.
import { isPassive, markerOf, objectOf } from "../../../clause/arguments.ts";
import type { Parties } from "../../../clause/parties.ts";
import type { placesOf } from "../../../clause/place.ts";
import { calendarDate } from "../../../dating/date-of.ts";
import type { Places } from "../../../language/places.ts";
import type { Reading } from "../../../model/reading.ts";
import type { Span } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";
import type { DatedSighting } from "../merge-sightings.ts";

type Input = Pick<Reading, "document" | "words" | "actors">;
type Dated = Pick<Reading, "document" | "words" | "actors" | "times">;

/** How many words after a journey its goal may stand. */
const reach = 9;

/** The sighting with `goal`, where it is a journey and the place it goes to is known; "visits to" several states are several. */
export const withGoals = (
  reading: Dated,
  sighting: DatedSighting,
  places: ReturnType<typeof placesOf>,
  names: Places,
): DatedSighting[] => {
  if (sighting.channel !== "visit") return [sighting];
  const object = objectOf(reading.words, sighting.word);
  const span =
    (object === undefined ? undefined : known(reading, nameSpan(reading, object), names)) ??
    goalAfter(reading, sighting, names) ??
    goalBefore(reading, sighting, names) ??
    known(reading, places(sighting.word), names) ??
    chosen(reading, sighting, names);
  if (!span) return [sighting];
  const stateOf = (goal: Span) => names.get(textOf(reading, goal))!;
  const goals = [span, ...furtherGoals(reading, span, names)];
  const states = new Map(goals.map((goal) => [stateOf(goal), goal]));
  states.set(stateOf(span), span);
  const all = [...states.keys()];
  const travel = (own: readonly string[], goal: Span) => toStates(reading, sighting, goal, own, all);
  if (reading.words[sighting.word]!.xpos !== "NNS")
    return [travel(all, span), ...legAfter(reading, sighting, span, names, travel)];
  return all.map((state, at) => ({ ...travel([state], states.get(state)!), ...(at > 0 && { fresh: true }) }));
};

/** "will visit Tehran on Wednesday and Moscow on Friday": a second journey, on a day of its own. */
const legAfter = (
  reading: Dated,
  { word }: DatedSighting,
  span: Span,
  names: Places,
  travel: (own: readonly string[], goal: Span) => DatedSighting,
): DatedSighting[] => {
  const { words, times } = reading;
  const { sentence } = words[word]!;
  const own = times.filter(({ first }) => words[first]?.sentence === sentence);
  const first = own.find((time) => words[time.first]!.start > span.end);
  const link = first && words[first.last + 1];
  if (!first || link?.sentence !== sentence || !/^and$/i.test(link.text)) return [];
  if (words.some(({ start, index, upos }) => start > span.end && index < first.first && upos !== "ADP"))
    return [];
  const at = /^(to|in)$/i.test(words[link.index + 1]?.text ?? "") ? link.index + 2 : link.index + 1;
  const goal = placeAt(reading, at, names);
  const second = goal && own.find((time) => words[time.first]!.start > goal.end);
  const date = second && calendarDate(second.value);
  const between =
    goal && second && words.filter(({ start, index }) => start > goal.end && index < second.first);
  if (!goal || !date || !between?.every(({ upos }) => upos === "ADP")) return [];
  return [{ ...travel([names.get(textOf(reading, goal))!], goal), fresh: true, date }];
};

/** "will travel to Seoul and Tokyo": one journey, with those of its states that the text names as hosts. */
const toStates = (
  { actors }: Input,
  sighting: DatedSighting,
  goalSpan: Span,
  own: readonly string[],
  all: readonly string[],
): DatedSighting => {
  const seen = sighting.seen.filter(
    ({ actor }) => actors[actor]!.kind === "person" || !all.includes(actors[actor]!.country ?? ""),
  );
  const hosts = own.flatMap((state) => {
    const host = actors.find(({ kind, country }) => kind === "state" && country === state);
    return host ? [{ actor: host.index, role: "host" as const }] : [];
  });
  return { ...sighting, goal: own[0]!, goalSpan, seen: [...seen, ...hosts] };
};

/** "visits to Islamabad, Kabul and New Delhi": the places listed behind the first. */
const furtherGoals = (reading: Input, { end }: Span, names: Places): Span[] => {
  const { words } = reading;
  const found: Span[] = [];
  let last = words.findIndex((word) => word.end === end);
  for (let step = 0; last >= 0 && step < 4; step += 1) {
    let at = last + 1;
    while (/^(?:,|and|to)$/i.test(words[at]?.text ?? "") && at < last + 4) at += 1;
    const span = at > last + 1 ? placeAt(reading, at, names) : undefined;
    const stop = span && words.findIndex((word) => word.end === span.end);
    const next = stop === undefined ? undefined : words[stop + 1];
    // "…, and Berlin said", "and Iran's Araghchi", "and Turkish Foreign Minister"
    if (!span || !next || /^(?:VERB|AUX|PROPN|NOUN|PART|ADJ)$/.test(next.upos)) return found;
    found.push(span);
    last = stop!;
  }
  return found;
};

/** "postpones India visit", "calls off Warsaw trip". */
const goalBefore = (reading: Input, { word, rule }: DatedSighting, names: Places): Span | undefined => {
  const { words } = reading;
  const town = rule.endsWith("/N")
    ? words[word]!.children.find((child) => words[child]!.relation === "compound" && child < word)
    : undefined;
  return town === undefined || words[town]!.upos !== "PROPN"
    ? undefined
    : known(reading, nameSpan(reading, town), names);
};

/** "chose Tokyo for his first trip abroad": what is done to a place for the journey. */
const chosen = (reading: Input, { word, clause }: DatedSighting, names: Places): Span | undefined => {
  if (clause === word || markerOf(reading.words, word) !== "for") return undefined;
  const object = objectOf(reading.words, clause);
  return object === undefined ? undefined : known(reading, nameSpan(reading, object), names);
};

const known = (reading: Input, span: Span | undefined, names: Places): Span | undefined =>
  span && names.has(textOf(reading, span)) ? span : undefined;

/** A name with the words before it that belong to it: "New Delhi". */
const nameSpan = ({ words }: Input, index: number): Span => {
  let first = index;
  while (/^\p{Lu}/u.test(words[first - 1]?.text ?? "") && words[first - 1]!.head === index) first -= 1;
  return { start: words[first]!.start, end: words[index]!.end };
};

const textOf = ({ document }: Input, { start, end }: Span): string =>
  document.text.slice(start, end).toLowerCase();

/** "arrived last Tuesday in Moscow", "a trip to Cairo": the first place after a preposition of the word's own. */
const goalAfter = (reading: Input, { word, markers }: DatedSighting, names: Places): Span | undefined => {
  const { words } = reading;
  for (let at = word + 1; at <= word + reach && words[at]?.sentence === words[word]!.sentence; at += 1) {
    const one = words[at]!;
    // "came as a surprise to Kyiv"
    if (isEdge(one) || /^as$/i.test(one.text)) return undefined;
    const direct = at === word + 1 && markers.includes("obj");
    const opens =
      one.upos === "ADP" && (markers.includes(one.text.toLowerCase()) || /^(to|in|at|into)$/i.test(one.text));
    if (!direct && !opens) continue;
    const span = placeAt(reading, direct ? at : at + 1, names);
    if (span) return span;
  }
  return undefined;
};

/** "met with President Widodo of Indonesia in Bali": the first known place after `in`, `at` or `near`, whatever the tree. */
export const placeAfter = (reading: Input, word: number, names: Places): Span | undefined => {
  const { words } = reading;
  for (let at = word + 1; at <= word + 20 && words[at]?.sentence === words[word]!.sentence; at += 1) {
    if (isEdge(words[at]!)) return undefined;
    if (!/^(in|at|near)$/i.test(words[at]!.text)) continue;
    const span = placeAt(reading, at + 1, names);
    if (span) return span;
  }
  return undefined;
};

/** "agreed in Bratislava", "told Li in Jakarta": whether a deed that is a contact only at a known place has one. */
export const withSpot = (
  reading: Input,
  sighting: DatedSighting,
  places: ReturnType<typeof placesOf>,
  names: Places,
): DatedSighting =>
  sighting.placed === false && known(reading, places(sighting.word), names)
    ? { ...sighting, placed: true }
    : sighting;

/** "In Moscow, the Swedish ambassador was summoned": where nobody is said to receive, the state of the place does. */
export const withHostThere = (
  reading: Input,
  sighting: DatedSighting,
  places: ReturnType<typeof placesOf>,
  names: Places,
): DatedSighting => {
  const { channel, seen, word, weak } = sighting;
  const { words, actors } = reading;
  if (channel !== "meeting" || seen.length === 0 || !isPassive(words, word)) return sighting;
  if (!seen.every(({ actor, role }) => role === "guest" && actors[actor]!.kind === "person")) return sighting;
  const span = known(reading, places(word), names) ?? (weak ? undefined : placeAfter(reading, word, names));
  const country = span && names.get(textOf(reading, span));
  if (country === undefined || seen.some(({ actor }) => (actors[actor]!.country ?? country) === country))
    return sighting;
  const own = actors.filter((one) => one.country === country && / GOV|^\w+$/.test(one.code ?? ""));
  const host = own.find(({ kind }) => kind === "state") ?? own.find(({ kind }) => kind === "organization");
  return host ? { ...sighting, seen: [...seen, { actor: host.index, role: "host" }] } : sighting;
};

/** "spoke in Brussels", "conferred with Kuleba at Ramstein": those who talk at a place of theirs have met. */
export const withVenue = (
  reading: Input,
  sighting: DatedSighting,
  parties: Parties,
  names: Places,
): DatedSighting => {
  const { channel, loose, marked, word } = sighting;
  if (!loose || marked || !/^(call|other)$/.test(channel)) return sighting;
  const { words } = reading;
  if (isJourneyFor(reading, word, names)) return { ...sighting, channel: "meeting" };
  for (let at = word + 1; at <= word + 20 && words[at]?.sentence === words[word]!.sentence; at += 1) {
    if (/^(in|at)$/i.test(words[at]!.text) && placeAt(reading, at + 1, names))
      return { ...sighting, channel: "meeting" };
    const named = parties.startingAt(at);
    if (named) at = named.last;
    else if (!/^(ADP|ADV|ADJ|CCONJ|DET|NUM)$/.test(words[at]!.upos) && !spell.test(words[at]!.text))
      return sighting;
    else if (/^(about|on|over|regarding|concerning|of)$/i.test(words[at]!.text)) return sighting;
  }
  return sighting;
};

/** "flies to Cairo for a conversation with": who travels for it does not telephone. */
const isJourneyFor = (reading: Input, word: number, names: Places): boolean => {
  const { words } = reading;
  let at = word - 1;
  while (words[at]?.sentence === words[word]!.sentence && /^(DET|ADJ|NUM)$/.test(words[at]!.upos)) at -= 1;
  if (!/^for$/i.test(words[at]?.text ?? "")) return false;
  for (let before = at - 1; before > at - 8 && words[before]?.sentence === words[word]!.sentence; before -= 1)
    if (/^(to|in)$/i.test(words[before]!.text)) return placeAt(reading, before + 1, names) !== undefined;
  return false;
};

const spell = /^(time|hours?|minutes?|,)$|day$/i;

const isEdge = ({ upos, text }: Word): boolean => upos === "VERB" || upos === "AUX" || /^[;:]$/.test(text);

/** The longest known place that begins there. */
export const placeAt = (reading: Input, index: number, names: Places): Span | undefined => {
  const { words } = reading;
  const first = words[index]?.upos === "DET" ? index + 1 : index;
  for (let last = first + 2; last >= first; last -= 1) {
    if (words[last]?.sentence !== words[index]?.sentence || !/^\p{Lu}/u.test(words[first]?.text ?? ""))
      continue;
    const span = known(reading, { start: words[first]!.start, end: words[last]!.end }, names);
    if (span) return span;
  }
  return undefined;
};
