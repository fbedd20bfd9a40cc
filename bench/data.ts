// Where the corpora are, and how their files are read.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const folder = resolve(import.meta.dirname, "..", "..", "shared", "data");

/** Path of a corpus file (`times/timebank.jsonl`). Throws one clear line where ../shared is missing. */
export const corpus = (name: string): string => {
  const path = join(folder, name);
  if (!existsSync(path))
    throw new Error(`${path}: not found; the bench needs the corpora in ../shared/data beside the checkout`);
  return path;
};

/** Our own trees to measure on, with names. */
export const ownTrees = join(import.meta.dirname, "corpora", "trees-dev.conllu");

/** The objects of a JSON Lines file. */
export const readLines = <T>(path: string): T[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);

/** Offsets of corpora and records (code points) turned into the text's UTF-16 offsets. */
export const toUnits = (text: string): ((point: number) => number) => {
  if (!/[\uD800-\uDFFF]/.test(text)) return (point) => point;
  const units: number[] = [];
  for (let at = 0; at <= text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) units.push(at);
  return (point) => units[point] ?? text.length;
};
