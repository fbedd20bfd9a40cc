// Drafts of contacts without a day -> the day of the contact told of right before, of a headline or of the news.

import { calendarDate } from "../../../dating/date-of.ts";
import type { Reading } from "../../../model/reading.ts";
import { openingEnd } from "../../../model/readout.ts";
import type { Word } from "../../../model/token.ts";
import { feature } from "../../../model/tree.ts";
import type { Draft } from "../merge-sightings.ts";
import { dayFrom } from "./days-from.ts";
import { isEarlier, isThere } from "./other-days.ts";
import { shiftedDay } from "./shifted-day.ts";

type Input = Pick<Reading, "document" | "sentences" | "words" | "times" | "mentions" | "actors">;

/** Days of drafts that have none: that of the contact told of right before, or of publication for a headline. */
export const dateDrafts = (reading: Input, drafts: readonly Draft[]): (string | undefined)[] => {
  const { words, sentences, document } = reading;
  const days: (string | undefined)[] = [];
  const lede = ledeOf(reading);
  for (const [index, draft] of drafts.entries()) {
    const { word, clause } = draft.sightings[0]!;
    const sentence = sentences[words[word]!.sentence];
    const headline =
      sentence?.block === "heading" ||
      (sentence !== undefined && !/[.!?”"]$/.test(endOf(document, sentence)));
    const same = sentence !== undefined && goesOn(document, sentence);
    const later = draft.status === "held" && (same || isLater(words, clause));
    const at = later ? lastHeld(drafts, index) : index - 1;
    const before = drafts[at];
    const day = before?.date ?? days[at];
    const told = sentences[words[before?.sightings.at(-1)?.word ?? -1]?.sentence ?? -1];
    const near =
      told?.paragraph === sentence?.paragraph &&
      words[word]!.sentence - (told?.index ?? -9) <= (same ? 6 : 3);
    const shared = before?.seen.some((one) => draft.seen.some((other) => one.actor === other.actor)) ?? false;
    const journey = journeyOf(words, drafts, index);
    const counted = draft.date === undefined ? dayFrom(reading, drafts, days, index) : undefined;
    if (counted !== undefined) days.push(counted);
    else if (draft.date === undefined && journey !== undefined)
      days.push(drafts[journey]!.date ?? days[journey]);
    else if (draft.date !== undefined || draft.status !== "held") days.push(draft.date);
    else if (headline && (isPresent(words[clause]!) || isPresent(words[rootOf(words, clause)]!)))
      days.push(document.published);
    else if (sentence !== undefined && isNews(words, draft) && opensText(words, sentences, sentence.index))
      days.push(document.published);
    else {
      const told =
        before?.status === "held" &&
        near &&
        (shared || same) &&
        day?.length === 10 &&
        (same || (!isBackground(words, clause) && !isEarlier(words, word)));
      const house = () =>
        isGoingOn(reading, draft) ? dayOfReadout(reading, drafts, days, index) : undefined;
      days.push(told ? day : isOfLede(words, sentence, draft, lede) ? lede?.day : house());
    }
  }
  return days;
};

/** "Hayashi later paid a call": it goes on from what was told of, whatever is announced between. */
const isLater = (words: readonly Word[], clause: number): boolean =>
  words[clause]!.xpos === "VBD" &&
  words[clause]!.children.some((child) =>
    /^(later|then|also|afterwards?|separately)$/i.test(words[child]!.text),
  );

/** The contact told of before that was held as well; the one right before where none was. */
const lastHeld = (drafts: readonly Draft[], index: number): number => {
  const at = drafts.slice(0, index).findLastIndex(({ status }) => status === "held");
  return at < 0 ? index - 1 : at;
};

/** The day of a report's first sentence, and whom it names. */
type Lede = { readonly day: string; readonly sentence: number; readonly actors: ReadonlySet<number> };

/** "Kristersson went home from Ankara on Tuesday": where the first sentence has one day, just past, it is that of the news. */
const ledeOf = ({ words, sentences, document, times, mentions, actors }: Input): Lede | undefined => {
  const first = sentences.find(({ block }) => block !== "heading");
  const { published } = document;
  if (!first || published?.length !== 10 || document.side !== undefined) return undefined;
  const days = new Set(
    times
      .filter((time) => words[time.first]!.sentence === first.index)
      .map(({ value }) => calendarDate(value))
      .filter((day) => day?.length === 10),
  );
  const [day] = days;
  if (days.size !== 1 || day === undefined || day > published || day < shiftedDay(published, -3))
    return undefined;
  const named = actors.filter((actor) =>
    actor.mentions.some((mention) => words[mentions[mention]!.head]!.sentence === first.index),
  );
  return { day, sentence: first.index, actors: new Set(named.map(({ index }) => index)) };
};

/** "Erdogan received him with a guard of honour": told next, in the past tense, of somebody of the first sentence. */
const isOfLede = (
  words: readonly Word[],
  sentence: { readonly index: number } | undefined,
  { sightings: [first], seen, channel }: Draft,
  lede: Lede | undefined,
): boolean =>
  lede !== undefined &&
  sentence !== undefined &&
  sentence.index > lede.sentence &&
  sentence.index - lede.sentence <= 3 &&
  /^(call|video|meeting|other)$/.test(channel) &&
  words[first!.clause]!.xpos === "VBD" &&
  !isBackground(words, first!.clause) &&
  !isEarlier(words, first!.word) &&
  !isThere(words, first!.clause) &&
  seen.some(({ actor }) => lede.actors.has(actor));

/** "Prior to the meeting, the Secretary held talks with Begaj": told in the past tense, as all of the day is. */
const isGoingOn = ({ words }: Input, { sightings: [first], channel }: Draft): boolean => {
  const { word, clause } = first!;
  const verb = words[clause]!.xpos === "VBN" ? words[clause]!.children.some(isWas(words)) : undefined;
  return (
    /^(call|video|meeting|other)$/.test(channel) &&
    (words[clause]!.xpos === "VBD" || verb === true) &&
    !isBackground(words, clause) &&
    !isEarlier(words, word) &&
    // Who met on the sidelines of a gathering met on any of its days.
    !words
      .slice(clause, clause + 8)
      .some(
        ({ text, sentence }) =>
          /^(sidelines?|margins?|fringes?)$/i.test(text) && sentence === words[clause]!.sentence,
      )
  );
};

const isWas = (words: readonly Word[]) => (child: number) => /^(was|were)$/i.test(words[child]!.text);

/** The day of the contact that a house's readout opens with, for what it tells next of somebody who took part in it. */
const dayOfReadout = (
  { words, sentences, document }: Input,
  drafts: readonly Draft[],
  days: readonly (string | undefined)[],
  index: number,
): string | undefined => {
  if (document.side === undefined) return undefined;
  const end = openingEnd({ document, sentences });
  const at = drafts.findIndex(
    ({ status, channel, sightings: [first] }) =>
      status === "held" && channel !== "visit" && words[first!.word]!.start < end,
  );
  if (at < 0 || at >= index) return undefined;
  const opener = drafts[at]!;
  const shared = opener.seen.some((one) => drafts[index]!.seen.some(({ actor }) => actor === one.actor));
  const isHouse = document.sideRule === undefined || document.sideRule === "publisher";
  const day = opener.date ?? days[at] ?? (isHouse ? document.published : undefined);
  return shared && day?.length === 10 ? day : undefined;
};

/** The first sentence that is no headline and no dateline ("ASTANA, November 28."). */
const opensText = (words: readonly Word[], sentences: Input["sentences"], index: number): boolean => {
  const told = new Set(words.filter(({ upos }) => /^(VERB|AUX)$/.test(upos)).map(({ sentence }) => sentence));
  return sentences.find((one) => one.block !== "heading" && told.has(one.index))?.index === index;
};

/**
 * "Macron and Biden have spoken by phone": what the first sentence of a report tells in the perfect is the news of the
 * day. A letter may have come to light long after, and a post in the first person may be written any time.
 */
const isNews = (words: readonly Word[], { channel, sightings: [first] }: Draft): boolean => {
  const { index, xpos, head, children, sentence } = words[first!.clause]!;
  const near = words
    .slice(Math.max(0, index - 5), index + 8)
    .filter((word) => word.sentence === sentence)
    .map(({ text }) => text);
  return (
    /^(call|video|meeting)$/.test(channel) &&
    xpos === "VBN" &&
    head < 0 &&
    children.some((child) => /^(has|have)$/i.test(words[child]!.text)) &&
    // "has spoken to Rubio and Barrot since Sunday"; but "for the first time since a row erupted" is news.
    !(near.includes("since") && !near.includes("first")) &&
    !near.some((text) =>
      /^(I|we|times|twice|thrice|often|repeatedly|regularly|always|never|ever|yet|already|recently)$/i.test(
        text,
      ),
    )
  );
};

/** Who is to visit on a day is to be received on that day: the visit or talks to come told of just before. */
const journeyOf = (words: readonly Word[], drafts: readonly Draft[], index: number): number | undefined => {
  const { status, channel, seen, sightings } = drafts[index]!;
  if (status !== "planned" || channel !== "meeting") return undefined;
  for (let at = index - 1; at >= Math.max(0, index - 2); at -= 1) {
    const before = drafts[at]!;
    const apart = words[sightings[0]!.word]!.sentence - words[before.sightings.at(-1)!.word]!.sentence;
    const shared = before.seen.some((one) => seen.some((other) => one.actor === other.actor));
    if (before.status === "planned" && /^(visit|meeting|other)$/.test(before.channel) && apart <= 3 && shared)
      return at;
  }
  return undefined;
};

const rootOf = (words: readonly Word[], from: number): number => {
  let at = from;
  for (let step = 0; step < 12 && words[at]!.head >= 0; step += 1) at = words[at]!.head;
  return at;
};

/** "Biden lands in Jeddah", also where the tagger takes the verb for a noun. */
const isPresent = (word: Word): boolean =>
  feature(word, "Tense") === "Pres" || word.upos === "NOUN" || word.upos === "PROPN";

const endOf = (document: Reading["document"], { end }: { readonly end: number }): string =>
  document.text.slice(end - 1, end);

/** "Hours later, …", "The same day …": the sentence goes on in the day of the one before. */
const goesOn = (document: Reading["document"], { start }: { readonly start: number }): boolean =>
  /^(?:(?:\w+ )?(?:hours?|minutes?) (?:later|earlier|before)|later (?:in the|that) day|(?:on )?(?:the|that) same (?:day|evening|morning)|that (?:day|evening|morning|night)|afterwards?|earlier(?! (?:this|in (?!the day)|on|last|that)\b))\b/i.test(
    document.text.slice(start, start + 40),
  );

/** "had met", "last met", "the first meeting": not the day of what was told before. */
const isBackground = (words: readonly Word[], clause: number): boolean =>
  words[clause]!.children.some((child) =>
    /^(had|last|first|earlier|previously|previous|once|in)$/i.test(words[child]!.text),
  );
