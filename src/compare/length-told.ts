// A side's statements in a report -> how long the contact was, by that side's word.
import type { Telling } from "../link/candidate.ts";
import type { RecordSpan } from "../record/schema.ts";
import { wordOf } from "./told-by.ts";

/** "had lasted", "talked with him for": right before the length. */
const before =
  /\b(?:last(?:ed|s)?|(?:went|gone) on for|(?:talked|spoke|spoken|met|conversed)(?: \p{L}+){0,4} for)(?: \p{L}+){0,2} $/iu;
/** "the hour-long call", "the 20-minute talk": right behind it. */
const behind = /^[- ](?:long )?(?:phone |telephone )?(?:call|conversation|meeting|talks?|exchange)\b/iu;

/** The length with its TIMEX3 value, as the first of the side's statements that gives one has it. */
export const lengthIn = (
  telling: Telling,
  side: string,
): (RecordSpan & { readonly value: string }) | undefined => {
  const lengths = telling.record.times.filter(({ value }) => /^PT\d/.test(value));
  for (const { content } of wordOf(telling, side))
    for (const { start: from, end: to, text } of content)
      for (const { start, end, text: words, value } of lengths)
        if (
          start >= from &&
          end <= to &&
          (before.test(text.slice(0, start - from)) || behind.test(text.slice(end - from)))
        )
          return { start, end, text: words, value };
  return undefined;
};
