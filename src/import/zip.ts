// A ZIP archive -> its entries, inflated one by one within limits. Nothing is ever written to a path an archive names.
import { inflateRawSync } from "node:zlib";
import { InputError } from "./error.ts";
import { largest, type Source, sourceOf } from "./source.ts";

/** One entry that can be opened, or why it can't. */
export type Entry = { readonly name: string; readonly source?: Source; readonly problem?: string };

const most = { entries: 1_000_000, bytes: 8 * 1024 ** 3 };

/** Entries in the order of the archive's directory; folders are left out. Throws InputError for what is no archive. */
export function* entriesOf(name: string, zip: Buffer): Generator<Entry> {
  const end = endOf(zip);
  if (end < 0)
    throw new InputError(`${name}: is no whole ZIP archive (its directory is missing); copy it again`);
  let at = zip.readUInt32LE(end + 16);
  const count = zip.readUInt16LE(end + 10);
  if (at === 0xffffffff) throw new InputError(`${name}: is a ZIP64 archive; unpack it and add the folder`);
  let total = 0;
  for (let index = 0; index < Math.min(count, most.entries); index += 1) {
    if (at + 46 > end || zip.readUInt32LE(at) !== 0x02014b50)
      throw new InputError(`${name}: its directory breaks off at entry ${index + 1}; copy it again`);
    const header = headerAt(zip, at);
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
const endOf = (zip: Buffer): number => {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 65_535); at -= 1)
    if (zip.readUInt32LE(at) === 0x06054b50) return at;
  return -1;
};

const climbs = (name: string): boolean =>
  /^[\\/]|^[a-z]:/i.test(name) || name.split(/[\\/]/).includes("..") || name.includes("\0");

const inflate = (zip: Buffer, { local, packed, size, flags, method }: Header): Uint8Array | string => {
  if (flags & 1) return "is encrypted; unpack the archive and add the folder";
  if (size > largest.part) return "has more than 32 MB; expected a text of at most that";
  if (local + 30 > zip.length || zip.readUInt32LE(local) !== 0x04034b50)
    return "is missing from the archive; copy it again";
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const bytes = zip.subarray(from, from + packed);
  if (bytes.length < packed) return "breaks off; copy the archive again";
  if (method === 0) return bytes;
  if (method !== 8) return `is packed by method ${method}; expected stored or deflated`;
  try {
    return inflateRawSync(bytes, { maxOutputLength: largest.part });
  } catch (error) {
    return `can't be inflated (${(error as Error).message})`;
  }
};
