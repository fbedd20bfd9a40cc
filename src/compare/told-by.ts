// A statement of a record -> does a side tell it?
import type { Record } from "../record/schema.ts";

/** True where somebody of the side says it, or its source names the side ("the office of Colombian President Petro"). */
export const isToldBy = (
  { actors }: Pick<Record, "actors">,
  { speakers, source }: Record["statements"][number],
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
