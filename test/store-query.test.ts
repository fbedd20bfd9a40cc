// Queries: what they match, what they refuse; and each condition says the same whichever way it is asked.
import { describe, expect, test } from "vitest";
import type { Record } from "../src/record/schema.ts";
import { askStatements } from "../src/store/ask.ts";
import { columnConditions, partyConditions } from "../src/store/conditions.ts";
import { askActors, askDocuments, askStats } from "../src/store/lists.ts";
import { openStore } from "../src/store/open-store.ts";
import { putRecords } from "../src/store/put-records.ts";
import { parseQuery } from "../src/store/query.ts";

const texts: { [id: string]: string } = {
  d1: "The grain deal was signed. Russia sold wheat to Egypt.",
  d2: "Corn and wheat are grain. The deal is far off, said Zelenský.",
  d3: "A deal on oil, no more. Sanctions stay.",
  d4: "Sanctions hit Russian oil.",
};
const store = openStore(":memory:");
putRecords(
  store,
  Object.entries(texts).map(([id, text], at) => ({
    address: id,
    record: {
      dragoman: { version: "0", language: "en", models: "none" },
      document: {
        id,
        text,
        language: "en",
        title: `Number ${at + 1}`,
        published: `2025-0${at + 1}-02`,
        ...(at % 2 === 0 && { side: "RUS" }),
      },
      actors: [
        {
          id: `${id}.a`,
          kind: "person",
          name: at < 3 ? "Sergey Lavrov" : "Lavrov",
          country: "RUS",
          offices: [],
          mentions: [],
          rule: "test",
        },
        {
          id: `${id}.b`,
          kind: "state",
          name: "Egypt",
          country: "EGY",
          offices: [],
          mentions: [],
          rule: "test",
        },
      ],
      times: [],
      statements: [
        {
          id: `${id}.s`,
          speakers: [`${id}.a`],
          act: at === 0 ? "deny" : "say",
          content: [{ start: 0, end: text.length, text }],
          form: "direct",
          addressees: [`${id}.b`],
          confidence: 1,
          rule: "test",
        },
      ],
      contacts: [],
      events: [],
    } as Record,
  })),
);
const found = (about: string) => askDocuments(store, { about, sort: "oldest" }).rows.map(({ id }) => id);

describe("search", () => {
  const cases: [string, string[]][] = [
    ["grain deal", ["d1", "d2"]],
    ['"grain deal"', ["d1"]],
    ["'grain deal' OR oil", ["d1", "d3", "d4"]],
    ["deal AND (wheat OR oil) NOT corn", ["d1", "d3"]],
    ["deal NEAR/2 oil", ["d3"]],
    ["grain NEAR/1 wheat", ["d2"]],
    ["sanctions oil", ["d3", "d4"]],
    ["sanctions SENTENCE oil", ["d4"]],
    ["(sanctions SENTENCE oil) OR zelensky", ["d2", "d4"]],
    ["russia*", ["d1", "d4"]],
    ["title:number", ["d1", "d2", "d3", "d4"]],
    ["title:wheat", []],
    ["deal since:2025-02", ["d2", "d3"]],
    ["side:RUS", ["d1", "d3"]],
    ["deal date:2025-02", ["d2"]],
    ["near AND", []],
  ];
  test.each(cases.slice(0, -1))("%s", (query, ids) => expect(found(query)).toEqual(ids));

  test.each(["near AND", '"open', "(a", "a)", "OR a", "foo:a", "a OR side:RUS", "(a b) NEAR c", "?", "()"])(
    "%s is refused in one line",
    (query) => expect(() => found(query)).toThrow(/^.*: can't be searched \(.+\); [^\n]+$/),
  );

  test("no query can break out of the expression", () => {
    for (const query of ['a" OR "b', "a*b", "{a}", "a^2", "-a", "a + b", "x:y", "';--"])
      try {
        found(query);
      } catch (error) {
        expect((error as Error).name).toBe("StoreError");
      }
    expect(parseQuery("a-b").match).toBe('"a b"');
  });
});

test("a condition says the same as a list and as a check", () => {
  const filters = { by: "lavrov", to: "EGY", act: "say", depth: 1, side: "RUS", about: "deal" };
  for (const condition of [
    ...partyConditions(filters, ["speaker", "addressee"]),
    ...columnConditions("statements", filters),
  ]) {
    const { column, list, check, whole = check, values } = condition;
    const ids = (sql: string) =>
      store
        .prepare(sql)
        .all(...values)
        .map(({ id }) => id)
        .sort();
    const listed = ids(`SELECT t.id AS id FROM (${list}) r JOIN statements t ON t.${column} = r.${column}`);
    expect(ids(`SELECT t.id AS id FROM statements t WHERE ${check}`)).toEqual(listed);
    expect(ids(`SELECT t.id AS id FROM statements t WHERE ${whole}`)).toEqual(listed);
    expect(listed.length).toBeGreaterThan(0);
  }
});

test("whichever way a question goes, it comes to the same answers", () => {
  const kept = store.prepare("SELECT what, name, count FROM counts").all() as {
    what: string;
    name: string;
    count: number;
  }[];
  const put = store.prepare("UPDATE counts SET count = ? WHERE what = ? AND name = ?");
  const all = [
    { by: "lavrov" },
    { by: "lavrov", about: "deal" },
    { act: "say", side: "RUS", sort: "oldest" as const },
    { by: "RUS", act: "say", about: "deal OR oil", limit: 1 },
    { to: "EGY", depth: 1 },
  ];
  const answers = () =>
    all.map((filters) => askStatements(store, filters).answers.map(({ finding }) => finding.id));
  const plain = answers();
  expect(plain.flat().length).toBeGreaterThan(4);
  // What is thought to be frequent is met on the way through the days, what is thought to be rare is listed.
  for (const factor of [0, 1e6, 1e-3]) {
    for (const { what, name, count } of kept)
      put.run(what === "all" ? count * 1000 : count * factor, what, name);
    expect(answers()).toEqual(plain);
    for (const { what, name, count } of kept) put.run(what === "all" ? 1 : count * factor, what, name);
    expect(answers()).toEqual(plain);
  }
  for (const { what, name, count } of kept) put.run(count, what, name);
});

test("actors of several documents are counted as one where they are surely one", () => {
  const { rows } = askActors(store, {});
  expect(rows.map(({ name, documents }) => [name, documents])).toEqual([
    ["Egypt", 4],
    ["Sergey Lavrov", 3],
    ["Lavrov", 1],
  ]);
  expect(askActors(store, { by: "lavrov", limit: 1 }).next).toBeDefined();
  expect(askStats(store)).toMatchObject({
    all: { documents: 4, statements: 4 },
    act: { say: 3, deny: 1 },
    side: { RUS: 2, "": 2 },
  });
});
