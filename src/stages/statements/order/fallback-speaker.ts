// A cue that no rule could read -> its speaker, by the order of the words.
import type { Word } from "../../../model/token.ts";
import { subjectOf } from "../speakers/speaker.ts";

type Words = readonly Word[];

const nominal = new Set(["NOUN", "PROPN", "PRON"]);

/** ", replied Kyiv's envoy, …": the noun after a cue that a comma parts from what it reports. */
export const speakerAfter = (words: Words, index: number): number | undefined => {
  const { sentence } = words[index]!;
  if (words[index - 1]?.text !== "," || words[index - 1]!.sentence !== sentence) return undefined;
  let end = index;
  while (
    words[end + 1]?.sentence === sentence &&
    /^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART)$/.test(words[end + 1]!.upos)
  )
    end += 1;
  const goesOn = wentOn(words, index, end);
  if (goesOn !== undefined) return goesOn;
  for (let at = index + 1; at <= end; at += 1) {
    const { upos, head, text } = words[at]!;
    if (nominal.has(upos) && !(head > index && head <= end) && !/^(?:him|her|them|us|me|it)$/i.test(text))
      return at;
  }
  return undefined;
};

/** "Venezuela recalls its envoy, says Amorim acted": in headlines whoever acts goes on; the noun behind has its own verb. */
const wentOn = (words: Words, index: number, end: number): number | undefined => {
  const { children, xpos, sentence } = words[index]!;
  const deed = children.find((child) => child < index && words[child]!.relation === "ccomp");
  const next = words[end + 1];
  if (xpos !== "VBZ" || deed === undefined || words[deed]!.xpos !== "VBZ") return undefined;
  if (end === index || next?.sentence !== sentence || !/^(?:VB[DZ]|MD)$/.test(next.xpos)) return undefined;
  return subjectOf(words, deed);
};

/** "…, its defense minister, Billy Joseph, said": a name between commas and what it is put beside. */
const speakerBetween = (words: Words, index: number): number | undefined => {
  const { sentence } = words[index]!;
  if (words[index - 1]?.text !== ",") return undefined;
  let commas = 0;
  for (let at = index - 2; words[at]?.sentence === sentence; at -= 1) {
    const word = words[at]!;
    if (word.text === ",") {
      commas += 1;
      if (commas < 2) continue;
      for (let inner = at + 1; inner < index; inner += 1)
        if (nominal.has(words[inner]!.upos) && !(words[inner]!.head > at && words[inner]!.head < index))
          return inner;
      return undefined;
    }
    if (!/^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART|ADP)$/.test(word.upos)) return undefined;
  }
  return undefined;
};

/** The verb's subject, else the noun right before it. */
export const speakerBeside = (words: Words, index: number): number | undefined => {
  const subject = subjectOf(words, index);
  if (subject !== undefined && Math.abs(subject - index) < 12) return subject;
  const between = speakerBetween(words, index);
  if (between !== undefined) return between;
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
