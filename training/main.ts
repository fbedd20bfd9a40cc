// `npm run train -- [PART…]`: makes the weights in models/en from the corpora in ../shared/data; all parts when none is named.

/** Parts in the order in which they must be made. Each is training/PART.ts or the file named here. */
const parts: { [part: string]: () => Promise<() => void> } = {
  breaks: async () => (await import("./breaks.ts")).trainBreaks,
  trees: async () => (await import("./trees.ts")).trainTrees,
  pronouns: async () => (await import("./pronouns.ts")).trainPronouns,
  words: async () => (await import("./words.ts")).trainWords,
  vectors: async () => (await import("./vectors.ts")).trainVectors,
  told: async () => (await import("./told.ts")).trainTold,
  alike: async () => (await import("./alike.ts")).trainAlike,
};

const asked = process.argv.slice(2);
const unknown = asked.find((part) => !parts[part]);
if (unknown !== undefined) {
  console.error(`train: no part "${unknown}"; one of ${Object.keys(parts).join(", ")}`);
  process.exit(2);
}
for (const part of Object.keys(parts).filter((one) => asked.length === 0 || asked.includes(one))) {
  const start = process.hrtime.bigint();
  const train = await parts[part]!();
  train();
  console.error(`${part}: made in ${(Number(process.hrtime.bigint() - start) / 1e9).toFixed(0)} s`);
}
