// A record -> the rows it becomes; pure, so that worker threads can make them and the writer only writes.
import { deflateSync, inflateSync } from "node:zlib";
import { fold } from "../link/identity.ts";
import { wordsOf } from "../record/look-up.ts";
import type { Record, RecordActor } from "../record/schema.ts";

type Value = string | number | null;

/** Rows by table, values in the order of `columns`; `counts` are what the document adds to, `what\tname`. */
export type Findings = {
  readonly rows: { readonly [table in keyof typeof columns]: readonly (readonly Value[])[] };
  readonly counts: readonly string[];
};

/** All rows of one document. `record` is packed; `text` is kept apart from it. */
export type Rows = Findings & {
  readonly document: Record["document"];
  readonly address: string;
  readonly maker: string;
  readonly record: Uint8Array;
};

/** Columns of the tables of findings. */
export const columns = {
  actors: ["id", "document", "kind", "name", "country", "code", "wikidata", "mentions", "key"],
  actor_words: ["word", "actor"],
  statements: ["id", "document", "act", "form", "date", "depth", "within", "contact", "content"],
  contacts: ["id", "document", "channel", "status", "date", "place"],
  events: ["id", "document", "type", "mode", "cameo", "date", "factuality", "within"],
  parts: ["finding", "part", "actor", "side", "role"],
} as const;

/** Everything that the store writes of a record. */
export const rowsOf = (record: Record, address: string): Rows => ({
  ...findingsOf(record),
  document: record.document,
  address,
  maker: makerOf(record),
  record: pack(record),
});

/** What read a record, as the store keeps it. */
export const makerOf = ({ dragoman }: Record): string => `${dragoman.version} ${dragoman.models}`;

/** A record without its text, deflated. */
export const pack = (record: Record): Uint8Array =>
  deflateSync(JSON.stringify({ ...record, document: { ...record.document, text: "" } }), { level: 4 });

/** A record as it was put in. `row` holds the columns `text` and `record`. */
export const unpack = (row: { text?: unknown; record?: unknown }): Record => {
  const record = JSON.parse(inflateSync(row.record as Uint8Array).toString("utf8")) as Record;
  record.document.text = row.text as string;
  return record;
};

/** The rows of a record's findings. */
export const findingsOf = (record: Record): Findings => {
  const document = record.document.id;
  const published = record.document.published;
  const depths = depthsOf(record);
  return {
    rows: {
      actors: record.actors.map((one) => actorRow(one, document)),
      actor_words: record.actors.flatMap(({ id, name }) => nameWords(name).map((word) => [word, id])),
      statements: record.statements.map((one) => [
        one.id,
        document,
        one.act,
        one.form,
        one.date ?? published ?? "",
        depths.get(one.id) ?? 1,
        one.within ?? null,
        one.contact ?? null,
        wordsOf(one.content),
      ]),
      contacts: record.contacts.map((one) => [
        one.id,
        document,
        one.channel,
        one.status,
        one.date ?? "",
        one.place?.text ?? null,
      ]),
      events: record.events.map((one) => [
        one.id,
        document,
        one.type,
        one.mode ?? null,
        one.cameo ?? null,
        one.date ?? "",
        one.factuality,
        one.within ?? null,
      ]),
      parts: partRows(record),
    },
    counts: countsOf(record),
  };
};

const actorRow = (one: RecordActor, document: string): Value[] => [
  one.id,
  document,
  one.kind,
  one.name,
  one.country ?? null,
  one.code ?? null,
  one.wikidata ?? null,
  one.mentions.length,
  keyOf(one),
];

/** One key for actors that are surely the same: by Wikidata, by the state's code, else by kind, country and name. */
export const keyOf = ({ kind, name, country, wikidata }: RecordActor): string =>
  wikidata ??
  (kind === "state" && country !== undefined
    ? `state ${country}`
    : [kind, country ?? "", nameWords(name).join(" ") || fold(name)].join(" "));

/** The words that a name is found by. */
export const nameWords = (name: string): string[] =>
  fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);

const partRows = (record: Record): Value[][] => {
  const country = new Map(record.actors.map((actor) => [actor.id, actor.country ?? null]));
  const parts = (finding: string, part: string, actors: readonly string[]): Value[][] =>
    actors.map((actor) => [finding, part, actor, country.get(actor) ?? null, null]);
  return [
    ...record.statements.flatMap((one) => [
      ...parts(one.id, "speaker", one.speakers),
      ...parts(one.id, "addressee", one.addressees),
    ]),
    ...record.contacts.flatMap((one) =>
      one.participants.map(({ actor, side, role }) => [
        one.id,
        "participant",
        actor,
        side ?? country.get(actor) ?? null,
        role ?? null,
      ]),
    ),
    ...record.events.flatMap((one) => [
      ...parts(one.id, "actor", one.actors),
      ...parts(one.id, "recipient", one.recipients),
    ]),
  ];
};

const countsOf = (record: Record): string[] => {
  const { document } = record;
  return [
    "all\tdocuments",
    `publisher\t${document.publisher ?? ""}`,
    `side\t${document.side ?? ""}`,
    `month\t${document.published?.slice(0, 7) ?? ""}`,
    ...record.statements.flatMap(({ act }) => ["all\tstatements", `act\t${act}`]),
    ...record.contacts.flatMap(({ channel, status }) => [
      "all\tcontacts",
      `channel\t${channel}`,
      `status\t${status}`,
    ]),
    ...record.events.flatMap(({ type }) => ["all\tevents", `type\t${type}`]),
  ];
};

/** How deep each statement is nested, 1 for the outermost. */
const depthsOf = ({ statements }: Record): Map<string, number> => {
  const within = new Map(statements.map((one) => [one.id, one.within]));
  const depths = new Map<string, number>();
  for (const { id } of statements) {
    const path = [id];
    let at = within.get(id);
    while (at !== undefined && !depths.has(at) && !path.includes(at) && path.length < 50) {
      path.push(at);
      at = within.get(at);
    }
    let depth = at === undefined ? 0 : (depths.get(at) ?? 0);
    for (const one of path.reverse()) {
      depth += 1;
      depths.set(one, depth);
    }
  }
  return depths;
};
