// `npm run train -- trees`: treebanks, corpora of names and word vectors -> models/en/trees.weights, the network that tags,
// parses and names, with lemmas and features. training/network/network.py does the learning, with Debian's PyTorch.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { treesPath } from "../src/language/trees.ts";
import { learnFeatures, learnLemmas } from "./lemmas.ts";
import { writeData } from "./network/data.ts";
import { quantizeNetwork } from "./network/quantize.ts";
import { readTreebanks } from "./treebank.ts";
import { writeWeights } from "./write-weights.ts";

/** The network's words with vectors of their own: the commonest of the vectors' list. */
const words = 60_000;
const folder = "node_modules/.cache/dragoman-training";
/** PyTorch comes with Debian's python3-torch, for Debian's own Python. */
const python = process.env.DRAGOMAN_PYTHON ?? "/usr/bin/python3";

export const trainTrees = (): void => {
  writeData(folder, words);
  execFileSync(python, [join(import.meta.dirname, "network", "train.py"), folder], {
    stdio: ["ignore", "inherit", "inherit"],
    // One thread, so that sums are made in one order.
    env: { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" },
  });
  writeTrees(folder);
};

/** Writes the weight file from the folder in which the network was trained. */
export const writeTrees = (from: string): void => {
  const sentences = readTreebanks();
  const { note, parts } = quantizeNetwork(from);
  const size = writeWeights(treesPath, note, {
    ...parts,
    ...learnLemmas(sentences),
    features: learnFeatures(sentences),
  });
  console.error(`trees: ${treesPath}, ${size} bytes`);
};
