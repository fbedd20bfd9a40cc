// The name and first bytes of a source -> the form it is in.

/** How a source is written. */
export type Form =
  | "text"
  | "markdown"
  | "html"
  | "jsonl"
  | "json"
  | "csv"
  | "tsv"
  | "zip"
  | "gzip"
  | "warc"
  | "pdf"
  | "feed";

const byExtension: { readonly [extension: string]: Form } = {
  txt: "text",
  text: "text",
  md: "markdown",
  markdown: "markdown",
  html: "html",
  htm: "html",
  xhtml: "html",
  jsonl: "jsonl",
  ndjson: "jsonl",
  json: "json",
  csv: "csv",
  tsv: "tsv",
  zip: "zip",
  gz: "gzip",
  warc: "warc",
  pdf: "pdf",
  rss: "feed",
  atom: "feed",
  opml: "feed",
  xml: "feed",
};
const byType: { readonly [type: string]: Form } = {
  "text/plain": "text",
  "text/markdown": "markdown",
  "text/html": "html",
  "application/xhtml+xml": "html",
  "application/json": "json",
  "application/feed+json": "feed",
  "application/rss+xml": "feed",
  "application/atom+xml": "feed",
  "application/xml": "feed",
  "text/xml": "feed",
  "text/csv": "csv",
  "application/x-ndjson": "jsonl",
  "application/pdf": "pdf",
  "application/zip": "zip",
};

/** The forms that `--as` names. */
export const forms = [...new Set<Form>(Object.values(byExtension))];

/** The form that a name's extension says; undefined where it says none. */
export const formByName = (name: string): Form | undefined =>
  byExtension[/\.([a-z0-9]+)(?:\.gz)?$/i.exec(name)?.[1]?.toLowerCase() ?? ""];

/** The form of a source: bytes that can be nothing else count most, then the type it was served with, then its name. */
export const formOf = (name: string, head: Uint8Array, type?: string): Form => {
  const start = Buffer.from(head.subarray(0, 1024))
    .toString("latin1")
    .replace(/^(?:\u00ef\u00bb\u00bf)?\s+/, "");
  if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) return "zip";
  if (start.startsWith("\u001f\u008b")) return "gzip";
  if (start.startsWith("%PDF-")) return "pdf";
  if (/^WARC\/\d/.test(start)) return "warc";
  const said = byType[type?.split(";")[0]?.trim().toLowerCase() ?? ""];
  const named = said ?? formByName(name);
  // What was unpacked keeps its name; an archive or PDF that does not begin as one is a broken one.
  if (named !== undefined && named !== "gzip")
    return named === "feed" && /^<(?:!doctype html|html)/i.test(start) ? "html" : named;
  if (/^<(?:!doctype html|html)/i.test(start)) return "html";
  if (/^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,200}-->\s*)?<(?:rss|feed|rdf:RDF|opml)\b/i.test(start))
    return "feed";
  if (/^\{\s*"/.test(start)) return "jsonl";
  return "text";
};
