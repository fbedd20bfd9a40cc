// Sightings -> drafts of contacts: those that tell of the same exchange are put together, others stay apart.
import { type Actor, sideIn } from "../../model/actor.ts";
import type { Channel, ContactStatus } from "../../model/contact.ts";
import type { Span } from "../../model/span.ts";
import type { Sighting } from "./find-sightings.ts";
import { isFull, withoutTalkedOf } from "./parties/able.ts";
import type { Seen } from "./parties/find-participants.ts";
import { isMatter } from "./triggers/points-back.ts";

/**
 * A sighting with the date (ISO) that its clause gives it, `soft` where it may be off by a day or two; `goal` is the
 * state that a journey goes to.
 */
export type DatedSighting = Sighting & {
  readonly date?: string;
  readonly soft?: boolean;
  readonly goal?: string;
  readonly goalSpan?: Span;
};

/** A contact in the making. */
export type Draft = {
  channel: Channel;
  loose: boolean;
  status: ContactStatus;
  seen: Seen[];
  date?: string;
  soft?: boolean;
  sightings: DatedSighting[];
};

/** When the text was published, which paragraph a word stands in, and who speaks in its sentence. */
type Setting = {
  readonly published?: string | undefined;
  readonly paragraphOf: (word: number) => number;
  readonly speakersBeside: (word: number) => readonly number[];
};

/** Puts sightings together in text order; what never names two sides is left out. */
export const mergeSightings = (
  sightings: readonly DatedSighting[],
  actors: readonly Actor[],
  setting: Setting,
): Draft[] => {
  const { published } = setting;
  const drafts: Draft[] = [];
  for (const one of sightings) {
    const sighting = withoutTalkedOf(one, actors);
    const status = statusOf(sighting);
    if (status === undefined) continue;
    const full = isFull(sighting, actors);
    const open = drafts.filter((draft) => !isLongPast(sighting, draft, full, published));
    const same = findSame(sighting, status, full, open, actors, setting);
    if (same) join(same, sighting, status, actors);
    else if (full && !(sighting.weak && sighting.seen.length < 2 && sighting.goal === undefined))
      drafts.push(draftOf(sighting, status, actors));
  }
  return drafts;
};

/**
 * "the conversation of March 31", "had talked in New York last September", weeks before the news: no contact told of
 * without a day of its own.
 */
const isLongPast = (
  { date, rule, word }: DatedSighting,
  draft: Draft,
  full: boolean,
  published: string | undefined,
): boolean => {
  if (draft.date !== undefined || draft.status !== "held") return false;
  if (published?.length !== 10 || date === undefined) return false;
  // "had talked with her once, in a call on 1 December": the noun tells how.
  const isHow = rule.endsWith("/N") && word - draft.sightings.at(-1)!.word < 20;
  if (full) return !isHow && isWeeksBefore(date, published);
  return date > published || (date.length === 10 && daysApart(date, published) > 5);
};

/** A month before, or in a month or year before. */
const isWeeksBefore = (date: string, published: string): boolean =>
  date.length === 10 ? daysApart(date, published) > 30 : date < published.slice(0, date.length);

const draftOf = (sighting: DatedSighting, status: ContactStatus, actors: readonly Actor[]): Draft => {
  const seen: Seen[] = [];
  for (const one of sighting.seen) add(seen, one, actors);
  return {
    channel: sighting.channel,
    loose: sighting.loose,
    status,
    seen,
    ...(sighting.date && { date: sighting.date, soft: sighting.soft === true }),
    sightings: [sighting],
  };
};

/** Held, planned, cancelled or denied; undefined for what is only wished for or did not come about. */
const statusOf = ({ standing, rule }: Sighting): ContactStatus | undefined => {
  // "They had not discussed the plants": no word of whether they talked.
  if (standing === "denied" && isMatter.test(rule)) return undefined;
  if (standing === "actual") return "held";
  if (standing === "future") return "planned";
  if (standing === "postponed" || standing === "cancelled") return "cancelled";
  return standing === "denied" ? "denied" : undefined;
};

/** How many contacts back a mention may point. */
const reach = 40;

const findSame = (
  sighting: DatedSighting,
  status: ContactStatus,
  full: boolean,
  drafts: readonly Draft[],
  actors: readonly Actor[],
  setting: Setting,
): Draft | undefined => {
  if (sighting.fresh && !full) return undefined;
  const fitting: Draft[] = [];
  for (let at = drafts.length - 1; at >= Math.max(0, drafts.length - reach); at -= 1) {
    const draft = drafts[at]!;
    if (!sameChannel(sighting, draft) || !sameDay(sighting, draft)) continue;
    if (!sameStatus(status, draft, sighting) || goesElsewhere(sighting, draft)) continue;
    if (full && isSummons(sighting) !== draft.sightings.some(isSummons)) continue;
    if (
      full
        ? sameParties(sighting.seen, draft.seen, actors) &&
          !sighting.fresh &&
          !goesFurther(sighting, draft, actors)
        : pointsAt(sighting, draft, actors)
    )
      fitting.push(draft);
  }
  const pool = talksBefore(sighting, withoutOld(sighting, fitting, setting));
  if (full) return pool[0];
  const latest = [...pool].sort((a, b) => b.sightings.at(-1)!.word - a.sightings.at(-1)!.word);
  return nearest(sighting, status, ofSpeaker(sighting, latest, setting));
};

/** "Wang told reporters after the meeting": one that he took part in, where none of the others is called so. */
const ofSpeaker = (
  { word, rule }: DatedSighting,
  fitting: readonly Draft[],
  { speakersBeside }: Setting,
): readonly Draft[] => {
  const speakers = fitting.length > 1 ? speakersBeside(word) : [];
  const own = fitting.filter(({ seen }) => seen.some(({ actor }) => speakers.includes(actor)));
  const isCalled = ({ sightings }: Draft) => sightings.some((one) => one.rule === rule);
  return own.length > 0 && (own.some(isCalled) || !fitting.some(isCalled)) ? own : fitting;
};

/** What was spoken of is of the talks rather than of the journey on which they were held. */
const talksBefore = ({ rule }: DatedSighting, fitting: readonly Draft[]): readonly Draft[] => {
  const talks = isMatter.test(rule) ? fitting.filter(({ channel }) => channel !== "visit") : [];
  return talks.length > 0 ? talks : fitting;
};

/** "flew to Moscow … He flew to Lagos": journeys to two states. */
const goesElsewhere = ({ goal }: DatedSighting, { sightings }: Draft): boolean => {
  const goals = sightings.flatMap((one) => one.goal ?? []);
  return goal !== undefined && goals.length > 0 && !goals.includes(goal);
};

/**
 * "The last time they spoke was in May. ¶ Paris said after the call": what was weeks before the news is background, and no
 * later paragraph points back at it where it may mean another.
 */
const withoutOld = (
  { word }: DatedSighting,
  fitting: readonly Draft[],
  { published, paragraphOf }: Setting,
): readonly Draft[] => {
  if (published?.length !== 10) return fitting;
  const rest = fitting.filter(
    ({ date, sightings }) =>
      date === undefined ||
      !isWeeksBefore(date, published) ||
      paragraphOf(sightings.at(-1)!.word) === paragraphOf(word),
  );
  return rest.length > 0 ? rest : fitting;
};

/** A summons is told of as one, or pointed back at. */
const isSummons = ({ rule }: Sighting): boolean => /^(summon|call_in)\/V$/.test(rule);

/**
 * The last of those that a noun may point back at; but "the summit" is the one called a summit rather than a talk just
 * told of, and what has been is no contact that is still to come.
 */
const nearest = (
  sighting: DatedSighting,
  status: ContactStatus,
  fitting: readonly Draft[],
): Draft | undefined => {
  const [latest] = fitting;
  if (!latest || !sighting.rule.endsWith("/N")) return latest;
  const isAhead = latest.status === "planned" && status === "held";
  const held = isAhead
    ? fitting.filter((draft) => draft.status === "held" && draft.channel === latest.channel)
    : fitting;
  const pool = held.length > 0 ? held : fitting;
  const last = pool[0]!;
  const named = (draft: Draft) => draft.sightings.some(({ rule }) => rule === sighting.rule);
  // A visit is a visit, whether one travelled or arrived.
  if (last.loose && last.channel !== "visit" && !sighting.loose && !named(last))
    return pool.find((draft) => !draft.loose && named(draft)) ?? last;
  return last;
};

const loosely: { readonly [channel in Channel]: readonly Channel[] } = {
  call: ["call", "video", "other"],
  video: ["video", "call", "other", "meeting"],
  meeting: ["meeting", "other"],
  visit: ["visit"],
  letter: ["letter", "message"],
  message: ["message", "letter"],
  other: ["other", "call", "video", "meeting"],
};

const sameChannel = (sighting: Sighting, draft: Draft): boolean => {
  if (sighting.channel === draft.channel) return true;
  // "is on an official visit. … They exchanged views on Libya": what they speak of is spoken of on it.
  if (draft.channel === "visit" && isMatter.test(sighting.rule)) return true;
  if (sighting.channel === "call" && !sighting.loose && draft.seen.some(({ role }) => role === "host"))
    return false;
  const talked = (channel: Channel) =>
    channel === "call" || channel === "video" || channel === "meeting" || channel === "other";
  if (sighting.loose || draft.loose) return talked(sighting.channel) && talked(draft.channel);
  return (
    loosely[sighting.channel].includes(draft.channel) && loosely[draft.channel].includes(sighting.channel)
  );
};

const sameDay = (sighting: DatedSighting, draft: Draft): boolean =>
  sameDate(sighting.date, draft.date) ||
  ((sighting.soft === true || draft.soft === true) && daysApart(sighting.date, draft.date) <= 2);

const daysApart = (a = "", b = ""): number =>
  a.length === 10 && b.length === 10
    ? Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000
    : Number.POSITIVE_INFINITY;

/** A coarser date agrees with a finer one that it holds. */
const sameDate = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined || b === undefined || a.startsWith(b) || b.startsWith(a);

const sameStatus = (a: ContactStatus, draft: Draft, sighting: DatedSighting): boolean => {
  const b = draft.status;
  if (a === b) return true;
  const off = a === "cancelled" || a === "denied";
  // "A call that was to be held last month had been put off": none told of as held, unless the words point back at it.
  if (off) return b !== "held" || (!sighting.loose && (a === "denied" || sighting.back));
  if (b === "denied" && a === "held" && sighting.told) return true;
  const noun = sighting.rule.endsWith("/N");
  // What took place on a day of its own is no contact that is still to come.
  if (a === "held" && b === "planned" && sighting.date?.length === 10 && sighting.date !== draft.date)
    return false;
  return (
    (b === "cancelled" && a === "planned") || (noun && sighting.back && !(a === "planned" && b === "held"))
  );
};

/**
 * Everyone on the shorter list stands on the other, himself or by someone or something of his side; of two lists of two,
 * a person of no known side may be the one whom the other list calls by his side only ("the American delegation").
 */
const sameParties = (a: readonly Seen[], b: readonly Seen[], actors: readonly Actor[]): boolean => {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const isOn = (one: Seen, list: readonly Seen[]) =>
    list.some((other) => matches(one.actor, other.actor, actors));
  if (few.every((one) => isOn(one, many))) return true;
  const [left, right] = [a.filter((one) => !isOn(one, b)), b.filter((one) => !isOn(one, a))];
  if (a.length !== 2 || b.length !== 2 || left.length !== 1 || right.length !== 1) return false;
  const pair = [actors[left[0]!.actor]!, actors[right[0]!.actor]!];
  return (
    pair.some(({ kind, country }) => kind === "person" && country === undefined) &&
    pair.some(
      ({ kind, country, offices }) => country !== undefined && (kind !== "person" || offices.length === 0),
    )
  );
};

/** "Iwaya met Wang. The two ministers then called on Ishiba": the same two, with one whom the first has not. */
const goesFurther = ({ joint, seen }: Sighting, draft: Draft, actors: readonly Actor[]): boolean =>
  joint === true && seen.some((one) => !draft.seen.some((other) => matches(one.actor, other.actor, actors)));

const matches = (a: number, b: number, actors: readonly Actor[]): boolean => {
  if (a === b) return true;
  const [first, second] = [actors[a]!, actors[b]!];
  if (first.country === undefined || sideIn(first) !== sideIn(second)) return false;
  return first.kind !== "person" || second.kind !== "person";
};

const pointsAt = (sighting: Sighting, draft: Draft, actors: readonly Actor[]): boolean =>
  sighting.back &&
  sighting.seen.every((one) => draft.seen.some((other) => matches(one.actor, other.actor, actors)));

const join = (
  draft: Draft,
  sighting: DatedSighting,
  status: ContactStatus,
  actors: readonly Actor[],
): void => {
  if (draft.loose && !sighting.loose && sighting.channel !== "other") {
    draft.channel = sighting.channel;
    draft.loose = false;
  } else if (draft.channel === "other") draft.channel = sighting.channel;
  if (status === "cancelled" || status === "denied") draft.status = status;
  const finer = (sighting.date?.length ?? 0) > (draft.date?.length ?? 0);
  if (sighting.date && (finer || (draft.soft && !sighting.soft))) {
    draft.date = sighting.date;
    draft.soft = sighting.soft === true;
  }
  for (const one of sighting.seen) add(draft.seen, one, actors);
  draft.sightings.push(sighting);
};

/** A person takes the place of his bare state; a state that a person already stands for is left out. */
const add = (seen: Seen[], one: Seen, actors: readonly Actor[]): void => {
  const held = seen.findIndex((other) => other.actor === one.actor);
  if (held >= 0) {
    if (seen[held]!.role === undefined && one.role) seen[held] = one;
    return;
  }
  const actor = actors[one.actor]!;
  if (
    actor.kind !== "person" &&
    seen.some((other) => actor.country !== undefined && sideIn(actors[other.actor]!) === sideIn(actor))
  )
    return;
  const bare = seen.findIndex(
    (other) =>
      actors[other.actor]!.kind !== "person" &&
      sideIn(actors[other.actor]!) === sideIn(actor) &&
      actor.country !== undefined,
  );
  if (bare >= 0)
    seen[bare] = { ...one, ...(one.role === undefined && seen[bare]!.role && { role: seen[bare]!.role }) };
  else seen.push(one);
};
