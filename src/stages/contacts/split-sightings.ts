// A sighting that names several one after another, each at a time of his own ("received A on Monday and B on Tuesday",
// "spoke separately with A and B") -> one sighting each.
import { type Answer, answersAfter } from "../../clause/around.ts";
import type { Parties } from "../../clause/parties.ts";
import { calendarDate } from "../../dating/date-of.ts";
import type { Reading } from "../../model/reading.ts";
import type { Time } from "../../model/time.ts";
import type { Word } from "../../model/token.ts";
import type { DatedSighting } from "./merge-sightings.ts";

type Input = Pick<Reading, "words" | "times">;

const apart = /^(separate|separately|respectively|successively)$/i;
const later = /^(later|then|earlier|afterwards)$/i;

/** The sighting, or the several that it stands for, in text order. */
export const splitSighting = (
  { words, times }: Input,
  sighting: DatedSighting,
  parties: Parties,
): DatedSighting[] => {
  if (sighting.channel === "visit") return [sighting];
  const { sentence } = words[sighting.word]!;
  const own = times.filter((time) => words[time.first]?.sentence === sentence);
  const groups = grouped(
    words,
    own,
    sighting,
    answersAfter(words, sighting.word, markersOf(sighting), parties),
  );
  if (groups.length < 2) return [sighting];
  const others = new Set(groups.flatMap((group) => group.flatMap(({ actors }) => actors)));
  const acting = sighting.seen.filter(({ actor }) => !others.has(actor));
  if (acting.length === 0) return [sighting];
  const role = sighting.seen.find(({ actor, role: given }) => others.has(actor) && given)?.role;
  return groups.map((group, at): DatedSighting => {
    const until = groups[at + 1]?.[0]?.first ?? Number.POSITIVE_INFINITY;
    const time = own.find(({ first }) => first > group.at(-1)!.last && first < until);
    const date = time && calendarDate(time.value);
    const { date: shared, ...rest } = sighting;
    const day = date ?? (own.length > 1 ? undefined : shared);
    return {
      ...rest,
      ...(day && { date: day }),
      fresh: at > 0 || sighting.fresh,
      seen: [
        ...acting,
        ...group.flatMap(({ actors }) => actors.map((actor) => ({ actor, ...(role && { role }) }))),
      ],
    };
  });
};

const markersOf = ({ markers }: DatedSighting): string[] => [...markers, "with"];

/** Those named, parted where a time of day or "later" stands between them, or everywhere after "separately". */
const grouped = (
  words: readonly Word[],
  times: readonly Time[],
  { word }: DatedSighting,
  answers: readonly Answer[],
): Answer[][] => {
  const all = words.slice(Math.max(0, word - 3), word + 4).some(({ text }) => apart.test(text));
  const groups: Answer[][] = [];
  for (const [at, answer] of answers.entries()) {
    const before = answers[at - 1];
    const parted =
      before !== undefined &&
      (all ||
        times.some(({ first }) => first > before.last && first < answer.first) ||
        words.slice(before.last + 1, answer.first).some(({ text }) => later.test(text) || apart.test(text)));
    if (before && !parted) groups.at(-1)!.push(answer);
    else groups.push([answer]);
  }
  return groups;
};
