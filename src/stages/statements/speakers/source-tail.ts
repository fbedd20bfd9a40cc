// A speaker's name behind its cue -> the same with the phrases that tie it to an office or a house: "said a spokesman for
// the army", where parsers hang the phrase on the verb.
import { lastBefore, type Span } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";
import { isDay } from "./dateline.ts";

type Words = readonly Word[];

/** Callings that a phrase with "for", "of", "at" or "with" completes. */
const callings =
  /^(?:spokes(?:man|woman|person)|head|chief|chair(?:man|woman)?|leader|member|director|analyst|adviser|advisor|official|secretary|minister|deputy|envoy|representative|lawyer|attorney|economist|professor|researcher|expert|fellow|commander|president|ambassador|governor|mayor|resident|source|diplomat|veteran|one|some|many|two|three|several)$/i;

/** The span carried on over "for the army", "of the left" up to a comma, a verb, a day or the end. */
export const withOffice = (
  words: Words,
  span: Span | undefined,
  head: number,
  cue: number,
): Span | undefined => {
  if (!span || cue < 0 || head < cue) return span;
  const last = lastBefore(words, span.end - 1);
  const { sentence } = words[head]!;
  const preposition = words[last + 1];
  const isTied = /^(?:for|of|at|with|from)$/i.test(preposition?.text ?? "");
  if (!isTied || preposition!.sentence !== sentence || !callings.test(words[last]!.text)) return span;
  let end = last;
  for (let at = last + 2; words[at]?.sentence === sentence && at < last + 14; at += 1) {
    const { upos, text } = words[at]!;
    const isPart = /^(?:NOUN|PROPN|DET|ADJ|NUM|PART)$/.test(upos) || /^(?:of|for|and|in)$/i.test(text);
    if (!isPart || isDay(words[at]!)) break;
    if (/^(?:NOUN|PROPN)$/.test(upos)) end = at;
  }
  return end > last ? { start: span.start, end: words[end]!.end } : span;
};
