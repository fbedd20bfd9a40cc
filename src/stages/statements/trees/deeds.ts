// Words that mostly report -> whether they tell of a deed instead: visas denied, tanks ordered, a speech made to an audience.
import { isInfinitive } from "../../../clause/arguments.ts";
import type { Match } from "../../../match/match.ts";
import type { Word } from "../../../model/token.ts";
import { childBy } from "../../../model/tree.ts";
import { isPassive } from "../cues/cue.ts";
import { human } from "../cues/speech.ts";
import { caseOf } from "../speakers/own-subject.ts";

/** "its readiness to share the findings": to pass something on is a deed, until it is done. */
export const isPassedOn = (words: readonly Word[], head: number): boolean =>
  /^(?:share|send|pay|relay|offer|raise)$/.test(words[head]!.lemma) &&
  words[head]!.relation === "acl" &&
  words[head]!.xpos === "VB";

/** "was denied a visa", "denied him entry": what somebody does not get is no claim. */
export const isWithheld = (words: readonly Word[], head: number, content: number): boolean =>
  /^(?:deny|refuse)$/.test(words[head]!.lemma) &&
  (content > head && isPassive(words, head)
    ? true
    : words[head]!.children.some((child) =>
        content > head ? words[child]!.relation === "iobj" : child > head && words[child]!.relation === "obj",
      ));

/** "answered two phone calls". */
export const isPickedUp = (words: readonly Word[], head: number, content: number): boolean =>
  words[head]!.lemma === "answer" &&
  /^(?:call|phone|telephone|door|doorbell|prayer)$/.test(words[content]!.lemma);

/** "ordered 40 tanks from Korea": goods in a number, or from where they come. */
export const isBought = (words: readonly Word[], head: number, content: number): boolean =>
  words[head]!.lemma === "order" &&
  content > head &&
  [head, content].some((at) =>
    words[at]!.children.some((child) =>
      words[child]!.relation.startsWith("nmod") || words[child]!.relation === "obl"
        ? caseOf(words, words[child]!) === "from"
        : at === content && words[child]!.relation === "nummod",
    ),
  );

/** "charges a fee of two percent": "of" says how much; one is charged "with" a crime. */
export const isPriced = (words: readonly Word[], { head, more }: Match["captures"]): boolean =>
  words[head!]!.lemma === "charge" && more !== undefined && caseOf(words, words[more]!) === "of";

/** "found a bag full of notes": a thing not spoken of before is come upon, not judged. */
export const isComeUpon = (words: readonly Word[], head: number, content: number): boolean =>
  words[head]!.lemma === "find" && childBy(words, content, "det")?.lemma.toLowerCase() === "a";

/** "addressed the rally": speaking to somebody. */
export const isAudience = (words: readonly Word[], head: number, content: number): boolean =>
  words[head]!.lemma === "address" &&
  /^(?:assembly|council|parliament|congress|senate|house|rally|crowd|nation|meeting|summit|conference|session|forum|gathering|congregation|lawmaker|deputy|reporter|journalist|student|troops?|soldier|supporter|delegate|audience|people|public|country|bundestag|knesset|committee|convention)$/i.test(
    words[content]!.lemma,
  );

/** "Police questioned the driver": whom one questions is asked, where to question a thing finds fault with it. */
export const isInterrogated = (words: readonly Word[], head: number, content: number): boolean =>
  /^(?:question|grill)$/.test(words[head]!.lemma) &&
  content > head &&
  words[content]!.upos !== "PRON" &&
  (human.test(words[content]!.lemma) ||
    /^(?:suspect|man|woman|boy|girl|couple|teenager)$/.test(words[content]!.lemma));

/** "is addressing their needs", "to address the crisis": what is under way or to be done is dealt with, not answered. */
export const isDealtWith = (words: readonly Word[], head: number): boolean =>
  words[head]!.lemma === "address" && (words[head]!.xpos === "VBG" || isInfinitive(words, head));

/** "Thank you", "Thank God": a phrase of politeness. */
export const isThanks = (words: readonly Word[], head: number): boolean =>
  words[head]!.lemma === "thank" &&
  /^(?:you|god)$/i.test(words[head + 1]?.text ?? "") &&
  (words[head - 1]?.sentence !== words[head]!.sentence || /^["“‘':,.]$/.test(words[head - 1]!.text));
