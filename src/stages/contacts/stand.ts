// A trigger in its tree and on its line -> whether the contact took place, is to come, was called off or denied.
import { isPassive, lemmaOf } from "../../clause/arguments.ts";
import { isNegated, type Standing, standingOf } from "../../clause/factuality.ts";
import type { ContactsLanguage } from "../../language/contacts.ts";
import type { Governors } from "../../language/governors.ts";
import type { Word } from "../../model/token.ts";
import { adpositionBefore, isCallWith } from "./find-trigger.ts";

/** "will not attend the meeting": called off for the one who stays away. */
export const standing = (
  words: readonly Word[],
  word: Word,
  clause: number,
  { governors, openers }: ContactsLanguage,
): Standing => {
  if (isNotToHave(words, word)) return "cancelled";
  if (isOnceDue(words, word.index) || isOnceDue(words, clause))
    return isOff(words, word.index, governors) ? "cancelled" : "future";
  const hoped = awaited(words, word);
  if (hoped) return hoped;
  const told = standingOf(words, word.index, governors);
  if (told === "hypothetical" && isRelished(words, word, openers)) return "actual";
  const own = hedged(words, word, clause, told, governors);
  if (own === "negated" && isNoSuch(words, word)) return "denied";
  const stays =
    word.index !== clause && /^(attend|join|come|go|travel|skip)$/.test(words[clause]!.lemma.toLowerCase());
  return own === "negated" && stays && pointsBack(words, word.index) ? "cancelled" : own;
};

/** "Pleased to host", "had the opportunity to talk with": an infinitive below a word of pleasure that tells what was done. */
const isRelished = (words: readonly Word[], word: Word, openers: ReadonlySet<string>): boolean => {
  const link = words[word.index - 1];
  if (link?.sentence !== word.sentence || !/^(to|of)$/i.test(link.text)) return false;
  const joy = words[word.index - 2];
  const chance = /^(opportunity|chance|occasion)$/i.test(joy?.text ?? "");
  if (joy?.sentence !== word.sentence || !(chance || openers.has(joy.text.toLowerCase()))) return false;
  const before = words
    .slice(Math.max(0, word.index - 14), word.index - 2)
    .filter(({ sentence }) => sentence === word.sentence);
  if (
    before.some(({ text }) =>
      /^(will|would|could|should|may|might|if|whenever|not|never|always)$/i.test(text),
    )
  )
    return false;
  return !chance || before.some(({ text }) => /^(had|took|used|seized)$/i.test(text));
};

const ahead =
  /^(\p{L}+day|tomorrow|week|month|year|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter)$/iu;

/** "looks forward to seeing him in May": to come where a day is set, a mere wish where none is. */
const awaited = (words: readonly Word[], { index, sentence }: Word): Standing | undefined => {
  const near = words.slice(Math.max(0, index - 5), index).map(({ text }) => text.toLowerCase());
  const at = near.lastIndexOf("forward");
  if (at < 0 || near[at + 1] !== "to") return undefined;
  const dated = words
    .slice(index + 1, index + 25)
    .some((one) => one.sentence === sentence && ahead.test(one.text));
  return dated ? "future" : "hypothetical";
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
  if (isAnnounced(words, word) || isAnnounced(words, words[clause]!)) return "future";
  if (word.upos === "NOUN" && isOnHold(words, word)) return "postponed";
  if (own === "future" && head && /^nsubj/.test(word.relation)) {
    const effect = governors.get(lemmaOf(words, head.index))?.noun;
    return effect === "cancelled" || effect === "postponed" ? effect : own;
  }
  if ((own === "postponed" || own === "cancelled") && isOnceOff(words, word)) return "actual";
  if ((own === "postponed" || own === "cancelled") && isOffBefore(words, word)) return "hypothetical";
  if (own === "hypothetical" && isToldAhead(words, word)) return "future";
  if (own === "hypothetical" && isAskedAbout(words, word)) return "actual";
  if (own === "hypothetical" && (isTold(words, word) || isSetting(words, word))) return "actual";
  if (own !== "actual") return own;
  if (isByDoing(words, word)) return "future";
  for (const verb of word.upos === "VERB" ? [] : [clause, verbAfter(words, word)]) {
    const off = verb > word.index ? governors.get(lemmaOf(words, verb))?.noun : undefined;
    const told =
      verb === clause || words[verb]!.children.some((child) => words[child]!.relation === "aux:pass");
    if ((off === "cancelled" || off === "postponed") && told && isPassive(words, verb)) return off;
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

/** "RUBIO, LAVROV TO TALK BY PHONE": an infinitive is all the verb that a headline has. */
const isAnnounced = (words: readonly Word[], { index, sentence, upos }: Word): boolean => {
  if (upos !== "VERB" || !/^to$/i.test(words[index - 1]?.text ?? "")) return false;
  if (words[index - 2]?.sentence !== sentence || words[index - 2]!.upos !== "PROPN") return false;
  let end = index;
  while (words[end + 1]?.sentence === sentence) end += 1;
  if (/^[.!?”"]$/.test(words[end]!.text)) return false;
  for (let at = index - 2; words[at]?.sentence === sentence; at -= 1)
    if (/^(VERB|AUX)$/.test(words[at]!.upos)) return false;
  return true;
};

/** "would begin by calling him": the way to do what is to come is to come as well. */
const isByDoing = (words: readonly Word[], { index, sentence, xpos }: Word): boolean => {
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

/** "scrapped the trip. She had been due to meet him on Friday": words around call something off. */
const isOff = (words: readonly Word[], index: number, governors: Governors): boolean =>
  words
    .slice(Math.max(0, index - 50), index + 20)
    .some((word) => /^(cancelled|postponed)$/.test(governors.get(lemmaOf(words, word.index))?.noun ?? ""));

/** "The two were to have met": they did not. */
const isNotToHave = (words: readonly Word[], { index, xpos }: Word): boolean =>
  xpos === "VBN" &&
  /^have$/i.test(words[index - 1]?.text ?? "") &&
  /^to$/i.test(words[index - 2]?.text ?? "") &&
  /^(was|were)$/i.test(words[index - 3]?.text ?? "");

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
  for (let at = index + 1; at < index + 20 && words[at]?.sentence === sentence; at += 1)
    if (words[at]!.upos === "VERB") return at;
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

/** "He would meet Xi on Wednesday, the spokesman said": what was to come when it was said. */
const isToldAhead = (words: readonly Word[], { index, sentence, children }: Word): boolean => {
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

/** "call with Mitsotakis set for Monday". */
const isSetFor = (words: readonly Word[], word: Word): boolean => {
  for (let at = word.index + 1; at < word.index + 10 && words[at]?.sentence === word.sentence; at += 1) {
    const next = words[at + 1]?.text ?? "";
    if (/^(set|due|scheduled|planned|expected|slated)$/i.test(words[at]!.text))
      return /^(for|on|in|this|next|tomorrow|later)$/i.test(next) || /day$/.test(next);
    const helps = /^(is|are|was|were|been|now|has)$/i.test(words[at]!.text);
    if ((!helps && /^(VERB|AUX)$/.test(words[at]!.upos)) || /^[,;]$/.test(words[at]!.text)) return false;
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

/** A noun with `the`, `this`, `their` or nothing points back; one with `a`, `any`, `another` or `no` does not. */
export const pointsBack = (words: readonly Word[], index: number): boolean =>
  !words[index]!.children.some((child) => {
    const part = words[child]!;
    return part.relation === "det" && /^(a|an|any|another|no|some|every|each)$/i.test(part.text);
  });
