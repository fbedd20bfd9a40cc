// A side's statements in a report -> who asked for the contact, by that side's word.
import type { Telling } from "../link/candidate.ts";
import { wordOf } from "./told-by.ts";

/** Each with the one whose wish it was right behind it. */
const behind =
  /\b(?:(?:requested|initiated|sought|proposed) by|(?:at|on|upon) the (?:request|initiative) of|received (?:a|the) (?:\p{L}+ ){0,2}call from) /iu;
/** How far behind the form its owner may stand, in characters. */
const reach = 40;

/** "Petro had called Mulino": who did it stands before. */
const ringing = /^(?:(?:had|has) )?(?:called|phoned|telephoned|rang|rung)\b/iu;

/** The side named by one of the statements that make its account, if the contact's sides have it. */
export const initiatorIn = (telling: Telling, side: string): string | undefined => {
  const { record, contact } = telling;
  const sides = new Set(contact.participants.map((one) => one.side));
  const named = record.actors
    .filter(({ country }) => sides.has(country))
    .flatMap(({ country, mentions }) => mentions.map((one) => ({ country, at: one.start, end: one.end })))
    .sort((x, y) => x.at - y.at);
  for (const { content } of wordOf(telling, side))
    for (const { start, end, text } of content) {
      const match = behind.exec(text);
      const from = match ? start + match.index + match[0].length : 0;
      const owner = match && named.find(({ at }) => at >= from - 1 && at < from + reach);
      if (owner?.country !== undefined) return owner.country;
      const rang = contact.evidence.find(
        (one) => one.start >= start && one.end <= end && ringing.test(one.text),
      );
      const caller = rang && named.findLast((one) => one.at >= start && one.end <= rang.start);
      if (caller?.country !== undefined) return caller.country;
    }
  return undefined;
};
