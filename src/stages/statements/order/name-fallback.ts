// "called the show “…”", "calling him a loser" -> a description, by the order of the words where the tree shows none.
import type { Quotation } from "../../../model/sentence.ts";
import { lastBefore } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";
import { cueIn, cueReach, isNegated, isPassive } from "../cues/cue.ts";
import type { Draft, Scene } from "../draft.ts";
import { contentSpans } from "../spans.ts";
import { sourceSpan } from "../speakers/source.ts";
import { subjectOf } from "../speakers/speaker.ts";

type Words = readonly Word[];

/** The statement of a verb that gives its object a name: in quotation marks, or after a pronoun. */
export const nameFallback = (scene: Scene, index: number): Draft | undefined => {
  const { words, quotations } = scene.input;
  const word = words[index]!;
  if (word.upos !== "VERB" || !/^(?:call|label|brand|dub|deem|term|declare)$/.test(word.lemma))
    return undefined;
  const cue = cueIn(scene.language.cues.verb, words, index, "name");
  if (!cue || isPassive(words, index) || isReduced(words, word)) return undefined;
  // "called on the minister a day later", "called for a truce": no name is given.
  if (/^(?:on|upon|for|off|at)$/i.test(words[index + 1]?.text ?? "")) return undefined;
  const end =
    quotedEnd(words, index, quotations) ??
    pronounEnd(words, index) ??
    articleEnd(words, index) ??
    adjectiveEnd(words, index);
  if (end === undefined) return undefined;
  const last = throughInfinitive(words, end);
  const indexes = Array.from({ length: last - index }, (_, at) => index + 1 + at);
  const content = contentSpans(words, indexes, quotations);
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
    confidence: 0.85,
    rule: "called-in-order",
  };
};

/** "called it “too early” to speak of an accident": what it is too early for. */
const throughInfinitive = (words: Words, end: number): number => {
  let to = end + 1;
  if (/^["”’]$/.test(words[to]?.text ?? "")) to += 1;
  if (words[to]?.text !== "to" || words[to + 1]?.xpos !== "VB") return end;
  let last = to + 1;
  while (words[last + 1]?.sentence === words[end]!.sentence && !/^[,;:.!?()—–]$/.test(words[last + 1]!.text))
    last += 1;
  return last;
};

/** "a group called the Fund": a participle right after its noun. */
const isReduced = (words: Words, { index, xpos, children }: Word): boolean =>
  xpos === "VBN" &&
  !children.some((child) => words[child]!.relation.startsWith("aux")) &&
  (/^(?:NOUN|PRON|DET)$/.test(words[index - 1]?.upos ?? "") || words[index - 1]?.text === ",") &&
  !children.some((child) => words[child]!.relation.startsWith("nsubj"));

/** Last word of a quotation that follows the object, with nothing but nouns and phrases between. */
const quotedEnd = (words: Words, index: number, quotations: readonly Quotation[]): number | undefined => {
  const { sentence, end } = words[index]!;
  let isInside = false;
  for (let at = index + 1; at < index + 30 && words[at]?.sentence === sentence; at += 1) {
    const word = words[at]!;
    // "calling the report that Havana had struck a deal “mendacious”".
    isInside ||= /^that$/i.test(word.text) && words[at - 1]!.upos === "NOUN";
    if (isInside ? /^[,;:]$/.test(word.text) : at >= index + 18) return undefined;
    const near = quotations[lastBefore(quotations, word.start)];
    if (near && near.start >= end && near.start <= word.start && word.end <= near.end)
      return at > index + 1 ? lastBefore(words, near.end - 1) : undefined;
    if (!isInside && (/^(?:VERB|AUX|SCONJ)$/.test(word.upos) || /^[,;:]$/.test(word.text))) return undefined;
  }
  return undefined;
};

/** Last word of the noun or adjective that follows a pronoun: "them rapists", "it a lie". */
const pronounEnd = (words: Words, index: number): number | undefined => {
  const { sentence } = words[index]!;
  if (
    !/^(?:him|her|it|them|us|me|you|this|himself|herself|itself|themselves)$/i.test(
      words[index + 1]?.text ?? "",
    )
  )
    return undefined;
  let end = index + 1;
  while (
    words[end + 1]?.sentence === sentence &&
    /^(?:NOUN|PROPN|ADJ|DET|ADV|NUM|PART)$/.test(words[end + 1]!.upos)
  )
    end += 1;
  return end > index + 1 ? end : undefined;
};

/** Last word of a noun phrase with "a" right after another: "the sending of soldiers a grave escalation". */
const articleEnd = (words: Words, index: number): number | undefined => {
  const { sentence } = words[index]!;
  let at = index + 1;
  while (words[at]?.sentence === sentence && /^(?:NOUN|PROPN|ADJ|DET|ADP|NUM|PART)$/.test(words[at]!.upos)) {
    const isArticle =
      /^an?$/i.test(words[at]!.text) && at > index + 1 && /^(?:NOUN|PROPN)$/.test(words[at - 1]!.upos);
    if (isArticle) {
      let end = at;
      while (
        words[end + 1]?.sentence === sentence &&
        /^(?:NOUN|PROPN|ADJ|DET|ADP|NUM|PART|ADV)$/.test(words[end + 1]!.upos)
      )
        end += 1;
      return end > at ? end : undefined;
    }
    at += 1;
  }
  return undefined;
};

/** "the scenes in Washington unbearable": an adjective that ends its clause after nouns. */
const adjectiveEnd = (words: Words, index: number): number | undefined => {
  const { sentence } = words[index]!;
  let at = index + 1;
  while (
    words[at]?.sentence === sentence &&
    /^(?:NOUN|PROPN|ADJ|DET|ADP|NUM|PART|PRON|ADV)$/.test(words[at]!.upos) &&
    !isClosed(words, at)
  )
    at += 1;
  const last = words[at - 1]!;
  const isEnd =
    words[at]?.sentence !== sentence || /^(?:[.,;:!?]|and|but)$/.test(words[at]!.text) || isClosed(words, at);
  // "called his Ukrainian and Russian counterparts": whose they are, and no quality.
  const follows =
    /^(?:NOUN|PROPN|PRON|ADV)$/.test(words[at - 2]?.upos ?? "") && words[at - 2]!.xpos !== "PRP$";
  if (!isEnd || at - index <= 2 || last.upos !== "ADJ" || !follows) return undefined;
  // "fair and balanced"
  const joins = /^(?:and|but)$/i.test(words[at]?.text ?? "") && words[at + 1]?.upos === "ADJ";
  return joins && !/^(?:NOUN|PROPN|ADJ)$/.test(words[at + 2]?.upos ?? "") ? at + 1 : at - 1;
};

/** "called the minister's wife corrupt at a rally": a preposition right after the adjective that follows a noun. */
const isClosed = (words: Words, at: number): boolean =>
  /^(?:ADP|SCONJ)$/.test(words[at]!.upos) &&
  words[at - 1]!.upos === "ADJ" &&
  /^(?:NOUN|PROPN|PRON)$/.test(words[at - 2]?.upos ?? "");
