// An event as `SANCTION sever 163 | Canada > Belarus | actual 2024-05-03 | imposed`.
import type { Reading } from "../../src/model/reading.ts";

export const show = ({ document, actors, events }: Reading): string[] => {
  const names = (list: readonly number[]) => list.map((actor) => actors[actor]!.name).join(", ") || "-";
  return events.map(({ type, mode, cameo, actors: acting, recipients, factuality, date, trigger, within }) =>
    [
      [type, mode, cameo].filter(Boolean).join(" "),
      `${names(acting)} > ${names(recipients)}`,
      [factuality, date].filter(Boolean).join(" "),
      `${document.text.slice(trigger.start, trigger.end)}${within === undefined ? "" : " (reported)"}`,
    ].join(" | "),
  );
};
