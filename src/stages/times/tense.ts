// A time expression in its sentence -> where its verb points: into the past, into the future, or neither.

import type { TimesLanguage } from "../../language/times.ts";
import type { Word } from "../../model/token.ts";
import { childrenBy } from "../../model/tree.ts";
import type { Direction } from "./resolve.ts";

const reach = 12;
/** Where the verb points, and whether it does so firmly: the time stands in its own clause and says when. */
export type Pointing = { readonly direction: Direction; readonly firm: boolean };

/** The pointing of the verb that governs the words `first` to `last`; `near` where none tells. */
export const pointingOf = (
  words: readonly Word[],
  first: number,
  last: number,
  verbs: TimesLanguage["verbs"],
): Pointing => {
  const close = directionBefore(words, first);
  if (close !== "near") return { direction: close, firm: true };
  if (isEarliest(words, first)) return { direction: "future", firm: true };
  const planned = plannedDirection(words, first, verbs);
  if (planned !== "near") return { direction: planned, firm: planned === "past" };
  if (isEntry(words, first, last)) return { direction: "near", firm: false };
  if (isPredicate(words, first, last)) return { direction: "past", firm: true };
  let at = outside(words, first, last);
  let clear = !verbs.term.has(words[first - 1]?.text.toLowerCase() ?? "");
  for (let step = 0; step < reach && at >= 0; step += 1) {
    const word = words[at]!;
    if (step === 0 && possessive(words, first, last) && word.relation !== "nsubj")
      return { direction: "past", firm: false };
    const verbal = word.upos === "VERB" || word.upos === "AUX";
    if (isArranged(words, word, first, verbs)) return { direction: "future", firm: false };
    if (verbal || hasVerb(words, at)) {
      const direction = directionOfVerb(words, word, verbs);
      const says = verbal || (step === 0 && isPredicateOf(words, at));
      if (direction !== "near") return { direction, firm: clear && says };
      if (isInfinitive(words, word)) break;
    }
    if (step > 0 || !verbal) clear = false;
    at = word.head;
  }
  return { direction: "near", firm: false };
};

/** "July 5: Orban arrives in Moscow": the day of an entry, whose present tense points nowhere. */
const isEntry = (words: readonly Word[], first: number, last: number): boolean =>
  words[first - 1]?.sentence !== words[first]!.sentence && /^[:–—]$/.test(words[last + 1]?.text ?? "");

/** "Their last meeting was in February." */
const isPredicate = (words: readonly Word[], first: number, last: number): boolean => {
  const root = words.slice(first, last + 1).find(({ head }) => head < 0);
  return (
    root !== undefined && childrenBy(words, root.index, "cop").some((one) => /^(?:was|were)$/i.test(one.text))
  );
};

/** "was in Caracas in July": what somebody or something was. */
const isPredicateOf = (words: readonly Word[], at: number): boolean =>
  childrenBy(words, at, "cop").some((one) => /^(?:was|were)$/i.test(one.text));

/** "said Monday", "fell on Friday": the verb stands right before; a tree may err, its neighbour does not. */
const directionBefore = (words: readonly Word[], first: number): Direction => {
  const before = words[words[first - 1]?.lemma === "on" ? first - 2 : first - 1];
  if (!before || before.sentence !== words[first]!.sentence) return "near";
  if (before.xpos === "VBD" && before.upos === "VERB") return "past";
  if (before.xpos !== "VBN" || isInfinitive(words, before)) return "near";
  const helper = words[before.index - 1]?.text.toLowerCase() ?? "";
  return /^(?:is|are|be)$/.test(helper)
    ? "future"
    : /^(?:was|were|had|been|has|have)$/.test(helper)
      ? "past"
      : "near";
};

/** "As early as Tuesday": what is said to come, soon. */
const isEarliest = (words: readonly Word[], first: number): boolean =>
  words[first - 1]?.lemma === "as" &&
  /^(?:early|soon)$/.test(words[first - 2]?.lemma ?? "") &&
  words[first - 3]?.text.toLowerCase() === "as";

const around = 9;

/**
 * "Invited Rubio to visit Prague in May", "plans for a visit in June": the nearest verb before is the infinitive of
 * something planned, or a noun says so. Trees hang such times on the main verb as often as not.
 */
const plannedDirection = (
  words: readonly Word[],
  first: number,
  verbs: TimesLanguage["verbs"],
): Direction => {
  for (let at = first - 1; at >= Math.max(0, first - around); at--) {
    const word = words[at]!;
    if (word.sentence !== words[first]!.sentence || (word.upos === "PUNCT" && word.text !== "-"))
      return "near";
    if (word.upos === "NOUN" && verbs.plans.has(word.lemma) && /^(?:for|to)$/.test(words[at + 1]!.lemma))
      return "future";
    if (word.upos === "AUX" || word.upos !== "VERB") continue;
    if (!isInfinitive(words, word)) return "near";
    let to = at - 1;
    while (to > 0 && words[to]!.lemma !== "to") to -= 1;
    for (let back = to - 1; back >= Math.max(0, to - 4); back--) {
      const governor = words[back]!;
      if (governor.upos === "PUNCT" || governor.sentence !== word.sentence) return "near";
      if (governor.lemma === "be" && back === to - 1 && /^(?:is|are)$/i.test(governor.text)) return "future";
      if (verbs.planning.has(governor.lemma)) return isTold(words, back) ? "past" : "future";
    }
    return "near";
  }
  return "near";
};

/** "Had been due to": words before tell that the plan is over. */
const isTold = (words: readonly Word[], at: number): boolean =>
  [1, 2, 3].some((back) => words[at - back]?.text === "had");

/** "Planned a rally on Saturday", "a visit slated for May": the time is that of what was arranged, not of the arranging. */
const isArranged = (
  words: readonly Word[],
  word: Word,
  first: number,
  verbs: TimesLanguage["verbs"],
): boolean => {
  if (word.upos === "NOUN")
    return childrenBy(words, word.index, "amod").some((one) => verbs.arranging.has(one.lemma));
  if (word.upos !== "VERB" || first <= word.index || isBefore(words, word)) return false;
  const marker = words[first - 1]!.lemma;
  if (verbs.moving.has(word.lemma)) return /^(?:until|till|to)$/.test(marker);
  return (
    verbs.arranging.has(word.lemma) && (marker === "for" || childrenBy(words, word.index, "obj").length > 0)
  );
};

const isInfinitive = (words: readonly Word[], verb: Word): boolean => {
  if (childrenBy(words, verb.index, "mark").some((one) => one.text.toLowerCase() === "to")) return true;
  let at = verb.index - 1;
  while (words[at]?.upos === "AUX" && /^(?:be|have)$/.test(words[at]!.text)) at -= 1;
  return words[at]?.text === "to" && words[at]!.upos !== "ADP";
};

/** "Had planned", "had been due to": told of a time that is over itself. */
const isBefore = (words: readonly Word[], verb: Word): boolean =>
  childrenBy(words, verb.index, "aux", "aux:pass", "cop").some((one) => one.text.toLowerCase() === "had");

const possessive = (words: readonly Word[], first: number, last: number): boolean =>
  words[first]!.relation === "nmod:poss" || /^['\u2019]s?$/.test(words[last + 1]?.text ?? "");

/** The first governor that is no part of the expression. */
const outside = (words: readonly Word[], first: number, last: number): number => {
  let at = first;
  for (let step = 0; step <= last - first + 1 && at >= first && at <= last; step += 1) at = words[at]!.head;
  return at >= first && at <= last ? -1 : at;
};

const hasVerb = (words: readonly Word[], at: number): boolean =>
  childrenBy(words, at, "cop", "aux").length > 0;

const directionOfVerb = (words: readonly Word[], verb: Word, verbs: TimesLanguage["verbs"]): Direction => {
  const helpers = childrenBy(words, verb.index, "aux", "cop").map((one) => one.text.toLowerCase());
  if (isInfinitive(words, verb)) {
    const governor = words[verb.head];
    return governor && verbs.planning.has(governor.lemma) && !isBefore(words, governor) ? "future" : "near";
  }
  if (helpers.some((form) => verbs.ahead.has(form))) return helpers.includes("have") ? "past" : "future";
  if (helpers.some((form) => /^(?:was|were|had|did|has|have|'ve|been)$/.test(form))) return "past";
  const { xpos } = verb;
  if (xpos === "VBD") return "past";
  if (helpers.some((form) => /^(?:is|are|'s|'re|am|'m)$/.test(form)))
    return xpos === "VBG" || xpos === "VBN" ? "future" : "near";
  if (xpos === "VBN") return "past";
  return (xpos === "VBZ" || xpos === "VBP") && verbs.scheduled.has(verb.lemma) ? "future" : "near";
};
