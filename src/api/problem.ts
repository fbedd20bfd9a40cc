// What goes wrong -> RFC 9457 problem+json, one shape for all of it.
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { z } from "zod";

/** An answer that says what is wrong, and what to do about it. */
export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string().describe("what kind of problem it is"),
    status: z.int(),
    detail: z.string().optional().describe("what was found, what was expected, what to do"),
    errors: z
      .array(z.strictObject({ at: z.string(), reason: z.string() }))
      .optional()
      .describe("each part of the request that is not as expected"),
  })
  .describe("RFC 9457 problem details")
  .meta({ id: "Problem" });
type Problem = z.infer<typeof problemSchema>;

const titles: { readonly [status: number]: string } = {
  400: "The request is not as expected",
  401: "A token is needed",
  403: "The request comes from elsewhere",
  404: "There is no such thing",
  405: "That can't be done here",
  406: "It can't be said in that form",
  409: "It does not fit what is there",
  413: "The request is too large",
  415: "The request is in another form",
  421: "The request is for another host",
  429: "Too much at once",
  500: "Something is wrong with Dragoman",
  503: "The library can't be asked now",
};

/** A problem found deep inside a handler. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly status: number;
  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
}

/** Answers with a problem. */
export const problem = (
  context: Context,
  status: number,
  detail?: string,
  errors?: Problem["errors"],
  headers: { readonly [name: string]: string } = {},
): Response => {
  const body: Problem = {
    type: "about:blank",
    title: titles[status] ?? "Something is wrong",
    status,
    ...(detail !== undefined && { detail }),
    ...(errors !== undefined && { errors }),
  };
  return context.body(JSON.stringify(body), status as ContentfulStatusCode, {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    ...headers,
  });
};

/** A failed validation as a problem's errors. */
export const errorsOf = ({ issues }: z.ZodError): NonNullable<Problem["errors"]> =>
  issues
    .slice(0, 20)
    .map(({ path, message }) => ({ at: path.join(".").slice(0, 200), reason: message.slice(0, 300) }));

/** An error -> the problem to answer with; undefined for a bug. */
export const problemOf = (error: {
  readonly name: string;
  readonly message: string;
}): ProblemError | undefined => {
  if (error instanceof ProblemError) return error;
  if (error.name === "StoreError" || error.name === "InputError") return new ProblemError(400, error.message);
  return undefined;
};
