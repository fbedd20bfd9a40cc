// Rows of cells -> a table as wide as the terminal: columns as wide as they need, the last one cut at the edge.
import stringWidth from "string-width";
import { columns, paint, plain } from "./style.ts";

/** The lines of a table. Cells are made safe; `heads` name the columns. */
export const tableOf = (heads: readonly string[], rows: readonly (readonly string[])[]): string => {
  const safe = rows.map((row) => row.map((cell) => plain(cell)));
  const width = Math.max(columns(), process.stdout.isTTY ? (process.stdout.columns ?? 0) : 0);
  const most = Math.max(12, Math.floor(width / 2.5));
  // What a person copies into the next command is never cut.
  const widths = heads.map((head, at) =>
    Math.min(
      /^(?:id|key)$/.test(head) ? 200 : most,
      Math.max(stringWidth(head), ...safe.map((row) => stringWidth(row[at] ?? ""))),
    ),
  );
  const line = (cells: readonly string[]): string => {
    let used = 0;
    return cells
      .map((cell, at) => {
        const last = at === cells.length - 1;
        const room = last ? Math.max(20, width - used) : widths[at]!;
        used += room + 2;
        const shown = cut(cell, room);
        return last ? shown : shown + " ".repeat(Math.max(0, room - stringWidth(shown)));
      })
      .join("  ")
      .trimEnd();
  };
  return [paint("dim", line(heads)), ...safe.map(line)].join("\n");
};

const cut = (text: string, room: number): string => {
  if (stringWidth(text) <= room) return text;
  let kept = "";
  let used = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += stringWidth(segment);
    if (used > room - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
};
