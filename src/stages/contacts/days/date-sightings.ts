// Sightings and times -> sightings with the dates that their own clauses give them.
import { happeningOf } from "../../../clause/happening.ts";
import { calendarDate, datesOf } from "../../../dating/date-of.ts";
import type { Reading } from "../../../model/reading.ts";
import type { Time } from "../../../model/time.ts";
import type { Word } from "../../../model/token.ts";
import type { Sighting } from "../find-sightings.ts";
import type { DatedSighting } from "../merge-sightings.ts";
import { isNotToHave, isOnceDue } from "../triggers/due.ts";
import { verbBeyond } from "../triggers/find-trigger.ts";
import { dayBeside } from "./days-after.ts";
import { isCounted } from "./days-from.ts";
import {
  isAside,
  isBehindRelative,
  isCloseBehind,
  isOfAnother,
  isOfCancelling,
  isOfPast,
  isOfRelative,
  isOfSaid,
  isOfSpeech,
  isPastYet,
  isSet,
  isToHave,
  isWithin,
} from "./other-days.ts";
import { shiftedDay } from "./shifted-day.ts";

type Input = Pick<
  Reading,
  "document" | "sentences" | "quotations" | "words" | "times" | "mentions" | "statements"
>;

/** Dates by clause; where the tree gives none, the one time of a sentence that has but one sighting. */
export const dateSightings = (
  reading: Input,
  sightings: readonly Sighting[],
  within: (word: number) => number | undefined,
): DatedSighting[] => {
  const clean = withDays(reading);
  const dates = datesOf(clean);
  const quoted = quotedIn(reading);
  const alone = new Map<number, number>();
  for (const { word } of sightings) {
    const { sentence } = reading.words[word]!;
    alone.set(sentence, (alone.get(sentence) ?? 0) + 1);
  }
  const bySentence = timesBySentence(clean);
  return sightings.map((one) => {
    const sighting = isCounted(reading, one, sightings) ? { ...one, fresh: true } : one;
    const beyondVerb = verbBeyond(reading.words, reading.words[sighting.word]!) !== undefined;
    const own =
      (beyondVerb ? undefined : dates(sighting.word)) ??
      (sighting.clause === sighting.word ? undefined : dates(sighting.clause)) ??
      whereOf(reading.words, sighting.clause, dates);
    const verb = happeningOf(reading.words, sighting.word);
    const happened = verb === undefined ? undefined : dates(verb);
    const isOff = /^(?:cancelled|postponed)$/.test(sighting.standing);
    if (happened?.basis === "clause" && !isOff) return { ...sighting, date: plain(happened.date) };
    const { sentence } = reading.words[sighting.word]!;
    const times = bySentence.get(sentence) ?? [];
    const there = own ? undefined : dayOfThere(reading.words, sighting, times);
    if (there && sighting.standing === "actual") return { ...sighting, date: plain(there) };
    const only = alone.get(sentence) === 1 && times.length === 1 ? times[0] : undefined;
    const lone = only && isOfRelative(reading.words, only, sighting) ? undefined : only;
    const hung = own?.basis === "clause" ? reading.times[own.time ?? -1] : lone;
    const beside =
      hung && isBehindRelative(reading.words, hung.first, sighting.word)
        ? undefined
        : (hung ??
          (own
            ? times.find(({ first }) => isCloseBehind(reading.words, first, sighting.word))
            : trailing(reading.words, times, sighting, sightings)));
    const fixed =
      setFor(reading.words, times, sighting) ?? ofListed(reading.words, times, sighting, sightings);
    const near =
      fixed ??
      (beside && isOfAnother(reading.words, beside, sighting, sightings)
        ? ownAfter(reading.words, times, sighting, sightings)
        : beside);
    const due = sighting.standing === "cancelled" ? dueDay(reading.words, times, sighting) : undefined;
    if (due)
      return { ...sighting, date: plain(dayFor(reading.words, sighting, due, reading.document.published)!) };
    const moved = sighting.standing === "postponed" ? newDay(reading.words, times) : undefined;
    if (moved) {
      const ahead = { ...sighting, standing: "future" as const };
      return { ...ahead, date: plain(dayFor(reading.words, ahead, moved, reading.document.published)!) };
    }
    const later =
      near && isOfPast(reading.words, near, sighting)
        ? ownAfter(reading.words, times, sighting, sightings)
        : near;
    const time = later && isOfSpeech(reading.words, later, sighting) ? undefined : later;
    const date =
      time &&
      !isOfCancelling(reading, sighting, time) &&
      !isOfSaid(reading, time, sighting) &&
      (beyondVerb || isWithin(reading, time, within(sighting.word)))
        ? dayFor(reading.words, sighting, time, reading.document.published)
        : undefined;
    const when = dayOfWhen(reading.words, sighting, reading.times);
    if (when && sighting.standing === "actual") return { ...sighting, date: plain(when) };
    const beyond = dayBeside(reading.words, sighting, [times, reading.times], dates);
    if (beyond && sighting.standing === "actual" && !(time && time.first > beyond.at))
      return { ...sighting, date: beyond.day };
    if (date === undefined || isAside(reading, time, sighting))
      return sighting.day === undefined ? sighting : { ...sighting, date: sighting.day, soft: true };
    if (isPastYet(reading, sighting, date) || isOfMatter(reading, sighting, date)) return sighting;
    if (isWeekAhead(reading, sighting, date)) return { ...sighting, standing: "future", date: plain(date) };
    return { ...sighting, date: plain(date), soft: quoted(sighting.word) && time?.basis !== "text" };
  });
};

/**
 * The time's date; the weekday, day or month of what is to come is the next one, where no verb says so ("a call set for
 * Monday").
 */
const dayFor = (
  words: readonly Word[],
  { standing, word, clause }: Sighting,
  time: Time,
  published: string | undefined,
): string | undefined => {
  const weekend = /^(\d{4})-W(\d{2})-WE$/.exec(time.value);
  if (weekend) return monthOf(Number(weekend[1]), Number(weekend[2]), 6);
  const date = startOf(words, time) ?? calendarDate(time.value);
  if (date?.length === 10 && time.to && time.to.length === 10 && time.to < date) return shiftedDay(date, -7);
  // "was to have gone in February", told in June
  if (/^to have(?: been)? $/i.test(before(words, word))) return date;
  const ahead =
    standing === "future" ||
    (!isNotToHave(words, words[word]!) &&
      (standing === "cancelled" || standing === "postponed") &&
      ((isSet(words, time) && !isToHave(words, time.first)) ||
        ((words[word]!.upos === "VERB" || isOnceDue(words, clause)) && time.first > word)));
  if (!ahead || !published || date === undefined || !time.said.startsWith("XXXX-")) return date;
  if (date >= published.slice(0, date.length)) return date;
  // "were to meet on December 15, but it was called off": not a year later.
  const days = date.length === 10 ? (Date.parse(published) - Date.parse(date)) / 86_400_000 : 0;
  if (standing === "cancelled" && days > 7 && days < 120) return date;
  if (/^XXXX-WXX-\d$/.test(time.said)) return date.length === 10 ? shiftedDay(date, 7) : date;
  // "in the fourth quarter", told as a year
  if (/^\d{4}(?:-[A-Z]\w)?$/.test(date)) return published.slice(0, 4) + date.slice(4);
  return /^\d{4}-\d\d/.test(date) ? `${Number(date.slice(0, 4)) + 1}${date.slice(4)}` : date;
};

/** "Next week, Prévot goes to Kinshasa", "next week's summit": the present tense, or a noun, of a week that has not come. */
const isWeekAhead = (
  { words, times, document }: Input,
  { word, standing }: Sighting,
  date: string,
): boolean => {
  const { xpos, head, upos } = words[word]!;
  const tense = xpos === "VB" && head >= 0 ? words[head]!.xpos : xpos;
  const owns = (last: number) => upos === "NOUN" && words[last + 1]?.text.endsWith("s") && word - last < 6;
  return (
    standing === "actual" &&
    document.published !== undefined &&
    times.some(
      ({ value, said, last }) =>
        value === date &&
        /^now \+P\dW$/.test(said) &&
        (/^VB[ZP]$/.test(tense) || (last < word && owns(last))),
    )
  );
};

/** The two or three words before one that make it an infinitive of the perfect. */
const before = (words: readonly Word[], word: number): string => {
  const from = /^been$/i.test(words[word - 1]?.text ?? "") ? word - 3 : word - 2;
  return words
    .slice(Math.max(0, from), word)
    .map(({ text }) => `${text} `)
    .join("");
};

/** "discussed the preparations for the summit in Brazzaville next month": what is done has no day to come. */
const isOfMatter = ({ words, document }: Input, { word, standing }: Sighting, date: string): boolean =>
  standing === "actual" &&
  words[word]!.xpos === "VBD" &&
  document.published?.length === 10 &&
  !date.includes("W") &&
  date > document.published;

/** "arrived on Wednesday, where Putin greeted him": what goes on at the place goes on on the day. */
const whereOf = (
  words: readonly Word[],
  clause: number,
  dates: ReturnType<typeof datesOf>,
): ReturnType<ReturnType<typeof datesOf>> => {
  const { children, head } = words[clause]!;
  return head >= 0 && children.some((child) => words[child]!.text.toLowerCase() === "where")
    ? dates(head)
    : undefined;
};

/** "Five days later Perriello was in Nairobi, where he saw Ruto": the one day told before, where no verb carries it. */
const dayOfThere = (
  words: readonly Word[],
  { clause, word }: Sighting,
  times: readonly Time[],
): string | undefined => {
  const where = words[clause]!.children.find((child) => /^where$/i.test(words[child]!.text));
  const [time, more] = times.filter(({ first }) => first < word);
  return where === undefined || !time || more || time.last > where || words[clause]!.xpos !== "VBD"
    ? undefined
    : calendarDate(time.value);
};

/** "from 13 to 16 October", "13-16 October": the first of the days. */
const startOf = (words: readonly Word[], { first, value }: Time): string | undefined => {
  const day = /^(\d{4}-\d\d-)\d\d$/.exec(value);
  const [before, link] = [words[first - 2], words[first - 1]];
  if (!day || !/^(to|until|-|–)$/i.test(link?.text ?? "") || !/^\d{1,2}$/.test(before?.text ?? ""))
    return undefined;
  const start = `${day[1]}${before!.text.padStart(2, "0")}`;
  return before!.sentence === words[first]!.sentence && start < value ? start : undefined;
};

/** "called off a summit scheduled for next month": the day that was set, whatever other days the sentence has. */
const dueDay = (words: readonly Word[], times: readonly Time[], { word }: Sighting): Time | undefined =>
  times.find((time) => time.first > word && isSet(words, time) && calendarDate(time.value) !== undefined);

/** "on March 31, when Tebboune took a call": the day that the clause hangs behind. */
const dayOfWhen = (
  words: readonly Word[],
  { clause }: Sighting,
  times: readonly Time[],
): string | undefined => {
  const when = words[clause]!.children.find((child) => child < clause && /^when$/i.test(words[child]!.text));
  const before = when === undefined ? undefined : words[when - 1]?.text === "," ? when - 2 : when - 1;
  const time = times.find(({ last }) => last === before);
  return time && calendarDate(time.from ?? time.value);
};

/** Days, months and years; a week is its month, a season or quarter its year. */
const plain = (date: string): string => {
  const week = /^(\d{4})-W(\d{2})$/.exec(date);
  if (!week) return /^\d{4}-(?:[A-Z]{2}|[QH]\d)$/.test(date) ? date.slice(0, 4) : date;
  return monthOf(Number(week[1]), Number(week[2]), 4);
};

/** The month of a day of a week; the week of January 4 is the first. */
const monthOf = (year: number, week: number, day: number): string => {
  const first = Date.UTC(year, 0, 4);
  const days = day - (new Date(first).getUTCDay() || 7) + (week - 1) * 7;
  return new Date(first + days * 86_400_000).toISOString().slice(0, 7);
};

/** "call with Mitsotakis set for Monday": a time behind it that no other verb and no comma stands before. */
const trailing = (
  words: readonly Word[],
  times: readonly Time[],
  sighting: Sighting,
  all: readonly Sighting[],
): Time | undefined => {
  const time = ownAfter(words, times, sighting, all);
  const closed = words
    .slice(sighting.word + 1, time?.first ?? 0)
    .some(({ upos, xpos, text }) => upos === "AUX" || /^VB[DZP]$/.test(xpos) || /^[,;:]$/.test(text));
  return closed ? undefined : time;
};

/** "dined with A on Saturday and held talks with B on Monday": the time that follows it, before the next sighting. */
const ownAfter = (
  words: readonly Word[],
  times: readonly Time[],
  { word }: Sighting,
  all: readonly Sighting[],
): Time | undefined => {
  const { sentence } = words[word]!;
  const next = all.find((other) => other.word > word && words[other.word]!.sentence === sentence)?.word;
  return times.find(({ first }) => first > word && (next === undefined || first < next));
};

/** "call with Mitsotakis set for Monday": the day that it is set for. */
const setFor = (
  words: readonly Word[],
  times: readonly Time[],
  { word, standing }: Sighting,
): Time | undefined =>
  standing === "future" && words[word]!.upos === "NOUN"
    ? times.find(
        ({ first }) =>
          first > word &&
          first - word < 12 &&
          /^(for|on)$/i.test(words[first - 1]?.text ?? "") &&
          /^(set|due|scheduled|slated|planned)$/i.test(words[first - 2]?.text ?? "") &&
          !words.slice(word, first).some(({ text }) => /^[,;]$/.test(text)),
      )
    : undefined;

/** "had dinner with A on Sunday and breakfast with B on Monday": of two that share a verb, the second one's own day. */
const ofListed = (
  words: readonly Word[],
  times: readonly Time[],
  { word, clause }: Sighting,
  all: readonly Sighting[],
): Time | undefined => {
  const first = all.find((other) => other.clause === clause && other.word < word && other.clause !== word);
  return first && times.some((time) => time.first > first.word && time.last < word)
    ? ownAfter(words, times, { word } as Sighting, all)
    : undefined;
};

/** "postponed to next month": the day or month that something put off is put to. */
const newDay = (words: readonly Word[], times: readonly Time[]): Time | undefined =>
  times.find(
    ({ first, value }) =>
      /^(to|until|till)$/i.test(words[first - 1]?.text ?? "") && calendarDate(value) !== undefined,
  );

const timesBySentence = ({ words, times }: Input): Map<number, Time[]> => {
  const found = new Map<number, Time[]>();
  for (const time of times) {
    const sentence = words[time.first]?.sentence;
    if (sentence === undefined || calendarDate(time.value) === undefined) continue;
    found.set(sentence, [...(found.get(sentence) ?? []), time]);
  }
  return found;
};

/** "delayed the summit until June": the month that it is put off to. */
const isPutOffTo = (words: readonly Word[], first: number): boolean =>
  /^(?:until|till)$/i.test(words[first - 1]?.text ?? "") &&
  words
    .slice(Math.max(0, first - 14), first)
    .some(
      ({ lemma, sentence }) =>
        sentence === words[first]!.sentence && /^(?:delay|postpone|defer|push|put|move|shift)$/.test(lemma),
    );

/** "today" inside a quotation may be counted from another day than the text around it. */
const quotedIn = ({ words, quotations }: Input): ((word: number) => boolean) => {
  const quoted = new Set<number>();
  let at = 0;
  for (const quotation of quotations) {
    if (quotation.depth > 0) continue;
    while (at < words.length && words[at]!.start < quotation.start) at += 1;
    for (; at < words.length && words[at]!.end <= quotation.end; at += 1) quoted.add(at);
  }
  return (word) => quoted.has(word);
};

/** Without "Jan" and "April" inside a name, and without open spans: "the first since December" is not of December. */
export const withDays = <Layers extends Input>(reading: Layers): Layers => {
  const names = new Set(
    reading.mentions.flatMap(({ kind, form, first, last }) =>
      kind === "person" && form === "name" && last > first
        ? Array.from({ length: last - first + 1 }, (_, step) => first + step)
        : [],
    ),
  );
  const isOpen = ({ first, from, to }: Time): boolean =>
    (from === undefined) !== (to === undefined) &&
    !/^from$/i.test(reading.words[first - 1]?.text ?? "") &&
    !isPutOffTo(reading.words, first);
  return { ...reading, times: reading.times.filter((time) => !names.has(time.first) && !isOpen(time)) };
};
