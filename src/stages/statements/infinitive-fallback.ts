// "would ask Washington to hand over", "threatened in private to board" -> a statement, by the order of the words.
import type { Word } from "../../model/token.ts";
import { subtree } from "../../model/tree.ts";
import { cueIn, cueReach, isNegated } from "./cue.ts";
import type { Draft, Scene } from "./draft.ts";
import { sourceSpan } from "./source.ts";
import { contentSpans } from "./spans.ts";
import { subjectOf } from "./speaker.ts";

type Words = readonly Word[];

/** The statement of a verb of asking or promising whose infinitive follows, at once or after nouns and phrases. */
export const infinitiveFallback = (scene: Scene, index: number): Draft | undefined => {
  const { words, quotations } = scene.input;
  const word = words[index]!;
  const isPassive = word.children.some((child) => words[child]!.relation === "aux:pass");
  if (word.upos !== "VERB" || isPassive) return undefined;
  const to = infinitiveAfter(words, index);
  if (to === undefined) return undefined;
  const own = words[index + 1]!;
  const asks = own.index < to && /^(?:NOUN|PROPN|PRON|DET|ADJ|NUM)$/.test(own.upos);
  const frames = asks ? ["urge", "wish"] : ["infinitive", "on-to", "to-for"];
  const cue = frames.map((frame) => cueIn(scene.language.cues.verb, words, index, frame)).find(Boolean);
  if (!cue) return undefined;
  const first = asks || cue.frames.has("on-to") ? index + 1 : to;
  const indexes = [...range(first, to - 1), ...clauseFrom(words, to)];
  const content = contentSpans(words, indexes, quotations).slice(0, 1);
  const speaker = subjectOf(words, index);
  const source = speaker === undefined ? undefined : sourceSpan(words, speaker, quotations, [index, index]);
  if (content.length === 0) return undefined;
  return {
    head: index,
    cue: cueReach(words, index),
    act: cue.act,
    negated: isNegated(words, index),
    ...(speaker === undefined || !source ? {} : { speaker, source }),
    content,
    confidence: 0.75,
    rule: "asked-in-order",
  };
};

/** The "to" of an infinitive within reach, with nothing but nouns and phrases before it. */
const infinitiveAfter = (words: Words, index: number): number | undefined => {
  const { sentence } = words[index]!;
  for (let at = index + 1; at < index + 9 && words[at]?.sentence === sentence; at += 1) {
    const word = words[at]!;
    if (word.text === "to" && words[at + 1]?.xpos === "VB") return at;
    if (!/^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART|ADP|ADV|CCONJ)$/.test(word.upos)) return undefined;
  }
  return undefined;
};

/** The infinitive with all that hangs on it without a break. */
const clauseFrom = (words: Words, to: number): number[] => {
  const found = [to];
  for (const index of subtree(words, to + 1))
    if (index > found.at(-1)! && index === found.at(-1)! + 1) found.push(index);
  return found;
};

const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
