// The rule text form and the matcher, on trees written by hand.
import { describe, expect, test } from "vitest";
import { compileRules, matchRules } from "../src/match/match.ts";
import { parsePattern } from "../src/match/pattern.ts";
import { parseRules } from "../src/match/rule.ts";
import { tree } from "./tree.ts";

const said = tree(`
1 Lavrov    PROPN nsubj 2
2 said/say  VERB  root  0
3 talks/talk NOUN nsubj 5
4 would     AUX   aux   5
5 resume    VERB  ccomp 2
6 in        ADP   case  7
7 Geneva    PROPN obl   5
8 .         PUNCT punct 2`);
const classes = new Map([["say", new Set(["say", "tell"])]]);
const match = (pattern: string, index: number) =>
  matchRules(compileRules(parseRules(`# r   a rule\n${pattern}`, "r.txt"), classes), said, index)[0]
    ?.captures;

describe("patterns", () => {
  test("children, captures and groups", () => {
    expect(match("{say} >nsubj speaker >ccomp (/VERB content >obl:in place)", 1)).toEqual({
      head: 1,
      speaker: 0,
      content: 4,
      place: 6,
    });
  });
  test("absence", () => {
    expect(match("{say} !>obj * >ccomp content", 1)).toEqual({ head: 1, content: 4 });
    expect(match("{say} !>ccomp *", 1)).toBeUndefined();
  });
  test("parents, optional steps and any depth", () => {
    expect(match('"resume" <ccomp cue ?>obj thing', 4)).toEqual({ head: 4, cue: 1 });
    expect(match("{say} >>obl:in place", 1)).toEqual({ head: 1, place: 6 });
    expect(match("{say} >>obl:to place", 1)).toBeUndefined();
  });
  test("errors name file and line", () => {
    expect(() => parsePattern("{say} >nsubj %", "a.txt", 7)).toThrow(/a\.txt:7: can't read "%"/);
    expect(() => parseRules("# a\n# b\n{say}", "a.txt")).toThrow(/a\.txt:1: rule a has no pattern/);
    expect(() => parseRules("{say}", "a.txt")).toThrow(/a\.txt:1: .*before the first rule/);
    expect(() => compileRules(parseRules("# a\n{no} >obj x", "a.txt"), classes)).toThrow(
      /a\.txt:1: .*\{no\}/,
    );
  });
});

test("attributes and examples", () => {
  const [rule] = parseRules(
    "# a   b\n{say} >nsubj s\n= form direct, act say\n+ [Lavrov]s said [no]c.\n- Nothing.",
    "a.txt",
  );
  expect(rule?.attributes).toEqual({ form: "direct", act: "say" });
  expect(rule?.examples.map(({ text, matches }) => [text, matches])).toEqual([
    ["Lavrov said no.", true],
    ["Nothing.", false],
  ]);
  expect(rule?.examples[0]?.marks).toEqual([
    { start: 0, end: 6, capture: "s" },
    { start: 12, end: 14, capture: "c" },
  ]);
});
