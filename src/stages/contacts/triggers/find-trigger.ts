// A word in its tree -> the row of words.tsv that it is a trigger of, and the verb that carries it.
import { lemmaOf, objectOf } from "../../../clause/arguments.ts";
import type { ContactsLanguage, ContactWord } from "../../../language/contacts.ts";
import { baseOf } from "../../../language/forms.ts";
import type { Word } from "../../../model/token.ts";
import { baseRelation } from "../../../model/tree.ts";

export const rowOf = (
  words: readonly Word[],
  word: Word,
  language: ContactsLanguage,
): ContactWord | undefined => {
  const isVerb = word.upos === "VERB" && !isGerundNoun(words, word, language);
  if (isVerb && !isCarried(words, word, language) && !isCallWith(words, word)) {
    return (
      phraseOf(words, word.index, language) ??
      language.verbs.get(asOne(words, word)) ??
      language.verbs.get(withPreposition(words, word)) ??
      language.verbs.get(withLaterPreposition(words, word)) ??
      language.verbs.get(lemmaOf(words, word.index)) ??
      (lemmaOf(words, word.index).includes("_")
        ? undefined
        : language.verbs.get(language.forms.get(word.text.toLowerCase()) ?? ""))
    );
  }
  const { nouns } = language;
  // "is due in Algiers"
  if (word.lemma === "due") return language.verbs.get(`due_${words[word.index + 1]?.text.toLowerCase()}`);
  // "a video conference of the finance ministers"
  if (
    /^conference$/i.test(word.lemma) &&
    /^(video|tele|telephone|phone)$/i.test(words[word.index - 1]?.text ?? "")
  )
    return nouns.get("videoconference");
  const joined = nouns.get(hyphenated(words, word));
  if (joined && !isAdverb(words, word.index)) return joined;
  if (isHeadlineVerb(words, word)) {
    const row = language.verbs.get(word.lemma.toLowerCase()) ?? language.verbs.get(word.text.toLowerCase());
    if (row) return row;
  }
  if (!/^(NOUN|PROPN|VERB)$/.test(word.upos)) return undefined;
  const phrase = nouns.get(`${adpositionBefore(words, word.index)}_${word.text.toLowerCase()}`);
  if (phrase || (/^(compound|flat)$/.test(word.relation) && !isHeadOfPhrase(words, word.index)))
    return phrase;
  const row = isPartOnly(words, word) ? undefined : nouns.get(word.lemma.toLowerCase());
  // "compared notes": the verb with its object tells of something else.
  const carried = row && /^obj|^obl:unmarked/.test(word.relation) && phraseOf(words, word.head, language);
  return carried && carried.channel !== row.channel ? undefined : row;
};

/** "shook hands", "spent more than two hours": the row of the verb with what it is done to. */
const phraseOf = (
  words: readonly Word[],
  index: number,
  { verbs }: ContactsLanguage,
): ContactWord | undefined => {
  if (words[index]?.upos !== "VERB") return undefined;
  const verb = baseOf(words[index]!.lemma.toLowerCase());
  const spell = words[index]!.children.find(
    (child) => child > index && words[child]!.relation === "obl:unmarked",
  );
  for (const object of [
    objectOf(words, index),
    ...words[index]!.children.filter((child) => words[child]!.relation === "obj"),
    spell,
  ]) {
    const row = verbs.get(`${verb}+${words[object ?? -1]?.lemma.toLowerCase()}`);
    if (row) return row;
  }
  return undefined;
};

/** "a two-day gathering", whatever the tagger says. */
const isGerundNoun = (words: readonly Word[], { index, text }: Word, { nouns }: ContactsLanguage): boolean =>
  /ing$/.test(text) && nouns.has(text.toLowerCase()) && /^(DET|ADJ|NUM)$/.test(words[index - 1]?.upos ?? "");

/** "two hours with Putin", but not "hours later", "a call of half an hour with him". */
const isPartOnly = (words: readonly Word[], { index, lemma }: Word): boolean => {
  if (!/^(hour|minute)$/.test(lemma)) return false;
  let at = index - 1;
  while (at >= 0 && at > index - 9 && !/^(ADP|VERB|PUNCT)$/.test(words[at]!.upos)) at -= 1;
  return !/^with$/i.test(words[index + 1]?.text ?? "") || /^(for|of|over|than)$/i.test(words[at]?.text ?? "");
};

/** "sit-down", "get-together": the parts of a word that hyphens join, up to this one; empty where there is one only. */
const hyphenated = (words: readonly Word[], { index, start }: Word): string => {
  if (/^[-‐]$/.test(words[index + 1]?.text ?? "") && words[index + 1]!.start === words[index]!.end) return "";
  let text = words[index]!.text;
  for (let at = index - 1, next = start; at > 0; at -= 2) {
    const [part, hyphen] = [words[at - 1]!, words[at]!];
    if (!/^[-‐]$/.test(hyphen.text) || hyphen.end !== next || part.end !== hyphen.start) break;
    text = `${part.text}-${text}`;
    next = part.start;
  }
  return text.includes("-") ? text.toLowerCase() : "";
};

/** "met one-on-one", "a face-to-face meeting": how they met. */
const isAdverb = (words: readonly Word[], index: number): boolean => {
  let first = index;
  while (/^[-‐]$/.test(words[first - 1]?.text ?? "")) first -= 2;
  const [before, next] = [words[first - 1], words[index + 1]];
  return (
    next?.upos === "NOUN" || (/^(VERB|NOUN|PROPN)$/.test(before?.upos ?? "") && before!.lemma !== "have")
  );
};

/** The light verb right before a noun and its adjectives: "held a long telephone conversation". */
export const carrierBefore = (
  words: readonly Word[],
  index: number,
  { light }: ContactsLanguage,
): number | undefined => {
  for (let at = index - 1; at >= index - 6 && words[at]?.sentence === words[index]!.sentence; at -= 1) {
    const word = words[at]!;
    if (word.upos === "VERB") return light.has(word.lemma.toLowerCase()) ? at : undefined;
    if (!/^(DET|ADJ|NUM|NOUN|PRON|PUNCT)$/.test(word.upos) || word.text === ",") return undefined;
  }
  return undefined;
};

/** The verb that carries a noun ("held talks"), or in whose clause it stands ("said in a call"). */
export const carrierOf = (words: readonly Word[], word: Word): number => {
  const beyond = verbBeyond(words, word);
  if (beyond !== undefined) return beyond;
  let at = word.index;
  for (let step = 0; step < 4; step += 1) {
    const head = words[words[at]!.head];
    if (!head) return at;
    if (head.upos === "VERB" || head.upos === "AUX") return head.index;
    if (!/^(nmod|appos|conj|compound|nsubj|obl)$/.test(baseRelation(words[at]!))) return at;
    at = head.index;
  }
  return at;
};

/**
 * "urged China to release a man detained in Beijing last month, in talks with Qin": what a comma parts from a participle
 * belongs to the verb that the participle's noun belongs to.
 */
export const verbBeyond = (words: readonly Word[], { index, head }: Word): number | undefined => {
  let first = index - 1;
  while (first > index - 5 && /^(DET|ADJ|NUM|NOUN)$/.test(words[first]?.upos ?? "")) first -= 1;
  const comma = words[first - 1];
  if (!/^(in|during|at|after)$/i.test(words[first]?.text ?? "") || comma?.text !== ",") return undefined;
  const participle = words[head];
  if (participle?.xpos !== "VBN" || participle.relation !== "acl" || participle.index > comma.index)
    return undefined;
  let at = words[participle.head];
  for (let step = 0; at && step < 12; step += 1) {
    if (/^VB[DZP]$/.test(at.xpos)) return at.index;
    at = words[at.head];
  }
  return undefined;
};

/** "Talks between Sunak and Varadkar": no part of a compound, whatever the tree says. */
const isHeadOfPhrase = (words: readonly Word[], index: number): boolean =>
  words[index + 1]?.sentence === words[index]!.sentence && /^(between|with)$/i.test(words[index + 1]!.text);

/** "on the phone", "in close touch": the preposition before a noun and what stands between. */
export const adpositionBefore = (words: readonly Word[], index: number): string => {
  let at = index - 1;
  while (at > index - 4 && /^(DET|ADJ)$/.test(words[at]?.upos ?? "")) at -= 1;
  const word = words[at];
  return word?.upos === "ADP" && word.sentence === words[index]!.sentence ? word.text.toLowerCase() : "";
};

/** "Putin, Trump speak by phone": right after a name and right before a preposition, whatever the tagger says. */
const isHeadlineVerb = (words: readonly Word[], { index, upos, sentence, text }: Word): boolean => {
  const [before, after] = [words[index - 1], words[index + 1]];
  return (
    /^(NOUN|PROPN)$/.test(upos) &&
    /^\p{Ll}/u.test(text) &&
    before?.sentence === sentence &&
    before.upos === "PROPN" &&
    after?.sentence === sentence &&
    after.upos === "ADP" &&
    !/^(of|between|to)$/i.test(after.text)
  );
};

/** "call with Mitsotakis set for Monday": nobody calls with. */
export const isCallWith = (words: readonly Word[], { index, text }: Word): boolean =>
  /^calls?$/i.test(text) && words[index + 1]?.text.toLowerCase() === "with";

/** "held talks": right after a verb that only carries it, whatever the tagger says. */
const isCarried = (words: readonly Word[], word: Word, language: ContactsLanguage): boolean =>
  /s$/.test(word.text) && carrierBefore(words, word.index, language) !== undefined;

/** "played host to Silina": the verb with the bare noun after it, or the noun, where the tree takes it for a verb too. */
const asOne = (words: readonly Word[], { index, sentence, lemma }: Word): string => {
  const [before, next] = [words[index - 1], words[index + 1]];
  const key = (verb: string, noun: string) => `${baseOf(verb.toLowerCase())}+${noun.toLowerCase()}`;
  if (before?.sentence === sentence && before.upos === "VERB") return key(before.lemma, lemma);
  return next?.sentence === sentence && next.upos === "NOUN" ? key(lemma, next.text) : "";
};

/** "called on the king": the verb with the preposition that follows it and no infinitive, unless it is "called in". */
const withPreposition = (words: readonly Word[], word: Word): string => {
  const next = words[word.index + 1];
  const asks =
    word.children.some((child) => /^(xcomp|ccomp|advcl)$/.test(baseRelation(words[child]!))) ||
    isUrging(words, word.index);
  const isCallingIn = /^(call|haul|order)$/i.test(word.lemma) && next?.text === "in";
  return (next?.upos === "ADP" || next?.text === "together") && !(asks && !isCallingIn)
    ? `${baseOf(word.lemma.toLowerCase())}_${next.lemma.toLowerCase()}`
    : "";
};

/** "left today for Germany": the same with a word of time between. */
const withLaterPreposition = (words: readonly Word[], word: Word): string => {
  // "is to leave on Monday for Kigali"
  const step = /^on$/i.test(words[word.index + 1]?.text ?? "") ? 1 : 0;
  const [next, after] = [words[word.index + 1 + step], words[word.index + 2 + step]];
  const isTime =
    step === 0
      ? /^(ADV|NOUN)$/.test(next?.upos ?? "") && next?.relation !== "obj"
      : /day$/i.test(next?.text ?? "");
  const between = next?.sentence === word.sentence && isTime;
  return between && after?.upos === "ADP"
    ? `${baseOf(word.lemma.toLowerCase())}_${after.text.toLowerCase()}`
    : "";
};

/** "called on Iran and its allies to free the sailors": an infinitive follows whom it is said to. */
const isUrging = (words: readonly Word[], index: number): boolean => {
  for (let at = index + 2; at <= index + 14 && words[at]?.sentence === words[index]!.sentence; at += 1) {
    const next = words[at + 1];
    if (words[at]!.text.toLowerCase() === "to" && next && /^\p{Ll}/u.test(next.text))
      return !/^(DET|PRON|NUM)$/.test(next.upos);
    if (words[at]!.text.toLowerCase() === "for" || words[at]!.upos === "VERB")
      return words[at]!.upos !== "VERB";
  }
  return false;
};
