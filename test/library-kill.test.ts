// A short form of the kill script: an import killed at chosen moments loses and doubles nothing.
import { expect, test } from "vitest";
import { killImports } from "../bench/library/kill.ts";

test("kill -9 during an import loses no acknowledged document and doubles none", async () => {
  const { acknowledged, ...toll } = await killImports(3, 250, true, 5);
  expect(toll).toMatchObject({ kills: 3, lost: 0, doubled: 0, damaged: 0, same: true });
  expect(toll.finished).toBeLessThan(3);
  expect(acknowledged).toBeGreaterThan(200);
}, 120_000);
