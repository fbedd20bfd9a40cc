// A contact's sentences and the lengths of time in them -> how long it lasted.
import { subjectOf } from "../../../clause/arguments.ts";
import type { Duration } from "../../../model/contact.ts";
import type { Time } from "../../../model/time.ts";
import type { Word } from "../../../model/token.ts";
import type { Draft } from "../merge-sightings.ts";

type Words = readonly Word[];

const lasting = /^(last|take|run|continue|go_on|go|stretch|extend)$/;

/** The first of the lengths of time that the words give the contact: "for two hours", "the two-hour call", "it lasted half an hour". */
export const durationOf = (words: Words, lengths: readonly Time[], draft: Draft): Duration | undefined => {
  const triggers = new Set(draft.sightings.flatMap(({ word, clause }) => [word, clause]));
  const nouns = new Set(draft.sightings.map(({ word }) => word));
  const sentences = new Set(draft.sightings.map(({ word }) => words[word]!.sentence));
  const length = draft.channel === "visit" ? /^P\d+[DW]$/ : /^PT\d/;
  const near = new Set([...sentences].flatMap((sentence) => [sentence, sentence + 1]));
  const found = lengths.find(
    (time) =>
      near.has(words[time.first]!.sentence) &&
      length.test(time.value) &&
      !/^\d{1,2}[.]\d\d$/.test(words[time.first]!.text) &&
      (isModifier(words, time, nouns) ||
        isLengthOf(words, time, nouns) ||
        (sentences.has(words[time.first]!.sentence) && isSpan(words, time, triggers)) ||
        isSpentTalking(words, time) ||
        isLasting(words, time, nouns, sentences)),
  );
  return found && { start: found.start, end: found.end, value: found.value };
};

/** "the two-hour exchange", "five days of talks". */
const isModifier = (words: Words, { last }: Time, nouns: ReadonlySet<number>): boolean => {
  for (let at = last + 1; at <= last + 4; at += 1) {
    if (nouns.has(at)) return true;
    if (!/^(ADJ|NOUN|ADP|PUNCT)$/.test(words[at]?.upos ?? "") || /^[,;.]$/.test(words[at]!.text))
      return false;
  }
  return false;
};

/** "a call of nearly half an hour". */
const isLengthOf = (words: Words, { first }: Time, nouns: ReadonlySet<number>): boolean => {
  let at = first - 1;
  while (at > first - 4 && /^(ADV|ADJ|DET)$/.test(words[at]?.upos ?? "")) at -= 1;
  if (words[at]?.text.toLowerCase() !== "of") return false;
  return nouns.has(at - 1) || exchange.test(words[at - 1]!.lemma.toLowerCase());
};

const exchange = /^(call|conversation|talk|talks|meeting|exchange|discussion|audience)$/;
const talks = /^(exchange|talk|speak|converse|confer|sit)$/;

/** "The heads of state exchanged for nearly two hours on trade": right behind the verb of those just told of. */
const isSpentTalking = (words: Words, { first }: Time): boolean => {
  let at = first - 1;
  while (at > first - 4 && /^(ADV|ADJ|DET)$/.test(words[at]?.upos ?? "")) at -= 1;
  if (words[at]?.text.toLowerCase() !== "for") return false;
  // "For half an hour they dealt with energy": at the head of the sentence, whatever the verb.
  const heads = words[at - 1]?.sentence !== words[at]!.sentence;
  if (!heads && !talks.test(words[at - 1]?.lemma.toLowerCase() ?? "")) return false;
  const subject = words[subjectOf(words, heads ? headVerb(words, first) : at - 1) ?? -1];
  return subject !== undefined && (/^(they|two|both|sides)$/i.test(subject.text) || subject.xpos === "NNS");
};

/** The verb above a word. */
const headVerb = (words: Words, index: number): number => {
  let at = index;
  for (let step = 0; step < 6 && words[at]!.upos !== "VERB" && words[at]!.head >= 0; step += 1)
    at = words[at]!.head;
  return at;
};

/** "spoke for two hours", "For about 85 minutes, he held": beside the trigger, with no other verb between. */
const isSpan = (words: Words, { first, last }: Time, triggers: ReadonlySet<number>): boolean => {
  let at = first - 1;
  while (at > first - 4 && /^(ADV|ADJ|DET)$/.test(words[at]?.upos ?? "")) at -= 1;
  if (words[at]?.text.toLowerCase() !== "for") return false;
  const { sentence } = words[first]!;
  for (let back = at - 1; back > at - 60 && words[back]?.sentence === sentence; back -= 1) {
    if (triggers.has(back)) return true;
    // "spoke for an hour, a day after his call with Putin": of the verb before it.
    if (/^(talk|speak|converse|confer|meet)$/.test(words[back]!.lemma)) return false;
    if (words[back]!.upos === "VERB") break;
  }
  for (let next = last + 1; next < last + 60 && words[next]?.sentence === sentence; next += 1) {
    if (triggers.has(next)) return true;
    // "for 70 minutes, the Minister, who is visiting Manila, held a meeting"
    if (words[next]!.upos === "VERB" && !/^acl/.test(words[next]!.relation)) return false;
  }
  return false;
};

/** "The talks lasted two hours", and of what was just told: "It lasted for half an hour." */
const isLasting = (
  words: Words,
  { first }: Time,
  nouns: ReadonlySet<number>,
  sentences: ReadonlySet<number>,
): boolean => {
  for (let at = first - 1; at >= first - 5; at -= 1) {
    const word = words[at];
    if (word?.sentence !== words[first]!.sentence) return false;
    if (word.upos !== "VERB") continue;
    if (!lasting.test(word.lemma.toLowerCase())) return false;
    const subject = subjectOf(words, at);
    if (subject !== undefined && nouns.has(subject)) return true;
    const relative = /^(which|that)$/i.test(words[at - 1]?.text ?? "");
    const pronoun = words[relative ? at - 1 : (subject ?? at - 1)];
    return (
      /^(it|which|this|that)$/i.test(pronoun?.text ?? "") &&
      (sentences.has(word.sentence) || sentences.has(word.sentence - 1))
    );
  }
  return false;
};
