// Text with an optional header -> a document: `date 2025-03-04` before the text, or front matter between `---` lines.
import { createHash } from "node:crypto";
import type { Document } from "../model/document.ts";

/** What a header or a flag may say about a text. */
export type Header = Partial<Pick<Document, "title" | "publisher" | "url" | "side" | "published">>;

const isoDate = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const keys: { readonly [key: string]: keyof Header } = {
  title: "title",
  date: "published",
  published: "published",
  publisher: "publisher",
  url: "url",
  side: "side",
};

/**
 * Makes a document of a text. Its header, if it has one, is taken off the text; `flags` override what it says.
 * The id is made of the text and the header, so that the same document has the same id.
 */
export const toDocument = (raw: string, flags: Header = {}): Document => {
  const { header, text } = parseHeader(raw.replace(/^\uFEFF/, ""));
  const said: Header = { ...header, ...flags };
  const id = createHash("sha256").update(
    JSON.stringify([said.url, said.published, said.publisher, said.side, text]),
  );
  return { id: `d${id.digest("hex").slice(0, 16)}`, language: "en", ...said, text };
};

/** Parts a text from its header. What is not a header is text: an unknown key in front matter is left out, the rest kept. */
export const parseHeader = (raw: string): { header: Header; text: string } => {
  const front = /^\s*---[ \t]*\r?\n([\s\S]{0,4000}?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(raw);
  if (front)
    return {
      header: frontMatter(front[1]!),
      text: raw.slice(front[0].length).replace(/^(?:[ \t]*\r?\n)+/, ""),
    };
  const prefix = /^\s*date[ \t:]+(\d{4}-\d{2}-\d{2})(?![\w-])\s*/i.exec(raw);
  if (prefix) return { header: { published: prefix[1]! }, text: raw.slice(prefix[0].length) };
  return { header: {}, text: raw };
};

const frontMatter = (block: string): Header => {
  const header: { -readonly [key in keyof Header]: string } = {};
  for (const line of block.split(/\r?\n/)) {
    const pair = /^\s*(\w+)\s*:\s*(.*?)\s*$/.exec(line);
    const key = pair && keys[pair[1]!.toLowerCase()];
    if (!key) continue;
    const value = pair[2]!.replace(/^(["'])(.*)\1$/, "$2");
    if (value !== "" && (key !== "published" || isoDate.test(value.slice(0, 10))))
      header[key] = key === "published" ? value.slice(0, 10) : value;
  }
  return header;
};
