// "Riyadh, which he said had shown flexibility, was", "a plan that officials say would cost millions" -> a statement whose
// clause has its subject, or its object, before the saying: the pronoun, and what follows the verb up to the next pause.
import type { Word } from "../../../model/token.ts";
import { cueIn, cueReach, isNegated } from "../cues/cue.ts";
import type { Draft, Scene } from "../draft.ts";
import { contentSpans } from "../spans.ts";
import { sourceHead, sourceSpan } from "../speakers/source.ts";

type Words = readonly Word[];

/** The statement of a finite verb of saying that stands with its speaker between a relative pronoun and a finite verb. */
export const relativeSaidDraft = (scene: Scene, index: number): Draft | undefined => {
  const { words, quotations } = scene.input;
  const word = words[index]!;
  if (word.upos !== "VERB" || !/^VB[DZP]?$/.test(word.xpos)) return undefined;
  const cue = cueIn(scene.language.cues.verb, words, index, "clause");
  const next = words[index + 1];
  if (cue?.act.kind !== "speech" || next?.sentence !== word.sentence) return undefined;
  const reach = cueReach(words, index);
  const bare = bareNoun(words, reach[0]);
  const pronoun = bare?.[1] ?? pronounBefore(words, reach[0], index);
  if (pronoun === undefined || !(isTensed(next) || isSubject(next) || bare)) return undefined;
  const speaker = sourceHead(words, pronoun + 1, reach[0] - 1);
  const named = speaker === undefined ? undefined : sourceSpan(words, speaker, quotations, reach);
  const source = named && bare ? { start: words[bare[1] + 1]!.start, end: named.end } : named;
  if (speaker === undefined || !source || source.start < words[pronoun]!.end) return undefined;
  let last = index + 1;
  while (words[last + 1]?.sentence === word.sentence && !/^(?:[,;:()—–.!?]|--)$/.test(words[last + 1]!.text))
    last += 1;
  const phrase = range(index + 1, last);
  return {
    head: index,
    cue: reach,
    act: cue.act,
    negated: isNegated(words, index),
    speaker,
    source,
    content: contentSpans(
      words,
      [...(bare ? range(bare[0], pronoun) : [pronoun]), ...withoutMain(words, phrase, pronoun)],
      quotations,
    ),
    confidence: 0.96,
    rule: "relative-said",
  };
};

/** "The man who police say fired the shots has fled": a second verb is the sentence's own where no comma opens the clause. */
const withoutMain = (words: Words, phrase: readonly number[], pronoun: number): readonly number[] => {
  if (words[pronoun - 1]?.text === ",") return phrase;
  const verbs = phrase.flatMap((index, at) => (isTensed(words[index]!) ? [at] : []));
  const second = verbs.find((at) => at > 0 && /^(?:NOUN|PROPN)$/.test(words[phrase[at - 1]!]!.upos));
  return second === undefined ? phrase : phrase.slice(0, second);
};

/** ", which Manila says it never saw": the pronoun is the object. */
const isSubject = ({ text }: Word): boolean => /^(?:he|she|it|they|we|I)$/i.test(text);

const isTensed = ({ xpos }: Word): boolean => /^(?:VB[DZP]|MD)$/.test(xpos);

/** "a promise prosecutors say he repeated": an article for one and a plural make two phrases; first and last word of the first. */
const bareNoun = (words: Words, cue: number): readonly [first: number, last: number] | undefined => {
  const { xpos, text, sentence } = words[cue - 1] ?? words[cue]!;
  const noun = cue - 2;
  if (/^(?:something|anything|everything|nothing)$/i.test(words[noun]?.text ?? "") && xpos === "NNS")
    return [noun, noun];
  if (!(xpos === "NNS" || /^police$/i.test(text)) || words[noun]?.xpos !== "NN") return undefined;
  for (let at = noun - 1; at > noun - 4 && words[at]?.sentence === sentence; at -= 1) {
    if (/^(?:an?|one|another|each)$/i.test(words[at]!.text)) return [at, noun];
    if (!/^(?:ADJ|NOUN)$/.test(words[at]!.upos)) return undefined;
  }
  return undefined;
};

const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);

/** The "who", "which" or "that" that opens the clause, with nothing but the speaker between. */
const pronounBefore = (words: Words, cue: number, verb: number): number | undefined => {
  for (let at = cue - 1; at > cue - 10 && words[at]?.sentence === words[cue]!.sentence; at -= 1) {
    const { text, upos, xpos } = words[at]!;
    // "warned against what he said were attempts": not where the clause itself is said, as in "What he said was wrong".
    if (/^what$/i.test(text))
      return words[at - 1]?.upos === "ADP" || words[at - 1]?.upos === "VERB" ? at : undefined;
    // "photographs that she said proved": behind a noun, with a verb right after the saying.
    const isGap = isTensed(words[verb + 1]!) && words[at - 1]?.upos === "NOUN";
    const isRelative = /^(?:who|which)$/i.test(text) || (/^that$/i.test(text) && (xpos === "WDT" || isGap));
    if (isRelative)
      return at < cue - 1 && /^(?:NOUN|PROPN|PUNCT)$/.test(words[at - 1]?.upos ?? "") ? at : undefined;
    if (!/^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART|ADP)$/.test(upos)) return undefined;
  }
  return undefined;
};
