// A contact without a day, told so long after or before another one -> the day counted from that one's: "A day after their
// call, Fidan telephoned Blinken", "Two hours after hanging up, she rang Nielsen".
import type { Reading } from "../../../model/reading.ts";
import type { Sighting } from "../find-sightings.ts";
import type { Draft } from "../merge-sightings.ts";
import { shiftedDay } from "./shifted-day.ts";

type Input = Pick<Reading, "document" | "sentences" | "words">;

const numbers = ["a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

const span =
  /\b(?:(\w+) )?(hour|minute|day|week)s? (after|before) (?:(hanging up|that|this|it)\b|(?:the|their|his|her|its|that|this)\b)/i;

/** "Two days before that trip, he received a call": what is counted from another one is another one. */
export const isCounted = (
  { document, sentences, words }: Input,
  { word, back, seen }: Sighting,
  all: readonly Sighting[],
): boolean => {
  const sentence = sentences[words[word]!.sentence]!;
  const said = back ? undefined : span.exec(document.text.slice(sentence.start, sentence.end));
  if (!said) return false;
  const from = sentence.start + said.index + said[0].length;
  return all.some(
    (other) =>
      other.word !== word &&
      other.back &&
      other.rule.endsWith("/N") &&
      // "spoke with Zelenskyy a day after the call with Putin": told apart by who took part.
      other.seen.every(({ actor }) => seen.some((one) => one.actor === actor)) &&
      words[other.word]!.start >= from &&
      words[other.word]!.start < from + 20,
  );
};

/** The day; undefined where the sentence counts from nothing told of, or where that has no day. */
export const dayFrom = (
  { document, sentences, words }: Input,
  drafts: readonly Draft[],
  days: readonly (string | undefined)[],
  index: number,
): string | undefined => {
  const {
    status,
    sightings: [first],
  } = drafts[index]!;
  const { word } = first!;
  if (status !== "held") return undefined;
  const sentence = sentences[words[word]!.sentence]!;
  const said = span.exec(document.text.slice(sentence.start, sentence.end));
  if (!said) return undefined;
  const [all, count = "a", unit, side, bare] = said;
  const from = sentence.start + said.index + all.length;
  const at = drafts.findIndex(({ sightings }) =>
    sightings.some(
      (one) =>
        one.word !== word &&
        one.rule.endsWith("/N") &&
        words[one.word]!.start >= from &&
        words[one.word]!.start < from + 40 &&
        words[one.word]!.sentence === sentence.index,
    ),
  );
  // What the words count from is the other one, never this.
  const anchor = at >= 0 && at !== index ? at : bare ? index - 1 : -1;
  const [before] = drafts[anchor]?.sightings ?? [];
  if (at < 0 && before && words[before.word]!.sentence === sentence.index) return undefined;
  const base = drafts[anchor]?.status === "held" ? (drafts[anchor]!.date ?? days[anchor]) : undefined;
  const number = /^\d{1,2}$/.test(count)
    ? Number(count)
    : Math.max(1, numbers.indexOf(count.toLowerCase()) + 1);
  const length = /^(?:hour|minute)$/i.test(unit!) ? 0 : /^week$/i.test(unit!) ? 7 * number : number;
  return base?.length === 10 ? shiftedDay(base, /after/i.test(side!) ? length : -length) : undefined;
};
