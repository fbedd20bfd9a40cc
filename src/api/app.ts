// A library -> the HTTP app over it: who may ask, the questions, what writes, the description of all of it, the pages.
import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import { addCorrections } from "./corrections.ts";
import { addExports } from "./exports.ts";
import { addFeed } from "./feed.ts";
import { type Guard, guarded } from "./guard.ts";
import { addJobs } from "./jobs.ts";
import type { Library } from "./library.ts";
import { preferred, respond } from "./negotiate.ts";
import { loadPages, servePage } from "./pages.ts";
import { errorsOf, problem, problemOf } from "./problem.ts";
import type { Question } from "./question.ts";
import { questions } from "./questions.ts";
import { answers, handled, troubles } from "./written.ts";

/** What an app is made of. `web` is the folder of the built pages; `failed` is told of bugs. */
export type AppOptions = Guard & {
  readonly library: Library;
  readonly web: string;
  readonly version: string;
  readonly failed?: (error: Error) => void;
};

const mega = 1024 * 1024;
/** Bytes of a request: uploads hold files, all else a few fields. */
const largest = { upload: 64 * mega, other: mega };

/** Makes the app. */
export const makeApp = ({ library, web, version, failed, ...guard }: AppOptions): OpenAPIHono => {
  const app = new OpenAPIHono({
    defaultHook: (result, context) =>
      result.success ? undefined : problem(context, 400, undefined, errorsOf(result.error as z.ZodError)),
  });
  app.onError((error, context) => refused(error, context, failed));
  app.use(guarded(guard));
  app.use("/api/*", limited);
  for (const one of questions) addQuestion(app, library, one);
  addCorrections(app, library);
  addJobs(app, library);
  addExports(app, library);
  addFeed(app, library);
  addDescription(app, version);
  refuseOthers(app);
  app.all("/api/*", (context) => problem(context, 404, "no such route; GET /api/openapi.json lists them"));
  const pages = loadPages(web);
  app.get("*", (context) => servePage(context, pages));
  app.notFound((context) => problem(context, 404));
  return app;
};

const atMost = (bytes: number) =>
  bodyLimit({
    maxSize: bytes,
    onError: (context) => problem(context, 413, `expected at most ${bytes / mega} MB`),
  });
const small = atMost(largest.other);
const large = atMost(largest.upload);
const limited: MiddlewareHandler = (context, next) =>
  // To ask whether there is a body costs more than most answers; a question has none.
  ["GET", "HEAD"].includes(context.req.method)
    ? next()
    : (context.req.path === "/api/jobs" ? large : small)(context, next);

const refused = (error: Error, context: Context, failed?: (error: Error) => void): Response => {
  const known = problemOf(error);
  if (known) return problem(context, known.status, known.message);
  if (error instanceof HTTPException) return problem(context, error.status, error.message || undefined);
  failed?.(error);
  return problem(context, 500, "it has been noted where the server runs");
};

const addQuestion = (app: OpenAPIHono, library: Library, one: Question): void => {
  const named = /\{(\w+)\}/.exec(one.path)?.[1];
  const params = named === undefined ? undefined : z.object({ [named]: one.input.shape[named] as z.ZodType });
  const query = named === undefined ? one.input : one.input.omit({ [named]: true } as { id: true });
  const offered = ["application/json", ...(one.csv ? ["text/csv"] : [])];
  app.openapi(
    createRoute({
      method: "get",
      path: one.path,
      operationId: one.name,
      summary: one.about,
      request: { query, ...(params && { params }) },
      responses: {
        200: {
          description: "as asked",
          content: {
            "application/json": { schema: one.output },
            ...(one.csv && { "text/csv": { schema: z.string() } }),
          },
        },
        304: { description: "not modified since the ETag that was sent" },
        ...troubles(400, 404, 406),
      },
    }),
    handled(async (context) => {
      const form = preferred(context.req.header("accept"), offered);
      if (form === undefined) return problem(context, 406, `expected ${offered.join(" or ")}`);
      const input = {
        ...(context.req.valid("query" as never) as object),
        ...(params && (context.req.valid("param" as never) as object)),
      };
      // Only slow questions wait; of a quick one nobody need know whether the asker is still there.
      const signal = one.quick ? undefined : context.req.raw.signal;
      const answered = await library.ask(one.name, input, form === "text/csv", signal);
      return answered ? respond(context, answered) : problem(context, 404, "nothing goes by this id or name");
    }),
  );
};

/** A known path with a method that it does not have: 405, and which it has. */
const refuseOthers = (app: OpenAPIHono): void => {
  const methods = new Map<string, string[]>();
  for (const one of app.openAPIRegistry.definitions)
    if (one.type === "route") {
      const path = one.route.path.replace(/\{(\w+)\}/g, ":$1");
      const { method } = one.route;
      methods.set(path, [
        ...(methods.get(path) ?? []),
        ...(method === "get" ? ["GET", "HEAD"] : [method.toUpperCase()]),
      ]);
    }
  for (const [path, allowed] of methods)
    app.all(path, (context) => {
      const allow = allowed.join(", ");
      return problem(context, 405, `expected ${allow}`, undefined, { allow });
    });
};

/** OpenAPI 3.1, made of the schemas that validate. */
const addDescription = (app: OpenAPIHono, version: string): void => {
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/openapi.json",
      operationId: "openapi",
      summary: "This description",
      responses: answers(200, z.record(z.string(), z.unknown())),
    }),
    handled((context) => {
      described ??= JSON.stringify(
        app.getOpenAPI31Document({
          openapi: "3.1.0",
          info: {
            title: "Dragoman",
            version,
            description: "A library of read texts: who spoke to whom, and what each side says of it",
          },
        }),
      );
      return respond(context, { type: "application/json", body: described });
    }),
  );
  let described: string | undefined;
};
