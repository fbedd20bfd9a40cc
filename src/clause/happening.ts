// A noun for something that takes place -> the verb of the clause behind it that says when and where: "the talks between A
// and B, which took place in Rome on 19 April".
import type { Word } from "../model/token.ts";

/** How many words behind the noun the clause may begin. */
const reach = 16;
const happens = /^(?:hold|schedule|plan|set|convene|host|conclude|slate|organi[sz]e)$/;

/** Undefined where none follows, or another verb or a clause of another kind stands between. */
export const happeningOf = (words: readonly Word[], noun: number): number | undefined => {
  if (words[noun]?.upos !== "NOUN") return undefined;
  for (let at = noun + 1; at <= noun + reach && words[at]?.sentence === words[noun]!.sentence; at += 1) {
    const { upos, text, xpos } = words[at]!;
    if (xpos === "WDT") return happeningVerb(words, at);
    if (upos === "VERB" || upos === "AUX" || upos === "SCONJ" || /^[;:.]$/.test(text)) return undefined;
    if (text === "," && words[at + 1]?.xpos !== "WDT") return undefined;
  }
  return undefined;
};

/** "which took place", "that was held", "which is scheduled". */
const happeningVerb = (words: readonly Word[], pronoun: number): number | undefined => {
  for (let at = pronoun + 1; at <= pronoun + 5; at += 1) {
    const word = words[at];
    if (word?.sentence !== words[pronoun]!.sentence) return undefined;
    if (word.upos !== "VERB") continue;
    const taken = word.lemma === "take" && words[at + 1]?.lemma === "place";
    return taken || (word.xpos === "VBN" && happens.test(word.lemma)) ? at : undefined;
  }
  return undefined;
};
