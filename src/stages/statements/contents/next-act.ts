// A cue -> where the tree has its speaker or the writer go on beside it: "said that …, [and on Friday he accused]", "[, agreed that]".
import type { Word } from "../../../model/token.ts";
import { baseRelation, subtree } from "../../../model/tree.ts";
import { isNegated } from "../cues/cue.ts";
import { isSpeech } from "../cues/speech.ts";
import type { Scene } from "../draft.ts";
import { formOf, isPerfect, isThing } from "./resumption.ts";

type Words = readonly Word[];

/** First words of what the tree joins to the cue in the cue's own tense: such a verb is told beside the cue, not by it. */
export const nextActs = (scene: Scene, head: number): ReadonlySet<number> => {
  const { words } = scene.input;
  const { relation, head: first } = words[head]!;
  const all = [...words[head]!.children, ...(relation === "conj" ? words[first]!.children : [])];
  const beside = all.filter(
    (child) => child > head && (isBeside(scene, head, child) || isContrast(scene, head, child)),
  );
  return new Set(beside.map((child) => subtree(words, child)[0]!));
};

/** "and that he had agreed", "had published it and demanded" go on with what is said, whatever the tree makes of them. */
const isBeside = (scene: Scene, head: number, child: number): boolean => {
  const { words } = scene.input;
  const word = words[child]!;
  if (baseRelation(word) !== "conj" || word.upos !== "VERB") return false;
  const has = (relation: RegExp): boolean =>
    word.children.some((part) => relation.test(words[part]!.relation));
  const [cue, next] = [tenseOf(words, words[head]!), tenseOf(words, word)];
  const isSame = cue === next || (next === "VBD" && (cue === "have" || isNegated(words, head)));
  if (has(/^mark/) || !isSame) return false;
  if (has(/^nsubj/)) return isSpeech(scene, word);
  return !isPerfect(words, word, head + 1) || (isSpeech(scene, word) && isThing(scene, head, child));
};

/** ", though one of them, a former commander, warned": another's word in the cue's tense, beside the cue. */
const isContrast = (scene: Scene, head: number, child: number): boolean => {
  const { words } = scene.input;
  const word = words[child]!;
  const mark = word.children.find((part) => words[part]!.relation === "mark");
  return (
    word.relation === "advcl" &&
    mark !== undefined &&
    /^(?:though|although|while|whereas)$/i.test(words[mark]!.text) &&
    words[mark - 1]?.text === "," &&
    tenseOf(words, word) === tenseOf(words, words[head]!) &&
    isSpeech(scene, word)
  );
};

/**
 * "had told him it opposed the pause[, that he had asked …]": what a clause without "that" reports ends where the clause around
 * goes on with one.
 */
export const isOuterThat = (words: Words, head: number, first: number, comma: number): boolean => {
  if (words[comma]!.text !== "," || !/^that$/i.test(words[comma + 1]?.text ?? "")) return false;
  const isOwn = /^(?:that|whether|to)$/i.test(words[first]!.text);
  return !isOwn && words[comma + 1]!.upos === "SCONJ" && isReported(words, head);
};

/** True for a verb that another one's clause holds. */
const isReported = (words: Words, verb: number): boolean => {
  const { relation, head } = words[verb]!;
  if (baseRelation(words[verb]!) === "conj") return isReported(words, head);
  return /^(?:ccomp|acl:relcl)$/.test(relation) && head < verb;
};

/** "said [the Americans], who had insisted …, [were ready]": the noun before a comment is the subject of what comes after it. */
export const isSubjectAhead = (words: Words, first: number, comma: number): boolean =>
  words
    .slice(first, comma)
    .some(
      ({ relation, head }) =>
        relation.startsWith("nsubj") && head > comma + 2 && words[head]!.relation === "ccomp",
    );

/** The tag of the first auxiliary, "have" for the perfect, else that of the verb itself. */
const tenseOf = (words: Words, word: Word): string => {
  const auxiliary = word.children.find((child) => child < word.index && words[child]!.upos === "AUX");
  if (auxiliary === undefined) return formOf(words, word);
  return words[auxiliary]!.lemma === "have" ? "have" : words[auxiliary]!.xpos;
};

/** "confirmed that it had asked but would not say when": what the speaker leaves out. */
export const isSilence = (words: readonly Word[], head: number, joint: number): boolean => {
  const [first, second, third] = [words[joint + 1], words[joint + 2], words[joint + 3]];
  return (
    words[head]!.xpos === "VBD" &&
    words[joint]!.text.toLowerCase() === "but" &&
    /^(?:would|did|could)$/i.test(first?.text ?? "") &&
    /^(?:not|n['’]t)$/i.test(second?.text ?? "") &&
    /^(?:say|comment|elaborate|give|name|specify|disclose|identify|provide|explain)$/.test(
      third?.lemma ?? "",
    ) &&
    third!.sentence === words[head]!.sentence
  );
};
