// A word that tells of a deed -> whether it is told as background, as what was before the news.
import type { Word } from "../../model/token.ts";

/** "last met in May", "since they met", "had met before": not where somebody reports it so ("said that he had met"). */
export const isBackground = (words: readonly Word[], index: number): boolean => {
  const { children, upos, relation, sentence } = words[index]!;
  const has = (word: RegExp) => children.some((child) => child < index && word.test(words[child]!.text));
  if (upos === "NOUN") return has(/^(earlier|previous|last)$/i) && !isLastWeek(words, index);
  if (upos !== "VERB") return false;
  const before = words[index - 1];
  const last = before?.sentence === sentence && /^last$/i.test(before.text);
  return last || has(/^since$/i) || (has(/^had$/i) && !/^(ccomp|parataxis)$/.test(relation));
};

/** "last week's talks" are new. */
const isLastWeek = (words: readonly Word[], index: number): boolean =>
  /^(week|month|year|night|summer|winter|spring|autumn|fall)$/i.test(words[index - 1]?.text ?? "");
