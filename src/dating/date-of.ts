// Words and times -> which time belongs to which verb or event noun, through the tree and the sentences before.
import type { Reading } from "../model/reading.ts";
import { holds, type Span } from "../model/span.ts";
import type { Time } from "../model/time.ts";
import type { Word } from "../model/token.ts";
import { baseRelation, childrenBy } from "../model/tree.ts";
import { entryTimes } from "./entries.ts";
import { climb, hostsOf } from "./hosts.ts";

/** The layers that dating reads. */
export type Datable = Pick<Reading, "document" | "sentences" | "quotations" | "words" | "times">;

/**
 * `clause`: a time of its own clause; `narrative`: the day that the sentences before it are at; `report`: the day of
 * the report's first sentence; `published`: the day of publication.
 */
export type DateBasis = "clause" | "narrative" | "report" | "published";

/** An ISO date as fine as the text allows (`2025-03-03`, `2025-02`, `2025`); `time` is an index into times. */
export type Dated = { readonly date: string; readonly basis: DateBasis; readonly time?: number };

/** `published` lets the day of the report, and then that of its publication, stand in where the text gives no date. */
export type DateOptions = { readonly published?: boolean };

/** Relations by which a predicate without a time of its own shares that of its head. */
const shared = new Set("conj xcomp aux acl obj obl nmod compound nsubj amod advcl".split(" "));

/**
 * Makes the dating of one reading: a function from a word (verb or event noun) to its date, or undefined where
 * the text gives none. Build it once a document; a call looks at one sentence and the ones just before it.
 */
export const datesOf = (reading: Datable): ((word: number, options?: DateOptions) => Dated | undefined) => {
  const { words, document } = reading;
  const bySentence = timesBySentence(reading);
  const hosted = new Map<number, Sentence>();
  const timesOf = (sentence: number): Sentence => {
    let known = hosted.get(sentence);
    if (!known) {
      known = sentenceOf(words, bySentence.get(sentence) ?? []);
      hosted.set(sentence, known);
    }
    return known;
  };
  const named = datedNouns(words, bySentence, (word) => ownDate(words, timesOf(word.sentence), word));
  const quoted = quotedTimes(reading);
  const report = reportDay(reading, timesOf);
  const entries = entryTimes(reading);
  return (index, options = {}) => {
    const word = words[index];
    if (!word) return undefined;
    const own =
      ownDate(words, timesOf(word.sentence), word) ??
      justNow(words, document.published, word) ??
      uttered(word, timesOf(word.sentence).times, quoted) ??
      entered(entries.get(word.sentence)) ??
      before(reading, timesOf, word) ??
      sameNoun(words, named, word);
    if (own || !options.published || document.published === undefined) return own;
    if (report && isPast(words, word)) return report;
    return { date: document.published.slice(0, 10), basis: "published" };
  };
};

/** "We have [just] concluded very good talks": the day of the text. */
const justNow = (
  words: readonly Word[],
  published: string | undefined,
  word: Word | undefined,
): Dated | undefined => {
  if (!word || published === undefined) return undefined;
  if (word.upos !== "VERB")
    return shared.has(baseRelation(word)) ? justNow(words, published, words[word.head]) : undefined;
  const isPerfect = childrenBy(words, word.index, "aux").some(({ text }) =>
    /^(?:have|has|['’]ve)$/i.test(text),
  );
  const isNow = isPerfect && childrenBy(words, word.index, "advmod").some(({ lemma }) => lemma === "just");
  return isNow ? { date: published.slice(0, 10), basis: "clause" } : undefined;
};

/** The ISO calendar date that a TIMEX3 value names, to the day, month, quarter or year; undefined for others. */
export const calendarDate = (value: string): string | undefined => {
  const match = /^(\d{4})(?:-(?:\d{2}(?:-\d{2})?|Q[1-4]|W\d{2}|H[12]|S[PU]|FA|WI))?(?=T|-WE|$)/.exec(value);
  return match?.[0];
};

const timesBySentence = ({ words, times }: Datable): Map<number, Time[]> => {
  const found = new Map<number, Time[]>();
  for (const time of times) {
    const sentence = words[time.first]?.sentence;
    if (sentence === undefined || calendarDate(time.value) === undefined) continue;
    const list = found.get(sentence);
    if (list) list.push(time);
    else found.set(sentence, [time]);
  }
  return found;
};

/** The times of one sentence, and for each predicate the time that hangs nearest on it. */
type Sentence = { readonly times: readonly Time[]; readonly on: ReadonlyMap<number, Time> };

const sentenceOf = (words: readonly Word[], times: readonly Time[]): Sentence => {
  const on = new Map<number, Time>();
  const place = new Map<number, number>();
  for (const time of times)
    hostsOf(words, time).forEach((index, at) => {
      if (at >= (place.get(index) ?? Number.POSITIVE_INFINITY)) return;
      place.set(index, at);
      on.set(index, time);
    });
  return { times, on };
};

/** The time of the word's own clause, or of the clause that it is part of; a noun takes the only time there is. */
const ownDate = (words: readonly Word[], { times, on }: Sentence, word: Word): Dated | undefined => {
  if (times.length === 0) return undefined;
  for (const step of climb(words, word.index)) {
    const time = on.get(step.index);
    if (time) return dated(time, "clause");
    if (step === word)
      for (const child of childrenBy(words, word.index, "xcomp"))
        if (on.has(child.index)) return dated(on.get(child.index)!, "clause");
    if (!shared.has(baseRelation(step))) break;
  }
  return times.length === 1 && word.upos !== "VERB" && !isAhead(words, word)
    ? dated(times[0]!, "narrative")
    : undefined;
};

/** Nouns that have a date of their own, by lemma, the first of each: "the ceremony on Friday". */
const datedNouns = (
  words: readonly Word[],
  bySentence: ReadonlyMap<number, unknown>,
  own: (word: Word) => Dated | undefined,
): Map<string, Dated> => {
  const found = new Map<string, Dated>();
  for (const word of words) {
    if (word.upos !== "NOUN" || found.has(word.lemma) || !bySentence.has(word.sentence)) continue;
    const date = own(word);
    if (date?.basis === "clause") found.set(word.lemma, { ...date, basis: "narrative" });
  }
  return found;
};

/** "the ceremony" takes the date of the ceremony that the text dated elsewhere. */
const sameNoun = (
  words: readonly Word[],
  named: ReadonlyMap<string, Dated>,
  word: Word,
): Dated | undefined => {
  if (word.upos !== "NOUN") return undefined;
  const definite = childrenBy(words, word.index, "det", "nmod:poss").some(
    (one) => !/^(?:a|an|no|any|another)$/i.test(one.text),
  );
  return definite ? named.get(word.lemma) : undefined;
};

/** The quotation around each time that is counted from the day of its utterance, by the time's index. */
const quotedTimes = ({ times, quotations }: Datable): Map<number, Span> => {
  const found = new Map<number, Span>();
  const outer = quotations.filter((one) => one.depth === 0);
  let at = 0;
  for (const time of times) {
    if (time.basis !== "statement") continue;
    while (at < outer.length && outer[at]!.end <= time.start) at += 1;
    const one = outer[at];
    if (one && holds(one, time)) found.set(time.index, one);
  }
  return found;
};

/** The verb that reports a quotation whose day is known was said on that day. */
const uttered = (
  word: Word,
  times: readonly Time[],
  quoted: ReadonlyMap<number, Span>,
): Dated | undefined => {
  if (word.upos !== "VERB" || quoted.size === 0) return undefined;
  const time = times.find((one) => {
    const quotation = quoted.get(one.index);
    return quotation !== undefined && !holds(quotation, word);
  });
  return time?.anchor === undefined ? undefined : { date: time.anchor, basis: "narrative", time: time.index };
};

/** The entry of a chronology is dated by what heads it, whatever its tense. */
const entered = (time: Time | undefined): Dated | undefined =>
  time && calendarDate(time.value) !== undefined ? dated(time, "narrative") : undefined;

/** A sentence that has no date of its own goes on in the day of the sentence before it in the same paragraph. */
const before = (
  { sentences, words }: Datable,
  timesOf: (sentence: number) => Sentence,
  word: Word,
): Dated | undefined => {
  if (timesOf(word.sentence).times.length > 0 || !isPast(words, word)) return undefined;
  const previous = sentences[word.sentence - 1];
  if (!previous || previous.paragraph !== sentences[word.sentence]?.paragraph) return undefined;
  const time = timesOf(previous.index).times[0];
  return time && /^\d{4}-\d{2}-\d{2}/.test(time.value) ? dated(time, "narrative") : undefined;
};

/** The day of the first sentence's main verb, where it is one of the three days up to publication. */
const reportDay = (
  { words, sentences, document }: Datable,
  timesOf: (sentence: number) => Sentence,
): Dated | undefined => {
  for (const sentence of sentences.slice(0, 3)) {
    for (const [index, time] of timesOf(sentence.index).on) {
      const back = daysBetween(calendarDate(time.value), document.published);
      if (back !== undefined && back >= 0 && back <= 3 && isPast(words, words[index]!))
        return dated(time, "report");
    }
  }
  return undefined;
};

const daysBetween = (from: string | undefined, to: string | undefined): number | undefined => {
  if (!from || !to || from.length !== 10) return undefined;
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from)) / 86_400_000);
};

const isPast = (words: readonly Word[], word: Word): boolean =>
  word.xpos === "VBD" ||
  (word.xpos === "VBN" &&
    childrenBy(words, word.index, "aux").some((one) => /^(?:was|were|had)$/.test(one.text.toLowerCase())));

/** True where the word stands in a clause that points ahead, "the talks that would follow". */
const isAhead = (words: readonly Word[], word: Word): boolean => {
  const verb = climb(words, word.index).find((one) => one.upos === "VERB");
  return (
    verb !== undefined &&
    childrenBy(words, verb.index, "aux", "mark").some((one) =>
      /^(?:will|'ll|’ll|would|to)$/.test(one.text.toLowerCase()),
    )
  );
};

const dated = (time: Time, basis: DateBasis): Dated => ({
  date: calendarDate(time.value)!,
  basis,
  time: time.index,
});
