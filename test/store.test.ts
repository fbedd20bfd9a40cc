// The store: what goes in comes out, once; questions compose; pages join without gaps.
import { describe, expect, test } from "vitest";
import type { Record } from "../src/record/schema.ts";
import { askContacts, askEvents, askStatements, getRecord } from "../src/store/ask.ts";
import { openStore } from "../src/store/open-store.ts";
import { putRecords, replaceRecord } from "../src/store/put-records.ts";

/** A record written by hand: A of CZE calls B of USA on a day, A says something, and an event comes of it. */
const recordOf = (number: number, date: string): Record => {
  const id = `d${number}`;
  const text = `Lipavský called Rubio about grain and tariffs, number ${number}.`;
  const span = (word: string) => ({
    start: text.indexOf(word),
    end: text.indexOf(word) + word.length,
    text: word,
  });
  const actor = (key: string, name: string, country: string) => ({
    id: `${id}.${key}`,
    kind: "person" as const,
    name,
    country,
    offices: [],
    mentions: [{ ...span(name), form: "name" as const }],
    rule: "test",
  });
  return {
    dragoman: { version: "0", language: "en", models: "none" },
    document: { id, language: "en", text, published: date, side: number % 2 === 0 ? "CZE" : "USA" },
    actors: [actor("a", "Lipavský", "CZE"), actor("b", "Rubio", "USA")],
    times: [],
    statements: [
      {
        id: `${id}.s`,
        speakers: [`${id}.a`],
        act: "stress",
        content: [span("grain and tariffs")],
        form: "indirect",
        addressees: [`${id}.b`],
        confidence: 1,
        rule: "test",
      },
      {
        id: `${id}.s2`,
        speakers: [`${id}.b`],
        act: "say",
        content: [span("tariffs")],
        form: "indirect",
        within: `${id}.s`,
        addressees: [],
        confidence: 1,
        rule: "test",
      },
    ],
    contacts: [
      {
        id: `${id}.c`,
        channel: number % 3 === 0 ? "meeting" : "call",
        status: "held",
        participants: [
          { actor: `${id}.a`, side: "CZE", role: "initiator" },
          { actor: `${id}.b`, side: "USA" },
        ],
        date,
        topics: [],
        evidence: [span("called")],
        rule: "test",
        accounts: [],
      },
    ],
    events: [
      {
        id: `${id}.e`,
        type: "CONSULT",
        contexts: [],
        actors: [`${id}.a`],
        recipients: [`${id}.b`],
        date,
        factuality: "actual",
        trigger: span("called"),
        rule: "test",
      },
    ],
  };
};
const filled = (count: number) => {
  const store = openStore(":memory:");
  const records = Array.from({ length: count }, (_, at) =>
    recordOf(at, `2025-03-${String((at % 28) + 1).padStart(2, "0")}`),
  );
  putRecords(
    store,
    records.map((record) => ({ record, address: `/x/${record.document.id}` })),
  );
  return { store, records };
};

test("a record comes out as it went in, and once", () => {
  const { store, records } = filled(3);
  expect(getRecord(store, "d1")).toEqual(records[1]);
  expect(putRecords(store, [{ record: records[1]!, address: "/elsewhere" }])).toEqual(["same"]);
  const changed = { ...recordOf(9, "2025-03-02") };
  expect(putRecords(store, [{ record: changed, address: "/x/d1" }])).toEqual(["version"]);
  expect(getRecord(store, "d1")).toEqual(records[1]);
});

describe("questions", () => {
  const { store } = filled(60);
  test("pages join without gaps, newest first", () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = askContacts(store, { limit: 7, ...(cursor !== undefined && { cursor }) });
      seen.push(...page.answers.map(({ finding }) => finding.id));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(60);
    const dates = seen.map((id) => getRecord(store, id.split(".")[0]!)!.document.published!);
    expect(dates).toEqual([...dates].sort().reverse());
  });
  test("filters compose", () => {
    expect(askContacts(store, { between: ["CZE", "USA"], channel: "meeting" }).answers.length).toBe(20);
    expect(askContacts(store, { between: ["CZE", "FRA"] }).answers).toEqual([]);
    expect(askContacts(store, { since: "2025-03-02", until: "2025-03-03" }).answers.length).toBe(6);
    expect(askContacts(store, { until: "2025-03" }).answers.length).toBe(50);
    expect(askStatements(store, { by: "lipavsky", about: "grain" }).answers.length).toBe(50);
    expect(askStatements(store, { by: "rubio", depth: 2, side: "CZE" }).answers.length).toBe(30);
    expect(askStatements(store, { by: "rubio", about: "grain" }).answers).toEqual([]);
    expect(askStatements(store, { to: "USA", act: "stress", limit: 5 }).answers.length).toBe(5);
    expect(askEvents(store, { by: "CZE", to: "Rubio", type: "CONSULT" }).answers.length).toBe(50);
    expect(askEvents(store, { by: "USA" }).answers).toEqual([]);
  });
  test("a bad question gets one line", () => {
    expect(() => askStatements(store, { about: '"open' })).toThrow(/^""open": can't be searched/);
    expect(() => askContacts(store, { cursor: "x" })).toThrow(/is no cursor/);
    expect(() => askContacts(store, { by: "?" })).toThrow(/is no party/);
  });
});

test("another reading takes the place of the old one", () => {
  const { store, records } = filled(2);
  const again = { ...records[1]!, statements: [], dragoman: { version: "1", language: "en", models: "new" } };
  replaceRecord(store, again);
  expect(getRecord(store, "d1")).toEqual(again);
  expect(askStatements(store, { about: "tariffs" }).answers.map(({ finding }) => finding.id)).toEqual([
    "d0.s2",
    "d0.s",
  ]);
});
