// `dragoman watch FEED…`: asks feeds again and again, and adds what is new.
import { setTimeout as sleep } from "node:timers/promises";
import { Command, InvalidArgumentError } from "commander";
import { makeReader } from "../library/reader.ts";
import { registerFolder } from "../library/register-folder.ts";
import { pollFeed } from "../library/watch.ts";
import { exit, UsageError } from "./exit.ts";
import { type LibraryFlags, openLibrary, withLibrary } from "./library.ts";
import { plain } from "./style.ts";

type Flags = LibraryFlags & { every: number; once?: boolean; threads: string };

const seconds = (text: string): number => {
  const parts = /^(\d{1,5})(s|m|h)?$/.exec(text);
  const number = Number(parts?.[1]) * ({ s: 1, m: 60, h: 3600 }[parts?.[2] ?? "s"] ?? 1);
  if (!(number >= 60)) throw new InvalidArgumentError("expected a minute or more, as in 15m or 2h");
  return number;
};

export const watchCommand = withLibrary(
  new Command("watch")
    .description("Ask feeds again and again, and add their new texts to the library")
    .argument("<feeds...>", "addresses of RSS, Atom or JSON feeds"),
)
  .option(
    "--every <time>",
    "wait between two rounds; a feed that fails is asked ever less often",
    seconds,
    900,
  )
  .option("--once", "one round, for cron and timers")
  .option("--threads <number>", "worker threads", "1")
  .addHelpText(
    "after",
    "\nExamples:\n  dragoman watch https://example.org/press.rss --every 30m\n  dragoman watch https://example.org/a.xml https://example.net/b.json --once",
  )
  .action(async (feeds: string[], flags: Flags) => {
    for (const feed of feeds)
      if (!/^https?:\/\//i.test(feed))
        throw new UsageError(`${feed}: is no address of a feed; expected https://…`);
    const store = openLibrary(flags);
    const reader = makeReader(Math.max(1, Number(flags.threads) || 1), { register: registerFolder() });
    const due = new Map([...new Set(feeds)].map((feed) => [feed, 0]));
    let failed = 0;
    for (;;) {
      const [feed = "", at = 0] = [...due].sort((a, b) => a[1] - b[1])[0] ?? [];
      const wait = at - Date.now();
      if (wait > 0) await sleep(wait);
      const round = await pollFeed(store, feed, flags.every, {
        imports: { header: {}, columns: {} },
        reader,
        failed: (address, reason) => console.error(`dragoman: ${plain(address)}: ${plain(reason)}`),
      });
      const { outcome, tally, reason } = round;
      if (outcome === "failed") {
        failed += 1;
        console.error(
          `dragoman: ${plain(feed)}: ${plain(reason ?? "")}${flags.once ? "" : `; again in ${Math.round(round.wait / 60)} minutes`}`,
        );
      } else console.log(`${feed}: ${tally ? `${tally.new} new, ${tally.version} changed` : "nothing new"}`);
      if (flags.once) due.delete(feed);
      else due.set(feed, Date.now() + round.wait * 1000);
      if (due.size === 0) break;
    }
    await reader.close();
    store.close();
    if (failed > 0) process.exitCode = failed === feeds.length ? exit.failed : exit.someFailed;
  });
