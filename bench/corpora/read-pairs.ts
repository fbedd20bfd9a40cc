// A pair file (bench/corpora/pairs/*/*.txt) -> the texts of one contact, what each says of it, and texts of other contacts.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** One text. `side` is ISO alpha-3 or an organization's code, empty for the press; `published` an ISO date. */
export type PairText = {
  letter: string;
  side: string;
  published: string;
  publisher?: string;
  title?: string;
  text: string;
};
/** A point that both tell: a phrase of text A, a phrase of text B. */
export type SharedPoint = { relation: "same" | "reworded" | "contrary"; a: string; b: string };
/** A point that one of the two tells. */
export type OnlyPoint = { letter: "A" | "B"; phrase: string };
/** A field in which A and B do not agree; null where a text is silent on it. */
export type FactDifference = { field: FactField; a: string | null; b: string | null };
export type FactField = "initiator" | "date" | "channel" | "place" | "participants" | "length";
/** A third text: of another contact (`apart`), the text of A or B again (`copy`), or the same contact announced (`plan`). */
export type OtherText = {
  letter: string;
  relation: "apart" | "copy" | "plan";
  of?: "A" | "B";
  reason?: string;
};
/** One file: texts A and B tell of one contact. */
export type Pair = {
  name: string;
  title: string;
  texts: PairText[];
  others: OtherText[];
  shared: SharedPoint[];
  /** Points that touch in the widest sense only: to align them or not is neither right nor wrong. */
  loose: { a: string; b: string }[];
  only: OnlyPoint[];
  differences: FactDifference[];
  /** True where only linking and facts are told, no points. */
  factsOnly: boolean;
};

const reasons = ["next-day", "other-time", "other-channel", "other-rank", "other-person", "never-held"];
const channels = ["call", "video", "meeting", "visit", "letter", "message", "other"];
const fields = ["initiator", "date", "channel", "place", "participants", "length"];
const folder = join(import.meta.dirname, "pairs");

/** The pair files of a part, in the order of their names. */
export const pairFiles = (part: "dev" | "test" | "facts"): string[] =>
  readdirSync(join(folder, part))
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => join(folder, part, name));

/** Reads one pair file. Throws an Error with file and line for whatever is not as README.md says. */
export const readPair = (path: string): Pair => parsePair(readFileSync(path, "utf8"), path);

/** The same for a text that is already at hand; `path` is for names and messages only. */
export const parsePair = (raw: string, path: string): Pair => {
  const lines = raw.split(/\r?\n/);
  const fail: Fail = (number, message) => {
    throw new Error(`${path}:${number}: ${message}`);
  };
  const arrow = lines.indexOf("==>");
  if (!lines[0]?.startsWith("# ")) fail(1, 'the first line is "# " and the contact');
  if (arrow < 0) fail(lines.length, "no line ==> before the findings");
  const texts = readTexts(lines.slice(1, arrow), fail);
  const pair: Pair = {
    name: basename(path, ".txt"),
    title: lines[0]!.slice(2).trim(),
    texts,
    others: [],
    shared: [],
    loose: [],
    only: [],
    differences: [],
    factsOnly: lines.indexOf("facts") > arrow,
  };
  lines.forEach((line, at) => {
    if (at > arrow && line.trim() !== "") readFinding(line, pair, (message) => fail(at + 1, message));
  });
  if (!pair.factsOnly && !pair.shared.length && !pair.only.length) fail(lines.length, "no points");
  for (const { letter } of texts.slice(2))
    if (!pair.others.some((other) => other.letter === letter))
      fail(lines.length, `nothing says what text ${letter} is (apart, copy or plan)`);
  return pair;
};

type Fail = (line: number, message: string) => never;
type FailHere = (message: string) => never;

const readTexts = (lines: readonly string[], fail: Fail): PairText[] => {
  const texts: (PairText & { lines: string[] })[] = [];
  lines.forEach((line, at) => {
    const head = /^\[([A-Z])\]\s*(.*)$/.exec(line);
    if (!head) {
      if (texts.length) texts.at(-1)!.lines.push(line);
      else if (line.trim() !== "")
        fail(at + 2, 'text before the first head "[A] SIDE | date | publisher | title"');
      return;
    }
    const [side = "", published = "", publisher = "", title = "", ...more] = head[2]!
      .split("|")
      .map((cell) => cell.trim());
    const letter = String.fromCharCode(65 + texts.length);
    if (head[1] !== letter) fail(at + 2, `text [${head[1]}], expected [${letter}]`);
    if (!/^(?:[A-Z]{2,5}|-)$/.test(side)) fail(at + 2, `side "${side}", expected two to five capitals or -`);
    if (!isDay(published)) fail(at + 2, `date "${published}", expected a day like 2025-03-04`);
    if (!publisher || !title || more.length) fail(at + 2, "expected SIDE | date | publisher | title");
    const said = { ...(publisher !== "-" && { publisher }), ...(title !== "-" && { title }) };
    texts.push({ letter, side: side === "-" ? "" : side, published, ...said, text: "", lines: [] });
  });
  if (texts.length < 2) fail(1, "fewer than two texts");
  return texts.map(({ lines: own, ...text }) => {
    const joined = own.join("\n").trim();
    if (joined === "") fail(1, `text ${text.letter} is empty`);
    return { ...text, text: joined };
  });
};

const readFinding = (line: string, pair: Pair, fail: FailHere): void => {
  if (line === "facts") return;
  const [head = "", ...cells] = line.split(" | ").map((cell) => cell.trim());
  const [word = "", ...more] = head.split(/\s+/);
  if (word === "same" || word === "reworded" || word === "contrary") {
    const { a, b } = sideCells(cells, fail);
    pair.shared.push({ relation: word, a: quoted(pair, "A", a, fail), b: quoted(pair, "B", b, fail) });
  } else if (word === "loose") {
    const { a, b } = sideCells(cells, fail);
    pair.loose.push({ a: quoted(pair, "A", a, fail), b: quoted(pair, "B", b, fail) });
  } else if (word === "only") {
    const letter = more[0];
    if ((letter !== "A" && letter !== "B") || cells.length !== 1) fail('expected "only A | phrase"');
    pair.only.push({ letter: letter as "A" | "B", phrase: quoted(pair, letter!, cells[0]!, fail) });
  } else if (word === "differ") {
    pair.differences.push(readDifference(more[0] ?? "", cells, pair, fail));
  } else if (word === "apart" || word === "copy" || word === "plan") {
    pair.others.push(readOther(word, more, cells, pair, fail));
  } else fail(`"${word}", expected same, reworded, contrary, loose, only, differ, apart, copy or plan`);
};

const readOther = (
  relation: OtherText["relation"],
  words: readonly string[],
  cells: readonly string[],
  pair: Pair,
  fail: FailHere,
): OtherText => {
  const letter = words[0] ?? "";
  if (letter < "C" || !pair.texts.some((text) => text.letter === letter)) fail(`no third text "${letter}"`);
  if (pair.others.some((other) => other.letter === letter)) fail(`text ${letter} is told of twice`);
  if (relation === "plan") return { letter, relation };
  if (relation === "apart") {
    if (cells.length !== 1 || !reasons.includes(cells[0]!)) fail(`expected a reason: ${reasons.join(", ")}`);
    return { letter, relation, reason: cells[0]! };
  }
  const of = words[2];
  if (words[1] !== "of" || (of !== "A" && of !== "B")) fail('expected "copy C of A"');
  return { letter, relation, of: of as "A" | "B" };
};

const readDifference = (
  field: string,
  cells: readonly string[],
  pair: Pair,
  fail: FailHere,
): FactDifference => {
  if (!fields.includes(field)) fail(`field "${field}", expected ${fields.join(", ")}`);
  const { a, b } = sideCells(cells, fail);
  if (a === b) fail(`A and B agree on ${field}`);
  const value = (letter: string, said: string): string | null => {
    if (said === "-") return null;
    if (field === "initiator" && !/^[A-Z]{3,4}$/.test(said)) fail(`initiator "${said}", expected a side`);
    if (field === "date" && !isDay(said)) fail(`date "${said}", expected a day like 2025-03-04`);
    if (field === "channel" && !channels.includes(said))
      fail(`channel "${said}", expected ${channels.join(", ")}`);
    if (field === "place" || field === "length") quoted(pair, letter, said, fail);
    if (field === "participants") for (const name of said.split(", ")) quoted(pair, letter, name, fail);
    return said;
  };
  return { field: field as FactField, a: value("A", a), b: value("B", b) };
};

const sideCells = (cells: readonly string[], fail: FailHere): { a: string; b: string } => {
  const [a = "", b = ""] = cells;
  if (cells.length !== 2 || !a.startsWith("A: ") || !b.startsWith("B: ")) fail('expected "| A: … | B: …"');
  return { a: a.slice(3).trim(), b: b.slice(3).trim() };
};

const quoted = (pair: Pair, letter: string, phrase: string, fail: FailHere): string => {
  const text = pair.texts.find((one) => one.letter === letter)!;
  if (phrase === "") fail("an empty phrase");
  if (!text.text.includes(phrase)) fail(`"${phrase}" does not stand in text ${letter}`);
  return phrase;
};

const isDay = (value: string): boolean => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
};

/**
 * Whether a point found in text A or B counts for or against a program: it stands for no loose phrase, and some
 * sentence that it touches holds a phrase. `found` is the point's words as they stand in the text.
 */
export const isCounted = (pair: Pair, letter: "A" | "B", found: string): boolean => {
  const own = (row: { a: string; b: string }) => (letter === "A" ? row.a : row.b);
  const phrases = [
    ...pair.shared.map(own),
    ...pair.only.filter((row) => row.letter === letter).map((row) => row.phrase),
  ];
  const stands = (phrase: string) => found.includes(phrase) || phrase.includes(found);
  if (phrases.some(stands)) return true;
  if (pair.loose.map(own).some(stands)) return false;
  const { text } = pair.texts.find((one) => one.letter === letter)!;
  const start = text.indexOf(found);
  if (start < 0) return true;
  const touched = sentencesOf(text).filter(([from, to]) => from < start + found.length && to > start);
  return touched.some(([from, to]) => phrases.some((phrase) => text.slice(from, to).includes(phrase)));
};

/** Stretches between full stops, good enough for "is there a phrase nearby". */
const sentencesOf = (text: string): [number, number][] => {
  const ends = [...text.matchAll(/(?<![A-Z]|Mr|Ms|Dr|St|Jr)[.!?]["”]?\s+(?=["“]?[A-Z0-9])|\n+/g)].map(
    (match) => match.index + match[0].length,
  );
  return [...ends, text.length].map((end, at) => [at === 0 ? 0 : ends[at - 1]!, end]);
};
