// Bytes -> text, whatever character set they are in.
import { detect } from "chardet";

/**
 * UTF-8 where the bytes are valid UTF-8, else by byte order mark, else the character set that the server (`said`) or
 * the page itself names, else by what the bytes look like.
 */
export const decode = (bytes: Uint8Array, said?: string): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // The first stretch is enough to tell a character set, and keeps detection fast on large files.
    const named = said ?? namedIn(bytes);
    return decodeAs(bytes, named ?? detect(bytes.subarray(0, 65_536)) ?? "windows-1252");
  }
};

const namedIn = (bytes: Uint8Array): string | undefined => {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString("latin1");
  const name = /<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?([\w-]{3,20})/i.exec(head)?.[1];
  // A page that is not UTF-8 but says so is wrong about itself.
  return name === undefined || /^utf-?8$/i.test(name) ? undefined : name;
};

const decodeAs = (bytes: Uint8Array, name: string): string => {
  try {
    return new TextDecoder(/^(?:iso-8859-1|latin1|utf-?8)$/i.test(name) ? "windows-1252" : name).decode(
      bytes,
    );
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
};
