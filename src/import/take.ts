// A source in any form -> its documents. What can't be taken in becomes a problem, never an exception.

import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { decode } from "./decode.ts";
import { type Header, toDocument } from "./document.ts";
import { InputError } from "./error.ts";
import { type Form, formOf } from "./form.ts";
import { readHtml } from "./html.ts";
import { readMarkdown } from "./markdown.ts";
import { takeRow } from "./row.ts";
import { gather, type ImportOptions, largest, type Source, type Taken } from "./source.ts";
import { rowsOfJson, takeJsonLines, takeTable } from "./tables.ts";
import { takeWarc } from "./warc.ts";
import { bytesOf, type Entry, entriesOf, withFile } from "./zip.ts";

/** Documents, problems and links of one source. Archives within archives are opened three deep. */
export async function* take(source: Source, options: ImportOptions, depth = 0): AsyncGenerator<Taken> {
  try {
    const { form, opened } = await opening(source, options.form as Form | undefined);
    for await (const taken of takeForm(form, opened, options, depth)) yield within(taken);
  } catch (error) {
    const { name, message } = error as Error;
    if (name !== "InputError" && !("code" in (error as object))) throw error;
    yield { kind: "problem", address: source.name, problem: message.replace(`${source.name}: `, "") };
  }
}

/** Rows and PDFs may hold a text that is too long, as files may. */
const within = (taken: Taken): Taken =>
  taken.kind === "document" && taken.document.text.length > largest.text
    ? {
        kind: "problem",
        address: taken.address,
        problem: "is a text of more than 16 million letters; cut it",
      }
    : taken;

/** The form, from the first bytes, and the source with those bytes still in it. */
const opening = async (source: Source, said: Form | undefined): Promise<{ form: Form; opened: Source }> => {
  const chunks = source.open()[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done || first.value.length === 0)
    throw new InputError(`${source.name}: is empty; expected a text`);
  const opened: Source = {
    ...source,
    async *open() {
      try {
        yield first.value;
        for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
      } finally {
        await chunks.return?.();
      }
    },
  };
  return { form: said ?? formOf(source.name, first.value, source.type), opened };
};

async function* takeForm(
  form: Form,
  source: Source,
  options: ImportOptions,
  depth: number,
): AsyncGenerator<Taken> {
  const { form: _, ...inner } = options;
  if (form === "jsonl") yield* takeJsonLines(source, options);
  else if (form === "csv" || form === "tsv") yield* takeTable(source, options, form === "tsv");
  else if (form === "warc") yield* takeWarc(source, (one) => take(one, inner, depth + 1));
  else if (form === "gzip" || form === "zip") {
    if (depth >= 3)
      throw new InputError(`${source.name}: is an archive within archives, more than three deep`);
    if (form === "gzip") yield* take(gunzipped(source), inner, depth + 1);
    else
      for (const entry of await entriesIn(source))
        if (entry.source) yield* take(entry.source, inner, depth + 1);
        else yield { kind: "problem", address: entry.name, problem: entry.problem ?? "can't be opened" };
  } else if (form === "json") yield* takeJson(source, options);
  else if (form === "feed") {
    yield* await takeFeedText(source.name, decode(await gather(source, largest.feed)), options);
  } else yield takeText(source.name, await textOf(form, source), options);
}

/** An archive that is a file is read entry by entry; one within another, or from a server, is held in memory. */
const entriesIn = async (source: Source): Promise<Iterable<Entry>> => {
  const { name, file } = source;
  if (file === undefined) return entriesOf(name, bytesOf(Buffer.from(await gather(source, largest.archive))));
  // Its stream is not read on, and is closed by this.
  for await (const _ of source.open()) break;
  return withFile(file, (bytes) => entriesOf(name, bytes));
};

async function* takeJson(source: Source, options: ImportOptions): AsyncGenerator<Taken> {
  const text = decode(await gather(source, largest.feed * 8));
  if (/^\s*\{[\s\S]{0,2000}jsonfeed\.org/.test(text.slice(0, 3000))) {
    yield* await takeFeedText(source.name, text, options);
    return;
  }
  const rows = rowsOfJson(text);
  if (typeof rows === "string") throw new InputError(`${source.name}: ${rows}`);
  for (const [at, row] of rows.entries())
    yield takeRow(row, source.name, `${source.name}#${at + 1}`, options);
}

// The readers of feeds and PDFs are large, and most runs need neither.
const takeFeedText = async (name: string, text: string, options: ImportOptions): Promise<Taken[]> => {
  const { readFeed, takeFeed } = await import("./feed.ts");
  return takeFeed(name, readFeed(name, text), options);
};

type Text = { readonly header: Header; readonly text: string; readonly date?: string };

const textOf = async (form: Form, source: Source): Promise<Text> => {
  if (form === "pdf")
    return (await import("./pdf.ts")).readPdf(source.name, await gather(source, largest.pdf));
  if (form === "html") {
    const html = decode(await gather(source, largest.page), charsetOf(source.type));
    if (html.slice(0, 4096).includes("\0"))
      throw new InputError(`${source.name}: found binary data; expected a page`);
    const page = readHtml(html);
    if (page.text === "") throw new InputError(`${source.name}: found no main text in the page`);
    return page;
  }
  const text = decode(await gather(source, largest.text));
  if (text.includes("\0")) throw new InputError(`${source.name}: found binary data; expected a text file`);
  return { header: {}, text: form === "markdown" ? readMarkdown(text) : text };
};

const charsetOf = (type = ""): string | undefined => /charset=["']?([\w-]+)/i.exec(type)?.[1];

const takeText = (name: string, { header, text }: Text, options: ImportOptions): Taken => {
  if (text.trim() === "") throw new InputError(`${name}: holds only white space; expected a text`);
  const document = toDocument(text, { ...header, ...options.header });
  const address = document.url ?? (name === "standard input" ? `${name}#${document.id}` : name);
  return { kind: "document", address, document };
};

/** It has no file any more: what is unpacked can only be read in order. */
const gunzipped = (source: Source): Source => ({
  name: source.name,
  open: () => {
    const unpacked = createGunzip();
    const packed = Readable.from(source.open());
    packed.on("error", (error) => unpacked.destroy(error));
    return packed.pipe(unpacked);
  },
});
