// Quotations -> direct speech: who is made to speak, by which cue, and which quotations go on from it.
import type { Quotation } from "../../model/sentence.ts";
import type { Span } from "../../model/span.ts";
import type { Word } from "../../model/token.ts";
import { baseRelation } from "../../model/tree.ts";
import { cueIn, cueReach, isNegated, isPassive, opensClause } from "./cue.ts";
import type { Draft, Scene } from "./draft.ts";
import { sourceSpan } from "./source.ts";
import { lastBefore, quotationOf } from "./spans.ts";
import { subjectOf } from "./speaker.ts";

type Words = readonly Word[];

/** Direct speech: its cue as a draft, whose content are the quotations that belong to it. */
export type Speech = Draft & { readonly content: readonly Span[] };

/** The statements that quotations make, in text order. Quotations that nobody is made to say stay out. */
export const quotedDrafts = (scene: Scene, depth: number): Speech[] => {
  const { words, quotations, sentences } = scene.input;
  const outer = quotations.filter((one) => one.depth === depth);
  const found: Speech[] = [];
  let current: { draft: Speech; paragraph: number; upTo: number } | undefined;
  outer.forEach((quotation, at) => {
    const range = wordsIn(words, quotation.inner);
    if (!range) return;
    const paragraph = sentences[words[range[0]]!.sentence]?.paragraph ?? -1;
    const speech = attributed(scene, quotation, range, outer[at - 1], outer[at + 1]);
    if (speech) {
      const same = found.findIndex((one) => one.head === speech.head);
      if (same >= 0) found[same] = joined(found[same]!, quotation);
      else found.push(speech);
      const draft = same >= 0 ? found[same]! : speech;
      current = { draft, paragraph, upTo: Math.max(quotation.end, words[draft.cue[1]]!.end) };
      return;
    }
    if (current && goesOn(scene, quotation, range, current, paragraph)) {
      const same = found.indexOf(current.draft);
      const draft = joined(current.draft, quotation);
      if (same >= 0) found[same] = draft;
      current = { draft, paragraph, upTo: quotation.end };
    }
  });
  return found;
};

const joined = (draft: Speech, quotation: Quotation): Speech => ({
  ...draft,
  content: [...draft.content, { start: quotation.start, end: quotation.end }],
});

/** First and last word inside a span, undefined where there is none. `words` are sorted by start. */
export const wordsIn = (words: Words, span: Span): [number, number] | undefined => {
  let first = lastBefore(words, span.start - 1) + 1;
  if (words[first - 1] && words[first - 1]!.start >= span.start) first -= 1;
  const last = lastBefore(words, span.end - 1);
  return first <= last ? [first, last] : undefined;
};

/** A quotation of a sentence or more right after direct speech of the same paragraph, or one that reopens it. */
const goesOn = (
  { input: { words, sentences } }: Scene,
  quotation: Quotation,
  range: readonly [number, number],
  current: { draft: Speech; paragraph: number; upTo: number },
  paragraph: number,
): boolean => {
  if (quotation.continues) return true;
  const paragraphOf = (at: number): number => sentences[words[at]?.sentence ?? -1]?.paragraph ?? -1;
  if (paragraph === current.paragraph + 1 && fillsParagraph(words, quotation, range, paragraphOf))
    return true;
  const opensSentence = words[range[0] - 1]?.sentence !== words[range[0]]!.sentence || opens(words, range[0]);
  if (paragraph !== current.paragraph || !opensSentence || !isWhole(words, range)) return false;
  let before = range[0] - 1;
  while (before >= 0 && words[before]!.upos === "PUNCT") before -= 1;
  const { sentence, end } = words[before] ?? { sentence: -1, end: 0 };
  return end <= current.upTo || sentence === words[current.draft.head]!.sentence;
};

/** A paragraph that is one quotation of whole sentences: nobody else has begun to speak. */
const fillsParagraph = (
  words: Words,
  { start, end }: Quotation,
  [first, last]: readonly [number, number],
  paragraphOf: (at: number) => number,
): boolean => {
  let before = first - 1;
  while (words[before] && words[before]!.start >= start) before -= 1;
  let after = last + 1;
  while (words[after] && words[after]!.end <= end) after += 1;
  const own = paragraphOf(first);
  return paragraphOf(before) !== own && paragraphOf(after) !== own && isWhole(words, [first, last]);
};

/** True where the quotation's first word starts its sentence, but for the opening mark. */
const opens = (words: Words, first: number): boolean => {
  let at = first - 1;
  while (at >= 0 && words[at]!.sentence === words[first]!.sentence && words[at]!.upos === "PUNCT") at -= 1;
  return words[at]?.sentence !== words[first]!.sentence;
};

/** True for a quotation that is a clause or more, and no title, nickname or scare quote. */
const isWhole = (words: Words, [first, last]: readonly [number, number]): boolean => {
  if (/[.!?,…]$/.test(words[last]!.text) && last - first >= 1) return true;
  for (let at = first; at <= last; at += 1)
    if (words[at]!.upos === "VERB" || words[at]!.upos === "AUX") return last - first >= 2;
  return false;
};

const attributed = (
  scene: Scene,
  quotation: Quotation,
  range: readonly [number, number],
  before: Quotation | undefined,
  after: Quotation | undefined,
): Speech | undefined => {
  const { words } = scene.input;
  const led = cueRightBefore(scene, range);
  if (led !== undefined && isTogether(scene, quotation, led))
    return speechOf(scene, led, quotation, "quoted-after", undefined);
  const behind = isTitled(scene, quotation, range) ? undefined : cueBehind(scene, quotation, range, after);
  if (behind !== undefined && isTogether(scene, quotation, behind.cue))
    return speechOf(scene, behind.cue, quotation, "quoted-before", behind.speaker);
  const ahead = cueAhead(scene, quotation, range, before);
  if (ahead === undefined || !isTogether(scene, quotation, ahead)) return undefined;
  const { start } = words[ahead]!;
  return start < quotation.start ? speechOf(scene, ahead, quotation, "quoted-after", undefined) : undefined;
};

/** "In an interview on “Face the Nation,” Ryan said": a name in an opening phrase; nobody says it. */
const isTitled = (scene: Scene, quotation: Quotation, [first, last]: readonly [number, number]): boolean => {
  const { words } = scene.input;
  const start = leadStart(words, quotation);
  if (start === quotation.start || words[lastBefore(words, start)]!.upos !== "ADP") return false;
  for (let at = lastBefore(words, start); at <= last; at += 1)
    if (/^(?:VB[DZP]|MD)$/.test(words[at]!.xpos)) return false;
  return /^\p{Lu}/u.test(words[first]!.text) && words[last]!.text === ",";
};

/** “When he says ‘Never,’ I smile”: a tensed verb of saying that opens the quotation, with no pause or a comma between. */
const cueRightBefore = (scene: Scene, [first]: readonly [number, number]): number | undefined => {
  const { words } = scene.input;
  let at = first - 1;
  while (words[at]?.sentence === words[first]!.sentence && /^["“‘',:]$/.test(words[at]!.text)) at -= 1;
  const word = words[at];
  if (word?.sentence !== words[first]!.sentence || !/^VB[DZP]$/.test(word.xpos)) return undefined;
  const isSaid = scene.language.cues.verb.get(word.lemma)?.some(({ frames }) => frames.has("clause"));
  const subject = isSaid && quoteCue(scene, at) ? subjectOf(words, at) : undefined;
  return subject !== undefined && subject < at && at - subject < 8 ? at : undefined;
};

/** A quotation inside another has its cue inside that other too. */
const isTogether = ({ input: { words, quotations } }: Scene, quotation: Quotation, cue: number): boolean =>
  quotation.depth === 0 || quotationOf(words[cue]!, quotations) === quotationOf(quotation, quotations);

const speechOf = (
  scene: Scene,
  head: number,
  quotation: Quotation,
  rule: string,
  named: number | undefined,
): Speech | undefined => {
  const { words, quotations } = scene.input;
  const cue = quoteCue(scene, head);
  if (!cue) return undefined;
  const subject = subjectOf(words, head);
  const outside =
    subject !== undefined &&
    !(quotation.start <= words[subject]!.start && words[subject]!.end <= quotation.end);
  const speaker = named ?? (outside ? subject : undefined);
  const source = speaker === undefined ? undefined : sourceSpan(words, speaker, quotations, [head, head]);
  const object = words[head]!.children.map((child) => words[child]!).find(
    (child) =>
      /^(obj|iobj)$/.test(child.relation) && child.start > words[head]!.end && child.index !== speaker,
  );
  const addressee =
    object && (object.start < quotation.start || object.start > quotation.end) ? object.index : undefined;
  return {
    head,
    cue: cueReach(words, head),
    act: cue.act,
    negated: isNegated(words, head),
    ...(speaker === undefined || !source ? {} : { speaker, source }),
    ...(addressee === undefined ? {} : { addressee }),
    content: [
      { start: rule === "quoted-before" ? leadStart(words, quotation) : quotation.start, end: quotation.end },
    ],
    confidence: speaker === undefined ? 0.8 : 0.97,
    rule,
  };
};

/** "The plan is “dead,” he said": where words of the writer run into the quotation, they are part of what is said. */
const leadStart = (words: Words, quotation: Quotation): number => {
  const first = wordsIn(words, quotation.inner)?.[0];
  if (first === undefined) return quotation.start;
  let at = first - 1;
  if (words[at]?.start === quotation.start) at -= 1;
  const before = words[at];
  if (!before || before.sentence !== words[first]!.sentence || before.upos === "PUNCT")
    return quotation.start;
  while (words[at - 1]?.sentence === before.sentence && !/^[;"”’]$/.test(words[at - 1]!.text)) at -= 1;
  return words[at]!.start;
};

const quoteCue = ({ input: { words }, language }: Scene, index: number) => {
  const word = words[index]!;
  if (word.upos !== "VERB" && word.upos !== "AUX") return undefined;
  for (const frame of ["clause", "quote", "tell", "urge", "object"]) {
    const cue = cueIn(language.cues.verb, words, index, frame);
    if (cue && cue.act.kind !== "evidence") return cue;
  }
  return undefined;
};

/** The cue in the words right after the quotation: "…," said X; "…," X, the minister, told reporters. */
const cueBehind = (
  scene: Scene,
  quotation: Quotation,
  range: readonly [number, number],
  after: Quotation | undefined,
): { cue: number; speaker?: number } | undefined => {
  const { words } = scene.input;
  let at = range[1] + 1;
  while (words[at] && words[at]!.upos === "PUNCT" && words[at]!.start < quotation.end + 2) at += 1;
  const start = at;
  let end = range[1];
  while (end > range[0] && /^["”’'»]$/.test(words[end]!.text)) end -= 1;
  const tail = words[end]!.text;
  const gap = words[start]?.text ?? "";
  if (
    !/[,?!.…—–-]$/.test(tail) &&
    !/^,/.test(scene.input.document.text.slice(quotation.end, quotation.end + 1))
  )
    return undefined;
  if (/^[.]/.test(tail) && /^[A-Z]/.test(gap) && words[start]!.sentence !== words[range[1]]!.sentence)
    return undefined;
  const limit = Math.min(
    words.length,
    start + 24,
    after ? (wordsIn(words, after)?.[0] ?? words.length) : words.length,
  );
  const sentence = words[start]?.sentence;
  let noun: number | undefined;
  for (; at < limit && words[at]!.sentence === sentence; at += 1) {
    const word = words[at]!;
    if (at === start && (word.upos === "CCONJ" || opensOther.test(word.text))) return undefined;
    if (at > start + 1 && /^(?:that|which)$/i.test(word.text) && words[at - 1]!.upos === "NOUN")
      return undefined;
    if (word.upos === "VERB" || word.upos === "AUX") {
      if (quoteCue(scene, at) && isTensed(words, at)) {
        if (isPassive(words, at) || (isRunInto(words, quotation) && speaksItself(scene, at)))
          return undefined;
        const speaker = nearest(words, at, start, limit, noun);
        return speaker === undefined ? undefined : { cue: at, speaker };
      }
      if (word.upos === "VERB" && !baseRelation(word).startsWith("acl") && word.xpos !== "VBG")
        return undefined;
    }
    if (["NOUN", "PROPN", "PRON"].includes(word.upos) && noun === undefined && baseRelation(word) !== "obl")
      noun = at;
    if (/^[;:]$/.test(word.text)) return undefined;
  }
  return undefined;
};

/** "…, while Dutton insisted that": what a quotation ends before is another clause. */
const opensOther = /^(?:while|whereas|although|though|after|before|when|because|which)$/i;

/** "The plan is “dead,”": a quotation that words of the writer run into. */
const isRunInto = (words: Words, quotation: Quotation): boolean =>
  leadStart(words, quotation) < quotation.start;

/** "… “a stab,” Dutton insisted that", "Bemoaning “the system,” he accused Holt": a verb with something else to report. */
const speaksItself = ({ input: { words }, language }: Scene, at: number): boolean => {
  if (!["clause", "quote", "tell"].some((frame) => cueIn(language.cues.verb, words, at, frame))) return true;
  for (let next = at + 1; next < at + 8 && words[next]?.sentence === words[at]!.sentence; next += 1) {
    if (opensClause(words, next)) return true;
    if (/^[,;:.]$/.test(words[next]!.text)) return false;
  }
  return false;
};

const isTensed = (words: Words, at: number): boolean =>
  (words[at]!.xpos !== "VBG" && !/^(VB)$/.test(words[at]!.xpos)) ||
  words[at]!.children.some((child) => words[child]!.relation === "aux");

/** The speaker beside a cue: its subject in the tree, else the noun before it, else the first noun after it. */
const nearest = (
  words: Words,
  cue: number,
  start: number,
  limit: number,
  noun: number | undefined,
): number | undefined => {
  const subject = subjectOf(words, cue);
  if (subject !== undefined && subject >= start && subject < limit) return subject;
  if (noun !== undefined && noun < cue) return noun;
  for (let at = cue + 1; at < Math.min(limit, cue + 8); at += 1) {
    if (words[at]!.sentence !== words[cue]!.sentence) break;
    if (["NOUN", "PROPN", "PRON"].includes(words[at]!.upos)) return topOf(words, at, cue + 1);
  }
  return undefined;
};

/** Up from a part of a name to its head, as long as that lies after `from`. */
const topOf = (words: Words, index: number, from: number): number => {
  let at = index;
  while (/^(compound|flat|amod|nmod|appos|det)/.test(words[at]!.relation) && words[at]!.head >= from)
    at = words[at]!.head;
  return at;
};

/** The cue in the words before the quotation, in its sentence: X said, "…"; X added: "…". */
const cueAhead = (
  scene: Scene,
  quotation: Quotation,
  range: readonly [number, number],
  before: Quotation | undefined,
): number | undefined => {
  const { words, document } = scene.input;
  const lead = document.text.slice(Math.max(0, quotation.start - 3), quotation.start).trimEnd();
  const paused = /[,:]$/.test(lead);
  if (!paused && !/^\p{Lu}/u.test(words[range[0]]!.text)) return undefined;
  if (!isWhole(words, range)) return undefined;
  const reach = paused ? 30 : 6;
  const least = Math.max(before ? before.end : 0, 0);
  for (let at = range[0] - 1, steps = 0; at >= 0 && steps < reach; at -= 1, steps += 1) {
    const word = words[at]!;
    if (word.start < least) return undefined;
    if (word.sentence !== words[range[0]]!.sentence && !(paused && lead.endsWith(":") && steps < 25))
      return undefined;
    if (word.upos === "VERB" && quoteCue(scene, at)) return at;
    if (word.upos === "VERB" && !paused) return undefined;
  }
  return undefined;
};
