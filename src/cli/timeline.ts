// `dragoman timeline ACTOR [ACTOR]`: contacts, statements and events of one party, or between two, day by day.
import { Command } from "commander";
import { lookUp, wordsOf } from "../record/look-up.ts";
import { standalone } from "../record/standalone.ts";
import type { Answer } from "../store/ask.ts";
import { askTimeline, type Entry } from "../store/timeline.ts";
import { type AskFlags, printRows, tellNext, withFilters } from "./ask.ts";
import { partiesOf } from "./contacts.ts";
import { rolesOf } from "./events.ts";
import { existingLibrary } from "./library.ts";
import { chainOf } from "./statements.ts";

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
    const between = other === undefined ? [party] : [party, other];
    const { entries, next } = askTimeline(store, { ...flags, between });
    store.close();
    if (flags.json)
      for (const { layer, answer } of entries)
        process.stdout.write(`${JSON.stringify({ layer, ...alone(answer) })}\n`);
    else
      printRows(entries.map(rowOf), flags, ["date", "kind", "id", "what"], ({ date, kind, what, id }) => [
        date,
        kind,
        id,
        what,
      ]);
    tellNext(next, flags);
  });

const alone = ({ finding, record }: Answer<{ id: string }>) => standalone(finding, record);

const rowOf = ({ date, layer, answer }: Entry): { date: string; kind: string; what: string; id: string } => {
  const about = lookUp(answer.record);
  const { id } = answer.finding;
  if (layer === "contacts") {
    const { finding } = answer;
    return { date, kind: finding.channel, what: `${partiesOf(finding, about)}, ${finding.status}`, id };
  }
  if (layer === "statements") {
    const { finding } = answer;
    return { date, kind: finding.act, what: `${chainOf(finding, about)}: ${wordsOf(finding.content)}`, id };
  }
  const { finding } = answer;
  return { date, kind: finding.type, what: `${rolesOf(finding, about)} “${finding.trigger.text}”`, id };
};
