// `dragoman serve` as a user starts it: where it listens, what it refuses, how it ends.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "serve-"));
afterAll(() => rmSync(folder, { recursive: true }));
const program = join(import.meta.dirname, "..", "bin", "dragoman.js");
const environment = { ...process.env, NO_COLOR: "1", DRAGOMAN_LIBRARY: join(folder, "library.sqlite") };
const refused = (...args: string[]) => {
  const { status, stderr } = spawnSync(process.execPath, [program, "serve", ...args], {
    encoding: "utf8",
    env: environment,
  });
  return { status, stderr };
};

test("an address that others can reach needs a token of some length", () => {
  for (const host of ["0.0.0.0", "::"])
    expect(refused("--host", host)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^dragoman: --host .*name a token.*\n$/),
    });
  expect(refused("--host", "0.0.0.0", "--token", "short")).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^dragoman: --token.*\n$/),
  });
}, 240_000);

test("it says where it listens, answers there, refuses a port that is taken, and ends when it is told to", async () => {
  const server = spawn(process.execPath, [program, "serve", "--port", "0"], { env: environment });
  const line = await new Promise<string>((done) => server.stdout.once("data", (text) => done(String(text))));
  const address = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(line);
  expect(address).not.toBeNull();
  const answered = await fetch(`${address![0]}api/stats`);
  expect([answered.status, await answered.json()]).toEqual([200, { all: { actors: 0 } }]);
  const taken = refused("--port", address![1]!);
  expect([taken.status, taken.stderr]).toEqual([1, expect.stringMatching(/^dragoman: .*EADDRINUSE.*\n$/)]);
  const ended = new Promise((done) => server.once("exit", done));
  server.kill("SIGTERM");
  expect(await ended).toBe(0);
}, 240_000);
