// Words and times -> which time belongs to which verb or event noun, through the tree and the sentence before.
import type { Reading } from "../model/reading.ts";
import type { Time } from "../model/time.ts";
import type { Word } from "../model/token.ts";
import { ancestors, baseRelation } from "../model/tree.ts";

/** The layers that dating reads. */
export type Datable = Pick<Reading, "document" | "sentences" | "quotations" | "words" | "times">;

/** `clause`: a time of its own; `statement`: of the clause that reports it; `narrative`: of the sentence before. */
export type DateBasis = "clause" | "statement" | "narrative" | "published";

/** An ISO date as fine as the text allows (`2025-03-03`, `2025-02`, `2025`); `time` is an index into times. */
export type Dated = { readonly date: string; readonly basis: DateBasis; readonly time?: number };

/** `published` lets the day of publication stand in where the text gives no date. */
export type DateOptions = { readonly published?: boolean };

/** Relations that lead from a word up to the predicate of the same clause. */
const inside = new Set([
  "obl",
  "advmod",
  "nmod",
  "nummod",
  "amod",
  "compound",
  "flat",
  "appos",
  "case",
  "det",
  "obj",
  "iobj",
  "nsubj",
  "fixed",
  "dep",
  "unmarked",
  "acl",
  "aux",
  "cop",
  "mark",
  "discourse",
  "dislocated",
  "list",
  "goeswith",
  "orphan",
  "vocative",
  "expl",
  "punct",
  "cc",
]);
/** Relations by which a predicate without a time of its own shares that of its head. */
const shared = new Set(["conj", "xcomp", "aux", "acl", "obj", "obl", "nmod", "compound", "nsubj", "amod"]);

/**
 * Makes the dating of one reading: a function from a word (verb or event noun) to its date, or undefined where
 * the text gives none. Build it once a document; a call looks at one sentence and the one before it.
 */
export const datesOf = (reading: Datable): ((word: number, options?: DateOptions) => Dated | undefined) => {
  const bySentence = timesBySentence(reading);
  return (index, options = {}) => {
    const word = reading.words[index];
    if (!word) return undefined;
    return (
      ownDate(reading, bySentence.get(word.sentence) ?? [], word) ??
      before(reading, bySentence, word) ??
      (options.published && reading.document.published
        ? { date: reading.document.published.slice(0, 10), basis: "published" }
        : undefined)
    );
  };
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

/** The predicates that a time hangs on, nearest first: it climbs through its clause and stops at a clause's edge. */
const hosts = (words: readonly Word[], time: Time): number[] => {
  let at = time.last;
  while (at >= 0 && at >= time.first && at <= time.last) at = words[at]!.head;
  const found: number[] = [];
  for (const word of at < 0 ? [] : ancestors(words, at)) {
    found.push(word.index);
    if (!inside.has(baseRelation(word)) || word.upos === "VERB" || word.upos === "AUX") break;
  }
  return found;
};

const ownDate = ({ words }: Datable, times: readonly Time[], word: Word): Dated | undefined => {
  if (times.length === 0) return undefined;
  const hosted = times.map((time) => ({ time, on: hosts(words, time) }));
  for (const step of ancestors(words, word.index)) {
    const own = hosted
      .filter(({ on }) => on.includes(step.index))
      .sort((a, b) => a.on.indexOf(step.index) - b.on.indexOf(step.index));
    if (own[0]) return dated(own[0].time, "clause");
    if (!shared.has(baseRelation(step))) break;
  }
  return undefined;
};

/** A sentence that has no date of its own goes on in the day of the sentence before it in the same paragraph. */
const before = (
  { words, sentences }: Datable,
  bySentence: ReadonlyMap<number, Time[]>,
  word: Word,
): Dated | undefined => {
  if ((bySentence.get(word.sentence) ?? []).length > 0) return undefined;
  const previous = sentences[word.sentence - 1];
  if (!previous || previous.paragraph !== sentences[word.sentence]?.paragraph) return undefined;
  const time = bySentence.get(previous.index)?.find((one) => hosts(words, one).length > 0);
  return time && /^\d{4}-\d{2}-\d{2}/.test(time.value) ? dated(time, "narrative") : undefined;
};

const dated = (time: Time, basis: DateBasis): Dated => ({
  date: calendarDate(time.value)!,
  basis,
  time: time.index,
});
