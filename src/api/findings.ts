// Contacts, statements and events: lists with filters, and one finding with the passages it rests on.
import { z } from "zod";
import { findingsCsv } from "../export/csv.ts";
import { passagesOf } from "../record/passages.ts";
import type { RecordContact, RecordEvent, RecordSpan, RecordStatement } from "../record/schema.ts";
import { recordSchema, spanSchema } from "../record/schema.ts";
import { standalone } from "../record/standalone.ts";
import { type Answer, askContacts, askEvents, askStatements, type Filters, type Page } from "../store/ask.ts";
import { findById } from "../store/find.ts";
import type { Store } from "../store/open-store.ts";
import { defined } from "./defined.ts";
import { type Question, question } from "./question.ts";
import {
  about,
  id,
  pageOf,
  paging,
  partyFilters,
  side,
  standaloneActor,
  standaloneContact,
  standaloneEvent,
  standaloneStatement,
  standaloneTime,
} from "./shapes.ts";

type Layer = "contacts" | "statements" | "events";

const list = <Input extends z.ZodObject, Output extends z.ZodType, Finding extends { id: string }>(
  layer: Layer,
  words: string,
  filters: Input,
  output: Output,
  ask: (store: Store, filters: Filters) => Page<Finding>,
): Question =>
  question({
    name: layer,
    path: `/api/${layer}`,
    about: words,
    input: z.strictObject({ ...partyFilters, about, side, ...paging, ...filters.shape }),
    output: pageOf(output),
    ask: (store, input) => ask(store, defined(input) as Filters),
    json: ({ answers, next }) => ({
      items: answers.map(({ finding, record }) => standalone(finding, record)) as never,
      ...(next !== undefined && { next }),
    }),
    csv: ({ answers }) => findingsCsv(layer, answers),
    next: ({ next }) => next,
  });

const single = <Output extends z.ZodObject, Finding extends { id: string }>(
  layer: Layer,
  words: string,
  output: Output,
  spans: (finding: Finding) => readonly RecordSpan[],
): Question =>
  question({
    name: layer.slice(0, -1),
    path: `/api/${layer}/{id}`,
    about: words,
    input: z.strictObject({ id }),
    output: z.strictObject({
      ...output.shape,
      passages: z.array(spanSchema).describe("the sentences that it rests on"),
    }),
    quick: true,
    ask: (store, input): Answer<Finding> | undefined => {
      const found = findById(store, input.id);
      return found?.layer === layer
        ? { finding: found.finding as unknown as Finding, record: found.record }
        : undefined;
    },
    json: ({ finding, record }) =>
      ({
        ...standalone(finding, record),
        passages: passagesOf(spans(finding), record.document.text),
      }) as never,
  });

const { channel, status } = recordSchema.shape.contacts.element.shape;
const { factuality } = recordSchema.shape.events.element.shape;

/** The questions about findings. */
export const findingQuestions: readonly Question[] = [
  question({
    name: "finding",
    path: "/api/findings/{id}",
    about: "Any finding by its id: actor, time, statement, contact or event of a document",
    input: z.strictObject({ id }),
    output: z.discriminatedUnion("layer", [
      z.strictObject({ layer: z.literal("contacts"), finding: standaloneContact }),
      z.strictObject({ layer: z.literal("statements"), finding: standaloneStatement }),
      z.strictObject({ layer: z.literal("events"), finding: standaloneEvent }),
      z.strictObject({ layer: z.literal("actors"), finding: standaloneActor }),
      z.strictObject({ layer: z.literal("times"), finding: standaloneTime }),
    ]),
    quick: true,
    ask: (store, input) => findById(store, input.id),
    json: ({ layer, finding, record }) => ({ layer, finding: standalone(finding, record) }) as never,
  }),
  list(
    "contacts",
    "Who spoke to, met, wrote to or visited whom",
    z.object({ channel: channel.optional(), status: status.optional() }),
    standaloneContact,
    askContacts,
  ),
  single(
    "contacts",
    "One contact, as one document tells it",
    standaloneContact,
    ({ evidence, place }: RecordContact) => [...evidence, ...(place ? [place] : [])],
  ),
  list(
    "statements",
    "Who said what, and through whom it is known",
    z.object({
      act: z.string().max(60).optional(),
      depth: z.coerce.number().int().min(1).max(50).optional(),
    }),
    standaloneStatement,
    askStatements,
  ),
  single(
    "statements",
    "One statement with the chain through which it is known",
    standaloneStatement,
    ({ source, cue, content }: RecordStatement) => [
      ...(source ? [source] : []),
      ...(cue ? [cue] : []),
      ...content,
    ],
  ),
  list(
    "events",
    "Political events in PLOVER",
    z.object({ type: z.string().max(60).optional(), factuality: factuality.optional() }),
    standaloneEvent,
    askEvents,
  ),
  single("events", "One event", standaloneEvent, ({ trigger, place }: RecordEvent) => [
    trigger,
    ...(place ? [place] : []),
  ]),
];
