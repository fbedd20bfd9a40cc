// Contacts across documents: who else tells of one, its accounts side by side, and what is new in the library.
import { z } from "zod";
import { compareContact } from "../compare/compare-contact.ts";
import { type Comparison, comparisonSchema } from "../compare/schema.ts";
import { type ComparisonLanguage, loadComparison } from "../language/comparison.ts";
import { standalone } from "../record/standalone.ts";
import { failuresOf } from "../store/failures.ts";
import { findById } from "../store/find.ts";
import { askStats } from "../store/lists.ts";
import type { Store } from "../store/open-store.ts";
import { latestContacts, recordsNear } from "../store/tellings.ts";
import { type Question, question } from "./question.ts";
import { id, standaloneContact } from "./shapes.ts";

let loaded: ComparisonLanguage | undefined;
const language = (): ComparisonLanguage => {
  loaded ??= loadComparison();
  return loaded;
};

const compared = (store: Store, id: string): ReturnType<typeof compareContact> | undefined => {
  const found = findById(store, id);
  const contact = found?.record.contacts.find((one) => one.id === id);
  if (!found || !contact) return undefined;
  return compareContact(recordsNear(store, found.record, contact), id, language());
};

const summary = z
  .strictObject({
    id: z.string().describe("id of the contact, as the telling with most points has it"),
    channel: z.string(),
    status: z.string(),
    date: z.string().optional(),
    sides: z.array(z.string()),
    actors: z.array(z.strictObject({ id: z.string(), name: z.string(), side: z.string().optional() })),
    documents: z.array(z.string()),
    same: z.int(),
    reworded: z.int(),
    contrary: z.int(),
    only: z.record(z.string(), z.int()).describe("points that only this side makes"),
    contradictions: z
      .array(
        z.strictObject({
          topic: z.string(),
          told: z.array(z.strictObject({ side: z.string(), words: z.string() })),
        }),
      )
      .describe("what the sides say against each other"),
  })
  .meta({ id: "Accounts" });

const summed = ({ contact, actors, documents, sides, shared, only }: Comparison): z.infer<typeof summary> => {
  const count = (relation: string) => shared.filter((row) => row.relation === relation).length;
  const points = new Map(sides.flatMap(({ points }) => points.map((point) => [point.id, point])));
  const name = new Map(actors.map((actor) => [actor.id, actor.name]));
  return {
    id: contact.id,
    channel: contact.channel,
    status: contact.status,
    ...(contact.date !== undefined && { date: contact.date }),
    sides: sides.map(({ side }) => side),
    actors: contact.participants.map(({ actor, side }) => ({
      id: actor,
      name: name.get(actor) ?? "",
      ...(side !== undefined && { side }),
    })),
    documents: documents.map(({ id }) => id),
    same: count("same"),
    reworded: count("reworded"),
    contrary: count("contrary"),
    only: Object.fromEntries(only.map(({ side, points }) => [side, points.length])),
    contradictions: shared
      .filter(({ relation }) => relation === "contrary")
      .map((row) => ({
        topic: row.topic,
        told: row.points.map(({ side, point }) => ({
          side,
          words: (points.get(point)?.content ?? []).map(({ text }) => text).join(" … "),
        })),
      })),
  };
};

const newest = { documents: 60, contacts: 30, failures: 50 };

/** Comparisons of the contacts that arrived last, each once. */
const latest = (store: Store) => {
  const contacts: z.infer<typeof standaloneContact>[] = [];
  const comparisons: Comparison[] = [];
  const seen = new Set<string>();
  for (const { record, contact } of latestContacts(store, newest.documents)) {
    if (contacts.length < newest.contacts) contacts.push(standalone(contact, record) as never);
    if (seen.has(contact.id)) continue;
    const { tellings, comparison } = compareContact(
      recordsNear(store, record, contact),
      contact.id,
      language(),
    );
    for (const telling of tellings) seen.add(telling.contact.id);
    if (comparison) comparisons.push(comparison);
  }
  return { contacts, comparisons: comparisons.map(summed) };
};

/** The questions about contacts across documents. */
export const accountQuestions: readonly Question[] = [
  question({
    name: "comparison",
    path: "/api/contacts/{id}/comparison",
    about: "The accounts of a contact side by side, from all documents that tell of it",
    input: z.strictObject({ id }),
    output: comparisonSchema.meta({ id: "Comparison" }),
    ask: (store, input) => compared(store, input.id)?.comparison,
    json: (comparison) => comparison,
  }),
  question({
    name: "tellings",
    path: "/api/contacts/{id}/tellings",
    about: "The same contact in every document that tells of it, its own telling first",
    input: z.strictObject({ id }),
    output: z.strictObject({ items: z.array(standaloneContact) }),
    ask: (store, input) => compared(store, input.id)?.tellings,
    json: (tellings) => ({
      items: tellings.map(({ contact, record }) => standalone(contact, record)) as never,
    }),
  }),
  question({
    name: "home",
    path: "/api/home",
    about: "What is new: contacts, second accounts, contradictions, imports that failed",
    input: z.strictObject({}),
    output: z.strictObject({
      counts: z.record(z.string(), z.int()),
      contacts: z.array(standaloneContact).describe("of the documents that arrived last"),
      accounts: z.array(summary).describe("contacts of which two sides or more tell"),
      contradictions: z.array(summary).describe("those of them where sides contradict each other"),
      failures: z.array(z.strictObject({ source: z.string(), reason: z.string(), root: z.string() })),
      failed: z.int().describe("how many imports failed in all"),
    }),
    ask: (store) => ({ ...latest(store), failures: failuresOf(store), counts: askStats(store).all ?? {} }),
    json: ({ contacts, comparisons, failures, counts }) => ({
      counts,
      contacts,
      accounts: comparisons,
      contradictions: comparisons.filter(({ contrary }) => contrary > 0),
      failures: failures
        .slice(0, newest.failures)
        .map(({ source, reason, root }) => ({ source, reason, root })),
      failed: failures.length,
    }),
  }),
];
