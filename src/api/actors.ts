// Actors through all documents: lists, one with offices, counterparts and calendar, what it says and what is said about it.
import { z } from "zod";
import { findingsCsv, rowsCsv } from "../export/csv.ts";
import { recordSchema } from "../record/schema.ts";
import { standalone } from "../record/standalone.ts";
import { askStatements, type Filters } from "../store/ask.ts";
import {
  askIdentity,
  askSaidAbout,
  calendarOf,
  counterpartsOf,
  namesOf,
  officesOf,
} from "../store/identities.ts";
import { askActors } from "../store/lists.ts";
import { defined } from "./defined.ts";
import { type Question, question } from "./question.ts";
import { id, identity, pageOf, paging, side, standaloneStatement } from "./shapes.ts";

const { kind, offices } = recordSchema.shape.actors.element.shape;
const { span: _, ...office } = offices.element.shape;
const { limit, cursor } = paging;

const actor = z.strictObject({
  ...identity.shape,
  names: z.array(z.strictObject({ name: z.string(), documents: z.int() })),
  offices: z.array(z.strictObject({ ...office, documents: z.array(z.string()) })),
  counterparts: z.array(
    z.strictObject({
      ...identity.shape,
      contacts: z.int(),
      first: z.string().nullable(),
      last: z.string(),
    }),
  ),
  calendar: z
    .array(z.strictObject({ date: z.string().describe("as precise as it is known"), contacts: z.int() }))
    .describe("contacts by date"),
});

/** The questions about actors. */
export const actorQuestions: readonly Question[] = [
  question({
    name: "actors",
    path: "/api/actors",
    about: "People, states, organizations and groups, those of most documents first",
    input: z.strictObject({
      q: z.string().trim().min(1).max(200).optional().describe("words of the name"),
      kind: kind.optional(),
      side,
      limit,
      cursor,
    }),
    output: pageOf(identity),
    ask: (store, { q, ...input }) =>
      askActors(store, { ...defined(input), ...(q !== undefined && { by: q }) }),
    json: ({ rows, next }) => ({ items: [...rows], ...(next !== undefined && { next }) }),
    csv: ({ rows }) => rowsCsv(rows),
    next: ({ next }) => next,
  }),
  question({
    name: "actor",
    path: "/api/actors/{id}",
    about: "One actor by its key, or by the id of an actor of a document",
    input: z.strictObject({ id }),
    output: actor,
    ask: (store, input) => {
      const found = askIdentity(store, input.id);
      return found && { found, store };
    },
    json: ({ found, store }) => ({
      ...found,
      names: namesOf(store, found.key),
      offices: officesOf(store, found.key),
      counterparts: counterpartsOf(store, found.key),
      calendar: calendarOf(store, found.key),
    }),
  }),
  question({
    name: "said",
    path: "/api/actors/{id}/said",
    about: "What an actor says",
    input: z.strictObject({ id, ...paging }),
    output: pageOf(standaloneStatement),
    ask: (store, { id, ...input }) => {
      const found = askIdentity(store, id);
      return found && askStatements(store, { ...(defined(input) as Filters), by: `key:${found.key}` });
    },
    json: ({ answers, next }) => ({
      items: answers.map(({ finding, record }) => standalone(finding, record)) as never,
      ...(next !== undefined && { next }),
    }),
    csv: ({ answers }) => findingsCsv("statements", answers),
    next: ({ next }) => next,
  }),
  question({
    name: "said-about",
    path: "/api/actors/{id}/about",
    about: "What others say about an actor, newest documents first",
    input: z.strictObject({ id, limit, cursor }),
    output: pageOf(standaloneStatement),
    ask: (store, { id, ...input }) => {
      const found = askIdentity(store, id);
      return found && askSaidAbout(store, found.key, defined(input));
    },
    json: ({ answers, next }) => ({
      items: answers.map(({ finding, record }) => standalone(finding, record)) as never,
      ...(next !== undefined && { next }),
    }),
    csv: ({ answers }) => findingsCsv("statements", answers),
    next: ({ next }) => next,
  }),
];
