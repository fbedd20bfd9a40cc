// One suite over every exporter: nothing lost, nothing invented, the same bytes twice, no text that breaks out.
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, test } from "vitest";
import { writeBundle } from "../src/export/bundle.ts";
import { type Exporter, exporters } from "../src/export/exporters.ts";
import { daysOf } from "../src/export/network.ts";
import { tables } from "../src/export/tables.ts";
import { type Record, recordSchema } from "../src/record/schema.ts";

const hostile = '=1+1\t"x", \'<b>&amp;\r\n\\end{x} 😀 | ]]>\u0001';
/** A record in which every field is filled, with names that try to break out of every form. */
const recordOf = (id: string, status: "planned" | "held", date?: string): Record => {
  const text = `😀 ${hostile} Lipavský met Rubio.`;
  const span = (words: string) => {
    const start = [...text.slice(0, text.indexOf(words))].length;
    return { start, end: start + [...words].length, text: words };
  };
  const met = span("met");
  return recordSchema.parse({
    dragoman: { version: "0", language: "en", models: "none" },
    document: {
      id,
      title: hostile,
      publisher: `Paper ${hostile}`,
      url: "https://p.example/{1}",
      side: "CZE",
      published: "2025-03-04",
      language: "en",
      text,
    },
    actors: [
      {
        id: `${id}.a1`,
        kind: "person",
        name: hostile,
        country: "CZE",
        code: "CZE GOV",
        offices: [
          {
            title: "foreign minister",
            of: "CZE",
            from: "2021-12-17",
            to: "2025-12-15",
            basis: "text",
            span: span("Lipavský"),
          },
          { title: "envoy", basis: "register" },
        ],
        wikidata: "Q1",
        mentions: [{ ...span("Lipavský"), form: "name" }],
        rule: "r",
      },
      {
        id: `${id}.a2`,
        kind: "person",
        name: "Rubio",
        country: "USA",
        offices: [],
        mentions: [{ ...span("Rubio"), form: "name" }],
        rule: "r",
      },
    ],
    times: [
      {
        ...met,
        id: `${id}.t1`,
        type: "DATE",
        value: "2025-03-04",
        mod: "APPROX",
        said: "XXXX",
        basis: "published",
        anchor: "2025-03-04",
        rule: "r",
      },
    ],
    statements: [
      {
        id: `${id}.s1`,
        speakers: [`${id}.a1`],
        source: span("Lipavský"),
        cue: { ...met, lemma: "meet" },
        act: "say",
        negated: true,
        content: [span("😀"), span("Rubio")],
        form: "mixed",
        addressees: [`${id}.a2`],
        medium: { kind: "interview", name: hostile, span: met },
        date: "2025-03-04",
        contact: `${id}.c1`,
        confidence: 0.5,
        rule: "r",
      },
      {
        id: `${id}.s2`,
        speakers: [],
        act: "deny",
        content: [met],
        form: "direct",
        within: `${id}.s1`,
        addressees: [],
        confidence: 1,
        rule: "r",
      },
    ],
    contacts: [
      {
        id: `${id}.c1`,
        channel: "meeting",
        status,
        participants: [
          { actor: `${id}.a1`, side: "CZE", role: "initiator" },
          { actor: `${id}.a2`, side: "USA" },
        ],
        ...(date !== undefined && { date }),
        place: { ...met, country: "CZE" },
        topics: [span("Rubio")],
        evidence: [met, span("Rubio")],
        within: `${id}.s1`,
        rule: "r",
        accounts: [
          {
            side: "CZE",
            points: [
              {
                id: `${id}.c1.CZE1`,
                statement: `${id}.s1`,
                act: "say",
                speakers: [`${id}.a1`],
                topic: "x",
                content: [span("Rubio")],
              },
            ],
          },
        ],
      },
    ],
    events: [
      {
        id: `${id}.e1`,
        type: "CONSULT",
        mode: "meet",
        contexts: ["diplomatic", "military"],
        cameo: "040",
        actors: [`${id}.a1`],
        recipients: [`${id}.a2`],
        date: "2025-03-04",
        place: met,
        factuality: "actual",
        trigger: met,
        within: `${id}.s1`,
        rule: "r",
      },
      {
        id: `${id}.e2`,
        type: "ACCUSE",
        contexts: [],
        actors: [`${id}.a2`],
        recipients: [],
        factuality: "negated",
        trigger: met,
        rule: "r",
      },
    ],
  });
};
const records = [
  recordOf("d1", "planned", "2025-06-01"),
  recordOf("d2", "held", "2025-03"),
  recordOf("d3", "planned"),
];

const written = (exporter: Exporter, from: readonly Record[], table = "contacts"): Buffer =>
  Buffer.concat([...exporter.write(() => from, table)].map((piece) => Buffer.from(piece)));
const lines = (text: string): string[] => text.split("\n").filter((line) => line !== "");
const tsv = (text: string): { [name: string]: string }[] => {
  const [head = "", ...rows] = lines(text);
  const names = head.split("\t");
  return rows.map((row) => {
    const cells = row.split("\t");
    expect(cells.length).toBe(names.length);
    return Object.fromEntries(names.map((name, at) => [name, cells[at]!]));
  });
};
const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1]!);
const unfolded = (text: string): string => text.replace(/\r\n /g, "");
const spansOf = ({ actors, times, statements, contacts, events }: Record) => [
  ...actors.flatMap(({ id, mentions }) => mentions.map(() => id)),
  ...times.map(({ id }) => id),
  ...statements.flatMap(({ id, source, cue, content }) =>
    [source, cue, ...content].filter(Boolean).map(() => id),
  ),
  ...contacts.flatMap(({ id, evidence }) => evidence.map(() => id)),
  ...events.map(({ id }) => id),
];

/** For each form: the facts that it must hold, and how an independent reader gets them out. */
const forms: {
  [name: string]: {
    facts: (record: Record) => string[];
    read: (bytes: Buffer) => string[] | Promise<string[]>;
  };
} = {
  jsonl: {
    facts: (record) => [JSON.stringify(record)],
    read: (bytes) =>
      lines(bytes.toString()).map((line) => JSON.stringify(recordSchema.parse(JSON.parse(line)))),
  },
  csv: {
    facts: (record) => record.contacts.map(({ id }) => id),
    read: (bytes) => (parse(bytes, { columns: true }) as { id: string }[]).map(({ id }) => id),
  },
  parquet: {
    facts: (record) => record.contacts.map(({ id }) => id),
    read: async (bytes) =>
      (await parquetReadObjects({ file: new Uint8Array(bytes).buffer })).map((row) => String(row.id)),
  },
  plover: {
    facts: (record) => record.events.map(({ id }) => id),
    read: (bytes) => lines(bytes.toString()).map((line) => JSON.parse(line).id),
  },
  polecat: {
    facts: (record) => record.events.map(({ id }) => id),
    read: (bytes) => tsv(bytes.toString()).map((row) => row["Event ID"]!),
  },
  cameo: {
    // A coder that wants pairs leaves out what has no code; every row must come from a finding all the same.
    facts: (record) => [record.events[0]!.id],
    read: (bytes) =>
      [...new Set(tsv(bytes.toString()).map((row) => row.ID!))].filter((id) => id.endsWith(".e1")),
  },
  graphml: {
    facts: (record) => record.contacts.map(({ id }) => `${id}-1-2`),
    read: (bytes) => all(bytes.toString(), /<edge id="([^"]*)"/g),
  },
  gexf: {
    facts: (record) => record.contacts.map(({ id }) => `${id}-1-2`),
    read: (bytes) => all(bytes.toString(), /<edge id="([^"]*)"/g),
  },
  ical: {
    facts: (record) =>
      record.contacts.filter(({ status }) => status === "planned").map(({ id }) => `${id}@dragoman`),
    read: (bytes) => all(unfolded(bytes.toString()), /^UID:(.*)\r$/gm),
  },
  annotations: {
    facts: spansOf,
    read: (bytes) => JSON.parse(bytes.toString()).items.map(({ id }: { id: string }) => id.split(":")[2]!),
  },
  csl: {
    facts: ({ document }) => [document.id],
    read: (bytes) => JSON.parse(bytes.toString()).map(({ id }: { id: string }) => id),
  },
  bibtex: {
    facts: ({ document }) => [document.id],
    read: (bytes) => all(bytes.toString(), /^@\w+\{(.*),$/gm),
  },
};

describe.each(exporters.map((exporter) => [exporter.name, exporter] as const))("%s", (name, exporter) => {
  const { facts, read } = forms[name]!;
  test("loses nothing and invents nothing", async () => {
    expect((await read(written(exporter, records))).sort()).toEqual(records.flatMap(facts).sort());
  });
  test("writes the same bytes twice, and an empty library too", async () => {
    expect(written(exporter, records).equals(written(exporter, records))).toBe(true);
    expect(await read(written(exporter, []))).toEqual([]);
  });
});

test("every text comes out of CSV as it went in, and none is a formula", () => {
  const csv = exporters.find(({ name }) => name === "csv")!;
  for (const { name, columns, rows } of tables) {
    const read = parse(written(csv, records, name), { columns: true }) as { [column: string]: string }[];
    const expected = records.flatMap(rows);
    expect(read.length).toBe(expected.length);
    read.forEach((row, at) => {
      columns.forEach((column, place) => {
        const cell = row[column.name]!;
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        const value = expected[at]![place];
        expect(cell.replace(/^'(?='*[=+\-@\t\r])/, "")).toBe(value === null ? "" : String(value));
      });
    });
  }
});

test("Parquet holds every cell of every table", async () => {
  const parquet = exporters.find(({ name }) => name === "parquet")!;
  for (const { name, columns, rows } of tables) {
    const read = await parquetReadObjects({ file: new Uint8Array(written(parquet, records, name)).buffer });
    const cells = read.map((row) => columns.map((column) => row[column.name] ?? null));
    expect(cells).toEqual(records.flatMap(rows));
  }
});

test("the tables together hold a record whole", () => {
  for (const record of records) expect(rebuilt(record)).toEqual(record);
});

/** A record put together from its tables alone. */
const rebuilt = (record: Record): unknown => {
  type Row = { [column: string]: string };
  const rowsOf = (name: string): Row[] => {
    const { columns, rows } = tables.find((one) => one.name === name)!;
    return rows(record).map((row) =>
      Object.fromEntries(
        columns.map((column, at) => [column.name, row[at]]).filter(([, cell]) => cell !== null),
      ),
    );
  };
  const list = (cell = ""): string[] => cell.split(" ").filter((one) => one !== "");
  const pick = (row: Row, ...names: string[]) =>
    Object.fromEntries(names.filter((name) => row[name] !== undefined).map((name) => [name, row[name]]));
  const spans = rowsOf("spans");
  const at = (finding: string, part: string) =>
    spans
      .filter((one) => one.finding === finding && one.part === part)
      .map((one) => pick(one, "start", "end", "text"));
  const [document] = rowsOf("documents");
  const points = (contact: string, side: string) =>
    rowsOf("points")
      .filter((one) => one.contact === contact && one.side === side)
      .map((one) => ({
        ...pick(one, "id", "statement", "act", "topic"),
        speakers: list(one.speakers),
        content: at(one.id!, "content"),
      }));
  return {
    dragoman: { version: document!.version, language: document!.language, models: document!.models },
    document: pick(document!, "id", "title", "publisher", "url", "side", "published", "language", "text"),
    actors: rowsOf("actors").map((one) => ({
      ...pick(one, "id", "kind", "name", "country", "code", "wikidata", "rule"),
      offices: rowsOf("offices")
        .filter(({ actor }) => actor === one.id)
        .map((office, number) => {
          const span = spans.find(
            (row) => row.finding === one.id && row.part === "office" && Number(row.number) === number + 1,
          );
          return {
            ...pick(office, "title", "of", "from", "to", "basis"),
            ...(span && { span: pick(span, "start", "end", "text") }),
          };
        }),
      mentions: spans
        .filter(({ finding, part }) => finding === one.id && part!.startsWith("mention "))
        .map((row) => ({ ...pick(row, "start", "end", "text"), form: row.part!.slice(8) })),
    })),
    times: rowsOf("times").map(({ document: _, ...one }) => one),
    statements: rowsOf("statements").map((one) => ({
      ...pick(one, "id", "act", "form", "within", "date", "contact", "confidence", "rule"),
      speakers: list(one.speakers),
      addressees: list(one.addressees),
      content: at(one.id!, "content"),
      ...(at(one.id!, "source")[0] && { source: at(one.id!, "source")[0] }),
      ...(one.lemma !== undefined && { cue: { ...at(one.id!, "cue")[0], lemma: one.lemma } }),
      ...((one.negated as unknown) === true && { negated: true }),
      ...(one.medium !== undefined && {
        medium: {
          kind: one.medium,
          ...(one.medium_name !== undefined && { name: one.medium_name }),
          span: at(one.id!, "medium")[0],
        },
      }),
    })),
    contacts: rowsOf("contacts").map((one) => ({
      ...pick(one, "id", "channel", "status", "date", "within", "rule"),
      participants: rowsOf("participants")
        .filter(({ contact }) => contact === one.id)
        .map((row) => pick(row, "actor", "side", "role")),
      ...(one.place !== undefined && {
        place: {
          ...at(one.id!, "place")[0],
          ...(one.place_country !== undefined && { country: one.place_country }),
        },
      }),
      topics: at(one.id!, "topic"),
      evidence: at(one.id!, "evidence"),
      accounts: [
        ...new Set(
          rowsOf("points")
            .filter(({ contact }) => contact === one.id)
            .map(({ side }) => side!),
        ),
      ].map((side) => ({
        side,
        points: points(one.id!, side),
      })),
    })),
    events: rowsOf("events").map((one) => ({
      ...pick(one, "id", "type", "mode", "cameo", "date", "factuality", "within", "rule"),
      contexts: list(one.contexts),
      actors: list(one.actors),
      recipients: list(one.recipients),
      ...(one.place !== undefined && { place: at(one.id!, "place")[0] }),
      trigger: at(one.id!, "trigger")[0],
    })),
  };
};

test("annotations point to exactly their words", () => {
  const page = JSON.parse(written(exporters.find(({ name }) => name === "annotations")!, records).toString());
  for (const { target } of page.items) {
    const [position, quote] = target.selector;
    const letters = [...records[0]!.document.text];
    expect(letters.slice(position.start, position.end).join("")).toBe(quote.exact);
    expect(`${quote.prefix}${quote.exact}${quote.suffix}`).toBe(
      letters.slice(Math.max(0, position.start - 32), position.end + 32).join(""),
    );
  }
});

test("XML holds no raw text of ours, and the network one node an actor", () => {
  for (const name of ["graphml", "gexf"]) {
    const xml = written(exporters.find((one) => one.name === name)!, records).toString();
    expect(xml).not.toMatch(/<b>|&amp;amp|"x"/);
    expect(xml).not.toContain("\u0001");
    expect(all(xml, /<node id="([^"]*)"/g)).toEqual(["Q1", "person USA rubio"]);
  }
  const gexf = written(exporters.find((one) => one.name === "gexf")!, records).toString();
  expect(all(gexf, / start="([^"]*)" end="[^"]*"/g)).toEqual(["2025-06-01", "2025-03-01"]);
  expect(
    ["2025", "2024-02", "2025-03-04T10:00", "2025-W10", undefined].map((date) => daysOf(date)?.last),
  ).toEqual(["2025-12-31", "2024-02-29", "2025-03-04", undefined, undefined]);
});

test("a calendar keeps to its line length, and undated plans stay things to come", () => {
  const text = written(exporters.find(({ name }) => name === "ical")!, records).toString();
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.match(/BEGIN:VEVENT/g)?.length).toBe(1);
  expect(text.match(/BEGIN:VTODO/g)?.length).toBe(1);
  expect(text).toContain("DTSTART;VALUE=DATE:20250601\r\nDTEND;VALUE=DATE:20250602\r\n");
});

test("a bundle's hashes are true and its descriptor names every table", () => {
  const folder = mkdtempSync(join(tmpdir(), "bundle-"));
  const files = writeBundle(() => records, folder);
  const sums = lines(readFileSync(join(folder, "SHA256SUMS"), "utf8")).map((line) => line.split("  "));
  expect(sums.length).toBe(files.length - 1);
  for (const [hash, path] of sums)
    expect(
      createHash("sha256")
        .update(readFileSync(join(folder, path!)))
        .digest("hex"),
    ).toBe(hash);
  const { resources } = JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8"));
  expect(resources.length).toBe(tables.length * 2);
  const heads = parse(readFileSync(join(folder, "statements.csv")), { to: 1 }) as string[][];
  const described = resources.find(({ path }: { path: string }) => path === "statements.csv").schema.fields;
  expect(described.map(({ name }: { name: string }) => name)).toEqual(heads[0]);
});
