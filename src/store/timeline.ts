// Parties -> their contacts, statements and events on one line of time.
import type { RecordContact, RecordEvent, RecordStatement } from "../record/schema.ts";
import { type Answer, askContacts, askEvents, askStatements, pageSize, toCursor } from "./ask.ts";
import type { Filters } from "./filters.ts";
import type { Store } from "./open-store.ts";

/** One entry; `date` is what it is sorted by: its own, for a statement else that of its document. */
export type Entry = { readonly date: string } & (
  | { readonly layer: "contacts"; readonly answer: Answer<RecordContact> }
  | { readonly layer: "statements"; readonly answer: Answer<RecordStatement> }
  | { readonly layer: "events"; readonly answer: Answer<RecordEvent> }
);

/** Entries in which all of the parties take part. */
export const askTimeline = (
  store: Store,
  filters: Pick<Filters, "between" | "since" | "until" | "sort" | "limit" | "cursor">,
): { entries: readonly Entry[]; next?: string } => {
  const limit = pageSize(filters.limit);
  const pages = [
    askContacts(store, filters),
    askStatements(store, filters),
    askEvents(store, filters),
  ] as const;
  const [contacts, statements, events] = pages;
  const entries: Entry[] = [
    ...contacts.answers.map((answer) => ({
      date: answer.finding.date ?? "",
      layer: "contacts" as const,
      answer,
    })),
    ...statements.answers.map((answer) => ({
      date: answer.finding.date ?? answer.record.document.published ?? "",
      layer: "statements" as const,
      answer,
    })),
    ...events.answers.map((answer) => ({
      date: answer.finding.date ?? "",
      layer: "events" as const,
      answer,
    })),
  ];
  const sign = filters.sort === "oldest" ? 1 : -1;
  const key = ({ date, answer }: Entry): string => `${date}\u0000${answer.finding.id}`;
  const sorted = entries.sort((a, b) => (key(a) < key(b) ? -sign : sign));
  const shown = sorted.slice(0, limit);
  const last = shown.at(-1);
  const more = sorted.length > limit || pages.some(({ next }) => next !== undefined);
  return more && last
    ? { entries: shown, next: toCursor([last.date, last.answer.finding.id]) }
    : { entries: shown };
};
