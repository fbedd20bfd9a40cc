// The words of a speaker's name -> the same words where they really begin and end, by their order: parsers miss both.
import type { Word } from "../../model/token.ts";

type Words = readonly Word[];
type Range = readonly [first: number, last: number];

const days =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$|^(?:today|yesterday|tomorrow|week|month|year|morning|evening|night|afternoon)$/i;

/** True for the name of a day, a month or a stretch of time. */
export const isDay = ({ text }: Word): boolean => days.test(text);

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

/** "Syria's SANA said": nouns between the name and the verb belong to the name. */
export const upToCue = (words: Words, run: readonly number[], head: number, [first]: Range): number[] => {
  const last = run.at(-1);
  if (
    last === undefined ||
    first < 0 ||
    head > first ||
    words[head]!.relation === "nmod:poss" ||
    first - last > 6 ||
    first - last < 2
  )
    return [...run];
  const between: number[] = [];
  for (let at = last + 1; at < first; at += 1) {
    if (
      !/^(?:NOUN|PROPN|ADJ|PART|NUM)$/.test(words[at]!.upos) ||
      words[at]!.text === "to" ||
      words[at]!.sentence !== words[head]!.sentence
    )
      return [...run];
    between.push(at);
  }
  return [...run, ...between];
};

/** "In an interview with ABC, Rubio said": a parser that takes the comma for an apposition runs both together. */
export const withoutLead = (words: Words, run: readonly number[], head: number): readonly number[] => {
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

/** "NEW YORK (AFP) — Joe Biden": what stands before a dash early in a sentence is where and who wrote it. */
export const withoutDateline = (words: Words, run: readonly number[]): readonly number[] => {
  const first = run[0];
  if (first === undefined) return run;
  let opens = first;
  while (words[opens - 1]?.sentence === words[first]!.sentence && first - opens < 14) opens -= 1;
  const dash = datelineEnd(words, opens);
  const from = dash === undefined ? 0 : run.findIndex((index) => index > dash);
  return from > 0 ? run.slice(from) : run;
};

/** The dash that ends a dateline which the word at `first` opens: "BERLIN - …", "Kyiv (AFP) — …". */
export const datelineEnd = (words: Words, first: number): number | undefined => {
  const opens = words[first];
  if (!opens || words[first - 1]?.sentence === opens.sentence) return undefined;
  for (let at = first + 1; at < first + 14 && words[at]?.sentence === opens.sentence; at += 1) {
    const { text, start } = words[at]!;
    if (!/^(?:[—–-]|--)$/.test(text) || words[at - 1]!.end >= start) continue;
    return /^\p{Lu}{3,}$/u.test(opens.text) || words[at - 1]!.text === ")" ? at : undefined;
  }
  return undefined;
};

/**
 * "“…,” said X, an economist who led the office and now heads a group.": a name behind its cue takes in all that is put
 * beside it, up to a phrase of place or time, another verb of the speaker or a quotation.
 */
export const withLongApposition = (
  words: Words,
  run: readonly number[],
  [, end]: Range,
): readonly number[] => {
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined || first !== end + 1) return run;
  const { sentence } = words[last]!;
  const isBegun = run.some((index) => words[index]!.text === ",");
  const next = words[last + 1];
  const begins = next?.text === "," && /^(?:a|an|the)$/i.test(words[last + 2]?.text ?? "");
  if (next?.sentence !== sentence || !(begins || (isBegun && next.upos !== "PUNCT"))) return run;
  let stop = last;
  for (let at = last + 1; words[at]?.sentence === sentence && at < last + 60; at += 1) {
    const { text, upos } = words[at]!;
    if (/^["“”;:—–()]$|^--$/.test(text)) break;
    const after = words[at + 1];
    if (
      text === "," &&
      after &&
      (/^(?:ADP|SCONJ|CCONJ|ADV|AUX)$/.test(after.upos) || /^(?:VB[GNDZ]|W.*)$/.test(after.xpos))
    )
      break;
    if (isDay(words[at]!) || (upos === "ADP" && after && isDay(after))) break;
    stop = at;
  }
  while (stop > last && /^[,.!?]$/.test(words[stop]!.text)) stop -= 1;
  return [...run, ...Array.from({ length: stop - last }, (_, step) => last + 1 + step)];
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

/** "Snyder, for his part,", "Trump is insisting": a name ends before a phrase that a comma parts off, and before a verb. */
export const withoutTail = (words: Words, run: readonly number[], head: number): readonly number[] => {
  let relative = false;
  for (let at = 0; at < run.length; at += 1) {
    const { index, text, xpos } = words[run[at]!]!;
    if (index <= head) continue;
    const isPart = /^for$/i.test(text) && words[index + 2]?.text.toLowerCase() === "part";
    if (isPart && words[index + 1]!.xpos === "PRP$") return run.slice(0, at);
    if (/^(?:who|which|that|whose|whom)$/i.test(text)) relative = true;
    if (relative && words[index - 1]?.text === "," && /^(?:who|which)$/i.test(text))
      return run.slice(0, at - 1);
    if (!relative && /^(?:VB[DZP]|MD)$/.test(xpos)) return run.slice(0, at);
    const next = words[index + 1];
    if (
      text === "," &&
      next &&
      (next.upos === "ADP" || /^(?:VBG|VBN)$/.test(next.xpos)) &&
      run[at + 1] === index + 1 &&
      !/^(?:of|including)$/i.test(next.text)
    )
      return run.slice(0, at);
  }
  return run;
};

/** "House Speaker Paul Ryan, the convention chair, told": what stands between the name's comma and the next one. */
export const withApposition = (
  words: Words,
  run: readonly number[],
  [cue, end]: Range,
): readonly number[] => {
  const last = run.at(-1);
  if (last === undefined || cue < 0) return run;
  const { sentence } = words[last]!;
  const comma = last + 1;
  const opens = words[comma + 1];
  if (
    words[comma]?.text !== "," ||
    opens?.sentence !== sentence ||
    !/^(?:DET|NOUN|PROPN|ADJ)$/.test(opens.upos)
  )
    return run;
  for (let at = comma + 1; at < comma + 16; at += 1) {
    const word = words[at];
    const isEnd = !word || word.sentence !== sentence || /^[,.;!?]$/.test(word.text);
    if (isEnd) {
      const isBefore = word?.text === "," && at + 1 <= cue && cue - at <= 3;
      const isAfter = last > end && (word?.text !== "," || word.sentence !== sentence);
      if (!isBefore && !isAfter) return run;
      return [...run, ...Array.from({ length: at - comma }, (_, step) => comma + step)];
    }
    if (!/^(?:NOUN|PROPN|ADJ|DET|ADP|NUM|PART|CCONJ)$/.test(word.upos)) return run;
  }
  return run;
};
