// A trigger in its tree -> where the text says that it took place.

import type { Reading } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import { baseRelation } from "../model/tree.ts";
import { markerOf } from "./arguments.ts";

const where = new Set(["in", "at", "near", "outside", "inside", "on"]);

/** The named place in a phrase of the trigger or of the verb that carries it; undefined where there is none. */
export const placeOf = (
  { words, names }: Pick<Reading, "words" | "names">,
  index: number,
): Span | undefined => {
  const carrier = words[index]!.relation === "obj" ? [words[index]!.head] : [];
  for (const from of [index, ...carrier])
    for (const child of words[from]!.children) {
      const word = words[child]!;
      if (!/^(obl|nmod)$/.test(baseRelation(word)) || !where.has(markerOf(words, child))) continue;
      const name = named(names, child);
      if (name && (name.kind === "place" || name.kind === "organization"))
        return { start: name.start, end: name.end };
    }
  return undefined;
};

/** The name that holds a word, by halving. */
const named = (names: Reading["names"], word: number) => {
  let low = 0;
  let high = names.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const name = names[middle]!;
    if (word < name.first) high = middle - 1;
    else if (word > name.last) low = middle + 1;
    else return name;
  }
  return undefined;
};
