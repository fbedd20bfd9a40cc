// `dragoman contacts`: who spoke to, met, wrote to or visited whom.
import { Command } from "commander";
import { bySide, type LookUp } from "../record/look-up.ts";
import type { RecordContact } from "../record/schema.ts";
import { askContacts } from "../store/ask.ts";
import { type AskFlags, answer, withFilters } from "./ask.ts";

/** The parties of a contact on one line. */
export const partiesOf = (contact: RecordContact, about: LookUp): string =>
  bySide(contact)
    .map(({ actors, side }) => `${about.names(actors)}${side === undefined ? "" : ` (${side})`}`)
    .join(" ↔ ");

export const contactsCommand = withFilters(
  new Command("contacts").description(
    "Ask the library for contacts: who spoke to, met, wrote to or visited whom",
  ),
  "between",
  "by",
  "about",
  "channel",
  "status",
  "side",
)
  .addHelpText(
    "after",
    `
Examples:
  dragoman contacts --between CZE,USA
  dragoman contacts --by lavrov --channel meeting --since 2022 --until 2022-06
  dragoman contacts --status planned --json`,
  )
  .action((flags: AskFlags) =>
    answer(flags, {
      table: "contacts",
      ask: askContacts,
      heads: ["date", "channel", "status", "id", "who"],
      row: (contact, about) => [
        contact.date ?? "",
        contact.channel,
        contact.status,
        contact.id,
        partiesOf(contact, about),
      ],
    }),
  );
