// Words -> time expressions with their values: rules say what is said, anchors settle what is meant.
import type { TimesLanguage } from "../../language/times.ts";
import type { Document } from "../../model/document.ts";
import type { Quotation, Sentence } from "../../model/sentence.ts";
import type { Time } from "../../model/time.ts";
import type { Word } from "../../model/token.ts";
import { isBefore, isBeside, isWho } from "./aside.ts";
import { type Atom, atomsOf } from "./atoms.ts";
import { stretchOf } from "./calendar.ts";
import { withDays, withIntervals } from "./intervals.ts";
import { type Candidate, matchRules } from "./match-rules.ts";
import { type Thread, threadOf } from "./narrative.ts";
import { type Anchors, type Meaning, resolve } from "./resolve.ts";
import { clock, normalDuration } from "./said.ts";
import { pointingOf } from "./tense.ts";
import { utteranceDays } from "./utterance.ts";

/** An expression with its place in the words. */
export type Expression = Candidate & {
  readonly first: number;
  readonly last: number;
  readonly span: [number, number];
};

/**
 * Time expressions in text order, none inside another. Where nothing decides, a value keeps its X
 * (`XXXX-WXX-5`, `XXXX-XX-XX`) and rests on the text alone.
 */
export const findTimes = (
  document: Document,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  words: readonly Word[],
  language: TimesLanguage,
): Time[] => {
  const expressions = findExpressions(words, language);
  const quoted = quotedWords(quotations, words);
  const places = expressions.map((one) => quoted[one.first]);
  const now = document.published?.slice(0, 10);
  const nowBasis = document.publishedRule === undefined ? "published" : "narrative";
  const thread = threadOf(expressions, (place) => places[place] !== undefined, now);
  const ground = { thread, verbs: language.verbs, now, nowBasis } as const;
  const meant = (uttered: ReadonlyMap<number, string>): Time[] =>
    withDays(
      meanings(words, expressions, ground, (place) => uttered.get(places[place]?.index ?? -1)),
      words,
    );
  const times = meant(new Map());
  if (!places.some((one) => one !== undefined)) return withIntervals(times, words, now);
  const uttered = utteranceDays({ document, sentences, quotations, words, times }, language);
  return withIntervals(uttered.size === 0 ? times : meant(uttered), words, now);
};

/** What all expressions of a text share: its thread, its day, and where that day comes from. */
type Ground = {
  readonly thread: Thread;
  readonly verbs: TimesLanguage["verbs"];
  readonly now: string | undefined;
  readonly nowBasis: "published" | "narrative";
};

/** Resolves the expressions in text order; `utteredOn` gives the day of the quotation that one stands in. */
const meanings = (
  words: readonly Word[],
  expressions: readonly Expression[],
  { thread, verbs, now: ofText, nowBasis }: Ground,
  utteredOn: (place: number) => string | undefined,
): Time[] => {
  let period: string | undefined;
  let told: Told | undefined;
  // The last one that stands on the thread of what is told, and the last such day.
  let main: Told | undefined;
  let day: Told | undefined;
  let anyDay: Told | undefined;
  return expressions.map((one, index): Time => {
    const sentence = words[one.first]!.sentence;
    const uttered = utteredOn(index);
    const now = uttered ?? ofText;
    const anchors: Anchors = {
      nowBasis: uttered === undefined ? nowBasis : "statement",
      ...pointingOf(words, one.first, one.last, verbs),
      narrative: thread.narrative && uttered === undefined,
      ...(thread.next[index] ? { next: thread.next[index]! } : {}),
      ...(now ? { now } : {}),
      ...(period ? { period } : {}),
      ...toldBefore(words, one, anchorsFor(one.said, { told, main, day, anyDay }), thread.narrative),
    };
    const meaning = one.rule.type === "SET" ? asSaid(one.said) : resolve(one.said, anchors);
    if (/^\d{4}-[QH]\d$/.test(meaning.value) && isReported(meaning.value, now)) period = meaning.value;
    if (!meaning.open && stretchOf(meaning.value) && thread.follows(meaning.value))
      told = { value: meaning.value, sentence, beside: isBeside(words, one.first) };
    if (told?.sentence === sentence && !told.beside) main = told;
    const isDay = told?.sentence === sentence && stretchOf(meaning.value)?.unit === "day";
    if (isDay) anyDay = told;
    if (isDay && main === told) day = main;
    return toTime(index, one, meaning);
  });
};

/** Counted in days from what was told, or a part of that day. */
const countsDays = /^(?:then|day)(?: [+-]P\d+D| :T|$)/;

/** What is counted in days is counted from a day; "that same day" is the last one of all, whatever it was of. */
const anchorsFor = (
  said: string,
  { told, main, day, anyDay }: { readonly [name in "told" | "main" | "day" | "anyDay"]: Told | undefined },
): { readonly told: Told | undefined; readonly main: Told | undefined } => {
  if (!day || !countsDays.test(said)) return { told, main };
  return /\+P0D/.test(said) ? { told: anyDay, main: anyDay } : { told, main: day };
};

/** A date told before, its sentence, and whether it stands beside the thread. */
type Told = { readonly value: string; readonly sentence: number; readonly beside: boolean };

/**
 * What a saying is counted from: the last date of its own sentence, else the last one on the thread; what had been before
 * that goes on from the last one of all.
 */
const toldBefore = (
  words: readonly Word[],
  { first, said }: Expression,
  { told, main }: { readonly told: Told | undefined; readonly main: Told | undefined },
  narrative: boolean,
): Pick<Anchors, "told"> => {
  const { sentence } = words[first]!;
  const isFar = /\+P0D/.test(said);
  const isNear = (one: Told) =>
    narrative || sentence - one.sentence <= (isFar ? 16 : one !== told && told?.beside ? 8 : 3);
  const isOwn =
    told?.sentence === sentence || (told?.beside && isBefore(words, first) && !isWho(words, first));
  const one = isOwn || !main || narrative || !isNear(main) ? told : main;
  return one && isNear(one) ? { told: one.value } : {};
};

const toTime = (index: number, one: Expression, meaning: Meaning): Time => ({
  index,
  start: one.span[0],
  end: one.span[1],
  first: one.first,
  last: one.last,
  type: one.rule.type ?? "DATE",
  value: one.said.startsWith("T") ? clock(meaning.value) : meaning.value,
  ...(one.mod === "" ? {} : { mod: one.mod }),
  said: one.said,
  basis: meaning.basis,
  ...(meaning.anchor === undefined ? {} : { anchor: meaning.anchor }),
  rule: one.rule.id,
});

/** For each word the quotation it stands in, the outermost one. */
const quotedWords = (quotations: readonly Quotation[], words: readonly Word[]): (Quotation | undefined)[] => {
  const outer = quotations.filter((one) => one.depth === 0);
  let at = 0;
  return words.map((word) => {
    while (at < outer.length && outer[at]!.end <= word.start) at += 1;
    const one = outer[at];
    return one && one.start <= word.start ? one : undefined;
  });
};

const asSaid = (said: string): Meaning => ({ value: normalDuration(said), basis: "text", open: false });

/** A quarter more than a year back is what the reported one is compared with. */
const isReported = (value: string, now: string | undefined): boolean => {
  const today = now === undefined ? undefined : stretchOf(now);
  return !today || today.first - stretchOf(value)!.last < 300;
};

const findExpressions = (words: readonly Word[], language: TimesLanguage): Expression[] => {
  const found: Expression[] = [];
  for (let first = 0; first < words.length; ) {
    let end = first + 1;
    while (end < words.length && words[end]!.sentence === words[first]!.sentence) end += 1;
    const atoms = atomsOf(words, first, end);
    for (const candidate of matchRules(atoms, words, language)) found.push(placed(candidate, atoms));
    first = end;
  }
  return found;
};

const placed = (candidate: Candidate, atoms: readonly Atom[]): Expression => {
  const first = atoms[candidate.start]!;
  const last = atoms[candidate.end - 1]!;
  return { ...candidate, first: first.word, last: last.word, span: [first.start, last.end] };
};
