// Importers: every form gives its documents, and bad input costs one line, not the run.
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { toDay } from "../src/import/day.ts";
import { linesOf } from "../src/import/lines.ts";
import { readMarkdown } from "../src/import/markdown.ts";
import { parseColumns } from "../src/import/row.ts";
import { type ImportOptions, largest, sourceOf, type Taken } from "../src/import/source.ts";
import { take } from "../src/import/take.ts";
import { walk } from "../src/import/walk.ts";

const collect = async <One>(all: AsyncIterable<One>): Promise<One[]> => {
  const found: One[] = [];
  for await (const one of all) found.push(one);
  return found;
};
const plainOptions: ImportOptions = { header: {}, columns: {} };
const taken = async (
  name: string,
  content: string | Uint8Array,
  options = plainOptions,
  type?: string,
): Promise<Taken[]> => {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return collect(take(sourceOf(name, bytes, type), options));
};
const documents = async (...args: Parameters<typeof taken>) =>
  (await taken(...args)).map((one) => (one.kind === "document" ? one.document : one));
const problems = async (...args: Parameters<typeof taken>) =>
  (await taken(...args)).map((one) => (one.kind === "problem" ? one.problem : one.kind));

const sentence = "The two ministers spoke by telephone on Tuesday and agreed to meet again in the spring.";
const page = (head: string, body: string) =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const warcRecord = (type: string, uri: string, block: string | Uint8Array): Buffer => {
  const bytes = Buffer.from(block);
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${uri}\r\nContent-Length: ${bytes.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from("\r\n\r\n")]);
};
const http = (body: string | Uint8Array, fields = "Content-Type: text/html\r\n") =>
  Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${fields}\r\n`), Buffer.from(body)]);

/** A PDF of one page with one line, its cross-reference table counted out. */
const pdfOf = (line: string): Buffer => {
  const content = `BT /F1 12 Tf 50 700 Td (${line}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let text = "%PDF-1.4\n";
  const starts = objects.map((object, at) => {
    const start = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  const trailer = `trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF`;
  return Buffer.from(`${text}xref\n0 6\n0000000000 65535 f \n${table}${trailer}`);
};

describe("forms", () => {
  test("text with a header, and flags over it", async () => {
    const options = { ...plainOptions, header: { side: "CZE" } };
    expect(
      await documents("a.txt", `---\ntitle: A call\ndate: 2025-03-04\nside: USA\n---\n${sentence}`, options),
    ).toEqual([
      expect.objectContaining({ title: "A call", published: "2025-03-04", side: "CZE", text: sentence }),
    ]);
  });

  test("Markdown", async () => {
    const [one] = await documents(
      "a.md",
      `---\ntitle: T\n---\n# A *call*\n\n- **Macron** met [Scholz](http://x.eu/a_b).\n`,
    );
    expect(one).toMatchObject({ title: "T", text: expect.stringContaining("Macron met Scholz.") });
    expect(readMarkdown("snake_case_name and 2 * 3 * 4\n```\ncode\n```\n> quoted")).toBe(
      "snake_case_name and 2 * 3 * 4\nquoted",
    );
  });

  test("a saved page: main text, title, date, publisher, address", async () => {
    const head = `<title>x</title><meta property="og:title" content="A call"><meta property="og:site_name" content="The Paper">
      <meta property="article:published_time" content="2025-03-04T10:00:00Z"><link rel="canonical" href="https://paper.example/call">`;
    const body = `<nav><a href="/">Home</a></nav><article><h1>A call</h1><p>PRAGUE (Paper) - ${sentence}</p><p>${sentence}</p></article><footer>All rights</footer>`;
    const [one] = await taken("/x/call.html", page(head, body));
    expect(one).toMatchObject({ kind: "document", address: "https://paper.example/call" });
    expect(one).toMatchObject({
      document: {
        title: "A call",
        publisher: "The Paper",
        published: "2025-03-04",
        text: `A call\n\nPRAGUE (Paper) - ${sentence}\n\n${sentence}`,
      },
    });
  });

  test("datelines, line breaks as paragraphs, and wrappers with unlucky names", async () => {
    const body = `<div class="page-with-sidebar"><div class="sidebar"><p>Read also what others wrote about it today.</p></div>
      <div class="post"><p>PRAGUE (Paper) —</p>${sentence}<br><br>${sentence}<p>Share</p></div></div>`;
    const [one] = await documents("a.html", page('<meta name="date" content="March 4, 2025">', body));
    expect(one).toMatchObject({ published: "2025-03-04" });
    const { text } = one as { text: string };
    expect(text).toContain(`PRAGUE (Paper) —\n\n${sentence}\n\n${sentence}`);
    expect(text).not.toContain("Share");
  });

  test("a page in the character set that it or its server names", async () => {
    const czech = Buffer.from(
      page(
        '<meta charset="iso-8859-2">',
        `<p>Ministr Lipavsk\xfd hovo\xf8il s Rubiem o obchodu a v\xe1lce.</p>`,
      ),
      "latin1",
    );
    expect(await documents("a.html", czech)).toEqual([
      expect.objectContaining({ text: expect.stringContaining("hovořil") }),
    ]);
    const served = Buffer.from(
      page("", `<p>Ministr Lipavsk\xfd hovo\xf8il s Rubiem o obchodu a v\xe1lce.</p>`),
      "latin1",
    );
    expect(await documents("a", served, plainOptions, "text/html; charset=iso-8859-2")).toEqual([
      expect.objectContaining({ text: expect.stringContaining("hovořil") }),
    ]);
  });

  test("RSS, Atom and JSON Feed", async () => {
    const rss = `<rss version="2.0"><channel><title>The Paper</title><item><title>A</title><link>http://p.example/1</link>
      <pubDate>Tue, 04 Mar 2025 10:00:00 GMT</pubDate><description>&lt;p&gt;${sentence}&lt;/p&gt;</description></item>
      <item><description>${sentence} Undated.</description></item><item><title>B</title><link>http://p.example/2</link></item></channel></rss>`;
    const [first, undated, linked] = await taken("f.xml", rss);
    expect(first).toMatchObject({
      address: "http://p.example/1",
      document: { title: "A", publisher: "The Paper", published: "2025-03-04", text: sentence },
    });
    expect(undated).toMatchObject({ document: { text: `${sentence} Undated.` } });
    expect(undated).not.toHaveProperty("document.published");
    expect(linked).toEqual({
      kind: "link",
      address: "http://p.example/2",
      header: { title: "B", publisher: "The Paper", url: "http://p.example/2" },
    });
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>P</title><entry><title>A</title><link href="http://p.example/1"/><updated>2025-03-04T00:00:00Z</updated><content type="html">&lt;p&gt;${sentence}&lt;/p&gt;</content></entry></feed>`;
    const json = `{"version":"https://jsonfeed.org/version/1.1","title":"P","items":[{"id":"1","url":"http://p.example/1","title":"A","content_html":"<p>${sentence}</p>","date_published":"2025-03-04T00:00:00Z"}]}`;
    for (const [name, text] of [
      ["f.atom", atom],
      ["f.json", json],
    ] as const)
      expect(await documents(name, text)).toEqual([
        expect.objectContaining({
          title: "A",
          publisher: "P",
          published: "2025-03-04",
          url: "http://p.example/1",
          text: sentence,
        }),
      ]);
  });

  test("OPML gives the feeds to fetch", async () => {
    const opml = `<opml version="2.0"><body><outline text="a"><outline type="rss" text="b" xmlUrl="http://p.example/f"/></outline></body></opml>`;
    expect(await taken("f.opml", opml)).toEqual([
      { kind: "link", address: "http://p.example/f", header: {} },
    ]);
  });

  test("JSON Lines, JSON and CSV with a mapping", async () => {
    const options = { ...plainOptions, columns: parseColumns("text=story.words,date=day") };
    const line = JSON.stringify({ story: { words: sentence }, day: "20250304", headline: "A", id: 7 });
    const expected = { title: "A", published: "2025-03-04", text: sentence };
    expect(await taken("/x/a.jsonl", `${line}\n`, options)).toMatchObject([
      { address: "/x/a.jsonl#7", document: expected },
    ]);
    expect(await documents("a.json", `[${line}]`, options)).toMatchObject([expected]);
    const csv = `\uFEFFday,headline,"story.words"\n2025-03-04,A,"${sentence}"\n`;
    expect(await documents("a.csv", csv, options)).toMatchObject([expected]);
    expect(await documents("a.tsv", `date\ttitle\ttext\n2025-03-04\tA\t${sentence}\n`)).toMatchObject([
      expected,
    ]);
    expect(() => parseColumns("words=x")).toThrow(/is no mapping/);
  });

  test("a table parted by semicolons, in UTF-16, with rows of nothing", async () => {
    const table = `\uFEFFtext;date\r\n${sentence.replace(" ", ", ")};2025-03-04\r\n;\r\n`;
    expect(await taken("a.csv", Buffer.from(table, "utf16le"))).toMatchObject([
      { document: { text: sentence.replace(" ", ", "), published: "2025-03-04" } },
    ]);
  });

  test("days of every writing", () => {
    expect(
      [
        "2025-03-04T23:00:00-05:00",
        "Tue, 04 Mar 2025 10:00:00 GMT",
        "20250304T101500Z",
        "March 4, 2025",
        "4 March 2025",
        1741082400,
      ].map(toDay),
    ).toEqual(Array(6).fill("2025-03-04"));
    expect(["yesterday", "2025-13-45", "", null, Number.NaN].map(toDay)).toEqual(Array(5).fill(undefined));
  });

  test("ZIP, gzip, and one in the other", async () => {
    const zip = zipSync({ "in/a.txt": strToU8(sentence), "b.txt.gz": gzipSync(`${sentence} Again.`) });
    expect(await taken("/x/z.zip", zip)).toMatchObject([
      { address: "/x/z.zip#in/a.txt", document: { text: sentence } },
      { address: "/x/z.zip#b.txt.gz", document: { text: `${sentence} Again.` } },
    ]);
  });

  test("WARC, packed record by record, with packed and chunked bodies", async () => {
    const html = page("", `<article><p>${sentence}</p></article>`);
    const chunked = `${html.length.toString(16)}\r\n${html}\r\n0\r\n\r\n`;
    const parts = [
      warcRecord("warcinfo", "", "software: test"),
      warcRecord("response", "http://p.example/1", http(html)),
      warcRecord(
        "response",
        "http://p.example/2",
        http(gzipSync(html.replace("two", "three")), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"),
      ),
      warcRecord(
        "response",
        "http://p.example/3",
        http(chunked.replace("two", "old"), "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n"),
      ),
      warcRecord("response", "http://p.example/4.png", http("x", "Content-Type: image/png\r\n")),
    ];
    const addresses = ["http://p.example/1", "http://p.example/2", "http://p.example/3"];
    expect((await taken("a.warc", Buffer.concat(parts))).map(({ address }) => address)).toEqual(addresses);
    const packed = Buffer.concat(parts.map((part) => gzipSync(part)));
    expect((await taken("a.warc.gz", packed)).map(({ address, kind }) => `${kind} ${address}`)).toEqual(
      addresses.map((address) => `document ${address}`),
    );
  });

  test("PDF", async () => {
    expect(await documents("a.pdf", pdfOf(sentence))).toEqual([expect.objectContaining({ text: sentence })]);
  });

  test("the same document by two ways has one id", async () => {
    const [a, b] = [
      await documents("a.txt", sentence),
      await documents("b.zip", zipSync({ "c.txt": strToU8(sentence) })),
    ];
    expect((a[0] as { id: string }).id).toBe((b[0] as { id: string }).id);
  });
});

describe("bad input costs one line", () => {
  const bomb = brotliCompressSync(Buffer.alloc(64 * 1024 * 1024, 32));
  const noise = Uint8Array.from({ length: 2000 }, (_, at) => (at * at * 7919) % 251);
  const cases: [string, string, string | Uint8Array, RegExp][] = [
    ["an empty file", "a.txt", "", /^is empty/],
    ["white space", "a.txt", " \n\n ", /only white space/],
    ["binary data", "a.txt", new Uint8Array([1, 0, 2, 0]), /binary data/],
    ["a broken archive", "a.zip", zipSync({ "a.txt": strToU8(sentence) }).subarray(0, 80), /no whole ZIP/],
    ["a path that climbs", "a.zip", zipSync({ "../a.txt": strToU8(sentence) }), /leaves the archive/],
    ["a broken gzip", "a.txt.gz", gzipSync(sentence.repeat(50)).subarray(0, 40), /unexpected end/],
    [
      "a broken WARC",
      "a.warc",
      warcRecord("response", "http://x/", http("abc")).subarray(0, 110),
      /breaks off in record 1/,
    ],
    ["a WARC that is none", "a.warc", "WARC/1.0\r\n\r\n", /is no WARC at record 1/],
    [
      "a small body that unpacks to much",
      "a.warc",
      warcRecord("response", "http://x/", http(bomb, "Content-Type: text/html\r\nContent-Encoding: br\r\n")),
      /more than 32 MB; refused/,
    ],
    [
      "a gzip that unpacks to much",
      "a.txt.gz",
      gzipSync(Buffer.alloc(64 * 1024 * 1024, 32)),
      /more than 16 MB/,
    ],
    [
      "a ZIP entry that unpacks to much",
      "a.zip",
      zipSync({ "a.txt": new Uint8Array(64 * 1024 * 1024) }),
      /more than 32 MB/,
    ],
    [
      "entities that grow",
      "a.xml",
      `<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title></channel></rss>`,
      /entities of its own/,
    ],
    ["a million brackets of JSON", "a.json", "[".repeat(1_000_000), /is no JSON/],
    [
      "a million brackets in a feed",
      "a.json",
      `{"version":"https://jsonfeed.org/version/1","items":${"[".repeat(1_000_000)}`,
      /is no RSS/,
    ],
    ["elements without end", "a.xml", `<rss><channel>${"<a>".repeat(100_000)}`, /is no RSS/],
    [
      "a page whose open marks are opened again and again",
      "a.html",
      page("", Array.from({ length: 2000 }, (_, at) => `<p><b id="${at}">a`).join("")),
      /grows to more than 500000 elements/,
    ],
    ["a table that breaks off", "a.csv", 'text,date\n"The ministers', /is no CSV from here on/],
    ["a million brackets of a table", "a.csv", `${"[".repeat(1_000_000)}\n(`, /no text/],
    ["a feed that breaks off", "a.rss", "<rss><channel><title>P</tit", /is no RSS/],
    [
      "a PDF that unpacks to much",
      "a.pdf",
      Buffer.concat([
        Buffer.from("%PDF-1.4\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n"),
        deflateSync(Buffer.alloc(160 * 1024 * 1024, 32)),
        Buffer.from("\nendstream\nendobj\n"),
      ]),
      /more than 128 MB in one stream; refused/,
    ],
    ["a PDF that breaks off", "a.pdf", pdfOf(sentence).subarray(0, 300), /can't be read as PDF/],
    [
      "archives within archives",
      "a.zip",
      [1, 2, 3, 4].reduce(
        (inner, at) => zipSync({ [`${at}.zip`]: inner }),
        zipSync({ "a.txt": strToU8(sentence) }),
      ),
      /more than three deep/,
    ],
    ["a table without rows", "a.csv", "text,date\n", /holds no rows/],
    ["picture data as a page", "a.html", noise, /binary data/],
    ["picture data as a feed", "a.rss", noise, /is no RSS/],
    ["picture data as a table", "a.csv", noise, /binary data/],
    ["picture data as JSON", "a.json", noise, /is no JSON/],
    ["picture data as a WARC", "a.warc", noise, /no WARC/],
    ["picture data as an archive", "a.zip", noise, /no whole ZIP/],
    ["a picture as PDF", "a.pdf", "%PDF-1.4 nothing", /can't be read as PDF/],
    ["a page without text", "a.html", page("", "<nav><a>x</a></nav>"), /no main text/],
  ];
  test.each(cases)("%s", async (_, name, content, reason) => {
    const found = await problems(name, content);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(reason);
    expect(found[0]).not.toContain("\n");
  });

  test("a bad line leaves the others", async () => {
    const lines = [`{"text":"${sentence}"}`, "{bad", '["x"]', '{"other":1}', `{"text":"${sentence} Again."}`];
    expect((await taken("a.jsonl", lines.join("\n"))).map(({ kind }) => kind)).toEqual([
      "document",
      "problem",
      "problem",
      "problem",
      "document",
    ]);
  });

  test("what breaks off gives what came before it", async () => {
    const lines = Array.from({ length: 3000 }, (_, at) =>
      JSON.stringify({ text: `${sentence} ${at * 7919}` }),
    );
    const packed = gzipSync(lines.join("\n"));
    const kinds = (await taken("a.jsonl.gz", packed.subarray(0, packed.length - 2000))).map(
      ({ kind }) => kind,
    );
    expect(kinds.indexOf("problem")).toBeGreaterThan(500);
    expect(kinds.filter((kind) => kind === "problem").length).toBeLessThanOrEqual(2);
    const html = page("", `<article><p>${sentence}</p><p>${sentence.replace("two", "three")}</p></article>`);
    expect(await documents("a.html", html.slice(0, html.indexOf("three") + 40))).toMatchObject([
      { text: expect.stringContaining(sentence) },
    ]);
  });

  test("bytes in another character set than the one they claim", async () => {
    const accents =
      "Le ministre français a déjà parlé avec le président à Orléans, a-t-il déclaré à la presse.";
    const latin = (text: string) => Buffer.from(text, "latin1");
    const forms: [string, string][] = [
      ["a.txt", accents],
      ["a.html", page('<meta charset="utf-8">', `<p>${accents}</p>`)],
      ["a.jsonl", JSON.stringify({ text: accents })],
      ["a.csv", `text\n"${accents}"\n`],
      [
        "a.xml",
        `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>P</title><item><guid>1</guid><description>${accents}</description></item></channel></rss>`,
      ],
    ];
    for (const [name, content] of forms)
      expect(await documents(name, latin(content))).toMatchObject([{ text: accents }]);
  });

  test("a feed without dates gives texts without dates", async () => {
    const feed = `<rss version="2.0"><channel><title>P</title><item><guid>1</guid><pubDate>soon</pubDate><description>${sentence}</description></item></channel></rss>`;
    const [one] = await documents("a.xml", feed);
    expect(one).toMatchObject({ text: sentence });
    expect(one).not.toHaveProperty("published");
  });

  test("a page nested 100,000 deep is read", async () => {
    const deep = page("", `${"<div>".repeat(100_000)}<p>${sentence}</p>`);
    expect(await documents("a.html", deep)).toEqual([expect.objectContaining({ text: sentence })]);
  });

  test("a line longer than the limit is passed over, not kept", async () => {
    const chunks = (async function* () {
      for (const chunk of ["one\n", "x".repeat(60), "y".repeat(60), "\ntw", "o"]) yield Buffer.from(chunk);
    })();
    const lines = await collect(linesOf(chunks, 100));
    expect(lines.map(({ number, bytes }) => [number, bytes && Buffer.from(bytes).toString()])).toEqual([
      [1, "one"],
      [2, undefined],
      [3, "two"],
    ]);
  });

  test("a text beyond the limit is refused before it is kept", async () => {
    let given = 0;
    const endless = {
      name: "endless.txt",
      async *open() {
        for (;;) {
          given += 1024 * 1024;
          yield Buffer.alloc(1024 * 1024, 97);
        }
      },
    };
    expect(await collect(take(endless, plainOptions))).toMatchObject([
      { problem: expect.stringMatching(/more than 16 MB/) },
    ]);
    expect(given).toBeLessThanOrEqual(largest.text + 2 * 1024 * 1024);
  });
});

test("an archive that is a file is read entry by entry", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "zip-")), "z.zip");
  const texts = [sentence, `${sentence} Again.`];
  writeFileSync(file, zipSync({ "a.txt": strToU8(texts[0]!), "b/c.txt": strToU8(texts[1]!) }));
  const found: unknown[] = [];
  for await (const source of walk(file))
    if ("open" in source) for await (const one of take(source, plainOptions)) found.push(one);
  expect(found).toMatchObject([
    { address: `${file}#a.txt`, document: { text: texts[0] } },
    { address: `${file}#b/c.txt`, document: { text: texts[1] } },
  ]);
});

test("a folder gives its files sorted, without hidden ones, other kinds and links that go round", async () => {
  const folder = mkdtempSync(join(tmpdir(), "walk-"));
  mkdirSync(join(folder, "b"));
  for (const name of ["c.txt", "a.md", ".hidden.txt", "picture.png", "b/d.html"])
    writeFileSync(join(folder, name), sentence);
  symlinkSync(folder, join(folder, "b", "up"));
  const names = (await collect(walk(folder))).map((one) =>
    "open" in one ? one.name.slice(folder.length + 1) : one,
  );
  expect(names).toEqual(["a.md", "b/d.html", "c.txt"]);
  expect(await collect(walk(join(folder, "none.txt")))).toMatchObject([
    { kind: "problem", problem: "not found; check the path" },
  ]);
});
