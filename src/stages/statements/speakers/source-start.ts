// The words of a speaker's name -> the same words from where they really begin, by their order: parsers begin too late or too early.
import type { Word } from "../../../model/token.ts";
import { isDay } from "./dateline.ts";

type Words = readonly Word[];
type Range = readonly [first: number, last: number];

/**
 * "The President of the Republic recalled", "Author Roger Stone says", "Bush and his rivals said": a subject that a
 * parser begins too late is taken from where its phrase begins.
 */
export const fromStart = (words: Words, run: readonly number[], head: number, [cue]: Range): number[] => {
  const last = run.at(-1);
  const first = run[0];
  if (first === undefined || last === undefined || cue < 0 || head > cue || cue - last > 6) return [...run];
  if (words[head]!.relation === "nmod:poss") return [...run];
  const { sentence } = words[head]!;
  const isIn = (index: number): boolean => words[index]?.sentence === sentence;
  let start = titled(words, first, isIn);
  for (let guard = 0; guard < 6 && isIn(start - 1) && binds.test(words[start - 1]!.text); guard += 1) {
    const before = nounsUpTo(words, start - 2, isIn);
    if (before >= start - 1) break;
    start = before;
  }
  if (isIn(start - 1) && binds.test(words[start - 1]!.text)) start = titled(words, first, isIn);
  start = joined(words, start, isIn);
  if (isIn(start - 1) && /^at$/i.test(words[start - 1]!.text) && /^(?:least|most)$/i.test(words[start]!.text))
    start -= 1;
  const end = touching(words, last, cue);
  return Array.from({ length: end - start + 1 }, (_, at) => start + at);
};

/** "the 46-year-old": a word goes on over its hyphens. */
const touching = (words: Words, last: number, cue: number): number => {
  let end = last;
  while (
    end + 1 < cue &&
    words[end + 1]!.start === words[end]!.end &&
    /^-$|^\p{L}/u.test(words[end + 1]!.text)
  )
    end += 1;
  return end;
};

/** Prepositions that tie nouns to one another more often than to a verb. */
const binds = /^(?:of|for|in|from|with|to|at|among|between|against|near|within|behind|on)$/i;

const isNoun = (word: Word): boolean => /^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART)$/.test(word.upos);

/** Where the unbroken nouns that end at `at` begin; `at + 1` where there are none. */
const nounsUpTo = (words: Words, at: number, isIn: (index: number) => boolean): number => {
  let start = at + 1;
  while (isIn(start - 1) && isNoun(words[start - 1]!)) start -= 1;
  return start;
};

/** Takes in titles, adjectives and joined parts right before a name, up to an article. */
const titled = (words: Words, first: number, isIn: (index: number) => boolean): number => {
  let start = first;
  while (isIn(start - 1) && words[start]!.upos !== "DET" && words[start]!.upos !== "PRON") {
    const before = words[start - 1]!;
    const isCapital = before.xpos === "VBG" && /^\p{Lu}/u.test(before.text) && words[start]!.upos === "PROPN";
    const touches = before.end === words[start]!.start && /^[-’'/]$|^\p{L}/u.test(before.text);
    if (
      isDay(before) ||
      isOtherPhrase(words, before, first) ||
      isAntecedent(words, before, first) ||
      !(touches || isCapital || isPossessive(before) || /^(?:NOUN|PROPN|ADJ|NUM|DET)$/.test(before.upos))
    )
      break;
    start -= 1;
  }
  return start;
};

/** "At the forum Beijing promised": a noun with a preposition of its own, on which the name does not hang. */
const isOtherPhrase = (words: Words, noun: Word, name: number): boolean =>
  noun.upos === "NOUN" &&
  noun.relation === "obl" &&
  words[name]!.upos === "PROPN" &&
  noun.children.some((child) => child < noun.index && words[child]!.relation === "case");

/** "a gesture Guterres said": the noun that the name's own clause describes. */
const isAntecedent = (words: Words, noun: Word, name: number): boolean => {
  const verb = words[words[name]!.head];
  return verb?.relation === "acl:relcl" && verb.head === noun.index;
};

const isPossessive = ({ text }: Word): boolean => /^['’]s?$/.test(text);

/** "Bush and his rivals": takes in a first part that opens the sentence. */
const joined = (words: Words, start: number, isIn: (index: number) => boolean): number => {
  if (!isIn(start - 1) || words[start - 1]!.lemma !== "and") return start;
  let from = start - 1;
  while (
    isIn(from - 1) &&
    (isNoun(words[from - 1]!) || words[from - 1]!.upos === "ADP" || words[from - 1]!.text === ",")
  )
    from -= 1;
  return !isIn(from - 1) && from < start - 1 && isNoun(words[from]!) ? from : start;
};

/** "In an interview with ABC, Rubio said": a parser that takes the comma for an apposition runs both together. */
export const withoutLead = (words: Words, whole: readonly number[], head: number): readonly number[] => {
  const run = afterTime(words, whole, head);
  const first = run[0];
  const comma = run.findIndex((index) => words[index]!.text === ",");
  if (first === undefined || comma < 1 || comma >= run.length - 1) return run;
  let at = first - 1;
  while (
    at >= 0 &&
    words[at]!.sentence === words[head]!.sentence &&
    words[at]!.upos !== "PUNCT" &&
    first - at < 12
  )
    at -= 1;
  const opener = words[at + 1];
  const isFirst = words[at]?.sentence !== words[head]!.sentence;
  if (
    !opener ||
    !isFirst ||
    at + 1 === first ||
    !(
      opener.upos === "ADP" ||
      /^VB[GN]$/.test(opener.xpos) ||
      opener.text === "Asked" ||
      opener.upos === "SCONJ"
    )
  )
    return run;
  const rest = run.slice(comma + 1);
  return rest.some(
    (index) =>
      words[index]!.upos === "PROPN" || words[index]!.upos === "PRON" || words[index]!.upos === "NOUN",
  )
    ? rest
    : run;
};

/** "Later, …, Trump", "just as the band": adverbs and prepositions before a name are not part of it. */
export const withoutOpener = (words: Words, run: readonly number[]): readonly number[] => {
  let from = run.findLastIndex((index, at) => words[index]!.text === ":" && at < run.length - 1) + 1;
  const comma = run.findLastIndex((index) => words[index]!.text === ",");
  const isLead = /^(?:ADV|ADP|SCONJ)$/.test(words[run[0] ?? -1]?.upos ?? "");
  if (isLead && comma > 0 && run.slice(comma + 1).some((index) => isNoun(words[index]!))) from = comma + 1;
  while (
    from < run.length - 1 &&
    /^(?:ADP|SCONJ|CCONJ)$/.test(words[run[from]!]!.upos) &&
    !/^(?:both|neither|either)$/i.test(words[run[from]!]!.text)
  )
    from += 1;
  if (words[run[from] ?? -1]?.text.toLowerCase() === "just") from += 2;
  const article = run.findIndex((index, at) => at > from && isSecondName(words, index));
  return run.slice(Math.max(from, article));
};

/** "told Amos Hochstein the party accepts": an article right after a name opens another. */
const isSecondName = (words: Words, index: number): boolean =>
  /^(?:the|an?)$/i.test(words[index]!.text) &&
  words[index - 1]!.upos === "PROPN" &&
  words[index + 1]?.upos !== "PROPN";

/** "Norway had urged Serbia": a name does not begin before a verb that stands in front of it. */
export const afterVerb = (words: Words, run: readonly number[], head: number): readonly number[] => {
  let from = 0;
  run.forEach((index, at) => {
    const { upos, xpos } = words[index]!;
    if (index < head && (upos === "AUX" || /^VB[DZP]$/.test(xpos))) from = at + 1;
  });
  if (from > 0 && words[run[from] ?? -1]?.upos === "VERB") from += 1;
  return from < run.length ? run.slice(from) : run;
};

/** "Two days later Andrzej Duda explained": when something was said is no part of who says it. */
const afterTime = (words: Words, run: readonly number[], head: number): readonly number[] => {
  const at = run.findIndex(
    (index) =>
      index < head &&
      /^(?:later|earlier|ago|before|afterwards)$/i.test(words[index]!.text) &&
      /^(?:days?|hours?|weeks?|months?|years?|minutes?|decades?)$/i.test(words[index - 1]?.text ?? ""),
  );
  return at >= 0 && at < 5 ? run.slice(at + 1) : run;
};
