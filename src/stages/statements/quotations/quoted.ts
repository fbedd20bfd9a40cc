// Quotations -> direct speech: who is made to speak, by which cue, and which quotations go on from it.
import type { Quotation } from "../../../model/sentence.ts";
import { lastBefore, type Span } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";
import { cueReach, isNegated } from "../cues/cue.ts";
import type { Draft, Scene } from "../draft.ts";
import { quotationOf, wordsIn } from "../spans.ts";
import { sourceSpan } from "../speakers/source.ts";
import { subjectOf } from "../speakers/speaker.ts";
import { cueAhead, cueBehind, cueRightBefore, isWhole, leadStart, quoteCue } from "./quotation-cue.ts";

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

const attributed = (
  scene: Scene,
  quotation: Quotation,
  range: readonly [number, number],
  before: Quotation | undefined,
  after: Quotation | undefined,
): Speech | undefined => {
  const { words } = scene.input;
  if (isAdjective(words, range)) return undefined;
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

/** "held “candid” talks": adjectives in marks right before their noun are no speech. */
const isAdjective = (words: Words, [first, last]: readonly [number, number]): boolean => {
  for (let at = first; at <= last; at += 1)
    if (!/^(?:ADJ|ADV|CCONJ|PUNCT)$/.test(words[at]!.upos)) return false;
  const next = words[last + 2];
  return (
    next?.upos === "NOUN" &&
    next.sentence === words[first]!.sentence &&
    /^["”’']$/.test(words[last + 1]!.text)
  );
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
