// The library's commands as a user meets them: add, ask, correct, export; exit statuses and one-line errors.
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { recordSchema } from "../src/record/schema.ts";

const folder = mkdtempSync(join(tmpdir(), "library-cli-"));
const dragoman = (...args: string[]) => {
  const program = join(import.meta.dirname, "..", "bin", "dragoman.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", DRAGOMAN_LIBRARY: join(folder, "library.sqlite") },
  });
  return { status, stdout, stderr };
};
const jsonLines = (text: string) =>
  text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

test("what is added is asked for, corrected and exported", () => {
  expect(dragoman("contacts")).toMatchObject({
    status: 2,
    stdout: "",
    stderr: expect.stringMatching(/^dragoman: .*there is no library yet.*\n$/),
  });
  const good = join(folder, "good.txt");
  const empty = join(folder, "empty.txt");
  writeFileSync(
    good,
    "date 2025-03-04 Foreign Minister Jan Lipavsky spoke with Marco Rubio on the phone on Monday.",
  );
  writeFileSync(empty, "");
  const added = dragoman("add", good, empty, "--json", "--threads", "1");
  expect(added.status).toBe(3);
  expect(added.stderr).toBe(`dragoman: ${empty}: is empty; expected a text\n`);
  const [kept] = jsonLines(added.stdout);
  expect(kept).toMatchObject({ address: good, outcome: "new" });
  const [contact] = jsonLines(dragoman("contacts", "--between", "CZE,USA", "--json").stdout);
  expect(contact).toMatchObject({ channel: "call", date: "2025-03-03", document: { id: kept.id } });
  expect(dragoman("correct", "edit", contact.id, "channel=video").status).toBe(0);
  const [row] = parse(dragoman("contacts", "--channel", "video", "--csv").stdout, { columns: true }) as {
    id: string;
  }[];
  expect(row?.id).toBe(contact.id);
  const [record] = jsonLines(dragoman("export", "jsonl").stdout);
  expect(recordSchema.parse(record).contacts[0]?.channel).toBe("video");
}, 120_000);
