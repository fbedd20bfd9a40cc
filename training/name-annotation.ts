// Our own annotation of names in UD English EWT, train: ewt-names.tsv -> sentences with names. The file stands off from the
// text: a document a line, its sentences by number, each with spans of words and a letter: `12: 4O 7-9P`; counted from 1.
import { join } from "node:path";
import type { Gazetteer } from "../src/language/gazetteer.ts";
import { readTable } from "../src/language/table.ts";
import { kindsByLetter, type NamedSentence, type NamedSpan, settle } from "./name-corpora.ts";
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
    return settle({ forms, names }, gazetteer);
  });
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
