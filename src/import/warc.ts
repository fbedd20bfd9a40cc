// A WARC archive -> the pages and texts it holds, read as a stream, one record in memory at a time.
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { InputError } from "./error.ts";
import { largest, type Source, sourceOf, type Taken } from "./source.ts";

type Fields = { readonly [name: string]: string };
type WarcRecord = { readonly fields: Fields; readonly block?: Buffer };

/** Takes in the responses, resources and conversions of an archive; what is no text or page is passed over. */
export async function* takeWarc(
  source: Source,
  takeOne: (inner: Source) => AsyncIterable<Taken>,
): AsyncGenerator<Taken> {
  for await (const { fields, block } of recordsOf(source)) {
    const type = fields["warc-type"];
    if (type !== "response" && type !== "resource" && type !== "conversion") continue;
    const address = (fields["warc-target-uri"] ?? `${source.name}#${fields["warc-record-id"] ?? ""}`).replace(
      /^<|>$/g,
      "",
    );
    if (block === undefined) {
      yield { kind: "problem", address, problem: "is a record of more than 32 MB; passed over" };
      continue;
    }
    const body = type === "response" ? httpBody(block) : { bytes: block, type: fields["content-type"] ?? "" };
    if (typeof body === "string") {
      yield { kind: "problem", address, problem: body };
      continue;
    }
    if (body === undefined || !/^(?:text\/(?:html|plain)|application\/(?:xhtml\+xml|pdf))\b/i.test(body.type))
      continue;
    if (body.bytes.length === 0) continue;
    // The day it was fetched is no publication date and stays out.
    yield* takeOne(sourceOf(address, body.bytes, body.type));
  }
}

async function* recordsOf(source: Source): AsyncGenerator<WarcRecord> {
  const bytes = byteReader(source.open());
  for (let number = 1; ; number += 1) {
    const head = await bytes.until("\r\n\r\n", 64 * 1024);
    if (head === undefined) return;
    const lines = head.toString("utf8").trimStart().split("\r\n");
    const fields = fieldsOf(lines.slice(1));
    const length = Number(fields["content-length"]);
    if (!/^WARC\/\d/.test(lines[0] ?? "") || !Number.isSafeInteger(length) || length < 0)
      throw new InputError(
        `${source.name}: is no WARC at record ${number}; expected "WARC/1.0" with a Content-Length`,
      );
    const block = await bytes.take(length, largest.part);
    if (block === "short")
      throw new InputError(`${source.name}: breaks off in record ${number}; copy it again`);
    yield block === "large" ? { fields } : { fields, block };
  }
}

const fieldsOf = (lines: readonly string[]): Fields => {
  const fields: { [name: string]: string } = {};
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (colon > 0) fields[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
  return fields;
};

const httpBody = (block: Buffer): { bytes: Buffer; type: string } | string | undefined => {
  const end = block.indexOf("\r\n\r\n");
  if (end < 0) return "holds no HTTP response";
  const lines = block.subarray(0, end).toString("latin1").split("\r\n");
  if (!/^HTTP\/\S+ 200\b/.test(lines[0] ?? "")) return undefined;
  const fields = fieldsOf(lines.slice(1));
  let bytes = block.subarray(end + 4);
  if (/chunked/i.test(fields["transfer-encoding"] ?? "")) bytes = unchunk(bytes);
  const unpacked = decompress(bytes, fields["content-encoding"]);
  return typeof unpacked === "string" ? unpacked : { bytes: unpacked, type: fields["content-type"] ?? "" };
};

/** Undoes a content encoding within the limit that a page may have; a text says why it can't be done. */
export const decompress = (bytes: Buffer, encoding = ""): Buffer | string => {
  const options = { maxOutputLength: largest.part };
  try {
    if (/^(?:x-)?gzip$/i.test(encoding)) return gunzipSync(bytes, options);
    if (/^br$/i.test(encoding)) return brotliDecompressSync(bytes, options);
    if (/^deflate$/i.test(encoding)) return inflateSync(bytes, options);
    return encoding === "" || /^identity$/i.test(encoding)
      ? bytes
      : `is packed as ${encoding}, which is not known`;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE"
      ? "unpacks to more than 32 MB; refused"
      : `can't be unpacked (${(error as Error).message})`;
  }
};

/** Some crawlers keep chunked bodies as they came, others name the encoding but keep them joined. */
const unchunk = (bytes: Buffer): Buffer => {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const line = bytes.indexOf("\r\n", at);
    const size = line < 0 ? "" : bytes.subarray(at, Math.min(line, at + 20)).toString("latin1");
    if (!/^[0-9a-f]{1,8}\s*(?:;|$)/i.test(size)) return at === 0 ? bytes : Buffer.concat(parts);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    parts.push(bytes.subarray(line + 2, line + 2 + length));
    at = line + 2 + length + 2;
  }
  return Buffer.concat(parts);
};

/** Reads a stream by mark or by length, keeping no more than was asked for. */
const byteReader = (chunks: AsyncIterable<Uint8Array>) => {
  const input = chunks[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const next = await input.next();
    if (next.done) return false;
    held = held.length === 0 ? Buffer.from(next.value) : Buffer.concat([held, next.value]);
    return true;
  };
  return {
    /** Up to and without `mark`; undefined at the end of the stream or beyond `limit`. */
    async until(mark: string, limit: number): Promise<Buffer | undefined> {
      for (;;) {
        // Records are parted by empty lines, of which some writers leave more than two.
        while (held.length > 0 && (held[0] === 13 || held[0] === 10)) held = held.subarray(1);
        const at = held.indexOf(mark);
        if (at >= 0) {
          const found = held.subarray(0, at);
          held = held.subarray(at + mark.length);
          return found;
        }
        if (held.length > limit || !(await more())) return held.length > 0 ? held : undefined;
      }
    },
    async take(length: number, limit: number): Promise<Buffer | "short" | "large"> {
      const parts: Buffer[] = [];
      let left = length;
      while (left > 0) {
        if (held.length === 0 && !(await more())) return "short";
        const part = held.subarray(0, left);
        if (length <= limit) parts.push(part);
        left -= part.length;
        held = held.subarray(part.length);
      }
      return length > limit ? "large" : Buffer.concat(parts);
    },
  };
};
