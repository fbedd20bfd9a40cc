// `dragoman explain LABEL`: what a type, mode, context, act, relation, code or rule means, in plain words.
import { Command } from "commander";
import { explain, explanations } from "../explain.ts";
import { UsageError } from "./exit.ts";
import { paint, wrap } from "./style.ts";

export const explainCommand = new Command("explain")
  .description("Say in plain words what a type, mode, context, act, relation, code or rule means")
  .argument("[label]", "CONSULT, 042, reaffirm, nsubj, said-that …")
  .option("--all", "list every label")
  .option("--json", "print the explanations as one JSON array")
  .addHelpText(
    "after",
    `
Examples:
  dragoman explain CONSULT
  dragoman explain reaffirm
  dragoman explain --all`,
  )
  .action((label: string | undefined, flags: { all?: boolean; json?: boolean }) => {
    if (label === undefined && !flags.all)
      throw new UsageError("explain: no label; name one, or ask for --all");
    const found = label === undefined ? explanations() : explain(label);
    if (found.length === 0)
      throw new UsageError(
        `explain ${label}: nothing bears that name; dragoman explain --all lists what does`,
      );
    if (flags.json) console.log(JSON.stringify(found));
    else
      for (const one of found)
        console.log(wrap(`${paint("bold", one.label)}  ${paint("dim", one.kind)}  ${one.meaning}`, "", "  "));
  });
