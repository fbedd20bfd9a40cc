// Case files: a title, a text, `==>`, the findings as lines. `npm run accept` rewrites the findings.
import { readFileSync, writeFileSync } from "node:fs";

export type Case = { title: string; text: string; findings: string[] };

/** Reads a case file. A case starts with a line `# title`; what stands before the first one is the file's note. */
export const readCases = (path: string): { note: string; cases: Case[] } => {
  const [note = "", ...blocks] = `\n${readFileSync(path, "utf8")}`.split(/\n# /);
  const cases = blocks.map((block) => {
    const end = block.indexOf("\n");
    const arrow = block.search(/^==>$/m);
    if (end < 0 || arrow < 0) throw new Error(`${path}: case "${block.slice(0, 40)}" has no ==> line`);
    const findings = block
      .slice(arrow + 3)
      .split("\n")
      .map((line) => line.trimEnd());
    return {
      title: block.slice(0, end).trim(),
      text: block.slice(end + 1, arrow).trim(),
      findings: findings.filter((line) => line !== ""),
    };
  });
  return { note: note.trim(), cases };
};

/** Writes the same file with other findings. */
export const writeCases = (path: string, note: string, cases: readonly Case[]): void => {
  const blocks = cases.map(
    ({ title, text, findings }) => `# ${title}\n${text}\n==>\n${findings.join("\n")}\n`,
  );
  writeFileSync(path, `${note === "" ? "" : `${note}\n\n`}${blocks.join("\n")}`);
};
