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
  let at = outside(words, first, last);
  let clear = !verbs.term.has(words[first - 1]?.text.toLowerCase() ?? "");
  for (let step = 0; step < reach && at >= 0; step += 1) {
    const word = words[at]!;
    if (step === 0 && possessive(words, first, last) && word.relation !== "nsubj")
      return { direction: "past", firm: false };
    const verbal = word.upos === "VERB" || word.upos === "AUX";
    if (verbal || hasVerb(words, at)) {
      const direction = directionOfVerb(words, word, verbs);
      if (direction !== "near") return { direction, firm: clear && verbal };
    }
    if (step > 0 || !verbal) clear = false;
    at = word.head;
  }
  return { direction: "near", firm: false };
};

/** "said Monday", "fell on Friday": the verb stands right before; a tree may err, its neighbour does not. */
const directionBefore = (words: readonly Word[], first: number): Direction => {
  const before = words[words[first - 1]?.lemma === "on" ? first - 2 : first - 1];
  if (!before || before.sentence !== words[first]!.sentence) return "near";
  if (before.xpos === "VBD" && before.upos === "VERB") return "past";
  if (before.xpos !== "VBN") return "near";
  const helper = words[before.index - 1]?.text.toLowerCase() ?? "";
  return /^(?:is|are|be)$/.test(helper)
    ? "future"
    : /^(?:was|were|had|been|has|have)$/.test(helper)
      ? "past"
      : "near";
};

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
  const marked = childrenBy(words, verb.index, "mark").some((one) => one.text.toLowerCase() === "to");
  if (marked) {
    const governor = words[verb.head];
    return governor && verbs.planning.has(governor.lemma) ? "future" : "near";
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
