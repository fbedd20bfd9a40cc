// A list of matters talked about -> where its items begin, by its commas and its last "and": a tree hangs the items of
// a long list now here, now there.
import type { Word } from "../../../model/token.ts";

type Words = readonly Word[];

/** First words of the items after the first, each with its conjunction or the word after its comma. */
export const matterStarts = (words: Words, from: number, to: number): number[] => {
  const starts: number[] = [];
  let segment = from;
  for (let at = from + 1; at < to; at += 1) {
    if (!/^[,;]$/.test(words[at]!.text)) continue;
    const next = opening.test(words[at + 1]!.text) ? at + 2 : at + 1 + addition(words, at + 1);
    if (next > to || !opensItem(words, segment, at, next, nextComma(words, next, to))) continue;
    starts.push(next > at + 2 ? next : at + 1);
    segment = next;
  }
  const joined = lastAnd(words, segment, to, starts.length > 0);
  return joined === undefined ? starts : [...starts, joined];
};

/** What may stand before an item. */
const opening = /^(and|or|particularly|notably|especially|primarily|including)$/i;

/** Words of "in addition to", "as well as" that stand there. */
const addition = (words: Words, at: number): number => {
  const text = words
    .slice(at, at + 3)
    .map((word) => word.text.toLowerCase())
    .join(" ");
  if (/^(in addition to|as well as)$/.test(text)) return 3;
  if (/^in particular\b/.test(text)) return /^(in|on|of)$/i.test(words[at + 2]?.text ?? "") ? 3 : 2;
  return /^(along|together) with /.test(text) &&
    !isNames(words, at + 2, nextComma(words, at, words.length - 1))
    ? 2
    : 0;
};

const nextComma = (words: Words, from: number, to: number): number => {
  let at = from;
  while (at <= to && !/^[,;]$/.test(words[at]!.text)) at += 1;
  return at;
};

/** A noun phrase or a gerund stands there: no clause, no time, no more names in the row of names before it. */
const opensItem = (words: Words, before: number, comma: number, start: number, end: number): boolean => {
  const word = words[start]!;
  const opens =
    /^(DET|NOUN|PROPN|NUM|ADJ)$/.test(word.upos) ||
    word.xpos === "PRP$" ||
    word.relation === "amod" ||
    (word.xpos === "VBG" && word.upos === "VERB");
  if (!opens || /^(both|all|which|such|other|others)$/i.test(word.text)) return false;
  if (isClause(words, start, end) || isApposition(words, before, comma, start, end)) return false;
  if (isFirst(words, comma, start, end)) return false;
  return !(isNames(words, start, end) && isNames(words, comma - 1, comma) && isLow(words, before, comma));
};

/** "the Great Sea Interconnector, the undersea cable that is to link …": what a thing by name is. */
const isApposition = (words: Words, before: number, comma: number, start: number, end: number): boolean =>
  start === comma + 1 &&
  (isNoted(words, start) ||
    (words[comma - 1]!.upos === "PROPN" &&
      words.slice(before, comma).every(({ upos }) => /^(PROPN|DET|ADJ)$/.test(upos)) &&
      /^(the|an?)$/i.test(words[start]!.text))) &&
  words.slice(start + 1, end).some(({ text }) => /^(that|which)$/i.test(text));

/** "…, the first country to do so": what somebody before it is. */
const isFirst = (words: Words, comma: number, start: number, end: number): boolean =>
  start === comma + 1 &&
  /^the$/i.test(words[start]!.text) &&
  /^(?:first|last|only|largest|biggest|second)$/i.test(words[start + 1]?.text ?? "") &&
  words.slice(start + 2, end).some(({ text }) => /^(?:to|that|which)$/i.test(text));

/** "…, an issue which weighs on many families": says again what stands there. */
const isNoted = (words: Words, start: number): boolean =>
  /^an?$/i.test(words[start]!.text) &&
  /^(issue|question|matter|subject|topic|problem|step|move|goal|challenge|cause)$/i.test(
    words[start + 1]?.text ?? "",
  );

/** A finite verb whose subject stands before it in the stretch. */
const isClause = (words: Words, start: number, end: number): boolean => {
  for (let at = start; at < end; at += 1) {
    const { text, xpos, relation } = words[at]!;
    if (/^(which|who|that|whose|where|when|what|how)$/i.test(text)) return false;
    // "the difficulties it faces": tells of the item.
    const tells = /^acl/.test(relation) || /^acl/.test(words[words[at]!.head]?.relation ?? "");
    if (/^(VB[DPZ]|MD)$/.test(xpos) && relation !== "amod" && relation !== "compound" && !tells) return true;
  }
  return false;
};

const isNames = (words: Words, start: number, end: number): boolean => {
  for (let at = start; at < end && !/^(and|or)$/i.test(words[at]!.text); at += 1)
    if (words[at]!.upos !== "PROPN" && !/^the$/i.test(words[at]!.text)) return false;
  return true;
};

/** "the settlement in Syria": the names hang on a preposition. */
const isLow = (words: Words, start: number, end: number): boolean => {
  for (let at = end - 1; at >= start; at -= 1) {
    if (words[at]!.upos === "ADP") return true;
    if (words[at]!.upos !== "PROPN" && !/^the$/i.test(words[at]!.text)) return false;
  }
  return false;
};

/**
 * "the fight against fires and regional issues": the "and" of the last item. Of several it is one before an article,
 * else the first; in a pair it is one only between phrases that begin alike.
 */
const lastAnd = (words: Words, from: number, to: number, isList: boolean): number | undefined => {
  const ands: number[] = [];
  for (let at = from + 1; at < to; at += 1) {
    if (/^(which|who|whose|where|that)$/i.test(words[at]!.text)) break;
    if (words[at]!.text.toLowerCase() === "and" && words[at - 1]!.text !== ",") ands.push(at);
  }
  // The item after "…, and" is the last one: what it joins is its own.
  if (isList && /^(and|or)$/i.test(words[from - 1]!.text)) return undefined;
  const able = ands.filter((at) => !isRow(words, from, at, to));
  const before = able.find((at) => isArticle(words[at + 1]!));
  if (isList) return before ?? able[0];
  if (before === undefined) return undefined;
  // "developments in Syria and the region": one more place under the same preposition.
  if (!isFull(words, before + 2, to) && isLow(words, from, before)) return undefined;
  return isArticle(words[from]!) || (before > from + 1 && isFull(words, before + 2, to)) ? before : undefined;
};

/** "the expansion of training": a noun that something hangs on. */
const isFull = (words: Words, from: number, to: number): boolean =>
  words.slice(from, to + 1).some(({ text }) => /^(of|for|on|in|to|with|between)$/i.test(text));

const isArticle = ({ text, xpos }: Word): boolean =>
  /^(the|a|an|further|other|ways|means|efforts|steps|measures|prospects|opportunities|plans)$/i.test(text) ||
  xpos === "PRP$";

/** "between A [and] B": the "and" that parts the two; "between the two countries" has them already. */
export const isBetween = (words: Words, from: number, and: number): boolean => {
  for (let at = and - 1; at >= from; at -= 1) {
    const { text, xpos } = words[at]!;
    if (/^(and|two|both|three)$/i.test(text) || /^(NNS|VB[DPZ]|MD)$/.test(xpos)) return false;
    if (/^between$/i.test(text)) return true;
  }
  return false;
};

/** "in Iraq and Syria", "between A and B": names, or parties, under one preposition. */
const isRow = (words: Words, from: number, and: number, to: number): boolean => {
  if (isBetween(words, from, and)) return true;
  return words[and - 1]!.upos === "PROPN" && isNames(words, and + 1, to + 1) && isLow(words, from, and);
};
