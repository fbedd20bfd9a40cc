// Records -> their sources as CSL-JSON and BibTeX.
import type { Record } from "../record/schema.ts";

type Document = Record["document"];

/** What to call a text without a title: its first words. */
const titleOf = ({ title, text }: Document): string =>
  title ?? `${text.trim().slice(0, 70).replace(/\s+/g, " ")}…`;

/** CSL-JSON, one item a line between brackets. A side's own account is a press release, other texts are news. */
export function* toCsl(records: Iterable<Record>): Generator<string> {
  yield "[";
  let first = true;
  for (const { document } of records) {
    const parts = document.published?.split("-").map(Number);
    const item = {
      id: document.id,
      type: document.side === undefined ? "article-newspaper" : "webpage",
      title: titleOf(document),
      ...(document.publisher !== undefined && {
        "container-title": document.publisher,
        publisher: document.publisher,
      }),
      ...(document.side !== undefined && { genre: "Press release" }),
      ...(parts && { issued: { "date-parts": [parts] } }),
      ...(document.url !== undefined && { URL: document.url }),
      language: document.language,
    };
    yield `${first ? "" : ","}\n${JSON.stringify(item)}`;
    first = false;
  }
  yield "\n]\n";
}

/** BibTeX, every field braced and escaped; the key is the document's id. */
export function* toBibtex(records: Iterable<Record>): Generator<string> {
  for (const { document } of records) {
    const [year, month, day] = document.published?.split("-") ?? [];
    const fields: [string, string | undefined][] = [
      ["title", `{${braced(titleOf(document))}}`],
      [
        document.side === undefined ? "journal" : "organization",
        document.publisher && `{${braced(document.publisher)}}`,
      ],
      ["year", year && `{${year}}`],
      ["month", month && `{${Number(month)}}`],
      ["day", day && `{${Number(day)}}`],
      ["url", document.url && `{${document.url.replace(/[{}\\\s]/g, (sign) => encodeURIComponent(sign))}}`],
    ];
    const kind = document.side === undefined ? "article" : "misc";
    const rows = fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = ${value}`);
    yield `@${kind}{${document.id},\n${rows.join(",\n")}\n}\n`;
  }
}

const signs: { readonly [sign: string]: string } = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

const braced = (text: string): string =>
  text.replace(/\s+/g, " ").replace(/[\\~^{}$&#_%]/g, (sign) => signs[sign] ?? `\\${sign}`);
