// Facts about office holders taken in beside the shipped register: query results, tables, what is wrong with a row, what reading makes of them.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { toDocument } from "../src/import/document.ts";
import { loadLanguage } from "../src/language/language.ts";
import { mergeTerms } from "../src/language/merge-terms.ts";
import { makeLabels } from "../src/language/office-labels.ts";
import { importRegister } from "../src/library/import-register.ts";
import { read } from "../src/read.ts";

const folder = (): string => mkdtempSync(join(tmpdir(), "dragoman-register-"));
const file = (name: string, text: string): string => {
  const path = join(folder(), name);
  writeFileSync(path, text);
  return path;
};
const binding = (cells: { [column: string]: string }) =>
  Object.fromEntries(Object.entries(cells).map(([column, value]) => [column, { type: "literal", value }]));
const query = JSON.stringify(
  {
    head: { vars: ["person", "personLabel"] },
    results: {
      bindings: [
        binding({
          person: "http://www.wikidata.org/entity/Q900001",
          personLabel: "Ágnes Példa",
          genderLabel: "female",
          positionLabel: "Minister of Foreign Affairs of Hungary",
          iso: "HUN",
          start: "2031-05-06T00:00:00Z",
          startPrecision: "11",
          aliases: "Agnes Pelda-Minta|Példa Ágnes",
        }),
        binding({
          personLabel: "Jan Novák",
          positionLabel: "Keeper of Bees",
          iso: "CZE",
          start: "2031-01-01",
        }),
        binding({
          personLabel: "Marie Nová",
          positionLabel: "President of the Czech Republic",
          iso: "CZE",
          start: "2033-01-01T00:00:00Z",
          startPrecision: "9",
        }),
      ],
    },
  },
  null,
  1,
);

describe("a query result", () => {
  const path = file("query.json", query);
  const at = folder();
  const done = importRegister(path, at);

  test("rows become terms of office, a bad one is named by file and line", () => {
    expect([done.rows, done.taken, done.people]).toEqual([3, 2, 2]);
    const line = query.split("\n").findIndex((text) => text.includes("Jan Novák"));
    expect(done.problems).toHaveLength(1);
    expect(done.problems[0]).toMatch(/query\.json:\d+: office "Keeper of Bees" is not known; expected/);
    expect(Number(/json:(\d+)/.exec(done.problems[0]!)![1])).toBeGreaterThan(line - 5);
    expect(Number(/json:(\d+)/.exec(done.problems[0]!)![1])).toBeLessThanOrEqual(line + 1);
    const holders = readFileSync(join(at, "holders.tsv"), "utf8");
    expect(holders).toContain("Ágnes Példa\tforeign minister\tHUN\t2031-05-06");
    expect(holders).toContain("Marie Nová\tpresident\tCZE\t2033\n");
  });

  test("reading knows them, and says what made the record", () => {
    const language = loadLanguage("en", { register: at });
    expect(language.maker.models).toMatch(/\+register-[0-9a-f]{8}$/);
    const { actors } = read(
      toDocument("The Hungarian foreign minister met Pelda-Minta's staff.", { published: "2031-06-01" }),
      language,
    );
    expect(actors[0]).toMatchObject({ name: "Ágnes Példa", wikidata: "Q900001" });
    expect(actors[0]!.offices[0]).toMatchObject({ of: "HUN", from: "2031-05-06" });
  });

  test("taken in twice it changes nothing", () => {
    const before = readFileSync(join(at, "holders.tsv"), "utf8");
    importRegister(path, at);
    expect(readFileSync(join(at, "holders.tsv"), "utf8")).toBe(before);
  });
});

describe("a table", () => {
  test("closes the shipped holder's term, and keeps the shipped name of a known person", () => {
    const csv =
      "person,office,of,from,to\nPetr Pavel,president,CZE,2023-03-09,2028-03-09\nEva Nová,president,CZE,2028-03-09,\n";
    const at = folder();
    const done = importRegister(file("own.csv", csv), at);
    expect([done.problems, done.overlaps]).toEqual([[], []]);
    const { register } = loadLanguage("en", { register: at }).actors;
    const terms = register.byOffice.get("CZE president")!.slice(-2);
    expect(terms.map(({ person, to }) => [person, to])).toEqual([
      ["Petr Pavel", "2028-03-09"],
      ["Eva Nová", ""],
    ]);
  });

  test("terms that overlap and dates that are none are named", () => {
    const rows = [
      "A One,president,CZE,2040-01-01,2045-01-01",
      "B Two,president,CZE,2044-01-01,2046-01-01",
      "C Three,president,CZE,soon,",
      "D Four,president,Nowhere,2046-01-01,",
    ];
    const at = folder();
    const done = importRegister(file("bad.csv", `person,office,of,from,to\n${rows.join("\n")}\n`), at, true);
    expect(done.overlaps).toEqual([
      expect.stringMatching(/bad\.csv:3: overlaps: CZE president is held by A One .* and B Two/),
    ]);
    expect(done.problems).toEqual([
      expect.stringMatching(/bad\.csv:4: dates "soon" to "", expected ISO dates/),
      expect.stringMatching(/bad\.csv:5: state "Nowhere" is not known/),
    ]);
  });

  test("an honorific or another way to write the name makes no second person", () => {
    const csv =
      "personLabel,positionLabel,countryLabel,start\nSheikh Abdullah bin Zayed,Minister of Foreign Affairs,United Arab Emirates,2006-02-09\n";
    const done = importRegister(file("same.csv", csv), folder(), true);
    expect([done.taken, done.people, done.overlaps]).toEqual([1, 0, []]);
  });
});

test("labels of offices", () => {
  const { states, organizations, officeGroup } = loadLanguage().actors;
  const { officeOf, codeOf } = makeLabels(states, organizations, [
    ...officeGroup.keys(),
    "deputy foreign minister",
  ]);
  const found = [
    ["Minister of Foreign Affairs of Yemen", "YEM"],
    ["United States Secretary of State", "USA"],
    ["Second Deputy Prime Minister and Minister of Foreign Affairs and Diaspora", "XKX"],
    ["Prime Minister of Japan", "JPN"],
    ["President of the French Republic", "FRA"],
    ["Minister for Foreign Affairs", "SWE"],
    ["Minister of National Defence", "POL"],
    ["Deputy Minister of Foreign Affairs", "POL"],
    ["NATO Secretary General", "NATO"],
  ].map(([label, code]) => officeOf(label!, code!));
  expect(found).toEqual([
    "foreign minister",
    "secretary of state",
    "foreign minister",
    "prime minister",
    "president",
    "foreign minister",
    "defense minister",
    "deputy foreign minister",
    "secretary-general",
  ]);
  expect([codeOf("the Gambia"), codeOf("Republic of Korea"), codeOf("Atlantis")]).toEqual([
    "GMB",
    "KOR",
    undefined,
  ]);
});

test("merging keeps offices that several hold", () => {
  const row = (person: string, office: string, from: string, to = "") => ({
    person,
    office,
    of: "CZE",
    from,
    to,
    file: "",
    line: 1,
  });
  const merged = mergeTerms(
    [row("A", "president", "2020-01-01"), row("B", "deputy foreign minister", "2020-01-01")],
    [row("C", "president", "2022-01-01"), row("D", "deputy foreign minister", "2022-01-01")],
  );
  expect(merged.map(({ person, to }) => `${person} ${to}`.trim())).toEqual(["A 2022-01-01", "B", "C", "D"]);
});
