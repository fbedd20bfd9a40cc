// A sighting that the text places so long before or after something else -> its day: "began on October 9, three days
// after they had spoken", "said on Wednesday, hours before he told of a call".
import { calendarDate, type datesOf } from "../../../dating/date-of.ts";
import type { Time } from "../../../model/time.ts";
import type { Word } from "../../../model/token.ts";
import type { Sighting } from "../find-sightings.ts";
import { shiftedDay } from "./shifted-day.ts";

type Words = readonly Word[];
type Place = Pick<Sighting, "word" | "clause" | "back" | "rule">;

/** The times of the sighting's own sentence, and all of the text. */
type Told = readonly [near: readonly Time[], all: readonly Time[]];

const numbers = ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** The day, and the word that says before or after; undefined where no length of time stands before that word. */
export const dayBeside = (
  words: Words,
  { word, clause, back, rule }: Place,
  times: Told,
  dates: ReturnType<typeof datesOf>,
): { readonly day: string; readonly at: number } | undefined => {
  for (const { from, told } of hostsOf(words, word, clause)) {
    const at = words[from]!.children.find(
      (child) => child < from && /^(mark|case)$/.test(words[child]!.relation) && sign(words[child]!) !== 0,
    );
    const unit = words[(at ?? 0) - 1];
    const days = at === undefined ? undefined : lengthBefore(words, at);
    if (at === undefined || days === undefined || unit?.sentence !== words[word]!.sentence) continue;
    // "A day after their call, he telephoned": what is counted from has its day elsewhere, where none stands before it.
    const isKnownOne = from === word && back && rule.endsWith("/N") && isKnown(words, word);
    if (isKnownOne && !times[0].some(({ last }) => last < at)) return undefined;
    // What is told of hours later may be long past; only the hour of the telling is settled.
    if (told && days !== 0) return undefined;
    const day = dayOf(words, from, at, times, dates);
    if (day) return { day: shiftedDay(day, -days * sign(words[at]!)), at };
  }
  return undefined;
};

/** "the call", "their talks". */
const isKnown = (words: Words, word: number): boolean =>
  words[word]!.children.some((child) =>
    /^(the|that|this|their|his|her|its|those)$/i.test(words[child]!.text),
  );

/** The trigger, its clause, and the verbs of telling above: "hours before he said he had held a call". */
const hostsOf = (words: Words, word: number, clause: number): { from: number; told: boolean }[] => {
  const found = [...new Set([word, clause])].map((from) => ({ from, told: false }));
  let at = words[clause]!;
  for (let step = 0; step < 2 && at.relation === "ccomp" && at.head >= 0 && at.xpos !== "VB"; step += 1) {
    at = words[at.head]!;
    found.push({ from: at.index, told: true });
  }
  return found;
};

const sign = ({ text }: Word): number => (/^after$/i.test(text) ? 1 : /^before$/i.test(text) ? -1 : 0);

/** "three days", "a day", "a week", "hours": in days; hours and minutes are of the same day. */
const lengthBefore = (words: Words, at: number): number | undefined => {
  const unit = words[at - 1]?.text.toLowerCase() ?? "";
  if (/^(hour|minute|moment)s?$/.test(unit)) return 0;
  const size = /^days?$/.test(unit) ? 1 : /^weeks?$/.test(unit) ? 7 : undefined;
  const count = words[at - 2]?.text.toLowerCase() ?? "";
  const number = /^\d{1,2}$/.test(count) ? Number(count) : Math.max(1, numbers.indexOf(count));
  const isCount = /^\d{1,2}$/.test(count) || numbers.includes(count);
  return size && isCount ? size * number : undefined;
};

/** The day of what it is before or after: that of the verb it hangs on, or the nearest day told before it. */
const dayOf = (
  words: Words,
  from: number,
  at: number,
  [near, all]: Told,
  dates: ReturnType<typeof datesOf>,
): string | undefined => {
  const head = words[from]!.head;
  // "It was the first since he took office on Wednesday, and it came three days after": counted from what "it" is.
  const isIt = words[head]?.children.some(
    (child) => words[child]!.relation === "nsubj" && /^(it|this|that)$/i.test(words[child]!.text),
  );
  const { sentence } = words[from]!;
  const before = isIt
    ? all.findLast(({ last, type }) => words[last]!.sentence === sentence - 1 && type === "DATE")
    : near.filter(({ last }) => last < at).at(-1);
  const day = before ? calendarDate(before.value) : head < 0 ? undefined : dates(head)?.date;
  return day?.length === 10 ? day : undefined;
};
