// The pair corpus can be read, and its reader refuses what is not as its README says.
import { describe, expect, test } from "vitest";
import { isCounted, pairFiles, parsePair, readPair } from "../bench/corpora/read-pairs.ts";

const files = [...pairFiles("dev"), ...pairFiles("test"), ...pairFiles("facts")];

describe("pair files", () => {
  for (const path of files)
    test(path.split("/").slice(-2).join("/"), () => {
      const pair = readPair(path);
      expect(pair.texts.length).toBeGreaterThanOrEqual(2);
      expect(pair.texts[0]!.side).not.toBe(pair.texts[1]!.side);
    });
});

/** Purpose, manner, reason, example: a part of the point before it. */
const adds =
  /^(?:so (?:that|as)|with a view|in a (?:way|manner)|in order|because|which|whose|where|including|such as|through|noting|adding|as well as|and|or|but)\b/i;

describe("phrases of points", () => {
  for (const path of [...pairFiles("dev"), ...pairFiles("test")]) {
    const { name, texts, shared, only } = readPair(path);
    test(name, () => {
      for (const letter of ["A", "B"] as const) {
        const { text } = texts.find((one) => one.letter === letter)!;
        const phrases = [
          ...new Set([
            ...shared.map(({ a, b }) => (letter === "A" ? a : b)),
            ...only.filter((one) => one.letter === letter).map(({ phrase }) => phrase),
          ]),
        ];
        for (const phrase of phrases) {
          expect(text.split(phrase).length, phrase).toBe(2);
          expect(phrase).not.toMatch(adds);
          expect(phrases.filter((other) => other !== phrase && other.includes(phrase))).toEqual([]);
        }
      }
    });
  }
});

const sample = [
  "# Two ministers, call, 3 May 2021",
  "",
  "[A] AUT | 2021-05-03 | Ministry | Call",
  "He spoke today of the gas deal.",
  "[B] HUN | 2021-05-03 | Ministry | Call",
  "They discussed the gas agreement.",
  "[C] AUT | 2021-05-04 | Ministry | Call",
  "He spoke again today.",
  "==>",
  "apart C | next-day",
  "reworded | A: the gas deal | B: the gas agreement",
];
const parse = (...changes: [number, string][]) => {
  const lines = [...sample];
  for (const [line, text] of changes) lines[line - 1] = text;
  return parsePair(lines.join("\n"), "sample.txt");
};

describe("the reader", () => {
  test("takes a file apart", () => {
    const pair = parse();
    expect(pair.texts.map((text) => text.text)).toEqual([
      "He spoke today of the gas deal.",
      "They discussed the gas agreement.",
      "He spoke again today.",
    ]);
    expect(pair.others).toEqual([{ letter: "C", relation: "apart", reason: "next-day" }]);
    expect(pair.shared).toEqual([{ relation: "reworded", a: "the gas deal", b: "the gas agreement" }]);
  });
  test("names file and line of a phrase that does not stand in its text", () => {
    expect(() => parse([11, "only B | the gas deal"])).toThrow(
      'sample.txt:11: "the gas deal" does not stand in text B',
    );
  });
  test("names file and line of a wrong head", () => {
    expect(() => parse([5, "[B] HUN | 2021-02-30 | Ministry | Call"])).toThrow("sample.txt:5: date");
    expect(() => parse([5, "[D] HUN | 2021-05-03 | Ministry | Call"])).toThrow("sample.txt:5: text [D]");
  });
  test("wants every third text told of, once, for a known reason", () => {
    expect(() => parse([10, ""])).toThrow("text C");
    expect(() => parse([10, "apart C | a whim"])).toThrow("sample.txt:10: expected a reason");
  });
  test("refuses a difference that is none", () => {
    expect(() => parse([10, "differ date | A: 2021-05-03 | B: 2021-05-03"])).toThrow(
      "sample.txt:10: A and B agree",
    );
  });
});

describe("what counts", () => {
  const pair = parsePair(
    [
      "# Two ministers, call, 3 May 2021",
      "[A] AUT | 2021-05-03 | Ministry | Call",
      "Mr. Gruber spoke by phone today. He praised the gas deal and asked for calm. They parted as friends.",
      "[B] HUN | 2021-05-03 | Ministry | Call",
      "They discussed the gas agreement and their future contacts.",
      "==>",
      "reworded | A: the gas deal | B: the gas agreement",
      "loose | A: asked for calm | B: their future contacts",
    ].join("\n"),
    "sample.txt",
  );
  test("a point of the gold, and any point of a sentence that has one", () => {
    expect(isCounted(pair, "A", "praised the gas deal")).toBe(true);
    expect(isCounted(pair, "A", "praised")).toBe(true);
  });
  test("not a loose point, nor a sentence without one", () => {
    expect(isCounted(pair, "A", "asked for calm")).toBe(false);
    expect(isCounted(pair, "B", "their future contacts")).toBe(false);
    expect(isCounted(pair, "A", "They parted as friends")).toBe(false);
    expect(isCounted(pair, "A", "Mr. Gruber spoke by phone today")).toBe(false);
  });
});
