// Cues of speech that no rule could read, because the tree went wrong -> statements, by the order of the words alone.
import type { Span } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";
import { bothSides, rightReach } from "../contents/clause-reach.ts";
import { cutShort } from "../contents/cut.ts";
import { waiting } from "../contents/interrupted.ts";
import { isResumption } from "../contents/resumption.ts";
import { hasOwnObject } from "../contents/segment.ts";
import { cueIn, cueReach, isNegated, isPassive, opensClause } from "../cues/cue.ts";
import type { Draft, Scene } from "../draft.ts";
import { contentSpans } from "../spans.ts";
import { datelineEnd } from "../speakers/dateline.ts";
import { sourceSpan } from "../speakers/source.ts";
import { subjectByOrder } from "../speakers/subject-order.ts";
import { speakerAfter, speakerBeside } from "./fallback-speaker.ts";

type Words = readonly Word[];
type Range = readonly [first: number, last: number];

/** A statement of a finite verb of saying: what follows it, or what it closes (", the minister said."). */
export const fallbackDraft = (scene: Scene, index: number): Draft | undefined => {
  const { words, quotations } = scene.input;
  const word = words[index]!;
  const finished = isFinished(words, index);
  const isLoose = isParticiple(scene, index);
  if (word.upos !== "VERB" || !(finished || word.xpos === "VBN" || isLoose || hasThat(words, index)))
    return undefined;
  const cue =
    cueIn(scene.language.cues.verb, words, index, "clause") ??
    cueIn(scene.language.cues.verb, words, index, "tell");
  if (!cue || !/^(?:speech|stance|thought)$/.test(cue.act.kind)) return undefined;
  if (cue.act.kind !== "speech" && !opensWithSubject(words, index)) return undefined;
  if (word.xpos === "VBN" && !finished && (word.relation === "acl" || words[index - 1]?.text === "be"))
    return undefined;
  if (isShowing(words, index)) return undefined;
  if (/^(?:when|if|whenever|once|nor|neither)$/i.test(words[index - 1]?.text ?? "")) return undefined;
  const speaker = subjectByOrder(words, index) ?? speakerAfter(words, index) ?? speakerBeside(words, index);
  if (speaker === undefined || (speaker > index && speaker < restEnd(words, index, cue.rest)))
    return undefined;
  // "It was agreed that", "Amorim was assured that": nobody is named who says it.
  const isTold = isPassive(words, index) && /^(?:nsubj:pass|expl)/.test(words[speaker]!.relation);
  const source = sourceSpan(words, speaker, quotations, [index, index]);
  const [first, last] = cueReach(words, index, restEnd(words, index, cue.rest));
  const isObject =
    source !== undefined &&
    source.start < word.start &&
    hasOwnObject(scene, restEnd(words, index, cue.rest), cue);
  const aside = isObject ? undefined : around(scene, index, [first, last], source);
  if (!aside && !finished && !isLoose && !hasThat(words, index)) return undefined;
  const found =
    aside ??
    following(scene, last, cue.frames.has("tell")) ??
    // "In the meeting, which lasted an hour, they went over the agenda": what they went over stands behind it.
    (isObject && cue.rest.length > 0 ? undefined : preceding(words, index, source?.start));
  if (!source || !found) return undefined;
  const content = contentSpans(words, cutShort(scene, index, found, "verb"), quotations);
  if (content.length === 0) return undefined;
  if (found[0]! > index && !isClause(words, index, found) && !takesThing(scene, index)) return undefined;
  return {
    head: index,
    cue: [first, last],
    act: cue.act,
    negated: isNegated(words, index),
    ...(isTold ? (words[speaker]!.upos === "PRON" ? {} : { addressee: speaker }) : { speaker, source }),
    content,
    confidence: 0.7,
    rule: "said-in-order",
  };
};

/** ", suggesting the debate erased", "Claiming the charge was false, he": a participle right before a noun phrase and its verb. */
const isParticiple = ({ input: { words }, language }: Scene, index: number): boolean => {
  if (words[index]!.xpos !== "VBG" || !opensWithSubject(words, index)) return false;
  const before = words[index - 1];
  const isOpen =
    before?.sentence !== words[index]!.sentence ||
    /^(?:,|by|after|before|while|when|without|and|or|in)$/i.test(before.text);
  const cue = cueIn(language.cues.verb, words, index, "clause");
  return isOpen && cue?.act.kind === "speech" && cue.frames.get("clause") === 1;
};

/** True where a finite verb comes before anything that opens a clause of its own: "said the move was", but not "a list that shows". */
const isClause = (words: Words, index: number, [first, ...rest]: readonly number[]): boolean => {
  // "quoted a source who said the truce would hold".
  const isSourced = /^(?:quote|cite)$/.test(words[index]!.lemma);
  if (first === undefined || opensClause(words, first)) return first !== undefined;
  for (const at of rest) {
    if (/^(?:VB[DZP]|MD)$/.test(words[at]!.xpos)) return true;
    if (isSourced && /^who$/i.test(words[at]!.text)) return true;
    if (/^(?:SCONJ|PUNCT)$/.test(words[at]!.upos) || /^W/.test(words[at]!.xpos) || opensClause(words, at))
      return false;
  }
  return false;
};

/** "echoed the claim": a verb whose object is a statement without doubt. */
const takesThing = ({ input: { words }, language }: Scene, index: number): boolean =>
  cueIn(language.cues.verb, words, index, "object")?.frames.get("object") === 1;

/** "posted a video in which an officer says": to show a thing is no utterance where it has words of its own. */
const isShowing = (words: Words, index: number): boolean => {
  if (!/^(?:post|publish|air|release|broadcast|carry|show)$/.test(words[index]!.lemma)) return false;
  for (let at = index + 1; at < index + 9 && words[at]?.sentence === words[index]!.sentence; at += 1) {
    if (/^which$/i.test(words[at]!.text)) return words[at - 1]!.upos === "ADP";
    if (/^(?:VERB|AUX|PUNCT)$/.test(words[at]!.upos)) return false;
  }
  return false;
};

/** "believe bigotry is": a noun phrase and its finite verb follow at once. */
const opensWithSubject = (words: Words, index: number): boolean => {
  let at = index + 1;
  while (
    words[at]?.sentence === words[index]!.sentence &&
    /^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART|ADP|CCONJ)$/.test(words[at]!.upos) &&
    !/^W/.test(words[at]!.xpos)
  )
    at += 1;
  // "held talks with X and warned": the next verb of the same subject.
  return (
    at > index + 1 &&
    words[at - 1]!.upos !== "CCONJ" &&
    words[at]?.sentence === words[index]!.sentence &&
    /^(?:VB[DZP]|MD)$/.test(words[at]!.xpos)
  );
};

/** "telling partners that": another form of the verb reports only where "that" follows. */
const hasThat = (words: Words, index: number): boolean => {
  for (let at = index + 1; at < index + 9 && words[at]?.sentence === words[index]!.sentence; at += 1) {
    if (opensClause(words, at)) return words[at - 1]!.upos !== "CCONJ";
    if (/^(?:VERB|AUX|PUNCT|SCONJ)$/.test(words[at]!.upos)) return false;
  }
  return false;
};

/** A finite verb, or a participle with "have": "said", "had stressed". */
const isFinished = (words: Words, index: number): boolean => {
  if (/^VB[DZP]$/.test(words[index]!.xpos)) return true;
  let at = index - 1;
  while (words[at]?.upos === "ADV") at -= 1;
  return (
    words[index]!.xpos === "VBN" &&
    words[at]?.lemma === "have" &&
    words[at]!.sentence === words[index]!.sentence
  );
};

/** Last word of a cue of several words: "sent word". */
const restEnd = (words: Words, index: number, rest: readonly string[]): number => {
  let last = index;
  for (let at = index + 1; at <= index + 4 && words[at]?.sentence === words[index]!.sentence; at += 1)
    if (rest.includes(words[at]!.text.toLowerCase())) last = at;
  return last;
};

/**
 * What a cue between commas, or at the end, has before it, and what goes on after it: "Not one of them, replied
 * Kyiv's envoy, was serious"; "The deal is off, she told the council."
 */
const around = (scene: Scene, index: number, cue: Range, source: Span | undefined): number[] | undefined => {
  const { words } = scene.input;
  if (!source) return undefined;
  const { sentence } = words[index]!;
  let first = cue[0];
  let last = cue[1];
  while (words[first - 1]?.sentence === sentence && words[first - 1]!.start >= source.start) first -= 1;
  while (words[last + 1]?.sentence === sentence && words[last + 1]!.end <= source.end) last += 1;
  if (words[first - 1]?.text !== ",") return undefined;
  const close = asideEnd(words, last);
  if (close === undefined) return undefined;
  const left: number[] = [];
  for (let at = first - 2; words[at]?.sentence === sentence && words[at]!.text !== ";"; at -= 1)
    left.unshift(at);
  const dash = datelineEnd(words, left[0] ?? 0);
  if (dash !== undefined) left.splice(0, left.indexOf(dash) + 1);
  if (left.length < 2 || waiting(words, left[0]!, first - 1) !== undefined) return undefined;
  const right: number[] = [];
  for (let at = close + 1; words[at]?.sentence === sentence && words[at]!.text !== ";"; at += 1)
    right.push(at);
  const resumes = right.slice(0, 4).some((at) => isResumption(scene, index, words[at]!, close));
  return resumes || right.length < 2 ? left : bothSides(scene, left, right);
};

/** The comma or stop that ends "he told the council on Monday"; nothing but nouns and their like stands before it. */
const asideEnd = (words: Words, last: number): number | undefined => {
  for (let at = last + 1; at < last + 12; at += 1) {
    const word = words[at];
    if (!word || word.sentence !== words[last]!.sentence) return at;
    if (word.upos === "PUNCT" && /^[,.!?;]$/.test(word.text)) return at;
    if (
      !/^(?:NOUN|PROPN|PRON|DET|ADJ|ADP|NUM|PART|ADV)$/.test(word.upos) ||
      /^(?:that|who|which|whose)$/i.test(word.text)
    )
      return undefined;
  }
  return undefined;
};

/** From the word after the cue (or "that", a little later) to the end of the clause. */
const following = (scene: Scene, index: number, tells: boolean): number[] | undefined => {
  const { words } = scene.input;
  const sentence = words[index]!.sentence;
  let from = index + 1;
  for (
    let at = index + 1;
    at < index + 10 && words[at]?.sentence === sentence && !/^(?:PUNCT|VERB|AUX)$/.test(words[at]!.upos);
    at += 1
  )
    if (opensClause(words, at)) {
      if (words[at - 1]!.upos === "CCONJ") return undefined;
      from = at;
      break;
    }
  if (tells && words[from]?.text.toLowerCase() !== "that") {
    const told = afterListener(scene, index + 1);
    if (told === undefined) return undefined;
    from = told;
  }
  const opens = words[from];
  if (!opens || opens.sentence !== sentence || opens.upos === "PUNCT") return undefined;
  // "Serbia agreed after Norway had vowed to pay".
  if (/^(?:after|before|while|since|until|because|although|though)$/i.test(opens.text)) return undefined;
  if (
    from === index + 1 &&
    !["PRON", "DET", "PROPN", "NOUN", "ADJ", "NUM", "SCONJ"].includes(opens.upos) &&
    !/^(?:neither|both|either)$/i.test(opens.text)
  )
    return undefined;
  const subordinate = words[index]!.children.some(
    (child) => child < index && words[child]!.relation === "mark",
  );
  let last = from;
  while (words[last + 1]?.sentence === sentence && !/^(?:[,;()—–]|--)$/.test(words[last + 1]!.text))
    last += 1;
  const piece = Array.from({ length: last - from + 1 }, (_, at) => from + at);
  const indexes = subordinate ? piece : rightReach(scene, index, piece);
  const verbs = indexes.filter((at) => words[at]!.upos === "VERB" || words[at]!.upos === "AUX").length;
  return verbs > 0 && indexes.length > 2 ? indexes : undefined;
};

/** "tells MSNBC he": where a pronoun opens what is told, after the nouns that name the listener. */
const afterListener = (scene: Scene, from: number): number | undefined => {
  const { words } = scene.input;
  for (let at = from; at < from + 8 && words[at]?.sentence === words[from - 1]!.sentence; at += 1) {
    const word = words[at]!;
    if (at > from && /^(?:he|she|they|it|we|i|there)$/i.test(word.text)) return at;
    const opens = opensNext(words, at) || isNextName(scene, at);
    if (at > from && opens && opensWithSubject(words, at - 1)) return at;
    if (!/^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART|ADP)$/.test(word.upos)) return undefined;
  }
  return undefined;
};

/** "tells mediators Sinwar's choice changes": the word that can't go on with the listener's name. */
const opensNext = (words: Words, at: number): boolean => {
  const { upos, text } = words[at]!;
  const { upos: before, xpos } = words[at - 1]!;
  if (/^['’]s?$/.test(text)) return false;
  return (
    (/^(?:NOUN|PROPN|PRON)$/.test(before) && upos === "DET") ||
    (xpos === "NNS" && upos === "PROPN") ||
    (before === "PRON" && /^(?:PROPN|NOUN|ADJ|NUM)$/.test(upos))
  );
};

/** "told Trump Ukraine must leave": one name ends where another begins. */
const isNextName = ({ input: { mentions } }: Scene, at: number): boolean =>
  mentions.some(({ last, form }) => last === at - 1 && form === "name") &&
  mentions.some(({ first, form }) => first === at && form === "name");

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
  const opens = words[indexes[0] ?? -1];
  if (opens && waiting(words, opens.index, comma) !== undefined) return undefined;
  return indexes.length > 2 && opens && !/^VB[GN]$/.test(opens.xpos) ? indexes : undefined;
};
