// A trigger on its line -> whether it was still to come, or is only asked about, whatever the tree makes of it: "had been
// due to meet", "are to meet", "looks forward to seeing", "have yet to speak".
import { lemmaOf } from "../../../clause/arguments.ts";
import type { Standing } from "../../../clause/factuality.ts";
import type { Governors } from "../../../language/governors.ts";
import type { Word } from "../../../model/token.ts";
import { pointsBack } from "./points-back.ts";

const ahead =
  /^(\p{L}+day|tomorrow|week|month|year|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter)$/iu;

/** "looks forward to seeing him in May": to come where a day is set, a mere wish where none is. */
export const awaited = (words: readonly Word[], { index, sentence }: Word): Standing | undefined => {
  const near = words.slice(Math.max(0, index - 5), index).map(({ text }) => text.toLowerCase());
  const at = near.lastIndexOf("forward");
  if (at < 0 || near[at + 1] !== "to") return undefined;
  const dated = words
    .slice(index + 1, index + 25)
    .some((one) => one.sentence === sentence && ahead.test(one.text));
  return dated ? "future" : "hypothetical";
};

const office =
  /^(?:PM|FM|EAM|NSA|president|minister|premier|chancellor|king|emir|amir|leader|chief|envoy|delegation|ministers|leaders|presidents|envoys|officials)$/i;

/** "RUBIO, LAVROV TO TALK BY PHONE": an infinitive is all the verb that a headline has. */
export const isAnnounced = (words: readonly Word[], { index, sentence, upos }: Word): boolean => {
  if (upos !== "VERB" || !/^to$/i.test(words[index - 1]?.text ?? "")) return false;
  const before = words[index - 2];
  if (before?.sentence !== sentence || !(before.upos === "PROPN" || office.test(before.text))) return false;
  let end = index;
  while (words[end + 1]?.sentence === sentence) end += 1;
  if (/^[.!?”"]$/.test(words[end]!.text)) return false;
  for (let at = index - 2; words[at]?.sentence === sentence; at -= 1)
    if (/^(VERB|AUX)$/.test(words[at]!.upos)) return false;
  return true;
};

/** "A and B are to meet in Suwalki, the office told BNS": what stands right before, whatever the tree. */
export const isToBe = (words: readonly Word[], { index, upos, sentence }: Word): boolean => {
  // "are now to talk on Tuesday"
  const step = /^(now|also|still|then|both|again|soon)$/i.test(words[index - 2]?.text ?? "") ? 1 : 0;
  const before = words[index - 3 - step];
  return (
    upos === "VERB" &&
    /^to$/i.test(words[index - 1]?.text ?? "") &&
    /^(is|are|was|were)$/i.test(words[index - 2 - step]?.text ?? "") &&
    before?.sentence === sentence &&
    !words
      .slice(Math.max(0, index - 20), index)
      .some((one) => one.sentence === sentence && /^if$/i.test(one.text)) &&
    !/^(aim|goal|hope|idea|wish|dream|purpose|task|challenge|option|best|priority)$/i.test(before.lemma)
  );
};

/** "flew to Washington and is to be received there": to come, whatever the verbs before it. */
export const isToBeDone = (words: readonly Word[], { index, xpos }: Word): boolean =>
  xpos === "VBN" &&
  /^(?:is|are) to be $/i.test(
    `${words
      .slice(Math.max(0, index - 3), index)
      .map(({ text }) => text)
      .join(" ")} `,
  );

/** "have yet to speak", "used to go to Kyiv": not so far, or no single time. */
export const isYet = (words: readonly Word[], verb: number): boolean =>
  words[verb]!.upos === "VERB" &&
  /^to$/i.test(words[verb - 1]?.text ?? "") &&
  /^(yet|used)$/i.test(words[verb - 2]?.text ?? "");

/** "Is a conversation between the two on the agenda?", "Will you meet him?": asked, not told. */
export const isAskedWhether = (words: readonly Word[], { index, sentence, upos }: Word): boolean => {
  let [first, last] = [index, index];
  while (words[last + 1]?.sentence === sentence) last += 1;
  if (!words.slice(Math.max(index, last - 1), last + 1).some(({ text }) => text === "?")) return false;
  while (words[first - 1]?.sentence === sentence) first -= 1;
  const opening = words.slice(first, index).findLast(({ text }) => /^[:;]$/.test(text))?.index ?? first - 1;
  const inverted = /^(is|are|was|were|will|would|did|do|does|has|have|had|can|could|should|may|might)$/i;
  const opens = words.slice(opening + 1, opening + 4).some(({ text }) => inverted.test(text));
  return opens && (upos === "VERB" || !pointsBack(words, index));
};

/** "agreed to have their teams start negotiations": a process that is to begin on no day, and no meeting of theirs. */
export const isProcess = (words: readonly Word[], { index, sentence, lemma, head }: Word): boolean =>
  /^(talk|negotiation|dialogue|consultation|discussion)$/.test(lemma) &&
  /^(begin|start|launch|open|resume|restart)$/.test(words[head]?.lemma ?? "") &&
  words[head]!.xpos === "VB" &&
  !words[head]!.children.some(
    (child) => /^(will|to)$/i.test(words[child]!.text) && words[child]!.upos === "AUX",
  ) &&
  !words.slice(index + 1, index + 25).some((one) => one.sentence === sentence && ahead.test(one.text));

/** "would begin by calling him": the way to do what is to come is to come as well. */
export const isByDoing = (words: readonly Word[], { index, sentence, xpos }: Word): boolean => {
  if (xpos !== "VBG" || !/^by$/i.test(words[index - 1]?.text ?? "")) return false;
  for (let at = index - 2; at > index - 12 && words[at]?.sentence === sentence; at -= 1) {
    if (/^(will|['’]ll|would|shall)$/i.test(words[at]!.text)) return true;
    if (/^VB[DZ]$/.test(words[at]!.xpos) || /^[,;:]$/.test(words[at]!.text)) return false;
  }
  return false;
};

/** "had been due to chair a meeting": what was to be, seen from a later day. */
export const isOnceDue = (words: readonly Word[], verb: number): boolean => {
  const { sentence, upos } = words[verb]!;
  if (upos !== "VERB" || !/^to$/i.test(words[verb - 1]?.text ?? "")) return false;
  if (!/^(due|scheduled|supposed|slated|expected|set)$/i.test(words[verb - 2]?.text ?? "")) return false;
  const before = words.slice(Math.max(0, verb - 6), verb - 2).filter((one) => one.sentence === sentence);
  return before.some(({ text }) => /^had$/i.test(text)) && before.some(({ text }) => /^been$/i.test(text));
};

/** "is due in Algiers", "is expected in Paris on Friday": to come, and no verb says what. */
export const isDueThere = (words: readonly Word[], { index, lemma, text }: Word): boolean =>
  (lemma === "due" || /^expected$/i.test(text)) && /^(in|at)$/i.test(words[index + 1]?.text ?? "");

/** "had been due": seen from where it no longer is. */
export const hadBeen = (words: readonly Word[], index: number): boolean => {
  const before = words
    .slice(Math.max(0, index - 4), index)
    .filter(({ sentence }) => sentence === words[index]!.sentence);
  return before.some(({ text }) => /^had$/i.test(text)) && before.some(({ text }) => /^been$/i.test(text));
};

/** "were to meet in Luanda": what was to be, seen from a later day. */
export const isOnceToBe = (words: readonly Word[], { index, xpos }: Word): boolean =>
  xpos === "VB" &&
  /^to$/i.test(words[index - 1]?.text ?? "") &&
  /^(was|were)$/i.test(words[index - 2]?.text ?? "");

/** "cancelled his trip to Israel, where he was to meet Saar", "were to meet, but the meeting was cancelled". */
export const isOffHere = (words: readonly Word[], { index, sentence }: Word, governors: Governors): boolean =>
  words
    .slice(Math.max(0, index - 20), index + 20)
    .some(
      (word) =>
        word.sentence === sentence &&
        word.upos === "VERB" &&
        /^(cancelled|postponed)$/.test(governors.get(lemmaOf(words, word.index))?.noun ?? ""),
    );

/** "scrapped the trip. She had been due to meet him on Friday": words around call something off. */
export const isOff = (words: readonly Word[], index: number, governors: Governors): boolean =>
  words
    .slice(Math.max(0, index - 50), index + 20)
    .some((word) => /^(cancelled|postponed)$/.test(governors.get(lemmaOf(words, word.index))?.noun ?? ""));

/** "The two were to have met": they did not. */
export const isNotToHave = (words: readonly Word[], { index, xpos }: Word): boolean =>
  xpos === "VBN" &&
  /^have$/i.test(words[index - 1]?.text ?? "") &&
  /^to$/i.test(words[index - 2]?.text ?? "") &&
  /^(was|were)$/i.test(words[index - 3]?.text ?? "");

/** "He would meet Xi on Wednesday, the spokesman said": what was to come when it was said. */
export const isToldAhead = (words: readonly Word[], { index, sentence, children }: Word): boolean => {
  const would = children.some((child) => /^(would|['’]d)$/i.test(words[child]!.text));
  const rest = words.slice(index + 1, index + 25).filter((one) => one.sentence === sentence);
  const before = words.slice(Math.max(0, index - 25), index).filter((one) => one.sentence === sentence);
  return (
    would &&
    !before.some(({ text }) => /^(if|unless|whether|rather)$/i.test(text)) &&
    !rest.some(({ text }) => /^(if|unless)$/i.test(text)) &&
    rest.some(({ lemma, xpos }) => xpos === "VBD" && /^(say|add|announce|confirm|report)$/.test(lemma))
  );
};

/** "call with Mitsotakis set for Monday". */
export const isSetFor = (words: readonly Word[], word: Word): boolean => {
  for (let at = word.index + 1; at < word.index + 10 && words[at]?.sentence === word.sentence; at += 1) {
    const next = words[at + 1]?.text ?? "";
    if (/^(set|due|scheduled|planned|expected|slated)$/i.test(words[at]!.text))
      return /^(for|on|in|this|next|tomorrow|later)$/i.test(next) || /day$/.test(next);
    const helps = /^(is|are|was|were|been|now|has)$/i.test(words[at]!.text);
    if ((!helps && /^(VERB|AUX)$/.test(words[at]!.upos)) || /^[,;]$/.test(words[at]!.text)) return false;
  }
  return false;
};

/** "has accepted an invitation to visit Moscow": to come, though nobody has set the day. */
export const isAccepted = (words: readonly Word[], { index, sentence }: Word): boolean => {
  const near = words.slice(Math.max(0, index - 9), index).filter((one) => one.sentence === sentence);
  const at = near.findIndex(({ lemma }) => lemma === "accept");
  return (
    at >= 0 &&
    near.slice(at).some(({ lemma }) => lemma === "invitation") &&
    !near.some(
      ({ text }) => /^(not|never|yet|to|if|may|might|would|could|should)$/i.test(text) && text !== "to",
    )
  );
};

/** "the next round of consultations", "the upcoming summit", "the meeting to be held in July": to come, unless a past verb tells of it. */
export const isComing = (
  words: readonly Word[],
  { index, upos, sentence }: Word,
  clause: number,
): boolean => {
  if (upos !== "NOUN" && upos !== "PROPN") return false;
  if (isToBeHeld(words, index) || isWhichIsTo(words, index)) return true;
  let at = index;
  for (let step = 0; step < 3; step += 1) {
    const next = words[at]!.children.find((child) => child < index && coming.test(words[child]!.text));
    if (next !== undefined) break;
    const { relation, head } = words[at]!;
    if (!/^(?:nmod|compound|appos)$/.test(relation) || head < 0) return false;
    at = head;
    if (step === 2) return false;
  }
  // "the next day's talks"
  const told = words[clause]!;
  const past = /^VB[DN]$/.test(told.xpos) && told.sentence === sentence && told.index !== index;
  return !past || !/^(?:hold|held|take|host|attend|have|convene|open|conclude|end|chair)$/.test(told.lemma);
};

const coming = /^(?:next|upcoming|forthcoming)$/i;

/** "the summit, which is to take place in Rome": told of by a relative clause. */
const isWhichIsTo = (words: readonly Word[], index: number): boolean =>
  words[index]!.children.some((child) => {
    const { relation, sentence } = words[child]!;
    const lead = words
      .slice(Math.max(index, child - 5), child)
      .filter((word) => word.sentence === sentence)
      .map(({ text }) => text.toLowerCase())
      .join(" ");
    return (
      relation === "acl:relcl" &&
      child > index &&
      /\b(?:which|that) (?:will(?: be)?|(?:is|are) (?:due |set |scheduled )?to(?: be)?)$/.test(lead)
    );
  });

/** "the summit to be held in Samarkand", "due to take place", "scheduled for April": right behind the noun. */
const isToBeHeld = (words: readonly Word[], index: number): boolean => {
  const rest = words
    .slice(index + 1, index + 14)
    .filter(({ sentence }) => sentence === words[index]!.sentence)
    .map(({ text }) => text.toLowerCase());
  const at = rest.findIndex((word, here) => word === "to" && /^(?:be|take)$/.test(rest[here + 1] ?? ""));
  if (at < 0 || !/^(?:held|hosted|convened|place|organized|organised|chaired)$/.test(rest[at + 2] ?? ""))
    return false;
  // Nothing but the rest of its name, a place and a mark may stand between.
  return words
    .slice(index + 1, index + 1 + at)
    .every(({ upos }) => !/^(?:VERB|AUX|PRON|SCONJ|CCONJ)$/.test(upos));
};
