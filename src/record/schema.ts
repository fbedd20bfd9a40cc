// The shape of a record, once: what validates it, its types, and (by `npm run schema`) its JSON Schema.
import { z } from "zod";

/** A stretch of the text. */
export const spanSchema = z
  .strictObject({
    start: z.int().min(0).describe("first character, in Unicode code points of document.text"),
    end: z.int().min(0).describe("after the last character, in Unicode code points of document.text"),
    text: z.string().describe("exactly what document.text holds there"),
  })
  .describe("a stretch of document.text (W3C TextPositionSelector)");
const spanWith = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({ ...spanSchema.shape, ...shape });
const id = z.string().describe("unique across documents; the same document gives the same ids");
const rule = z.string().describe("the rule or model that found it");
const date = z.string().describe("ISO 8601, as precise as the text allows");

const document = z.strictObject({
  id,
  title: z.string().optional(),
  publisher: z.string().optional(),
  url: z.string().optional(),
  side: z.string().optional().describe("whose official account it is: ISO alpha-3 or an IGO code"),
  sideRule: z
    .string()
    .optional()
    .describe("the rule by which the side was read from publisher or text, where it was not said"),
  published: date.optional(),
  publishedRule: z
    .string()
    .optional()
    .describe("the rule by which the day was read from the text's layout, where it was not said"),
  language: z.string(),
  text: z.string(),
});

const office = z.strictObject({
  title: z.string(),
  of: z.string().optional().describe("ISO alpha-3 or an IGO code"),
  from: date.optional(),
  to: date.optional(),
  basis: z.enum(["text", "register"]),
  span: spanSchema.optional(),
});

const actor = z.strictObject({
  id,
  kind: z.enum(["person", "state", "organization", "group"]),
  name: z.string(),
  country: z.string().optional().describe("ISO alpha-3 or an IGO code"),
  code: z.string().optional().describe("PLOVER actor code: CZE GOV"),
  offices: z.array(office),
  wikidata: z.string().optional(),
  mentions: z.array(spanWith({ form: z.enum(["name", "title", "pronoun", "demonym"]) })),
  rule,
});

const time = spanWith({
  id,
  type: z.enum(["DATE", "TIME", "DURATION", "SET"]),
  value: z.string().describe("TIMEX3 value"),
  mod: z.string().optional().describe("TIMEX3 mod: START, MID, APPROX …"),
  from: date.optional().describe("first day of a range or interval: since, from … to …"),
  to: date.optional().describe("last day of a range or interval"),
  said: z.string().describe("what the words fix before any anchor"),
  basis: z.enum(["text", "published", "statement", "narrative"]),
  anchor: date.optional().describe("the date it was counted from"),
  rule,
});

const statement = z.strictObject({
  id,
  speakers: z.array(z.string()).describe("ids of actors"),
  source: spanSchema.optional(),
  cue: spanWith({ lemma: z.string() }).optional(),
  act: z.string(),
  negated: z.boolean().optional(),
  content: z.array(spanSchema),
  form: z.enum(["direct", "indirect", "mixed"]),
  within: z.string().optional().describe("id of the statement that reports this one"),
  addressees: z.array(z.string()).describe("ids of actors"),
  medium: z.strictObject({ kind: z.string(), name: z.string().optional(), span: spanSchema }).optional(),
  date: date.optional(),
  contact: z.string().optional().describe("id of the contact it is about"),
  confidence: z.number().min(0).max(1).describe("calibrated probability that it is right"),
  rule,
});

/** The smallest unit of an account. */
export const pointSchema = z.strictObject({
  id,
  statement: z
    .string()
    .optional()
    .describe("id of the statement that makes it; none where a readout tells it in its own voice"),
  act: z.string(),
  speakers: z.array(z.string()),
  topic: z.string(),
  content: z.array(spanSchema),
});

/** One exchange, with each side's account of it. */
export const contactSchema = z.strictObject({
  id,
  channel: z.enum(["call", "video", "meeting", "visit", "letter", "message", "other"]),
  status: z.enum(["held", "planned", "cancelled", "denied"]),
  participants: z.array(
    z.strictObject({
      actor: z.string(),
      side: z.string().optional(),
      role: z.enum(["initiator", "host", "guest", "other"]).optional(),
    }),
  ),
  date: date.optional(),
  place: spanWith({ country: z.string().optional() }).optional(),
  duration: spanWith({ value: z.string().describe("TIMEX3 value: PT2H") })
    .optional()
    .describe("how long it lasted"),
  topics: z.array(spanSchema),
  outcomes: z.array(spanSchema).optional().describe("what came of it: agreed to …, ended without a deal"),
  evidence: z.array(spanSchema),
  within: z.string().optional().describe("id of the statement that asserts it"),
  rule,
  accounts: z.array(z.strictObject({ side: z.string(), points: z.array(pointSchema) })),
});

const event = z.strictObject({
  id,
  type: z.string().describe("PLOVER type"),
  mode: z.string().optional(),
  contexts: z.array(z.string()),
  cameo: z.string().optional(),
  actors: z.array(z.string()),
  recipients: z.array(z.string()),
  date: date.optional(),
  place: spanSchema.optional(),
  factuality: z.enum(["actual", "future", "hypothetical", "negated", "historical"]),
  trigger: spanSchema,
  within: z.string().optional().describe("id of the statement that asserts it"),
  rule,
});

/** Validates one record. */
export const recordSchema = z
  .strictObject({
    dragoman: z.strictObject({ version: z.string(), language: z.string(), models: z.string() }),
    document,
    actors: z.array(actor),
    times: z.array(time),
    statements: z.array(statement),
    contacts: z.array(contactSchema),
    events: z.array(event),
  })
  .describe("What Dragoman finds in one document, every fact pinned to its characters");

/** Everything found in one document, as it leaves: ids for indexes, code points for UTF-16 offsets. */
export type Record = z.infer<typeof recordSchema>;
export type RecordSpan = z.infer<typeof spanSchema>;
export type RecordActor = z.infer<typeof actor>;
export type RecordTime = z.infer<typeof time>;
export type RecordStatement = z.infer<typeof statement>;
export type RecordContact = z.infer<typeof contactSchema>;
export type RecordPoint = z.infer<typeof pointSchema>;
export type RecordEvent = z.infer<typeof event>;

/** The JSON Schema (2020-12) of a record, as src/record/record.schema.json ships it. */
export const recordJsonSchema = (): object =>
  z.toJSONSchema(recordSchema, { target: "draft-2020-12", reused: "ref" });
