// What a question to the library is: a value that routes, OpenAPI, documentation and worker threads all read.
import type { z } from "zod";
import type { Store } from "../store/open-store.ts";

/** A page's body and, where more follow, the cursor to go on with. */
export type Answered = { readonly body: string; readonly type: string; readonly next?: string };

/** One question: `GET path`. `ask` is pure but for the store; undefined means that there is no such thing. */
export type Question = {
  readonly name: string;
  /** As OpenAPI writes it: `/api/contacts/{id}`. */
  readonly path: string;
  readonly about: string;
  /** What path and query may hold. */
  readonly input: z.ZodObject;
  /** What the JSON is. */
  readonly output: z.ZodType;
  readonly csv: boolean;
  /** Answered at once; other questions go to a thread of their own. */
  readonly quick: boolean;
  readonly answer: (store: Store, input: { [name: string]: unknown }, csv: boolean) => Answered | undefined;
};

/** What a question is made of. `ask` finds, `json` and `csv` say it. */
export type Sketch<Input extends z.ZodObject, Output extends z.ZodType, Found> = {
  readonly name: string;
  readonly path: string;
  readonly about: string;
  readonly input: Input;
  readonly output: Output;
  readonly quick?: true;
  readonly ask: (store: Store, input: z.output<Input>) => Found | undefined;
  readonly json: (found: Found, input: z.output<Input>) => z.input<Output>;
  readonly csv?: (found: Found) => string;
  readonly next?: (found: Found) => string | undefined;
};

/** Makes a question of a sketch. */
export const question = <Input extends z.ZodObject, Output extends z.ZodType, Found>(
  sketch: Sketch<Input, Output, Found>,
): Question => ({
  name: sketch.name,
  path: sketch.path,
  about: sketch.about,
  input: sketch.input,
  output: sketch.output,
  csv: sketch.csv !== undefined,
  quick: sketch.quick ?? false,
  answer: (store, input, csv) => {
    const asked = input as z.output<Input>;
    const found = sketch.ask(store, asked);
    if (found === undefined) return undefined;
    const next = sketch.next?.(found);
    const said =
      csv && sketch.csv
        ? { body: sketch.csv(found), type: "text/csv; charset=utf-8" }
        : { body: JSON.stringify(sketch.json(found, asked)), type: "application/json" };
    return { ...said, ...(next !== undefined && { next }) };
  },
});
