// Which time belongs to which verb, on trees drawn by hand.
import { expect, test } from "vitest";
import { calendarDate, datesOf } from "../src/dating/date-of.ts";
import type { Time } from "../src/model/time.ts";
import type { Upos, Word } from "../src/model/token.ts";

/** Each row: text, upos, head (index or -1), relation; an empty row ends a sentence. */
const draw = (rows: [string, Upos, number, string][][]) => {
  const words: Word[] = [];
  let start = 0;
  rows.forEach((sentence, at) => {
    const first = words.length;
    for (const [text, upos, head, relation] of sentence) {
      const index = words.length;
      const children = sentence.flatMap((row, child) => (row[2] === index - first ? [first + child] : []));
      words.push({
        index,
        sentence: at,
        start,
        end: start + text.length,
        text,
        upos,
        xpos: upos === "VERB" ? "VBD" : "",
        lemma: text,
        features: "",
        head: head < 0 ? -1 : first + head,
        relation,
        children,
      });
      start += text.length + 1;
    }
  });
  const sentences = rows.map((_, index) => ({
    index,
    start: 0,
    end: 0,
    paragraph: 0,
    block: "prose" as const,
  }));
  return { words, sentences, quotations: [] };
};
const time = (index: number, word: number, value: string): Time => ({
  index,
  start: 0,
  end: 0,
  first: word,
  last: word,
  type: "DATE",
  value,
  said: value,
  basis: "text",
  rule: "test",
});
const document = { id: "d", text: "", language: "en", published: "2025-03-04" };

test("each verb has the time of its own clause", () => {
  const drawn = draw([
    [
      ["Rubio", "PROPN", 1, "nsubj"],
      ["said", "VERB", -1, "root"],
      ["Monday", "PROPN", 1, "obl:tmod"],
      ["they", "PRON", 4, "nsubj"],
      ["met", "VERB", 1, "ccomp"],
      ["Friday", "PROPN", 4, "obl:tmod"],
    ],
    [
      ["He", "PRON", 1, "nsubj"],
      ["left", "VERB", -1, "root"],
    ],
  ]);
  const dateOf = datesOf({
    document,
    ...drawn,
    times: [time(0, 2, "2025-03-03"), time(1, 5, "2025-02-28TMO")],
  });
  expect(dateOf(1)).toEqual({ date: "2025-03-03", basis: "clause", time: 0 });
  expect(dateOf(4)).toEqual({ date: "2025-02-28", basis: "clause", time: 1 });
  expect(dateOf(7)).toEqual({ date: "2025-03-03", basis: "narrative", time: 0 });
});

test("without a time there is none, unless the caller takes the day of publication", () => {
  const dateOf = datesOf({ document, ...draw([[["left", "VERB", -1, "root"]]]), times: [] });
  expect(dateOf(0)).toBeUndefined();
  expect(dateOf(0, { published: true })).toEqual({ date: "2025-03-04", basis: "published" });
  expect(dateOf(99)).toBeUndefined();
});

test("only values that name a calendar date give one", () => {
  expect(
    ["2025-03-04TMO", "2025-Q1", "2025-W09-WE", "P2D", "PAST_REF", "XXXX-03", "198"].map(calendarDate),
  ).toEqual(["2025-03-04", "2025-Q1", "2025-W09", undefined, undefined, undefined, undefined]);
});

test("a past verb takes the day of the report before that of its publication, a future one does not", () => {
  const drawn = draw([
    [
      ["They", "PRON", 1, "nsubj"],
      ["met", "VERB", -1, "root"],
      ["yesterday", "NOUN", 1, "obl:unmarked"],
    ],
    [
      ["Both", "PRON", 1, "nsubj"],
      ["agreed", "VERB", -1, "root"],
    ],
    [
      ["Talks", "NOUN", 2, "nsubj"],
      ["will", "AUX", 2, "aux"],
      ["follow", "X", -1, "root"],
    ],
  ]);
  const sentences = drawn.sentences.map((one, paragraph) => ({ ...one, paragraph }));
  const dateOf = datesOf({ document, ...drawn, sentences, times: [time(0, 2, "2025-03-03")] });
  expect(dateOf(4)).toBeUndefined();
  expect(dateOf(4, { published: true })).toEqual({ date: "2025-03-03", basis: "report", time: 0 });
  expect(dateOf(7, { published: true })).toEqual({ date: "2025-03-04", basis: "published" });
});

test("a noun with its article takes the date that the text gives it elsewhere", () => {
  const drawn = draw([
    [
      ["The", "DET", 1, "det"],
      ["summit", "NOUN", 3, "nsubj"],
      ["Friday", "PROPN", 1, "nmod:unmarked"],
      ["failed", "VERB", -1, "root"],
    ],
    [
      ["The", "DET", 1, "det"],
      ["summit", "NOUN", 2, "nsubj"],
      ["cost", "VERB", -1, "root"],
    ],
    [
      ["A", "DET", 1, "det"],
      ["summit", "NOUN", 2, "nsubj"],
      ["costs", "X", -1, "root"],
    ],
  ]);
  const sentences = drawn.sentences.map((one, paragraph) => ({ ...one, paragraph }));
  const dateOf = datesOf({ document, ...drawn, sentences, times: [time(0, 2, "2025-02-28")] });
  expect(dateOf(5)).toEqual({ date: "2025-02-28", basis: "narrative", time: 0 });
  expect(dateOf(8)).toBeUndefined();
});

test("the verb that reports a quotation has the day on which that was uttered", () => {
  const drawn = draw([
    [
      ["\u201cStubb", "PROPN", 1, "nsubj"],
      ["called", "VERB", 3, "ccomp"],
      ["today,\u201d", "NOUN", 1, "obl:unmarked"],
      ["said", "VERB", -1, "root"],
      ["aides", "NOUN", 3, "nsubj"],
    ],
  ]);
  const span = { start: 0, end: drawn.words[2]!.end };
  const quotations = [{ ...span, index: 0, inner: span, depth: 0, closed: true, continues: false }];
  const today: Time = {
    ...time(0, 2, "2025-03-02"),
    start: drawn.words[2]!.start,
    end: drawn.words[2]!.end,
    basis: "statement",
    anchor: "2025-03-02",
  };
  const dateOf = datesOf({ document, ...drawn, quotations, times: [today] });
  expect(dateOf(1)).toEqual({ date: "2025-03-02", basis: "clause", time: 0 });
  expect(dateOf(3)).toEqual({ date: "2025-03-02", basis: "narrative", time: 0 });
});
