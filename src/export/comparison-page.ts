// Comparisons -> one self-contained page: aligned rows, each cell tied to its words in its document below.
import {
  balance,
  factValue,
  factWord,
  headline,
  pointWords,
  type Row,
  relationWords,
  rowsOf,
  statedFacts,
} from "../compare/rows.ts";
import type { ComparedPoint, Comparison } from "../compare/schema.ts";
import { fold } from "../link/identity.ts";
import type { Record } from "../record/schema.ts";
import { escapeText, frame } from "./markup.ts";
import { tied, titleOf } from "./page.ts";
import { pageScript } from "./page-script.ts";
import { pageStyle } from "./page-style.ts";

/** The page; `records` are those that were compared, for the texts below the tables. */
export const toComparisonPage = (comparisons: readonly Comparison[], records: readonly Record[]): string => {
  const used = new Set(comparisons.flatMap(({ documents }) => documents.map(({ id }) => id)));
  const texts = records
    .filter(({ document }) => used.has(document.id))
    .map((record) => plainText(record, comparisons));
  const empty = "<section><p>No contact of which two sides tell.</p></section>";
  const body = `${comparisons.length === 0 ? empty : comparisons.map(section).join("\n")}\n${texts.join("\n")}`;
  return frame("Accounts side by side", pageStyle, body, pageScript);
};

const section = (comparison: Comparison): string => {
  const facts = statedFacts(comparison).map(
    (fact) =>
      `<tr><th scope="row">${fact.field}<br><span class="tag${fact.agree ? "" : " clash"}">${factWord(fact)}</span></th>${fact.values
        .map(({ value }) =>
          value === null
            ? '<td class="none">not said</td>'
            : `<td>${escapeText(factValue(value, comparison))}</td>`,
        )
        .join("")}</tr>`,
  );
  const rows = rowsOf(comparison).map(
    (row) =>
      `<tr><th scope="row">${escapeText(row.topic)}<br><span class="tag${row.relation === "contrary" ? " clash" : ""}">${relationWords[row.relation]}</span></th>${row.cells
        .map((points) => cell(points, row, comparison))
        .join("")}</tr>`,
  );
  return `<header><h1>${escapeText(headline(comparison))}</h1>
<p class="facts">${escapeText(balance(comparison))}</p></header>
<section><table><thead><tr><td></td>${comparison.sides.map((side) => columnHead(side, comparison)).join("")}</tr></thead>
<tbody>${facts.join("\n")}${rows.join("\n")}</tbody></table></section>`;
};

/** The side, and who publishes its account. */
const columnHead = ({ name, documents }: Comparison["sides"][number], comparison: Comparison): string => {
  const publishers = documents.flatMap(
    (id) => comparison.documents.find((one) => one.id === id)?.publisher ?? [],
  );
  const by = [...new Set(publishers)].map(escapeText).join(", ");
  return `<th scope="col">Account of ${escapeText(name)}${by && `<br><span class="soft">${by}</span>`}</th>`;
};

const cell = (points: readonly ComparedPoint[], row: Row, comparison: Comparison): string =>
  points.length === 0
    ? '<td class="none">–</td>'
    : `<td>${points.map((point) => told(point, row, comparison)).join("")}</td>`;

const told = (point: ComparedPoint, row: Row, comparison: Comparison): string => {
  const { who, act, words } = pointWords(point, comparison);
  const source = comparison.documents.find(({ id }) => id === point.document);
  const origin = [source?.publisher, source?.title, source?.published, source?.url].filter(
    (part) => part !== undefined,
  );
  const place = `characters ${point.content[0]?.start ?? 0} to ${point.content.at(-1)?.end ?? 0}`;
  const citation = `“${words}” (${origin.join(", ") || point.document}, ${place})`;
  const label = escapeText(`${who}${who ? ", " : ""}${act}: `);
  const copy = `<button data-copy="${escapeText(citation)}">cite</button>`;
  return `<p${tied(point.content, `text-${point.document}`)}><span class="soft">${label}</span>${differing(words, row)} ${copy}</p>`;
};

/** The words of one side that the other lacks, marked; where nearly all differ, marks would show nothing. */
const differing = (words: string, { relation, differences }: Row): string => {
  const own = new Set(
    differences.flatMap((line) =>
      line
        .replace(/^\w+ only: /, "")
        .split(", ")
        .map(fold),
    ),
  );
  const parts = words.split(/([\p{L}\p{N}]+)/u);
  const differ = parts.filter((part) => own.has(fold(part))).length;
  if (relation === "only" || differ > parts.length * 0.25) return escapeText(words);
  return parts
    .map((part) => (own.has(fold(part)) ? `<mark>${escapeText(part)}</mark>` : escapeText(part)))
    .join("");
};

const plainText = (record: Record, comparisons: readonly Comparison[]): string => {
  const { document } = record;
  const points = comparisons.flatMap(({ sides }) =>
    sides.flatMap((side) => side.points.filter((one) => one.document === document.id)),
  );
  const cuts = new Set([0, [...document.text].length]);
  for (const { content } of points) for (const { start, end } of content) cuts.add(start).add(end);
  const ordered = [...cuts].sort((a, b) => a - b);
  const letters = [...document.text];
  const parts = ordered
    .slice(0, -1)
    .map(
      (start, at) =>
        `<span data-start="${start}">${escapeText(letters.slice(start, ordered[at + 1]).join(""))}</span>`,
    );
  const facts = [
    document.publisher,
    document.side && `account of ${document.side}`,
    document.published,
    document.url,
  ];
  return `<header><h2>${escapeText(titleOf(record))}</h2>
<p class="facts">${facts
    .filter((fact) => fact !== undefined)
    .map((fact) => escapeText(fact))
    .join(" · ")}</p></header>
<section><article class="text" id="text-${document.id}">${parts.join("")}</article></section>`;
};
