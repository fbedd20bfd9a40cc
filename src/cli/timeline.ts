// `dragoman timeline ACTOR [ACTOR]`: contacts, statements and events of one party, or between two, day by day.
import { Command } from "commander";
import { lookUp, wordsOf } from "../record/look-up.ts";
import { type Answer, askContacts, askEvents, askStatements, type Filters } from "../store/ask.ts";
import type { Store } from "../store/open-store.ts";
import { type AskFlags, jsonOf, printRows, withFilters } from "./ask.ts";
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
    const rows = timeline(store, other === undefined ? [party] : [party, other], flags);
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
  });

const timeline = (
  store: Store,
  between: string[],
  { since, until, sort = "newest", limit = 50 }: AskFlags,
): Row[] => {
  const filters: Filters = {
    between,
    sort,
    limit,
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
  };
  const rowOf = <Finding extends { id: string; date?: string | undefined }>(
    answer: Answer<Finding>,
    kind: string,
    what: string,
  ): Row => ({ date: answer.finding.date ?? "", kind, what, id: answer.finding.id, finding: jsonOf(answer) });
  const rows = [
    ...askContacts(store, filters).answers.map((one) =>
      rowOf(one, one.finding.channel, `${partiesOf(one.finding, lookUp(one.record))}, ${one.finding.status}`),
    ),
    ...askStatements(store, filters).answers.map((one) => ({
      ...rowOf(
        one,
        one.finding.act,
        `${chainOf(one.finding, lookUp(one.record))}: ${wordsOf(one.finding.content)}`,
      ),
      date: one.finding.date ?? one.record.document.published ?? "",
    })),
    ...askEvents(store, filters).answers.map((one) =>
      rowOf(
        one,
        one.finding.type,
        `${rolesOf(one.finding, lookUp(one.record))} “${one.finding.trigger.text}”`,
      ),
    ),
  ];
  const sign = sort === "newest" ? -1 : 1;
  return rows
    .sort((a, b) => sign * (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1))
    .slice(0, limit);
};
