// PLOVER's gold standard records -> sentences with the one event coded in them, in the names of 2021.
import { readFileSync } from "node:fs";
import type { Shown } from "./scorers/events.ts";

/** A sentence and its event. */
export type Gold = {
  readonly id: string;
  readonly text: string;
  readonly date: string;
  readonly event: Shown;
};

type Party = { readonly code?: string };
type Row = {
  readonly id: string;
  readonly event: string;
  readonly mode?: string;
  readonly text?: string;
  readonly date?: string;
  readonly source?: readonly Party[] | Party | string;
  readonly target?: readonly Party[] | Party | string;
};

/** Types that the manual of 2021 renamed or merged. */
const types: { readonly [old: string]: string } = {
  DEMAND: "REQUEST",
  DISAPPROVE: "ACCUSE",
  INVESTIGATE: "ACCUSE",
  FIGHT: "ASSAULT",
};
/** Modes that it renamed, by old type and mode; `-` for those it dropped. */
const modes: { readonly [old: string]: string } = {
  "CONSULT host": "visit",
  "PROTEST demo-org": "demo",
  "PROTEST demo-spon": "demo",
  "PROTEST riot-spon": "riot",
  "PROTEST strike-gen": "strike-gen",
  "THREATEN curfew": "restrict",
  "THREATEN martial-law": "restrict",
  "THREATEN political": "restrict",
  "COERCE detain": "arrest",
  "ASSAULT other": "-",
  "ASSAULT deport": "-",
  "COERCE firearms": "-",
};
/** Codes of these records that ISO 3166 has not. */
const countries: { readonly [old: string]: string } = { JAP: "JPN", ITL: "ITA", VTN: "VNM", COG: "COG" };
const noState = new Set(["IGO", "NGO", "IMG", "ISM", "NGM"]);

/** Reads the records that hold a sentence. */
export const readGold = (path: string): Gold[] =>
  (JSON.parse(readFileSync(path, "utf8")) as Row[]).flatMap((row) => {
    if (!row.text || row.event === "DOCUMENT") return [];
    const destroyed = row.event === "COERCE" && row.mode === "destroy";
    const type = destroyed ? "ASSAULT" : (types[row.event] ?? row.event);
    const mode = row.mode ? (modes[`${type} ${row.mode}`] ?? row.mode) : "-";
    const event = {
      type,
      actors: codes(row.source),
      recipients: codes(row.target),
      ...(mode !== "-" && { mode }),
    };
    return [
      { id: row.id, text: row.text.replace(/[{}]/g, "").trim(), date: row.date ?? "2000-01-01", event },
    ];
  });

const codes = (side: Row["source"]): string[] => {
  const list = Array.isArray(side)
    ? (side as readonly Party[])
    : side && typeof side === "object"
      ? [side as Party]
      : [];
  return list.flatMap(({ code }) => (code ? [noState.has(code) ? "IGO" : (countries[code] ?? code)] : []));
};
