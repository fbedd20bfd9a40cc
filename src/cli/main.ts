// The command line: one file a command; this one only puts them together and turns errors into one line.
import { Command, CommanderError } from "commander";
import { packageVersion } from "../language/maker.ts";
import { commands } from "./commands.ts";
import { exit } from "./exit.ts";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`| head`) is no failure.
  if (error.code === "EPIPE") process.exit(exit.ok);
  throw error;
});
process.on("SIGINT", () => process.exit(exit.interrupted));

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
