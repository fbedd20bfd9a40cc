// A trigger in its tree and on its line -> whether the contact took place, is to come, was called off or denied.
import { isPassive, lemmaOf } from "../../../clause/arguments.ts";
import { isNegated, type Standing, standingOf } from "../../../clause/factuality.ts";
import type { ContactsLanguage } from "../../../language/contacts.ts";
import type { Governors } from "../../../language/governors.ts";
import type { Word } from "../../../model/token.ts";
import {
  awaited,
  hadBeen,
  isAccepted,
  isAnnounced,
  isAskedWhether,
  isByDoing,
  isComing,
  isDueThere,
  isNotToHave,
  isOff,
  isOffHere,
  isOnceDue,
  isOnceToBe,
  isProcess,
  isSetFor,
  isToBe,
  isToBeDone,
  isToldAhead,
  isYet,
} from "./due.ts";
import { adpositionBefore, isCallWith } from "./find-trigger.ts";
import { pointsBack } from "./points-back.ts";

/** "will not attend the meeting": called off for the one who stays away. */
export const standing = (
  words: readonly Word[],
  word: Word,
  clause: number,
  { governors, openers }: ContactsLanguage,
): Standing => {
  if (isNotToHave(words, word)) return "cancelled";
  if (isToBeDone(words, word)) return "future";
  if (isOnceDue(words, word.index) || isOnceDue(words, clause))
    return isOff(words, word.index, governors) ? "cancelled" : "future";
  if (isOnceToBe(words, word) && isOffHere(words, word, governors)) return "cancelled";
  if (isDueThere(words, word)) {
    const before = hadBeen(words, word.index);
    return before && isOff(words, word.index, governors) ? "cancelled" : "future";
  }
  const hoped = awaited(words, word);
  if (hoped) return hoped;
  if (isAccepted(words, word)) return "future";
  const coming = isComing(words, word, clause);
  if (isOutOfQuestion(words, word) || isSomeTime(words, word)) return "hypothetical";
  if (isPlanDropped(words, word, governors)) return "cancelled";
  if (isAskedWhether(words, word) || isYet(words, word.index) || isYet(words, clause)) return "hypothetical";
  const told = standingOf(words, word.index, governors);
  if (told === "hypothetical" && isRelished(words, word, openers)) return "actual";
  if (coming && (told === "actual" || told === "hypothetical")) return "future";
  const own =
    told === "negated" && isFruitless(words, word) ? "actual" : hedged(words, word, clause, told, governors);
  if (own === "negated" && isNoSuch(words, word)) return "denied";
  const stays =
    word.index !== clause && /^(attend|join|come|go|travel|skip)$/.test(words[clause]!.lemma.toLowerCase());
  return own === "negated" && stays && pointsBack(words, word.index) ? "cancelled" : own;
};

/** "Pleased to host", "had the opportunity to talk with": an infinitive below a word of pleasure that tells what was done. */
const isRelished = (words: readonly Word[], word: Word, openers: ReadonlySet<string>): boolean => {
  // "Honoured to have met"
  const back = word.xpos === "VBN" && /^have$/i.test(words[word.index - 1]?.text ?? "") ? 2 : 1;
  const link = words[word.index - back];
  if (link?.sentence !== word.sentence || !/^(to|of)$/i.test(link.text)) return false;
  const joy = words[link.index - 1];
  const chance = /^(opportunity|chance|occasion)$/i.test(joy?.text ?? "");
  if (joy?.sentence !== word.sentence || !(chance || openers.has(joy.text.toLowerCase()))) return false;
  const before = words
    .slice(Math.max(0, word.index - 14), joy.index)
    .filter(({ sentence }) => sentence === word.sentence);
  if (
    before.some(({ text }) =>
      /^(will|would|could|should|may|might|if|whenever|not|never|always)$/i.test(text),
    )
  )
    return false;
  return !chance || before.some(({ text }) => /^(had|took|used|seized)$/i.test(text));
};

/** What the line adds to the tree: "planned talks were called off", "due in Moscow for talks", "hopes to speak". */
const hedged = (
  words: readonly Word[],
  word: Word,
  clause: number,
  own: Standing,
  governors: Governors,
): Standing => {
  const head = words[word.head];
  if (head && /^nsubj/.test(word.relation) && isNotHeld(words, head.index))
    return pointsBack(words, word.index) || isToCome(words, head.index) ? "cancelled" : "negated";
  // "agreed to resume regular mutual visits": a custom.
  if (word.upos === "NOUN" && /s$/.test(word.text) && isCustom(words, word)) return "hypothetical";
  // "A meeting of the two has been agreed in principle."
  if (head?.lemma === "agree" && word.relation === "nsubj:pass") return "hypothetical";
  if (isAnnounced(words, word) || isAnnounced(words, words[clause]!)) return "future";
  if (word.upos === "NOUN" && isOnHold(words, word)) return "postponed";
  if (own === "future" && isProcess(words, word)) return "hypothetical";
  if (own === "future" && head && /^nsubj/.test(word.relation)) {
    const effect = governors.get(lemmaOf(words, head.index))?.noun;
    return effect === "cancelled" || effect === "postponed" ? effect : own;
  }
  if ((own === "postponed" || own === "cancelled") && isOnceOff(words, word)) return "actual";
  if ((own === "postponed" || own === "cancelled") && isOffBefore(words, word)) return "hypothetical";
  if (own === "hypothetical" && (isToldAhead(words, word) || isToBe(words, word))) return "future";
  if (own === "hypothetical" && isAskedAbout(words, word)) return "actual";
  if (own === "hypothetical" && (isTold(words, word) || isSetting(words, word))) return "actual";
  if (own !== "actual") return own;
  if (isByDoing(words, word)) return "future";
  for (const verb of word.upos === "VERB" ? [] : [clause, verbAfter(words, word)]) {
    const off = verb > word.index ? governors.get(lemmaOf(words, verb))?.noun : undefined;
    // "agreed by video conference that the filling would be delayed": something else is.
    const another = words[verb]!.children.some(
      (child) => child > word.index && /^nsubj/.test(words[child]!.relation),
    );
    const told =
      verb === clause ||
      (!another && words[verb]!.children.some((child) => words[child]!.relation === "aux:pass"));
    const passive = isPassive(words, verb) || isHeadline(words, verb, word);
    if ((off === "cancelled" || off === "postponed") && told && passive) return off;
  }
  const dropped = word.upos === "VERB" ? undefined : droppedAfter(words, word, governors);
  if (dropped) return dropped;
  if (words[word.index - 1]?.text.toLowerCase() === "to" && word.upos === "VERB") {
    const before = words[word.index - 2];
    if (/^(is|are|was|were)$/i.test(before?.text ?? "")) return "future";
    const lemma = before?.sentence === word.sentence ? before.text.toLowerCase() : "";
    const found =
      governors.get(lemma) ??
      governors.get(lemma.replace(/s$/, "")) ??
      governors.get(lemma.replace(/(e?)d$/, "$1"));
    if (found?.clause && found.clause !== "shared") return found.clause;
  }
  if ((word.upos === "NOUN" || isCallWith(words, word)) && isSetFor(words, word)) return "future";
  return clause === word.index || !/^(VERB|AUX)$/.test(words[clause]!.upos) ? dueFor(words, word) : own;
};

/** "Zelenskyy-Vance meeting delayed": a participle that ends its line is a passive, whatever the tree says. */
const isHeadline = (words: readonly Word[], verb: number, { index, relation }: Word): boolean =>
  relation === "nsubj" &&
  verb > index &&
  /^VB[DN]$/.test(words[verb]!.xpos) &&
  words[verb + 1]?.sentence !== words[verb]!.sentence;

/** "agreed to speak again soon": a wish, where no day is set. */
const isSomeTime = (words: readonly Word[], { index, sentence, head }: Word): boolean => {
  if (!/^to$/i.test(words[index - 1]?.text ?? "") || words[head]?.lemma !== "agree") return false;
  const next = words.slice(index + 1, index + 4).filter((word) => word.sentence === sentence);
  return next.some(({ text }) => /^soon$/i.test(text));
};

/** "scrapped plans to meet Hun Manet". */
const isPlanDropped = (words: readonly Word[], { relation, head }: Word, governors: Governors): boolean => {
  const plan = words[head];
  if (relation !== "acl" || !/^(plan|intention|trip)$/.test(plan?.lemma ?? "") || plan!.relation !== "obj")
    return false;
  return governors.get(lemmaOf(words, plan!.head))?.noun === "cancelled";
};

/** "The talks produced no statement", "The call did not lead to a truce": what came of it is denied, not the contact. */
const isFruitless = (words: readonly Word[], { relation, head, upos }: Word): boolean =>
  upos === "NOUN" &&
  relation === "nsubj" &&
  /^(produce|bring|yield|lead|end|result|achieve|solve|resolve|change|last|address|touch|mention|focus|succeed|make|reach|bear)$/.test(
    words[head]?.lemma ?? "",
  );

/** "Talks with the rebels are out of the question", "off the table": refused. */
const isOutOfQuestion = (words: readonly Word[], { index, sentence, relation }: Word): boolean =>
  relation === "nsubj" &&
  /\b(?:out of the question|off the table)\b/i.test(
    words
      .slice(index + 1, index + 16)
      .filter((word) => word.sentence === sentence)
      .map(({ text }) => text)
      .join(" "),
  );

/** "The call did not take place", "will not go ahead". */
const isNotHeld = (words: readonly Word[], verb: number): boolean =>
  isNegated(words, verb) &&
  (/^(happen|occur|proceed|materialize|materialise|go_ahead)$/.test(lemmaOf(words, verb)) ||
    /^(take)$/.test(words[verb]!.lemma)) &&
  (words[verb]!.lemma !== "take" || words.slice(verb, verb + 3).some(({ text }) => text === "place"));

/** "A meeting that had been planned for May was called off": the verb hangs anywhere, but has no subject of its own. */
const droppedAfter = (words: readonly Word[], word: Word, governors: Governors): Standing | undefined => {
  const planned = words[word.index]!.children.some(
    (child) => child > word.index && /^(plan|schedule|set|slate|expect|due)$/.test(words[child]!.lemma),
  );
  for (let at = word.index + 1; planned && words[at]?.sentence === word.sentence; at += 1) {
    const off = words[at]!.upos === "VERB" ? governors.get(lemmaOf(words, at))?.noun : undefined;
    if (off !== "cancelled" && off !== "postponed") continue;
    const own = words[at]!.children.some((child) => /^nsubj/.test(words[child]!.relation));
    if (!own && isPassive(words, at)) return off;
  }
  return undefined;
};

const isToCome = (words: readonly Word[], verb: number): boolean =>
  words[verb]!.children.some((child) => /^(will|wo|would|shall)$/i.test(words[child]!.text));

/** "The summit was put on hold", "has been put on ice". */
const isOnHold = (words: readonly Word[], { index, sentence }: Word): boolean =>
  words
    .slice(index + 1, index + 20)
    .some(
      (one) =>
        one.sentence === sentence &&
        /^(hold|ice)$/i.test(one.text) &&
        /^on$/i.test(words[one.index - 1]!.text) &&
        /^(put|placed|is|are|was|were|remains?)$/i.test(words[one.index - 2]!.text),
    );

/** The first verb after a noun, or the noun itself. */
const verbAfter = (words: readonly Word[], { index, sentence }: Word): number => {
  for (let at = index + 1; at < index + 20 && words[at]?.sentence === sentence; at += 1) {
    if (words[at]!.upos === "VERB") return at;
    if (/^[;:]$/.test(words[at]!.text)) return index;
  }
  return index;
};

/** "The trip, postponed in February, began": put off once, and held since. */
const isOnceOff = (words: readonly Word[], word: Word): boolean => {
  const head = words[word.head];
  return (
    /^nsubj$/.test(word.relation) &&
    head?.xpos === "VBD" &&
    words[word.index]!.children.some((child) => child > word.index && words[child]!.xpos === "VBN")
  );
};

/** "The trip was postponed at least once", "had been put off twice": what is still to come has been put off before. */
const isOffBefore = (words: readonly Word[], { index, sentence }: Word): boolean => {
  const rest = words.slice(index + 1, index + 14).filter((one) => one.sentence === sentence);
  return rest.some(
    ({ text, xpos }, at) =>
      (xpos === "VBN" || xpos === "VBD") &&
      rest.slice(at + 1, at + 5).some((one) => /^(once|twice|times|repeatedly|before)$/i.test(one.text)) &&
      !/^(been|was|were)$/i.test(text),
  );
};

/** "asked him about his call with Netanyahu": what is asked about has been, what is asked for has not. */
const isAskedAbout = (words: readonly Word[], { index, upos, children, sentence }: Word): boolean => {
  if (upos !== "NOUN") return false;
  const own = children.some(
    (child) => words[child]!.relation === "nmod:poss" || /^the$/i.test(words[child]!.text),
  );
  const before = words.slice(Math.max(0, index - 4), index).filter((one) => one.sentence === sentence);
  return own && before.some(({ text }) => /^about$/i.test(text));
};

/** A past tense that no `if` opens and nothing before it governs, whatever hangs on it. */
const isTold = (words: readonly Word[], word: Word): boolean =>
  word.xpos === "VBD" &&
  (word.head < 0 || word.head > word.index) &&
  !word.children.some(
    (child) =>
      child < word.index &&
      /^(if|unless|whether|would|could|should|might|may|must)$/i.test(words[child]!.text) &&
      !words.slice(child, word.index).some(({ text }) => text === ","),
  );

/** "offered his condolences during Wednesday's conversation": where something else took place. */
const isSetting = (words: readonly Word[], word: Word): boolean => {
  for (let at = word.index - 1; at > word.index - 6 && words[at]?.sentence === word.sentence; at -= 1) {
    if (words[at]!.upos === "ADP") return /^(during|after|following|since)$/i.test(words[at]!.text);
    if (words[at]!.upos === "VERB") return false;
  }
  return false;
};

/** "was due in Moscow for talks". */
const dueFor = (words: readonly Word[], word: Word): Standing => {
  if (adpositionBefore(words, word.index) !== "for") return "actual";
  for (let at = word.index - 1; at > word.index - 14 && words[at]?.sentence === word.sentence; at -= 1) {
    if (/^(due|expected|scheduled|set|slated)$/i.test(words[at]!.text)) return "future";
    if (words[at]!.upos === "VERB") return "actual";
  }
  return "actual";
};

/** "No such meeting occurred." */
export const isNoSuch = (words: readonly Word[], word: Word): boolean =>
  word.children.some((child) => words[child]!.text.toLowerCase() === "such");

const isCustom = (words: readonly Word[], { children, index }: Word): boolean =>
  children.some(
    (child) => child < index && /^(regular|mutual|reciprocal|frequent)$/i.test(words[child]!.text),
  ) &&
  words
    .slice(Math.max(0, index - 8), index)
    .some(
      ({ lemma, sentence }) =>
        sentence === words[index]!.sentence && /^(resume|restore|continue|promote|encourage)$/.test(lemma),
    );
