// The command line as a user meets it: outputs, one-line errors, exit statuses.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { recordSchema } from "../src/record/schema.ts";

const folder = mkdtempSync(join(tmpdir(), "dragoman-"));
const file = (name: string, text: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const dragoman = (args: string[], input = "") => {
  const program = join(import.meta.dirname, "..", "bin", "dragoman.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    input,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", NODE_NO_WARNINGS: "1" },
  });
  return { status, stdout, stderr };
};
const report = file(
  "report.txt",
  "date 2025-03-04 Foreign Minister Jan Lipavsky spoke with Marco Rubio on the phone yesterday.",
);

describe("read", () => {
  test("prints a record that validates", () => {
    const { status, stdout, stderr } = dragoman(["read", report, "--json"]);
    expect([status, stderr]).toEqual([0, ""]);
    const record = recordSchema.parse(JSON.parse(stdout));
    expect(record.document.published).toBe("2025-03-04");
    expect(record.document.text.startsWith("Foreign Minister")).toBe(true);
  });

  test("prints JSON Lines for several, reports a bad one, and goes on", () => {
    const binary = file("picture.txt", new Uint8Array([1, 0, 2, 0, 0]));
    const { status, stdout, stderr } = dragoman([
      "read",
      report,
      binary,
      join(folder, "none.txt"),
      report,
      "--json",
    ]);
    expect(status).toBe(3);
    expect(stdout.trim().split("\n").length).toBe(2);
    expect(stderr.trim().split("\n")).toEqual([
      expect.stringMatching(/picture\.txt: found binary data; expected a text file$/),
      expect.stringMatching(/none\.txt: not found; check the path$/),
    ]);
  });

  test("takes front matter, and flags over it", () => {
    const text = "---\ntitle: A call\ndate: 2024-05-01\nside: CZE\n---\n\nThe ministers spoke.\n";
    const { stdout } = dragoman(["read", "-", "--json", "--side", "SVK"], text);
    expect(JSON.parse(stdout).document).toMatchObject({
      title: "A call",
      published: "2024-05-01",
      side: "SVK",
      text: "The ministers spoke.\n",
    });
  });

  test("reads other character sets", () => {
    const { stdout } = dragoman(["read", "-", "--json", "--date", "2024-05-01"]);
    expect(stdout).toBe("");
    const latin = file(
      "latin.txt",
      Buffer.from("Le ministre Séjourné a appelé son homologue à Rome. Où était-il ?", "latin1"),
    );
    expect(JSON.parse(dragoman(["read", latin, "--json"]).stdout).document.text).toContain(
      "Séjourné a appelé",
    );
  });

  test("says once that a date is missing", () => {
    const { status, stderr } = dragoman(["read", "-"], "They met yesterday.");
    expect(status).toBe(0);
    expect(stderr).toMatch(/^dragoman: standard input has no publication date.*--date.*\n$/);
  });

  test("refuses a date that is none", () => {
    const { status, stderr } = dragoman(["read", report, "--date", "2025-02-30"]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^dragoman: --date 2025-02-30: is no date; expected .*\n$/);
  });

  test("writes one self-contained page in which hostile text is text", () => {
    const hostile = file(
      "hostile.txt",
      'date 2025-03-04 Marco Rubio said "<script>alert(1)</script> & <img src=x>" on Friday.',
    );
    const page = join(folder, "page.html");
    expect(dragoman(["read", hostile, "--html", page]).status).toBe(0);
    const html = readFileSync(page, "utf8");
    expect(html).not.toMatch(/<script>alert|<img/);
    expect(html).not.toMatch(/(?:src|href)="?https?:/);
    const words = html.slice(html.indexOf("<article"), html.indexOf("</article>")).replace(/<[^>]*>/g, "");
    expect(words).toContain("&#60;script&#62;alert(1)&#60;/script&#62; &#38; &#60;img src=x&#62;");
  });
});

test("an unknown command is a usage error", () => {
  expect(dragoman(["raed"]).status).toBe(2);
});
