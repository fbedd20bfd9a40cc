// All forms that records leave in: a name, an extension, and records -> pieces of a file.
import type { Record } from "../record/schema.ts";
import { toAnnotations } from "./annotations.ts";
import { toCalendar } from "./calendar.ts";
import { toCameo } from "./cameo.ts";
import { toBibtex, toCsl } from "./citations.ts";
import { toCsv } from "./csv.ts";
import { toGexf, toGraphml } from "./network.ts";
import { toParquet } from "./parquet.ts";
import { toPlover } from "./plover.ts";
import { toPolecat } from "./polecat.ts";

/** One form. `write` may go through the records more than once; it keeps one record at a time, the network its nodes. */
export type Exporter = {
  readonly name: string;
  readonly extension: string;
  readonly about: string;
  /** One table of the library (`contacts`) where the form holds tables. */
  readonly tabular?: true;
  readonly write: (records: () => Iterable<Record>, table: string) => Iterable<string | Uint8Array>;
};

function* jsonLines(records: Iterable<Record>): Generator<string> {
  for (const record of records) yield `${JSON.stringify(record)}\n`;
}

function* ploverLines(records: Iterable<Record>): Generator<string> {
  for (const record of records) for (const line of toPlover(record)) yield `${line}\n`;
}

/** A table whose first line is its head, written record by record. */
const withHead = (rows: (records: readonly Record[]) => string[]) =>
  function* (records: () => Iterable<Record>): Generator<string> {
    for (const head of rows([])) yield `${head}\n`;
    for (const record of records()) for (const row of rows([record]).slice(1)) yield `${row}\n`;
  };

/** The forms, in the order in which help lists them. */
export const exporters: readonly Exporter[] = [
  {
    name: "jsonl",
    extension: "jsonl",
    about: "whole records, JSON Lines",
    write: (records) => jsonLines(records()),
  },
  {
    name: "csv",
    extension: "csv",
    about: "one table as CSV",
    tabular: true,
    write: (records, table) => toCsv(records(), table),
  },
  {
    name: "parquet",
    extension: "parquet",
    about: "one table as Parquet",
    tabular: true,
    write: (records, table) => toParquet(records(), table),
  },
  {
    name: "plover",
    extension: "plover.jsonl",
    about: "events, PLOVER JSON Lines",
    write: (records) => ploverLines(records()),
  },
  {
    name: "polecat",
    extension: "polecat.tsv",
    about: "events, the columns of POLECAT",
    write: withHead(toPolecat),
  },
  {
    name: "cameo",
    extension: "cameo.tsv",
    about: "events and public statements, CAMEO",
    write: withHead(toCameo),
  },
  { name: "graphml", extension: "graphml", about: "the network of contacts, GraphML", write: toGraphml },
  { name: "gexf", extension: "gexf", about: "the network of contacts over time, GEXF", write: toGexf },
  {
    name: "ical",
    extension: "ics",
    about: "planned contacts, iCalendar",
    write: (records) => toCalendar(records()),
  },
  {
    name: "annotations",
    extension: "jsonld",
    about: "the words found, W3C Web Annotations",
    write: (records) => toAnnotations(records()),
  },
  { name: "csl", extension: "csl.json", about: "sources, CSL-JSON", write: (records) => toCsl(records()) },
  { name: "bibtex", extension: "bib", about: "sources, BibTeX", write: (records) => toBibtex(records()) },
];
