// Cues of speech that no rule could read, because the tree went wrong -> statements, by the order of the words alone.
import type { Span } from "../../model/span.ts";
import type { Word } from "../../model/token.ts";
import { cueIn, cueReach, isNegated } from "./cue.ts";
import { cutShort } from "./cut.ts";
import type { Draft, Scene } from "./draft.ts";
import { sourceSpan } from "./source.ts";
import { contentSpans } from "./spans.ts";
import { subjectOf } from "./speaker.ts";

type Words = readonly Word[];
const nominal = new Set(["NOUN", "PROPN", "PRON"]);

/** A statement of a finite verb of saying: what follows it, or what it closes (", the minister said."). */
export const fallbackDraft = (scene: Scene, index: number): Draft | undefined => {
  const { words, quotations } = scene.input;
  const word = words[index]!;
  if (word.upos !== "VERB" || !/^VB[DZP]$/.test(word.xpos)) return undefined;
  const cue =
    cueIn(scene.language.cues.verb, words, index, "clause") ??
    cueIn(scene.language.cues.verb, words, index, "tell");
  if (cue?.act.kind !== "speech") return undefined;
  const speaker = speakerBeside(words, index);
  if (speaker === undefined) return undefined;
  const source = sourceSpan(words, speaker, quotations, [index, index]);
  const [first, last] = cueReach(words, index, restEnd(words, index, cue.rest));
  const found =
    around(words, index, source) ??
    following(words, last, cue.frames.has("tell")) ??
    preceding(words, index, source?.start);
  if (!source || !found) return undefined;
  const content = contentSpans(words, cutShort(scene, index, found, "verb"), quotations);
  if (content.length === 0) return undefined;
  return {
    head: index,
    cue: [first, last],
    act: cue.act,
    negated: isNegated(words, index),
    speaker,
    source,
    content,
    confidence: 0.7,
    rule: "said-in-order",
  };
};

/** The verb's subject, else the noun right before it. */
const speakerBeside = (words: Words, index: number): number | undefined => {
  const subject = subjectOf(words, index);
  if (subject !== undefined && Math.abs(subject - index) < 12) return subject;
  let at = index - 1;
  while (words[at]?.upos === "ADV" || words[at]?.upos === "AUX") at -= 1;
  const before = words[at];
  if (!before || before.sentence !== words[index]!.sentence) return undefined;
  if (nominal.has(before.upos) || /^\p{Lu}/u.test(before.text)) return topOf(words, at, index);
  return undefined;
};

const topOf = (words: Words, index: number, limit: number): number => {
  let at = index;
  while (
    /^(compound|flat|appos|nmod|amod)/.test(words[at]!.relation) &&
    words[at]!.head < limit &&
    words[at]!.head >= 0
  )
    at = words[at]!.head;
  return at;
};

/** Last word of a cue of several words: "sent word". */
const restEnd = (words: Words, index: number, rest: readonly string[]): number => {
  let last = index;
  for (let at = index + 1; at <= index + 4 && words[at]?.sentence === words[index]!.sentence; at += 1)
    if (rest.includes(words[at]!.text.toLowerCase())) last = at;
  return last;
};

/** Both sides of a cue that stands between commas: "Not one of them, replied Kyiv's envoy, was serious". */
const around = (words: Words, index: number, source: Span | undefined): number[] | undefined => {
  if (!source) return undefined;
  const { sentence } = words[index]!;
  let first = index;
  let last = index;
  while (words[first - 1]?.sentence === sentence && words[first - 1]!.start >= source.start) first -= 1;
  while (words[last + 1]?.sentence === sentence && words[last + 1]!.end <= source.end) last += 1;
  while (/^(?:AUX|ADV)$/.test(words[first - 1]?.upos ?? "")) first -= 1;
  if (words[first - 1]?.text !== "," || words[last + 1]?.text !== ",") return undefined;
  const indexes: number[] = [];
  for (let at = first - 2; words[at]?.sentence === sentence; at -= 1) indexes.unshift(at);
  const left = indexes.length;
  for (let at = last + 2; words[at]?.sentence === sentence; at += 1) indexes.push(at);
  return left > 0 && indexes.length > left + 1 ? indexes : undefined;
};

/** From the word after the cue (or "that", a little later) to the end of the clause. */
const following = (words: Words, index: number, tells: boolean): number[] | undefined => {
  const sentence = words[index]!.sentence;
  let from = index + 1;
  for (let at = index + 1; at < index + 10 && words[at]?.sentence === sentence; at += 1)
    if (words[at]!.text.toLowerCase() === "that" && words[at]!.upos !== "DET") {
      from = at;
      break;
    }
  if (tells && from === index + 1) return undefined;
  const opens = words[from];
  if (!opens || opens.sentence !== sentence || opens.upos === "PUNCT") return undefined;
  if (from === index + 1 && !["PRON", "DET", "PROPN", "NOUN", "ADJ", "NUM"].includes(opens.upos))
    return undefined;
  const subordinate = words[index]!.children.some(
    (child) => child < index && words[child]!.relation === "mark",
  );
  const indexes: number[] = [];
  let verbs = 0;
  for (let at = from; words[at]?.sentence === sentence; at += 1) {
    if (words[at]!.text === ";" || (subordinate && words[at]!.text === "," && verbs > 0)) break;
    if (words[at]!.upos === "VERB" || words[at]!.upos === "AUX") verbs += 1;
    indexes.push(at);
  }
  return verbs > 0 && indexes.length > 2 ? indexes : undefined;
};

/** The sentence up to the comma before the speaker, where little follows the cue. */
const preceding = (words: Words, index: number, start = words[index]!.start): number[] | undefined => {
  const sentence = words[index]!.sentence;
  let after = 0;
  for (let at = index + 1; words[at]?.sentence === sentence; at += 1)
    if (words[at]!.upos !== "PUNCT") after += 1;
  if (after > 8) return undefined;
  let comma = index - 1;
  while (
    comma >= 0 &&
    words[comma]!.sentence === sentence &&
    (words[comma]!.start >= start || words[comma]!.text !== ",")
  )
    comma -= 1;
  if (words[comma]?.sentence !== sentence || words[comma]!.text !== "," || start - words[comma]!.end > 2)
    return undefined;
  const indexes: number[] = [];
  for (let at = comma - 1; at >= 0 && words[at]!.sentence === sentence; at -= 1) indexes.unshift(at);
  return indexes.length > 2 ? indexes : undefined;
};
