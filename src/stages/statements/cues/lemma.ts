// Words -> words whose verbs have a lemma that the tables know, where the lemmatizer was off by a letter ("begge").
import type { Cues } from "../../../language/statements.ts";
import type { Word } from "../../../model/token.ts";

/** The same words; a past or participle form whose lemma no table has gets the one that fits its form. */
export const withKnownLemmas = (words: readonly Word[], verbs: Cues, adjectives: Cues): readonly Word[] => {
  let changed = false;
  const found = words.map((word) => {
    if (isClaim(words, word)) {
      changed = true;
      return { ...word, upos: "NOUN" as const, xpos: "NN", lemma: word.text.toLowerCase() };
    }
    if (/^writing$/i.test(word.text) && /^in$/i.test(words[word.index - 1]?.text ?? "")) {
      changed = true;
      return { ...word, upos: "NOUN" as const, xpos: "NN", lemma: "writing" };
    }
    if (isState(words, word, adjectives)) {
      changed = true;
      return { ...word, upos: "ADJ" as const, xpos: "JJ", lemma: word.text.toLowerCase() };
    }
    if (isResuming(words, word)) {
      changed = true;
      return { ...word, upos: "VERB" as const, xpos: "VBG", lemma: "warn" };
    }
    if (word.upos !== "VERB" || verbs.has(word.lemma) || !/(?:ed|ing)$/i.test(word.text)) return word;
    const lemma = variants(word.text.toLowerCase()).find((variant) => verbs.has(variant));
    if (lemma === undefined) return word;
    changed = true;
    return { ...word, lemma };
  });
  return changed ? found : words;
};

/** "the court's finding that": after an owner or an article and before "that" the word is a noun. */
const isClaim = (words: readonly Word[], { index, text, upos }: Word): boolean =>
  upos === "VERB" &&
  /^(?:finding|warning|understanding|ruling)$/.test(text) &&
  /^(?:['’]s?|the|a|its|his|her|their|our)$/i.test(words[index - 1]?.text ?? "") &&
  /^that$/i.test(words[index + 1]?.text ?? "");

/** "was alarmed by", "is prepared to": a participle after "be" that the tables know as an adjective. */
const isState = (words: readonly Word[], { text, upos, xpos, children }: Word, adjectives: Cues): boolean =>
  upos === "VERB" &&
  xpos === "VBN" &&
  adjectives.has(text.toLowerCase()) &&
  children.some((child) => words[child]!.relation === "aux:pass");

/** "…, warning that": after a comma and before what it governs the word is a participle. */
const isResuming = (words: readonly Word[], { index, text, upos }: Word): boolean =>
  upos === "NOUN" &&
  text === "warning" &&
  words[index - 1]?.text === "," &&
  /^(?:that|of|against)$/.test(words[index + 1]?.text ?? "");

const variants = (text: string): string[] => {
  const stem = text.replace(/(?:ed|ing)$/, "");
  return [stem, `${stem}e`, stem.replace(/(.)\1$/, "$1"), stem.replace(/i$/, "y")];
};
