#!/usr/bin/env node
// Starts the command line; plain JavaScript of the oldest kind, so that an old Node can say what it lacks.
// A checkout runs its source, an installed package what was built of it; what Node compiles is kept for the next start.
import module from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";

var version = process.versions.node.split(".").map(Number);
if (version[0] < 22 || (version[0] === 22 && version[1] < 18)) {
  console.error(
    "dragoman: this is Node " +
      process.versions.node +
      ", Dragoman needs Node 22.18 or newer; " +
      "install it, or start from a checkout with `npm run dragoman --`",
  );
  process.exit(1);
} else {
  if (!process.env.NODE_COMPILE_CACHE)
    module.enableCompileCache(join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "dragoman"));
  start();
}

function start() {
  if (/[\\/]node_modules[\\/]/.test(import.meta.url)) import("../dist/cli/main.js");
  else import("../src/cli/main.ts");
}
