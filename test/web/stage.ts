// What browser tests stand on: a library of the examples, the app built and served, and Debian's chromium to look at it.
// Where no chromium is, `browser` is undefined and the tests say so.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { makeApp } from "../../src/api/app.ts";
import { loopback } from "../../src/api/guard.ts";
import { openLibrary } from "../../src/api/open-library.ts";
import { type Serving, serve } from "../../src/api/serve.ts";
import { toDocument } from "../../src/import/document.ts";
import { home } from "../../src/language/home.ts";
import { loadLanguage } from "../../src/language/language.ts";
import { read } from "../../src/read.ts";
import type { Record } from "../../src/record/schema.ts";
import { toRecord } from "../../src/record/to-record.ts";
import { openStore } from "../../src/store/open-store.ts";
import { putRecords } from "../../src/store/put-records.ts";

/** The browser that tests drive, named by DRAGOMAN_CHROMIUM; .ci/run names Debian's. */
export const chromiumPath = [process.env.DRAGOMAN_CHROMIUM].find(
  (path) => path !== undefined && existsSync(path),
);
/** Why tests are skipped. */
export const withoutBrowser = "skipped, DRAGOMAN_CHROMIUM names no browser (on Debian: /usr/bin/chromium)";

if (!chromiumPath) console.warn(`browser tests: ${withoutBrowser}`);

/** Where screenshots are kept; git does not see them. */
export const shots = join(home, ".cache", "shots");

/** Texts of a folder of examples, as the library keeps them. */
export const examples = (names: readonly string[]): { record: Record; address: string }[] => {
  const language = loadLanguage();
  return names.map((name) => ({
    record: toRecord(read(toDocument(readFileSync(join(home, name), "utf8")), language)),
    address: name,
  }));
};

/** A served app with a browser before it. */
export type Stage = {
  readonly origin: string;
  readonly folder: string;
  /** A page that notes whatever goes wrong on it. */
  readonly page: (options?: Parameters<Browser["newContext"]>[0]) => Promise<Seen>;
  readonly close: () => Promise<void>;
};
/** A page, what went wrong on it, and the way to end it. */
export type Seen = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly wrong: string[];
};

const switches = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** Builds and serves the app over a library of these records, and opens a browser. */
export const openStage = async (records: readonly { record: Record; address: string }[]): Promise<Stage> => {
  const folder = mkdtempSync(join(tmpdir(), "web-"));
  const web = join(folder, "web");
  await build({
    configFile: join(home, "vite.config.ts"),
    logLevel: "error",
    build: { outDir: web, emptyOutDir: true },
  });
  const file = join(folder, "library.sqlite");
  const store = openStore(file);
  putRecords(store, records);
  store.close();
  const library = openLibrary(file, 2);
  const serving: Serving = await serve(
    makeApp({ library, hosts: loopback, web, version: "0.0.0" }),
    "127.0.0.1",
    0,
  );
  const origin = `http://127.0.0.1:${serving.port}`;
  const browser = await chromium.launch({ executablePath: chromiumPath!, args: switches });
  mkdirSync(shots, { recursive: true });
  return {
    origin,
    folder,
    page: (options) => watched(browser, origin, options),
    close: async () => {
      await browser.close();
      await serving.close();
      await library.close();
      rmSync(folder, { recursive: true });
    },
  };
};

const watched = async (
  browser: Browser,
  origin: string,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<Seen> => {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: 1280, height: 860 },
    ...options,
  });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") wrong.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(origin)) wrong.push(`asked elsewhere: ${request.url()}`);
  });
  page.on("dialog", (dialog) => {
    wrong.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.addInitScript(`addEventListener("securitypolicyviolation", (event) =>
    console.error("policy: " + event.violatedDirective + " " + event.blockedURI))`);
  return { page, context, wrong };
};

/** Goes to an address and waits until its data is there. */
export const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(path, { waitUntil: "networkidle" });
  await page.locator("main h1").waitFor();
  await page.locator(".waiting").waitFor({ state: "detached" });
  await page.locator("[aria-busy=true]").waitFor({ state: "detached" });
};

const axe = (): string => readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds against WCAG 2.2 AA and its own good practices; empty where it finds nothing. */
export const audited = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe());
  const found = (await page.evaluate(
    `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, nodes }) =>
      id + ": " + nodes.slice(0, 3).map(({ html, failureSummary }) => html.slice(0, 160) + " " + failureSummary).join(" | ")))`,
  )) as string[];
  return found;
};
