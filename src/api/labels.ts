// What a type, mode, context, act, relation, code or rule means, in plain words.
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { type Explanation, explanations } from "../explain.ts";
import { respond } from "./negotiate.ts";
import { problem } from "./problem.ts";
import { answers, handled } from "./written.ts";

const explained = z.strictObject({
  items: z.array(z.strictObject({ kind: z.string(), label: z.string(), meaning: z.string() })),
});

let loaded: ReadonlyMap<string, readonly Explanation[]> | undefined;
const byLabel = (): ReadonlyMap<string, readonly Explanation[]> => {
  loaded ??= Map.groupBy(explanations(), ({ label }) => label.toLowerCase());
  return loaded;
};

/** The routes of explanations. */
export const addLabels = (app: OpenAPIHono): void => {
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/explain",
      operationId: "labels",
      summary: "Every label with its meaning",
      responses: answers(200, explained),
    }),
    handled((context) =>
      respond(context, {
        type: "application/json",
        body: JSON.stringify({ items: [...byLabel().values()].flat() }),
      }),
    ),
  );
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/explain/{label}",
      operationId: "explain",
      summary: "What a label means, in plain words",
      request: { params: z.object({ label: z.string().max(200) }) },
      responses: answers(200, explained, 404),
    }),
    handled((context) => {
      const label = context.req.param("label") ?? "";
      const items = byLabel().get(label.trim().toLowerCase());
      if (!items) return problem(context, 404, "nothing bears that name; GET /api/explain lists what does");
      return respond(context, { type: "application/json", body: JSON.stringify({ items }) });
    }),
  );
};
