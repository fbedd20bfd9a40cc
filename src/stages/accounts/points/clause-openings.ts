// A stretch that is a clause -> what stands before its verb is one subject: nothing is cut there.
import type { Word } from "../../../model/token.ts";

type Words = readonly Word[];

/** "[Controls at the port and the airport] will be carried out": a phrase, and a finite verb of no clause within it. */
export const opensClause = (words: Words, from: number, to: number): boolean => {
  // "“Issues of peace are …”": a mark may stand before it.
  if (/^["“‘']$/.test(words[from]!.text) && from < to) return opensClause(words, from + 1, to);
  if (!/^(DET|NOUN|PROPN|ADJ|NUM)$/.test(words[from]!.upos) && words[from]!.xpos !== "PRP$") return false;
  for (let at = from + 1; at <= to; at += 1) {
    const { text, xpos, upos } = words[at]!;
    if (/^(which|who|whose|whom|that|where|when|what|how|as|if|so)$/i.test(text) || /^[,;:–—]$/.test(text))
      return false;
    if (upos === "SCONJ") return false;
    if (/^(VB[DPZ]|MD)$/.test(xpos) && upos !== "ADJ") return true;
  }
  return false;
};

/** "that the question of history and the Taiwan question bear …": a clause is not cut before its verb. */
export const afterVerb = (words: Words, from: number, starts: readonly number[]): number[] => {
  let verb = from;
  while (verb < words.length && !carriesSubject(words, verb)) verb += 1;
  return starts.filter((at) => at > verb);
};

/** "that Israel be prevented …": a base form with its own subject is finite too. */
const carriesSubject = (words: Words, at: number): boolean => {
  const { xpos, relation, head } = words[at]!;
  const verb = relation === "aux:pass" ? head : at;
  return /^(VB[DPZ]|MD)$/.test(xpos) || (xpos === "VB" && hasSubject(words, verb));
};

const hasSubject = (words: Words, index: number): boolean =>
  words[index]!.children.some((child) => /^[nc]subj/.test(words[child]!.relation));
