// A PDF -> the text it shows, its lines joined to paragraphs, and what its metadata say.
import { extractText, getDocumentProxy, getMeta } from "unpdf";
import type { Header } from "./document.ts";
import { InputError } from "./error.ts";

/** Text and header of a PDF. Throws InputError for one that is broken, locked or only a picture. */
export const readPdf = async (name: string, bytes: Uint8Array): Promise<{ header: Header; text: string }> => {
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
