// `dragoman reread`: the library's documents are read anew after a change of rules or models.
import { availableParallelism } from "node:os";
import { Command } from "commander";
import { loadMaker } from "../language/maker.ts";
import { readOwnRegister } from "../language/register-files.ts";
import { makeReader } from "../library/reader.ts";
import { registerFolder } from "../library/register-folder.ts";
import { reread } from "../library/reread.ts";
import { exit } from "./exit.ts";
import { existingLibrary, type LibraryFlags, withLibrary } from "./library.ts";
import { progress } from "./progress.ts";

type Flags = LibraryFlags & { all?: boolean; threads: string };

export const rereadCommand = withLibrary(
  new Command("reread").description(
    "Read the library's documents anew, those that another version or other models have read; corrections stay",
  ),
)
  .option("--all", "read all of them anew, as after a change of tables or rules")
  .option("--threads <number>", "worker threads", String(availableParallelism()))
  .addHelpText("after", "\nExamples:\n  dragoman reread\n  dragoman reread --all")
  .action(async (flags: Flags) => {
    const store = existingLibrary(flags);
    const { version, models } = loadMaker("en", readOwnRegister(registerFolder()));
    const threads = Math.max(1, Number(flags.threads) || 1);
    const reader = makeReader(threads, { register: registerFolder() });
    let bar: ReturnType<typeof progress> | undefined;
    const done = await reread(store, {
      reader,
      maker: `${version} ${models}`,
      window: threads * 8,
      ...(flags.all && { all: true }),
      step: ({ failed }, total) => {
        bar ??= progress(total);
        bar.step(failed);
      },
      failed: (document, reason) => console.error(`dragoman: ${document}: ${reason}`),
    });
    bar?.end();
    await reader.close();
    store.close();
    console.log(`${done.read} read anew, ${done.changed} of them with other findings, ${done.failed} failed`);
    if (done.failed > 0) process.exitCode = exit.someFailed;
  });
