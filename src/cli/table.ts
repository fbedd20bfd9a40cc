// Rows of cells -> a table as wide as the terminal: columns as wide as they need, the last one over some lines.
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import { columns, paint, plain } from "./style.ts";

/** The lines that one cell may take; what is longer is cut. */
const deepest = 3;

/** The lines of a table. Cells are made safe; `heads` name the columns. Where no terminal reads it, nothing is cut. */
export const tableOf = (heads: readonly string[], rows: readonly (readonly string[])[]): string => {
  const safe = rows.map((row) => row.map((cell) => plain(cell)));
  const width = process.stdout.isTTY ? Math.max(columns(), process.stdout.columns ?? 0) : 1e6;
  const most = Math.max(12, Math.floor(width / 2.5));
  // What a person copies into the next command is never cut.
  const widths = heads.map((head, at) =>
    Math.min(
      /^(?:id|key)$/.test(head) ? 200 : most,
      Math.max(stringWidth(head), ...safe.map((row) => stringWidth(row[at] ?? ""))),
    ),
  );
  const before = widths.slice(0, -1).reduce((sum, one) => sum + one + 2, 0);
  const room = Math.max(20, width - before);
  const line = (cells: readonly string[]): string => {
    const first = cells
      .slice(0, -1)
      .map((cell, at) => padded(cut(cell, widths[at]!), widths[at]! + 2))
      .join("");
    return linesOf(cells.at(-1) ?? "", room)
      .map((part, at) => ((at === 0 ? first : " ".repeat(before)) + part).trimEnd())
      .join("\n");
  };
  return [paint("dim", line(heads)), ...safe.map(line)].join("\n");
};

const padded = (text: string, width: number): string =>
  text + " ".repeat(Math.max(0, width - stringWidth(text)));

/** The last column goes on in lines of its own. */
const linesOf = (text: string, room: number): string[] => {
  const lines = wrapAnsi(text, room, { hard: true, trim: true }).split("\n");
  return lines.length <= deepest
    ? lines
    : [...lines.slice(0, deepest - 1), cut(lines.slice(deepest - 1).join(" "), room)];
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
