// Where a list seems to go on -> does it? What belongs to the item before it is not cut off.
import type { Word } from "../../../model/token.ts";
import { between } from "./list-starts.ts";

type Words = readonly Word[];

/** "in science and technology, trade and investment, …": a couple of short nouns is one item of a list of others. */
export const isCouple = (words: Words, start: number, from: number, to: number): boolean => {
  const and = words[start]!.text.toLowerCase() === "and" ? start : start - 1;
  if (words[and]?.text.toLowerCase() !== "and" || words[and - 1]!.text === ",") return false;
  if (/^(DET|VERB)$/.test(words[and + 1]!.upos) || words[and + 1]!.xpos === "PRP$") return false;
  let end = and + 1;
  while (end <= to && !/^[,;]$/.test(words[end]!.text)) end += 1;
  let begin = and - 1;
  while (begin >= from && !/^(,|;|and)$/i.test(words[begin]!.text) && words[begin]!.upos !== "ADP")
    begin -= 1;
  const isListed =
    end <= to || (begin > from && /^and$/i.test(words[begin]!.text) && words[begin - 1]!.text === ",");
  return isListed && and - begin < 4 && end - and < 4;
};

/** "developments in Syria and Lebanon", "in Gaza and the region": one more place under the same preposition. */
export const isPlace = (words: Words, start: number, from: number, to: number): boolean => {
  const and = words[start]!.text.toLowerCase() === "and" ? start : start - 1;
  if (words[and]?.text.toLowerCase() !== "and" || words[and - 1]!.upos !== "PROPN") return false;
  let end = and + 1;
  while (end <= to && words[end]!.upos !== "PUNCT") end += 1;
  const item = words.slice(/^the$/i.test(words[and + 1]?.text ?? "") ? and + 2 : and + 1, end);
  const text = item.map((word) => word.text.toLowerCase()).join(" ");
  if (item.length === 0) return false;
  if (!/^(?:wider )?(?:region|world|area)$/.test(text) && !item.every(isNamed)) return false;
  let at = and - 1;
  while (at > from && words[at]!.upos === "PROPN") at -= 1;
  return words[at]!.upos === "ADP" && at > from;
};

/**
 * "the cooperation among Japan, the United States and the Philippines", "sanctions lifted by the US and the EU": one more
 * name in a row of names under a preposition that stands within the part.
 */
export const isNameRow = (words: Words, start: number, from: number, to: number): boolean => {
  let first = start;
  while (first < to && (/^(and|or|,)$/i.test(words[first]!.text) || isThe(words[first]!))) first += 1;
  let end = first;
  while (end <= to && isNamed(words[end]!)) end += 1;
  if (end === first || (end <= to && /^(NOUN|ADJ|PART|NUM)$/.test(words[end]!.upos))) return false;
  let at = start - 1;
  while (at > from && (isNamed(words[at]!) || isThe(words[at]!) || isJoint(words[at]!))) at -= 1;
  return at > from && at < start - 2 && words[at]!.upos === "ADP" && words[at + 1]!.upos !== "PUNCT";
};

/** "contacts, the summit above all", "the gas field, part of which lies here": what belongs to the item before the comma. */
export const isPartOf = (words: Words, start: number, to: number): boolean => {
  const first = /^(?:,|and|or)$/i.test(words[start]!.text) ? start + 1 : start;
  let end = first;
  while (end <= to && !/^[,;:.]$/.test(words[end]!.text)) end += 1;
  const text = words
    .slice(first, end)
    .map((word) => word.text.toLowerCase())
    .join(" ");
  return (
    /\b(?:above all|first of all)$/.test(text) ||
    /^(?:part|parts|some|most|many|all|both|one|each|none|half) of (?:which|whom|them)\b/.test(text)
  );
};

/** "warned [the United States, Korea and Japan] against alliances": those it is said to, one after the other. */
export const isToldRow = (words: Words, start: number, from: number, to: number): boolean => {
  let end = from;
  while (end <= to && (isNamed(words[end]!) || isThe(words[end]!) || isJoint(words[end]!))) end += 1;
  const next = words[end];
  return (
    start < end && end <= to && (next?.xpos === "TO" || /^(?:against|for|on|not)$/i.test(next?.text ?? ""))
  );
};

/** "United" of "United States" too. */
const isNamed = ({ xpos, upos }: Word): boolean => upos === "PROPN" || /^NNP/.test(xpos);
const isThe = ({ text }: Word): boolean => /^the$/i.test(text);
const isJoint = ({ text }: Word): boolean => /^(,|and|or)$/i.test(text);

/** Values that are named together: "sovereignty and territorial integrity", "peace and security". */
const values = new Set(
  "sovereignty independence unity integrity peace security stability prosperity development dignity freedom safety respect trust equality justice accountability democracy".split(
    " ",
  ),
);

/**
 * What one thing has twice: "a transparent, credible and neutral inquiry", "sovereignty and territorial integrity", "the
 * state and prospects of ties", "to Ukraine and to the whole world".
 */
export const isTwin = (words: Words, start: number, from: number, to: number, topics: boolean): boolean => {
  let first = start;
  while (first < to && /^(and|or|but|,)$/i.test(words[first]!.text)) first += 1;
  let before = start - 1;
  while (before > from && /^(and|or|but|,)$/i.test(words[before]!.text)) before -= 1;
  const [last, next] = [words[before]!, words[first]!];
  if (last.relation === "amod" && next.upos === "ADJ" && /^JJ/.test(last.xpos)) return last.head > before;
  const rest = words.slice(first, Math.min(to + 1, first + 6)).map(({ text }) => text.toLowerCase());
  if (/^(?:also )?(?:to|for|in) the (?:whole |entire |wider )?(?:world|region)$/.test(rest.join(" ")))
    return true;
  if (words[first - 1]?.text.toLowerCase() !== "and") return false;
  const noun = next.upos === "ADJ" ? words[first + 1] : next;
  if (values.has(last.lemma.toLowerCase()) && values.has(noun?.lemma.toLowerCase() ?? "")) return true;
  const owned = words[before - 1];
  // "the current state and prospects of ties"
  if (/^(prospect|outlook)s?$/i.test(next.lemma) && /^(of|for)$/i.test(words[first + 1]?.text ?? ""))
    return last.upos === "NOUN" && before > from;
  const opens = owned?.upos === "DET" || owned?.xpos === "PRP$" || (!topics && owned?.upos === "ADJ");
  const behind = words[first + 1];
  return (
    opens &&
    before > from &&
    last.upos === "NOUN" &&
    next.upos === "NOUN" &&
    first < to &&
    (behind?.xpos === "VBN" || /^(of|for)$/i.test(behind?.text ?? ""))
  );
};

/** "ready to, together with Thailand, act on it": the verb that a "to" before the comma waits for. */
export const isAwaited = (words: Words, from: number, start: number): boolean => {
  for (let at = start - 1; at >= from; at -= 1) {
    if (words[at]!.upos === "VERB") return false;
    if (words[at]!.xpos === "TO") return words[at + 1]!.text === ",";
  }
  return false;
};

/** "ties based on mutual respect, the rule of law and sovereignty": what something rests on is not listed as a matter. */
export const isGround = (words: Words, from: number, start: number): boolean => {
  for (let at = start - 1; at > from; at -= 1) {
    const { text, xpos } = words[at]!;
    if (/^(VB[DPZ]|MD|TO)$/.test(xpos) || /^[;:]$/.test(text)) return false;
    const pair = `${words[at - 1]!.text} ${text}`.toLowerCase();
    if (
      /^(based (up)?on|basis of|accordance with|line with|spirit of|principles of|view of|light of|because of|account of|rests? (up)?on|respect for)$/.test(
        pair,
      )
    )
      return true;
  }
  return false;
};

const isNegation = ({ text }: Word): boolean => /^(not|n['’]t|never|neither|nor|no|without)$/i.test(text);

/**
 * "bilateral relations and ways to advance them", "developments in Gaza and the efforts exerted in this regard": what
 * only goes back to the item before it is no matter of its own.
 */
export const goesBack = (words: Words, start: number, to: number): boolean => {
  const at = between.test(words[start]!.text) ? start + 1 : start;
  // "should not target a third party or be controlled by one": denied together.
  if (/^n?or$/i.test(words[at - 1]!.text)) return words.slice(Math.max(0, at - 12), at).some(isNegation);
  if (words[at - 1]!.text.toLowerCase() !== "and") return false;
  const rest = words.slice(at, Math.min(to + 1, at + 9)).map(({ text }) => text.toLowerCase());
  const item = rest.join(" ").split(/ [,;.]/)[0]!;
  return (
    /^(?:the )?(?:ways|means|measures|how|prospects|opportunities|efforts|steps)\b.* (?:them|it|this|these)\b(?! \w+ies?\b)/.test(
      item,
    ) || /\b(?:in|to) (?:this|that) (?:regard|respect|end|context|effect|direction)$/.test(item)
  );
};
