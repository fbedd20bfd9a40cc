// models/en/words.vectors -> a stem's vector: words that come in like company have like ones.
import { LanguageError } from "./error.ts";
import { readBytes } from "./home.ts";
import { codeOf } from "./word-lore.ts";

/** The vector of a stem, of length one; undefined for a word that is not known. */
export type WordVectors = { readonly width: number; readonly of: (stem: string) => Float32Array | undefined };

const path = "models/en/words.vectors";

/** Reads the file: count and width, codes in order, a row of signed bytes a code. Throws LanguageError. */
export const loadWordVectors = (): WordVectors => {
  const bytes = readBytes(path);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [count, width] = [view.getInt32(0, true), view.getInt32(4, true)];
  if (bytes.byteLength !== 8 + count * (4 + width))
    throw new LanguageError(
      path,
      0,
      `found ${bytes.byteLength} bytes; make it with \`npm run train -- vectors\``,
    );
  const known = new Map<string, Float32Array | undefined>();
  const rowOf = (code: number): number => {
    let [low, high] = [0, count - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const here = view.getUint32(8 + 4 * middle, true);
      if (here === code) return middle;
      if (here < code) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  };
  const read = (stem: string): Float32Array | undefined => {
    const row = rowOf(Number.parseInt(codeOf(stem), 36));
    if (row < 0) return undefined;
    const start = 8 + 4 * count + row * width;
    const vector = Float32Array.from({ length: width }, (_, at) => view.getInt8(start + at));
    const length = Math.hypot(...vector) || 1;
    return vector.map((value) => value / length);
  };
  return {
    width,
    of: (stem) => {
      if (!known.has(stem)) known.set(stem, read(stem));
      return known.get(stem);
    },
  };
};
