// A PDF -> the text it shows, its lines joined to paragraphs, and what its metadata say.
import { inflateSync } from "node:zlib";
import { extractText, getDocumentProxy, getMeta } from "unpdf";
import type { Header } from "./document.ts";
import { InputError } from "./error.ts";

/** A scanned page of the largest usual size has less. */
const mostUnpacked = 128 * 1024 * 1024;

/** True where one of the file's packed streams would fill the memory, or is packed twice, which no writer does. */
const isBomb = (bytes: Buffer): boolean => {
  for (let at = bytes.indexOf("stream"); at >= 0; at = bytes.indexOf("stream", at + 6)) {
    const before = bytes.toString("latin1", Math.max(0, at - 600), at);
    const about = before.slice(before.lastIndexOf("obj") + 1);
    if (before.endsWith("end") || !/\/Fl(?:ateDecode)?\b/.test(about)) continue;
    if (/\/Fl(?:ateDecode)?\b[^\]]{0,200}\/Fl(?:ateDecode)?\b/.test(about)) return true;
    try {
      inflateSync(bytes.subarray(at + 6 + (bytes[at + 6] === 13 ? 2 : 1)), { maxOutputLength: mostUnpacked });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") return true;
      // What can't be unpacked is for the reader of the PDF to judge.
    }
  }
  return false;
};

/** Text and header of a PDF. Throws InputError for one that is broken, locked or only a picture. */
export const readPdf = async (name: string, bytes: Uint8Array): Promise<{ header: Header; text: string }> => {
  if (isBomb(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
    throw new InputError(
      `${name}: unpacks to more than ${mostUnpacked / 1024 / 1024} MB in one stream; refused`,
    );
  let pages: string[];
  let title: string | undefined;
  try {
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
    pages = (await extractText(pdf, { mergePages: false })).text;
    const { info } = await getMeta(pdf);
    const said = (info as { Title?: unknown }).Title;
    if (typeof said === "string" && said.trim() !== "" && !/\.(?:docx?|pdf|indd)$|^untitled/i.test(said))
      title = said.trim();
  } catch (error) {
    throw new InputError(`${name}: can't be read as PDF (${(error as Error).message.slice(0, 80)})`);
  }
  const text = pages.map(paragraphsOf).join("\n\n").trim();
  if (text === "")
    throw new InputError(`${name}: is a PDF without text (a scan?); run text recognition over it first`);
  return { header: title === undefined ? {} : { title }, text };
};

/** A line that ends a sentence well before the margin ends a paragraph; a hyphen at a line's end joins the word. */
const paragraphsOf = (page: string): string => {
  const lines = page.split("\n").map((line) => line.trim());
  const width = Math.max(...lines.map((line) => line.length));
  let text = "";
  for (const line of lines) {
    if (line === "") text = `${text.trimEnd()}\n\n`;
    else {
      text += line;
      if (/[.!?:”"]$/.test(line) && line.length < width * 0.8) text += "\n\n";
      else if (/\p{Ll}-$/u.test(line)) text = text.slice(0, -1);
      else text += " ";
    }
  }
  return text.replace(/\n{3,}/g, "\n\n").trim();
};
