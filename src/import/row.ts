// A row of JSON Lines or CSV -> a document, by a mapping of columns.
import { toDay } from "./day.ts";
import { type Header, toDocument } from "./document.ts";
import { InputError } from "./error.ts";
import type { Columns, ImportOptions, Taken } from "./source.ts";

type Field = keyof Columns;

/** Column names that are understood without a mapping, the likeliest first. */
const usual: { readonly [field in Field]-?: readonly string[] } = {
  text: ["text", "body", "content", "article", "article_text", "full_text", "maintext", "document.text"],
  title: ["title", "headline", "document.title"],
  published: [
    "published",
    "date",
    "publish_date",
    "pub_date",
    "date_published",
    "published_at",
    "datePublished",
    "document.published",
  ],
  publisher: ["publisher", "source", "outlet", "site", "source_name", "document.publisher"],
  url: ["url", "link", "permalink", "document.url"],
  side: ["side", "document.side"],
  id: ["id", "uri", "key", "document.id"],
};
const fields = Object.keys(usual) as Field[];
const aliases: { readonly [name: string]: Field } = { date: "published", body: "text" };

/** `text=body,date=day` -> a mapping. Throws InputError for a field that is none. */
export const parseColumns = (text: string): Columns => {
  const columns: { [field in Field]?: string } = {};
  for (const pair of text.split(",")) {
    const at = pair.indexOf("=");
    const name = pair.slice(0, Math.max(at, 0)).trim();
    const field = aliases[name] ?? (fields.includes(name as Field) ? (name as Field) : undefined);
    if (at < 1 || field === undefined)
      throw new InputError(
        `--columns "${pair}": is no mapping; expected field=column with a field of ${fields.join(", ")}, as in text=body,date=day`,
      );
    columns[field] = pair.slice(at + 1).trim();
  }
  return columns;
};

/** The document of a row. `name` is the source's; the address is the row's url or id, else made of its content. */
export const takeRow = (
  row: object,
  name: string,
  place: string,
  { columns, header }: ImportOptions,
): Taken => {
  const values = new Map(fields.map((field) => [field, cellOf(row, field, columns[field])]));
  const text = asText(values.get("text"));
  if (text === undefined || text.trim() === "") {
    const problem = `found no text${columns.text === undefined ? "" : ` in "${columns.text}"`}; expected a column of text, which --columns text=NAME names`;
    return { kind: "problem", address: place, problem };
  }
  const said: { -readonly [key in keyof Header]: string } = {};
  for (const field of ["title", "publisher", "url", "side"] as const) {
    const value = asText(values.get(field))?.trim();
    if (value !== undefined && value !== "") said[field] = value;
  }
  const published = toDay(values.get("published"));
  if (published !== undefined) said.published = published;
  const document = toDocument(text, { ...said, ...header });
  const id = asText(values.get("id"));
  return { kind: "document", address: document.url ?? `${name}#${id ?? document.id}`, document };
};

const cellOf = (row: object, field: Field, column: string | undefined): unknown => {
  for (const name of column === undefined ? usual[field] : [column, ...usual[field]]) {
    let value: unknown = row;
    if (Object.hasOwn(row, name)) value = (row as { [key: string]: unknown })[name];
    else
      for (const key of name.split("."))
        value =
          typeof value === "object" && value !== null && Object.hasOwn(value, key)
            ? (value as { [key: string]: unknown })[key]
            : undefined;
    if (value !== undefined && value !== null && value !== "") return value;
    // A column that is there and empty is empty; one that this table lacks gives way to the usual names.
    if (name === column && value !== undefined) return undefined;
  }
  return undefined;
};

const asText = (value: unknown): string | undefined =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;
