// Turns a corpus file into its blocks: a line `# id tag …`, `key value` lines, the text, and the lines of its gold.
import { readFileSync } from "node:fs";

/** A line of gold with its number in the file, from 1. */
export type GoldLine = { readonly text: string; readonly line: number };

/** One text with its document date and its gold, not yet read. */
export type Block = {
  readonly id: string;
  readonly tags: readonly string[];
  readonly date: string;
  /** What else its publisher says of it: lines `title …`, `publisher …`, `side …` under the date. */
  readonly header: { readonly title?: string; readonly publisher?: string; readonly side?: string };
  readonly text: string;
  readonly gold: readonly GoldLine[];
  readonly line: number;
};

/** What is wrong with a corpus file, and where. */
export class CorpusError extends Error {
  constructor(file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`);
    this.name = "CorpusError";
  }
}

/** True for a date, a month or a year that exists. */
export const isDate = (value: string): boolean => {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  if (!match) return false;
  const [, year, month = "01", day = "01"] = match;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
};

/** Reads the blocks of one file. Gold begins at the first line that opens with one of `marks` or is `none`. */
export const readBlocks = (file: string, marks: string): Block[] => {
  const lines = readFileSync(file, "utf8").split("\n");
  const starts = lines.flatMap((line, index) => (line.startsWith("# ") ? [index] : []));
  if (starts.length === 0) throw new CorpusError(file, 1, "no block; one opens with a line `# id tag …`");
  const seen = new Set<string>();
  return starts.map((start, index) => {
    const block = readBlock(file, lines.slice(start, starts[index + 1]), start + 1, marks);
    if (seen.has(block.id)) throw new CorpusError(file, block.line, `id ${block.id} stands twice`);
    seen.add(block.id);
    return block;
  });
};

const readBlock = (file: string, lines: readonly string[], line: number, marks: string): Block => {
  const [id = "", ...tags] = lines[0]!.slice(2).trim().split(/\s+/);
  if (!/^[a-z]+-\d{3}$/.test(id)) throw new CorpusError(file, line, `"${id}" is no id (chain-001)`);
  if (tags.length === 0) throw new CorpusError(file, line, `${id} has no tag`);
  const date = lines[1]?.startsWith("date ") ? lines[1].slice(5).trim() : "";
  if (!isDate(date) || date.length !== 10)
    throw new CorpusError(file, line + 1, `expected \`date 2024-05-14\`, found "${lines[1] ?? ""}"`);
  const first = lines.findIndex((text, index) => index > 1 && !/^(?:title|publisher|side) \S/.test(text));
  const header = Object.fromEntries(lines.slice(2, first).map((text) => text.split(/ (.*)/, 2)));
  const isGold = (text: string) => text === "none" || (text !== "" && marks.includes(text[0]!));
  const from = lines.findIndex((text, index) => index > 1 && isGold(text));
  if (from < 0)
    throw new CorpusError(file, line, `${id} has no gold; where there is nothing, write \`none\``);
  const text = lines.slice(first, from).join("\n").trim();
  if (text === "") throw new CorpusError(file, line + 2, `${id} has no text`);
  const gold = lines
    .slice(from)
    .map((one, index) => ({ text: one.trim(), line: line + from + index }))
    .filter((one) => one.text !== "");
  const none = gold.find((one) => one.text === "none");
  if (none && gold.length > 1) throw new CorpusError(file, none.line, "`none` stands beside other gold");
  const wrong = gold.find((one) => !isGold(one.text));
  if (wrong) throw new CorpusError(file, wrong.line, `"${wrong.text}" is no gold line (${marks} or none)`);
  return { id, tags, date, header, text, gold: none ? [] : gold, line };
};
