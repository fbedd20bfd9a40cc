// What a person names (files, folders, URLs, `-`) -> sources, in an order that does not depend on the file system.
import { createReadStream, readdirSync, realpathSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Egress, fetchUrl } from "./egress.ts";
import { InputError } from "./error.ts";
import { formByName } from "./form.ts";
import { type Source, sourceOf, type Taken } from "./source.ts";

/** A source, or why what was named is none. */
export type Named = Source | (Taken & { kind: "problem" });

/** True for what is fetched rather than opened. */
export const isUrl = (name: string): boolean => /^https?:\/\//i.test(name);

/** The sources that one argument names; a folder gives its files, sorted, without hidden ones and other kinds. */
export async function* walk(argument: string, egress: Egress = {}): AsyncGenerator<Named> {
  if (argument === "-") yield { name: "standard input", open: () => process.stdin };
  else if (isUrl(argument)) yield await fetched(argument, egress);
  else {
    const path = resolve(argument);
    try {
      if (statSync(path).isDirectory()) yield* inFolder(path, new Set([realpathSync(path)]));
      else yield fileSource(path);
    } catch (error) {
      yield problem(path, error);
    }
  }
}

/** A URL as a source; its problems as a problem. */
export const fetched = async (url: string, egress: Egress = {}): Promise<Named> => {
  try {
    const { bytes, type, status } = await fetchUrl(url, egress);
    if (status !== 200)
      return { kind: "problem", address: url, problem: `answered with status ${status}; try again later` };
    return sourceOf(url, bytes, type);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { kind: "problem", address: url, problem: error.message.replace(`${url}: `, "") };
  }
};

const fileSource = (path: string): Source => ({
  name: path,
  file: path,
  open: () => createReadStream(path, { highWaterMark: 256 * 1024 }),
});

function* inFolder(folder: string, above: ReadonlySet<string>): Generator<Named> {
  // Names alone: a folder of a million texts would make a million larger things.
  let names: string[];
  try {
    names = readdirSync(folder).sort();
  } catch (error) {
    yield problem(folder, error);
    return;
  }
  for (const name of names) {
    if (name.startsWith(".")) continue;
    const path = join(folder, name);
    try {
      const kind = statSync(path);
      if (kind.isDirectory()) {
        const real = realpathSync(path);
        // A link back up would go round for ever.
        if (!above.has(real)) yield* inFolder(path, new Set([...above, real]));
      } else if (kind.isFile() && formByName(name) !== undefined) yield fileSource(path);
    } catch (error) {
      yield problem(path, error);
    }
  }
}

const problems: { readonly [code: string]: string } = {
  ENOENT: "not found; check the path",
  EACCES: "may not be read; check its permissions",
  ELOOP: "is a link that leads to itself",
};

const problem = (address: string, error: unknown): Taken & { kind: "problem" } => {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return { kind: "problem", address, problem: problems[code] ?? message };
};
