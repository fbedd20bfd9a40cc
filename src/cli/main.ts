// The command line: one file a command; this one only puts them together and turns errors into one line.
import { Command, CommanderError } from "commander";
import { actorsCommand } from "./actors.ts";
import { addCommand, failuresCommand, retryCommand } from "./add.ts";
import { compareCommand } from "./compare.ts";
import { completionCommand } from "./completion.ts";
import { contactsCommand } from "./contacts.ts";
import { correctCommand, correctionsCommand, redoCommand, undoCommand } from "./correct.ts";
import { demoCommand } from "./demo.ts";
import { doctorCommand } from "./doctor.ts";
import { documentsCommand, searchCommand } from "./documents.ts";
import { eventsCommand } from "./events.ts";
import { exit } from "./exit.ts";
import { explainCommand } from "./explain.ts";
import { exportCommand } from "./export.ts";
import { readCommand } from "./read.ts";
import { rereadCommand } from "./reread.ts";
import { serveCommand } from "./serve.ts";
import { showCommand } from "./show.ts";
import { statementsCommand } from "./statements.ts";
import { statsCommand } from "./stats.ts";
import { timelineCommand } from "./timeline.ts";
import { watchCommand } from "./watch.ts";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`| head`) is no failure.
  if (error.code === "EPIPE") process.exit(exit.ok);
  throw error;
});
process.on("SIGINT", () => process.exit(exit.interrupted));

const program = new Command("dragoman")
  .description("Reads news reports and official readouts and turns them into a sourced record")
  .version(process.env.npm_package_version ?? "0.1.0")
  .showHelpAfterError("(dragoman --help says what it can do)")
  .exitOverride();
const commands = [
  readCommand,
  compareCommand,
  demoCommand,
  addCommand,
  retryCommand,
  failuresCommand,
  watchCommand,
  contactsCommand,
  statementsCommand,
  eventsCommand,
  actorsCommand,
  documentsCommand,
  searchCommand,
  timelineCommand,
  showCommand,
  statsCommand,
  serveCommand,
  exportCommand,
  explainCommand,
  correctCommand,
  correctionsCommand,
  undoCommand,
  redoCommand,
  rereadCommand,
  doctorCommand,
  completionCommand,
];
for (const command of commands) program.addCommand(command.exitOverride());

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
