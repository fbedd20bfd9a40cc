// A content told in shifted tenses -> whether a clause in the plain past breaks off: ", and he called on", ", whose commander promised".
import type { Word } from "../../../model/token.ts";
import { isSpeech } from "../cues/speech.ts";
import type { Scene } from "../draft.ts";

type Words = readonly Word[];

/**
 * True at a comma behind which somebody speaks in the plain past, where all that is reported so far stands in tenses that
 * a past "said" shifts ("had", "would"): within the report it would be "had called on", "had promised".
 */
export const breaksTense = (scene: Scene, head: number, comma: number): boolean => {
  const { words } = scene.input;
  if (words[comma]!.text !== "," || words[head]!.xpos !== "VBD" || comma < head) return false;
  const verb = nextSpeaker(words, comma);
  if (verb === undefined || words[verb]!.xpos !== "VBD" || words[verb]!.upos !== "VERB") return false;
  if (!speaks(scene, verb) && !isCall(words, verb)) return false;
  const finite = words.slice(head + 1, comma).filter(({ xpos }) => /^(?:VB[DZP]|MD)$/.test(xpos));
  const isRelative = /^who$/i.test(words[comma + 1]!.text);
  // "said he had met Wang, who repeated": who was met may have spoken there.
  if (
    isRelative &&
    finite.some(({ text }) => /^had$/i.test(text)) &&
    !finite.some(({ text }) => /^would$/i.test(text))
  )
    return false;
  return (
    finite.length > 0 &&
    finite.every(({ text }) => /^(?:had|would|could|might|was|were|did)$/i.test(text)) &&
    finite.some(({ text }) => /^(?:had|would)$/i.test(text))
  );
};

/** "whose president said", "whose president laughed and said". */
const speaks = (scene: Scene, verb: number): boolean => {
  const { words } = scene.input;
  const joined = words[verb]!.children.filter((child) => words[child]!.relation === "conj");
  return [verb, ...joined].some((at) => words[at]!.xpos === "VBD" && isSpeech(scene, words[at]!));
};

/** "called on", "called for". */
const isCall = (words: Words, at: number): boolean =>
  words[at]!.lemma === "call" && /^(?:on|for)$/.test(words[at + 1]?.text ?? "");

/** The verb of ", and he …", ", who …" or ", whose commander …". */
const nextSpeaker = (words: Words, comma: number): number | undefined => {
  const { sentence } = words[comma]!;
  let at = comma + 1;
  if (/^(?:and|but)$/i.test(words[at]?.text ?? "") && /^(?:he|she|they)$/i.test(words[at + 1]?.text ?? ""))
    at += 2;
  else if (/^(?:and|but)$/i.test(words[at]?.text ?? "")) {
    // ", and Nikos Christodoulides replied".
    const from = at + 1;
    at = from;
    while (/^(?:NOUN|PROPN|DET|ADJ|NUM|PART)$/.test(words[at]?.upos ?? "") && at < from + 6) at += 1;
    if (at === from) return undefined;
  } else if (/^who$/i.test(words[at]?.text ?? "")) at += 1;
  else if (/^whose$/i.test(words[at]?.text ?? "")) {
    at += 1;
    while (/^(?:NOUN|ADJ|PROPN)$/.test(words[at]?.upos ?? "") && at < comma + 6) at += 1;
  } else return undefined;
  while (words[at]?.upos === "ADV") at += 1;
  return words[at]?.sentence === sentence ? at : undefined;
};
