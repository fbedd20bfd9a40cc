// What could not be taken in, with the reason, until it is tried again.
import { type Store, transaction } from "./open-store.ts";

/** One failure. `root` is what the person named, `options` how it was to be taken in (JSON). */
export type Failure = {
  readonly source: string;
  readonly reason: string;
  readonly root: string;
  readonly options: string;
};

/** All failures, by source. */
export const failuresOf = (store: Store): Failure[] =>
  store
    .prepare("SELECT source, reason, root, options FROM failures ORDER BY source")
    .all() as unknown as Failure[];

/** Writes failures; one of the same source takes the place of the older. */
export const putFailures = (store: Store, failures: readonly Failure[]): void =>
  transaction(store.database, () => {
    const put = store.prepare(
      "INSERT OR REPLACE INTO failures (source, reason, root, options) VALUES (?, ?, ?, ?)",
    );
    for (const { source, reason, root, options } of failures) put.run(source, reason, root, options);
  });

/** Forgets all failures. */
export const clearFailures = (store: Store): void =>
  transaction(store.database, () => store.database.exec("DELETE FROM failures"));

/** Forgets the failures of `root` that were not met again when it was last taken in to its end. */
export const settleFailures = (store: Store, root: string, met: ReadonlySet<string>): void =>
  transaction(store.database, () => {
    const forget = store.prepare("DELETE FROM failures WHERE source = ?");
    for (const { source } of store.prepare("SELECT source FROM failures WHERE root = ?").all(root))
      if (!met.has(source as string)) forget.run(source as string);
  });
