// A reported clause that parsers end too early -> its last word, piece by piece between commas.
import { lastBefore } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";
import { isNegated } from "../cues/cue.ts";
import { kindNamed } from "../cues/media.ts";
import { isSpeech } from "../cues/speech.ts";
import type { Scene } from "../draft.ts";
import { quotationOf } from "../spans.ts";
import { waiting } from "./interrupted.ts";
import { isNearer, isPerfect, isResumption } from "./resumption.ts";

type Words = readonly Word[];

export const subordinators =
  /^(?:because|if|when|whenever|since|as|so|which|whom|whose|where|unless|until|although|though|even|including|despite|rather|especially|particularly|specifically|in|for|with|without|to|by|not|or|nor|than|from|at|on|of|after|before|then|instead)$/i;

/** The last word that goes on with the clause which has come to `last`. */
export const endOf = (scene: Scene, head: number, last: number, to: number, start?: number): number => {
  const { words } = scene.input;
  let end = throughQuotation(scene, head, last);
  for (let step = 0; step < 40 && end < to; step += 1) {
    const stop = pieceEnd(words, end + 1, to);
    const open = openerOf(words, last, end) ?? start;
    // "repeat what the president told me this morning: it is unlikely".
    const isTold = start !== undefined && words[end + 1]!.text === ":" && /^what$/i.test(words[start]!.text);
    const isOpen =
      isTold ||
      isWaitingOn(words, start ?? head + 1, end + 1) ||
      (open !== undefined &&
        words[end + 1]!.text === "," &&
        (isCondition(words, open, end)
          ? firstFinite(words, end + 2, stop) !== undefined
          : mainFinite(words, open, end) === undefined && isWaiting(words, open, end + 2, stop)));
    if (!isOpen && !goesOn(scene, head, end + 1, stop)) break;
    end = throughQuotation(scene, head, stop);
  }
  return end;
};

/** "once the West, as promised, lifted": a clause inside waits for its verb; with "who" or "which" it is a comment. */
const isWaitingOn = (words: Words, from: number, comma: number): boolean => {
  const opener = words[comma]!.text === "," ? waiting(words, from, comma) : undefined;
  if (opener === undefined) return false;
  const isContrast = /^(?:while|whereas)$/i.test(words[opener]!.text) && words[opener - 1]!.text === ",";
  // "found that action unconstitutional, his decision was": a clause that has its subject waits for no other.
  const hasSubject = words[opener + 1]!.text !== ",";
  if (isContrast || /^W/.test(words[opener]!.xpos)) return false;
  return !hasSubject || !opensOwnClause(words, comma + 1);
};

/** A pronoun or a noun phrase and its finite verb, which no comma follows as it does ", officials say,". */
const opensOwnClause = (words: Words, from: number): boolean => {
  if (/^W/.test(words[from]?.xpos ?? "")) return false;
  let verb = from;
  while (/^(?:NOUN|PROPN|PRON|DET|ADJ|NUM)$/.test(words[verb]?.upos ?? "") && verb < from + 8) verb += 1;
  const hasVerb = /^(?:VB[DZP]|MD)$/.test(words[verb]?.xpos ?? "");
  return verb > from && hasVerb && words[verb + 1]?.text !== ",";
};

/** ", and that, in voice messages, the general": the last "that" of those that were read on to. */
const openerOf = (words: Words, last: number, end: number): number | undefined => {
  for (let at = end; at > last; at -= 1)
    if (/^that$/i.test(words[at]!.text) && words[at - 1]?.upos === "CCONJ") return at;
  return undefined;
};

/** "that if he did, no firm would stay": a condition waits for its clause. */
const isCondition = (words: Words, start: number, end: number): boolean => {
  if (
    !/^(?:if|unless|once|when|whenever|should|although|though|even|while)$/i.test(
      words[start + 1]?.text ?? "",
    )
  )
    return false;
  for (let at = start + 1; at <= end; at += 1) if (words[at]!.text === ",") return false;
  return firstFinite(words, start + 1, end) !== undefined;
};

/** "that an American, Donald Lu, had warned", "that, as he put it, the": a clause without its verb, before an aside or that verb. */
const isWaiting = (words: Words, start: number, from: number, to: number): boolean => {
  const finite = firstFinite(words, from, to);
  return finite === undefined || finite <= from + 1 || words[start + 1]?.text === ",";
};

/** A quotation that has been opened is read to its end, past the sentence if need be. */
const throughQuotation = ({ input: { words, quotations } }: Scene, head: number, last: number): number => {
  const inside = quotationOf(words[last]!, quotations);
  if (inside < 0 || inside === quotationOf(words[head]!, quotations)) return last;
  const { end } = quotations[inside]!;
  return Math.max(last, lastBefore(words, end - 1));
};

/** Last word before the next comma, dash or bracket after `from`. */
const pieceEnd = (words: Words, from: number, to: number): number => {
  let at = from;
  while (at < to && !isBreak(words, at + 1)) at += 1;
  return at;
};

const isBreak = (words: Words, index: number): boolean => {
  const { text, upos, start } = words[index]!;
  if (!/^(?:[,;:()—–]|--|-)$/.test(text) || upos !== "PUNCT") return false;
  return text !== "-" || words[index - 1]!.end < start;
};

/** ", in talks with his counterpart": through what it is said is no part of what is said. */
const isMediumOf = ({ input: { words }, language: { media } }: Scene, head: number, at: number): boolean => {
  const noun = words[words[at]!.head];
  return (
    /^(?:in|during)$/i.test(words[at]!.text) &&
    noun !== undefined &&
    noun.head === head &&
    noun.relation === "obl" &&
    kindNamed(media, noun) !== undefined
  );
};

/** True where the piece `from`..`to` belongs to the clause before it rather than to the sentence around it. */
const goesOn = (scene: Scene, head: number, from: number, to: number): boolean => {
  const { words } = scene.input;
  let at = from;
  const mark = words[at]!;
  if (/^(?:[;:()—–]|--|-)$/.test(mark.text))
    return /^(?:and|that)$/i.test(words[at + 1]?.text ?? "") && mark.text !== "(";
  const comma = mark.text === ",";
  if (comma) at += 1;
  while (at <= to && words[at]!.upos === "PUNCT") at += 1;
  if (at > to || (comma && isMediumOf(scene, head, at))) return false;
  for (let index = at; index <= Math.min(to, at + 3); index += 1)
    if (isResumption(scene, head, words[index]!, from)) return false;
  const joined = words[at]!.upos === "CCONJ";
  if (joined) at += 1;
  const opens = words[at];
  if (!opens || at > to) return false;
  if (!comma && !joined && mark.upos !== "PUNCT") return true;
  if (/^(?:that|whether)$/i.test(opens.text)) return true;
  const finite = firstFinite(words, at, to);
  if (comma && /^while$/i.test(opens.text) && words[at + 1]?.xpos === "VBG")
    return isNearer(scene, head, words[at + 1]!);
  if (finite === undefined && /^(?:including|excluding|regarding|concerning)$/i.test(opens.text)) return true;
  if (finite === undefined) return opens.upos !== "VERB" || opens.xpos !== "VBG" || joined || !comma;
  if (finite === at && isPerfect(words, words[at]!, head + 1)) return true;
  if (finite === at || (words[at]!.upos === "ADV" && finite === at + 1)) return joined || !comma;
  if (subordinators.test(opens.text)) return true;
  if (joined && opens.upos === "PRON")
    return !isAct(scene, words[finite]!, head) && !isTurned(words, at, head);
  return false;
};

/** "…, and he warned", "…, but it did not say": a verb of saying in the tense of the cue is the speaker's next act. */
const isAct = (scene: Scene, word: Word, head: number): boolean => {
  const { words } = scene.input;
  if (word.xpos !== words[head]!.xpos) return false;
  const verb = word.upos === "AUX" && /^(?:do|have)$/.test(word.lemma) ? words[word.head] : word;
  return verb !== undefined && (isSpeech(scene, verb) || isCall(words, verb.index));
};

/** "I don't think that it will hold, but I can say": whoever denies goes on to what he does say. */
const isTurned = (words: Words, pronoun: number, head: number): boolean =>
  /^but$/i.test(words[pronoun - 1]!.text) &&
  isNegated(words, head) &&
  words[head]!.children.some(
    (child) =>
      words[child]!.relation === "nsubj" &&
      words[child]!.text.toLowerCase() === words[pronoun]!.text.toLowerCase(),
  );

/** "called on", "called for". */
const isCall = (words: Words, at: number): boolean =>
  words[at]!.lemma === "call" && /^(?:on|for)$/.test(words[at + 1]?.text ?? "");

/** "that Moscow, which is not a party to it, had": the clause's own finite verb, none of what two commas put beside its subject. */
const mainFinite = (words: Words, from: number, to: number): number | undefined => {
  let isAside = false;
  for (let at = from; at <= to; at += 1) {
    if (words[at]!.text === ",")
      isAside = !isAside && /^(?:who|which|whose|whom|where)$/i.test(words[at + 1]?.text ?? "");
    if (!isAside && /^(?:VB[DZP]|MD)$/.test(words[at]!.xpos)) return at;
  }
  return undefined;
};

const firstFinite = (words: Words, from: number, to: number): number | undefined => {
  for (let at = from; at <= to; at += 1) if (/^(?:VB[DZP]|MD)$/.test(words[at]!.xpos)) return at;
  return undefined;
};
