// `dragoman timeline ACTOR [ACTOR]`: contacts, statements and events of one party, or between two, day by day.
import { Command } from "commander";
import { lookUp, wordsOf } from "../record/look-up.ts";
import { type Answer, askContacts, askEvents, askStatements, type Filters, toCursor } from "../store/ask.ts";
import type { Store } from "../store/open-store.ts";
import { type AskFlags, jsonOf, printRows, tellNext, withFilters } from "./ask.ts";
import { partiesOf } from "./contacts.ts";
import { rolesOf } from "./events.ts";
import { existingLibrary } from "./library.ts";
import { chainOf } from "./statements.ts";

type Row = { date: string; kind: string; what: string; id: string; finding: object };

export const timelineCommand = withFilters(
  new Command("timeline")
    .description("Contacts, statements and events of one party, or between two, day by day")
    .argument("<party>", "a side (CZE) or a name (lavrov)")
    .argument("[other]", "another one"),
)
  .addHelpText(
    "after",
    "\nExamples:\n  dragoman timeline lavrov --since 2022\n  dragoman timeline USA RUS --sort oldest --json",
  )
  .action((party: string, other: string | undefined, flags: AskFlags) => {
    const store = existingLibrary(flags);
    const { rows, next } = timeline(store, other === undefined ? [party] : [party, other], flags);
    store.close();
    if (flags.json)
      for (const { finding, kind } of rows) process.stdout.write(`${JSON.stringify({ kind, ...finding })}\n`);
    else
      printRows(
        rows.map(({ finding: _, ...row }) => row),
        flags,
        ["date", "kind", "id", "what"],
        ({ date, kind, what, id }) => [date, kind, id, what],
      );
    tellNext(next, flags);
  });

const timeline = (
  store: Store,
  between: string[],
  { since, until, cursor, sort = "newest", limit = 50 }: AskFlags,
): { rows: Row[]; next?: string } => {
  const filters: Filters = {
    between,
    sort,
    limit,
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(cursor !== undefined && { cursor }),
  };
  const [contacts, statements, events] = [
    askContacts(store, filters),
    askStatements(store, filters),
    askEvents(store, filters),
  ];
  const rowOf = <Finding extends { id: string; date?: string | undefined }>(
    answer: Answer<Finding>,
    kind: string,
    what: string,
  ): Row => ({ date: answer.finding.date ?? "", kind, what, id: answer.finding.id, finding: jsonOf(answer) });
  const rows = [
    ...contacts.answers.map((one) =>
      rowOf(one, one.finding.channel, `${partiesOf(one.finding, lookUp(one.record))}, ${one.finding.status}`),
    ),
    ...statements.answers.map((one) => ({
      ...rowOf(
        one,
        one.finding.act,
        `${chainOf(one.finding, lookUp(one.record))}: ${wordsOf(one.finding.content)}`,
      ),
      date: one.finding.date ?? one.record.document.published ?? "",
    })),
    ...events.answers.map((one) =>
      rowOf(
        one,
        one.finding.type,
        `${rolesOf(one.finding, lookUp(one.record))} “${one.finding.trigger.text}”`,
      ),
    ),
  ];
  const sign = sort === "newest" ? -1 : 1;
  rows.sort((a, b) => sign * (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1));
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  // All layers are in the order of date and id, so that one place in it goes for the three of them.
  const more = rows.length > limit || [contacts, statements, events].some(({ next }) => next !== undefined);
  return more && last ? { rows: shown, next: toCursor([last.date, last.id]) } : { rows: shown };
};
