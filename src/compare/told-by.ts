// A telling and a side -> the statements of the telling's record that are that side's word.
import type { Telling } from "../link/candidate.ts";
import type { Record } from "../record/schema.ts";

type Statement = Record["statements"][number];

/** True where somebody of the side says it, or its source names the side ("the office of Colombian President Petro"). */
export const isToldBy = (
  { actors }: Pick<Record, "actors">,
  { speakers, source }: Statement,
  side: string,
): boolean =>
  actors.some(
    ({ id, country, mentions }) =>
      country === side &&
      (speakers.includes(id) ||
        (speakers.length === 0 &&
          source !== undefined &&
          mentions.some(({ start, end }) => start >= source.start && end <= source.end))),
  );

/** Those that the side tells, that make its account of the contact, or that stand within such a one. */
export const wordOf = ({ record, contact }: Telling, side: string): Statement[] => {
  const account = contact.accounts.find((one) => one.side === side);
  const own = new Set(account?.points.map(({ statement }) => statement));
  const within = (id: string | undefined): boolean => {
    const statement = record.statements.find((one) => one.id === id);
    if (!statement) return false;
    return own.has(statement.id) || isToldBy(record, statement, side) || within(statement.within);
  };
  return record.statements.filter(({ id }) => within(id));
};
