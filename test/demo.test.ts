// `dragoman demo --serve`: the pages over the examples, at the contact whose accounts differ most, until it is stopped.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Comparison } from "../src/compare/schema.ts";
import { home } from "../src/language/home.ts";

test("the demo serves the examples and leaves nothing behind", { timeout: 120_000 }, async () => {
  const child = spawn(process.execPath, [join(home, "bin/dragoman.js"), "demo", "--serve"]);
  const ended = new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
  const url = await new Promise<string>((found, failed) => {
    let told = "";
    child.stdout.on("data", (data: Buffer) => {
      told += data.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\/contacts\/\S+/.exec(told)?.[0];
      if (address) found(address);
    });
    child.once("exit", () => failed(new Error(`it ended: ${told}`)));
  });
  const { origin, pathname } = new URL(url);
  const comparison = (await (await fetch(`${origin}/api${pathname}/comparison`)).json()) as Comparison;
  expect(comparison.sides.length).toBeGreaterThan(1);
  expect(comparison.shared.length + comparison.only.length).toBeGreaterThan(1);
  if (existsSync(join(home, "dist/web/index.html")))
    expect((await fetch(url)).headers.get("content-type")).toContain("text/html");
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
});
