// What surrounds a finding: passages that hold it, sentences that answer a query, records that may tell of the same contact,
// the network, facets and the timeline.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { passagesOf } from "../src/record/passages.ts";
import type { Record } from "../src/record/schema.ts";
import { askFacets } from "../src/store/facets.ts";
import { hitsOf, termsOf } from "../src/store/hits.ts";
import { askIdentity, askSaidAbout, calendarOf, counterpartsOf } from "../src/store/identities.ts";
import { askNetwork } from "../src/store/network.ts";
import { openStore } from "../src/store/open-store.ts";
import { putRecords } from "../src/store/put-records.ts";
import { recordsNear } from "../src/store/tellings.ts";
import { askTimeline } from "../src/store/timeline.ts";

const cut = (text: string, { start, end }: { start: number; end: number }) =>
  [...text].slice(start, end).join("");

describe("passages", () => {
  test("are the sentences that hold the words", () => {
    const text = "One said no. Mr. Two met “Three.” Then he left.\nA new line 😀 was drawn! The end";
    const of = (words: string) => {
      const start = [...text.slice(0, text.indexOf(words))].length;
      return passagesOf([{ start, end: start + [...words].length }], text).map((one) => one.text);
    };
    expect(of("said")).toEqual(["One said no."]);
    expect(of("left")).toEqual(["Then he left."]);
    expect(of("was drawn")).toEqual(["A new line 😀 was drawn!"]);
    expect(of("The end")).toEqual(["The end"]);
  });
  test("lie in any text, hold their spans and do not overlap", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.array(fc.tuple(fc.nat(60), fc.nat(20)), { maxLength: 5 }),
        (text, raw) => {
          const { length } = [...text];
          const spans = raw.map(([at, size]) => ({
            start: Math.min(at, length),
            end: Math.min(at + size, length),
          }));
          const passages = passagesOf(spans, text);
          for (const [at, one] of passages.entries()) {
            expect(cut(text, one)).toBe(one.text);
            expect(one.start).toBeGreaterThanOrEqual(passages[at - 1]?.end ?? 0);
          }
          for (const { start, end } of spans)
            if (cut(text, { start, end }).trim() === cut(text, { start, end }) && end > start)
              expect(passages.some((one) => one.start <= start && end <= one.end)).toBe(true);
        },
      ),
    );
  });
  test("are found in linear time", () => {
    for (const text of ["a".repeat(400_000), "a. ".repeat(150_000), " ".repeat(400_000)]) {
      const spans = Array.from({ length: 2000 }, (_, at) => ({ start: at * 150, end: at * 150 + 1 }));
      const start = process.cpuUsage().user;
      passagesOf(spans, text);
      expect(process.cpuUsage().user - start).toBeLessThan(3_000_000);
    }
  });
});

describe("hits", () => {
  const words = (text: string, query: string) =>
    hitsOf(text, termsOf(query)).map((hit) => hit.marks.map((mark) => cut(text, mark)));
  test("are found whatever the case and marks, as the index finds them", () => {
    expect(words("Zelenský came. He met Zelensky's aide.", "zelensky")).toEqual([["Zelenský"], ["Zelensky"]]);
    expect(words("😀 The Grain Deal. The grain, a deal.", '"grain deal"')).toEqual([["Grain Deal"]]);
    expect(words("Talks began, talking went on; a walk.", "talk*")).toEqual([["Talks", "talking"]]);
    expect(words("oil and gas. Oil. Gas and oil!", "oil gas")).toEqual([
      ["oil", "gas"],
      ["Oil"],
      ["Gas", "oil"],
    ]);
    expect(words("no such thing", "oil")).toEqual([]);
    expect(words("a.b c++ $^ (x)", "b")).toEqual([["b"]]);
  });
});

type Telling = { id: string; date?: string; published: string; sides?: string[]; kind?: string };
const telling = ({ id, date, published, sides = ["CZE", "USA"], kind = "person" }: Telling): Record => {
  const text = `${id} spoke and said that ${sides[1]} agreed.`;
  const span = { start: 0, end: id.length, text: id };
  const actors = sides.map((side, at) => ({
    id: `${id}.a${at}`,
    kind: kind as "person",
    name: `Minister of ${side}`,
    country: side,
    offices: [],
    mentions: [{ ...span, form: "name" as const, start: 20 * at, end: 20 * at + 1 }],
    rule: "test",
  }));
  return {
    dragoman: { version: "0", language: "en", models: "none" },
    document: { id, text, language: "en", published, publisher: "Agency", side: sides[0]! },
    actors,
    times: [],
    statements: [
      {
        id: `${id}.s0`,
        speakers: [`${id}.a0`],
        act: "say",
        content: [{ start: 15, end: 30, text: text.slice(15, 30) }],
        form: "indirect",
        addressees: [],
        confidence: 1,
        rule: "test",
      },
    ],
    contacts: [
      {
        id: `${id}.c0`,
        channel: "call",
        status: "held",
        participants: sides.map((side, at) => ({ actor: `${id}.a${at}`, side })),
        ...(date !== undefined && { date }),
        topics: [],
        evidence: [span],
        rule: "test",
        accounts: [],
      },
    ],
    events: [],
  };
};
const records = [
  telling({ id: "day", date: "2025-03-04", published: "2025-03-04" }),
  telling({ id: "month", date: "2025-03", published: "2025-04-20" }),
  telling({ id: "undated", published: "2025-03-06" }),
  telling({ id: "year", date: "2025", published: "2025-03-05" }),
  telling({ id: "late", date: "2025-03-28", published: "2025-03-29" }),
  telling({ id: "other", date: "2025-03-04", published: "2025-03-04", sides: ["DEU", "FRA"] }),
];
const store = openStore(":memory:");
putRecords(
  store,
  records.map((record) => ({ record, address: record.document.id })),
);

test("records near a contact are those of its sides around its days", () => {
  const near = (id: string) => {
    const record = records.find((one) => one.document.id === id)!;
    return recordsNear(store, record, record.contacts[0]!).map((one) => one.document.id);
  };
  expect(near("day")).toEqual(["day", "month", "undated"]);
  expect(near("undated")).toEqual(["undated", "day", "month"]);
  expect(near("month")).toEqual(["month", "day", "late", "undated"]);
  expect(near("year")).toEqual(["year", "day", "month", "undated"]);
  expect(near("other")).toEqual(["other"]);
});

test("the network joins who is in contact, in a period", () => {
  const { nodes, edges, actors } = askNetwork(store, {});
  expect([nodes.length, actors]).toEqual([4, 4]);
  expect(edges).toEqual([
    expect.objectContaining({ contacts: 5, first: "2025", last: "2025-03-28" }),
    expect.objectContaining({ contacts: 1, first: "2025-03-04", last: "2025-03-04" }),
  ]);
  expect(askNetwork(store, { since: "2025-03-20" }).edges).toHaveLength(1);
  expect(askNetwork(store, { limit: 1 })).toMatchObject({ nodes: [{ contacts: 5 }], edges: [], actors: 4 });
});

test("an actor has counterparts, a calendar and words about it, under its key", () => {
  const { key } = askIdentity(store, "day.a0")!;
  expect(askIdentity(store, key)).toMatchObject({ key, documents: 5 });
  expect(counterpartsOf(store, key)).toMatchObject([{ contacts: 5, first: "2025", last: "2025-03-28" }]);
  expect(calendarOf(store, key).map(({ date }) => date)).toEqual([
    "2025",
    "2025-03",
    "2025-03-04",
    "2025-03-28",
  ]);
  const other = askIdentity(store, "day.a1")!;
  const { answers, next } = askSaidAbout(store, other.key, { limit: 2 });
  expect(answers.map(({ finding }) => finding.id)).toEqual(["month.s0", "late.s0"]);
  expect(askSaidAbout(store, other.key, { cursor: next! }).answers).toHaveLength(3);
  expect(askSaidAbout(store, key, {}).answers).toEqual([]);
});

test("facets count, and the timeline pages through all layers", () => {
  expect(askFacets(store, { about: "spoke", since: "2025-03" })).toMatchObject({
    documents: 6,
    exact: true,
    side: [
      { name: "CZE", count: 5 },
      { name: "DEU", count: 1 },
    ],
    year: [{ name: "2025", count: 6 }],
  });
  const { key } = askIdentity(store, "day.a0")!;
  const met: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = askTimeline(store, {
      between: [`key:${key}`],
      limit: 3,
      ...(cursor !== undefined && { cursor }),
    });
    met.push(...page.entries.map(({ answer }) => answer.finding.id));
    cursor = page.next;
    if (cursor === undefined) break;
  }
  expect([met.length, new Set(met).size]).toEqual([10, 10]);
});
