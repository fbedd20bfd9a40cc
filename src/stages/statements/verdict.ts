// ", an accusation that Kigali has called baseless", ", a charge denied by Minsk" -> what somebody says of what was just
// reported: the writer's comment, and no part of it.
import type { Word } from "../../model/token.ts";
import { cueIn, cueReach, isNegated } from "./cue.ts";
import type { Draft, Scene } from "./draft.ts";
import { sourceSpan } from "./source.ts";
import { contentSpans } from "./spans.ts";

type Words = readonly Word[];

/** A noun for what was said, put beside it, with the verb that judges it and the noun phrase of who judges. */
type Verdict = {
  /** The comma before the noun phrase. */
  readonly comma: number;
  readonly noun: readonly [first: number, last: number];
  readonly verb: number;
  readonly judge: readonly [first: number, last: number];
};

const nouns =
  /^(?:accusation|allegation|assertion|charge|claim|version|account|suggestion|report|assessment|characterization|description|contention|insinuation|reading|interpretation|figure|finding|story|something|statement|assurance|promise|move|step)$/;
const judging =
  /^(?:call|deny|reject|dispute|dismiss|refute|contest|contradict|describe|denounce|condemn|brand|label|welcome|confirm|question|criticize)$/;

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
  const isVerb = isIn(verb) && judging.test(words[verb]!.lemma) && isTensed(words, verb);
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
    /^(?:call|label|brand|dismiss|denounce|describe)$/.test(words[verb]?.lemma ?? "") &&
    (/^(?:as|an?)$/i.test(words[verb + 1]?.text ?? "") || /^["“‘]$/.test(words[verb + 1]?.text ?? ""));
  if (isNamed && isTensed(words, verb))
    return { comma, noun: [comma + 1, comma + 1], verb, judge: [comma + 2, last] };
  return isEnd && /^(?:deny|dispute|contest|refute)$/.test(words[verb]?.lemma ?? "") && isTensed(words, verb)
    ? { comma, noun: [comma + 1, comma + 1], verb, judge: [comma + 2, last] }
    : undefined;
};

/** ", a claim for which he has shown no proof": the writer's own remark on what was said. */
export const isRemark = (words: Words, comma: number): boolean => {
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

/** The drafts with one for each verdict; the noun of a verdict makes no statement of its own. */
export const withVerdicts = (scene: Scene, drafts: readonly Draft[]): Draft[] => {
  const { words } = scene.input;
  const found = new Map(drafts.map((draft) => [draft.head, draft]));
  for (const word of words) {
    const verdict = word.upos === "PUNCT" ? verdictAt(scene, word.index) : undefined;
    const isOpen = /^(?:neither|nor)$/i.test(words[(verdict?.verb ?? 0) - 1]?.text ?? "");
    const draft = verdict && !isOpen ? draftOf(scene, verdict) : undefined;
    if (!verdict || !draft) continue;
    for (let at = verdict.noun[0]; at <= verdict.noun[1]; at += 1) found.delete(at);
    found.set(draft.head, draft);
  }
  return [...found.values()];
};

const draftOf = (scene: Scene, { noun, verb, judge }: Verdict): Draft | undefined => {
  const { words, quotations } = scene.input;
  const cue = ["name", "as", "object", "thank"]
    .map((frame) => cueIn(scene.language.cues.verb, words, verb, frame))
    .find(Boolean);
  const speaker = range(judge[0], judge[1]).find(
    (at) =>
      /^(?:NOUN|PROPN|PRON|NUM)$/.test(words[at]!.upos) &&
      !(words[at]!.head >= judge[0] && words[at]!.head <= judge[1]),
  );
  const source = speaker === undefined ? undefined : sourceSpan(words, speaker, quotations, [verb, verb]);
  const own = { start: words[judge[0]]!.start, end: words[judge[1]]!.end };
  if (!cue || speaker === undefined) return undefined;
  const isInside = source && source.start >= own.start && source.end <= own.end;
  return {
    head: verb,
    cue: cueReach(words, verb),
    act: actOf(scene, cue.act),
    negated: isNegated(words, verb),
    speaker,
    source: isInside ? source : own,
    content: contentSpans(words, [...range(noun[0], noun[1]), ...judgement(words, verb, judge)], quotations),
    confidence: 0.88,
    rule: "verdict",
  };
};

/** "rejected", "disputed" of a claim is a denial. */
const actOf = ({ language }: Scene, act: Draft["act"]): Draft["act"] =>
  /^(?:reject|dispute|disagree)$/.test(act.name) ? language.acts.get("deny")! : act;

/** "called [baseless]", "dismissed [as fantasy]": up to the next pause. */
const judgement = (words: Words, verb: number, judge: readonly [number, number]): number[] => {
  const from = Math.max(verb, judge[1] > verb ? judge[1] : verb) + 1;
  const found: number[] = [];
  for (let at = from; words[at]?.sentence === words[verb]!.sentence && at < from + 15; at += 1) {
    if (/^(?:[,;:()—–.!?]|--|and|but|while|after|on)$/i.test(words[at]!.text)) break;
    found.push(at);
  }
  return found;
};

const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
