// Bytes -> text, whatever character set they are in.
import { detect } from "chardet";

/** UTF-8 where the bytes are valid UTF-8, else by byte order mark, else by what the bytes look like. */
export const decode = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // The first stretch is enough to tell a character set, and keeps detection fast on large files.
    const name = detect(bytes.subarray(0, 65_536)) ?? "windows-1252";
    return decodeAs(bytes, name);
  }
};

const decodeAs = (bytes: Uint8Array, name: string): string => {
  try {
    return new TextDecoder(name === "ISO-8859-1" ? "windows-1252" : name).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
};
