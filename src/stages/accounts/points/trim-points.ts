// A point's stretch -> the same without the occasion behind it, which the contact itself tells: "regional developments [in a
// phone call on Wednesday]", "to withdraw its measures [on Thursday]".
import { calendarDate } from "../../../dating/date-of.ts";
import type { BareContact } from "../../../model/contact.ts";
import type { Reading } from "../../../model/reading.ts";
import { lastBefore, type Span } from "../../../model/span.ts";
import { wordsIn } from "./cut-content.ts";

type Told = Pick<Reading, "document" | "words" | "times">;

const before =
  /\S\s+(?:in|during|over)\s+(?:(?:an?|the|their|his|her|its|this|first|second|\p{L}+|\d+-minute)\s+){0,3}$/iu;
const until =
  /^(?:\s+(?:on|in|since|with|between|late|early|this|that|last|the|of)\b[^,;:]{0,40}|\s+\p{Lu}?\p{L}+day(?: \p{L}+)?)?$/iu;

/** Acts whose content is still to be done when they are done. */
const ahead = /^(?:urge|demand|ask|request|call|warn|want|advise|invite|propose|agree|promise|intend|order)$/;

/** The point's stretch without the occasion and the day of what was said there. */
export const trimmed = (reading: Told, contact: BareContact, act: string, span: Span): Span =>
  withoutPastDay(reading, act, withoutOccasion(reading, contact, span));

/** "bilateral ties in a phone call on Wednesday": the phrase of the contact's own word, where no verb follows it. */
const withoutOccasion = ({ document, words }: Told, { evidence }: BareContact, span: Span): Span => {
  const { text } = document;
  for (const { start, end } of evidence) {
    if (start <= span.start || end > span.end) continue;
    const lead = before.exec(text.slice(span.start, start));
    if (!lead || !until.test(text.slice(end, span.end))) continue;
    const cut = span.start + lead.index + 1;
    const [first, last] = wordsIn(words, { start: cut, end: span.end });
    const hasVerb = words.slice(first, last + 1).some(({ xpos }) => /^(?:VB[DZP]|MD)$/.test(xpos));
    // "have been in contact since December" tells of nothing else.
    const isOpen = words[first - 1]?.upos === "AUX";
    if (!hasVerb && !isOpen) return { start: span.start, end: cut };
  }
  return span;
};

/** "urged him to withdraw its measures on Thursday", told on Friday: the day on which he was urged. */
const withoutPastDay = ({ document, times }: Told, act: string, span: Span): Span => {
  const { published, text } = document;
  const time = times[lastBefore(times, span.end - 1)];
  if (!ahead.test(act) || !time || time.start <= span.start || time.end !== span.end) return span;
  const day = calendarDate(time.value);
  if (published?.length !== 10 || day?.length !== 10 || day > published) return span;
  const lead = /\S(\s+on)?\s+$/i.exec(text.slice(span.start, time.start));
  return lead ? { start: span.start, end: span.start + lead.index + 1 } : span;
};
