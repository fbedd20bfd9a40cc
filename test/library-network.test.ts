// The way out to the network: public addresses only, on every hop; within limits; asking feeds only for what is new.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isPublic } from "../src/import/address.ts";
import { fetchUrl } from "../src/import/egress.ts";
import { type AddOptions, add } from "../src/library/add.ts";
import { backOff, pollFeed } from "../src/library/watch.ts";
import type { Record } from "../src/record/schema.ts";
import { feedState } from "../src/store/feeds.ts";
import { openStore } from "../src/store/open-store.ts";
import { rowsOf } from "../src/store/rows.ts";

const bomb = brotliCompressSync(Buffer.alloc(64 * 1024 * 1024));
const asked: string[] = [];
let items = 1;
const feed = () =>
  `<rss version="2.0"><channel><title>P</title>${Array.from({ length: items }, (_, at) => `<item><title>Item ${at}</title><link>${base}/page/${at}</link></item>`).join("")}</channel></rss>`;
const answer = (request: IncomingMessage, response: ServerResponse) => {
  const { url = "", headers } = request;
  asked.push(url);
  const tag = `"${items}"`;
  if (url === "/text") response.end("The ministers spoke.");
  else if (url === "/bomb")
    response.writeHead(200, { "content-encoding": "br", "content-type": "text/plain" }).end(bomb);
  else if (url === "/inward") response.writeHead(302, { location: "http://10.0.0.1/" }).end();
  else if (url === "/round") response.writeHead(302, { location: "/round" }).end();
  else if (url === "/file") response.writeHead(302, { location: "file:///etc/passwd" }).end();
  else if (url === "/slow") response.write("a");
  else if (url === "/busy") response.writeHead(503, { "retry-after": "7200" }).end();
  else if (url === "/feed" && headers["if-none-match"] === tag) response.writeHead(304).end();
  else if (url === "/feed")
    response.writeHead(200, { etag: tag, "content-type": "application/rss+xml" }).end(feed());
  else if (url.startsWith("/page/"))
    response
      .writeHead(200, { "content-type": "text/html" })
      .end(`<p>The ministers spoke by telephone, page ${url}, and agreed to meet.</p>`);
  else response.writeHead(404).end();
};
const server = createServer(answer);
let base = "";
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const allows = (address: string) => address === "127.0.0.1";

test("only public addresses are public", () => {
  const inward =
    "127.0.0.1 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 ::1 :: fe80::1 fc00::1 fd12::1 ::ffff:127.0.0.1 ::ffff:a00:1 64:ff9b::7f00:1 2002:7f00:1:: ff02::1 2001:db8::1 nonsense";
  expect(inward.split(" ").filter(isPublic)).toEqual([]);
  expect(
    ["93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:2800:220:1::1", "[2606:2800:220:1::1]"].filter(
      (one) => !isPublic(one),
    ),
  ).toEqual([]);
});

describe("fetching", () => {
  test.each(["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "0"])(
    "%s is refused",
    async (host) => {
      await expect(fetchUrl(`http://${host}:${new URL(base).port}/text`)).rejects.toThrow(/refused/);
    },
  );

  test("gives bytes where it may", async () => {
    const { bytes, status } = await fetchUrl(`${base}/text`, { allows });
    expect([Buffer.from(bytes).toString(), status]).toEqual(["The ministers spoke.", 200]);
  });

  const bad: [string, RegExp][] = [
    ["/inward", /10\.0\.0\.1 is no public address; refused/],
    ["/round", /from page to page more than 5 times/],
    ["/file", /expected http or https/],
    ["/bomb", /unpacks to more than 32 MB/],
    ["/none", /answered with status 404/],
  ];
  test.each(bad)("%s costs one line", async (path, reason) => {
    const error = await fetchUrl(`${base}${path}`, { allows }).catch((caught: Error) => caught);
    expect((error as Error).message).toMatch(reason);
    expect((error as Error).message).not.toContain("\n");
  });

  test("an answer without end is broken off", async () => {
    await expect(fetchUrl(`${base}/slow`, { allows, time: 200 })).rejects.toThrow(/can't be fetched/);
  });
});

describe("adding and watching", () => {
  const nothing = { actors: [], times: [], statements: [], contacts: [], events: [] };
  const options: AddOptions = {
    imports: { header: {}, columns: {} },
    egress: { allows },
    reader: {
      read: async (document, address) =>
        rowsOf(
          {
            dragoman: { version: "0", language: "en", models: "none" },
            document: { ...document },
            ...nothing,
          } as Record,
          address,
        ),
      close: async () => {},
    },
  };

  test("a URL is added, and one that can't be is a failure", async () => {
    const store = openStore(":memory:");
    expect(await add(store, [`${base}/page/9`, `${base}/none`], options)).toMatchObject({
      new: 1,
      failed: 1,
    });
  });

  test("a feed gives its pages once, and is asked only for what is new", async () => {
    const store = openStore(":memory:");
    items = 2;
    expect(await pollFeed(store, `${base}/feed`, 900, options)).toMatchObject({
      outcome: "taken",
      wait: 900,
      tally: { new: 2 },
    });
    asked.length = 0;
    expect(await pollFeed(store, `${base}/feed`, 900, options)).toMatchObject({ outcome: "unchanged" });
    items = 3;
    expect(await pollFeed(store, `${base}/feed`, 900, options)).toMatchObject({
      outcome: "taken",
      tally: { new: 1 },
    });
    expect(asked).toEqual(["/feed", "/feed", "/page/2"]);
  });

  test("a feed that fails is asked ever less often, and as late as it says", async () => {
    const store = openStore(":memory:");
    expect(await pollFeed(store, `${base}/none`, 900, options)).toMatchObject({
      outcome: "failed",
      wait: 1800,
    });
    expect(await pollFeed(store, `${base}/none`, 900, options)).toMatchObject({
      outcome: "failed",
      wait: 3600,
    });
    expect(await pollFeed(store, `${base}/busy`, 900, options)).toMatchObject({
      outcome: "failed",
      wait: 7200,
    });
    expect(feedState(store, `${base}/none`).failed).toBe(2);
    expect([backOff(60, 50), backOff(86_400, 3)]).toEqual([21_600, 86_400]);
  });
});
