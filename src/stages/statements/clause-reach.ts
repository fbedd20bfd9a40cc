// A reported clause -> all of it, by the order of the words: parsers lose its subject, its later parts and its other side.
import type { Span } from "../../model/span.ts";
import type { Word } from "../../model/token.ts";
import { opensClause } from "./cue.ts";
import { isPerfect, isResumption, isSpeech } from "./cut.ts";
import type { Scene } from "./draft.ts";
import { kindNamed } from "./medium.ts";
import { datelineEnd } from "./source-reach.ts";
import { lastBefore, quotationOf } from "./spans.ts";

type Words = readonly Word[];
type Range = readonly [first: number, last: number];

const nominal = new Set(["NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"]);
const subordinators =
  /^(?:because|if|when|whenever|since|as|so|which|whom|whose|where|unless|until|although|though|even|including|despite|rather|especially|particularly|specifically|in|for|with|without|to|by|not|or|nor|than|from|at|on|of|after|before|then|instead)$/i;

/** Sorted word indexes of a clause that the cue `head` reports, completed on both sides. */
export const clauseReach = (
  scene: Scene,
  head: number,
  cue: Range,
  source: Span | undefined,
  indexes: readonly number[],
  tells: boolean,
): number[] => {
  const { words } = scene.input;
  const first = indexes[0];
  const last = indexes.at(-1);
  if (first === undefined || last === undefined) return [];
  const [from, to] = segmentOf(scene, head);
  const opening = openingOf(words, cue, source, from);
  const closing = closingOf(words, cue, source, to);
  if (
    opening !== undefined &&
    closing !== undefined &&
    words[opening]!.text === "," &&
    words[closing]!.text === ","
  )
    return bothSides(scene, range(from, opening - 1), range(closing + 1, endOf(scene, head, closing, to)));
  if (last < head) {
    const isOver =
      opening !== undefined && (last <= opening || (source && words[last]!.start >= source.start));
    return isOver ? range(from, opening - 1) : [...indexes];
  }
  if (first < head) return [...indexes];
  const isInverted =
    source !== undefined && source.start >= words[cue[1]]!.end && source.end <= words[first]!.end;
  const after = isInverted ? Math.max(cue[1], lastBefore(words, source.end - 1)) : cue[1];
  const start = startOf(words, after, first, last, tells);
  const kept = indexes.filter((index) => index >= start);
  return [
    ...new Set([
      ...range(start, first - 1),
      ...kept,
      ...range(
        last + 1,
        endOf(
          scene,
          head,
          last,
          to,
          words[head]!.relation === "root" || words[start]!.text.toLowerCase() === "that",
          start,
        ),
      ),
    ]),
  ].sort((a, b) => a - b);
};

/** The same for a content that follows its cue and holds a clause, such as "Kyiv to agree": completed on its right side. */
export const rightReach = (
  scene: Scene,
  head: number,
  indexes: readonly number[],
  start?: number,
): number[] => {
  const last = indexes.at(-1);
  if (last === undefined || last < head) return [...indexes];
  const [, to] = segmentOf(scene, head);
  return [...indexes, ...range(last + 1, endOf(scene, head, last, to, true, start))];
};

/** Left and right of a cue between commas; the right side is left out where it merely follows a whole clause. */
export const bothSides = (
  { input: { words } }: Scene,
  left: readonly number[],
  right: readonly number[],
): number[] => {
  const isWhole = left.some((index) => /^(?:VB[DZP]|MD)$/.test(words[index]!.xpos));
  const opens = words[right[0] ?? -1];
  const goesOn =
    opens &&
    !/^(?:while|whereas)$/i.test(opens.text) &&
    (/^(?:CCONJ|AUX|SCONJ)$/.test(opens.upos) ||
      /^VB[DZP]$/.test(opens.xpos) ||
      subordinators.test(opens.text) ||
      isCleft(words, left, opens));
  const isWaiting = /^(?:AUX)$/.test(words[left.at(-1) ?? -1]?.upos ?? "");
  if (!opens || (isWhole && !isWaiting && !goesOn)) return [...left];
  // "The line is closed, she said, and no ship will pass": what joins two whole clauses belongs to neither.
  const isJoint =
    isWhole && /^(?:and|but)$/i.test(opens.text) && !/^that$/i.test(words[right[1] ?? -1]?.text ?? "");
  return [...left, ...(isJoint ? right.slice(1) : right)];
};

/** "It was the Indians, he said, who had asked": the clause that the first part waits for. */
const isCleft = (words: Words, left: readonly number[], opens: Word): boolean =>
  /^(?:who|that|which)$/i.test(opens.text) &&
  /^it$/i.test(words[left[0] ?? -1]?.text ?? "") &&
  words[(left[0] ?? 0) + 1]?.lemma === "be";

/** Words that the cue can speak about: its sentence, or the part of its quotation that lies in it. */
export const segmentOf = ({ input: { words, quotations } }: Scene, head: number): Range => {
  const { sentence } = words[head]!;
  const inside = quotationOf(words[head]!, quotations);
  const isIn = (index: number): boolean =>
    words[index]?.sentence === sentence && (inside < 0 || quotationOf(words[index]!, quotations) === inside);
  let first = head;
  let last = head;
  while (isIn(first - 1) && words[first - 1]!.text !== ";") first -= 1;
  while (isIn(last + 1) && words[last + 1]!.text !== ";") last += 1;
  while (last > head && /^[.!?]$/.test(words[last]!.text)) last -= 1;
  last = Math.min(last, openingEnd(words, head) ?? last);
  const dash = datelineEnd(words, first);
  if (dash !== undefined && dash < head) first = dash + 1;
  while (first < head && /^(?:["“‘']|and|but|so|yet)$/i.test(words[first]!.text)) first += 1;
  return [first, last];
};

/** "Claiming the talks had failed, Trump told Fox …": a participle that opens the sentence speaks up to the main clause. */
const openingEnd = (words: Words, head: number): number | undefined => {
  const { xpos, relation, head: main, sentence } = words[head]!;
  if (!/^VB[GN]$/.test(xpos) || relation !== "advcl" || main < head) return undefined;
  const subject = words[main]!.children.find((child) => words[child]!.relation.startsWith("nsubj"));
  if (subject === undefined || subject < head) return undefined;
  let comma = subject;
  while (comma > head && words[comma]!.text !== ",") comma -= 1;
  return comma > head + 1 && words[comma]!.sentence === sentence ? comma - 1 : undefined;
};

/** The comma right before the speaker and cue that follow what is reported. */
const openingOf = (words: Words, cue: Range, source: Span | undefined, from: number): number | undefined => {
  const start = Math.min(words[cue[0]]!.start, source?.start ?? Number.POSITIVE_INFINITY);
  let at = cue[0] - 1;
  while (at > from && words[at]!.start >= start) at -= 1;
  return at > from && words[at]!.text === "," ? at : undefined;
};

/** The comma right after cue and speaker. */
const closingOf = (words: Words, cue: Range, source: Span | undefined, to: number): number | undefined => {
  const end = Math.max(words[cue[1]]!.end, source?.end ?? 0);
  let at = cue[1] + 1;
  while (at < to && words[at]!.end <= end) at += 1;
  return at < to && words[at]!.text === "," ? at : undefined;
};

/**
 * From "that" where it opens the clause, else from the clause's subject where that lies between cue and clause.
 * After verbs of telling the listener comes first.
 */
const startOf = (words: Words, cue: number, first: number, last: number, tells: boolean): number => {
  for (let at = cue + 1; at <= Math.min(last, first + 12); at += 1) {
    const word = words[at]!;
    if (opensClause(words, at)) return at;
    if (word.upos === "VERB" || word.upos === "AUX" || (word.upos === "PUNCT" && at > cue + 1)) break;
  }
  if (tells && isTensed(words[first]!)) return afterPhrase(words, cue + 1, first);
  if (tells) return afterName(words, cue + 1, Math.max(first, afterListener(words, cue + 1)));
  if (words[first]!.relation === "mark") return first;
  if (isTensed(words[first]!) && isSubject(words, cue + 1, first)) return cue + 1;
  let at = first;
  while (at - 1 > cue && first - at < 12 && (nominal.has(words[at - 1]!.upos) || isHyphen(words, at - 1)))
    at -= 1;
  return at - 1 === cue ? at : first;
};

const isTensed = ({ xpos }: Word): boolean => /^(?:VB[DZP]|MD)$/.test(xpos);

/** "says too much is made of it": what stands between the cue and a clause that opens with its verb is its subject. */
const isSubject = (words: Words, from: number, verb: number): boolean => {
  const opens = words[from]!;
  if (from >= verb || !/^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|ADV|SYM)$/.test(opens.upos)) return false;
  if (opens.xpos === "RB" || /^(?:here|there|then|now)$/i.test(opens.text)) return false;
  let commas = 0;
  for (let at = from; at < verb; at += 1) {
    if (words[at]!.text === ",") commas += 1;
    if (/^[;:()—–"“”]$/.test(words[at]!.text)) return false;
  }
  return commas % 2 === 0;
};

/** "told the council the resolution aimed": the listener ends before the article or the noun that opens the subject. */
const afterPhrase = (words: Words, from: number, verb: number): number => {
  for (let at = from + 1; at < verb; at += 1) {
    const before = words[at - 1]!;
    if (/^(?:DET|PRON)$/.test(words[at]!.upos) && /^(?:NOUN|PROPN|PRON)$/.test(before.upos)) return at;
    if (words[at]!.upos === "NOUN" && before.upos === "PROPN" && at === from + 1) return at;
  }
  return afterListener(words, from);
};

/** "told Amos Hochstein the party accepts": the clause begins with the article after the listener's name. */
const afterName = (words: Words, from: number, start: number): number => {
  let at = start;
  while (at > from && words[at]!.upos === "PROPN" && words[at - 1]!.upos === "PROPN") at += 1;
  return at > start && /^(?:DET|PRON)$/.test(words[at]?.upos ?? "") ? at : start;
};

/** "El-Sisi": a hyphen inside a name. */
const isHyphen = (words: Words, at: number): boolean =>
  words[at]!.text === "-" &&
  words[at - 1]?.end === words[at]!.start &&
  words[at + 1]?.start === words[at]!.end;

/** The word after "me", "reporters", "the council" at `from`. */
const afterListener = (words: Words, from: number): number => {
  if (/^(?:me|us|him|her|them|you|reporters|journalists|lawmakers|diplomats)$/i.test(words[from]?.text ?? ""))
    return words[from + 1]?.text === "," ? from + 2 : from + 1;
  return from;
};

/** The last word that goes on with the clause which has come to `last`. */
const endOf = (
  scene: Scene,
  head: number,
  last: number,
  to: number,
  isMarked = true,
  start?: number,
): number => {
  const { words } = scene.input;
  let end = throughQuotation(scene, head, last);
  for (let step = 0; step < 40 && end < to; step += 1) {
    const stop = pieceEnd(words, end + 1, to);
    const isOpen =
      start !== undefined &&
      firstFinite(words, start, end) === undefined &&
      words[end + 1]!.text === "," &&
      isWaiting(words, start, end + 2, stop);
    if (!isOpen && !goesOn(scene, head, end + 1, stop, isMarked)) break;
    end = throughQuotation(scene, head, stop);
  }
  return end;
};

/** "that an American, Donald Lu, had warned", "that, as he put it, the": a clause without its verb, before an aside or that verb. */
const isWaiting = (words: Words, start: number, from: number, to: number): boolean => {
  const finite = firstFinite(words, from, to);
  return finite === undefined || finite <= from + 1 || words[start + 1]?.text === ",";
};

/** A quotation that has been opened is read to its end, past the sentence if need be. */
const throughQuotation = ({ input: { words, quotations } }: Scene, head: number, last: number): number => {
  const inside = quotationOf(words[last]!, quotations);
  if (inside < 0 || inside === quotationOf(words[head]!, quotations)) return last;
  const { end } = quotations[inside]!;
  return Math.max(last, lastBefore(words, end - 1));
};

/** Last word before the next comma, dash or bracket after `from`. */
const pieceEnd = (words: Words, from: number, to: number): number => {
  let at = from;
  while (at < to && !isBreak(words, at + 1)) at += 1;
  return at;
};

const isBreak = (words: Words, index: number): boolean => {
  const { text, upos, start } = words[index]!;
  if (!/^(?:[,;:()—–]|--|-)$/.test(text) || upos !== "PUNCT") return false;
  return text !== "-" || words[index - 1]!.end < start;
};

/** ", in talks with his counterpart": through what it is said is no part of what is said. */
const isMediumOf = ({ input: { words }, language: { media } }: Scene, head: number, at: number): boolean => {
  const noun = words[words[at]!.head];
  return (
    /^(?:in|during)$/i.test(words[at]!.text) &&
    noun !== undefined &&
    noun.head === head &&
    noun.relation === "obl" &&
    kindNamed(media, noun) !== undefined
  );
};

/** True where the piece `from`..`to` belongs to the clause before it rather than to the sentence around it. */
const goesOn = (scene: Scene, head: number, from: number, to: number, isMarked: boolean): boolean => {
  const { words } = scene.input;
  let at = from;
  const mark = words[at]!;
  if (/^(?:[;:()—–]|--|-)$/.test(mark.text))
    return /^(?:and|that)$/i.test(words[at + 1]?.text ?? "") && mark.text !== "(";
  const comma = mark.text === ",";
  if (comma) at += 1;
  while (at <= to && words[at]!.upos === "PUNCT") at += 1;
  if (at > to || (comma && isMediumOf(scene, head, at))) return false;
  for (let index = at; index <= Math.min(to, at + 3); index += 1)
    if (isResumption(scene, head, words[index]!, from)) return false;
  const joined = words[at]!.upos === "CCONJ";
  if (joined) at += 1;
  const opens = words[at];
  if (!opens || at > to) return false;
  if (!comma && !joined && mark.upos !== "PUNCT") return true;
  if (/^(?:that|whether)$/i.test(opens.text)) return isMarked || !joined;
  const finite = firstFinite(words, at, to);
  if (finite === undefined) return opens.upos !== "VERB" || opens.xpos !== "VBG" || joined || !comma;
  if (finite === at && isPerfect(words, words[at]!, head + 1)) return true;
  if (finite === at || (words[at]!.upos === "ADV" && finite === at + 1)) return joined || !comma;
  if (subordinators.test(opens.text)) return true;
  if (joined && opens.upos === "PRON") return !isAct(scene, words[finite]!, head);
  return false;
};

/** "…, and he warned", "…, but it did not say": a verb of saying in the tense of the cue is the speaker's next act. */
const isAct = (scene: Scene, word: Word, head: number): boolean => {
  const { words } = scene.input;
  if (word.xpos !== words[head]!.xpos) return false;
  const verb = word.upos === "AUX" && /^(?:do|have)$/.test(word.lemma) ? words[word.head] : word;
  return verb !== undefined && (isSpeech(scene, verb) || isCall(words, verb.index));
};

/** "called on", "called for". */
const isCall = (words: Words, at: number): boolean =>
  words[at]!.lemma === "call" && /^(?:on|for)$/.test(words[at + 1]?.text ?? "");

const firstFinite = (words: Words, from: number, to: number): number | undefined => {
  for (let at = from; at <= to; at += 1) if (/^(?:VB[DZP]|MD)$/.test(words[at]!.xpos)) return at;
  return undefined;
};

const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
