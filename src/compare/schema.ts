// The shape of a comparison, once: what validates it, and its types.
import { z } from "zod";
import { contactSchema, pointSchema, spanSchema } from "../record/schema.ts";

const comparedPoint = z.strictObject({
  ...pointSchema.shape,
  document: z.string(),
  via: z.array(z.string()).describe("names of those through whom it is known, outermost first"),
});

/** Validates one comparison: the accounts of one contact, side by side. */
export const comparisonSchema = z.strictObject({
  contact: z.strictObject({ ...contactSchema.shape, documents: z.array(z.string()) }),
  actors: z
    .array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        country: z.string().optional(),
        office: z.string().optional(),
      }),
    )
    .describe("every actor that the comparison names by id"),
  documents: z
    .array(
      z.strictObject({
        id: z.string(),
        title: z.string().optional(),
        publisher: z.string().optional(),
        side: z.string().optional(),
        published: z.string().optional(),
        url: z.string().optional(),
        copyOf: z.string().optional().describe("id of the document whose text this is again"),
      }),
    )
    .describe("every document that tells of the contact"),
  sides: z.array(
    z.strictObject({
      side: z.string(),
      name: z.string().describe("of the state or organization"),
      documents: z.array(z.string()),
      points: z.array(comparedPoint),
    }),
  ),
  shared: z.array(
    z.strictObject({
      topic: z.string(),
      relation: z.enum(["same", "reworded", "contrary"]),
      points: z.array(z.strictObject({ side: z.string(), point: z.string() })),
      differences: z.array(z.string()),
    }),
  ),
  only: z.array(z.strictObject({ side: z.string(), points: z.array(z.string()) })),
  facts: z.array(
    z.strictObject({
      field: z.enum(["date", "initiator", "channel", "place", "length", "participants"]),
      agree: z.boolean(),
      values: z.array(
        z.strictObject({ side: z.string(), value: z.string().nullable(), span: spanSchema.optional() }),
      ),
    }),
  ),
});

export type Comparison = z.infer<typeof comparisonSchema>;
export type ComparedPoint = z.infer<typeof comparedPoint>;
export type SharedRow = Comparison["shared"][number];
export type FactRow = Comparison["facts"][number];
