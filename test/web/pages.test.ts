// Every page in a real browser, light and dark and narrow: it shows what it should, nothing goes wrong on it, axe-core
// finds nothing, and a picture of it is kept.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  audited,
  chromiumPath,
  examples,
  open,
  openStage,
  type Stage,
  shots,
  withoutBrowser,
} from "./stage.ts";

const texts = examples(
  [
    "scholz-putin-2024-11/report",
    "scholz-putin-2024-11/readout-deu",
    "scholz-putin-2024-11/readout-rus",
    "rubio-lavrov-2025-10/report",
    "rubio-lavrov-2025-10/readout-usa",
    "rubio-lavrov-2025-10/readout-rus",
    "sheinbaum-trump-2024-11/report",
    "erdogan-zelensky-2022-08/readout-tur",
    "erdogan-zelensky-2022-08/readout-ukr",
  ].map((name) => `examples/${name}.txt`),
);
const report = texts[0]!.record;
const contact = texts[1]!.record.contacts[0]!.id;
const putin = report.actors.find(({ name }) => name === "Vladimir Putin")!.id;
const said = report.statements.find(({ within }) => within !== undefined) ?? report.statements[0]!;

/** Address of each page, with words that it must show. */
const pages: { readonly [name: string]: { readonly path: string; readonly shows: readonly string[] } } = {
  home: { path: "/", shows: ["Who spoke to whom", "9 documents", "Olaf Scholz", "Vladimir Putin"] },
  contact: {
    path: `/contacts/${contact}`,
    shows: ["Olaf Scholz", "Vladimir Putin", "Germany", "Russia", "15 November 2024"],
  },
  reader: {
    path: `/documents/${report.document.id}?at=${said.id}&layers=contacts,statements,actors,times,events`,
    shows: [report.document.title!, "Why?", "Accept"],
  },
  actor: {
    path: `/actors/${encodeURIComponent(putin)}`,
    shows: ["Vladimir Putin", "Talks to", "Olaf Scholz"],
  },
  timeline: { path: `/timeline?actor=lavrov`, shows: ["lavrov", "contacts", "entries"] },
  network: { path: "/network", shows: ["Who talks to whom", "Strongest ties"] },
  table: { path: "/network?as=table", shows: ["Between", "Contacts"] },
  search: { path: "/search?q=negotiations", shows: ["Publisher", "Feed of this search"] },
  hints: { path: "/search", shows: ["Lavrov NEAR/5 Rubio"] },
  lost: { path: "/nowhere", shows: ["There is no such page"] },
};
const looks = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  narrow: { colorScheme: "light", viewport: { width: 390, height: 844 }, hasTouch: true },
} as const;

describe.skipIf(!chromiumPath)(
  `pages in a browser${chromiumPath ? "" : `: ${withoutBrowser}`}`,
  { timeout: 90_000 },
  () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await openStage(texts);
    }, 120_000);
    afterAll(async () => stage?.close());

    for (const [look, options] of Object.entries(looks))
      for (const [name, { path, shows }] of Object.entries(pages))
        test(`${name}, ${look}`, async () => {
          const { page, context, wrong } = await stage.page(options);
          await open(page, path);
          if (name === "network") await page.locator(".network-frame p").waitFor({ state: "detached" });
          const text = await page.locator("body").innerText();
          for (const words of shows) expect(text.toLowerCase()).toContain(words.toLowerCase());
          await page.screenshot({ path: join(shots, `${name}-${look}.png`), fullPage: name !== "reader" });
          const wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
          expect(wide, "nothing stands out to the side").toBeLessThanOrEqual(0);
          expect(await audited(page)).toEqual([]);
          expect(wrong).toEqual([]);
          await context.close();
        });

    test("an empty library says how to fill it", async () => {
      const empty = await openStage([]);
      const { page, wrong } = await empty.page();
      await open(page, "/");
      expect(await page.locator("main").innerText()).toContain("The library is empty");
      expect(await audited(page)).toEqual([]);
      expect(wrong).toEqual([]);
      await empty.close();
    });

    test("script and style of the first page are 90 KB at most, gzipped", () => {
      const assets = join(stage.folder, "web", "assets");
      const index = readFileSync(join(stage.folder, "web", "index.html"), "utf8");
      const first = readdirSync(assets).filter((file) => index.includes(file));
      const size = first.reduce((sum, file) => sum + gzipSync(readFileSync(join(assets, file))).length, 0);
      expect(first.length).toBeGreaterThan(1);
      expect(size).toBeLessThan(90 * 1024);
    });

    test("on paper the frame is left out and the whole text is there", async () => {
      const { page, context } = await stage.page();
      await open(page, `/documents/${report.document.id}`);
      await page.emulateMedia({ media: "print" });
      expect(await page.locator(".masthead").isVisible()).toBe(false);
      expect((await page.locator(".text").innerText()).replace(/\s+/g, " ")).toContain(
        report.document.text.trim().slice(-60).replace(/\s+/g, " "),
      );
      await context.close();
    });
  },
);
