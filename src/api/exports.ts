// The library in another form, as a stream: whole, of a period, of a side, or of some documents.
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { exporters } from "../export/exporters.ts";
import { tables } from "../export/tables.ts";
import { defined } from "./defined.ts";
import type { Exporting, Library } from "./library.ts";
import { id, paging, side } from "./shapes.ts";
import { answers, handled, troubles } from "./written.ts";

const types: { readonly [extension: string]: string } = {
  jsonl: "application/x-ndjson",
  "plover.jsonl": "application/x-ndjson",
  csv: "text/csv; charset=utf-8",
  parquet: "application/vnd.apache.parquet",
  "polecat.tsv": "text/tab-separated-values; charset=utf-8",
  "cameo.tsv": "text/tab-separated-values; charset=utf-8",
  ics: "text/calendar; charset=utf-8",
  jsonld: "application/ld+json",
  "csl.json": "application/vnd.citationstyles.csl+json",
  bib: "application/x-bibtex; charset=utf-8",
  graphml: "application/xml",
  gexf: "application/xml",
};

const forms = z.strictObject({
  items: z.array(
    z.strictObject({ name: z.string(), extension: z.string(), about: z.string(), tabular: z.boolean() }),
  ),
  tables: z
    .array(z.strictObject({ name: z.string(), about: z.string() }))
    .describe("what a tabular form may hold"),
});
const query = z.strictObject({
  table: z.enum(tables.map(({ name }) => name) as [string, ...string[]]).optional(),
  since: paging.since,
  until: paging.until,
  side,
  document: z
    .union([id, z.array(id).max(1000)])
    .transform((one) => (Array.isArray(one) ? one : [one]))
    .optional()
    .describe("only these documents; repeat it for several"),
});

/** The routes of exports. */
export const addExports = (app: OpenAPIHono, library: Library): void => {
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/exports",
      operationId: "formats",
      summary: "The forms that records leave in",
      responses: answers(200, forms),
    }),
    handled((context) =>
      context.json({
        items: exporters.map(({ name, extension, about, tabular = false }) => ({
          name,
          extension,
          about,
          tabular,
        })),
        tables: tables.map(({ name, about }) => ({ name, about })),
      }),
    ),
  );
  addExport(app, library);
};

const addExport = (app: OpenAPIHono, library: Library): void => {
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/exports/{format}",
      operationId: "export",
      summary: "Records in another form, sorted by id: the same library gives the same bytes",
      request: {
        params: z.object({ format: z.enum(exporters.map(({ name }) => name) as [string, ...string[]]) }),
        query,
      },
      responses: {
        200: { description: "a file", content: { "application/octet-stream": { schema: z.string() } } },
        ...troubles(400, 404),
      },
    }),
    handled((context) => {
      const { format } = context.req.valid("param" as never) as { format: string };
      const {
        table = "contacts",
        document,
        ...period
      } = context.req.valid("query" as never) as z.infer<typeof query>;
      const { extension, tabular } = exporters.find(({ name }) => name === format)!;
      const what: Exporting = {
        format,
        table,
        ...defined(period),
        ...(document !== undefined && { documents: document }),
      };
      const name = `dragoman${tabular ? `-${table}` : ""}.${extension}`;
      const headers = {
        "content-type": types[extension] ?? "application/octet-stream",
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "no-store",
      };
      // Who asks for the head only must not leave an export behind that nobody takes.
      if (context.req.method === "HEAD") return context.body(null, 200, headers);
      return context.body(library.export(what), 200, headers);
    }),
  );
};
