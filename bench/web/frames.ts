// `node bench/web/frames.ts`: how much work a frame is, from a trace of chromium: a text of 200 KB with 2,000 findings while
// it is scrolled and its findings are gone through, and a network of 2,000 actors while it is moved. Processor time of
// the page's main thread by task (a frame is one task), so that it holds on a busy machine; wall time beside it.
// Needs DRAGOMAN_CHROMIUM. Prints one line a figure, in milliseconds; the bar is 16.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CDPSession, Page } from "playwright-core";
import { toDocument } from "../../src/import/document.ts";
import { home } from "../../src/language/home.ts";
import { loadLanguage } from "../../src/language/language.ts";
import { read } from "../../src/read.ts";
import { toRecord } from "../../src/record/to-record.ts";
import { open, openStage, type Stage } from "../../test/web/stage.ts";

type Task = { readonly cpu: number; readonly wall: number };

const longText = (): string => {
  const text = readFileSync(join(home, "examples/scholz-putin-2024-11/report.txt"), "utf8").replace(
    /^---[\s\S]*?---\n/,
    "",
  );
  // The report is dense with findings; between its copies stands as much that tells of nothing.
  const plain = `${"The road goes along the river, under old trees and past a mill. It is wide and quiet there, and green. ".repeat(24)}\n\n`;
  let whole = "";
  while (whole.length < 200_000) whole += `${text}\n\n${plain}`;
  return whole;
};

/** Tasks of the page's main thread while something is done. */
const traced = async (page: Page, run: () => Promise<void>): Promise<Task[]> => {
  const session: CDPSession = await page.context().newCDPSession(page);
  const events: {
    name: string;
    tid: number;
    pid: number;
    ph: string;
    tdur?: number;
    dur?: number;
    args: { name?: string };
  }[] = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as typeof events)));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {
      includedCategories: [
        "toplevel",
        "devtools.timeline",
        "disabled-by-default-devtools.timeline",
        "__metadata",
      ],
    },
  });
  await run();
  const done = new Promise<void>((resolve) => session.once("Tracing.tracingComplete", () => resolve()));
  await session.send("Tracing.end");
  await done;
  const renderers = new Map<string, number>();
  for (const { name, args, tid, pid } of events)
    if (name === "thread_name" && args.name === "CrRendererMain") renderers.set(`${pid} ${tid}`, 0);
  const tasks = events.filter(
    ({ name, pid, tid }) => /RunTask$/.test(name) && renderers.has(`${pid} ${tid}`),
  );
  // The page under test is the renderer that has most to do.
  for (const { pid, tid, tdur = 0 } of tasks)
    renderers.set(`${pid} ${tid}`, renderers.get(`${pid} ${tid}`)! + tdur);
  const busiest = [...renderers].sort((a, b) => b[1] - a[1])[0]?.[0];
  return tasks
    .filter(({ pid, tid }) => `${pid} ${tid}` === busiest)
    .map(({ tdur = 0, dur = 0 }) => ({ cpu: tdur / 1000, wall: dur / 1000 }));
};

const say = (what: string, tasks: readonly Task[]): void => {
  const at = (list: readonly number[], part: number) =>
    list[Math.min(list.length - 1, Math.floor(list.length * part))] ?? 0;
  // Tasks that do next to nothing are no frames.
  const cpu = tasks
    .map((task) => task.cpu)
    .filter((one) => one > 0.3)
    .sort((a, b) => a - b);
  const wall = tasks
    .map((task) => task.wall)
    .filter((one) => one > 0.3)
    .sort((a, b) => a - b);
  const over = cpu.filter((one) => one > 16).length;
  console.log(
    `${what}\t${cpu.length} tasks\tprocessor p50 ${at(cpu, 0.5).toFixed(1)} p95 ${at(cpu, 0.95).toFixed(1)} p99 ${at(cpu, 0.99).toFixed(1)} max ${at(cpu, 1).toFixed(1)}\twall p95 ${at(wall, 0.95).toFixed(1)}\t${over} over 16`,
  );
};

const reader = async (stage: Stage, id: string): Promise<void> => {
  const { page, context } = await stage.page();
  const start = performance.now();
  say("reader: open", await traced(page, () => open(page, `/documents/${id}`)));
  console.log(`reader: shown after\t${Math.round(performance.now() - start)} ms`);
  const size = (await page.evaluate(
    "[document.querySelectorAll('.seg').length, document.querySelectorAll('.chunk').length]",
  )) as number[];
  console.log(`reader: ${size[0]} marked stretches in ${size[1]} paragraphs`);
  await page.mouse.move(400, 500);
  say(
    "reader: scroll",
    await traced(page, async () => {
      for (let turn = 0; turn < 150; turn += 1) {
        await page.mouse.wheel(0, 240);
        await page.waitForTimeout(16);
      }
    }),
  );
  const keys = async (key: string, times: number) => {
    for (let turn = 0; turn < times; turn += 1) {
      await page.keyboard.press(key);
      await page.waitForTimeout(30);
    }
  };
  say("reader: next finding", await traced(page, () => keys("j", 40)));
  say(
    "reader: layers",
    await traced(page, async () => {
      for (const key of ["1", "2", "3", "4", "5", "1", "2"]) await keys(key, 1);
    }),
  );
  await context.close();
};

/** A made network: most actors have few ties, a few have many. */
const madeNetwork = (actors: number, ties: number) => {
  let seed = 7;
  const random = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  const pick = () => Math.floor(actors * random() ** 3);
  const edges = new Map<
    string,
    { from: string; to: string; contacts: number; first: string; last: string }
  >();
  for (let at = 0; edges.size < ties; at += 1) {
    const [a, b] = [at < actors ? at : pick(), pick()];
    if (a !== b)
      edges.set(`${a} ${b}`, {
        from: `k${a}`,
        to: `k${b}`,
        contacts: 1 + Math.floor(random() * 9),
        first: "2024-01-01",
        last: "2024-12-31",
      });
  }
  const nodes = Array.from({ length: actors }, (_, at) => ({
    key: `k${at}`,
    name: `Actor ${at}`,
    kind: "person",
    country: ["USA", "RUS", "CHN", "FRA", "DEU", "TUR", "IND"][at % 7]!,
    contacts: 1 + Math.floor((actors - at) / 60),
  }));
  return { actors, nodes, edges: [...edges.values()] };
};

const network = async (stage: Stage): Promise<void> => {
  const { page, context } = await stage.page();
  const made = JSON.stringify(madeNetwork(2000, 3500));
  await page.route("**/api/network*", (route) =>
    route.fulfill({ contentType: "application/json", body: made }),
  );
  say(
    "network: while it finds its shape",
    await traced(page, async () => {
      await open(page, "/network");
      await page.locator(".network-frame p").waitFor({ state: "detached" });
      await page.waitForTimeout(3000);
    }),
  );
  await page.waitForTimeout(8000);
  const box = (await page.locator("canvas.over").boundingBox())!;
  await page.mouse.move(box.x + 200, box.y + 200);
  say(
    "network: move",
    await traced(page, async () => {
      await page.mouse.down();
      for (let turn = 0; turn < 60; turn += 1) {
        await page.mouse.move(box.x + 200 + turn * 3, box.y + 200 + turn);
        await page.waitForTimeout(16);
      }
      await page.mouse.up();
    }),
  );
  say(
    "network: under the pointer",
    await traced(page, async () => {
      for (let turn = 0; turn < 60; turn += 1) {
        await page.mouse.move(box.x + 100 + turn * 8, box.y + 250);
        await page.waitForTimeout(16);
      }
    }),
  );
  await page.screenshot({ path: join(home, ".cache/shots/network-2000.png") });
  await context.close();
};

/** When the first words stand on a page, and when its data does, from the start of the navigation. */
const views = async (stage: Stage, paths: readonly string[]): Promise<void> => {
  for (const path of paths) {
    const { page, context } = await stage.page();
    await page.addInitScript(`new MutationObserver((_, watcher) => {
      if (!document.querySelector("main h1") || document.querySelector(".waiting")) return;
      performance.mark("shown");
      watcher.disconnect();
    }).observe(document, { childList: true, subtree: true })`);
    await open(page, path);
    const [first, shown] = (await page.evaluate(
      `["first-contentful-paint", "shown"].map((name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN)`,
    )) as number[];
    console.log(`view ${path}\tfirst words ${Math.round(first!)} ms, data ${Math.round(shown!)} ms`);
    await context.close();
  }
};

const record = toRecord(
  read(toDocument(longText(), { title: "A long text", published: "2024-11-16" }), loadLanguage()),
);
const findings =
  record.contacts.length +
  record.statements.length +
  record.actors.length +
  record.times.length +
  record.events.length;
console.log(`a text of ${Math.round(record.document.text.length / 1000)} KB with ${findings} findings`);
const stage = await openStage([{ record, address: "long" }]);
try {
  await views(stage, ["/", `/documents/${record.document.id}`, "/search?q=river", "/network"]);
  await reader(stage, record.document.id);
  await network(stage);
} finally {
  await stage.close();
}
