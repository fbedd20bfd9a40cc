// Our own corpora parse, every quoted piece is found, and their readers refuse what breaks the format.
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readContacts } from "../bench/corpora/read-contacts.ts";
import { acts, type Passage, readStatements } from "../bench/corpora/read-statements.ts";

const folder = join(import.meta.dirname, "..", "bench", "corpora");
const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));
const passages = (kind: string): Passage[] =>
  files.filter((name) => name.startsWith(kind)).flatMap((name) => readStatements(join(folder, name)));
const contactTexts = () =>
  files.filter((name) => name.startsWith("contacts")).flatMap((name) => readContacts(join(folder, name)));
const eventTexts = () => readContacts(join(folder, "events-dev.txt"));
const written = (text: string): string => {
  const file = join(mkdtempSync(join(tmpdir(), "corpus-")), "bad.txt");
  writeFileSync(file, text);
  return file;
};

describe("corpora", () => {
  test("ids stand once over all parts", () => {
    const all = [...passages("chains"), ...passages("statements"), ...contactTexts(), ...eventTexts()];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test("chains: 150 or more, every passage nests, some four deep", () => {
    const chains = passages("chains");
    expect(chains.length).toBeGreaterThanOrEqual(150);
    for (const { id, statements } of chains)
      expect(Math.max(...statements.map(({ depth }) => depth)), id).toBeGreaterThanOrEqual(2);
    expect(
      chains.filter(({ statements }) => statements.some(({ depth }) => depth >= 4)).length,
    ).toBeGreaterThan(15);
  });
});

describe("statements", () => {
  test("320 texts or more in three parts, some without any, all acts and forms among them", () => {
    const texts = passages("statements");
    expect(texts.length).toBeGreaterThanOrEqual(320);
    expect(texts.filter(({ statements }) => statements.length === 0).length).toBeGreaterThanOrEqual(40);
    const found = texts.flatMap(({ statements }) => statements);
    expect([...new Set(found.map(({ act }) => act))].sort()).toEqual([...acts].sort());
    expect(new Set(found.map(({ form }) => form)).size).toBe(3);
  });
});

describe("contacts", () => {
  const texts = contactTexts();

  test("130 texts or more, 30 of them without a contact, 50 of them with events", () => {
    expect(texts.length).toBeGreaterThanOrEqual(130);
    expect(texts.filter(({ contacts }) => contacts.length === 0).length).toBeGreaterThanOrEqual(30);
    expect(texts.filter(({ events }) => events).length).toBeGreaterThanOrEqual(50);
  });

  test("what is held lies no later than its document, what is planned no earlier", () => {
    for (const { id, date, contacts } of texts)
      for (const contact of contacts) {
        const [first = "", last = first] = contact.date?.split("/") ?? [];
        if (contact.status === "held") expect(first <= date, id).toBe(true);
        if (contact.status === "planned" && last !== "")
          expect(last >= date.slice(0, last.length), id).toBe(true);
      }
  });

  test("an unknown channel, a lone party, a stranger as host, events without their tag", () => {
    const head = "# contact-001 press\ndate 2024-05-14\nMeloni met Modi in Bari.\n";
    const read = (gold: string) => readContacts(written(head + gold));
    expect(() => read("@ chat held | Meloni; Modi | as met\n")).toThrow(/bad\.txt:4: "chat" is none of/);
    expect(() => read("@ meeting held | Meloni | as met\n")).toThrow(/two participants/);
    expect(() => read("@ meeting held | Meloni; Modi | as met | host Bari\n")).toThrow(
      /"Bari" does not take part/,
    );
    expect(() => read("@ meeting held | Meloni; Modi | as met | date 2024-02-30\n")).toThrow(/is no date/);
    expect(() => read("* CONSULT | Meloni | Modi | actual | met\n")).toThrow(/not the tag/);
  });
});

describe("readStatements", () => {
  const head =
    "# chain-001 agency that\ndate 2024-05-14\nTASS said that Kyiv said that it said no, and it said yes.\n";
  const read = (gold: string) => readStatements(written(head + gold));

  test("pieces, levels and fields become spans", () => {
    const [passage] = read(
      "> TASS | said | that Kyiv ... said yes | say\n>> Kyiv | said | that it said no | say | negated\n>> it | said | yes | agree\n",
    );
    const texts = passage!.statements.map(({ source, cue }) => [source!.start, cue[0]!.start]);
    expect(texts).toEqual([
      [0, 5],
      [15, 20],
      [46, 49],
    ]);
    expect(passage!.statements.map(({ within }) => within)).toEqual([undefined, 0, 0]);
    expect(passage!.statements[1]!.negated).toBe(true);
  });

  test("a piece that is not in its text", () => {
    expect(() => read("> Tass | said | that Kyiv said | say\n")).toThrow(/bad\.txt:4: "Tass" does not stand/);
  });

  test("a content that stands several times", () => {
    expect(() => read("> TASS | said | said | say\n")).toThrow(/bad\.txt:4: "said" stands 4 times/);
  });

  test("an unknown act, a missing level, an unknown field, a text without gold", () => {
    expect(() => read("> TASS | said | that Kyiv said | shout\n")).toThrow(/"shout" is no act/);
    expect(() => read(">> TASS | said | that Kyiv said | say\n")).toThrow(/no statement one level above/);
    expect(() => read("> TASS | said | that Kyiv said | say | form odd\n")).toThrow(/"odd" is no form/);
    expect(() => read("")).toThrow(/bad\.txt:1: chain-001 has no gold/);
  });
});
