// Runs every case file: test/cases/LAYER/*.txt is read by the whole pipeline and shown by test/show/LAYER.ts.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { toDocument } from "../src/import/document.ts";
import { loadLanguage } from "../src/language/language.ts";
import type { Reading } from "../src/model/reading.ts";
import { read } from "../src/read.ts";
import { readCases, writeCases } from "./case-file.ts";

const language = loadLanguage();
const folder = join(import.meta.dirname, "cases");
const accept = process.env.DRAGOMAN_ACCEPT === "1";

for (const layer of readdirSync(folder)) {
  const shower = join(import.meta.dirname, "show", `${layer}.ts`);
  if (!existsSync(shower)) throw new Error(`test/cases/${layer} has no test/show/${layer}.ts`);
  const { show } = (await import(shower)) as { show: (reading: Reading) => string[] };
  for (const file of readdirSync(join(folder, layer))
    .filter((name) => name.endsWith(".txt"))
    .sort()) {
    const path = join(folder, layer, file);
    const { note, cases } = readCases(path);
    const found = (text: string) => show(read(toDocument(text), language));
    if (accept)
      writeCases(
        path,
        note,
        cases.map((one) => ({ ...one, findings: found(one.text) })),
      );
    describe(`${layer}/${file}`, () => {
      for (const one of cases)
        test(one.title, () => {
          expect(found(one.text)).toEqual(accept ? found(one.text) : one.findings);
        });
    });
  }
}
