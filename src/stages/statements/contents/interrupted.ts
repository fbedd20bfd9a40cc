// An aside, such as ", as it had pledged," or ", the minister says," -> the clause that it interrupts, which is what it speaks
// about: "once [Brussels, as it had pledged, published the annex]".
import type { Word } from "../../../model/token.ts";

type Words = readonly Word[];
type Range = readonly [first: number, last: number];

const openers =
  /^(?:that|whether|if|once|because|when|whenever|unless|until|although|though|while|whereas|since|before|after|where|as|which|who|whose|whom|what)$/i;
const pronouns = /^(?:which|who|whose|whom|what)$/i;
/** Openers that more often open a phrase without a verb. */
const prepositions = /^(?:since|before|after|until|as)$/i;

/**
 * First and last word of the clause around an aside that lies between the words `open` and `close` (its commas, or what else
 * parts it off) inside `from`..`to`. All of it, where a whole clause stands before the aside.
 */
export const interrupted = (words: Words, [from, to]: Range, open: number, close: number): Range => {
  const parts = isPredicate(words, close + 1) || isAuxiliary(words[open - 1]);
  const opener = waiting(words, from, open, parts);
  if (opener === undefined) return [from, to];
  const { text } = words[opener]!;
  const isRelative = pronouns.test(text);
  const isThat = /^(?:that|whether)$/i.test(text);
  return [isRelative ? opener : opener + 1, isThat ? to : endAfter(words, close, to, isRelative)];
};

/**
 * "if, as Spain proposed, …", "once the West, as promised, …": the word that opens a clause which at the comma `at` still waits
 * for its verb. On the way back each verb belongs to the opener nearest before it. Where `parts` says that the verb follows, a
 * clause may also begin with "and" or with what is mostly a preposition: ", and the mayor, he says, had", "until Minsk, he says, had".
 */
export const waiting = (words: Words, from: number, at: number, parts = false): number | undefined => {
  let verbs = 0;
  for (let back = at - 1; back >= from; back -= 1) {
    // "which it says killed": who says so has no clause of his own there.
    const isPart = isTensed(words[back + 1]) && back + 1 < at;
    if (isTensed(words[back]) && !isPart && !(back === at - 1 && isAuxiliary(words[back]))) verbs += 1;
    if (parts && verbs === 0 && back < at - 1 && back > from && isJoint(words, back)) return back;
    if (!isOpener(words, back)) continue;
    const next = words[back + 1]!;
    const isOpen = next.text === "," || /^(?:NOUN|PROPN|PRON|DET|ADJ|NUM)$/.test(next.upos);
    if (verbs === 0 && isOpen && (parts || !prepositions.test(words[back]!.text))) return back;
    verbs = Math.max(0, verbs - 1);
  }
  return undefined;
};

const isOpener = (words: Words, at: number): boolean =>
  openers.test(words[at]!.text) && (words[at]!.upos !== "DET" || words[at + 1]?.text === ",");

/** ", and": what joins a clause to the one before. */
const isJoint = (words: Words, at: number): boolean =>
  words[at]!.upos === "CCONJ" && /^[,"”]$/.test(words[at - 1]!.text);

/** An inner clause ends where the outer one goes on: at a comma or dash behind its verb. */
const endAfter = (words: Words, close: number, to: number, isRelative: boolean): number => {
  let hasVerb = false;
  for (let at = close + 1; at < to; at += 1) {
    hasVerb ||= isTensed(words[at]);
    if (hasVerb && isPause(words[at]!) && isPredicate(words, at + 1, true)) return at - 1;
    if (isRelative && words[at]!.upos === "CCONJ" && /^W/.test(words[at + 1]!.xpos)) return at - 1;
  }
  return to;
};

/** A finite verb at `at`, after adverbs at most; with `subject` after a noun phrase, too. */
const isPredicate = (words: Words, at: number, subject = false): boolean => {
  const skipped = subject ? /^(?:ADV|PART|NOUN|PROPN|PRON|DET|ADJ|NUM|CCONJ)$/ : /^(?:ADV|PART)$/;
  const sentence = words[at]?.sentence;
  let verb = /^["“‘]$/.test(words[at]?.text ?? "") ? at + 1 : at;
  while (verb < at + 10 && words[verb]?.sentence === sentence && skipped.test(words[verb]!.upos)) verb += 1;
  return words[verb]?.sentence === sentence && isTensed(words[verb]);
};

const isTensed = (word: Word | undefined): boolean => /^(?:VB[DZP]|MD)$/.test(word?.xpos ?? "");
const isAuxiliary = (word: Word | undefined): boolean => word?.upos === "AUX" && isTensed(word);
const isPause = ({ text, upos }: Word): boolean => upos === "PUNCT" && /^(?:,|–|—|--|\))$/.test(text);
