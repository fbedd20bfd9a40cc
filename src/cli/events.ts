// `dragoman events`: political events in PLOVER.
import { Command } from "commander";
import type { LookUp } from "../record/look-up.ts";
import type { RecordEvent } from "../record/schema.ts";
import { askEvents } from "../store/ask.ts";
import { type AskFlags, answer, withFilters } from "./ask.ts";

/** Actors and recipients of an event on one line. */
export const rolesOf = (event: RecordEvent, about: LookUp): string => {
  const recipients = about.names(event.recipients);
  return `${about.names(event.actors) || "someone"}${recipients === "" ? "" : ` → ${recipients}`}`;
};

export const eventsCommand = withFilters(
  new Command("events").description("Ask the library for events in PLOVER"),
  "by",
  "to",
  "between",
  "about",
  "type",
  "factuality",
  "side",
)
  .addHelpText(
    "after",
    `
Examples:
  dragoman events --by RUS --to UKR --since 2022-02
  dragoman events --type CONSULT --factuality future
  dragoman events --between IRN,USA --csv`,
  )
  .action((flags: AskFlags) =>
    answer(flags, {
      table: "events",
      ask: askEvents,
      heads: ["date", "type", "factuality", "id", "who"],
      row: (event, about) => [
        event.date ?? "",
        [event.type, event.mode].filter(Boolean).join(" "),
        event.factuality,
        event.id,
        `${rolesOf(event, about)} “${event.trigger.text}”`,
      ],
    }),
  );
