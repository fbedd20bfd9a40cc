// Shapes that several routes share: what a query may hold, and how a finding stands alone.
import { z } from "zod";
import { recordSchema } from "../record/schema.ts";

/** ISO date of any precision, as filters take it. */
export const day = z
  .string()
  .regex(
    /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/,
    "expected 2025, 2025-03 or 2025-03-04",
  );
const words = z.string().trim().min(1).max(1000);
/** A party: a side (`CZE`), words of a name (`lavrov`), or `key:` and the key of an actor. */
export const party = words
  .max(200)
  .describe("a side (CZE), words of a name (lavrov), or key: and an actor's key");
const parties = z
  .union([party, z.array(party).max(8)])
  .transform((one) => (Array.isArray(one) ? one : [one]));

/** Id of a document or finding. */
export const id = z.string().min(1).max(200);

/** Period, order and place in a list. */
export const paging = {
  since: day.optional().describe("from this day, month or year on"),
  until: day.optional().describe("up to and with this day, month or year"),
  sort: z.enum(["newest", "oldest"]).optional(),
  limit: z.coerce.number().int().min(1).max(1000).optional().describe("rows a page: 50 unless told"),
  cursor: z.string().max(1000).optional().describe("the next of the page before"),
};

/** Filters on who takes part. */
export const partyFilters = {
  between: parties.optional().describe("all of these take part; repeat it for several"),
  by: party.optional(),
  to: party.optional(),
};
export const about = words.optional().describe('words: "grain deal" AND (wheat OR corn)');
export const side = z
  .string()
  .regex(/^[A-Z]{3,4}$/)
  .optional()
  .describe("whose documents: ISO alpha-3 or an organization's code");

const { document, actors, times, statements, contacts, events } = recordSchema.shape;
const { text: _, ...head } = document.shape;
/** A document without its text. */
export const documentHead = z.strictObject(head).meta({ id: "Document" });
const teller = z.strictObject({
  id: z.string(),
  act: z.string(),
  negated: z.boolean().optional(),
  speakers: z.array(z.string()),
  source: z.string().optional(),
});
/** What a finding gets where it stands without its record. */
export const alone = {
  document: documentHead,
  names: z.record(z.string(), z.string()).describe("names of all actors that are mentioned by id"),
  chain: z.array(teller).describe("statements through which it is known, outermost first"),
};
export const standaloneContact = z
  .strictObject({ ...contacts.element.shape, ...alone })
  .meta({ id: "Contact" });
export const standaloneStatement = z
  .strictObject({ ...statements.element.shape, ...alone })
  .meta({ id: "Statement" });
export const standaloneEvent = z.strictObject({ ...events.element.shape, ...alone }).meta({ id: "Event" });
export const standaloneActor = z.strictObject({ ...actors.element.shape, ...alone }).meta({ id: "Actor" });
export const standaloneTime = z.strictObject({ ...times.element.shape, ...alone }).meta({ id: "Time" });

/** One page of a list. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), next: z.string().optional().describe("cursor of the next page") });

/** An actor through all documents. */
export const identity = z
  .strictObject({
    key: z.string(),
    kind: z.string(),
    name: z.string(),
    country: z.string().nullable(),
    wikidata: z.string().nullable(),
    documents: z.int(),
    mentions: z.int(),
  })
  .meta({ id: "Identity" });
