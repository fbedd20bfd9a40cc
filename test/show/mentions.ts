// A mention as `[Czech Foreign Minister Jan Novak] name person CZE: foreign minister`.
import type { Reading } from "../../src/model/reading.ts";

export const show = ({ document, mentions }: Reading): string[] =>
  mentions.map((one) => {
    const titles = one.titles.map((title) =>
      [title.words ?? title.office, title.of, title.body].filter((part) => part).join(" "),
    );
    return `[${document.text.slice(one.start, one.end)}] ${one.form} ${one.kind}${one.country ? ` ${one.country}` : ""}${titles.length > 0 ? `: ${titles.join("; ")}` : ""}`;
  });
