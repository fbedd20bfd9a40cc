// What the documentation says is true: its commands run, its code runs, its links lead somewhere.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";

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
  test.each(commands)("%s", (command) => {
    const folder = mkdtempSync(join(tmpdir(), "docs-"));
    const line = command
      .replace("npm run -s dragoman --", `"${process.execPath}" bin/dragoman.js`)
      .replace(/ (\w+\.html)/, ` ${folder}/$1`);
    const { status, stderr } = spawnSync("bash", ["-c", line], { cwd: root, encoding: "utf8" });
    rmSync(folder, { recursive: true });
    expect([status, stderr]).toEqual([0, ""]);
  });

  // The package resolves its own name, so that the code runs as a user would write it.
  test.each(blocks(page, "ts").map((code) => [code.split("\n")[0], code] as const))("%s …", (_, code) => {
    const args = ["--input-type=module-typescript", "--no-warnings", "--conditions=source", "-e", code];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
  });
});
