// The timeline of one party or two, and the network of who talks to whom.
import { z } from "zod";
import { rowsCsv } from "../export/csv.ts";
import { daysOf } from "../export/network.ts";
import { recordSchema } from "../record/schema.ts";
import { standalone } from "../record/standalone.ts";
import type { Filters } from "../store/filters.ts";
import { askNetwork } from "../store/network.ts";
import { askTimeline, type Entry } from "../store/timeline.ts";
import { defined } from "./defined.ts";
import { type Question, question } from "./question.ts";
import { pageOf, paging, party, standaloneContact, standaloneEvent, standaloneStatement } from "./shapes.ts";

const place = {
  date: z.string().describe("what it is sorted by; empty where it is not known"),
  first: z.string().optional().describe("first day that the date may mean"),
  last: z.string().optional().describe("last day that the date may mean"),
  planned: z.boolean().describe("not yet held or done when it was told"),
};
const entry = z.discriminatedUnion("layer", [
  z.strictObject({ layer: z.literal("contacts"), ...place, finding: standaloneContact }),
  z.strictObject({ layer: z.literal("statements"), ...place, finding: standaloneStatement }),
  z.strictObject({ layer: z.literal("events"), ...place, finding: standaloneEvent }),
]);

const placed = ({ layer, date, answer }: Entry) => {
  const days = daysOf(date);
  const planned =
    (layer === "contacts" && answer.finding.status === "planned") ||
    (layer === "events" && answer.finding.factuality === "future");
  return { layer, date, ...(days && { first: days.first, last: days.last }), planned };
};

const { channel, status } = recordSchema.shape.contacts.element.shape;
const { kind } = recordSchema.shape.actors.element.shape;
const { since, until } = paging;

/** The questions about time and ties. */
export const lineQuestions: readonly Question[] = [
  question({
    name: "timeline",
    path: "/api/timeline",
    about: "Contacts, statements and events of one actor, or between two",
    input: z.strictObject({
      actor: z
        .union([party, z.array(party).min(1).max(2)])
        .transform((one) => (Array.isArray(one) ? one : [one])),
      ...paging,
    }),
    output: pageOf(entry),
    ask: (store, { actor, ...input }) =>
      askTimeline(store, { ...(defined(input) as Filters), between: actor }),
    json: ({ entries, next }) => ({
      items: entries.map((one) => ({
        ...placed(one),
        finding: standalone<{ id: string; within?: string | undefined }>(
          one.answer.finding,
          one.answer.record,
        ),
      })) as never,
      ...(next !== undefined && { next }),
    }),
    csv: ({ entries }) =>
      rowsCsv(
        entries.map((one) => {
          const { layer, date, first, last, planned } = { first: undefined, last: undefined, ...placed(one) };
          return {
            layer,
            date,
            first,
            last,
            planned,
            id: one.answer.finding.id,
            document: one.answer.record.document.id,
          };
        }),
      ),
    next: ({ next }) => next,
  }),
  question({
    name: "network",
    path: "/api/network",
    about: "Who talks to whom in a period: actors, and for each two how often",
    input: z.strictObject({
      since,
      until,
      channel: channel.optional(),
      status: status.optional(),
      kind: kind.optional().describe("only actors of this kind"),
      limit: z.coerce.number().int().min(1).max(5000).optional().describe("actors at most: 2000 unless told"),
    }),
    output: z.strictObject({
      actors: z.int().describe("how many there are in all"),
      nodes: z.array(
        z.strictObject({
          key: z.string(),
          name: z.string(),
          kind: z.string(),
          country: z.string().nullable(),
          contacts: z.int(),
        }),
      ),
      edges: z.array(
        z.strictObject({
          from: z.string(),
          to: z.string(),
          contacts: z.int(),
          first: z.string(),
          last: z.string(),
        }),
      ),
    }),
    ask: (store, input) => askNetwork(store, defined(input)),
    json: (network) => network as never,
    csv: ({ edges }) => rowsCsv(edges),
  }),
];
