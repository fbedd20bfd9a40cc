// Measures statements: PolNeAR under the CofeNet protocol, and our own corpora of chains and statements.
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { loadLanguage } from "../../src/language/language.ts";
import { corpus } from "../data.ts";
import type { Figure, Measure } from "../figure.ts";
import { measureChains } from "../statements/chains.ts";
import { measurePolnear } from "../statements/polnear.ts";

const own = (name: string): string => `${import.meta.dirname}/../corpora/${name}`;

/** A `.txt` file is read as a corpus of our own, a `.jsonl` file as PolNeAR with its instances beside it. */
export const measure: Measure = ({ data }) => {
  const language = loadLanguage();
  const files =
    data.length > 0
      ? data
      : [
          corpus("statements/polnear-dev.jsonl"),
          ...["chains-dev.txt", "statements-dev.txt"].map(own).filter((path) => existsSync(path)),
        ];
  return files.flatMap((file): Figure[] => {
    const found = file.endsWith(".txt") ? measureChains(file, language) : measurePolnear(file, language);
    return found.map(({ figure, value }) => ({ layer: "statements", data: basename(file), figure, value }));
  });
};
