// What a type, mode, context, act, relation, code or rule means, in plain words.
import { z } from "zod";
import { type Explanation, explanations } from "../explain.ts";
import { type Question, question } from "./question.ts";

const explained = z.strictObject({
  items: z.array(z.strictObject({ kind: z.string(), label: z.string(), meaning: z.string() })),
});

let loaded: ReadonlyMap<string, readonly Explanation[]> | undefined;
/** All labels, in lower case; loaded by the first who asks, for the language data takes a while. */
const byLabel = (): ReadonlyMap<string, readonly Explanation[]> => {
  loaded ??= Map.groupBy(explanations(), ({ label }) => label.toLowerCase());
  return loaded;
};

/** The questions about labels; no library is needed to answer them. */
export const labelQuestions: readonly Question[] = [
  question({
    name: "labels",
    path: "/api/explain",
    about: "Every label with its meaning",
    input: z.strictObject({}),
    output: explained,
    ask: () => [...byLabel().values()].flat(),
    json: (items) => ({ items }),
  }),
  question({
    name: "explain",
    path: "/api/explain/{label}",
    about: "What a label means, in plain words",
    input: z.strictObject({ label: z.string().min(1).max(200) }),
    output: explained,
    ask: (_, { label }) => byLabel().get(label.trim().toLowerCase()),
    json: (items) => ({ items: [...items] }),
  }),
];
