// Imports: started with a text, an address or files; followed as server-sent events; broken off.
import { createHash } from "node:crypto";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import { z } from "zod";
import { defined } from "./defined.ts";
import type { Job, Library, Order } from "./library.ts";
import { errorsOf, ProblemError, problem } from "./problem.ts";
import { id } from "./shapes.ts";
import { answers, handled, troubles } from "./written.ts";

const line = z.string().trim().min(1).max(2000);
const header = {
  title: line.optional(),
  publisher: line.max(300).optional(),
  published: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  side: z
    .string()
    .regex(/^[A-Z]{3,4}$/)
    .optional(),
};
const address = z
  .string()
  .max(2000)
  .regex(/^https?:\/\//i, "expected http:// or https://");
const fromText = z.strictObject({ text: z.string().min(1), url: address.optional(), ...header });
const fromAddress = z.strictObject({ url: address, ...header });
const order = z
  .union([fromText, fromAddress])
  .describe("a text with what is known of it, or the address of a page or feed to fetch");
const form = z.strictObject(header);

const job = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    state: z.enum(["waiting", "running", "done", "failed", "cancelled"]),
    started: z.string(),
    ended: z.string().optional(),
    tally: z.strictObject({
      new: z.int(),
      version: z.int(),
      same: z.int(),
      failed: z.int(),
      bytes: z.int(),
      size: z.int(),
    }),
    documents: z.array(z.string()).describe("ids of the first that were taken in"),
    failures: z
      .array(z.strictObject({ source: z.string(), reason: z.string() }))
      .describe("the first that failed"),
    reason: z.string().optional().describe("why the import as a whole failed"),
  })
  .meta({ id: "Job" });

/** What a request orders. Throws ProblemError. */
const ordered = async (context: Context): Promise<Order | Response> => {
  const type = context.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type === "application/json") {
    const asked = order.safeParse(await context.req.json().catch(() => undefined));
    if (!asked.success)
      return problem(
        context,
        400,
        "expected { text } or { url }, with title, publisher, published, side",
        errorsOf(asked.error),
      );
    const { url, ...rest } = asked.data;
    if (!("text" in rest)) return { name: url!, url: url!, header: defined(rest) };
    const { text, ...said } = rest as z.infer<typeof fromText>;
    const name = said.title ?? url ?? "pasted text";
    // Two texts that were pasted under one name are two texts, not versions of one.
    const digest = createHash("sha256").update(text).digest("hex").slice(0, 12);
    const bytes = new TextEncoder().encode(text);
    const files = [{ name: url ?? `pasted: ${digest}`, bytes, type: "text/plain; charset=utf-8" }];
    return { name, files, header: defined({ ...said, url }) };
  }
  if (type === "multipart/form-data") return fromForm(context);
  throw new ProblemError(415, "expected application/json, or multipart/form-data with files");
};

const fromForm = async (context: Context): Promise<Order | Response> => {
  const sent = await context.req.formData().catch(() => {
    throw new ProblemError(400, "the form is broken; expected multipart/form-data");
  });
  const files: { name: string; bytes: Uint8Array; type?: string }[] = [];
  const fields: { [name: string]: string } = {};
  for (const [field, value] of sent)
    if (typeof value === "string") {
      if (value !== "") fields[field] = value;
    } else {
      const { name, type } = value;
      files.push({
        name: name || "upload",
        bytes: new Uint8Array(await value.arrayBuffer()),
        ...(type && { type }),
      });
    }
  const said = form.safeParse(fields);
  if (!said.success)
    return problem(context, 400, "expected files, title, publisher, published, side", errorsOf(said.error));
  if (files.length === 0) throw new ProblemError(400, "the form holds no file");
  const name = files.length === 1 ? files[0]!.name : `${files.length} files`;
  return { name, files, header: defined(said.data) };
};

const byId = { params: z.object({ id }) };
const missing = (context: Context) =>
  problem(context, 404, "no import of this id is known; GET /api/jobs lists them");

/** The routes of imports. */
export const addJobs = (app: OpenAPIHono, { jobs }: Library): void => {
  const one = (context: Context): string => context.req.param("id") ?? "";
  addImport(app, jobs);
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/jobs",
      operationId: "jobs",
      summary: "Imports since the server was started, newest first",
      responses: answers(200, z.strictObject({ items: z.array(job) })),
    }),
    handled((context) => context.json({ items: jobs.list() })),
  );
  for (const [method, operationId, summary] of [
    ["get", "job", "One import"],
    ["delete", "cancel", "Break an import off; what it has taken in stays"],
  ] as const)
    app.openapi(
      createRoute({
        method,
        path: "/api/jobs/{id}",
        operationId,
        summary,
        request: byId,
        responses: answers(200, job, 404),
      }),
      handled((context) => {
        const found = method === "get" ? jobs.get(one(context)) : jobs.cancel(one(context));
        return found ? context.json(found) : missing(context);
      }),
    );
  addEvents(app, jobs, missing);
};

const addImport = (app: OpenAPIHono, jobs: Library["jobs"]): void => {
  // Described only: a body of either kind is validated by `ordered`, which knows which one it is.
  app.openAPIRegistry.registerPath(
    createRoute({
      method: "post",
      path: "/api/jobs",
      operationId: "import",
      summary: "Import a text, a page or feed by its address, or files",
      request: {
        body: {
          required: true,
          content: {
            "application/json": { schema: order },
            "multipart/form-data": {
              schema: z.strictObject({ ...header, file: z.string().describe("one file or several") }),
            },
          },
        },
      },
      responses: answers(202, job, 413, 415, 429),
    }),
  );
  app.post("/api/jobs", async (context) => {
    const what = await ordered(context);
    if (what instanceof Response) return what;
    const started = jobs.start(what);
    return context.json(started, 202, { location: `/api/jobs/${started.id}` });
  });
};

const ended = ({ state }: Job): boolean => !["waiting", "running"].includes(state);
const beat = 15_000;

const addEvents = (
  app: OpenAPIHono,
  jobs: Library["jobs"],
  missing: (context: Context) => Response,
): void => {
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/jobs/{id}/events",
      operationId: "job-events",
      summary:
        "Progress of an import as server-sent events: each `job` event holds the job; the stream ends with it",
      request: byId,
      responses: {
        200: { description: "events", content: { "text/event-stream": { schema: z.string() } } },
        ...troubles(404),
      },
    }),
    handled((context) => {
      const id = context.req.param("id") ?? "";
      if (!jobs.get(id)) return missing(context);
      if (context.req.method === "HEAD")
        return context.body(null, 200, { "content-type": "text/event-stream" });
      return streamSSE(context, async (stream) => {
        let wake = () => {};
        let latest = jobs.get(id);
        const stop = jobs.follow(id, (job) => {
          latest = job;
          wake();
        });
        stream.onAbort(() => wake());
        for (let sent: Job | undefined; !stream.aborted; ) {
          if (latest !== undefined && latest !== sent) {
            sent = latest;
            await stream.writeSSE({ event: "job", data: JSON.stringify(sent) });
            if (ended(sent)) break;
          } else if (sent !== undefined) await stream.write(": still there\n\n");
          await new Promise<void>((done) => {
            const timer = setTimeout(done, beat);
            wake = () => {
              clearTimeout(timer);
              done();
            };
            if (latest !== sent) wake();
          });
        }
        stop();
      });
    }),
  );
};
