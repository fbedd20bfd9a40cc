// The words of a speaker's name -> the same words where they really begin and end, by their order: parsers miss both.
import type { Word } from "../../../model/token.ts";
import { range } from "../spans.ts";
import { isDay } from "./dateline.ts";

type Words = readonly Word[];
type Range = readonly [first: number, last: number];

const roles = /^(?:host|chair|head|lead|coach|guide)$/i;

/** "said MSNBC host Chris Matthews", "former governor and party chairman Ed Rendell": a name right behind its cue goes on as long as nouns touch. */
export const throughName = (words: Words, run: readonly number[], [, end]: Range): readonly number[] => {
  const last = run.at(-1);
  if (last === undefined || run[0] !== end + 1 || end < 0) return run;
  if (!/^(?:PROPN|NOUN)$/.test(words[last]!.upos)) return run;
  let stop = last;
  for (let at = last + 1; words[at]?.sentence === words[last]!.sentence && at < last + 10; at += 1) {
    const { upos, text } = words[at]!;
    const isRole = roles.test(text) && words[at + 1]?.upos === "PROPN";
    const isJoint = upos === "CCONJ" && text === "and" && /^(?:NOUN|PROPN)$/.test(words[at + 1]?.upos ?? "");
    if (!(upos === "PROPN" || upos === "NOUN" || isRole || isJoint) || isDay(words[at]!)) break;
    if (upos === "PROPN") stop = at;
  }
  return [...run, ...range(last + 1, stop)];
};

/** "The Fund's staff, people briefed on the talks said, had": what is said between two commas is no part of the name. */
export const withoutAside = (
  words: Words,
  run: readonly number[],
  head: number,
  [first]: Range,
): readonly number[] => {
  const verb = words[words[first - 2]?.relation === "compound:prt" ? first - 3 : first - 2];
  const isAside =
    first > head &&
    words[first - 1]?.text === "," &&
    verb !== undefined &&
    /^VB[DZP]$/.test(verb.xpos) &&
    /^(?:say|report|claim|note|add|insist|point|recall|explain|write|believe)$/.test(verb.lemma);
  const comma = isAside ? run.findIndex((at) => at > head && words[at]!.text === ",") : -1;
  return comma > 0 ? run.slice(0, comma) : run;
};

/** "little point for Mexico to respond": the name between "for" and "to". */
export const afterFor = (
  words: Words,
  run: readonly number[],
  head: number,
  [first]: Range,
): readonly number[] => {
  const isTo = first > head && words[words[first]!.text === "to" ? first : first - 1]?.text === "to";
  const at = isTo ? run.findLastIndex((index) => index < head && /^for$/i.test(words[index]!.text)) : -1;
  return at >= 0 ? run.slice(at + 1) : run;
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
  // "those who had seen him on Monday said": a day within what describes the speaker.
  const describes = run.some((index) => index > head && /^W|^VB[GN]$/.test(words[index]!.xpos));
  // "observers in the capital and around the country said".
  const isJoined =
    /^(?:and|or)$/i.test(words[last + 1]!.text) &&
    words[last + 2]?.upos === "ADP" &&
    /^(?:NOUN|PROPN)$/.test(words[first - 1]!.upos);
  const parts = isJoined
    ? /^(?:NOUN|PROPN|ADJ|PART|NUM|CCONJ|ADP|DET)$/
    : describes
      ? /^(?:NOUN|PROPN|ADJ|PART|NUM|ADP|DET|ADV)$/
      : /^(?:NOUN|PROPN|ADJ|PART|NUM)$/;
  for (let at = last + 1; at < first; at += 1) {
    if (
      !parts.test(words[at]!.upos) ||
      words[at]!.text === "to" ||
      words[at]!.sentence !== words[head]!.sentence
    )
      return [...run];
    between.push(at);
  }
  return [...run, ...between];
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

/** "Snyder, for his part,", "Trump is insisting": a name ends before a phrase that a comma parts off, and before a verb. */
export const withoutTail = (words: Words, run: readonly number[], head: number): readonly number[] => {
  let relative = false;
  for (let at = 0; at < run.length; at += 1) {
    const { index, text, xpos } = words[run[at]!]!;
    if (index <= head) continue;
    const isPart = /^for$/i.test(text) && words[index + 2]?.text.toLowerCase() === "part";
    if (isPart && words[index + 1]!.xpos === "PRP$") return run.slice(0, at);
    if (/^(?:who|which|that|whose|whom)$/i.test(text) || opensContact(words, index)) relative = true;
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

/** "everyone I interviewed": a pronoun that can only be a subject, right behind a noun. */
const opensContact = (words: Words, index: number): boolean =>
  /^(?:I|he|she|we|they)$/.test(words[index]!.text) &&
  /^(?:NOUN|PRON)$/.test(words[index - 1]?.upos ?? "") &&
  words[index + 1]?.sentence === words[index]!.sentence &&
  /^(?:VB[DZP]|MD|RB)$/.test(words[index + 1]!.xpos);

/**
 * "They met in Malta, the White House and Beijing said": of two who are joined behind what they say the first, which
 * the tree may have hung on the place before the comma.
 */
export const withFirstItem = (words: Words, run: readonly number[], [cue]: Range): readonly number[] => {
  const first = run[0];
  if (first === undefined || run.at(-1) !== cue - 1 || !/^and$/i.test(words[first - 1]?.text ?? ""))
    return run;
  const { sentence } = words[first]!;
  let at = first - 1;
  while (
    words[at - 1]?.sentence === sentence &&
    /^(?:NOUN|PROPN|DET|ADJ|NUM|PART)$/.test(words[at - 1]!.upos)
  )
    at -= 1;
  if (at === first - 1 || words[at - 1]?.text !== "," || words[at - 1]!.sentence !== sentence) return run;
  return toldBefore(words, at - 1)
    ? [...Array.from({ length: first - at }, (_, step) => at + step), ...run]
    : run;
};

/** True where a finite verb stands before the comma: what closes a clause opens no list. */
const toldBefore = (words: Words, comma: number): boolean => {
  for (let at = comma - 1; words[at]?.sentence === words[comma]!.sentence; at -= 1)
    if (/^(?:VB[DZP]|MD)$/.test(words[at]!.xpos)) return true;
  return false;
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
