// What routes that are not questions share: bodies, answers and problems as OpenAPI says them.
import type { Context } from "hono";
import type { z } from "zod";
import { problemSchema } from "./problem.ts";

/** A JSON body. */
export const body = <Shape extends z.ZodType>(schema: Shape) => ({
  required: true,
  content: { "application/json": { schema } },
});

/** An answer with a JSON body, and the problems that may come in its place. */
export const answers = (status: number, schema: z.ZodType, ...problems: readonly number[]) => ({
  [status]: { description: "as asked", content: { "application/json": { schema } } },
  ...troubles(400, ...problems),
});

/** Problems by status. */
export const troubles = (...statuses: readonly number[]) =>
  Object.fromEntries(
    [...new Set([...statuses, 401, 403, 421])]
      .sort()
      .map((status) => [
        status,
        { description: "problem", content: { "application/problem+json": { schema: problemSchema } } },
      ]),
  );

/** A handler for a route; what it answers is held against the schemas by tests, not by types. */
export const handled = (handler: (context: Context) => Response | Promise<Response>) => handler as never;
