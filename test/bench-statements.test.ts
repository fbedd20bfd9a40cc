import { describe, expect, test } from "vitest";
import { type Attribution, type Instance, project, scoreInstances } from "../bench/scorers/cofenet.ts";
import { scoreRelations, shared } from "../bench/scorers/relation.ts";
import { scoreReliability } from "../bench/scorers/reliability.ts";

// "Ann said it rained ." with one character a token and none between them
const instance = (labels: string[]): Instance => ({
  id: "d",
  start: 0,
  end: labels.length,
  tok: labels.map((_, at) => [at, at + 1] as const),
  labels,
});
const gold = ["B-source", "B-cue", "B-content", "I-content", "O"];
const said = (source: number[], cue: number[], content: number[]): Attribution => ({
  source: [source as [number, number]],
  cue: [cue as [number, number]],
  content: [content as [number, number]],
});
const one = (attribution: Attribution) => new Map([["d", [attribution]]]);

describe("span scorer", () => {
  test("the right answer scores 100", () => {
    const score = scoreInstances(one(said([0, 1], [1, 2], [2, 4])), [instance(gold)]);
    expect(score.source.exact.f1).toBe(100);
    expect(score.content.exact.f1).toBe(100);
    expect(score.content.jaccard).toBe(100);
  });
  test("a content that is one token too long is no exact match, but begins right", () => {
    const { content } = scoreInstances(one(said([0, 1], [1, 2], [2, 5])), [instance(gold)]);
    expect(content.exact.f1).toBe(0);
    expect(content.begin.f1).toBe(100);
    expect(content.jaccard).toBeCloseTo(66.67, 1);
  });
  test("a missing source costs recall, a spurious cue precision", () => {
    const spurious = { source: [], cue: [[1, 2] as const, [4, 5] as const], content: [] };
    const { source, cue } = scoreInstances(one(spurious), [instance(gold)]);
    expect(source.exact.recall).toBe(0);
    expect(cue.exact).toMatchObject({ precision: 50, recall: 100 });
    expect(cue.jaccard).toBe(50);
  });
  test("the source wins over the content that holds it, which then falls in two", () => {
    const nested = { source: [[1, 2] as const], cue: [], content: [[0, 3] as const] };
    expect(project([nested], instance(["O", "O", "O"]))).toEqual(["B-content", "B-source", "B-content"]);
  });
  test("a token counts where more than half of it lies in the span", () => {
    const wide: Instance = {
      ...instance(["O", "O"]),
      end: 8,
      tok: [
        [0, 4],
        [4, 8],
      ],
    };
    expect(project([said([0, 2], [9, 10], [3, 7])], wide)).toEqual(["O", "B-content"]);
  });
  test("tokens past the cut do not count", () => {
    const score = scoreInstances(one(said([0, 1], [1, 2], [2, 4])), [instance(gold)], 2);
    expect(score.content.exact.f1).toBe(0);
    expect(score.cue.exact.f1).toBe(100);
  });
});

describe("relation scorer", () => {
  test("a pair needs half of the content and half of the source", () => {
    const wanted = one(said([0, 4], [5, 6], [10, 20]));
    expect(scoreRelations(one(said([0, 3], [5, 6], [10, 16])), wanted).full.f1).toBe(100);
    expect(scoreRelations(one(said([3, 9], [5, 6], [10, 16])), wanted)).toMatchObject({
      content: { f1: 100 },
      source: { f1: 0 },
    });
    expect(scoreRelations(one(said([0, 4], [5, 6], [10, 14])), wanted).content.f1).toBe(0);
  });
  test("each gold attribution is paired once, with its best", () => {
    const found = new Map([["d", [said([0, 4], [5, 6], [10, 16]), said([0, 4], [5, 6], [10, 20])]]]);
    const score = scoreRelations(found, one(said([0, 4], [5, 6], [10, 20])));
    expect(score.full).toMatchObject({ precision: 50, recall: 100 });
  });
  test("two empty sources agree", () => {
    expect(shared([], [])).toBe(1);
    expect(shared([[0, 2]], [])).toBe(0);
  });
});

describe("reliability", () => {
  test("a promise of 0.6 that holds in three of five is no gap, one that never holds is", () => {
    const kept = (count: number) =>
      Array.from({ length: 5 }, (_, at) => ({ confidence: 0.6, right: at < count }));
    const gapOf = (rows: { figure: string; value: number }[]) => rows.at(-1)!.value;
    expect(gapOf(scoreReliability(kept(3)))).toBeCloseTo(0);
    expect(gapOf(scoreReliability(kept(0)))).toBeCloseTo(60);
    expect(scoreReliability(kept(3))[0]).toEqual({ figure: "right at confidence 0.5 to 0.7 (5)", value: 60 });
  });
});
