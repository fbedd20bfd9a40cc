// A comparison -> a table for the terminal, one column a side.
import stringWidth from "string-width";
import {
  balance,
  factValue,
  headline,
  pointWords,
  relationWords,
  rowsOf,
  sourceWords,
  statedFacts,
} from "../compare/rows.ts";
import type { ComparedPoint, Comparison } from "../compare/schema.ts";
import { columns, paint, plain, wrap } from "./style.ts";

/** The table of one comparison, as wide as the terminal. */
export const comparisonTable = (comparison: Comparison): string => {
  const sides = comparison.sides.map(({ name }) => name);
  const width = Math.floor((columns() - 3 * (sides.length - 1)) / sides.length);
  const lines = [
    paint(["bold", "cyan"], wrap(plain(headline(comparison)), "", "  ")),
    wrap(plain(balance(comparison)), "", "  "),
    "",
  ];
  lines.push(
    ...beside(
      sides.map((side) =>
        wrap(plain(`Account of ${side}`), "", "  ", width)
          .split("\n")
          .map((line) => paint("bold", line)),
      ),
      width,
    ),
  );
  lines.push(paint("dim", sides.map(() => "─".repeat(width)).join("─┼─")));
  for (const { field, agree, values } of statedFacts(comparison)) {
    const cells = values.map(({ value }) =>
      wrap(`${field}: ${plain(factValue(value, comparison))}`, "", "  ", width).split("\n"),
    );
    lines.push(
      ...beside(agree ? cells : cells.map((cell) => cell.map((line) => paint("yellow", line))), width),
    );
  }
  for (const row of rowsOf(comparison)) {
    const color = row.relation === "contrary" ? "red" : row.relation === "only" ? "dim" : "green";
    lines.push("", paint(color, wrap(`${relationWords[row.relation]}: ${plain(row.topic)}`, "", "  ")));
    lines.push(
      ...beside(
        row.cells.map((points) => cellOf(points, comparison, width)),
        width,
      ),
    );
  }
  lines.push("", paint("dim", "Told by"));
  for (const document of comparison.documents)
    lines.push(wrap(plain(sourceWords(document, comparison.documents).join(", ")), "  ", "    "));
  return lines.join("\n");
};

const cellOf = (points: readonly ComparedPoint[], comparison: Comparison, width: number): string[] =>
  points.length === 0
    ? ["–"]
    : points.flatMap((point) => {
        const { who, act, words } = pointWords(point, comparison);
        return wrap(plain(`${who}${who ? ", " : ""}${act}: ${words}`), "", "", width).split("\n");
      });

/** Cells of lines -> lines of cells, each padded to the column's width. */
const beside = (cells: readonly (readonly string[])[], width: number): string[] => {
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((cell, at) => {
        const text = cell[line] ?? "";
        return at === cells.length - 1 ? text : text + " ".repeat(Math.max(0, width - stringWidth(text)));
      })
      .join(" │ ")
      .trimEnd(),
  );
};
