// A ZIP archive -> its entries, inflated one by one within limits. Nothing is ever written to a path an archive names.
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { InputError } from "./error.ts";
import { largest, type Source, sourceOf } from "./source.ts";

/** One entry that can be opened, or why it can't. */
export type Entry = { readonly name: string; readonly source?: Source; readonly problem?: string };

const most = { entries: 1_000_000, bytes: 8 * 1024 ** 3 };

/** An archive's bytes, in memory or in a file: only what is asked for is read. */
export type Bytes = { readonly size: number; readonly read: (start: number, length: number) => Buffer };

/** Bytes at hand. */
export const bytesOf = (whole: Buffer): Bytes => ({
  size: whole.length,
  read: (start, length) => whole.subarray(start, start + length),
});

/** Calls `use` with the bytes of a file, which is closed after that. */
export function* withFile<One>(path: string, use: (bytes: Bytes) => Iterable<One>): Generator<One> {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    yield* use({
      size,
      read(start, length) {
        const part = Buffer.alloc(Math.max(0, Math.min(length, size - start)));
        for (let at = 0; at < part.length; ) {
          const got = readSync(file, part, at, part.length - at, start + at);
          if (got === 0) return part.subarray(0, at);
          at += got;
        }
        return part;
      },
    });
  } finally {
    closeSync(file);
  }
}

/** Entries in the order of the archive's directory; folders are left out. Throws InputError for what is no archive. */
export function* entriesOf(name: string, zip: Bytes): Generator<Entry> {
  const end = endOf(zip);
  if (end === undefined)
    throw new InputError(`${name}: is no whole ZIP archive (its directory is missing); copy it again`);
  if (end.start === 0xffffffff)
    throw new InputError(`${name}: is a ZIP64 archive; unpack it and add the folder`);
  const directory = zip.read(end.start, Math.min(end.length, largest.part * 8));
  let [at, total] = [0, 0];
  for (let index = 0; index < Math.min(end.count, most.entries); index += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50)
      throw new InputError(`${name}: its directory breaks off at entry ${index + 1}; copy it again`);
    const header = headerAt(directory, at);
    at = header.next;
    if (header.name.endsWith("/")) continue;
    const full = `${name}#${header.name}`;
    if (climbs(header.name)) {
      yield { name: full, problem: "has a path that leaves the archive; refused" };
      continue;
    }
    const entry = inflate(zip, header);
    if (typeof entry === "string") yield { name: full, problem: entry };
    else {
      total += entry.length;
      if (total > most.bytes)
        throw new InputError(`${name}: holds more than 8 GB; unpack it and add the folder`);
      yield { name: full, source: sourceOf(full, entry) };
    }
  }
}

type Header = {
  name: string;
  flags: number;
  method: number;
  packed: number;
  size: number;
  local: number;
  next: number;
};

const headerAt = (zip: Buffer, at: number): Header => {
  const [names, extra, comment] = [
    zip.readUInt16LE(at + 28),
    zip.readUInt16LE(at + 30),
    zip.readUInt16LE(at + 32),
  ];
  return {
    flags: zip.readUInt16LE(at + 8),
    method: zip.readUInt16LE(at + 10),
    packed: zip.readUInt32LE(at + 20),
    size: zip.readUInt32LE(at + 24),
    local: zip.readUInt32LE(at + 42),
    name: zip.subarray(at + 46, at + 46 + names).toString("utf8"),
    next: at + 46 + names + extra + comment,
  };
};

/** The end record stands within the last 64 KB, before the comment. */
const endOf = (zip: Bytes): { start: number; length: number; count: number } | undefined => {
  const from = Math.max(0, zip.size - 22 - 65_535);
  const tail = zip.read(from, zip.size - from);
  for (let at = tail.length - 22; at >= 0; at -= 1)
    if (tail.readUInt32LE(at) === 0x06054b50)
      return {
        start: tail.readUInt32LE(at + 16),
        length: from + at - tail.readUInt32LE(at + 16),
        count: tail.readUInt16LE(at + 10),
      };
  return undefined;
};

const climbs = (name: string): boolean =>
  /^[\\/]|^[a-z]:/i.test(name) || name.split(/[\\/]/).includes("..") || name.includes("\0");

const inflate = (zip: Bytes, { local, packed, size, flags, method }: Header): Uint8Array | string => {
  if (flags & 1) return "is encrypted; unpack the archive and add the folder";
  if (size > largest.part || packed > largest.part)
    return "has more than 32 MB; expected a text of at most that";
  const head = zip.read(local, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50)
    return "is missing from the archive; copy it again";
  const bytes = zip.read(local + 30 + head.readUInt16LE(26) + head.readUInt16LE(28), packed);
  if (bytes.length < packed) return "breaks off; copy the archive again";
  if (method === 0) return bytes;
  if (method !== 8) return `is packed by method ${method}; expected stored or deflated`;
  try {
    return inflateRawSync(bytes, { maxOutputLength: largest.part });
  } catch (error) {
    return `can't be inflated (${(error as Error).message})`;
  }
};
