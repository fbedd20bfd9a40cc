// A telling of a contact -> who else was in the room: "Foreign Minister Mondino took part".
import type { Telling } from "../link/candidate.ts";
import type { RecordActor } from "../record/schema.ts";

/** Says of people that they were there; what was attended, where it is named, is the contact. */
const there =
  /(?<!\b(?:who|which|that) )\b(?:took part|takes part|(?:was|were) (?:also )?(?:present|there|in the room|joined by|accompanied by)|joined (?:the (?:talks|meeting|call)|them)|attended(?: (?:the|this|their) (?:\p{L}+ )?(?:talks|meeting|call|conversation|discussions?|negotiations|audience|lunch|dinner))?|participated in the (?:\p{L}+ )?(?:talks|meeting|call|conversation|discussions?|negotiations)|formed part of the delegation|accompanied by|together with|in the presence of|also present)\b/u;
/** "…'s attendance is expected", "will take part": not yet. */
const ahead = /\b(?:will|would|shall|is to|are to|expected to|planned to)\b/u;
/** Sentences of a text that may still say it. */
const sentences = 5;

/** People whom the readout's first sentences put there beside those who speak for their sides. */
export const attendeesOf = ({ record, contact }: Telling): RecordActor[] => {
  const { side, text } = record.document;
  if (side === undefined || contact.status !== "held") return [];
  const parties = new Set(contact.participants.map(({ actor }) => actor));
  const spans = openingOf(text).filter(([from, to]) => {
    const sentence = text.slice(from, to);
    return there.test(sentence) && !ahead.test(sentence);
  });
  if (spans.length === 0) return [];
  const offset = offsets(text);
  return record.actors.filter(
    ({ id, kind, mentions }) =>
      kind === "person" &&
      !parties.has(id) &&
      mentions.some(
        ({ form, start }) =>
          form === "name" && spans.some(([from, to]) => offset(start) >= from && offset(start) < to),
      ),
  );
};

/** The first sentences, in code units. */
const openingOf = (text: string): [number, number][] => {
  const ends = [
    ...text.matchAll(
      /(?<!\b\p{Lu}|\b(?:Mr|Ms|Mrs|Dr|Md|St|Jr|Gen|Adm|Maj|Lt|Col|Hon|Prof|Sen|Amb))[.!?]["”]?\s+(?=\p{Lu})|\n+/gu,
    ),
  ].map((match) => match.index + match[0].length);
  const all = [...ends, text.length].map((end, at): [number, number] => [at === 0 ? 0 : ends[at - 1]!, end]);
  return all.slice(0, sentences);
};

/** From code points to code units; the same where a text has no letters beyond the first plane. */
const offsets = (text: string): ((at: number) => number) => {
  if (!/[\u{10000}-\u{10ffff}]/u.test(text)) return (at) => at;
  const units: number[] = [];
  let unit = 0;
  for (const point of text) {
    units.push(unit);
    unit += point.length;
  }
  return (at) => units[at] ?? unit;
};
