// Days and datelines beside a name: "NEW YORK (AFP) — Joe Biden", "Joe Biden on Monday".
import type { Word } from "../../../model/token.ts";

type Words = readonly Word[];

const days =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$|^(?:today|yesterday|tomorrow|week|month|year|morning|evening|night|afternoon)$/i;

/** True for the name of a day, a month or a stretch of time. */
export const isDay = ({ text }: Word): boolean => days.test(text);

/** "NEW YORK (AFP) — Joe Biden": what stands before a dash early in a sentence is where and who wrote it. */
export const withoutDateline = (words: Words, run: readonly number[]): readonly number[] => {
  const first = run[0];
  if (first === undefined) return run;
  let opens = first;
  while (words[opens - 1]?.sentence === words[first]!.sentence && first - opens < 14) opens -= 1;
  const dash = datelineEnd(words, opens);
  const from = dash === undefined ? 0 : run.findIndex((index) => index > dash);
  return from > 0 ? run.slice(from) : run;
};

/** The dash that ends a dateline which the word at `first` opens: "BERLIN - …", "Kyiv (AFP) — …". */
export const datelineEnd = (words: Words, first: number): number | undefined => {
  const opens = words[first];
  if (!opens || words[first - 1]?.sentence === opens.sentence) return undefined;
  for (let at = first + 1; at < first + 14 && words[at]?.sentence === opens.sentence; at += 1) {
    const { text, start } = words[at]!;
    if (!/^(?:[—–-]|--)$/.test(text) || words[at - 1]!.end >= start) continue;
    return /^\p{Lu}{3,}$/u.test(opens.text) || words[at - 1]!.text === ")" ? at : undefined;
  }
  return undefined;
};
