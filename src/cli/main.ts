// The command line: one file a command; this one only puts them together and turns errors into one line.
import { Command, CommanderError } from "commander";
import { packageVersion } from "../language/maker.ts";
import { exit } from "./exit.ts";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`| head`) is no failure.
  if (error.code === "EPIPE") process.exit(exit.ok);
  throw error;
});
process.on("SIGINT", () => process.exit(exit.interrupted));

/** Each command by its name; its file, and what that needs, is loaded only where the command is called. */
const commands: { readonly [name: string]: () => Promise<Command> } = {
  read: async () => (await import("./read.ts")).readCommand,
  compare: async () => (await import("./compare.ts")).compareCommand,
  demo: async () => (await import("./demo.ts")).demoCommand,
  add: async () => (await import("./add.ts")).addCommand,
  retry: async () => (await import("./add.ts")).retryCommand,
  failures: async () => (await import("./add.ts")).failuresCommand,
  watch: async () => (await import("./watch.ts")).watchCommand,
  contacts: async () => (await import("./contacts.ts")).contactsCommand,
  statements: async () => (await import("./statements.ts")).statementsCommand,
  events: async () => (await import("./events.ts")).eventsCommand,
  actors: async () => (await import("./actors.ts")).actorsCommand,
  documents: async () => (await import("./documents.ts")).documentsCommand,
  search: async () => (await import("./documents.ts")).searchCommand,
  timeline: async () => (await import("./timeline.ts")).timelineCommand,
  show: async () => (await import("./show.ts")).showCommand,
  stats: async () => (await import("./stats.ts")).statsCommand,
  serve: async () => (await import("./serve.ts")).serveCommand,
  export: async () => (await import("./export.ts")).exportCommand,
  explain: async () => (await import("./explain.ts")).explainCommand,
  correct: async () => (await import("./correct.ts")).correctCommand,
  corrections: async () => (await import("./correct.ts")).correctionsCommand,
  undo: async () => (await import("./correct.ts")).undoCommand,
  redo: async () => (await import("./correct.ts")).redoCommand,
  reread: async () => (await import("./reread.ts")).rereadCommand,
  doctor: async () => (await import("./doctor.ts")).doctorCommand,
  completion: async () => (await import("./completion.ts")).completionCommand,
};

const program = new Command("dragoman")
  .description("Reads news reports and official readouts and turns them into a sourced record")
  .version(packageVersion())
  .showHelpAfterError("(dragoman --help says what it can do)")
  .exitOverride();
const called = process.argv[2] ?? "";
// Help and completion tell of all commands, and so does a name that is none.
const needed = Object.hasOwn(commands, called) && called !== "completion" ? [called] : Object.keys(commands);
for (const name of needed) program.addCommand((await commands[name]!()).exitOverride());

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exit.ok : exit.usage;
  else if (
    error instanceof Error &&
    ["InputError", "LanguageError", "StoreError", "UsageError"].includes(error.name)
  ) {
    console.error(`dragoman: ${error.message}`);
    process.exitCode = error.name === "UsageError" ? exit.usage : exit.failed;
  } else throw error;
}
