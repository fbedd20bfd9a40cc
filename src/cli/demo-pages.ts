// Records of the examples -> the pages over a library of them, served until the reader stops it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compareRecords } from "../compare/compare-records.ts";
import type { Comparison } from "../compare/schema.ts";
import { loadComparison } from "../language/comparison.ts";
import type { Record } from "../record/schema.ts";
import { openStore } from "../store/open-store.ts";
import { putRecords } from "../store/put-records.ts";
import { openBrowser } from "./open-browser.ts";
import { startServing, untilStopped } from "./serve.ts";

/** What is served: records with the files they were read from, and whether to open the browser too. */
export type DemoPages = {
  readonly records: readonly { readonly file: string; readonly record: Record }[];
  readonly port: number;
  readonly open: boolean;
};

/** Serves the examples and prints the address of the contact whose accounts differ most; ends when it is stopped. */
export const serveDemo = async ({ records, port, open }: DemoPages): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "dragoman-demo-"));
  try {
    const file = join(folder, "library.sqlite");
    const store = openStore(file);
    putRecords(
      store,
      records.map(({ file: address, record }) => ({ record, address })),
    );
    store.close();
    const serving = await startServing(file, { host: "127.0.0.1", port, allowHost: [], threads: 1 });
    const { comparisons } = compareRecords(
      records.map(({ record }) => record),
      loadComparison(),
    );
    const widest = [...comparisons].sort((a, b) => apart(b) - apart(a))[0];
    const url = `http://127.0.0.1:${serving.port}/${widest ? `contacts/${widest.contact.id}` : ""}`;
    console.log(`The examples are served on ${url} (stop with ^C)`);
    if (open && !(await openBrowser(url)))
      console.log("No browser could be started here: open the address yourself.");
    await untilStopped();
    await serving.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** How far accounts are apart: a contradiction weighs most, then what is put in other words, then what one side leaves out. */
const apart = ({ shared, only, sides }: Comparison): number => {
  const count = (relation: string) => shared.filter((row) => row.relation === relation).length;
  const alone = only.reduce((sum, { points }) => sum + points.length, 0);
  // Accounts of which one is a line or two do not differ, they are short.
  const least = Math.min(...sides.map(({ points }) => points.length));
  return least < 3 ? 0 : 5 * count("contrary") + 2 * count("reworded") + alone;
};
