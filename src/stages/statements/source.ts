// A word -> the name of the speaker that it heads: with titles and appositions, without what merely comments on it.
import type { Quotation } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import type { Word } from "../../model/token.ts";
import { baseRelation, subtree } from "../../model/tree.ts";
import { quotationOf, trim } from "./spans.ts";

type Words = readonly Word[];

/** The name of a speaker: the word with all that it governs, but without what merely comments on it. */
export const sourceSpan = (
  words: Words,
  head: number,
  quotations: readonly Quotation[],
  cue: readonly [first: number, last: number] = [-1, -1],
): Span | undefined => {
  const inside = quotationOf(words[head]!, quotations);
  const phrase = subtree(words, head, (word) => {
    const relation = baseRelation(word);
    if (["case", "cc", "mark", "punct"].includes(relation) && word.head === head) return relation !== "punct";
    if (["parataxis", "advcl", "ccomp", "discourse", "dep"].includes(relation)) return true;
    if (isWhen(words, word)) return true;
    if (word.relation === "acl:relcl" && afterComma(words, word)) return true;
    return inside !== quotationOf(word, quotations) && relation !== "flat" && relation !== "amod";
  });
  const run = runAround(words, phrase, head);
  const clear = withoutLead(words, fromStart(words, upToCue(words, run, head, cue), head, cue), head);
  const own = clear.filter(
    (index) => cue[0] < 0 || (index < cue[0] ? head < cue[0] : index > cue[1] && head > cue[1]),
  );
  return withBrackets(words, trim(words, withoutDateline(words, own, head)), own);
};

/**
 * "The President of the Republic recalled", "Mette Frederiksen posted": a subject that a parser begins too late,
 * after a preposition or inside a name, is taken from where its phrase begins.
 */
const fromStart = (
  words: Words,
  run: readonly number[],
  head: number,
  [cue]: readonly [number, number],
): number[] => {
  const last = run.at(-1);
  let first = run[0];
  if (first === undefined || last === undefined || cue < 0 || head > cue || cue - last > 6) return [...run];
  const { sentence } = words[head]!;
  const isName = (index: number): boolean =>
    words[index]?.upos === "PROPN" && words[index]!.sentence === sentence;
  while (isName(first) && isName(first - 1)) first -= 1;
  let start = first;
  for (
    let guard = 0;
    guard < 6 && words[start - 1]?.upos === "ADP" && words[start - 1]!.sentence === sentence;
    guard += 1
  ) {
    let at = start - 2;
    while (words[at]?.sentence === sentence && /^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART)$/.test(words[at]!.upos))
      at -= 1;
    if (at + 1 >= start - 1) break;
    start = at + 1;
  }
  const before = words[start - 1];
  const isPhrase = before?.sentence === sentence && before.upos === "ADP";
  const from = isPhrase ? first : start;
  return Array.from({ length: last - from + 1 }, (_, at) => from + at);
};

/** "Syria's SANA said": nouns between the name and the verb belong to the name. */
const upToCue = (
  words: Words,
  run: readonly number[],
  head: number,
  [first]: readonly [number, number],
): number[] => {
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
      words[at]!.sentence !== words[head]!.sentence
    )
      return [...run];
    between.push(at);
  }
  return [...run, ...between];
};

/** "In an interview with ABC, Rubio said": a parser that takes the comma for an apposition runs both together. */
const withoutLead = (words: Words, run: readonly number[], head: number): readonly number[] => {
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
    !(opener.upos === "ADP" || opener.xpos === "VBG" || opener.upos === "SCONJ")
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

/** "Rep. Smith (R-Fla.)": brackets right after a name belong to it. */
const withBrackets = (words: Words, span: Span | undefined, run: readonly number[]): Span | undefined => {
  const next = (run.at(-1) ?? -2) + 1;
  if (!span || words[next]?.text !== "(" || words[next]!.start > span.end + 1) return span;
  for (let at = next + 1; at < next + 8 && words[at]?.sentence === words[next]!.sentence; at += 1)
    if (words[at]!.text === ")") return { start: span.start, end: words[at]!.end };
  return span;
};

const days =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$|^(?:today|yesterday|tomorrow|week|month|year|morning|evening|night|afternoon)$/i;

/** "on Monday", "Tuesday": parsers hang a time on the noun beside it. */
const isWhen = (words: Words, word: Word): boolean =>
  days.test(word.text) &&
  (["unmarked", "tmod", "npmod"].some((kind) => word.relation.endsWith(kind)) ||
    word.children.some((child) => /^(?:on|in|last|this|next|earlier|late)$/i.test(words[child]!.text)) ||
    baseRelation(word) === "appos");

/** "NEW YORK (AFP) — Joe Biden": what stands before a dash early in a sentence is where and who wrote it. */
const withoutDateline = (words: Words, run: readonly number[], head: number): readonly number[] => {
  for (let at = run.length - 1; at > 0; at -= 1) {
    const word = words[run[at]!]!;
    const opensSentence = words[run[0]! - 1]?.sentence !== word.sentence;
    if (
      opensSentence &&
      run[at]! < head &&
      /^(?:[—–-]|--)$/.test(word.text) &&
      words[run[at]! - 1]!.end < word.start
    )
      return run.slice(at + 1);
  }
  return run;
};

const afterComma = (words: Words, word: Word): boolean => {
  const first = subtree(words, word.index)[0]!;
  return /^[,(–—-]$/.test(words[first - 1]?.text ?? "") || words[first]?.text === ",";
};

/** The unbroken run of indexes that holds `head`; punctuation between may be missing from the tree's phrase. */
const runAround = (words: Words, indexes: readonly number[], head: number): number[] => {
  const at = indexes.indexOf(head);
  let first = at;
  let last = at;
  const joined = (a: number, b: number): boolean =>
    b - a === 1 || (b - a === 2 && words[a + 1]!.upos === "PUNCT");
  while (first > 0 && joined(indexes[first - 1]!, indexes[first]!)) first -= 1;
  while (last < indexes.length - 1 && joined(indexes[last]!, indexes[last + 1]!)) last += 1;
  const run: number[] = [];
  for (let index = indexes[first]!; index <= indexes[last]!; index += 1) run.push(index);
  return run;
};
