// A reported clause -> all of it, by the order of the words: parsers lose its subject, its later parts and its other side.
import { lastBefore, type Span } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";
import { opensClause } from "../cues/cue.ts";
import { isSpeech } from "../cues/speech.ts";
import type { Scene } from "../draft.ts";
import { range } from "../spans.ts";
import { endOf, subordinators } from "./clause-end.ts";
import { closingOf, openingOf, segmentOf } from "./segment.ts";

type Words = readonly Word[];
type Range = readonly [first: number, last: number];

const nominal = new Set(["NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"]);

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
      ...range(last + 1, endOf(scene, head, last, to, start)),
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
  return [...indexes, ...range(last + 1, endOf(scene, head, last, to, start))];
};

/** Left and right of a cue between commas; the right side is left out where it merely follows a whole clause. */
export const bothSides = (scene: Scene, left: readonly number[], right: readonly number[]): number[] => {
  const { words } = scene.input;
  const isWhole =
    left.some((index) => /^(?:VB[DZP]|MD)$/.test(words[index]!.xpos)) && !isSubordinate(words, left);
  const opens = words[right[0] ?? -1];
  // "in a radio address, in which he also promised": a clause of the saying's own phrase.
  const isOfPhrase = opens?.upos === "ADP" && /^(?:which|whom)$/i.test(words[opens.index + 1]?.text ?? "");
  const goesOn =
    opens &&
    !isOfPhrase &&
    !/^(?:while|whereas)$/i.test(opens.text) &&
    (/^(?:CCONJ|AUX|SCONJ)$/.test(opens.upos) ||
      /^VB[DZP]$/.test(opens.xpos) ||
      subordinators.test(opens.text) ||
      (/^(?:provided|providing|assuming|given)$/i.test(opens.text) &&
        /^that$/i.test(words[opens.index + 1]?.text ?? "")) ||
      isCleft(words, left, opens));
  const isWaiting = /^(?:AUX)$/.test(words[left.at(-1) ?? -1]?.upos ?? "");
  if (!opens || (isWhole && !isWaiting && (!goesOn || isOthersWord(scene, right)))) return [...left];
  // "The line is closed, she said, and no ship will pass": what joins two whole clauses belongs to neither.
  const isJoint =
    isWhole && /^(?:and|but)$/i.test(opens.text) && !/^that$/i.test(words[right[1] ?? -1]?.text ?? "");
  return [...left, ...(isJoint ? right.slice(1) : right)];
};

/** "Fighting had stopped, he told AFP, though villagers said": somebody else's word, which limits the first. */
const isOthersWord = (scene: Scene, right: readonly number[]): boolean => {
  const { words } = scene.input;
  if (!/^(?:though|although|but|while)$/i.test(words[right[0]!]!.text)) return false;
  const finite = right.find((at) => /^(?:VB[DZP]|MD)$/.test(words[at]!.xpos)) ?? right[0]!;
  const verb = words[finite]!.upos === "AUX" ? words[words[finite]!.head]! : words[finite]!;
  return (
    finite > right[0]! + 1 &&
    words[finite - 1]!.upos !== "PRON" &&
    verb.upos === "VERB" &&
    isSpeech(scene, verb)
  );
};

/** "If talks fail, he said, the war will go on": a clause that waits for the main one. */
const isSubordinate = (words: Words, left: readonly number[]): boolean =>
  /^(?:if|when|whenever|unless|until|as|while|although|though|because|since|once|after|before)$/i.test(
    words[left[0] ?? -1]?.text ?? "",
  ) && !left.some((index) => words[index]!.text === ",");

/** "It was the Indians, he said, who had asked": the clause that the first part waits for. */
const isCleft = (words: Words, left: readonly number[], opens: Word): boolean =>
  /^(?:who|that|which)$/i.test(opens.text) &&
  /^it$/i.test(words[left[0] ?? -1]?.text ?? "") &&
  words[(left[0] ?? 0) + 1]?.lemma === "be";

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
