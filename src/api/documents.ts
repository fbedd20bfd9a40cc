// Documents: lists, records, search with hits in sentences, facets and counts.
import { z } from "zod";
import { rowsCsv } from "../export/csv.ts";
import { recordSchema, spanSchema } from "../record/schema.ts";
import { getMachineRecord, getRecord } from "../store/ask.ts";
import { askFacets } from "../store/facets.ts";
import type { Filters } from "../store/filters.ts";
import { hitsOf, termsOf } from "../store/hits.ts";
import { askDocuments, askStats, type DocumentRow, textOf } from "../store/lists.ts";
import { defined } from "./defined.ts";
import { type Question, question } from "./question.ts";
import { id, pageOf, paging, side } from "./shapes.ts";

const row = z.strictObject({
  id: z.string(),
  address: z.string().describe("where it came from: url, or path"),
  version: z.int().describe("1 for the first text at this address, 2 for a changed one"),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  side: z.string().nullable(),
  published: z.string().nullable(),
});
const hit = z.strictObject({
  ...spanSchema.shape,
  marks: z
    .array(z.strictObject({ start: z.int(), end: z.int() }))
    .describe("the words found, in code points of the text"),
});
const publisher = z.string().max(300).optional();
const query = z
  .string()
  .trim()
  .min(1)
  .max(1000)
  .describe(
    '"grain deal" AND (wheat OR corn), Lavrov NEAR/5 Blinken, oil SENTENCE gas, title:talks since:2025',
  );

const bare = ({ snippet: _, ...rest }: DocumentRow) => rest;

/** The questions about documents. */
export const documentQuestions: readonly Question[] = [
  question({
    name: "documents",
    path: "/api/documents",
    about: "Texts of the library, by day of publication",
    input: z.strictObject({ side, publisher, ...paging }),
    output: pageOf(row),
    ask: (store, input) => askDocuments(store, defined(input)),
    json: ({ rows, next }) => ({ items: rows.map(bare), ...(next !== undefined && { next }) }),
    csv: ({ rows }) => rowsCsv(rows.map(bare)),
    next: ({ next }) => next,
  }),
  question({
    name: "document",
    path: "/api/documents/{id}",
    about: "The record of one document, with corrections; `machine=true`: as the machine found it",
    input: z.strictObject({ id, machine: z.enum(["true", "false"]).optional() }),
    output: recordSchema.meta({ id: "Record" }),
    quick: true,
    ask: (store, input) =>
      input.machine === "true" ? getMachineRecord(store, input.id) : getRecord(store, input.id),
    json: (record) => record,
  }),
  question({
    name: "search",
    path: "/api/search",
    about: "Texts with the words of a query, and the sentences in which they stand",
    input: z.strictObject({ q: query, side, publisher, ...paging }),
    output: pageOf(z.strictObject({ ...row.shape, hits: z.array(hit) })),
    ask: (store, { q, ...input }) => {
      const { rows, next } = askDocuments(
        store,
        {
          ...(defined(input) as Filters),
          limit: input.limit ?? 20,
          about: q,
        },
        false,
      );
      const terms = termsOf(q);
      const items = rows.map((one) => ({ ...bare(one), hits: hitsOf(textOf(store, one.id), terms) }));
      return { items, ...(next !== undefined && { next }) };
    },
    json: (page) => page as never,
    csv: ({ items }) =>
      rowsCsv(
        items.map(({ hits, ...rest }) => ({ ...rest, words: hits.map(({ text }) => text).join(" … ") })),
      ),
    next: ({ next }) => next,
  }),
  question({
    name: "facets",
    path: "/api/facets",
    about: "How many texts answer a query, by publisher, side and year",
    input: z.strictObject({ q: query.optional(), side, publisher, since: paging.since, until: paging.until }),
    output: facets(),
    ask: (store, { q, ...input }) =>
      askFacets(store, { ...defined(input), ...(q !== undefined && { about: q }) }),
    json: (found) => found as never,
  }),
  question({
    name: "stats",
    path: "/api/stats",
    about: "Counts of the whole library: layers, publishers, sides, months, acts, channels, types",
    input: z.strictObject({}),
    output: z.record(z.string(), z.record(z.string(), z.int())),
    ask: (store) => askStats(store),
    json: (stats) => stats as never,
  }),
];

function facets() {
  const counts = z.array(z.strictObject({ name: z.string(), count: z.int() }));
  return z.strictObject({
    documents: z.int(),
    exact: z.boolean().describe("false where more than 10,000 answer and only so many were counted"),
    publisher: counts,
    side: counts,
    year: counts,
  });
}
