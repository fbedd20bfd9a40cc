// Where the package keeps its language data and weights, from source and from a build alike.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { LanguageError } from "./error.ts";

const root = (): string => {
  for (
    let folder = dirname(fileURLToPath(import.meta.url));
    folder !== dirname(folder);
    folder = dirname(folder)
  )
    if (existsSync(join(folder, "package.json"))) return folder;
  throw new LanguageError("package.json", 0, "not found above the program; reinstall the package");
};

/** Absolute path of the package's own folder, the one that holds language/ and models/. */
export const home = root();

/** Reads a file of the package; `path` is relative to it (`language/en/times/words.tsv`). */
export const readText = (path: string): string => {
  try {
    return readFileSync(join(home, path), "utf8");
  } catch {
    throw new LanguageError(path, 0, "cannot be read; reinstall the package or restore the file");
  }
};

/** Reads a binary file of the package (weights). */
export const readBytes = (path: string): Uint8Array => {
  try {
    return readFileSync(join(home, path));
  } catch {
    throw new LanguageError(path, 0, "cannot be read; make it with `npm run train`");
  }
};
