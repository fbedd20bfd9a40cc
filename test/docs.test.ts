// What the documentation says is true: its commands run, its code runs, its links lead somewhere.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const pages = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`),
];
const pageText = (page: string) => readFileSync(join(root, page), "utf8");
const blocks = (page: string, kind: string) =>
  [...pageText(page).matchAll(new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\``, "gm"))].map(
    (match) => match[1]!,
  );

describe.each(pages.filter((page) => page.endsWith(".md")))("%s", (page) => {
  test("opens with a title", () => {
    expect(pageText(page)).toMatch(/^# \S/);
  });

  const links = [...pageText(page).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map((match) => match[1]!);
  test.each([...new Set(links)])("links to %s", (link) => {
    expect(existsSync(join(root, dirname(page), link))).toBe(true);
  });

  const commands = blocks(page, "sh")
    .flatMap((block) => block.split("\n"))
    .filter((line) => line.startsWith("npm run -s dragoman --"));
  // What a page's commands write stands in one folder, so that later ones can go on with it.
  const folder = mkdtempSync(join(tmpdir(), "docs-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  test.each(commands)("%s", (command) => {
    const line = command
      .replace("npm run -s dragoman --", `"${process.execPath}" bin/dragoman.js`)
      .replace(/ (\w+\.(?:html|sqlite|csv|gexf))/g, ` ${folder}/$1`)
      .replace(/ -o (\w+)$/, ` -o ${folder}/$1`);
    const { status, stderr } = spawnSync("bash", ["-c", line], { cwd: root, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
  });

  // Snippets that read the page's bundle run where their tool and its libraries are.
  const tools = [
    ["python", ["python3", "/usr/bin/python3"], "-c"] as const,
    ["r", ["Rscript"], "-e"] as const,
  ];
  for (const [kind, programs, flag] of tools)
    for (const code of blocks(page, kind).filter((block) => block.includes("bundle/"))) {
      const first = code.split("\n")[0]!;
      const need = first.startsWith("import ") ? first : "1";
      const program = programs.find((one) => spawnSync(one, [flag, need]).status === 0);
      test.skipIf(program === undefined)(`${kind}: ${first} …`, () => {
        const { status, stdout, stderr } = spawnSync(program!, [flag, code], {
          cwd: folder,
          encoding: "utf8",
        });
        expect([status, stderr]).toEqual([0, ""]);
        expect(stdout).toMatch(/\S/);
      });
    }

  // The package resolves its own name, so that the code runs as a user would write it.
  test.each(blocks(page, "ts").map((code) => [code.split("\n")[0], code] as const))("%s …", (_, code) => {
    const args = ["--input-type=module-typescript", "--no-warnings", "--conditions=source", "-e", code];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
  });
});
