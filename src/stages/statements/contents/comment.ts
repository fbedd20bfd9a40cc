// ", an accusation that Kigali has called baseless", ", a claim for which he has shown no proof" -> where a comment on what was
// just reported begins, and who makes it.
import type { Word } from "../../../model/token.ts";
import type { Scene } from "../draft.ts";

type Words = readonly Word[];

/** A noun for what was said, put beside it, with the verb that judges it and the noun phrase of who judges. */
export type Verdict = {
  /** The comma before the noun phrase. */
  readonly comma: number;
  readonly noun: readonly [first: number, last: number];
  readonly verb: number;
  readonly judge: readonly [first: number, last: number];
};

const nouns =
  /^(?:accusation|allegation|assertion|charge|claim|version|account|suggestion|report|assessment|characterization|description|contention|insinuation|reading|interpretation|figure|finding|story|something|statement|assurance|promise|move|step|issue|point|matter|problem|demand|condition|term|word|phrase|proposal|idea|plan|notion|view|argument|position|remark|comment|threat|warning|offer|decision|date|deadline|outcome|result|development|practice|policy|measure|arrangement|link|pledge|denial|request|scenario|deal|proviso|precedent|concession)$/;
const judging =
  /^(?:call|deny|reject|dispute|dismiss|refute|contest|contradict|describe|denounce|condemn|brand|label|welcome|confirm|question|criticize|disprove|debunk)$/;

/** The verdict whose noun phrase the comma opens, if one stands there. */
export const verdictAt = ({ input: { words } }: Scene, comma: number): Verdict | undefined => {
  const { sentence, text } = words[comma]!;
  if (text !== "," && text !== "–" && text !== "—") return undefined;
  const isIn = (at: number): boolean => words[at]?.sentence === sentence;
  const isWhich = /^which$/i.test(words[comma + 1]?.text ?? "");
  if (isWhich) return relativeAt(words, comma);
  let noun = comma + 1;
  while (isIn(noun) && /^(?:DET|ADJ|NUM)$/.test(words[noun]!.upos) && noun - comma < 4) noun += 1;
  if (!isIn(noun) || !nouns.test(words[noun]!.lemma.toLowerCase())) return undefined;
  const isPlural = /^NNS$/.test(words[noun]!.xpos) || words[noun]!.lemma === "something";
  if (noun === comma + 1 && !isPlural) return undefined;
  if (!/^(?:NOUN|PRON)$/.test(words[noun]!.upos)) return undefined;
  const first = comma + 1;
  if (words[noun + 1]?.xpos === "VBN" && judging.test(words[noun + 1]!.lemma)) {
    const by = words[noun + 2]?.text.toLowerCase() === "by" ? phraseEnd(words, noun + 3) : undefined;
    return by === undefined
      ? undefined
      : { comma, noun: [first, noun], verb: noun + 1, judge: [noun + 3, by] };
  }
  const isMarked = /^(?:that|which)$/i.test(words[noun + 1]?.text ?? "");
  const from = isMarked ? noun + 2 : noun + 1;
  const last = phraseEnd(words, from);
  if (last === undefined) return undefined;
  let verb = last + 1;
  while (isIn(verb) && /^(?:AUX|ADV|PART)$/.test(words[verb]!.upos)) verb += 1;
  if (/^(?:neither|both)$/i.test(words[verb]?.text ?? "")) verb += 1;
  const isSeeming = /^(?:appear|seem)$/.test(words[verb]?.lemma ?? "") && words[verb + 1]?.text === "to";
  if (isSeeming) verb += 2;
  const isVerb = isIn(verb) && judging.test(words[verb]!.lemma) && (isSeeming || isTensed(words, verb));
  return isVerb ? { comma, noun: [first, isMarked ? noun + 1 : noun], verb, judge: [from, last] } : undefined;
};

/** ", which Minsk denies.": of all that was said, where the verb ends the sentence or its part. */
const relativeAt = (words: Words, comma: number): Verdict | undefined => {
  const last = phraseEnd(words, comma + 2);
  if (last === undefined) return undefined;
  let verb = last + 1;
  while (words[verb] && /^(?:AUX|ADV|PART)$/.test(words[verb]!.upos)) verb += 1;
  const isEnd = words[verb + 1]?.sentence !== words[comma]!.sentence || words[verb + 1]!.upos === "PUNCT";
  const isNamed =
    /^(?:call|label|brand|dismiss|denounce|describe|reject|condemn|criticize)$/.test(
      words[verb]?.lemma ?? "",
    ) &&
    (/^(?:as|an?)$/i.test(words[verb + 1]?.text ?? "") || /^["“‘]$/.test(words[verb + 1]?.text ?? ""));
  if (isNamed && isTensed(words, verb))
    return { comma, noun: [comma + 1, comma + 1], verb, judge: [comma + 2, last] };
  return isEnd && /^(?:deny|dispute|contest|refute)$/.test(words[verb]?.lemma ?? "") && isTensed(words, verb)
    ? { comma, noun: [comma + 1, comma + 1], verb, judge: [comma + 2, last] }
    : undefined;
};

/** ", a claim for which he has shown no proof": the writer's own remark on what was said. */
export const isRemark = (words: Words, comma: number): boolean => {
  if (isDoubted(words, comma) || isContrary(words, comma)) return true;
  if (words[comma]!.text !== "," || words[comma + 1]?.upos !== "DET") return false;
  let noun = comma + 2;
  while (words[noun]?.upos === "ADJ") noun += 1;
  if (isSaidOf(words, noun)) return true;
  return (
    /^(?:accusation|allegation|assertion|charge|claim|contention|insinuation)$/.test(
      words[noun]?.lemma ?? "",
    ) &&
    /^(?:for|of|about|on|to)$/i.test(words[noun + 1]?.text ?? "") &&
    /^which$/i.test(words[noun + 2]?.text ?? "")
  );
};

/** ", contrary to what the envoy had claimed", ", as reported by Al Akhbar": how it compares with others' words. */
const isContrary = (words: Words, comma: number): boolean => {
  const next = (step: number): string => words[comma + step]?.text.toLowerCase() ?? "";
  if (words[comma]!.text !== ",") return false;
  return (
    (next(1) === "contrary" && next(2) === "to") ||
    (next(1) === "as" &&
      /^(?:reported|claimed|alleged|suggested|rumou?red)$/.test(next(2)) &&
      /^(?:by|in)$/.test(next(3)))
  );
};

/** ", advice which, Oslo insists, was never given": a noun for what was said, and an aside right behind its pronoun. */
const isDoubted = (words: Words, comma: number): boolean => {
  if (words[comma]!.text !== ",") return false;
  let noun = comma + 1;
  while (/^(?:DET|ADJ)$/.test(words[noun]?.upos ?? "")) noun += 1;
  const isPlain = words[noun]?.upos === "NOUN" && words[noun]!.sentence === words[comma]!.sentence;
  return isPlain && /^which$/i.test(words[noun + 1]?.text ?? "") && words[noun + 2]?.text === ",";
};

/** ", an arrangement which Manila says it never saw": what others say of what was said. */
const isSaidOf = (words: Words, noun: number): boolean => {
  if (words[noun]?.upos !== "NOUN" || !/^(?:that|which)$/i.test(words[noun + 1]?.text ?? "")) return false;
  const last = phraseEnd(words, noun + 2);
  const verb = words[(last ?? 0) + 1];
  return (
    last !== undefined &&
    verb?.sentence === words[noun]!.sentence &&
    /^VB[DZP]$/.test(verb.xpos) &&
    /^(?:say|claim|insist|maintain|argue|contend|allege|assert|believe|acknowledge|admit|concede)$/.test(
      verb.lemma,
    )
  );
};

const isTensed = (words: Words, verb: number): boolean =>
  /^VB[DZP]$/.test(words[verb]!.xpos) ||
  words[verb - 1]!.upos === "AUX" ||
  words[verb - 2]?.upos === "AUX" ||
  /s$/.test(words[verb]!.text);

/** Last word of the noun phrase at `from`: up to what can be its verb. */
const phraseEnd = (words: Words, from: number): number | undefined => {
  let last = from - 1;
  for (let at = from; words[at]?.sentence === words[from]?.sentence && at < from + 9; at += 1) {
    const { upos, text, lemma } = words[at]!;
    const isVerb = last >= from && judging.test(lemma) && words[at - 1]!.upos !== "DET";
    const isPart =
      /^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART)$/.test(upos) ||
      (/^(?:of|in|for|and|'s|’s)$/i.test(text) && last >= from);
    if (isVerb || !isPart || /^(?:to|that|which|not)$/i.test(text)) break;
    last = at;
  }
  return last >= from && /^(?:NOUN|PROPN|PRON|NUM)$/.test(words[last]!.upos) ? last : undefined;
};
