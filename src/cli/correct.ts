// `dragoman correct`, `corrections`, `undo`, `redo`: what a person says of findings, over what the machine found.
import { Command } from "commander";
import { allCorrections, type Decision } from "../store/corrections.ts";
import { decide, redo, undo } from "../store/decide.ts";
import { printRows, withForm } from "./ask.ts";
import { UsageError } from "./exit.ts";
import { existingLibrary, type LibraryFlags, withLibrary } from "./library.ts";

const noted = (flags: LibraryFlags, ids: readonly string[], decision: Decision): void => {
  const store = existingLibrary(flags);
  try {
    for (const id of ids) {
      const { number, made } = decide(store, id, decision);
      console.log(`${number}: ${decision.kind} ${id}${made === undefined ? "" : `, made ${made}`}`);
    }
  } finally {
    store.close();
  }
};

/** `date=2025-03-04`, `negated=true`, `speakers=a,b`, `wikidata=` (taken away) -> fields. */
const fieldsOf = (pairs: readonly string[]): { [field: string]: unknown } =>
  Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      if (at < 1) throw new UsageError(`"${pair}": is no edit; expected field=value, as in date=2025-03-04`);
      return [pair.slice(0, at), editOf(pair.slice(0, at), pair.slice(at + 1))];
    }),
  );

const lists = new Set(["speakers", "addressees", "actors", "recipients", "contexts"]);
const editOf = (field: string, text: string): unknown => {
  if (lists.has(field)) return text.split(",").filter((one) => one !== "");
  if (field === "participants")
    return text
      .split(",")
      .filter((one) => one !== "")
      .map((one) => {
        const [actor = "", side] = one.split("/");
        return { actor, ...(side && { side }) };
      });
  if (text === "") return null;
  return field === "negated" ? text === "true" : text;
};

const accept = withLibrary(
  new Command("accept").description("Say that findings are right; they stand as they are, and it is noted"),
)
  .argument("<ids...>", "ids of findings")
  .action((ids: string[], flags: LibraryFlags) => noted(flags, ids, { kind: "accept" }));

const reject = withLibrary(
  new Command("reject").description(
    "Say that findings are wrong; they are no longer shown, asked or exported",
  ),
)
  .argument("<ids...>", "ids of findings")
  .action((ids: string[], flags: LibraryFlags) => noted(flags, ids, { kind: "reject" }));

const edit = withLibrary(
  new Command("edit").description(
    "Put other values in a finding's fields; an empty one takes the field away",
  ),
)
  .argument("<id>", "id of a finding")
  .argument("<fields...>", "field=value; lists are parted by commas, participants are actor or actor/SIDE")
  .action((id: string, pairs: string[], flags: LibraryFlags) =>
    noted(flags, [id], { kind: "edit", value: fieldsOf(pairs) }),
  );

const merge = withLibrary(
  new Command("merge").description("Say that one actor or contact is the same as another"),
)
  .argument("<id>", "id of an actor or contact")
  .argument("<other>", "id of the one that it is; an actor may stand in another document")
  .action((id: string, other: string, flags: LibraryFlags) =>
    noted(flags, [id], { kind: "merge", value: { with: other } }),
  );

const split = withLibrary(new Command("split").description("Say that one actor or contact is really two"))
  .argument("<id>", "id of an actor or contact")
  .option("--mentions <numbers>", "mentions of the actor that are another's, from 1: 2,3")
  .option("--participants <ids>", "actors of the contact that were in another one")
  .option("--name <name>", "name of the other actor")
  .action((id: string, flags: LibraryFlags & { mentions?: string; participants?: string; name?: string }) => {
    if (flags.mentions === undefined && flags.participants === undefined)
      throw new UsageError(
        "say what belongs to the other: --mentions 2,3 for an actor, --participants ID,ID for a contact",
      );
    const value = {
      ...(flags.mentions !== undefined && { mentions: flags.mentions.split(",").map(Number) }),
      ...(flags.participants !== undefined && { participants: flags.participants.split(",") }),
      ...(flags.name !== undefined && { name: flags.name }),
    };
    noted(flags, [id], { kind: "split", value });
  });

const examples = {
  accept: "  dragoman correct accept d9786ce318e786567.c6",
  reject: "  dragoman correct reject d9786ce318e786567.e12",
  edit: "  dragoman correct edit d9786ce318e786567.c6 channel=call date=2025-03-03",
  merge: "  dragoman correct merge d9786ce318e786567.a3 d9786ce318e786567.a40",
  split: '  dragoman correct split d9786ce318e786567.a3 --mentions 2,4 --name "Sergei Ryabkov"',
};

export const correctCommand = new Command("correct")
  .description(
    "Accept, reject, edit, merge or split findings; kept apart from what the machine found, and never lost by a reread",
  )
  .addHelpText("after", `\nExamples:\n${Object.values(examples).join("\n")}`);
for (const command of [accept, reject, edit, merge, split])
  correctCommand.addCommand(
    command
      .addHelpText("after", `\nExamples:\n${examples[command.name() as keyof typeof examples]}`)
      .exitOverride(),
  );

export const correctionsCommand = withForm(
  withLibrary(new Command("corrections").description("List a person's corrections")),
)
  .addHelpText("after", "\nExamples:\n  dragoman corrections\n  dragoman corrections --json")
  .action((flags: LibraryFlags & { json?: boolean; csv?: boolean }) => {
    const store = existingLibrary(flags);
    const rows = allCorrections(store).map(({ number, kind, finding, undone, value }) => ({
      number,
      kind,
      finding,
      undone,
      value: value === undefined ? "" : JSON.stringify(value),
    }));
    store.close();
    printRows(rows, flags, ["number", "what", "id", "value"], ({ number, kind, finding, undone, value }) => [
      String(number),
      undone ? `${kind}, taken back` : kind,
      finding,
      value,
    ]);
  });

const takeBack = (name: "undo" | "redo", description: string, work: typeof undo): Command =>
  withLibrary(new Command(name).description(description).argument("[number]", "number of the correction"))
    .addHelpText("after", `\nExamples:\n  dragoman ${name} 3\n  dragoman ${name}`)
    .action((number: string | undefined, flags: LibraryFlags) => {
      const store = existingLibrary(flags);
      try {
        const {
          number: which,
          kind,
          finding,
        } = work(store, number === undefined ? undefined : Number(number));
        console.log(`${name === "undo" ? "took back" : "put back"} ${which}: ${kind} ${finding}`);
      } finally {
        store.close();
      }
    });

export const undoCommand = takeBack("undo", "Take back the last correction, or one by its number", undo);
export const redoCommand = takeBack("redo", "Put back a correction that was taken back", redo);
