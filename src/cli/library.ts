// Where the library is, for every command that opens it: a flag, an environment variable, or the user's data folder.
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { openStore, type Store } from "../store/open-store.ts";
import { UsageError } from "./exit.ts";

/** The flag that names the library. */
export type LibraryFlags = { library?: string };

/** Adds the flag to a command. */
export const withLibrary = (command: Command): Command =>
  command.option(
    "--library <file>",
    "the library to use (else DRAGOMAN_LIBRARY, else the user's data folder)",
  );

/** The library's file. */
export const libraryFile = ({ library }: LibraryFlags): string =>
  library ?? (process.env.DRAGOMAN_LIBRARY || join(dataFolder(), "dragoman", "library.sqlite"));

const dataFolder = (): string => process.env.XDG_DATA_HOME || join(homedir(), ".local", "share");

/** Opens the library to write to it; makes it where there is none. */
export const openLibrary = (flags: LibraryFlags): Store => openStore(libraryFile(flags));

/** Opens a library that must be there. Throws UsageError. */
export const existingLibrary = (flags: LibraryFlags): Store => {
  const file = libraryFile(flags);
  if (!existsSync(file))
    throw new UsageError(
      `${file}: there is no library yet; make one with \`dragoman add FILE…\`, or name another with --library`,
    );
  return openStore(file);
};
