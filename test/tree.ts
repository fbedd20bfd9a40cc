// Trees written by hand for tests: one word a line, `number form[/lemma] UPOS relation head`, one or more sentences.
import type { Upos, Word } from "../src/model/token.ts";

/** Words of the trees in text order, forms joined by single spaces; a blank line parts sentences. */
export const tree = (text: string): Word[] => {
  const words: Word[] = [];
  let start = 0;
  text
    .trim()
    .split(/\n\s*\n/)
    .forEach((block, sentence) => {
      const first = words.length;
      const rows = block
        .trim()
        .split("\n")
        .map((line) => line.trim().split(/\s+/));
      const heads = rows.map((row) => Number(row[4]) - 1);
      rows.forEach((row, at) => {
        const [form = "", lemma = form] = row[1]!.split("/");
        words.push({
          index: first + at,
          sentence,
          start,
          end: start + form.length,
          text: form,
          upos: row[2] as Upos,
          xpos: "",
          lemma,
          features: row[5] ?? "",
          head: heads[at]! < 0 ? -1 : first + heads[at]!,
          relation: row[3]!,
          children: heads.flatMap((head, child) => (head === at ? [first + child] : [])),
        });
        start += form.length + 1;
      });
    });
  return words;
};
