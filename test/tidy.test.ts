// The house rules that a machine can hold: who may import whom, file length, exports, names.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const source = resolve(import.meta.dirname, "..", "src");
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) =>
  /\.tsx?$/.test(name),
);
const textOf = (file: string) => readFileSync(join(source, file), "utf8");
const importsOf = (file: string) =>
  [...textOf(file).matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map((match) =>
    relative(source, resolve(source, dirname(file), match[1]!)),
  );
const roomOf = (file: string) => (file.includes("/") ? file.split("/")[0]! : file);

/** What each room may import from, beside itself. */
const may: { [room: string]: string[] } = {
  model: [],
  match: ["model", "language"],
  clause: ["model", "language"],
  language: ["model", "match"],
  stages: ["model", "language", "match", "dating", "clause"],
  dating: ["model"],
  "read.ts": ["model", "language", "stages"],
  record: ["model"],
  import: ["model"],
  link: ["model", "record"],
  compare: ["model", "language", "record", "link"],
  store: ["model", "record", "link"],
  export: ["model", "record", "link", "compare", "store"],
  library: ["model", "language", "read.ts", "record", "link", "import", "store"],
  "explain.ts": ["model", "language"],
  api: ["record", "link", "language", "compare", "import", "store", "library", "export", "explain.ts"],
  web: ["record"],
};

describe("imports follow the data", () => {
  for (const file of files.filter((name) => may[roomOf(name)]))
    test(file, () => {
      const room = roomOf(file);
      for (const target of importsOf(file)) {
        expect([room, ...may[room]!], `${file} imports ${target}`).toContain(roomOf(target));
        if (room === "stages") {
          const stage = file.split("/")[1];
          if (target.startsWith("stages/"))
            expect(target.split("/")[1], `${file}: no stage imports another`).toBe(stage);
        }
      }
    });

  test("no cycles", () => {
    const seen = new Map<string, "open" | "done">();
    const visit = (file: string, path: string[]): void => {
      if (seen.get(file) === "done") return;
      if (seen.get(file) === "open") throw new Error(`cycle: ${[...path, file].join(" -> ")}`);
      seen.set(file, "open");
      for (const target of importsOf(file)) if (files.includes(target)) visit(target, [...path, file]);
      seen.set(file, "done");
    };
    for (const file of files) visit(file, []);
  });
});

describe("house style", () => {
  for (const file of files)
    test(file, () => {
      const text = textOf(file);
      expect(text.startsWith("//"), `${file} opens with a sentence that says what it does`).toBe(true);
      expect(/^export default/m.test(text), `${file} has no default export`).toBe(false);
      expect(text.split("\n").length, `${file} is at most 400 lines`).toBeLessThanOrEqual(400);
      expect(
        /(^|\/)(utils?|helpers?|common|manager|service)(\.|\/)/.test(file),
        `${file} has a name of its own`,
      ).toBe(false);
      if (file.startsWith("stages/"))
        expect(
          /from "node:|\bMath\.random\(|\bDate\.now\(|new Date\(\)|console\./.test(text),
          `${file} is pure`,
        ).toBe(false);
    });

  test("the public surface is under 40 lines", () => {
    if (files.includes("index.ts")) expect(textOf("index.ts").split("\n").length).toBeLessThanOrEqual(41);
  });
});
