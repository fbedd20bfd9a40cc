// Our own annotation of names in prose of the web -> sentences with names. ewt-names.tsv stands off from the text of UD English
// EWT, train: a document a line, its sentences by number, each with spans of words and a letter: `12: 4O 7-9P`; counted from 1.
// web-names.txt has sentences of our own, their names in brackets with a letter behind: `a table at [Del Frisco's]L tonight`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Gazetteer } from "../src/language/gazetteer.ts";
import { readTable } from "../src/language/table.ts";
import type { NameKind } from "../src/model/name.ts";
import { kindsByLetter, type NamedSentence, type NamedSpan, settle, spansOf } from "./name-corpora.ts";
import type { TreebankSentence } from "./treebank.ts";

/** The names of EWT's sentences, in their order. Throws an Error that names document and sentence for a span that is none. */
export const readAnnotatedNames = (
  sentences: readonly TreebankSentence[],
  gazetteer: Gazetteer,
): NamedSentence[] => {
  const rows = readTable(join("training", "network", "ewt-names.tsv"), ["document", "names"]);
  const documents = new Map(rows.map(({ document, names }) => [document, marksOf(names)]));
  let document = "";
  let number = 0;
  return sentences.map((sentence) => {
    number = sentence.document === document ? number + 1 : 1;
    document = sentence.document;
    const marks = documents.get(document)?.get(number) ?? [];
    const { forms } = sentence;
    const names = marks.map((mark) => spanOf(mark, forms.length, `${number} of ${document}`));
    return settle({ forms, names }, gazetteer, true);
  });
};

/** The sentences of web-names.txt; `segment` cuts a text. Throws an Error for a line whose names aren't whole tokens. */
export const readWebNames = (
  segment: (text: string) => { start: number; end: number; text: string }[][],
  gazetteer: Gazetteer,
): NamedSentence[] => {
  const path = join("training", "network", "web-names.txt");
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.flatMap((line, number) => {
    if (line === "" || line.startsWith("# ")) return [];
    const { text, spans } = readBrackets(line);
    let found = 0;
    const sentences = segment(text).map((tokens) => {
      const names = spansOf(tokens, spans);
      found += names.length;
      return settle({ forms: tokens.map((token) => token.text), names }, gazetteer, true);
    });
    if (found < spans.length)
      throw new Error(
        `web-names.txt, line ${number + 1}: a name that isn't whole tokens of one sentence: ${line}`,
      );
    return sentences;
  });
};

/** `at [Del Frisco's]L tonight` -> the text without brackets, and its spans. */
const readBrackets = (
  line: string,
): { text: string; spans: { start: number; end: number; kind: NameKind }[] } => {
  const spans: { start: number; end: number; kind: NameKind }[] = [];
  let text = "";
  let at = 0;
  for (const mark of line.matchAll(/\[([^\]]+)\]([POLX])/g)) {
    text += line.slice(at, mark.index);
    spans.push({ start: text.length, end: text.length + mark[1]!.length, kind: kindsByLetter[mark[2]!]! });
    text += mark[1]!;
    at = mark.index + mark[0].length;
  }
  return { text: text + line.slice(at), spans };
};

const marksOf = (cell: string): Map<number, string[]> =>
  new Map(
    cell.split("; ").map((one) => {
      const [number, marks] = one.split(": ");
      return [Number(number), marks!.split(" ")];
    }),
  );

/** `7-9P` -> words 6 to 8, a person. */
const spanOf = (mark: string, length: number, sentence: string): NamedSpan => {
  const [, from, to = from, letter] = /^(\d+)(?:-(\d+))?([POLX])$/.exec(mark) ?? [];
  const first = Number(from) - 1;
  const last = Number(to) - 1;
  if (letter === undefined || first < 0 || last < first || last >= length)
    throw new Error(`ewt-names.tsv: "${mark}" is no span of the ${length} words of sentence ${sentence}`);
  return { first, last, kind: kindsByLetter[letter]! };
};
