// A verb -> whether it plainly reports speech, in whichever frame.
import type { Word } from "../../../model/token.ts";
import type { Scene } from "../draft.ts";
import { cueIn } from "./cue.ts";

export const isCertain = ({ input: { words }, language }: Scene, verb: Word, frame: string): boolean => {
  const cue = cueIn(language.cues.verb, words, verb.index, frame);
  return cue?.act.kind === "speech" && cue.frames.get(frame) === 1;
};

/** True for a verb that plainly reports speech in one of its frames. */
export const isSpeech = (scene: Scene, word: Word): boolean =>
  isQuoting(scene.input.words, word) ||
  ["clause", "object", "accuse", "thank", "tell", "urge", "accuse-on", "on-to", "infinitive"].some((frame) =>
    isCertain(scene, word, frame),
  );

/** "quoted a minister as saying". */
export const isQuoting = (words: readonly Word[], { index, lemma, sentence }: Word): boolean => {
  if (!/^(?:quote|cite)$/.test(lemma)) return false;
  for (let at = index + 1; at < index + 14 && words[at]?.sentence === sentence; at += 1)
    if (/^as$/i.test(words[at]!.text)) return words[at + 1]?.xpos === "VBG";
  return false;
};

/** Nouns for people and bodies that speak. */
export const human =
  /(?:man|men|woman|women|people|person|er|or|ist|ian|ant|official|police|army|force|troop|group|side|party|ministry|government|company|council|court|agency|union|team|family|deputy|chief|envoy|aide|spy|spokes\w+|minister|president|king|queen|friend|victim|rebel|student|source|diplomat|analyst)$/;
