// The register's two tables, and beside them the same two of facts that a user has imported, as rows that know their file.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readText } from "./home.ts";
import { type HolderRow, mergeTerms } from "./merge-terms.ts";
import { parseTable, type Row } from "./table.ts";

export const holdersFile = "language/en/actors/holders.tsv";
export const peopleFile = "language/en/actors/people.tsv";

/** The two tables as text; `folder` names them in messages. */
export type OwnRegister = { readonly folder: string; readonly people: string; readonly holders: string };

export const peopleColumns = ["person", "gender", "wikidata", "family", "names"] as const;
export const holdersColumns = ["person", "office", "of", "from", "to"] as const;

/** A row that knows its file. */
export type Filed<Column extends string> = Row<Column> & { readonly file: string };
export type PersonRow = Filed<(typeof peopleColumns)[number]>;

/** The register in a folder; undefined where none has been imported. */
export const readOwnRegister = (folder: string): OwnRegister | undefined => {
  const text = (name: string): string | undefined =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : undefined;
  const [people, holders] = [text("people.tsv"), text("holders.tsv")];
  return people === undefined || holders === undefined ? undefined : { folder, people, holders };
};

/** A short name for what it holds, so that a record can say what made it. */
export const digestOf = ({ people, holders }: OwnRegister): string =>
  createHash("sha256").update(`${people}\0${holders}`).digest("hex").slice(0, 8);

/** All people, the shipped ones first; a row of one's own about a shipped person adds its names and fills its gaps. */
export const peopleRows = (own: OwnRegister | undefined): PersonRow[] => {
  const rows = filed(readText(peopleFile), peopleFile, peopleColumns);
  const at = new Map(rows.map((row, index) => [row.person, index]));
  for (const row of own ? filed(own.people, join(own.folder, "people.tsv"), peopleColumns) : []) {
    const before = at.get(row.person);
    if (before === undefined) rows.push(row);
    else {
      const old = rows[before]!;
      const names = [old.names, row.names].filter((one) => one !== "").join(" | ");
      rows[before] = {
        ...old,
        names,
        wikidata: old.wikidata || row.wikidata,
        gender: old.gender || row.gender,
      };
    }
  }
  return rows;
};

/** All terms; one's own newer facts settle where the shipped ones end. */
export const holderRows = (own: OwnRegister | undefined): HolderRow[] => {
  const shipped = filed(readText(holdersFile), holdersFile, holdersColumns);
  return own
    ? mergeTerms(shipped, filed(own.holders, join(own.folder, "holders.tsv"), holdersColumns))
    : shipped;
};

/** Rows of a table that know their file. */
export const filed = <const Column extends string>(
  text: string,
  file: string,
  columns: readonly Column[],
): Filed<Column>[] => parseTable(text, file, columns).map((row) => ({ ...row, file }));
