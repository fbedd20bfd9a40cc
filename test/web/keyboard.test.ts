// One reader's day without a mouse: from what is new to a contradiction, into the text, judging a finding, back again.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { audited, chromiumPath, examples, open, openStage, type Stage, withoutBrowser } from "./stage.ts";

const folder = "examples/scholz-putin-2024-11";
const texts = examples(["report", "readout-deu", "readout-rus"].map((name) => `${folder}/${name}.txt`));
const report = texts[0]!.record;
/** Who is quoted anywhere in them. */
const speakers = new Set(
  texts.flatMap(({ record }) =>
    record.statements.flatMap(({ speakers }) =>
      speakers.map((id) => record.actors.find((actor) => actor.id === id)!.name),
    ),
  ),
);

describe.skipIf(!chromiumPath)(
  `by keyboard alone${chromiumPath ? "" : `: ${withoutBrowser}`}`,
  { timeout: 90_000 },
  () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await openStage(texts);
    }, 120_000);
    afterAll(async () => stage?.close());

    test("from the front page to a statement and back to the same line", async () => {
      const { page, context, wrong } = await stage.page();
      const focused = () => page.evaluate("document.activeElement.textContent") as Promise<string>;
      await open(page, "/");
      await page.keyboard.press("?");
      expect(await page.locator("dialog").innerText()).toContain("next item");
      expect(await audited(page)).toEqual([]);
      await page.keyboard.press("Escape");
      expect(await page.locator("dialog").count()).toBe(0);

      await page.keyboard.press("j");
      expect(await focused()).toContain("Olaf Scholz");
      await page.keyboard.press("Enter");
      await page.locator(".accounts").waitFor();
      await page.waitForFunction("document.activeElement.tagName === 'H1'");
      expect(page.url()).toContain("/contacts/");

      await page.keyboard.press("4");
      expect(page.url()).toContain("show=only");
      expect(await page.locator(".relation:not(.only)").count()).toBe(0);
      await page.keyboard.press("0");
      await page.locator(".relation:not(.only)").first().waitFor();

      for (let turn = 0; turn < 6; turn += 1) await page.keyboard.press("j");
      const top = (await page.evaluate("scrollY")) as number;
      const link = await page.evaluate("document.activeElement.getAttribute('href')");
      await page.keyboard.press("Enter");
      await page.locator(".note.chosen").waitFor();
      expect(page.url()).toContain(link);
      expect(await page.locator(".text .lit").count()).toBeGreaterThan(0);

      await page.goBack();
      await page.locator(".accounts").waitFor();
      await page.waitForFunction(`Math.abs(scrollY - ${top}) < 3`);
      expect(wrong).toEqual([]);
      await context.close();
    });

    test("layers, chain, why, and decisions that are taken back", async () => {
      const { page, context, wrong } = await stage.page();
      const nested = report.statements.find(({ within }) => within !== undefined)!;
      await open(page, `/documents/${report.document.id}?at=${nested.id}`);
      await page.keyboard.press("3");
      await page.keyboard.press("1");
      expect(page.url()).toContain("layers=statements%2Cactors%2Cevents");
      expect(await page.locator(".text").getAttribute("class")).toBe(
        "text on-statements on-actors on-events",
      );

      await page.keyboard.press("w");
      await page.locator(".why", { hasText: nested.rule }).waitFor();
      await page.keyboard.press("[");
      await page.waitForFunction(`location.search.includes(${JSON.stringify(nested.within)})`);

      const own = report.statements.find(({ id }) => id === nested.within)!;
      await page.keyboard.press("a");
      await page.locator(".note.chosen .note-state", { hasText: "accepted" }).waitFor();
      await page.keyboard.press("u");
      await page.locator(".note.chosen .note-state").waitFor({ state: "detached" });

      await page.keyboard.press("e");
      expect(await audited(page)).toEqual([]);
      await page.locator("dialog [name=act]").fill("deny");
      await page.keyboard.press("Enter");
      await page.locator(".note.chosen", { hasText: "deny · edited" }).waitFor();
      await page.keyboard.press("u");
      await page.locator(".note.chosen", { hasText: "deny" }).waitFor({ state: "detached" });

      const count = report.statements.length;
      await page.keyboard.press("x");
      await page.locator(".layer.of-statements", { hasText: String(count - 1) }).waitFor();
      expect(page.url()).not.toContain(`at=${own.id}&`);
      await page.keyboard.press("u");
      await page.locator(".layer.of-statements", { hasText: String(count) }).waitFor();
      expect(wrong).toEqual([]);
      await context.close();
    });

    test("single keys can be switched off, and are not heard while one types", async () => {
      const { page, context } = await stage.page();
      await open(page, "/");
      await page.keyboard.press("/");
      await page.keyboard.type("gn?");
      expect(new URL(page.url()).pathname).toBe("/");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/search\?q=gn/);
      await page.keyboard.press("Escape");
      await page.keyboard.press("?");
      const box = page.getByLabel("Listen to single keys");
      // The page may still be drawing what it found, and miss a key.
      await expect
        .poll(
          async () => {
            if (await box.isChecked()) await box.press("Space");
            return box.isChecked();
          },
          { timeout: 20_000, interval: 200 },
        )
        .toBe(false);
      await page.keyboard.press("Escape");
      await box.waitFor({ state: "hidden" });
      await page.keyboard.press("g");
      await page.keyboard.press("n");
      expect(new URL(page.url()).pathname).toBe("/search");
      await context.close();
    });

    test("timeline and network: the period, the table, a tie", async () => {
      const { page, context, wrong } = await stage.page();
      await open(page, "/");
      await page.keyboard.press("g");
      await page.keyboard.press("n");
      await page.locator("canvas.over").waitFor();
      await page.keyboard.press("v");
      await page.locator("table.ties").waitFor();
      await page.locator("table.ties a").first().press("Enter");
      await page.locator("aside ol.latest a").first().waitFor();
      await page.locator("aside a", { hasText: "on a timeline" }).press("Enter");
      await page.locator("figure.timeline svg").waitFor();
      const all = await page.locator(".entry").count();
      await page.getByRole("textbox", { name: "From" }).fill("2030");
      await page.keyboard.press("Enter");
      await page.locator(".entry").first().waitFor({ state: "detached" });
      expect(page.url()).toContain("since=2030");
      await page.goBack();
      await page.locator(".entry").first().waitFor();
      expect(await page.locator(".entry").count()).toBe(all);

      const parties = await page.locator(".parties a").allTextContents();
      const speaker = parties.findIndex((name) => [...speakers].some((one) => name.includes(one)));
      await page.locator(".parties a").nth(speaker).press("Enter");
      await page.locator("[role=tabpanel]").waitFor();
      await page.keyboard.press("2");
      await page.locator("#tab-about[aria-selected=true]").waitFor();
      await page.locator("#tab-about").press("ArrowLeft");
      expect(new URL(page.url()).searchParams.get("tab")).toBe(null);
      await page.locator(".quotes .to-text").first().press("Enter");
      await page.locator(".note.chosen").waitFor();
      expect(wrong).toEqual([]);
      await context.close();
    });

    test("dragging over the timeline chooses a period", async () => {
      const { page, context } = await stage.page();
      await open(page, "/timeline?actor=Putin");
      await page.locator(".entry").first().waitFor();
      const box = (await page.locator("figure.timeline svg").boundingBox())!;
      await page.mouse.move(box.x + 300, box.y + 20);
      await page.mouse.down();
      await page.mouse.move(box.x + 500, box.y + 40, { steps: 4 });
      await page.mouse.up();
      await page.waitForURL(/[?&]since=\d{4}-\d\d-\d\d(?:&|$)/);
      await context.close();
    });
  },
);
