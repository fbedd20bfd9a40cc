// A verb in a content -> whether it is the speaker's next act: "said that …, and called this", "…, adding that".
import type { Word } from "../../../model/token.ts";
import { baseRelation } from "../../../model/tree.ts";
import { cueIn } from "../cues/cue.ts";
import { human, isQuoting, isSpeech } from "../cues/speech.ts";
import type { Scene } from "../draft.ts";

/** True where the word opens another act of the same speaker. */
export const isResumption = (scene: Scene, head: number, word: Word, first: number): boolean => {
  const { words } = scene.input;
  let before = word.index - 1;
  while (words[before]?.upos === "ADV" && before > first) before -= 1;
  if (word.upos !== "VERB" || words[before] === undefined) return false;
  if (word.xpos === "VBG" && isLeftOut(words, word)) return true;
  if (/^VB[GN]$/.test(word.xpos) && /^(?:when|before|after|while)$/i.test(words[before]!.text))
    return isSpeech(scene, word) && !isNearer(scene, head, word);
  if (word.xpos === "VBG" && words[head]!.xpos === "VBG" && words[before]!.upos === "CCONJ")
    return isSpeech(scene, word) && (isMarked(words, word.index) || isFirstDoing(words, head, word.index));
  if (word.xpos === "VBG")
    return words[before]!.text === "," && isSpeech(scene, word) && !isJoined(words, word, first);
  const { xpos } = words[head]!;
  const inRelative =
    words[head]!.relation === "acl:relcl" ||
    /^(?:who|which)$/i.test(words[head - 1]?.text ?? "") ||
    words.slice(Math.max(0, head - 5), head).some(({ text }) => /^whose$/i.test(text));
  if (
    inRelative &&
    words[word.index - 1]!.text === "," &&
    /^VB[DZPN]$/.test(word.xpos) &&
    isSpeech(scene, word)
  )
    return true;
  const resumes = xpos === "VBG" && words[before]!.upos === "CCONJ" && words[before - 1]?.text === ",";
  if (resumes && /^VB[DZ]$/.test(word.xpos) && !hasSubject(words, word))
    if (isSpeech(scene, word) || isVoicing(scene, word)) return true;
  const form = formOf(words, word);
  if (endsList(scene, head, word, before)) return true;
  if (isAfterPause(scene, head, word, before)) return true;
  // "Prigozhin says Kremlin ordered it, denies coup": in headlines the speaker goes on behind a comma.
  const isBare = words[before]!.text === "," && word.xpos === xpos && !hasSubject(words, word);
  if (isBare && (xpos === "VBZ" || (xpos === "VBP" && isHeadline(words, word))))
    return isSpeech(scene, word) && before > head + 1;
  const coordinated =
    words[before]!.upos === "CCONJ" && (baseRelation(word) === "conj" || form !== word.xpos);
  if (!coordinated || !isSpeech(scene, word)) return false;
  if (hasSubject(words, word)) return false;
  const tense = xpos;
  const to = words[word.head];
  if (form === tense && /^VB[DZ]$/.test(tense) && isThing(scene, head, word.index)) return true;
  if (form !== tense || to === undefined) return false;
  const isList = words.slice(head, word.index).some(({ text }) => text === ",");
  if (isPerfect(words, word, head + 1))
    return (
      form === "VBD" &&
      (isContrary(words[head]!) ||
        (to.index === head && isTelling(word) && tellsThat(words, word.index)) ||
        (to.index === head && isMarked(words, word.index) && !isList && isTelling(words[head]!)))
    );
  return to.index === head || (to.xpos !== tense && tenseOf(words, to) !== tense);
};

/** No stop ends it. */
const isHeadline = (words: readonly Word[], { index, sentence }: Word): boolean => {
  let last = index;
  while (words[last + 1]?.sentence === sentence) last += 1;
  return words[last]!.upos !== "PUNCT";
};

/** "called it a lie, claimed that London had paid and promised": a list of acts has its "and" still to come. */
const endsList = (scene: Scene, head: number, word: Word, and: number): boolean => {
  const { words } = scene.input;
  if (words[head - 1]?.text !== "," || words[head]!.xpos !== "VBD" || word.xpos !== "VBD") return false;
  if (!/^and$/i.test(words[and]!.text) || hasSubject(words, word) || !isSpeech(scene, word)) return false;
  const first = words.slice(0, head - 1).findLast(({ xpos }) => /^(?:VB[DZP]|MD)$/.test(xpos));
  const isSame = first?.xpos === "VBD" && first.sentence === word.sentence && first.upos === "VERB";
  return (
    isSame &&
    words.slice(head + 1, and).some(({ text }) => /^that$/i.test(text)) &&
    isMarked(words, word.index)
  );
};

/** ", without giving dates": what whoever speaks leaves out. */
const isLeftOut = (words: readonly Word[], { index, lemma }: Word): boolean =>
  words[index - 1]?.text.toLowerCase() === "without" &&
  words[index - 2]?.text === "," &&
  /^(?:give|elaborate|provide|name|specify|say|comment|go|identify|offer|mention|disclose|explain|cite|detail|reveal)$/.test(
    lemma,
  );

/** "voiced readiness": a verb that takes a noun of saying, with that noun behind it. */
const isVoicing = ({ input: { words }, language }: Scene, { index, lemma, sentence }: Word): boolean =>
  language.rules.classes.get("voice")?.has(lemma) === true &&
  words
    .slice(index + 1, index + 6)
    .some((word) => word.sentence === sentence && language.cues.noun.has(word.lemma) && word.upos === "NOUN");

/** "informed the council that it had fired and demanded that": who tells somebody goes on to speak, and reports no list of deeds. */
const isTelling = ({ lemma }: Word): boolean => /^(?:inform|notify|tell|remind|warn|brief)$/.test(lemma);

/** "recalled that the Union had called for two states and informed the ministers that": a listener and a clause of its own. */
const tellsThat = (words: readonly Word[], verb: number): boolean => {
  for (let at = verb + 1; at < verb + 8 && words[at]?.sentence === words[verb]!.sentence; at += 1) {
    if (/^that$/i.test(words[at]!.text)) return at > verb + 1;
    if (!/^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART)$/.test(words[at]!.upos)) return false;
  }
  return false;
};

/** "denied that it had fired and accused": who denies goes on to speak himself. */
const isContrary = ({ lemma, xpos }: Word): boolean =>
  xpos === "VBD" &&
  /^(?:deny|reject|dismiss|dispute|refute|rebut|criticize|condemn|denounce|mock|question)$/.test(lemma);

/** "said troops had been moved, and called this": after a comma that is no list's, a bare verb of speech is the speaker's. */
const isAfterPause = (scene: Scene, head: number, word: Word, and: number): boolean => {
  const { words } = scene.input;
  if (!/^(?:and|but)$/i.test(words[and]!.text) || words[and - 1]?.text !== ",") return false;
  if (word.xpos !== "VBD" || words[head]!.xpos !== "VBD" || hasSubject(words, word)) return false;
  if (isQuoting(words, word)) return true;
  for (let at = head + 1; at < and - 1; at += 1)
    if (words[at]!.text === ",") {
      const close = asideEnd(scene, at);
      if (close === undefined || close >= and - 1) return false;
      at = close;
    }
  const names = ["name", "as", "on-to", "for"].some(
    (frame) => cueIn(scene.language.cues.verb, words, word.index, frame)?.act.kind === "speech",
  );
  return names || isSpeech(scene, word);
};

/** ", he claimed,": the comma that ends such an aside. */
const asideEnd = (scene: Scene, open: number): number | undefined => {
  const { words } = scene.input;
  for (let at = open + 1; at < open + 7 && words[at]?.sentence === words[open]!.sentence; at += 1)
    if (words[at]!.text === ",") return isSpeech(scene, words[at - 1]!) ? at : undefined;
  return undefined;
};

/** "said the strikes broke the law and called on": a thing does not speak, so that the speaker goes on. */
export const isThing = ({ input: { words, mentions } }: Scene, head: number, verb: number): boolean => {
  for (let at = head + 1; at < verb; at += 1) {
    if (!/^(?:VB[DZP]|MD)$/.test(words[at]!.xpos)) continue;
    const clause = words[words[at]!.upos === "AUX" ? words[at]!.head : at]!;
    // "what he had received was unacceptable"
    if (clause.relation === "acl:relcl" && clause.head > head) continue;
    const subject = clause.children.find(
      (child) => words[child]!.relation.startsWith("nsubj") && child < verb && child > head,
    );
    // "said it was too early but noted", unless somebody who can note stands between.
    if (subject !== undefined && /^(?:it|this|that|there|what)$/i.test(words[subject]!.text))
      return !words
        .slice(subject + 1, verb)
        .some(
          ({ upos, relation, head: above }) =>
            (upos === "PROPN" && relation !== "nmod:poss") ||
            (/^nsubj/.test(relation) && words[above]?.relation !== "acl:relcl"),
        );
    if (subject === undefined || words[subject]!.upos !== "NOUN") return false;
    return (
      !mentions.some(({ first, last }) => first <= subject && subject <= last) &&
      !human.test(words[subject]!.lemma)
    );
  }
  return false;
};

/** "reiterating its demand that aid be let in and noting": no other participle stands between. */
const isFirstDoing = (words: readonly Word[], head: number, index: number): boolean =>
  !words.slice(head + 1, index).some(({ xpos }) => xpos === "VBG");

/** "and demanding that": what follows at once is reported. */
const isMarked = (words: readonly Word[], index: number): boolean =>
  /^(?:that|whether|to)$/i.test(words[index + 1]?.text ?? "");

/** "says he stressed …, while recalling": the participle goes with the nearest verb of saying before it. */
export const isNearer = (scene: Scene, head: number, word: Word): boolean => {
  const { words } = scene.input;
  for (let at = head + 1; at < word.index; at += 1)
    if (/^VB[DZP]$/.test(words[at]!.xpos) && isSpeech(scene, words[at]!)) return true;
  return false;
};

/** "… be annulled and threatened to leave", "and blamed the rain": a form that governs a clause or an object is finite. */
export const formOf = (words: readonly Word[], { index, xpos, text }: Word): string => {
  const next = words[index + 1];
  if (xpos !== "VBN" || !next || next.sentence !== words[index]!.sentence || !/ed$/i.test(text)) return xpos;
  return /^(?:to|that|whether)$/i.test(next.text) || /^(?:DET|PRON|PROPN|NOUN)$/.test(next.upos)
    ? "VBD"
    : xpos;
};

const hasSubject = (words: readonly Word[], word: Word): boolean =>
  word.children.some((child) => words[child]!.relation.startsWith("nsubj"));

/** "had condemned the attack and praised": a form that goes on from "had" in the content is not the speaker's next act. */
export const isPerfect = (words: readonly Word[], word: Word, first: number): boolean => {
  for (let at = word.index - 1; at >= first; at -= 1) {
    const { upos, xpos, lemma } = words[at]!;
    // "had been imposed and vowed": no passive goes on so.
    if (upos === "AUX" && xpos === "VBN" && lemma === "be" && word.xpos === "VBD") return false;
    if (upos === "AUX" && lemma === "have") return /ed$/i.test(word.text);
    if (/^VB[ZP]$/.test(xpos) || xpos === "MD") return false;
  }
  return false;
};

/** The tag of the clause's finite verb: an auxiliary's where there is one. */
const tenseOf = (words: readonly Word[], word: Word): string =>
  words[word.children.find((child) => /^(aux|cop)/.test(words[child]!.relation)) ?? word.index]!.xpos;

/** "by saying …, saying …": one of several participles inside the content. */
const isJoined = (words: readonly Word[], word: Word, first: number): boolean =>
  baseRelation(word) === "conj" && words[word.head]!.xpos === "VBG" && word.head >= first;
