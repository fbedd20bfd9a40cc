// A tagged form -> its lemma: exceptions first, then the rule of the longest ending that training saw with the tag.
import type { LemmaModel } from "../../language/trees.ts";

/** Endings in rules are at most this long. */
export const longestEnding = 5;

/** The lemma by the conventions of UD English: proper nouns keep their capitals, all else is lower case. */
export const lemmatize = (form: string, upos: string, xpos: string, model: LemmaModel): string => {
  const plain = keepsCase(upos, xpos) ? form : form.toLowerCase();
  const key = plain.includes("\u2019") ? plain.replaceAll("\u2019", "'") : plain;
  const exception = model.exceptions.get(xpos)?.get(key) ?? model.exceptions.get("")?.get(key);
  if (exception !== undefined) return exception;
  // "co-chaired" is chaired by two: what a prefix stands before has its own lemma.
  if (upos === "VERB" && /^(?:co|re|pre)-\p{L}{4,}$/u.test(key)) {
    const at = key.indexOf("-") + 1;
    return key.slice(0, at) + lemmatize(key.slice(at), upos, xpos, model);
  }
  const rules = model.rules.get(xpos);
  if (!rules) return key;
  for (let length = Math.min(longestEnding, key.length - 1); length >= 0; length -= 1) {
    const rule = rules.get(length === 0 ? "" : key.slice(-length));
    if (rule && rule.cut < key.length) return key.slice(0, key.length - rule.cut) + rule.add;
  }
  return key;
};

/** Names keep their capitals, also where a part of one is an adjective or a verb (`United`, `ADJ NNP`). */
export const keepsCase = (upos: string, xpos: string): boolean =>
  upos === "PROPN" || upos === "X" || xpos.startsWith("NNP");
