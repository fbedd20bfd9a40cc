// What a record says of its making: the package's version, a short name for the weights in use, and one for imported facts.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Maker } from "../model/reading.ts";
import { home, readText } from "./home.ts";
import { digestOf, type OwnRegister } from "./register-files.ts";

/** The package's version. */
export const packageVersion = (): string =>
  (JSON.parse(readText("package.json")) as { version: string }).version;

/** Reads package.json and models/<code>/manifest.json; the manifest names every weight file, so its digest names them all. */
export const loadMaker = (code: string, own?: OwnRegister): Maker => {
  const version = packageVersion();
  const manifest = `models/${code}/manifest.json`;
  if (!existsSync(join(home, manifest))) return { version, models: "none" };
  const digest = createHash("sha256").update(readText(manifest)).digest("hex").slice(0, 8);
  return { version, models: `${code}-${digest}${own ? `+register-${digestOf(own)}` : ""}` };
};
