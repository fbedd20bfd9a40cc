// Bytes -> text, whatever character set they are in.
import { detect } from "chardet";

type Decoder = InstanceType<typeof TextDecoder>;

/**
 * UTF-8 where the bytes are valid UTF-8, else by byte order mark, else the character set that the server (`said`) or
 * the page itself names, else by what the bytes look like.
 */
export const decode = (bytes: Uint8Array, said?: string): string => {
  try {
    if (markOf(bytes) === undefined) return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Falls through to the search for another character set.
  }
  return decoderOf(bytes, said).decode(bytes);
};

/** What decodes a text that begins with these bytes, for one that comes in pieces. */
export const decoderOf = (head: Uint8Array, said?: string): Decoder => {
  const mark = markOf(head);
  if (mark !== undefined) return new TextDecoder(mark);
  try {
    // A character may be cut at the end of a piece.
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return new TextDecoder();
  } catch {
    // The first stretch is enough to tell a character set, and keeps detection fast on large files.
    return decoderNamed(said ?? namedIn(head) ?? detect(head.subarray(0, 65_536)) ?? "windows-1252");
  }
};

const markOf = (bytes: Uint8Array): string | undefined =>
  bytes[0] === 0xff && bytes[1] === 0xfe
    ? "utf-16le"
    : bytes[0] === 0xfe && bytes[1] === 0xff
      ? "utf-16be"
      : undefined;

const namedIn = (bytes: Uint8Array): string | undefined => {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString("latin1");
  const name = /<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?([\w-]{3,20})/i.exec(head)?.[1];
  // A page that is not UTF-8 but says so is wrong about itself.
  return name === undefined || /^utf-?8$/i.test(name) ? undefined : name;
};

const decoderNamed = (name: string): Decoder => {
  try {
    return new TextDecoder(/^(?:iso-8859-1|latin1|utf-?8)$/i.test(name) ? "windows-1252" : name);
  } catch {
    return new TextDecoder("windows-1252");
  }
};
