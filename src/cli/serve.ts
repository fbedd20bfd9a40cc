// `dragoman serve`: the library in the browser, and the HTTP API behind it.
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import type { Serving } from "../api/serve.ts";
import { home } from "../language/home.ts";
import { packageVersion } from "../language/maker.ts";
import { exit, UsageError } from "./exit.ts";
import { type LibraryFlags, libraryFile, withLibrary } from "./library.ts";

type Flags = LibraryFlags & {
  port: number;
  host: string;
  token?: string;
  allowHost: string[];
  threads: number;
};

const whole = (least: number, most: number) => (text: string) => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least || number > most)
    throw new InvalidArgumentError(`expected a number from ${least} to ${most}`);
  return number;
};

export const serveCommand = withLibrary(
  new Command("serve").description("Open the library in the browser: pages, and an HTTP API on this machine"),
)
  .option("--port <number>", "where to listen; 0 takes any free one", whole(0, 65_535), 7373)
  .option("--host <address>", "address to listen on; any but this machine's own needs a token", "127.0.0.1")
  .option("--token <token>", "who asks must know it (else DRAGOMAN_TOKEN); 16 letters or more")
  .option("--allow-host <name>", "another name under which the server is asked; may be repeated", collect, [])
  .option("--threads <number>", "threads for searches", whole(1, 16), Math.min(4, availableParallelism()))
  .addHelpText(
    "after",
    `
Examples:
  dragoman serve
  dragoman serve --library news.sqlite --port 8080
  DRAGOMAN_TOKEN=$(openssl rand -hex 16) dragoman serve --host 0.0.0.0 --allow-host desk.example.org`,
  )
  .action(async (flags: Flags) => {
    const serving = await startServing(libraryFile(flags), flags);
    const name = flags.host.includes(":") ? `[${flags.host}]` : flags.host;
    console.log(`Dragoman serves ${libraryFile(flags)} on http://${name}:${serving.port}/ (stop with ^C)`);
    await untilStopped();
    await serving.close();
    process.exit(exit.ok);
  });

function collect(name: string, before: string[]): string[] {
  return [...before, name.toLowerCase()];
}

/** Waits until the program is asked to stop. */
export const untilStopped = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
  });

/** Serves the library in a file. Throws UsageError for an address that others can reach without a token. */
export const startServing = async (
  file: string,
  flags: Omit<Flags, keyof LibraryFlags>,
): Promise<Serving> => {
  const { host, port, allowHost, threads } = flags;
  const token = flags.token ?? (process.env.DRAGOMAN_TOKEN || undefined);
  const own = ["127.0.0.1", "localhost", "::1"].includes(host);
  if (!own && token === undefined)
    throw new UsageError(
      `--host ${host}: others can reach that; name a token with --token or DRAGOMAN_TOKEN, or leave --host out`,
    );
  if (token !== undefined && token.length < 16)
    throw new UsageError(
      "--token: is too short; expected 16 letters or more, as `openssl rand -hex 16` makes them",
    );
  // Only now, so that help and refusals need not wait for it.
  const { loopback, makeApp, openLibrary, serve } = await import("../api/server.ts");
  const library = openLibrary(file, threads);
  const named = host.includes(":") ? `[${host}]` : host.toLowerCase();
  const app = makeApp({
    library,
    hosts: [...loopback, named, ...allowHost],
    ...(token !== undefined && { token }),
    web: join(home, "dist", "web"),
    version: packageVersion(),
    failed: (error) => console.error(`dragoman: ${error.stack ?? error.message}`),
  });
  const serving = await serve(app, host, port);
  return {
    port: serving.port,
    close: async () => {
      await serving.close();
      await library.close();
    },
  };
};
