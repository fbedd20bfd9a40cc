// Comparisons -> Markdown for a newsroom: a table a contact, facts first.
import {
  balance,
  factValue,
  factWord,
  headline,
  pointWords,
  relationWords,
  rowsOf,
  sourceWords,
  statedFacts,
} from "../compare/rows.ts";
import type { Comparison } from "../compare/schema.ts";

/** One section a comparison; text of documents is escaped so that it stays text. */
export const toMarkdown = (comparisons: readonly Comparison[]): string => comparisons.map(section).join("\n");

const section = (comparison: Comparison): string => {
  const sides = comparison.sides.map(({ name }) => safe(name));
  const facts = statedFacts(comparison).map((fact) =>
    row([
      fact.field,
      fact.agree ? factWord(fact) : "**differ**",
      ...fact.values.map(({ value }) => safe(factValue(value, comparison))),
    ]),
  );
  const points = rowsOf(comparison).map(({ topic, relation, cells }) =>
    row([
      safe(topic),
      relation === "contrary" ? `**${relationWords[relation]}**` : relationWords[relation],
      ...cells.map((points) => {
        const cell = points.map((point) => {
          const { who, act, words } = pointWords(point, comparison);
          return safe(`${who}${who ? ", " : ""}${act}: ${words}`);
        });
        return cell.join("<br>") || "–";
      }),
    ]),
  );
  const head = [
    row(["", "", ...sides.map((side) => `Account of ${side}`)]),
    row(["---", "---", ...sides.map(() => "---")]),
  ];
  const sources = comparison.documents.map(
    (document) =>
      `- ${sourceWords(document, comparison.documents)
        .map((part) => safe(part))
        .join(", ")}`,
  );
  return [
    `## ${safe(headline(comparison))}`,
    "",
    safe(balance(comparison)),
    "",
    ...head,
    ...facts,
    ...points,
    "",
    ...sources,
    "",
  ].join("\n");
};

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const safe = (text: string): string => text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>#|~]/g, "\\$&");
