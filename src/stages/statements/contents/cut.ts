// Content -> content cut where the writer goes back to the speaker: "…, adding that", "… and accused", a noun's comma.
import type { Part } from "../../../language/statements.ts";
import type { Word } from "../../../model/token.ts";
import { baseRelation } from "../../../model/tree.ts";
import { cueIn } from "../cues/cue.ts";
import { isCertain, isSpeech } from "../cues/speech.ts";
import type { Scene } from "../draft.ts";
import { quotationOf } from "../spans.ts";
import { verbRightBefore } from "../speakers/speaker.ts";
import { isRemark, verdictAt } from "./comment.ts";
import { waiting } from "./interrupted.ts";
import { isOuterThat, isSilence, isSubjectAhead, nextActs } from "./next-act.ts";
import { isResumption } from "./resumption.ts";
import { breaksTense } from "./tense-break.ts";

/** Sorted content indexes up to the first word that is the speaker's next act rather than part of this one. */
export const cutShort = (scene: Scene, head: number, indexes: readonly number[], part: Part): number[] => {
  const { words, quotations } = scene.input;
  const first = indexes[0];
  if (first === undefined) return [];
  const next = nextActs(scene, head);
  let isOpen = 0;
  let hasFinite = false;
  let hasVerb = false;
  for (let at = 0; at < indexes.length; at += 1) {
    const word = words[indexes[at]!]!;
    if (word.text === "“" || (word.text === '"' && isOpen === 0)) isOpen += 1;
    else if (word.text === "”" || word.text === '"') isOpen = Math.max(0, isOpen - 1);
    hasFinite ||= /^(?:VB[DZP]|MD)$/.test(word.xpos);
    hasVerb ||= /^VB$/.test(word.xpos) && word.index !== first;
    if (word.index <= head || word.index === first || isOpen > 0) continue;
    const stop =
      next.has(word.index) ||
      isOuterThat(words, head, first, word.index) ||
      (part === "verb" && !hasFinite && goesBack(words, word.index, isBare(words, first, word.index))) ||
      isAbsolute(scene, word.index) ||
      (part === "verb" && breaksTense(scene, head, word.index)) ||
      (part === "verb" && isSilence(words, head, word.index)) ||
      (part === "verb" && otherSpeaks(scene, head, word.index, first)) ||
      // "agreed to plead guilty because he had been assured that": why somebody agrees.
      (part === "verb" && words[first]!.text === "to" && /^because$/i.test(word.text)) ||
      (part === "verb" && words[first]!.text === "to" && speaksAgain(scene, head, word.index)) ||
      (part === "verb" &&
        isCircumstance(scene, head, word.index, !hasFinite && !/^that$/i.test(words[first]!.text))) ||
      (part === "noun" && verdictAt(scene, word.index) !== undefined) ||
      (part === "verb" &&
        (isToWhich(scene, word.index) ||
          verdictAt(scene, word.index) !== undefined ||
          isRemark(words, word.index) ||
          (hasFinite && isResult(words, word.index)))) ||
      (part === "verb" &&
        ((!hasFinite && (hasVerb || !/^(?:that|whether)$/i.test(words[first]!.text))) ||
          isToldAside(scene, word.index)) &&
        isComment(words, word.index) &&
        !isSubjectAhead(words, first, word.index) &&
        waiting(words, first, word.index) === undefined) ||
      (part === "verb" && hasFinite && isOthersColon(scene, word.index)) ||
      (word.text === ";" && quotationOf(word, quotations) === quotationOf(words[head]!, quotations)) ||
      (part === "noun" &&
        word.text === "," &&
        !words[first]!.text.match(/^(that|to|whether)$/i) &&
        !isOpenPhrase(words, word.index, indexes.at(-1)!)) ||
      isResumption(scene, head, word, first) ||
      (part === "verb" && isParallel(words, head, first, word.index)) ||
      (part === "noun" && words[first]!.text === "to" && isMainVerb(words, word, indexes[at - 1]!)) ||
      (part === "noun" && isSecondVerb(words, first, word.index) && !isGoverned(scene, head));
    if (stop) return trimEnd(words, indexes.slice(0, at));
  }
  return withoutPronoun(words, indexes);
};

/** "a transparent, credible and neutral inquiry": the noun that the word before the comma describes stands behind it. */
const isOpenPhrase = (words: readonly Word[], comma: number, last: number): boolean => {
  const { relation, upos, head } = words[comma - 1]!;
  return upos === "ADJ" && relation === "amod" && head > comma && head <= last;
};

/**
 * "urged Minsk to wait and had asked", "call on Minsk to wait and we honor": where nothing finite is reported, a finite
 * verb after "and" is the sentence's own.
 */
const goesBack = (words: readonly Word[], joint: number, isInfinitive: boolean): boolean => {
  const { upos, text, sentence } = words[joint]!;
  if (upos !== "CCONJ" || !/^(?:and|but|while)$/i.test(text)) return false;
  let at = joint + 1;
  if (words[at]?.text === ",") at = afterComma(words, at);
  const isSubject =
    /^(?:I|we|he|she|they|it)$/i.test(words[at]?.text ?? "") || (isInfinitive && isNamed(words, at));
  if (isSubject) while (/^(?:PRON|PROPN)$/.test(words[at]?.upos ?? "")) at += 1;
  while (words[at]?.upos === "ADV") at += 1;
  const verb = words[at];
  return verb?.sentence === sentence && (isSubject ? /^(?:VB[DZP]|MD)$/ : /^(?:VB[DZ]|MD)$/).test(verb.xpos);
};

/** "to pay": an infinitive with no question in it, as "to know who else had". */
const isBare = (words: readonly Word[], first: number, to: number): boolean =>
  words[first]!.text === "to" &&
  !words
    .slice(first, to)
    .some(({ text }) => /^(?:who|what|which|that|whether|how|why|where|when)$/i.test(text));

/** "vowed to pay and Beijing had dropped": a name and its verb. */
const isNamed = (words: readonly Word[], from: number): boolean => {
  let at = from;
  while (words[at]?.upos === "PROPN") at += 1;
  return at > from && /^(?:had|has|have|was|were|is|are|did|would|will)$/.test(words[at]?.text ?? "");
};

/** "said it was a misreading: in the same speech, he noted, his chief had": what follows the colon is said by itself. */
const isOthersColon = (scene: Scene, colon: number): boolean => {
  const { words } = scene.input;
  if (words[colon]!.text !== ":") return false;
  let open = -1;
  for (let at = colon + 1; at < colon + 16 && words[at]?.sentence === words[colon]!.sentence; at += 1) {
    if (words[at]!.text !== ",") continue;
    const verb = words[at - 1]!;
    if (open > 0 && at - open < 8 && /^VB[DZP]$/.test(verb.xpos) && isSpeech(scene, verb)) return true;
    open = at;
  }
  return false;
};

/** "threatened to go on if the rebels had not left and dismissed": in the cue's tense, such a verb is the speaker's. */
const speaksAgain = (scene: Scene, head: number, joint: number): boolean => {
  const { words } = scene.input;
  if (!/^(?:and|but)$/i.test(words[joint]!.text)) return false;
  let at = joint + 1;
  while (words[at]?.upos === "ADV") at += 1;
  const verb = words[at];
  if (verb?.sentence !== words[head]!.sentence || verb.xpos !== words[head]!.xpos || verb.xpos === "VB")
    return false;
  return isSpeech(scene, verb) || ["as", "infinitive"].some((frame) => isCertain(scene, verb, frame));
};

/** "dismissed reports that": the object of a verb that takes no clause waits for no verb of its own. */
const isGoverned = ({ input: { words }, language }: Scene, noun: number): boolean => {
  const verb = verbRightBefore(words, noun);
  return verb !== undefined && cueIn(language.cues.verb, words, verb.index, "clause") === undefined;
};

/** ", one of them describing the reaction as glacial": a participle of saying with a subject of its own. */
const isAbsolute = (scene: Scene, comma: number): boolean => {
  const { words } = scene.input;
  if (words[comma]!.text !== ",") return false;
  if (!/^(?:one|some|others|each|both|most|many|several)$/i.test(words[comma + 1]?.text ?? "")) return false;
  let verb = comma + 2;
  while (subjectParts.test(words[verb]?.upos ?? "") && verb < comma + 8) verb += 1;
  const said = words[verb];
  return (
    said?.sentence === words[comma]!.sentence &&
    said.xpos === "VBG" &&
    (isSpeech(scene, said) || isCertain(scene, said, "as"))
  );
};

/**
 * "said they are convinced, and Democrats accused", "said it would be hard — and he noted": a clause of saying in the cue's
 * tense, after a content in the present or behind a dash, is the writer's next.
 */
const otherSpeaks = (scene: Scene, head: number, joint: number, first: number): boolean => {
  const { words } = scene.input;
  if (!/^(?:and|but)$/i.test(words[joint]!.text) || words[head]!.xpos !== "VBD") return false;
  if (isAnswer(scene, head, joint)) return true;
  const finite = words.slice(first, joint).find(({ xpos }) => /^(?:VB[DZP]|MD)$/.test(xpos));
  const isBehindDash = /^(?:[—–-]|--)$/.test(words[joint - 1]!.text);
  const isOfThem = /^(?:one|another|others|both|each|neither)$/i.test(words[joint + 1]?.text ?? "");
  if (!isBehindDash && !isOfThem && !/^VB[ZP]$/.test(finite?.xpos ?? "")) return false;
  let verb = joint + 1;
  while (words[verb]?.sentence === words[head]!.sentence && subjectParts.test(words[verb]!.upos)) verb += 1;
  const said = words[verb];
  return (
    verb > joint + 1 &&
    said?.sentence === words[head]!.sentence &&
    said.xpos === "VBD" &&
    said.upos === "VERB" &&
    !/^(?:it|this|that|which|who)$/i.test(words[verb - 1]!.text) &&
    isSpeech(scene, said)
  );
};

/** "asked whether he wanted peace and he said", "asked if it was so, and was told": behind a question comes its answer. */
const isAnswer = (scene: Scene, head: number, joint: number): boolean => {
  const { words } = scene.input;
  if (!/^(?:ask|inquire|enquire)$/.test(words[head]!.lemma)) return false;
  const [first, second] = [words[joint + 1], words[joint + 2]];
  if (second?.sentence !== words[head]!.sentence) return false;
  const isTold = first?.lemma === "be" && /^(?:tell|inform|assure)$/.test(second.lemma);
  return isTold || (first?.upos === "PRON" && second.xpos === "VBD" && isSpeech(scene, second));
};

const subjectParts = /^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART|ADP|ADV)$/;

/**
 * "had assured them it would leave, but had since said": behind a joint a bare auxiliary goes on with the verb that has the same
 * one, and that is the cue where the content's own first auxiliary is another.
 */
const isParallel = (words: readonly Word[], head: number, first: number, joint: number): boolean => {
  if (!/^(?:and|but)$/i.test(words[joint]!.text)) return false;
  const isTo = words[head]!.xpos === "VB" && /^to$/i.test(words[head - 1]?.text ?? "");
  // "to say the ship was safe and to ask that".
  if (isTo && words[joint + 1]?.text === "to" && words[joint + 2]?.xpos === "VB")
    return !words.slice(first, joint).some(({ text }) => text === "to");
  const next = words[joint + 1]?.upos === "ADV" ? words[joint + 2] : words[joint + 1];
  if (next?.upos !== "AUX" || next.sentence !== words[head]!.sentence) return false;
  const own = words.slice(Math.max(0, head - 4), head).findLast(({ upos }) => upos === "AUX");
  const inner = words
    .slice(first, joint)
    .filter(({ upos, xpos }) => upos === "AUX" || /^VB[DZP]$/.test(xpos));
  const same = ({ text }: Word): boolean => text.toLowerCase() === next.text.toLowerCase();
  return own !== undefined && own.head === head && same(own) && inner.length > 0 && !inner.some(same);
};

/** "and, in this context, asked": the word after a short aside. */
const afterComma = (words: readonly Word[], comma: number): number => {
  for (let at = comma + 1; at < comma + 8 && words[at]?.sentence === words[comma]!.sentence; at += 1)
    if (words[at]!.text === ",") return at + 1;
  return comma;
};

/**
 * "agreed to sign the deal after Washington had dropped its demand": a clause of time belongs to the cue. After a clause
 * only where it speaks in the cue's own tense: "said it was over after Cairo warned that".
 */
const isCircumstance = (scene: Scene, head: number, index: number, isBare: boolean): boolean => {
  const { words } = scene.input;
  const { text, sentence } = words[index]!;
  const isAs = /^as$/i.test(text) && words[index]!.upos === "SCONJ" && words[index - 1]!.upos !== "ADV";
  const isThough = /^(?:although|though)$/i.test(text) && /^[,"”]$/.test(words[index - 1]!.text);
  if (!/^(?:after|while)$/i.test(text) && !isAs && !isThough) return false;
  const isOther =
    isThough ||
    (/^while$/i.test(text) && words[index - 1]!.text === ",") ||
    (/^after$/i.test(text) && words[index + 1]?.upos !== "PRON");
  for (let at = index + 1; at < index + 16 && words[at]?.sentence === sentence; at += 1) {
    if (/^(?:VB[DZP]|MD)$/.test(words[at]!.xpos))
      return (
        at > index + 1 &&
        (isBare ||
          (isAs && isScene(words, head, index, at)) ||
          (isOther &&
            (isThough ||
              isLater(words, head, index, at) ||
              isPresentAgain(words, head, index, at) ||
              (words[at]!.xpos === words[head]!.xpos && !isEarlier(words, head, index, at))) &&
            (isLater(words, head, index, at) || isSpeech(scene, mainVerb(words, at)))))
      );
    if (/^while$/i.test(text) && words[at]!.text === ",") at = closingComma(words, at);
    else if (
      !/^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART|ADP|ADV)$/.test(words[at]!.upos) &&
      !/^VB[GN]$/.test(words[at]!.xpos)
    )
      return false;
  }
  return false;
};

/** "told Wang that there has to be peace, as the two sides held talks": in the past, behind a comma, what is said in the present. */
const isScene = (words: readonly Word[], head: number, as: number, at: number): boolean =>
  words[as - 1]!.text === "," &&
  words[head]!.xpos === "VBD" &&
  words[at]!.xpos === "VBD" &&
  /^(?:VB[ZP]|MD)$/.test(
    words.slice(head + 1, as).find(({ xpos }) => /^(?:VB[DZP]|MD)$/.test(xpos))?.xpos ?? "",
  ) &&
  !words.slice(head + 1, as).some(({ text }) => /^(?:would|could|might|should)$/i.test(text));

/** "said he had brought signals, while Washington has said": a present behind what is told in the past alone. */
const isPresentAgain = (words: readonly Word[], head: number, while_: number, at: number): boolean =>
  words[head]!.xpos === "VBD" &&
  /^VB[ZP]$/.test(words[at]!.xpos) &&
  words
    .slice(head + 1, while_)
    .filter(({ xpos }) => /^(?:VB[DZP]|MD)$/.test(xpos))
    .every(({ xpos }) => xpos === "VBD");

/** "said it would not bow, after a note showed": behind a comma and in the plain past, what came before the saying. */
const isLater = (words: readonly Word[], head: number, after: number, at: number): boolean =>
  /^after$/i.test(words[after]!.text) &&
  words[after - 1]!.text === "," &&
  words[at]!.xpos === "VBD" &&
  words[at]!.upos === "VERB" &&
  words[head]!.xpos === "VBD";

/** ", while an official, quoted by the Post, said": the comma that closes the aside. */
const closingComma = (words: readonly Word[], open: number): number => {
  for (let at = open + 1; at < open + 9 && words[at]?.sentence === words[open]!.sentence; at += 1)
    if (words[at]!.text === ",") return at;
  return open;
};

/** "said Erdogan had agreed after Stockholm had affirmed": what came before a thing that is reported as past is reported too. */
const isEarlier = (words: readonly Word[], head: number, after: number, at: number): boolean => {
  if (words[at]!.text.toLowerCase() !== "had" || words[at]!.upos !== "AUX") return false;
  for (let back = after - 1; back > head; back -= 1)
    if (/^(?:VB[DZP]|MD)$/.test(words[back]!.xpos)) return words[back]!.text.toLowerCase() === "had";
  return false;
};

/** "raised the health of the candidate, who is 70": the writer's comment on what a noun names. */
const isComment = (words: readonly Word[], index: number): boolean =>
  words[index]!.text === "," && /^(?:who|which|whose)$/i.test(words[index + 1]?.text ?? "");

/** ", whose country, he said, had": a relative clause that somebody says. */
const isToldAside = (scene: Scene, index: number): boolean => {
  const { words } = scene.input;
  let open = index + 2;
  while (open < index + 6 && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(words[open]?.upos ?? "")) open += 1;
  if (words[open]?.text !== "," || words[open]!.sentence !== words[index]!.sentence) return false;
  for (let at = open + 1; at < open + 9 && words[at]?.sentence === words[index]!.sentence; at += 1)
    if (/^VB[DZP]$/.test(words[at]!.xpos)) return words[at + 1]?.text === "," && isSpeech(scene, words[at]!);
  return false;
};

/** The verb of a finite auxiliary: "have since testified". */
const mainVerb = (words: readonly Word[], at: number): Word => {
  const word = words[at]!;
  const head = word.upos === "AUX" ? words[word.head] : undefined;
  return head?.upos === "VERB" ? head : word;
};

/** ", to which the minister replied that": the next one speaks. */
const isToWhich = (scene: Scene, index: number): boolean => {
  const { words } = scene.input;
  if (words[index]!.text !== "," || words[index + 1]?.text !== "to" || words[index + 2]?.text !== "which")
    return false;
  for (let at = index + 3; at < index + 12 && words[at]?.sentence === words[index]!.sentence; at += 1)
    if (/^VB[DZP]$/.test(words[at]!.xpos)) return isSpeech(scene, words[at]!);
  return false;
};

/** "thanked the governor, who, his office said, …": a pronoun left over at the end opens the next clause. */
const withoutPronoun = (words: readonly Word[], indexes: readonly number[]): number[] => {
  const last = words[indexes.at(-1)!]!;
  const isOver = /^(?:who|which)$/i.test(last.text) && words[last.index - 1]?.text === ",";
  return isOver && indexes.length > 2 ? trimEnd(words, indexes.slice(0, -1)) : [...indexes];
};

/** "refusal to publish the tallies angered": a finite verb after "to …" is the sentence's own. */
const isMainVerb = (words: readonly Word[], word: Word, before: number): boolean =>
  /^VB[DZN]$/.test(word.xpos) &&
  word.upos === "VERB" &&
  /^(?:NOUN|PROPN)$/.test(words[before]!.upos) &&
  word.children.some((child) => child > word.index && /^(?:obj|obl)$/.test(words[child]!.relation));

/**
 * "[His] claim that troops endangered civilians drew anger": after "that" and a clause, a finite verb right behind a noun,
 * with nothing between that could open a clause of its own, is the sentence's.
 */
export const isSecondVerb = (words: readonly Word[], first: number, verb: number): boolean => {
  if (!/^(?:that|whether)$/i.test(words[first]!.text) || !/^(?:VB[DZP]|MD)$/.test(words[verb]!.xpos))
    return false;
  if (!/^(?:NOUN|PROPN|ADV)$/.test(words[verb - 1]!.upos)) return false;
  let nouns = 0;
  for (let at = verb - 1; at > first; at -= 1) {
    const { upos, xpos, text } = words[at]!;
    if (/^(?:VB[DZP]|MD)$/.test(xpos)) return nouns > 0 && hasNounBefore(words, first, at);
    if (/^(?:SCONJ|CCONJ|PUNCT)$/.test(upos) || /^(?:who|which|whose|whom|that|what|where)$/i.test(text))
      return false;
    if (/^(?:NOUN|PROPN|PRON)$/.test(upos)) nouns += 1;
  }
  return false;
};

const hasNounBefore = (words: readonly Word[], first: number, verb: number): boolean =>
  words.slice(first + 1, verb).some(({ upos }) => /^(?:NOUN|PROPN|PRON|DET)$/.test(upos));

/** ", prompting Israel to reject", ", which contradicts": what the words led to, and how they compare. */
const isResult = (words: readonly Word[], comma: number): boolean =>
  words[comma]!.text === "," &&
  ((/^which$/i.test(words[comma + 1]?.text ?? "") &&
    /^(?:contrast|contradict|conflict|clash|tally|chime|jar|prompt|spark|trigger)$/.test(
      words[comma + 2]?.lemma ?? "",
    )) ||
    /^(?:prompting|sparking|triggering|drawing|provoking|forcing|infuriating|angering|alarming)$/i.test(
      words[comma + 1]?.text ?? "",
    ));

const trimEnd = (words: readonly Word[], indexes: readonly number[]): number[] => {
  let end = indexes.length;
  while (end > 0 && isLoose(words[indexes[end - 1]!]!)) end -= 1;
  return indexes.slice(0, end);
};

/** What joins or leads into the part that was cut off. */
const isLoose = (word: Word): boolean =>
  word.upos === "CCONJ" ||
  (word.upos === "PUNCT" && /^[,–—-]$/.test(word.text)) ||
  /^(?:when|while|before|after|by)$/i.test(word.text) ||
  (word.upos === "ADV" && baseRelation(word) === "advmod" && word.head > word.index);
