// A path -> an open store: one SQLite file, its schema brought up to date.
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { migrations } from "./migrations.ts";

/** A store that can't be opened, read or written. One line: where, what was found, what to do. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}

/** An open store. `prepare` keeps its statements, so that a repeated question is compiled once. */
export type Store = {
  readonly path: string;
  readonly database: DatabaseSync;
  readonly prepare: (sql: string) => StatementSync;
  readonly close: () => void;
};

/**
 * Opens or makes the store at `path` (`:memory:` for one that goes with the process). Readers don't block the writer;
 * what was acknowledged is on disk. Throws StoreError.
 */
export const openStore = (path: string): Store => {
  return opened(path, openDatabase(path));
};

/** Opens the store at `path` to ask only; it must be there and of this version. Throws StoreError. */
export const openReader = (path: string): Store => {
  try {
    const database = new DatabaseSync(path, { readOnly: true, timeout: 10_000 });
    database.exec("PRAGMA cache_size = -32768");
    return opened(path, database);
  } catch (error) {
    throw new StoreError(`${path}: can't be read as a library (${(error as Error).message})`);
  }
};

const opened = (path: string, database: DatabaseSync): Store => {
  const kept = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = kept.get(sql) ?? database.prepare(sql);
    kept.set(sql, known);
    return known;
  };
  return { path, database, prepare, close: () => database.close() };
};

const openDatabase = (path: string): DatabaseSync => {
  try {
    if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
    const database = new DatabaseSync(path, { timeout: 10_000 });
    // FULL, since NORMAL may lose acknowledged rows when the power goes.
    database.exec(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -32768",
    );
    migrate(database, path);
    return database;
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError(
      `${path}: can't be opened as a library (${(error as Error).message}); name another file with --library`,
    );
  }
};

const migrate = (database: DatabaseSync, path: string): void => {
  const { user_version: version } = database.prepare("PRAGMA user_version").get() as { user_version: number };
  if (version > migrations.length)
    throw new StoreError(
      `${path}: was made by a newer Dragoman (schema ${version}, this one knows ${migrations.length}); update Dragoman`,
    );
  for (let at = version; at < migrations.length; at += 1)
    transaction(database, () => database.exec(`${migrations[at]}; PRAGMA user_version = ${at + 1}`));
};

/** Runs `work` in one transaction; an error in it leaves the store as it was. */
export const transaction = <T>(database: DatabaseSync, work: () => T): T => {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
};
