// A side's statements in a report -> who asked for the contact, by that side's word.
import type { Telling } from "../link/candidate.ts";
import { isToldBy } from "./told-by.ts";

/** Each with the one whose wish it was right behind it. */
const behind =
  /\b(?:(?:requested|initiated|sought|proposed) by|(?:at|on|upon) the (?:request|initiative) of|received (?:a|the) (?:\p{L}+ ){0,2}call from) /iu;
/** How far behind the form its owner may stand, in characters. */
const reach = 40;

/** The side named by one of the statements that make its account, if the contact's sides have it. */
export const initiatorIn = ({ record, contact }: Telling, side: string): string | undefined => {
  const account = contact.accounts.find((one) => one.side === side);
  const sides = new Set(contact.participants.map((one) => one.side));
  const own = new Set(account?.points.map(({ statement }) => statement));
  const within = (id: string | undefined): boolean => {
    const statement = record.statements.find((one) => one.id === id);
    if (!statement) return false;
    return own.has(statement.id) || isToldBy(record, statement, side) || within(statement.within);
  };
  for (const { id, content } of record.statements)
    for (const { start, text } of content) {
      const match = behind.exec(text);
      if (!match || !within(id)) continue;
      const from = start + match.index + match[0].length;
      const [owner] = record.actors
        .filter(({ country }) => sides.has(country))
        .flatMap(({ country, mentions }) => mentions.map((one) => ({ country, at: one.start })))
        .filter(({ at }) => at >= from - 1 && at < from + reach)
        .sort((x, y) => x.at - y.at);
      if (owner?.country !== undefined) return owner.country;
    }
  return undefined;
};
