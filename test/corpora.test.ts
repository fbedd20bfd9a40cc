// Our own corpora parse, every quoted piece is found, and their readers refuse what breaks the format.
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Passage, readStatements } from "../bench/corpora/read-statements.ts";

const folder = join(import.meta.dirname, "..", "bench", "corpora");
const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));
const passages = (kind: string): Passage[] =>
  files.filter((name) => name.startsWith(kind)).flatMap((name) => readStatements(join(folder, name)));
const written = (text: string): string => {
  const file = join(mkdtempSync(join(tmpdir(), "corpus-")), "bad.txt");
  writeFileSync(file, text);
  return file;
};

describe("corpora", () => {
  test("ids stand once over all parts", () => {
    const all = passages("chains");
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
