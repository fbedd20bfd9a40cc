// The whole way of an import: idempotent, the same whatever the threads and the order, failures kept and tried again.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type AddOptions, add } from "../src/library/add.ts";
import { makeReader, type Reader } from "../src/library/reader.ts";
import { reread } from "../src/library/reread.ts";
import type { Record } from "../src/record/schema.ts";
import { getRecord } from "../src/store/ask.ts";
import { failuresOf } from "../src/store/failures.ts";
import { openStore, type Store } from "../src/store/open-store.ts";
import { rowsOf } from "../src/store/rows.ts";

const folderOf = (files: { [name: string]: string }): string => {
  const folder = mkdtempSync(join(tmpdir(), "library-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
};
/** A reader that finds nothing, in no time and out of order. */
const quickReader: Reader = {
  read: async (document, address) => {
    await new Promise((done) => setTimeout(done, document.text.length % 3));
    if (document.text.includes("poison")) return { problem: "could not be read (a test)" };
    const nothing = { actors: [], times: [], statements: [], contacts: [], events: [] };
    const record = {
      dragoman: { version: "0", language: "en", models: "none" },
      document: { ...document },
      ...nothing,
    };
    return rowsOf(record as Record, address);
  },
  close: async () => {},
};
const options = (more: Partial<AddOptions> = {}): AddOptions => ({
  imports: { header: {}, columns: {} },
  reader: quickReader,
  ...more,
});
const idsOf = (store: Store) =>
  store
    .prepare("SELECT id FROM documents ORDER BY number")
    .all()
    .map(({ id }) => id);

test("twice is once, changed text is a version, and what is acknowledged is there", async () => {
  const folder = folderOf({ "a.txt": "One text.", "b.txt": "Another text.", "c.txt": "One text." });
  const store = openStore(":memory:");
  const kept: string[] = [];
  const first = await add(
    store,
    [folder],
    options({ kept: ({ id, outcome }) => kept.push(`${outcome} ${getRecord(store, id)?.document.text}`) }),
  );
  expect(first).toMatchObject({ new: 2, same: 1, version: 0, failed: 0 });
  expect(kept).toEqual(["new One text.", "new Another text.", "same One text."]);
  expect(await add(store, [folder], options())).toMatchObject({ new: 0, same: 3 });
  writeFileSync(join(folder, "b.txt"), "Another text, changed.");
  expect(await add(store, [folder], options())).toMatchObject({ version: 1, same: 2 });
  expect(idsOf(store).length).toBe(3);
});

test("failures are kept with their reasons until they are mended", async () => {
  const folder = folderOf({ "a.txt": "One text.", "b.txt": "", "c.txt": "poison" });
  const store = openStore(":memory:");
  expect(await add(store, [folder], options())).toMatchObject({ new: 1, failed: 2 });
  expect(
    failuresOf(store).map(({ source, reason, root }) => [source.slice(folder.length), reason, root]),
  ).toEqual([
    ["/b.txt", "is empty; expected a text", folder],
    ["/c.txt", "could not be read (a test)", folder],
  ]);
  writeFileSync(join(folder, "b.txt"), "No longer empty.");
  rmSync(join(folder, "c.txt"));
  expect(await add(store, [folder], options())).toMatchObject({ new: 1, failed: 0 });
  expect(failuresOf(store)).toEqual([]);
});

test("threads and order change nothing but the order of arrival", async () => {
  const folder = folderOf({
    "a.txt": "date 2025-03-04 Foreign Minister Jan Lipavsky spoke with Marco Rubio on the phone on Monday.",
    "b.txt": "date 2025-03-05 Sergei Lavrov met Wang Yi in Moscow. Wang said talks would go on.",
    "c.txt": "date 2025-03-06 Emmanuel Macron called Olaf Scholz, the Elysee said on Thursday.",
  });
  const run = async (threads: number, names: string[]) => {
    const store = openStore(":memory:");
    const reader = makeReader(threads);
    await add(
      store,
      names.map((name) => join(folder, name)),
      options({ reader }),
    );
    await reader.close();
    const tables = ["actors", "contacts", "events", "parts", "identities", "counts"];
    const rows = tables.map((table) => store.prepare(`SELECT * FROM ${table}`).all());
    return { rows, records: (idsOf(store) as string[]).sort().map((id) => getRecord(store, id)) };
  };
  const one = await run(1, ["a.txt", "b.txt", "c.txt"]);
  expect(await run(2, ["c.txt", "a.txt", "b.txt"])).toEqual(one);
  expect(one.records.length).toBe(3);
  expect(one.rows[1]?.length).toBeGreaterThan(0);
}, 120_000);

test("a reread reads what another maker has read, and says what changed", async () => {
  const folder = folderOf({ "a.txt": "One text.", "b.txt": "Another text." });
  const store = openStore(":memory:");
  await add(store, [folder], options());
  const better: Reader = {
    ...quickReader,
    read: async (document, address) => {
      const findings = document.text.startsWith("One")
        ? [{ id: `${document.id}.a0`, kind: "state", name: "One", offices: [], mentions: [], rule: "r" }]
        : [];
      const rest = { times: [], statements: [], contacts: [], events: [] };
      return rowsOf(
        {
          dragoman: { version: "1", language: "en", models: "none" },
          document: { ...document },
          actors: findings,
          ...rest,
        } as unknown as Record,
        address,
      );
    },
  };
  expect(await reread(store, { reader: better, maker: "1 none" })).toEqual({
    read: 2,
    changed: 1,
    failed: 0,
  });
  expect(await reread(store, { reader: better, maker: "1 none" })).toEqual({
    read: 0,
    changed: 0,
    failed: 0,
  });
  expect(await reread(store, { reader: better, maker: "1 none", all: true })).toEqual({
    read: 2,
    changed: 0,
    failed: 0,
  });
  expect(store.prepare("SELECT name, documents FROM identities").all()).toEqual([
    { name: "One", documents: 1 },
  ]);
});
