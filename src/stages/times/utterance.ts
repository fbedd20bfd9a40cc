// Quotations + the narrator's times -> the day on which each quotation was uttered, where the text tells it.
import { type Datable, datesOf } from "../../dating/date-of.ts";
import { climb } from "../../dating/hosts.ts";
import type { TimesLanguage } from "../../language/times.ts";
import type { Quotation } from "../../model/sentence.ts";
import { firstFrom, holds } from "../../model/span.ts";
import type { Time } from "../../model/time.ts";
import type { Word } from "../../model/token.ts";
import { stretchOf } from "./calendar.ts";

/** An act that the narrator dates: its day, and the names of its sentence. */
type DatedAct = { readonly day: string; readonly names: ReadonlySet<string> };

/** How far back an act may lie whose account still says "today" of it, in days. */
const recent = 14;
/** How far from a quotation its saying verb may stand, in words. */
const reach = 40;

/**
 * The days of utterance, by index of the quotation. A quotation whose saying verb is dated was uttered on that day;
 * and one that says "today" of an act that the narrator dates was uttered on the day of that act.
 */
export const utteranceDays = (reading: Datable, language: TimesLanguage): ReadonlyMap<number, string> => {
  const found = new Map<number, string>();
  const outer = reading.quotations.filter((one) => one.depth === 0);
  if (outer.length === 0 || reading.times.length === 0) return found;
  const inside = timesByQuotation(reading.times, outer);
  const quoted = new Set([...inside.values()].flat());
  const told = reading.times.filter((time) => !quoted.has(time));
  const dateOf = datesOf({ ...reading, times: told.map((time, index) => ({ ...time, index })) });
  const day = (index: number): string | undefined => {
    const dated = dateOf(index);
    return dated?.basis === "clause" && /^\d{4}-\d{2}-\d{2}$/.test(dated.date) ? dated.date : undefined;
  };
  const bySentence = namesBySentence(reading.words, reading.times);
  const acts = datedActs(reading, told, bySentence, language, day);
  for (const quotation of outer) {
    const own =
      sayingDay(reading, quotation, language, day) ??
      actDay(reading.words, inside.get(quotation.index) ?? [], bySentence, language, acts);
    if (own !== undefined) found.set(quotation.index, own);
  }
  return found;
};

/** The day of the saying verb that stands outside the quotation in the sentence where it ends or begins. */
const sayingDay = (
  { words }: Datable,
  quotation: Quotation,
  { acts }: TimesLanguage,
  day: (index: number) => string | undefined,
): string | undefined => {
  for (const place of [firstFrom(words, quotation.end) - 1, firstFrom(words, quotation.start)]) {
    const sentence = words[place]?.sentence;
    for (let step = 0; step < 2 * reach; step += 1) {
      const at = step % 2 === 0 ? place + step / 2 : place - (step + 1) / 2;
      const word = words[at];
      const found =
        word?.sentence === sentence && word && saying(word, quotation, acts) ? day(at) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
};

const saying = (word: Word, quotation: Quotation, acts: ReadonlyMap<string, string>): boolean =>
  word.upos === "VERB" && acts.get(word.lemma) === "statement" && !holds(quotation, word);

/** The day of the act of which the quotation says "today", where the narrator has just one day for such an act. */
const actDay = (
  words: readonly Word[],
  times: readonly Time[],
  names: ReadonlyMap<number, ReadonlySet<string>>,
  { acts }: TimesLanguage,
  told: ReadonlyMap<string, readonly DatedAct[]>,
): string | undefined => {
  const days = new Set<string>();
  for (const time of times) {
    const here = /^now \+P0D/.test(time.said) ? names.get(words[time.first]!.sentence) : undefined;
    if (!here) continue;
    const kinds = new Set(climb(words, time.first).map((word) => acts.get(word.lemma) ?? ""));
    for (const kind of kinds)
      for (const { day, names: others } of told.get(kind) ?? []) if (shares(here, others)) days.add(day);
  }
  return days.size === 1 ? [...days][0] : undefined;
};

/** The times inside each of the quotations, by its index; both lists in text order. */
const timesByQuotation = (times: readonly Time[], outer: readonly Quotation[]): Map<number, Time[]> => {
  const found = new Map<number, Time[]>();
  let at = 0;
  for (const time of times) {
    while (at < outer.length && outer[at]!.end <= time.start) at += 1;
    const one = outer[at];
    if (one && holds(one, time)) {
      const list = found.get(one.index);
      if (list) list.push(time);
      else found.set(one.index, [time]);
    }
  }
  return found;
};

/** The acts that the narrator dates, by kind, the first hundred of each. */
const datedActs = (
  { words, document }: Datable,
  told: readonly Time[],
  names: ReadonlyMap<number, ReadonlySet<string>>,
  { acts }: TimesLanguage,
  day: (index: number) => string | undefined,
): Map<string, DatedAct[]> => {
  const published = document.published === undefined ? undefined : stretchOf(document.published.slice(0, 10));
  const sentences = new Set(told.map((time) => words[time.first]!.sentence));
  const found = new Map<string, DatedAct[]>();
  for (const word of words) {
    const act = sentences.has(word.sentence) ? acts.get(word.lemma) : undefined;
    const here = names.get(word.sentence);
    const date = act === undefined || here === undefined ? undefined : day(word.index);
    if (act === undefined || date === undefined || here === undefined) continue;
    const back = published ? published.first - stretchOf(date)!.first : 0;
    const list = found.get(act) ?? [];
    if (back < 0 || back > recent || list.length >= 100) continue;
    list.push({ day: date, names: here });
    found.set(act, list);
  }
  return found;
};

/** Last words of runs of proper nouns in each sentence, times left out: "Rubio" of "Marco Rubio". */
const namesBySentence = (words: readonly Word[], times: readonly Time[]): Map<number, Set<string>> => {
  const found = new Map<number, Set<string>>();
  const dated = new Set(times.flatMap(({ first, last }) => [first, last]));
  for (const word of words) {
    const next = words[word.index + 1];
    if (word.upos !== "PROPN" || dated.has(word.index)) continue;
    if (next?.upos === "PROPN" && next.sentence === word.sentence && !dated.has(next.index)) continue;
    const set = found.get(word.sentence) ?? new Set();
    set.add(word.text.toLowerCase());
    found.set(word.sentence, set);
  }
  return found;
};

const shares = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  let count = 0;
  for (const one of a) if (b.has(one)) count += 1;
  return count >= 2;
};
