// The browser app of `dragoman serve`: src/web -> dist/web, whole files that a strict content security policy allows.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig, type Plugin } from "vite";

/** Names of states and organizations by code, from the tables that the reader uses. */
const sideNames = (): Plugin => {
  const id = "virtual:side-names";
  const table = (name: string): [string, string][] =>
    readFileSync(resolve(import.meta.dirname, `language/en/actors/${name}.tsv`), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .slice(1)
      .map((line) => line.split("\t").slice(0, 2) as [string, string]);
  return {
    name: "side-names",
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (source) =>
      source === `\0${id}`
        ? `export const sideNames = JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries([...table("organizations"), ...table("states")])))});`
        : undefined,
  };
};

export default defineConfig({
  root: resolve(import.meta.dirname, "src/web"),
  plugins: [sideNames()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: resolve(import.meta.dirname, "dist/web"),
    emptyOutDir: true,
    target: "es2023",
    cssTarget: ["chrome123", "firefox128", "safari17.5"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Licences of what is bundled, for those who get the package.
    license: { fileName: "licenses.md" },
  },
  server: { proxy: { "/api": "http://127.0.0.1:7373" } },
});
