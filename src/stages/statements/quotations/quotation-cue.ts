// A quotation -> the cue that makes somebody say it: right before it, behind it or further ahead.
import type { Quotation } from "../../../model/sentence.ts";
import type { Word } from "../../../model/token.ts";
import { baseRelation } from "../../../model/tree.ts";
import { cueIn, isPassive, opensClause } from "../cues/cue.ts";
import type { Scene } from "../draft.ts";
import { wordsIn } from "../spans.ts";
import { subjectOf } from "../speakers/speaker.ts";

type Words = readonly Word[];

/** True for a quotation that is a clause or more, and no title, nickname or scare quote. */
export const isWhole = (words: Words, [first, last]: readonly [number, number]): boolean => {
  if (/[.!?,…]$/.test(words[last]!.text) && last - first >= 1) return true;
  for (let at = first; at <= last; at += 1)
    if (words[at]!.upos === "VERB" || words[at]!.upos === "AUX") return last - first >= 2;
  return false;
};

/** “When he says ‘Never,’ I smile”: a tensed verb of saying that opens the quotation, with no pause or a comma between. */
export const cueRightBefore = (scene: Scene, [first]: readonly [number, number]): number | undefined => {
  const { words } = scene.input;
  let at = first - 1;
  while (words[at]?.sentence === words[first]!.sentence && /^["“‘',:]$/.test(words[at]!.text)) at -= 1;
  const word = words[at];
  if (word?.sentence !== words[first]!.sentence || !/^VB[DZP]$/.test(word.xpos)) return undefined;
  const isSaid = scene.language.cues.verb.get(word.lemma)?.some(({ frames }) => frames.has("clause"));
  const subject = isSaid && quoteCue(scene, at) ? subjectOf(words, at) : undefined;
  return subject !== undefined && subject < at && at - subject < 8 ? at : undefined;
};

/** "The plan is “dead,” he said": where words of the writer run into the quotation, they are part of what is said. */
export const leadStart = (words: Words, quotation: Quotation): number => {
  const first = wordsIn(words, quotation.inner)?.[0];
  if (first === undefined) return quotation.start;
  let at = first - 1;
  if (words[at]?.start === quotation.start) at -= 1;
  at = beforeAside(words, at);
  const before = words[at];
  if (!before || before.sentence !== words[first]!.sentence || before.upos === "PUNCT")
    return quotation.start;
  while (words[at - 1]?.sentence === before.sentence && !/^[;"”’]$/.test(words[at - 1]!.text)) at -= 1;
  return words[at]!.start;
};

/** "until Minsk, as he put it, “stops lying”": the word before an aside that parts the writer's words from the quotation. */
const beforeAside = (words: Words, close: number): number => {
  if (words[close]?.text !== ",") return close;
  for (let at = close - 1; at > close - 9 && words[at]?.sentence === words[close]!.sentence; at -= 1)
    if (words[at]!.text === ",") return /^(?:as|in)$/i.test(words[at + 1]!.text) ? at - 1 : close;
  return close;
};

export const quoteCue = ({ input: { words }, language }: Scene, index: number) => {
  const word = words[index]!;
  if (word.upos !== "VERB" && word.upos !== "AUX") return undefined;
  for (const frame of ["clause", "quote", "tell", "urge", "object"]) {
    const cue = cueIn(language.cues.verb, words, index, frame);
    if (cue && cue.act.kind !== "evidence") return cue;
  }
  return undefined;
};

/** The cue in the words right after the quotation: "…," said X; "…," X, the minister, told reporters. */
export const cueBehind = (
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
    // "“…”, according to a readout, which said": what the readout says next.
    if (/^(?:which|who)$/i.test(word.text) && /^according$/i.test(gap)) return undefined;
    if (isOfSayer(scene, at, start)) continue;
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

/** "“…,” an official who asked not to be named said": what is told of the sayer, whose own verb comes later. */
const isOfSayer = (scene: Scene, at: number, start: number): boolean => {
  const { words } = scene.input;
  const { relation, head } = words[at]!;
  const said = relation === "acl:relcl" && head >= start ? words[head]!.head : -1;
  return said > at && quoteCue(scene, said) !== undefined;
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
    if (["NOUN", "PROPN", "PRON"].includes(words[at]!.upos))
      return opensOwnClause(words, at) ? undefined : topOf(words, at, cue + 1);
  }
  return undefined;
};

/** "said the candidate could win": the noun behind the cue has a verb of its own. */
const opensOwnClause = (words: Words, noun: number): boolean => {
  let at = noun + 1;
  while (/^(?:NOUN|PROPN|ADV)$/.test(words[at]?.upos ?? "")) at += 1;
  return words[at]?.sentence === words[noun]!.sentence && /^(?:VB[DZP]|MD)$/.test(words[at]!.xpos);
};

/** Up from a part of a name to its head, as long as that lies after `from`. */
const topOf = (words: Words, index: number, from: number): number => {
  let at = index;
  while (/^(compound|flat|amod|nmod|appos|det)/.test(words[at]!.relation) && words[at]!.head >= from)
    at = words[at]!.head;
  return at;
};

/** The cue in the words before the quotation, in its sentence: X said, "…"; X added: "…". */
export const cueAhead = (
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
