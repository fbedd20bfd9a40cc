// "On the margins of the Assembly in New York the minister held a series of bilateral meetings. With X he discussed …": a
// sentence that says how and where one met many -> the channel, and the place, of those whom the next sentences name.
import type { Places } from "../../../language/places.ts";
import type { BareContact, Contact } from "../../../model/contact.ts";
import type { Reading } from "../../../model/reading.ts";

type Told = Pick<Reading, "document" | "sentences" | "words">;

const frame =
  /\b(?:(?:series|number|round) of (?:\p{L}+ ){0,2}(?:meetings|talks|encounters)|(?:several|various|many|bilateral) (?:\p{L}+ )?meetings)\b/iu;
const remote = /\b(?:phone|telephone|telephonic|call|called|video|online|virtual)\b/iu;
/** Verbs that leave open how people talked. */
const open = /^(?:speak|talk|discuss|converse|confer|consult)\/V$/;
/** How many sentences a frame reaches. */
const reach = 8;

/** The contact as a meeting, where an earlier sentence of its paragraph or the opening says that they were all meetings. */
export const withGathering = (reading: Told, contact: BareContact, places: Places): BareContact => {
  if (contact.status !== "held" || !open.test(contact.rule)) return contact;
  const { document, sentences } = reading;
  const at = sentences.findIndex(({ end }) => end > contact.evidence[0]!.start);
  const text = (index: number): string => document.text.slice(sentences[index]!.start, sentences[index]!.end);
  if (at < 1 || remote.test(text(at))) return contact;
  for (let index = at - 1; index >= Math.max(0, at - reach); index -= 1) {
    if (!frame.test(text(index))) continue;
    const place = contact.place ?? placeIn(reading, index, places);
    return { ...contact, channel: "meeting", ...(place && { place }) };
  }
  return contact;
};

/** "in New York": a place that the tables know, behind "in". */
const placeIn = ({ words, sentences, document }: Told, index: number, places: Places): Contact["place"] => {
  const { start, end } = sentences[index]!;
  for (const word of words) {
    if (word.start < start || !/^in$/i.test(word.text)) continue;
    if (word.end > end) break;
    for (const last of [word.index + 2, word.index + 1]) {
      const [from, to] = [words[word.index + 1], words[last]];
      if (!from || !to || to.end > end) continue;
      const country = places.get(document.text.slice(from.start, to.end).toLowerCase());
      if (country !== undefined && /^\p{Lu}/u.test(from.text))
        return { start: from.start, end: to.end, country };
    }
  }
  return undefined;
};
