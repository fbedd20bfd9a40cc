// The scorers of links, pronouns and GAP on cases counted by hand.
import { describe, expect, test } from "vitest";
import { chainOf, scoreGap, scoreLinks, scorePronouns, type Tied } from "../bench/scorers/links.ts";
import { countPairs } from "../bench/sets/re3d.ts";

const typed = (start: number, end: number, type: string) => ({ start, end, types: [type] });

test("re3d pairs agree in type and last word, one for one", () => {
  const gold = [typed(0, 10, "Person"), typed(20, 30, "Location")];
  expect(countPairs(gold, [typed(4, 10, "Person"), typed(0, 10, "Person")])).toBe(1);
  expect(countPairs(gold, [typed(4, 10, "Location"), typed(20, 29, "Location")])).toBe(0);
});

const span = (start: number, end: number) => ({ start, end });
const chains = [
  [span(0, 10), span(20, 25), span(40, 42)],
  [span(12, 18), span(50, 55)],
];
const name = (start: number, end: number, actor: number): Tied => ({
  start,
  end,
  actors: [actor],
  pronoun: false,
});

test("a stretch belongs to the chain of the gold mention with its end, the closest in length", () => {
  expect(chainOf(chains, span(3, 10))).toBe(0);
  expect(chainOf(chains, span(12, 18))).toBe(1);
  expect(chainOf(chains, span(12, 17))).toBe(-1);
});

describe("links", () => {
  test("a link inside a chain is right, one across chains is wrong, one without gold is not counted", () => {
    const found = [name(0, 10, 0), name(12, 18, 0), name(20, 25, 1), name(50, 55, 1), name(60, 65, 1)];
    expect(scoreLinks(chains, found)).toEqual({ right: 0, all: 2 });
    expect(scoreLinks(chains, [name(0, 10, 0), name(20, 25, 0)])).toEqual({ right: 1, all: 1 });
  });
  test("adjectives and pronouns are left out", () => {
    const found = [
      name(0, 10, 0),
      { ...name(20, 25, 0), adjective: true },
      { ...name(40, 42, 0), pronoun: true },
    ];
    expect(scoreLinks(chains, found)).toEqual({ right: 0, all: 0 });
  });
});

describe("pronouns", () => {
  const pronoun = { ...name(40, 42, 0), pronoun: true };
  test("right by the actor's nearest other mention before it", () => {
    expect(scorePronouns([span(40, 42)], chains, [name(12, 18, 0), name(20, 25, 0), pronoun]).right).toBe(1);
    expect(scorePronouns([span(40, 42)], chains, [name(12, 18, 0), pronoun]).right).toBe(0);
  });
  test("an unresolved one is wrong", () => {
    expect(scorePronouns([span(40, 42)], chains, [])).toEqual({ right: 0, all: 1 });
  });
});

test("GAP counts every name that is or is said to be the pronoun's", () => {
  const answers = [
    { gold: true, said: true },
    { gold: false, said: true },
    { gold: true, said: false },
    { gold: false, said: false },
  ];
  expect(scoreGap(answers)).toEqual({ precision: 50, recall: 50, f1: 50 });
});
