// Named parts -> a weight file that src/language/weights.ts reads in place.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { home } from "../src/language/home.ts";
import { alignment, type WeightsHeader } from "../src/language/weights.ts";

/** A part is raw bytes, a typed array or text. */
export type Part = ArrayBufferView | string;

/** Writes `path` (relative to the package) and returns its size in bytes. The same parts give the same bytes. */
export const writeWeights = (
  path: string,
  note: { [name: string]: unknown },
  parts: { [name: string]: Part },
): number => {
  const places: { [name: string]: [number, number] } = {};
  const bodies: [number, Uint8Array][] = [];
  let offset = 0;
  for (const [name, part] of Object.entries(parts)) {
    const bytes =
      typeof part === "string"
        ? new TextEncoder().encode(part)
        : new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
    places[name] = [offset, bytes.length];
    bodies.push([offset, bytes]);
    offset = align(offset + bytes.length);
  }
  const header: WeightsHeader = { format: "dragoman weights 1", note, parts: places };
  const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  const start = align(line.length);
  const file = new Uint8Array(start + offset);
  file.set(line);
  for (const [at, bytes] of bodies) file.set(bytes, start + at);
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), file);
  return file.length;
};

const align = (size: number): number => Math.ceil(size / alignment) * alignment;
