// A report's dateline ("DAVOS, Switzerland, Jan 22 (Reuters) -") names a place and an agency, and nobody who takes part.
import type { Reading } from "../../model/reading.ts";

const opening =
  /^\s*(?:\p{Lu}[\p{L}.'’-]*(?:[ ]\p{Lu}[\p{L}.'’-]*){0,3})(?:,? [\p{L}\d.()/ ,]{1,60}?)? ?(?: -{1,2}|--|–|—) ?(?=[\p{Lu}"“])/u;
/** How many code units a dateline may take. */
const longest = 90;

/** The same without the mentions inside of the dateline; as it is where the text has none. */
export const withoutDateline = <Layers extends Pick<Reading, "document" | "mentions">>(
  reading: Layers,
): Layers => {
  const end = datelineEnd(reading.document.text);
  if (end === 0) return reading;
  return { ...reading, mentions: reading.mentions.filter(({ start }) => start >= end) };
};

/** Where the dateline ends, 0 where there is none. Only a line that begins in capitals or names a day or an agency has one. */
export const datelineEnd = (text: string): number => {
  const found = opening.exec(text.slice(0, longest))?.[0] ?? "";
  return /^\s*\p{Lu}{3}/u.test(found) || /\d|\(|\b\p{Lu}{2,5}\b/u.test(found) ? found.length : 0;
};
