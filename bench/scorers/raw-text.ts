// A CoNLL-U treebank -> raw text with its gold sentences, tokens and words, rebuilt as the CoNLL 2018 shared task
// does it: paragraphs at `newpar` and `newdoc` parted by an empty line, all else by `SpaceAfter`.
import type { Span } from "../../src/model/span.ts";

/** One document of a treebank. Spans are UTF-16 offsets into `text`; `tokens` are the units before contractions part. */
export type RawText = { text: string; sentences: Span[]; tokens: Span[]; words: Span[] };

type Unit = { form: string; words: string[]; space: boolean };

/** Splits a CoNLL-U file into documents at `# newdoc`; a file without any gives one. */
export const readRawTexts = (conllu: string): RawText[] => {
  const documents: RawText[] = [];
  for (const block of conllu.split(/\r?\n\r?\n/)) {
    const lines = block.split(/\r?\n/).filter((line) => line !== "");
    if (lines.length === 0) continue;
    const fresh = lines.some((line) => /^# ?newdoc/.test(line));
    if (fresh || documents.length === 0) documents.push({ text: "", sentences: [], tokens: [], words: [] });
    const document = documents.at(-1)!;
    if (document.text !== "" && lines.some((line) => /^# ?newpar(?![_\w])/.test(line)))
      document.text = `${document.text.trimEnd()}\n\n`;
    addSentence(document, unitsOf(lines));
  }
  return documents;
};

/** The surface units of one sentence's lines, with their words. */
const unitsOf = (lines: readonly string[]): Unit[] => {
  const units: Unit[] = [];
  let joined = 0;
  for (const line of lines) {
    const [id = "", form = "", , , , , , , , misc = ""] = line.split("\t");
    if (!/^\d+(?:-\d+)?$/.test(id)) continue;
    const space = !misc.split("|").includes("SpaceAfter=No");
    const range = /^(\d+)-(\d+)$/.exec(id);
    if (range) {
      units.push({ form, words: [], space });
      joined = Number(range[2]);
    } else if (Number(id) <= joined) units.at(-1)!.words.push(form);
    else units.push({ form, words: [form], space });
  }
  return units;
};

const addSentence = (document: RawText, units: readonly Unit[]): void => {
  const start = document.text.length;
  let end = start;
  let text = "";
  for (const { form, words, space } of units) {
    const at = start + text.length;
    document.tokens.push({ start: at, end: at + form.length });
    document.words.push(...placeWords(form, words, at));
    text += form;
    end = start + text.length;
    if (space) text += " ";
  }
  document.text += text;
  document.sentences.push({ start, end });
};

/** Words that make up their unit get their own stretch of it; others (a misspelling set right) share all of it. */
const placeWords = (form: string, words: readonly string[], at: number): Span[] => {
  if (words.join("").length !== form.length) return words.map(() => ({ start: at, end: at + form.length }));
  let start = at;
  return words.map((word) => {
    const span = { start, end: start + word.length };
    start = span.end;
    return span;
  });
};
