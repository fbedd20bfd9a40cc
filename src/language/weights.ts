// Weight files under models/: one line of JSON that names the parts, then each part's bytes, read in place.
import { LanguageError } from "./error.ts";
import { readBytes } from "./home.ts";

/** A weight file in memory. Parts are views of the file's own bytes; nothing is copied. */
export type Weights = {
  /** What the trainer noted beside the parts: names of classes, sizes, scales. */
  readonly note: { readonly [name: string]: unknown };
  readonly part: (name: string) => Uint8Array;
};

/** The first line of a weight file: every part with its offset from `start` and its length, in bytes. */
export type WeightsHeader = {
  readonly format: "dragoman weights 1";
  readonly note: { readonly [name: string]: unknown };
  readonly parts: { readonly [name: string]: readonly [offset: number, length: number] };
};

/** Parts begin at multiples of this many bytes, counted from the file's first byte. */
export const alignment = 16;

/** Reads a weight file of the package (`models/en/trees.weights`). Throws LanguageError. */
export const readWeights = (path: string): Weights => parseWeights(readBytes(path), path);

/** The same for bytes at hand; `path` is for messages only. */
export const parseWeights = (bytes: Uint8Array, path: string): Weights => {
  const end = bytes.indexOf(10);
  const header = end < 0 ? undefined : parseHeader(bytes.subarray(0, end));
  if (!header) throw new LanguageError(path, 1, "is no weight file; make it anew with `npm run train`");
  const start = Math.ceil((end + 1) / alignment) * alignment;
  // Typed views need aligned bytes; a small file that Node read into its shared pool may lie anywhere.
  const whole = bytes.byteOffset % alignment === 0 ? bytes : new Uint8Array(bytes);
  const part = (name: string): Uint8Array => {
    const place = header.parts[name];
    if (!place || start + place[0] + place[1] > whole.length)
      throw new LanguageError(
        path,
        1,
        `part "${name}" is missing or cut off; make it anew with \`npm run train\``,
      );
    return whole.subarray(start + place[0], start + place[0] + place[1]);
  };
  return { note: header.note, part };
};

const parseHeader = (line: Uint8Array): WeightsHeader | undefined => {
  try {
    const header = JSON.parse(new TextDecoder().decode(line)) as WeightsHeader;
    return header.format === "dragoman weights 1" ? header : undefined;
  } catch {
    return undefined;
  }
};

/** A part seen as 32-bit integers. */
export const asInt32 = (part: Uint8Array): Int32Array =>
  new Int32Array(part.buffer, part.byteOffset, part.byteLength >> 2);

/** A part seen as 8-bit integers. */
export const asInt8 = (part: Uint8Array): Int8Array =>
  new Int8Array(part.buffer, part.byteOffset, part.byteLength);

/** A part seen as text. */
export const asText = (part: Uint8Array): string => new TextDecoder().decode(part);
