// The scorer of names and the readers of its corpora, on cases counted by hand.
import { expect, test } from "vitest";
import { joinWords } from "../bench/scorers/named-texts.ts";
import { countKinds } from "../bench/scorers/spans.ts";
import { loadGazetteer } from "../src/language/names.ts";
import { settle } from "../training/name-corpora.ts";

test("a name is right where its ends and its kind are", () => {
  const gold = [
    { start: 0, end: 3, kind: "person" },
    { start: 5, end: 9, kind: "place" },
  ];
  const found = [
    { start: 0, end: 3, kind: "person" },
    { start: 5, end: 9, kind: "organization" },
    { start: 5, end: 8, kind: "place" },
  ];
  expect(countKinds(found, gold, ["person", "organization", "place"])).toEqual({
    person: { found: 1, gold: 1, right: 1 },
    organization: { found: 1, gold: 0, right: 0 },
    place: { found: 1, gold: 1, right: 0 },
  });
});

test("words become a text with the spans of their names", () => {
  const names = [{ first: 1, last: 2, kind: "person" as const }];
  const { text, names: spans } = joinWords({ forms: ["Then", "Jan", "Novak", "left"], names });
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(["Jan Novak"]);
});

test("corpora are brought to one scheme: titles and articles off, states are places", () => {
  const forms = "The Czech President Eva Horak left Germany".split(" ");
  const names = [
    { first: 2, last: 4, kind: "person" as const },
    { first: 6, last: 6, kind: "organization" as const },
  ];
  expect(settle({ forms, names }, loadGazetteer()).names).toEqual([
    { first: 1, last: 1, kind: "nationality" },
    { first: 3, last: 4, kind: "person" },
    { first: 6, last: 6, kind: "place" },
  ]);
});
