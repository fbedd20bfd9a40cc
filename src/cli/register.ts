// `dragoman register import FILE` and `dragoman register check`: newer facts about who holds which office.
import { existsSync } from "node:fs";
import { Command } from "commander";
import { loadActors } from "../language/actors.ts";
import { overlappingTerms } from "../language/holders.ts";
import { readOwnRegister } from "../language/register-files.ts";
import { importRegister } from "../library/import-register.ts";
import { registerFolder } from "../library/register-folder.ts";
import { exit } from "./exit.ts";
import { plain } from "./style.ts";

const importCommand = new Command("import")
  .description(
    "Take newer facts about office holders from a Wikidata query result (JSON, CSV) or a CSV table",
  )
  .argument("<file>", "the file, or - for standard input")
  .option("--check", "only say what is wrong with it")
  .option("--json", "print what was done as JSON")
  .addHelpText(
    "after",
    `
Columns: person (or personLabel), office (positionLabel), of (iso, countryLabel), from (start), to (end);
gender, wikidata, family and names where they are known. docs/actors.md has the query.
The facts go into ${"$"}DRAGOMAN_REGISTER, else the user's data folder, and stand before the shipped register's.

Examples:
  dragoman register import query.json
  dragoman register import ministers.csv --check`,
  )
  .action((file: string, flags: { check?: boolean; json?: boolean }) => {
    const done = importRegister(file, registerFolder(), flags.check);
    for (const line of [...done.problems, ...done.overlaps]) console.error(`dragoman: ${plain(line)}`);
    if (flags.json) console.log(JSON.stringify(done));
    else {
      const verb = flags.check ? "would be taken" : "taken";
      console.log(
        `${done.taken} of ${done.rows} rows ${verb}, ${done.people} people new; ${registerFolder()}`,
      );
    }
    if (done.problems.length > 0) process.exitCode = done.taken === 0 ? exit.failed : exit.someFailed;
  });

const checkCommand = new Command("check")
  .description(
    "Look through the register, the shipped tables and one's own: malformed rows, terms that overlap",
  )
  .addHelpText("after", "\nExamples:\n  dragoman register check")
  .action(() => {
    const folder = registerFolder();
    const own = readOwnRegister(folder);
    const { register } = loadActors(own);
    const pairs = overlappingTerms(register);
    for (const [one, next] of pairs)
      console.error(
        `dragoman: ${next.file}:${next.line}: ${next.person} is ${next.of} ${next.office} from ${next.from}, ${one.person} until ${one.to || "today"} (${one.file}:${one.line})`,
      );
    const terms = [...register.byOffice.values()].flat().length;
    const beside = existsSync(folder) && own ? `with ${folder}` : "nothing imported";
    console.log(`${register.people.size} people, ${terms} terms of office; ${beside}`);
    if (pairs.length > 0) process.exitCode = exit.failed;
  });

export const registerCommand = new Command("register")
  .description("Who holds which office: take in newer facts, or look the register through")
  .addCommand(importCommand)
  .addCommand(checkCommand);
