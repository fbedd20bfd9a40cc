// A stretch of an account -> its parts: sentences, listed clauses and phrases, and what follows "including" or a colon.
import { markerOf } from "../../../clause/arguments.ts";
import { firstFrom, type Span } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";
import { baseRelation, subtree } from "../../../model/tree.ts";
import { afterVerb, opensClause } from "./clause-openings.ts";
import {
  goesBack,
  isAwaited,
  isCouple,
  isGround,
  isNameRow,
  isPartOf,
  isPlace,
  isToldRow,
  isTwin,
} from "./kept-together.ts";
import { between, leadLength, listStarts, relative } from "./list-starts.ts";

/** A part of a content: the word that heads it, its first and last word, and its stretch of text. */
export type Part = {
  readonly head: number;
  readonly first: number;
  readonly last: number;
  readonly span: Span;
};

type Words = readonly Word[];

/**
 * Parts in text order, which leave out nothing but the marks between them; a content that lists nothing is one part.
 * With `topics` what is listed are matters of a talk, each a part, however short.
 */
export const cutContent = (words: Words, content: Span, topics = false): Part[] => {
  const [from, to] = wordsIn(words, content);
  if (from > to) return [];
  const roots: number[] = [];
  for (let at = from; at <= to; at += 1)
    if (words[at]!.upos !== "PUNCT" && !isInside(words[at]!.head, from, to)) roots.push(at);
  const branches = new Map<number, number>();
  for (const root of roots) addBranches(words, root, { from, to, topics, branches }, 0);
  for (const at of listStarts(words, from, to, topics)) branches.set(at, at);
  const starts = [...new Set([...branches.keys()].map((at) => pastComma(words, at, to)))]
    .filter((at) => at > from && isParted(words, at) && !isLeading(words, at))
    .sort((a, b) => a - b);
  const parted = withNouns(words, starts, to).filter(
    (at) =>
      !goesBack(words, at, to) &&
      !isGround(words, from, at) &&
      !isAwaited(words, from, at) &&
      !isCouple(words, at, from, to) &&
      !isPlace(words, at, from, to) &&
      !isNameRow(words, at, from, to) &&
      !isPartOf(words, at, to) &&
      (topics || !isToldRow(words, at, from, to)) &&
      !isTwin(words, at, from, to, topics),
  );
  const kept =
    /^that$/i.test(words[from]!.text) || (!topics && opensClause(words, from, to))
      ? afterVerb(words, from, parted)
      : parted;
  return [from, ...kept].flatMap((start, index) => {
    const part = partOf(words, start, (kept[index] ?? to + 1) - 1);
    return part ? [part] : [];
  });
};

/** A branch may begin with the comma before it: the item is what stands behind. */
const pastComma = (words: Words, at: number, to: number): number =>
  words[at]!.text === "," && at < to ? at + 1 : at;

/** "trade, economic and investment cooperation": what only describes the noun of the next part is no part, nor is that one. */
const withNouns = (words: Words, starts: readonly number[], to: number): number[] => {
  const describes = starts.map((at, index) => {
    const own = words
      .slice(at, starts[index + 1] ?? to + 1)
      .filter(({ upos }) => !/^(PUNCT|CCONJ)$/.test(upos));
    return own.length > 0 && own.every(({ upos }) => upos === "ADJ");
  });
  return starts.filter((_, index) => !describes[index] && !describes[index - 1]);
};

/** First and last word that lie in the span. */
export const wordsIn = (words: Words, span: Span): [number, number] => {
  const first = firstFrom(words, span.start);
  let last = first - 1;
  while (last + 1 < words.length && words[last + 1]!.end <= span.end) last += 1;
  return [first, last];
};

const isInside = (at: number, from: number, to: number): boolean => at >= from && at <= to;

/** Without the commas, conjunctions and markers at either end; its head is the word that hangs outside of it. */
const partOf = (words: Words, from: number, to: number): Part | undefined => {
  let [first, last] = [from, to];
  while (
    first < last &&
    /^(as|well)$/i.test(words[first]!.text) &&
    /^(as|well)$/i.test(words[first + 1]!.text)
  )
    first += /^as$/i.test(words[first + 2]?.text ?? "") ? 3 : 2;
  while (first <= last && isLoose(words[first]!)) first += 1;
  if (
    /^(beginning|starting)$/i.test(words[first]?.text ?? "") &&
    /^with$/i.test(words[first + 1]?.text ?? "")
  )
    first += 2;
  while (last >= first && (isLoose(words[last]!) || relative.test(words[last]!.text))) last -= 1;
  const ending = last > first + 2 ? `${words[last - 1]!.text} ${words[last]!.text}` : "";
  if (/^(addition to|well as)$/i.test(ending)) last -= 3;
  last = beforeLead(words, first, last);
  while (last > first && /^(while|whereas)$/i.test(words[last]!.text)) last -= 1;
  while (last >= first && isLoose(words[last]!)) last -= 1;
  if (first > last || (first === last && /^including$/i.test(words[first]!.text))) return undefined;
  const head = headOf(words, first, last);
  if (first < last && words[first]!.text.toLowerCase() === "of") first += 1;
  if (words[last + 1]?.text === ")" && words.slice(first, last + 1).some(({ text }) => text === "("))
    last += 1;
  while (first < head && (isMarker(words, first, head) || isLoose(words[first]!))) first += 1;
  [first, last] = withMark(words, first, last);
  return { head, first, last, span: { start: words[first]!.start, end: words[last]!.end } };
};

/** "joint projects[, foremost among them]": what only leads to the next part. */
const beforeLead = (words: Words, first: number, last: number): number => {
  for (let at = last - 1; at > first && at > last - 9; at -= 1)
    if (words[at]!.text === "," && at + leadLength(words, at) === last + 1) return at - 1;
  return last;
};

/** "“in-depth” talks", "had “capitulated”": of two marks the one at an end stays with the one inside. */
const withMark = (words: Words, first: number, last: number): [number, number] => {
  const isMark = (at: number): boolean => /^["“”]$/.test(words[at]?.text ?? "");
  const inside = words.slice(first, last + 1).filter(({ index }) => isMark(index)).length;
  if (inside % 2 === 0) return [first, last];
  if (isMark(first - 1)) return [first - 1, last];
  return isMark(last + 1) ? [first, last + 1] : [first, last];
};

const headOf = (words: Words, first: number, last: number): number => {
  for (let at = first; at <= last; at += 1)
    if (!isInside(words[at]!.head, first, last) && isTelling(words[at]!)) return at;
  return first;
};

const isLoose = ({ text, upos, relation }: Word): boolean =>
  upos === "PUNCT" || relation === "cc" || /^\p{P}+$/u.test(text);

/** "that the war ends", "of the war": not what marks a phrase within the part ("On Iran, they agreed …"). */
const isMarker = (words: Words, at: number, head: number): boolean => {
  const { relation, text, head: on } = words[at]!;
  if (/^that$/i.test(text) && /^(mark|det|nsubj)$/.test(relation) && on !== at + 1) return true;
  return /^(mark|case)$/.test(relation) && on === head && !/^(without|against|if)$/i.test(text);
};

const isTelling = ({ upos }: Word): boolean => /^(NOUN|PROPN|VERB|ADJ|NUM|AUX)$/.test(upos);

type Cut = {
  readonly from: number;
  readonly to: number;
  readonly topics: boolean;
  /** Where a part begins -> the word that heads it there. */
  readonly branches: Map<number, number>;
};

/** Where the phrase is cut: items listed with its head, and the items of an "including …". */
const addBranches = (words: Words, root: number, cut: Cut, depth: number): void => {
  if (depth > 6) return;
  for (const head of listed(words, root, root, cut.topics, 0)) {
    const start = subtree(words, head)[0]!;
    if (!isInside(head, cut.from, cut.to) || start <= cut.from) continue;
    cut.branches.set(start, head);
    addBranches(words, head, cut, depth + 1);
  }
};

const listed = (words: Words, root: number, at: number, topics: boolean, depth: number): number[] =>
  words[at]!.children.flatMap((child) => {
    const word = words[child]!;
    const relation = baseRelation(word);
    if (at === root && relation === "conj") return isItem(words, root, child, topics) ? [child] : [];
    if (at === root && relation === "parataxis" && word.upos === "VERB") return [child];
    if (markerOf(words, child) === "including")
      return topics || (isNamed(words, child) && isListed(words, child)) ? [child] : [];
    return depth < 3 && /^(obj|obl|nmod|acl|advcl|ccomp|xcomp)$/.test(relation)
      ? listed(words, root, child, topics, depth + 1)
      : [];
  });

/** "the response, including the launch of a mission" gives an example, "including A and B" parts. */
const isListed = (words: Words, item: number): boolean =>
  words[item]!.children.some((child) => words[child]!.relation === "conj");

/** "casualties, including civilians" says of whom it is told; more than a word is a matter of its own. */
const isNamed = (words: Words, item: number): boolean =>
  subtree(words, item).filter((at) => /^(NOUN|PROPN|VERB|ADJ|NUM)$/.test(words[at]!.upos)).length > 1;

/** Clauses, or phrases of more than one word: single words in a list stay together unless they are topics. */
const isItem = (words: Words, first: number, item: number, topics: boolean): boolean => {
  const clause = isClause(words, item);
  if (clause !== isClause(words, first)) return clause && hasSubject(words, item);
  if (!clause && sharesComplement(words, first, item)) return false;
  if (!clause) return topics || (isModified(words, item) && isModified(words, first));
  if (hasSubject(words, item)) return true;
  return (
    hasComplement(words, item) &&
    hasComplement(words, first, item) &&
    !isShort(words, item) &&
    !isPair(words, first, item)
  );
};

/** "the steps and conditions needed to end the war", "our keenness and support for peace": two nouns with one complement. */
const sharesComplement = (words: Words, first: number, item: number): boolean => {
  const own = (at: number, relation: RegExp) =>
    words[at]!.children.filter((child) => relation.test(words[child]!.relation));
  const behind = (at: number) =>
    own(at, /^(nmod|acl)/).filter((child) => !/:poss/.test(words[child]!.relation));
  return (
    own(first, /^conj/)[0] === item &&
    own(first, /^(amod|compound|nummod|appos)/).every((child) => child > item) &&
    [...behind(first), ...own(first, /^obl/)].every((child) => child > item) &&
    own(item, /^(det|nmod:poss|amod|compound)/).length === 0 &&
    [...behind(first), ...behind(item)].some((child) => child > item)
  );
};

/** "drags out the war and multiplies the victims": two short finite verbs of one subject tell one thing. */
const isPair = (words: Words, first: number, item: number): boolean =>
  /^VB[DPZ]$/.test(words[item]!.xpos) &&
  !(isLong(words, first, item) && isLong(words, item)) &&
  words[first]!.children.filter((child) => words[child]!.relation === "conj" && isClause(words, child))
    .length === 1;

/** Words of a clause from which on it stands for itself. */
const long = 5;

const isLong = (words: Words, verb: number, until = Number.POSITIVE_INFINITY): boolean =>
  subtree(words, verb).filter(
    (at) => at >= verb && at < until && /^(NOUN|PROPN|VERB|ADJ|NUM|ADP|PART)$/.test(words[at]!.upos),
  ).length >= long;

const isClause = (words: Words, index: number): boolean =>
  words[index]!.upos === "VERB" || words[index]!.children.some((child) => words[child]!.relation === "cop");

const hasSubject = (words: Words, index: number): boolean =>
  words[index]!.children.some((child) => /^[nc]subj/.test(words[child]!.relation));

/**
 * It says something of its own: more than its subject, a negation or an auxiliary. Before the item `until` only: in
 * "will continue and expand its support" both verbs have the last one's object.
 */
const hasComplement = (words: Words, index: number, until = Number.POSITIVE_INFINITY): boolean =>
  words[index]!.upos !== "VERB" ||
  words[index]!.children.some(
    (child) =>
      child < until &&
      /^(obj|iobj|obl|ccomp|xcomp|advcl|nmod|cop|advmod|nsubj:pass|aux:pass)/.test(words[child]!.relation) &&
      // "unconditionally support and encourage all that is done": in what way is no object.
      !(words[child]!.relation === "advmod" && until !== Number.POSITIVE_INFINITY) &&
      !/^(not|never|n['’]t|also|again|still|now)$/i.test(words[child]!.text),
  );

/** "respect and support each other": a verb with nothing but a pronoun belongs to the one before it. */
const isShort = (words: Words, index: number): boolean =>
  words[index]!.children.every(
    (child) => words[child]!.upos === "PRON" || /^(cc|punct|aux|det|mark)/.test(words[child]!.relation),
  );

const isModified = (words: Words, index: number): boolean =>
  words[index]!.children.some((child) => !/^(cc|punct|conj|det|case)$/.test(words[child]!.relation));

const comma = /^[,;:–—]$/;

/** "…, with a focus on [trade]": a comma and what leads to a part stand before it. */
const isLedTo = (words: Words, start: number): boolean => {
  for (let at = start - 2; at >= 0 && at > start - 9; at -= 1)
    if (words[at]!.text === ",") return at + leadLength(words, at) === start;
  return false;
};

/** "…, [foremost] among them the plant": within what leads to a part. */
const isLeading = (words: Words, start: number): boolean => {
  for (let at = start - 1; at >= 0 && at > start - 8; at -= 1)
    if (words[at]!.text === ",") return at + leadLength(words, at) > start;
  return false;
};

/** "…, including in the South China Sea": where, by name. */
const isPlacedIn = (words: Words, start: number): boolean => {
  let at = /^including$/i.test(words[start]!.text) ? start : start - 1;
  if (
    !/^including$/i.test(words[at]?.text ?? "") ||
    !/^(in|at|around|within|across)$/i.test(words[at + 1]!.text)
  )
    return false;
  at += 2;
  while (/^the$/i.test(words[at]?.text ?? "")) at += 1;
  return words[at]?.upos === "PROPN" || /^NNP/.test(words[at]?.xpos ?? "");
};

/** True where marks or a conjunction stand before the part: nothing else parts a list, whatever the tree makes of it. */
const isParted = (words: Words, start: number): boolean => {
  const [before, word] = [words[start - 1]!.text, words[start]!.text];
  const first = between.test(word) || comma.test(word) ? words[start + 1]?.text : word;
  if (first !== undefined && relative.test(first)) return false;
  // "…, including through joint exercises": a means of what stands before it.
  const opening = words
    .slice(start - 1, start + 3)
    .map(({ text }) => text)
    .join(" ");
  if (/\bincluding (?:through|by|via)\b/i.test(opening) || isPlacedIn(words, start)) return false;
  // "because of the behaviour of its head": the reason of what stands before it.
  if (/\bbecause of\b/i.test(`${before} ${word} ${words[start + 1]?.text}`)) return false;
  if (/^(from|to)$/i.test(word) || isLedTo(words, start)) return true;
  if (/^(addition|well|along|together)$/i.test(words[start - 2]?.text ?? "")) return true;
  return between.test(word) || comma.test(word) || comma.test(before) || between.test(before);
};
