// The entries of a chronology -> the time that heads each: "15 March 2013: The ministers meet in Addis Ababa."
import type { Reading } from "../model/reading.ts";
import type { Time } from "../model/time.ts";

type Listed = Pick<Reading, "document" | "sentences" | "times">;

/** Fewer entries of different days than that are a dateline, or the head and the foot of a release. */
const fewest = 2;
const fewestAlone = 3;

/**
 * The time that each sentence of a chronology stands under, by the sentence's index: one before a dash or colon that opens
 * the paragraph, or alone in the paragraphs above. Empty for any other text.
 */
export const entryTimes = ({ document: { text }, sentences, times }: Listed): Map<number, Time> => {
  const found = new Map<number, Time>();
  const heads = headsOf(text, sentences, times);
  const days = (alone: boolean): number =>
    new Set([...heads.values()].flatMap((head) => (head.alone === alone ? [head.time.value] : []))).size;
  const isListed = days(false) >= fewest;
  if (!isListed && days(true) < fewestAlone) return found;
  let open: Time | undefined;
  for (const { index, paragraph, block } of sentences) {
    const head = heads.get(paragraph);
    if (head) open = head.alone && !isListed ? head.time : undefined;
    else if (block === "heading") open = undefined;
    const time = head && isListed && head.alone ? undefined : (head?.time ?? open);
    if (time) found.set(index, time);
  }
  return found;
};

type Heading = { readonly time: Time; readonly alone: boolean };

/** The times that open a paragraph and are cut off from what follows. */
const headsOf = (
  text: string,
  sentences: Listed["sentences"],
  times: readonly Time[],
): Map<number, Heading> => {
  const found = new Map<number, Heading>();
  let at = 0;
  for (const [index, { start, paragraph }] of sentences.entries()) {
    if (sentences[index - 1]?.paragraph === paragraph) continue;
    while (at < times.length && times[at]!.start < start) at += 1;
    const time = times[at];
    if (!time || !/^\d{4}/.test(time.value) || !/^[\W_]{0,4}$/.test(text.slice(start, time.start))) continue;
    const end = sentences.findLast((one) => one.paragraph === paragraph)!.end;
    const rest = text.slice(time.end, end);
    const alone = /^\W*$/.test(rest);
    if (alone || /^\s?[-\u2010-\u2015:|]\s/.test(rest)) found.set(paragraph, { time, alone });
  }
  return found;
};
