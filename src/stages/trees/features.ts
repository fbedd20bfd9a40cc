// Tagged words in their tree -> the features that the word alone doesn't show: person and number of verbs, voice, mood.

import type { Word } from "../../model/token.ts";
import { childBy } from "../../model/tree.ts";

/** `features` of a finite or past form by its place in the tree, undefined where its form and tag say all. */
export const featuresInTree = (words: readonly Word[], word: Word): string | undefined => {
  if (word.xpos === "VBD" && (word.upos === "VERB" || word.upos === "AUX"))
    return `Mood=Ind|${agreement(words, word)}|Tense=Past|VerbForm=Fin`;
  if (word.xpos === "VBP" && (word.upos === "VERB" || word.upos === "AUX"))
    return `Mood=Ind|${agreement(words, word)}|Tense=Pres|VerbForm=Fin`;
  if (word.upos !== "VERB") return undefined;
  if (word.xpos === "VBN") return `Tense=Past|VerbForm=Part${isPerfect(words, word) ? "" : "|Voice=Pass"}`;
  if (word.xpos === "VB") return isImperative(words, word) ? "Mood=Imp|VerbForm=Fin" : "VerbForm=Inf";
  return undefined;
};

/** The subject's number and person: "the [ministers]subject met" -> `Number=Plur|Person=3`. */
const agreement = (words: readonly Word[], verb: Word): string => {
  const subject = subjectOf(words, verb);
  if (!subject) return verb.xpos === "VBP" ? "Number=Plur|Person=3" : "Number=Sing|Person=3";
  switch (subject.text.toLowerCase()) {
    case "i":
      return "Number=Sing|Person=1";
    case "we":
      return "Number=Plur|Person=1";
    case "you":
      return "Number=Sing|Person=2";
    case "they":
    case "these":
    case "those":
      return "Number=Plur|Person=3";
  }
  const several =
    subject.xpos === "NNS" ||
    subject.xpos === "NNPS" ||
    childBy(words, subject.index, "conj") !== undefined ||
    (verb.xpos === "VBP" && subject.upos !== "PRON");
  return several ? "Number=Plur|Person=3" : "Number=Sing|Person=3";
};

/** The verb's own subject, else that of the verb it is an auxiliary of or is coordinated with; `who` gives its noun. */
const subjectOf = (words: readonly Word[], verb: Word): Word | undefined => {
  let clause = verb;
  for (let steps = 0; steps < 4; steps += 1) {
    const subject = childBy(words, clause.index, "nsubj", "nsubj:pass");
    const head = words[clause.head];
    if (subject) return isRelative(subject) && clause.relation === "acl:relcl" ? head : subject;
    if (!head || !/^(?:aux|cop|conj)/.test(clause.relation)) return undefined;
    clause = head;
  }
  return undefined;
};

const isRelative = (word: Word): boolean =>
  word.xpos === "WDT" || word.xpos === "WP" || word.lemma === "that";

/** "had [signed]", also "had signed and [sealed]". */
const isPerfect = (words: readonly Word[], verb: Word): boolean => {
  if (childBy(words, verb.index, "aux:pass")) return false;
  for (const child of verb.children)
    if (words[child]!.relation === "aux" && words[child]!.lemma === "have") return true;
  const head = words[verb.head];
  return verb.relation === "conj" && head?.xpos === "VBN" && !childBy(words, verb.index, "aux")
    ? head.features === "Tense=Past|VerbForm=Part"
    : false;
};

/** A bare form that heads a sentence, or is coordinated with such a one: "[Stop] the war." */
const isImperative = (words: readonly Word[], verb: Word): boolean => {
  const head = words[verb.head];
  const main =
    verb.relation === "root" ||
    verb.relation === "parataxis" ||
    (verb.relation === "conj" && head?.features.startsWith("Mood=Imp") === true);
  if (!main || childBy(words, verb.index, "nsubj", "nsubj:pass", "expl")) return false;
  return verb.children.every((child) => {
    const { relation, lemma } = words[child]!;
    return relation === "aux" ? lemma === "do" : relation !== "mark";
  });
};
