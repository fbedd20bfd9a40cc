// A statement's content that runs on over what its speaker did next -> where it ends, and what is told beside it.

import type { Span } from "../../../model/span.ts";
import type { Statement } from "../../../model/statement.ts";
import type { Word } from "../../../model/token.ts";
import { wordsIn } from "../points/cut-content.ts";
import type { Clause } from "./clauses.ts";
import type { Frame } from "./frames.ts";

type Words = readonly Word[];

/**
 * "He emphasized the role that China must play, and expressed his concern at the support": what was emphasized ends
 * before "and expressed", wherever the tree hangs it. Gives the frame cut short, the statements that stand beside it, and what else its speaker did.
 */
export const liftStatements = (
  words: Words,
  { statement, contents }: Frame,
  nested: readonly Statement[],
): { contents: Frame["contents"]; beside: Statement[]; deed?: Clause } => {
  const own = cueOf(words, statement);
  const beside = nested.filter((one) => {
    const cue = cueOf(words, one);
    return own !== undefined && cue !== undefined && /^VB[DG]$/.test(words[own]!.xpos) && isNext(words, cue);
  });
  const ends = beside.map((one) => words[conjunctionOf(words, cueOf(words, one)!)]!.start);
  const cut = contents
    .map((content) => ({ ...content, end: Math.min(content.end, ...ends) }))
    .filter(({ start, end }) => start < end);
  const last = cut.at(-1);
  const deed = last && own !== undefined && words[own]!.xpos === "VBD" ? nextDeed(words, last) : undefined;
  if (!last || deed === undefined) return { contents: cut, beside };
  const start = words[isNextOf(words, deed) ? deed - 3 : conjunctionOf(words, deed)]!.start;
  return {
    contents: [...cut.slice(0, -1), { ...last, end: start }],
    beside,
    deed: { head: deed, span: { start: words[deed]!.start, end: last.end }, frames: [] },
  };
};

/** "said that interference is unacceptable, and drew attention to X": a past tense behind what is said in the present. */
const nextDeed = (words: Words, content: Span): number | undefined => {
  const [from, to] = wordsIn(words, content);
  let present = false;
  for (let at = from; at < to; at += 1) {
    const { xpos, children } = words[at]!;
    if (/^(VB[PZ]|MD)$/.test(xpos)) present = true;
    if (xpos !== "VBD") continue;
    if (present && isNextOf(words, at)) return at;
    const comma = conjunctionOf(words, at);
    const subject = children.some((child) => /^nsubj/.test(words[child]!.relation) && child > comma);
    return present && !subject && /^(?:,|and)$/i.test(words[comma]!.text) ? at : undefined;
  }
  return undefined;
};

/** "would meet, and they looked forward to it": a deed of the same people, told of them by a pronoun. */
const isNextOf = (words: Words, verb: number): boolean =>
  /^(?:look|express|voice|thank|welcome|agree|stress|reaffirm|invite|wish|confirm|underline|discuss)$/.test(
    words[verb]!.lemma,
  ) &&
  /^(?:he|she|they|both)$/i.test(words[verb - 1]?.text ?? "") &&
  /^and$/i.test(words[verb - 2]?.text ?? "") &&
  words[verb - 3]?.text === ",";

const cueOf = (words: Words, { cue, cueWord }: Statement): number | undefined =>
  cueWord ?? (cue && wordsIn(words, cue)[0]);

/** ", and further expressed": a past tense right behind the conjunction. */
const isNext = (words: Words, cue: number): boolean => {
  const verb = /^(NOUN|ADJ)$/.test(words[cue]!.upos) ? words[cue]!.head : cue;
  return words[verb]?.xpos === "VBD" && conjunctionOf(words, verb) < verb;
};

/** The conjunction, or the comma before it, that the verb stands behind; the verb where it stands behind none. */
const conjunctionOf = (words: Words, cue: number): number => {
  const verb = /^(NOUN|ADJ)$/.test(words[cue]!.upos) ? words[cue]!.head : cue;
  let at = verb - 1;
  while (at > verb - 3 && words[at]?.upos === "ADV") at -= 1;
  if (!/^and$/i.test(words[at]?.text ?? "")) return verb;
  return words[at - 1]?.text === "," ? at - 1 : at;
};

/** What is stressed, or talked about, needs nobody to whom it is said. */
const plain = new Set(["stress", "discuss", "reaffirm", "highlight"]);

/**
 * "stressed the importance of the Corridor for linking Europe with Asia", "exchanged views on the progress of the talks on
 * visas": all from the cue on, where only its end was taken for what is said.
 */
export const widenBack = (words: Words, { statement, contents }: Frame): Frame => {
  const { cue, act, source, addressees, medium } = statement;
  const content = contents[0];
  if (!cue || !content || contents.length !== 1 || !plain.has(act) || content.start <= cue.end)
    return { statement, contents };
  if (addressees.length > 0 || (source && source.start > cue.end) || (medium && medium.span.start > cue.end))
    return { statement, contents };
  let [first] = wordsIn(words, { start: cue.end, end: content.start });
  while (/^(on|about|of|that)$/i.test(words[first]!.text)) first += 1;
  const [start] = wordsIn(words, content);
  const gap = words.slice(first, start);
  const opens = /^(DET|ADJ|NOUN)$/.test(words[first]!.upos) || words[first]!.xpos === "PRP$";
  const noun = gap.find(({ upos }) => /^(NOUN|PROPN|PRON)$/.test(upos));
  if (!opens || gap.length < 3 || noun?.upos !== "NOUN" || gap.some(({ text }) => /^[,;:]$/.test(text)))
    return { statement, contents };
  return { statement, contents: [{ start: words[first]!.start, end: content.end }] };
};

/**
 * "The state of relations, energy and transport were discussed": the whole list before the verb, of which the tree may
 * have given it the last item only.
 */
export const widenFront = (words: Words, { statement, contents }: Frame, from: number): Frame => {
  const { cue } = statement;
  const content = contents[0];
  if (!cue || contents.length !== 1 || !content || content.end > cue.start) return { statement, contents };
  const [first] = wordsIn(words, content);
  if (!/^(and|,)$/i.test(words[first - 1]?.text ?? "")) return { statement, contents };
  let start = from;
  if (words[start]!.upos === "ADP") while (start < first && words[start]!.text !== ",") start += 1;
  if (words[start]!.text === ",") start += 1;
  return start < first
    ? { statement, contents: [{ start: words[start]!.start, end: content.end }] }
    : { statement, contents };
};
