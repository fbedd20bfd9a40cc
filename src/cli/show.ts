// `dragoman show ID`: a finding, a document or an actor with the words it rests on.
import { Command } from "commander";
import { lookUp } from "../record/look-up.ts";
import { standalone } from "../record/standalone.ts";
import { getRecord } from "../store/ask.ts";
import { findById } from "../store/find.ts";
import { askIdentity } from "../store/identities.ts";
import { StoreError } from "../store/open-store.ts";
import { brief } from "./brief.ts";
import { evidenceOf } from "./evidence.ts";
import { existingLibrary, type LibraryFlags, withLibrary } from "./library.ts";

export const showCommand = withLibrary(
  new Command("show")
    .description("Show a document, or one finding with the words it rests on")
    .argument("<id>", "the id of a document or finding, as the other commands print it")
    .option("--json", "print the record or the finding as JSON"),
)
  .addHelpText(
    "after",
    "\nExamples:\n  dragoman show d9786ce318e786567\n  dragoman show d9786ce318e786567.c0 --json",
  )
  .action((id: string, flags: LibraryFlags & { json?: boolean }) => {
    const store = existingLibrary(flags);
    const record = getRecord(store, id);
    const found = record ? undefined : findById(store, id);
    const rejected = !record && !found && findById(store, id, true) !== undefined;
    const identity = record || found ? undefined : askIdentity(store, id);
    store.close();
    if (record) console.log(flags.json ? JSON.stringify(record) : brief(record, { name: id }));
    else if (found)
      console.log(
        flags.json
          ? JSON.stringify(standalone(found.finding, found.record))
          : evidenceOf(found.finding, found.layer, lookUp(found.record)),
      );
    else if (identity) console.log(JSON.stringify(identity, null, flags.json ? 0 : 2));
    else
      throw new StoreError(
        rejected
          ? `${id}: was corrected away; \`dragoman corrections\` says how, and \`undo\` takes it back`
          : `${id}: is not in the library; expected the id of a document or finding`,
      );
  });
