// The HTTP API as its callers meet it: every route's answers against its schema, who is let in, and what hostile input gets.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { Validator } from "@seriousme/openapi-schema-validator";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AppOptions, makeApp } from "../src/api/app.ts";
import { loopback } from "../src/api/guard.ts";
import type { Library } from "../src/api/library.ts";
import { makeMemory } from "../src/api/memory.ts";
import { preferred } from "../src/api/negotiate.ts";
import { openLibrary } from "../src/api/open-library.ts";
import { makePool } from "../src/api/pool.ts";
import { problemSchema } from "../src/api/problem.ts";
import { questions } from "../src/api/questions.ts";
import { toDocument } from "../src/import/document.ts";
import { home } from "../src/language/home.ts";
import { loadLanguage } from "../src/language/language.ts";
import { read } from "../src/read.ts";
import { toRecord } from "../src/record/to-record.ts";
import { openStore } from "../src/store/open-store.ts";
import { putRecords } from "../src/store/put-records.ts";

const folder = mkdtempSync(join(tmpdir(), "api-"));
const file = join(folder, "library.sqlite");
const web = join(folder, "web");
const files = ["report", "readout-deu", "readout-rus"].map(
  (name) => `examples/scholz-putin-2024-11/${name}.txt`,
);
const language = loadLanguage();
const records = files.map((name) =>
  toRecord(read(toDocument(readFileSync(join(home, name), "utf8")), language)),
);
const script = `export const words = ${JSON.stringify("word ".repeat(400))};`;

let library: Library;
let app: ReturnType<typeof makeApp>;
const options = (): AppOptions => ({ library, hosts: loopback, web, version: "0.0.0" });

beforeAll(() => {
  const store = openStore(file);
  putRecords(
    store,
    records.map((record, at) => ({ record, address: files[at]! })),
  );
  store.close();
  mkdirSync(join(web, "assets"), { recursive: true });
  writeFileSync(join(web, "index.html"), "<!doctype html><title>Dragoman</title>");
  writeFileSync(join(web, "assets", "main-a1b2c3d4.js"), script);
  library = openLibrary(file, 1);
  app = makeApp(options());
});
afterAll(async () => {
  await library.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: { [name: string]: string } = {}) =>
  app.request(path, { headers: { host: "127.0.0.1:7373", ...headers } });
const send = (method: string, path: string, body?: unknown, headers: { [name: string]: string } = {}) =>
  app.request(path, {
    method,
    headers: { host: "localhost:7373", "content-type": "application/json", ...headers },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
/** The JSON of an answer, not yet held against anything. */
const json = async (response: Response | Promise<Response>): Promise<ReturnType<typeof JSON.parse>> =>
  (await response).json();
/** A problem in the one shape that all of them have. */
const expectProblem = async (response: Response, status: number) => {
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const body = problemSchema.parse(await json(response));
  expect(body.status).toBe(status);
  return body;
};

const document = records[0]!.document.id;
const contact = records[0]!.contacts.find(({ accounts }) => accounts.length > 1)!.id;
const statement = records[0]!.statements[0]!.id;
const actor = records[0]!.actors[0]!.id;
const paths: { [question: string]: string[] } = {
  comparison: [`/api/contacts/${contact}/comparison`],
  tellings: [`/api/contacts/${contact}/tellings`],
  home: ["/api/home"],
  documents: ["/api/documents", "/api/documents?side=DEU&since=2024&until=2024-11&sort=oldest"],
  document: [`/api/documents/${document}`, `/api/documents/${document}?machine=true`],
  search: [
    "/api/search?q=Scholz",
    "/api/search?q=Scholz%20SENTENCE%20Putin&limit=2",
    "/api/search?q=%22Nothing+of+it%22",
  ],
  facets: ["/api/facets", "/api/facets?q=Scholz&since=2024"],
  stats: ["/api/stats"],
  finding: [
    `/api/findings/${statement}`,
    `/api/findings/${contact}`,
    `/api/findings/${actor}`,
    `/api/findings/${records[0]!.times[0]!.id}`,
    `/api/findings/${records[0]!.events[0]!.id}`,
  ],
  contacts: [
    "/api/contacts",
    "/api/contacts?between=DEU&between=RUS&channel=call",
    "/api/contacts?by=putin&about=Ukraine",
  ],
  contact: [`/api/contacts/${contact}`],
  statements: ["/api/statements", "/api/statements?by=scholz&act=say", "/api/statements?depth=2"],
  statement: [`/api/statements/${statement}`],
  events: ["/api/events", "/api/events?by=RUS&factuality=actual"],
  event: [`/api/events/${records[0]!.events[0]!.id}`],
  actors: ["/api/actors", "/api/actors?q=putin&kind=person&side=RUS"],
  actor: [`/api/actors/${actor}`, "/api/actors/state%20RUS"],
  said: [`/api/actors/${actor}/said`],
  "said-about": ["/api/actors/state%20RUS/about", "/api/actors/state%20RUS/about?limit=1"],
  timeline: [
    "/api/timeline?actor=DEU",
    "/api/timeline?actor=DEU&actor=putin&sort=oldest",
    "/api/timeline?actor=key:state%20RUS",
  ],
  network: ["/api/network", "/api/network?since=2024&until=2025&kind=person&limit=2"],
  corrections: ["/api/corrections"],
  labels: ["/api/explain"],
  explain: ["/api/explain/CONSULT", "/api/explain/consult"],
};

describe.each(questions)("$path", ({ name, output, csv }) => {
  test.each(paths[name]!)("%s", async (path) => {
    const response = await get(path);
    const body = await json(response);
    expect(response.status, JSON.stringify(body).slice(0, 300)).toBe(200);
    output.parse(body);
    const etag = response.headers.get("etag")!;
    const again = await get(path, { "if-none-match": `"other", W/${etag}` });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect((await get(path, { "if-none-match": '"other"' })).status).toBe(200);
  });
  test("says CSV or that it can't", async () => {
    const response = await get(paths[name]![0]!, { accept: "text/csv" });
    if (!csv) return void (await expectProblem(response, 406));
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const { items, edges } = await json(get(paths[name]![0]!));
    expect(parse(await response.text(), { columns: true })).toHaveLength((items ?? edges).length);
  });
});

test("an Accept header is weighed", () => {
  const offered = ["application/json", "text/csv"];
  expect(preferred(undefined, offered)).toBe("application/json");
  expect(preferred("*/*", offered)).toBe("application/json");
  expect(preferred("text/csv, application/json;q=0.5", offered)).toBe("text/csv");
  expect(preferred("text/*;q=0.9, */*;q=0.1", offered)).toBe("text/csv");
  expect(preferred("application/json;q=0, */*", offered)).toBe("text/csv");
  expect(preferred("image/png", offered)).toBeUndefined();
});

test("the answers say what the library holds", async () => {
  expect(await json(get(`/api/documents/${document}`))).toEqual(records[0]);
  const comparison = await json(get(`/api/contacts/${contact}/comparison`));
  expect(comparison.sides.map(({ side }: { side: string }) => side)).toEqual(["DEU", "RUS"]);
  expect(comparison.documents).toHaveLength(3);
  const { items } = await json(get("/api/search?q=Scholz&limit=1"));
  const { text } = records.find((one) => one.document.id === items[0].id)!.document;
  for (const hit of items[0].hits) {
    expect([...text].slice(hit.start, hit.end).join("")).toBe(hit.text);
    for (const { start, end } of hit.marks) expect([...text].slice(start, end).join("")).toMatch(/^scholz$/i);
  }
  const one = await json(get(`/api/contacts/${contact}`));
  expect(one.passages.length).toBeGreaterThan(0);
  const about = await json(get("/api/actors/state%20RUS/about"));
  expect(about.items.length).toBeGreaterThan(0);
});

test("pages follow each other to the end, each finding once", async () => {
  for (const path of [
    "/api/statements?limit=7",
    "/api/timeline?actor=RUS&limit=5",
    "/api/actors?limit=4",
    "/api/documents?limit=1",
    "/api/search?q=Putin&limit=1",
    "/api/actors/state%20RUS/about?limit=1",
  ]) {
    const ids: string[] = [];
    let next: string | undefined = path;
    while (next !== undefined) {
      const response: Response = await get(next);
      const { items } = await json(response);
      ids.push(
        ...items.map(
          (item: { id?: string; key?: string; finding?: { id: string } }) =>
            item.finding?.id ?? item.id ?? item.key,
        ),
      );
      next = /^<([^>]+)>; rel="next"$/.exec(response.headers.get("link") ?? "")?.[1];
    }
    expect(new Set(ids).size, path).toBe(ids.length);
    expect(ids.length, path).toBeGreaterThan(2);
  }
});

describe("what is not as expected", () => {
  test.each([
    ["/api/contacts?limit=1000000", "limit"],
    ["/api/contacts?limit=-1", "limit"],
    ["/api/contacts?limit=ten", "limit"],
    ["/api/contacts?betwen=CZE", ""],
    ["/api/contacts?since=yesterday", "since"],
    ["/api/contacts?channel=telepathy", "channel"],
    [`/api/contacts?by=${"x".repeat(300)}`, "by"],
    ["/api/search", "q"],
    ["/api/timeline", "actor"],
    ["/api/timeline?actor=A&actor=B&actor=C", "actor"],
    ["/api/exports/csv?table=secrets", "table"],
    ["/api/exports/exe", "format"],
  ])("%s names the parameter", async (path, at) => {
    const { errors } = await expectProblem(await get(path), 400);
    expect(errors?.map((one) => one.at)).toContain(at);
  });
  test.each([
    "/api/contacts?cursor=nonsense",
    `/api/contacts?cursor=${Buffer.from('[{"a":1},null]').toString("base64url")}`,
    `/api/documents?cursor=${Buffer.from("[[]]").toString("base64url")}`,
    "/api/search?q=%22unclosed",
    "/api/search?q=(((((",
    "/api/search?q=secret:word",
    "/api/contacts?by=%3B--",
    "/api/contacts?about=%22",
  ])("%s says why in one line", async (path) => {
    const { detail } = await expectProblem(await get(path), 400);
    expect(detail).not.toContain("\n");
  });
  test.each([
    "/api/documents/d0000000000000000",
    "/api/documents/..%2f..%2fetc%2fpasswd",
    "/api/contacts/nothing",
    `/api/contacts/${statement}`,
    `/api/contacts/${statement}/comparison`,
    "/api/actors/nobody",
    "/api/explain/nothing-bears-this",
    "/api/jobs/none",
    "/api/jobs/none/events",
    "/api/nothing",
    "/assets/..%2f..%2fpackage.json",
    "/..%5c..%5cpackage.json",
    "/assets/missing.js",
  ])("%s is not there", async (path) => {
    await expectProblem(await get(path), 404);
  });
  test("bodies that are none", async () => {
    await expectProblem(await send("POST", "/api/corrections", "{"), 400);
    await expectProblem(await send("POST", "/api/corrections", { finding: contact, kind: "praise" }), 400);
    await expectProblem(await send("POST", "/api/corrections", { finding: "d1.c1", kind: "reject" }), 404);
    await expectProblem(
      await send("POST", "/api/corrections", { finding: contact, kind: "edit", value: { rule: "x" } }),
      400,
    );
    await expectProblem(
      await send("POST", "/api/corrections", { finding: contact, kind: "edit", value: { channel: "owl" } }),
      400,
    );
    await expectProblem(
      await send("POST", "/api/corrections", JSON.stringify({ a: "x".repeat(1_100_000) })),
      413,
    );
    await expectProblem(await send("DELETE", "/api/corrections/999"), 404);
    await expectProblem(await send("DELETE", "/api/corrections/-1"), 400);
    await expectProblem(await send("POST", "/api/jobs", "[1]"), 400);
    await expectProblem(await send("POST", "/api/jobs", { url: "file:///etc/passwd" }), 400);
    await expectProblem(await send("POST", "/api/jobs", "text", { "content-type": "text/plain" }), 415);
    await expectProblem(
      await send("POST", "/api/jobs", "x", { "content-type": "multipart/form-data; boundary=a" }),
      400,
    );
    await expectProblem(await send("POST", "/api/contacts", {}), 405);
    const put = await send("PUT", "/api/corrections", {});
    expect(put.headers.get("allow")).toBe("GET, HEAD, POST");
    await expectProblem(put, 405);
  });
});

describe("who may ask", () => {
  test("only names of this machine are served", async () => {
    for (const host of ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:7373", "", "[::2]"])
      await expectProblem(await get("/api/stats", { host }), 421);
    for (const host of ["localhost", "LOCALHOST:80", "[::1]:7373"])
      expect((await get("/api/stats", { host })).status).toBe(200);
  });
  test("another site's page can neither read nor write", async () => {
    await expectProblem(
      await get("/api/stats", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }),
      403,
    );
    await expectProblem(await get("/api/stats", { origin: "https://evil.example" }), 403);
    const reject = { finding: contact, kind: "reject" };
    for (const headers of [
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" },
      { "sec-fetch-site": "same-site" },
      { origin: "null" },
      { origin: "http://localhost:9999" },
    ])
      await expectProblem(
        await send("POST", "/api/corrections", reject, headers as { [name: string]: string }),
        403,
      );
    const link = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" };
    expect((await get("/contacts/x", link)).status).toBe(200);
    expect(
      (await get("/api/stats", { origin: "http://127.0.0.1:7373" })).headers.get(
        "access-control-allow-origin",
      ),
    ).toBeNull();
  });
  test("with a token only who knows it", async () => {
    const guarded = makeApp({ ...options(), token: "a-token-of-some-length" });
    const ask = (path: string, headers: { [name: string]: string } = {}) =>
      guarded.request(path, { headers: { host: "localhost", ...headers } });
    await expectProblem(await ask("/api/stats"), 401);
    await expectProblem(await ask("/"), 401);
    await expectProblem(await ask("/api/stats", { authorization: "Bearer a-token-of-some-lengtH" }), 401);
    await expectProblem(await ask("/api/stats", { cookie: "dragoman=00" }), 401);
    await expectProblem(await ask("/?token=wrong"), 401);
    expect((await ask("/api/stats", { authorization: "Bearer a-token-of-some-length" })).status).toBe(200);
    const opened = await ask("/contacts?token=a-token-of-some-length&since=2025");
    expect([opened.status, opened.headers.get("location")]).toEqual([303, "/contacts?since=2025"]);
    const cookie = opened.headers.get("set-cookie")!;
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).not.toContain("a-token-of-some-length");
    expect((await ask("/api/stats", { cookie: cookie.split(";")[0]! })).status).toBe(200);
  });
  test("every answer keeps pages to themselves", async () => {
    for (const path of ["/", "/api/stats", "/api/nothing", "/assets/main-a1b2c3d4.js"]) {
      const { headers } = await get(path);
      const policy = headers.get("content-security-policy");
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain("unsafe");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
  });
});

test("pages are served as they were built, the one page for every address of its own", async () => {
  const page = await get("/contacts/d1.c1?side=CZE");
  expect([page.headers.get("content-type"), page.headers.get("cache-control")]).toEqual([
    "text/html; charset=utf-8",
    "no-cache",
  ]);
  const asset = await get("/assets/main-a1b2c3d4.js", { "accept-encoding": "gzip, deflate, br" });
  expect(asset.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(asset.headers.get("content-encoding")).toBe("br");
  expect(brotliDecompressSync(await asset.arrayBuffer()).toString()).toBe(script);
  expect(await (await get("/assets/main-a1b2c3d4.js")).text()).toBe(script);
  const etag = page.headers.get("etag")!;
  expect((await get("/", { "if-none-match": etag })).status).toBe(304);
});

test("a correction holds until it is taken back", async () => {
  const channel = async () => (await json(get(`/api/contacts/${contact}`))).channel;
  const before = await channel();
  const made = await send("POST", "/api/corrections", {
    finding: contact,
    kind: "edit",
    value: { channel: "letter" },
  });
  expect(made.status).toBe(201);
  const path = made.headers.get("location")!;
  expect(await channel()).toBe("letter");
  expect((await json(get("/api/contacts?channel=letter"))).items).toHaveLength(1);
  const listed = await json(get(`/api/corrections?document=${document}`));
  expect(listed.items).toMatchObject([{ finding: contact, kind: "edit", undone: false }]);
  expect((await send("DELETE", path)).status).toBe(200);
  expect(await channel()).toBe(before);
  await expectProblem(await send("DELETE", path), 404);
  expect((await send("PATCH", path)).status).toBe(200);
  expect(await channel()).toBe("letter");
  expect((await send("DELETE", path)).status).toBe(200);
});

/** The jobs that a stream of events tells, to its end. */
const followed = async (path: string) => {
  const response = await get(path);
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  return [...(await response.text()).matchAll(/^data: (.*)$/gm)].map((match) => JSON.parse(match[1]!));
};

test("texts and files are imported, and their progress is told", async () => {
  const text =
    "President Maia Sandu spoke by phone with President Alar Karis on Monday. Sandu said that Estonia had promised aid.";
  const started = await send("POST", "/api/jobs", {
    text,
    published: "2025-03-04",
    title: "A call",
    url: "https://example.org/call",
  });
  expect(started.status).toBe(202);
  const events = await followed(`${started.headers.get("location")}/events`);
  expect(events.at(-1)).toMatchObject({ state: "done", tally: { new: 1, failed: 0 } });
  const [id] = events.at(-1).documents;
  expect((await json(get(`/api/documents/${id}`))).document).toMatchObject({
    title: "A call",
    text,
    url: "https://example.org/call",
  });

  const form = new FormData();
  form.set("side", "MDA");
  form.append(
    "file",
    new File(["date 2025-03-05 President Maia Sandu met Alar Karis in Tallinn."], "meeting.txt"),
  );
  form.append("file", new File([""], "empty.txt"));
  const sent = await app.request("/api/jobs", { method: "POST", headers: { host: "localhost" }, body: form });
  expect(sent.status).toBe(202);
  const [last] = (await followed(`${sent.headers.get("location")}/events`)).slice(-1);
  expect(last).toMatchObject({
    state: "done",
    name: "2 files",
    tally: { new: 1, failed: 1 },
    failures: [{ source: "empty.txt" }],
  });
  const { failures, failed } = await json(get("/api/home"));
  expect([failures[0].root, failed]).toEqual(["upload: 2 files", 1]);
  expect((await json(get("/api/jobs"))).items).toHaveLength(2);

  const inside = await send("POST", "/api/jobs", { url: "http://127.0.0.1:1/feed" });
  const [refused] = (await followed(`${inside.headers.get("location")}/events`)).slice(-1);
  expect(refused).toMatchObject({ state: "done", tally: { new: 0, failed: 1 } });
  expect((await send("DELETE", inside.headers.get("location")!)).status).toBe(200);
}, 60_000);

test("what is asked again is answered from memory until the library changes", async () => {
  const path = "/api/statements?limit=3";
  const [first, second] = await Promise.all([get(path), get(path)]);
  expect(await first.text()).toBe(await second.text());
  const { items } = await json(get(path));
  const made = await send("POST", "/api/corrections", { finding: items[0].id, kind: "reject" });
  expect((await json(get(path))).items[0].id).not.toBe(items[0].id);
  await send("DELETE", made.headers.get("location")!);
  expect((await json(get(path))).items[0].id).toBe(items[0].id);
});

test("a question that does not end is given up, and the next one is answered", async () => {
  const pool = makePool(file, 1, 1);
  const asked = { number: 1, question: "documents", input: {}, csv: false };
  await expect(pool.send(asked)).rejects.toMatchObject({ status: 503 });
  await pool.close();
  const patient = makePool(file, 1);
  await expect(patient.send({ ...asked, question: "search", input: { q: "(" } })).rejects.toThrow(
    "can't be searched",
  );
  expect(await patient.send(asked)).toMatchObject({ type: "application/json" });
  let gone = false;
  const slow = patient.send(asked);
  const left = patient.send(asked, () => gone);
  const stays = patient.send(asked);
  gone = true;
  await expect(left).rejects.toMatchObject({ status: 503 });
  expect(await Promise.all([slow, stays])).toHaveLength(2);
  await patient.close();
});

test("an answer is found for as long as one of its askers waits", async () => {
  const { recall, forget } = makeMemory<number>();
  const [first, second] = [new AbortController(), new AbortController()];
  let gone = () => false;
  let found = 0;
  const find = (left: () => boolean) => {
    gone = left;
    found += 1;
    return Promise.resolve(found);
  };
  const answers = [recall("a", 1, find, first.signal), recall("a", 1, find, second.signal)];
  first.abort();
  expect(gone()).toBe(false);
  second.abort();
  expect(gone()).toBe(true);
  expect(await Promise.all(answers)).toEqual([1, 1]);
  expect(await recall("a", 1, find)).toBe(1);
  forget();
  expect(await recall("a", 1, find)).toBe(2);
});

test("exports are those of the command line", async () => {
  const lines = (await (await get(`/api/exports/jsonl?document=${document}`)).text()).trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual([records[0]]);
  const table = await get("/api/exports/csv?table=statements&side=DEU");
  expect(table.headers.get("content-disposition")).toBe('attachment; filename="dragoman-statements.csv"');
  expect(parse(await table.text(), { columns: true })).toHaveLength(records[1]!.statements.length);
  expect((await get("/api/exports/parquet?table=contacts")).status).toBe(200);
  for (let times = 0; times < 6; times += 1) {
    const head = await app.request("/api/exports/jsonl", { method: "HEAD", headers: { host: "localhost" } });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  }
  const feed = await (await get("/api/search/feed?q=Scholz")).text();
  expect(feed.match(/<entry>/g)).toHaveLength(3);
  const { items } = await json(get("/api/explain/consult"));
  expect(items[0]).toMatchObject({ label: "CONSULT" });
});

describe("the description", () => {
  const routes = async () => {
    const { paths } = await json(get("/api/openapi.json"));
    return Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
    );
  };
  test("is valid OpenAPI 3.1", async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(await json(get("/api/openapi.json")));
    expect(errors ?? []).toEqual([]);
    expect([valid, validator.version]).toEqual([true, "3.1"]);
  });
  test("and docs/api.md list the same routes", async () => {
    const page = readFileSync(join(home, "docs", "api.md"), "utf8");
    const documented = [...page.matchAll(/^\| `([A-Z]+ \/api\/[^`?]+)/gm)].map((match) => match[1]);
    expect([...documented].sort()).toEqual((await routes()).sort());
  });
});
