// A file or standard input -> one document.
import { readFileSync } from "node:fs";
import type { Document } from "../model/document.ts";
import { decode } from "./decode.ts";
import { type Header, toDocument } from "./document.ts";
import { InputError } from "./error.ts";

/** Reads `path`, or standard input for `-`. Throws InputError, one line, for what can't be read as text. */
export const readFile = (path: string, flags: Header = {}): Document => {
  const bytes = bytesOf(path);
  const name = path === "-" ? "standard input" : path;
  if (bytes.length === 0) throw new InputError(`${name}: is empty; expected a text`);
  const text = decode(bytes);
  if (text.includes("\0")) throw new InputError(`${name}: found binary data; expected a text file`);
  if (text.trim() === "") throw new InputError(`${name}: holds only white space; expected a text`);
  return toDocument(text, flags);
};

const problems: { readonly [code: string]: string } = {
  ENOENT: "not found; check the path",
  EISDIR: "is a folder; name the files in it",
  EACCES: "may not be read; check its permissions",
};

const bytesOf = (path: string): Uint8Array => {
  try {
    return readFileSync(path === "-" ? 0 : path);
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    throw new InputError(`${path}: ${problems[code] ?? message}`);
  }
};
