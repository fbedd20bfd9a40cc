// An actor as `Jan Novak person CZE GOV | foreign minister CZE text | "Novak" "he"`.
import type { Reading } from "../../src/model/reading.ts";

export const show = ({ document, mentions, actors }: Reading): string[] =>
  actors.map((actor) =>
    [
      `${actor.name} ${actor.kind}${actor.code ? ` ${actor.code}` : actor.country ? ` ${actor.country}` : ""}`,
      ...actor.offices.map(
        ({ title, of, from, to, basis }) =>
          `${title}${of ? ` ${of}` : ""} ${basis}${from ? ` ${from}/${to ?? ""}` : ""}`,
      ),
      actor.mentions
        .map((index) => `"${document.text.slice(mentions[index]!.start, mentions[index]!.end)}"`)
        .join(" "),
    ].join(" | "),
  );
