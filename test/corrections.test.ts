// Corrections: what a person says stands over what the machine found, can be taken back, and outlives a reread.
import { expect, test } from "vitest";
import type { Record } from "../src/record/schema.ts";
import { askContacts, askStatements, getMachineRecord, getRecord } from "../src/store/ask.ts";
import { allCorrections } from "../src/store/corrections.ts";
import { decide, redo, undo } from "../src/store/decide.ts";
import { askActors, askStats } from "../src/store/lists.ts";
import { openStore } from "../src/store/open-store.ts";
import { putRecords, replaceRecord } from "../src/store/put-records.ts";

const text = "Lavrov called Rubio. He said Ryabkov would come, the minister said.";
const span = (words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  text: words,
});
const recordOf = (id: string): Record => ({
  dragoman: { version: "0", language: "en", models: "none" },
  document: { id, text, language: "en", published: "2025-03-04" },
  actors: [
    {
      id: `${id}.a`,
      kind: "person",
      name: "Lavrov",
      country: "RUS",
      offices: [],
      mentions: [
        { ...span("Lavrov"), form: "name" },
        { ...span("He"), form: "pronoun" },
        { ...span("the minister"), form: "title" },
      ],
      rule: "r",
    },
    {
      id: `${id}.b`,
      kind: "person",
      name: "Rubio",
      country: "USA",
      offices: [],
      mentions: [{ ...span("Rubio"), form: "name" }],
      rule: "r",
    },
    {
      id: `${id}.m`,
      kind: "person",
      name: "minister",
      country: "RUS",
      offices: [],
      mentions: [{ ...span("minister"), form: "title" }],
      rule: "r",
    },
  ],
  times: [],
  statements: [
    {
      id: `${id}.s1`,
      speakers: [`${id}.a`],
      source: span("the minister"),
      act: "say",
      content: [span("He said Ryabkov would come")],
      form: "indirect",
      addressees: [],
      confidence: 1,
      rule: "r",
    },
    {
      id: `${id}.s2`,
      speakers: [`${id}.a`],
      source: span("He"),
      act: "say",
      content: [span("Ryabkov would come")],
      form: "indirect",
      within: `${id}.s1`,
      addressees: [`${id}.b`],
      confidence: 1,
      rule: "r",
    },
  ],
  contacts: [
    {
      id: `${id}.c1`,
      channel: "call",
      status: "held",
      participants: [
        { actor: `${id}.a`, side: "RUS", role: "initiator" },
        { actor: `${id}.b`, side: "USA" },
      ],
      topics: [],
      evidence: [span("called")],
      rule: "r",
      accounts: [
        {
          side: "RUS",
          points: [
            {
              id: `${id}.c1.RUS1`,
              statement: `${id}.s1`,
              act: "say",
              speakers: [`${id}.a`],
              topic: "x",
              content: [span("Ryabkov")],
            },
          ],
        },
      ],
    },
    {
      id: `${id}.c2`,
      channel: "meeting",
      status: "held",
      participants: [
        { actor: `${id}.m`, side: "RUS" },
        { actor: `${id}.b`, side: "USA" },
      ],
      topics: [],
      evidence: [span("would come")],
      rule: "r",
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
      factuality: "actual",
      trigger: span("called"),
      within: `${id}.s1`,
      rule: "r",
    },
  ],
});
const filled = () => {
  const store = openStore(":memory:");
  putRecords(
    store,
    ["d1", "d2"].map((id) => ({ record: recordOf(id), address: id })),
  );
  return store;
};
const rowsOf = (store: ReturnType<typeof openStore>) =>
  ["actors", "actor_words", "contacts", "events", "parts", "identities", "identity_words"]
    .map((table) =>
      store.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`.replace("ORDER BY 1, 2, 3", "")).all(),
    )
    .concat([
      store
        .prepare("SELECT id, act, date, depth, within, contact, content FROM statements ORDER BY id")
        .all(),
    ])
    .concat([store.prepare("SELECT * FROM counts WHERE count > 0").all()]);

test("what is rejected is neither shown nor asked nor counted, and nothing points to it", () => {
  const store = filled();
  decide(store, "d1.s1", { kind: "reject" });
  decide(store, "d1.c2", { kind: "reject" });
  const record = getRecord(store, "d1")!;
  expect(record.statements.map(({ id, within }) => [id, within])).toEqual([["d1.s2", undefined]]);
  expect(record.contacts.map(({ id, accounts }) => [id, accounts])).toEqual([["d1.c1", []]]);
  expect(record.events[0]).not.toHaveProperty("within");
  expect(askContacts(store, {}).answers.map(({ finding }) => finding.id)).toEqual([
    "d2.c2",
    "d2.c1",
    "d1.c1",
  ]);
  expect(askStatements(store, { depth: 2 }).answers.map(({ finding }) => finding.id)).toEqual(["d2.s2"]);
  expect(askStats(store).all).toMatchObject({ statements: 3, contacts: 3 });
  expect(getMachineRecord(store, "d1")).toEqual(recordOf("d1"));
  decide(store, "d2.a", { kind: "reject" });
  expect(JSON.stringify({ ...getRecord(store, "d2"), document: 0 })).not.toContain('"d2.a"');
});

test("what is edited is asked for by its new values", () => {
  const store = filled();
  decide(store, "d1.c1", { kind: "edit", value: { channel: "video", date: "2025-03-03" } });
  expect(askContacts(store, { channel: "video", since: "2025-03-03" }).answers[0]?.finding.id).toBe("d1.c1");
  decide(store, "d1.c1", { kind: "edit", value: { date: null } });
  expect(getRecord(store, "d1")!.contacts[0]).not.toHaveProperty("date");
  expect(() => decide(store, "d1.c1", { kind: "edit", value: { channel: "pigeon" } })).toThrow(
    /channel is not valid/,
  );
  expect(() => decide(store, "d1.c1", { kind: "edit", value: { evidence: [] } })).toThrow(/can't be edited/);
  expect(() => decide(store, "d1.none", { kind: "reject" })).toThrow(/not in the library/);
});

test("actors are merged within a document and across, and split again", () => {
  const store = filled();
  decide(store, "d1.m", { kind: "merge", value: { with: "d1.a" } });
  const [lavrov] = getRecord(store, "d1")!.actors;
  expect(lavrov!.mentions.map((one) => one.text)).toEqual(["Lavrov", "He", "the minister", "minister"]);
  expect(getRecord(store, "d1")!.contacts[1]!.participants[0]!.actor).toBe("d1.a");
  decide(store, "d2.m", { kind: "merge", value: { with: "d1.b" } });
  expect(askActors(store, { by: "rubio" }).rows).toMatchObject([
    { name: "Rubio", documents: 2, mentions: 3 },
  ]);
  expect(
    askContacts(store, { between: ["rubio", "USA"] }).answers.map(({ finding }) => finding.id),
  ).toContain("d2.c2");
  const { made } = decide(store, "d2.a", { kind: "split", value: { mentions: [2], name: "Peskov" } });
  const split = getRecord(store, "d2")!;
  expect(split.actors.find(({ id }) => id === made)).toMatchObject({
    name: "Peskov",
    mentions: [{ text: "He" }],
  });
  expect(split.statements.map(({ speakers }) => speakers)).toEqual([["d2.a"], [made]]);
});

test("contacts are merged and split within a document", () => {
  const store = filled();
  decide(store, "d1.c2", { kind: "merge", value: { with: "d1.c1" } });
  expect(getRecord(store, "d1")!.contacts).toMatchObject([
    { id: "d1.c1", channel: "call", participants: [{ actor: "d1.a" }, { actor: "d1.b" }, { actor: "d1.m" }] },
  ]);
  const { made } = decide(store, "d1.c1", { kind: "split", value: { participants: ["d1.m"] } });
  expect(
    getRecord(store, "d1")!.contacts.map(({ id, participants }) => [
      id,
      participants.map(({ actor }) => actor),
    ]),
  ).toEqual([
    ["d1.c1", ["d1.a", "d1.b"]],
    [made, ["d1.a", "d1.m"]],
  ]);
  expect(() => decide(store, "d1.c1", { kind: "merge", value: { with: "d2.c1" } })).toThrow(
    /another document/,
  );
  expect(() => decide(store, "d1.c1", { kind: "merge", value: { with: "d1.a" } })).toThrow(
    /expected two actors or two contacts/,
  );
});

test("a split takes some away and leaves some, and nothing is merged with itself", () => {
  const store = filled();
  for (const value of [{ participants: ["x"] }, { participants: [] }, { participants: ["d1.a", "d1.b"] }])
    expect(() => decide(store, "d1.c1", { kind: "split", value })).toThrow(/can't be split/);
  expect(() => decide(store, "d1.c1", { kind: "merge", value: { with: "d1.c1" } })).toThrow(/with itself/);
});

test("everything is taken back to the last row, and put back", () => {
  const store = filled();
  const before = rowsOf(store);
  decide(store, "d1.m", { kind: "merge", value: { with: "d1.a" } });
  decide(store, "d1.s1", { kind: "reject" });
  decide(store, "d2.a", { kind: "edit", value: { name: "Sergei Lavrov", country: "BLR" } });
  const after = rowsOf(store);
  expect(after).not.toEqual(before);
  for (let at = 0; at < 3; at += 1) undo(store);
  expect(rowsOf(store)).toEqual(before);
  expect(() => undo(store)).toThrow(/no correction to take back/);
  for (let at = 0; at < 3; at += 1) redo(store);
  expect(rowsOf(store)).toEqual(after);
  expect(undo(store, 1).finding).toBe("d1.m");
  expect(allCorrections(store).map(({ undone }) => undone)).toEqual([true, false, false]);
});

test("a reread keeps corrections, and keeps those of findings that are gone until they are back", () => {
  const store = filled();
  decide(store, "d1.c1", { kind: "edit", value: { channel: "video" } });
  decide(store, "d1.s2", { kind: "reject" });
  const fewer = { ...recordOf("d1"), contacts: [] };
  replaceRecord(store, fewer);
  expect(getRecord(store, "d1")!.contacts).toEqual([]);
  expect(getRecord(store, "d1")!.statements.map(({ id }) => id)).toEqual(["d1.s1"]);
  replaceRecord(store, recordOf("d1"));
  expect(getRecord(store, "d1")!.contacts[0]!.channel).toBe("video");
});

test("to accept a finding notes it, once, and changes nothing about it", () => {
  const store = openStore(":memory:");
  putRecords(store, [{ record: recordOf("d1"), address: "a" }]);
  const before = getRecord(store, "d1");
  decide(store, "d1.s1", { kind: "accept" });
  expect(getRecord(store, "d1")).toEqual(before);
  expect(allCorrections(store).map(({ kind, undone }) => [kind, undone])).toEqual([["accept", false]]);
  expect(() => decide(store, "d1.s1", { kind: "accept" })).toThrow(/would change nothing/);
  undo(store);
  decide(store, "d1.s1", { kind: "accept" });
});
