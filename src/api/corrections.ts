// A person's corrections: listed, made, taken back, put back.
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { allCorrections } from "../store/corrections.ts";
import type { Library } from "./library.ts";
import { ProblemError } from "./problem.ts";
import { type Question, question } from "./question.ts";
import { id } from "./shapes.ts";
import { answers, body, handled } from "./written.ts";

const correction = z
  .strictObject({
    number: z.int(),
    document: z.string(),
    finding: z.string(),
    kind: z.enum(["accept", "reject", "edit", "merge", "split"]),
    value: z.unknown().optional(),
    undone: z.boolean(),
  })
  .meta({ id: "Correction" });

/** The list. */
export const correctionQuestions: readonly Question[] = [
  question({
    name: "corrections",
    path: "/api/corrections",
    about: "What a person says of findings, in the order in which it was said",
    input: z.strictObject({ document: id.optional() }),
    output: z.strictObject({ items: z.array(correction) }),
    ask: (store, { document }) =>
      allCorrections(store).filter((one) => document === undefined || one.document === document),
    json: (items) => ({ items }),
  }),
];

const decision = z
  .discriminatedUnion("kind", [
    z.strictObject({ finding: id, kind: z.literal("accept") }),
    z.strictObject({ finding: id, kind: z.literal("reject") }),
    z.strictObject({
      finding: id,
      kind: z.literal("edit"),
      value: z.record(z.string().max(60), z.unknown()),
    }),
    z.strictObject({ finding: id, kind: z.literal("merge"), value: z.strictObject({ with: id }) }),
    z.strictObject({
      finding: id,
      kind: z.literal("split"),
      value: z.strictObject({
        mentions: z.array(z.int().min(1)).max(10_000).optional(),
        participants: z.array(id).max(1000).optional(),
        name: z.string().min(1).max(300).optional(),
      }),
    }),
  ])
  .describe("what to say of a finding; a null in an edit takes the field away");

const noted = z.strictObject({
  number: z.int(),
  made: z.string().optional().describe("the id that a split made"),
});
const number = z.object({ number: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });

/** The ways to change them. */
export const addCorrections = (app: OpenAPIHono, library: Library): void => {
  app.openapi(
    createRoute({
      method: "post",
      path: "/api/corrections",
      operationId: "correct",
      summary: "Accept, reject, edit, merge or split a finding",
      request: { body: body(decision) },
      responses: answers(201, noted, 404),
    }),
    handled(async (context) => {
      const { finding, ...asked } = context.req.valid("json" as never) as z.infer<typeof decision>;
      if (!(await library.ask("finding", { id: finding }, false)))
        throw new ProblemError(404, `${finding}: is not in the library; expected the id of a finding`);
      const made = await library.correct({ kind: "decide", finding, decision: asked as never });
      return context.json(made, 201, { location: `/api/corrections/${made.number}` });
    }),
  );
  for (const [method, kind, summary] of [
    ["delete", "undo", "Take a correction back"],
    ["patch", "redo", "Put a correction back that was taken back"],
  ] as const)
    app.openapi(
      createRoute({
        method,
        path: "/api/corrections/{number}",
        operationId: kind,
        summary,
        request: { params: number },
        responses: answers(200, noted, 404),
      }),
      handled(async (context) => {
        const { number } = context.req.valid("param" as never) as { number: number };
        const made = await library.correct({ kind, number }).catch((error: Error) => {
          throw error.name === "StoreError" ? new ProblemError(404, error.message) : error;
        });
        return context.json(made, 200);
      }),
    );
};
