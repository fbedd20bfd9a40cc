// Sightings and times -> sightings with the dates that their own clauses give them.
import { calendarDate, datesOf } from "../../dating/date-of.ts";
import type { Reading } from "../../model/reading.ts";
import type { Time } from "../../model/time.ts";
import type { Sighting } from "./find-sightings.ts";
import type { DatedSighting } from "./merge-sightings.ts";

type Input = Pick<Reading, "document" | "sentences" | "quotations" | "words" | "times" | "mentions">;

/** Dates by clause; where the tree gives none, the one time of a sentence that has but one sighting. */
export const dateSightings = (reading: Input, sightings: readonly Sighting[]): DatedSighting[] => {
  const clean = withoutNames(reading);
  const dates = datesOf(clean);
  const quoted = quotedIn(reading);
  const alone = new Map<number, number>();
  for (const { word } of sightings) {
    const { sentence } = reading.words[word]!;
    alone.set(sentence, (alone.get(sentence) ?? 0) + 1);
  }
  const bySentence = timesBySentence(clean);
  return sightings.map((sighting) => {
    const own =
      dates(sighting.word) ?? (sighting.clause === sighting.word ? undefined : dates(sighting.clause));
    const { sentence } = reading.words[sighting.word]!;
    const times = bySentence.get(sentence) ?? [];
    const lone = alone.get(sentence) === 1 && times.length === 1 ? times[0] : undefined;
    const time = own?.basis === "clause" ? reading.times[own.time ?? -1] : lone;
    const date = own?.basis === "clause" ? own.date : lone && calendarDate(lone.value);
    if (date === undefined) return sighting;
    return { ...sighting, date, soft: quoted(sighting.word) && time?.basis !== "text" };
  });
};

const timesBySentence = ({ words, times }: Input): Map<number, Time[]> => {
  const found = new Map<number, Time[]>();
  for (const time of times) {
    const sentence = words[time.first]?.sentence;
    if (sentence === undefined || calendarDate(time.value) === undefined) continue;
    found.set(sentence, [...(found.get(sentence) ?? []), time]);
  }
  return found;
};

/** "today" inside a quotation may be counted from another day than the text around it. */
const quotedIn = ({ words, quotations }: Input): ((word: number) => boolean) => {
  const quoted = new Set<number>();
  let at = 0;
  for (const quotation of quotations) {
    if (quotation.depth > 0) continue;
    while (at < words.length && words[at]!.start < quotation.start) at += 1;
    for (; at < words.length && words[at]!.end <= quotation.end; at += 1) quoted.add(at);
  }
  return (word) => quoted.has(word);
};

/** "Jan", "May" and "April" inside a person's name are no times. */
const withoutNames = (reading: Input): Input => {
  const names = new Set(
    reading.mentions.flatMap(({ kind, form, first, last }) =>
      kind === "person" && form === "name"
        ? Array.from({ length: last - first + 1 }, (_, step) => first + step)
        : [],
    ),
  );
  return { ...reading, times: reading.times.filter((time) => !names.has(time.first)) };
};
