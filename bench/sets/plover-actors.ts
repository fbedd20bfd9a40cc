// PLOVER's gold records -> country and sector of source and target, given their text in its sentence.
import { readFileSync } from "node:fs";
import type { Language } from "../../src/language/language.ts";
import { read } from "../../src/read.ts";
import { codeOf } from "../../src/stages/actors/code.ts";

type Said = { actorText?: string; code?: string; sector?: string };
type Row = {
  id: string;
  date?: string;
  text?: string;
  source?: Said[] | Said | string;
  target?: Said[] | Said | string;
};

/** PLOVER's sectors of today for those of its first draft, in which MED was medical and JRN the press. */
const renamed: { readonly [sector: string]: string } = { CIV: "CVL", JRN: "MED", MED: "HLH" };
/** Old or mistaken codes in the file -> ISO. */
const repaired: { readonly [code: string]: string } = { JAP: "JPN", ITL: "ITA", VTN: "VNM" };

export const measurePlover = (path: string, language: Language): [string, number][] => {
  const count = { country: 0, countries: 0, sector: 0, sectors: 0 };
  for (const row of JSON.parse(readFileSync(path, "utf8")) as Row[]) {
    if (!row.text) continue;
    const reading = read({ id: row.id, text: row.text, language: "en" }, language);
    for (const { actorText, code, sector } of saidOf(row)) {
      const at = actorText ? row.text.indexOf(actorText.trim()) : -1;
      if (at < 0 || !code || /^(?:NGO|IMG|ISM|\*\*\*)$/.test(code)) continue;
      const found = codeOf(reading, { start: at, end: at + actorText!.trim().length }, language.actors);
      count.countries += 1;
      if (sameCountry(code, found.country, language)) count.country += 1;
      const said = (sector ?? "").slice(0, 3).replace(/\*+/, "");
      const wanted = renamed[said] ?? said;
      if (wanted === "") continue;
      count.sectors += 1;
      if (found.sector === wanted) count.sector += 1;
    }
  }
  return [
    ["PLOVER country", (100 * count.country) / Math.max(1, count.countries)],
    ["PLOVER sector", (100 * count.sector) / Math.max(1, count.sectors)],
  ];
};

const saidOf = (row: Row): Said[] =>
  [row.source, row.target].flatMap((one) =>
    Array.isArray(one) ? one : one && typeof one === "object" ? [one] : [],
  );

const sameCountry = (gold: string, found: string | undefined, language: Language): boolean =>
  gold === "IGO"
    ? found !== undefined && language.actors.organizationByCode.has(found)
    : found === (repaired[gold] ?? gold);
