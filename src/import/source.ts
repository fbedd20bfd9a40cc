// What all importers share: where bytes come from, what becomes of them, and how much of them is taken.
import type { Document } from "../model/document.ts";
import type { Header } from "./document.ts";
import { InputError } from "./error.ts";

/** Bytes with a name that a person can find them by: a path, `archive.zip#inner.html`, a URL. */
export type Source = {
  readonly name: string;
  readonly open: () => AsyncIterable<Uint8Array>;
  /** The file that holds it, for what must be read out of order. */
  readonly file?: string;
  /** What the server or the container says it is: `text/html; charset=utf-8`. */
  readonly type?: string;
};

/** One document with the address it came from, one part of a source that could not be taken in, or a URL to fetch. */
export type Taken =
  | { readonly kind: "document"; readonly address: string; readonly document: Document }
  | { readonly kind: "problem"; readonly address: string; readonly problem: string }
  | { readonly kind: "link"; readonly address: string; readonly header: Header };

/** Columns of JSON Lines and CSV that fill a document's fields: `{ text: "body", published: "day" }`. */
export type Columns = { readonly [field in keyof Header | "text" | "id"]?: string };

/** How to take sources in. `header` overrides what a source says of itself. */
export type ImportOptions = { readonly header: Header; readonly columns: Columns; readonly form?: string };

const mega = 1024 * 1024;

/**
 * Bytes that one text, page, feed, line, or one part of an archive or answer of a server may have; what is larger is
 * refused. Reading takes about a hundred bytes of memory for each letter, which is what bounds a text.
 */
export const largest = {
  text: 16 * mega,
  page: 8 * mega,
  feed: 16 * mega,
  pdf: 128 * mega,
  line: 32 * mega,
  part: 32 * mega,
  archive: 256 * mega,
};

/** All bytes of a source. Throws InputError beyond `limit`, having kept no more than that. */
export const gather = async (source: Source, limit: number): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source.open()) {
    size += chunk.length;
    if (size > limit)
      throw new InputError(
        `${source.name}: has more than ${Math.round(limit / mega)} MB; expected one text of at most that, or JSON Lines or CSV of many; cut it`,
      );
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
};

/** A source that is already in memory. */
export const sourceOf = (name: string, bytes: Uint8Array, type?: string): Source => ({
  name,
  ...(type !== undefined && { type }),
  async *open() {
    yield bytes;
  },
});
