// Texts that would do harm if they were taken for anything but text: markup, characters that turn the direction, a word
// of a megabyte, emoji. They are shown, whole, and nothing else happens.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toDocument } from "../../src/import/document.ts";
import { loadLanguage } from "../../src/language/language.ts";
import { read } from "../../src/read.ts";
import { toRecord } from "../../src/record/to-record.ts";
import { audited, chromiumPath, open, openStage, type Stage, shots, withoutBrowser } from "./stage.ts";

const markup = `<script>alert(1)</script><img src=x onerror="alert(2)"><a href="javascript:alert(3)">Lavrov</a>`;
const turned = "\u202eLavrov\u202c told \u2066Rubio\u2069 that \u200fthe talks\u200e would resume.";
const emoji = "👩‍👩‍👧‍👦 Lavrov 🇷🇺 called Rubio 🇺🇸 on Monday 🕊️. “Talks 🤝 will resume,” Lavrov said.";
const hostile = {
  markup: [`${markup} Lavrov called Rubio on Monday. Lavrov said that ${markup} talks would resume.`, markup],
  turned: [`${turned} Lavrov said: “${turned}”`, turned],
  emoji: [`${emoji}\n\n${emoji}`, emoji],
  endless: [`Lavrov called Rubio. ${"x".repeat(1024 * 1024)}`, "A word without end"],
  addresses: ["Lavrov called Rubio on Monday.", "Not a page"],
} as const;

describe.skipIf(!chromiumPath)(
  `hostile texts${chromiumPath ? "" : `: ${withoutBrowser}`}`,
  { timeout: 90_000 },
  () => {
    let stage: Stage;
    const ids: { [name: string]: string } = {};
    beforeAll(async () => {
      const language = loadLanguage();
      const records = Object.entries(hostile).map(([name, [text, title]]) => {
        const document = toDocument(text, {
          title,
          publisher: name === "markup" ? markup : title,
          published: "2025-03-04",
          ...(name === "addresses" && { url: "javascript:alert(4)" }),
        });
        ids[name] = document.id;
        return { record: toRecord(read(document, language)), address: name };
      });
      stage = await openStage(records);
    }, 240_000);
    afterAll(async () => stage?.close());

    for (const [name, [text]] of Object.entries(hostile))
      test(name, async () => {
        const { page, context, wrong } = await stage.page();
        await open(page, `/documents/${ids[name]}`);
        const shown = (await page.evaluate("document.querySelector('.text').textContent")) as string;
        expect(shown.replace(/\s+/g, "")).toBe(text.replace(/\s+/g, ""));
        expect(await page.locator("main img, main script, main a[href^=javascript]").count()).toBe(0);
        expect(
          (await page.evaluate("document.documentElement.scrollWidth - innerWidth")) as number,
        ).toBeLessThanOrEqual(0);
        if (name === "turned")
          expect(await page.locator(".control[data-name=RLO]").count()).toBeGreaterThan(0);
        if (name !== "endless") expect(await audited(page)).toEqual([]);
        await page.screenshot({ path: join(shots, `hostile-${name}.png`) });
        await open(page, `/search?q=Lavrov`);
        await open(page, "/");
        await open(page, "/timeline?actor=lavrov");
        expect(wrong).toEqual([]);
        await context.close();
      });
  },
);
