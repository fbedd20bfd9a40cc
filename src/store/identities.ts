// One identity -> what the library knows of it: names, offices, whom it is in contact with, when, and what is said about it.
import type { Record, RecordActor, RecordStatement } from "../record/schema.ts";
import { type Answer, fromCursor, getRecord, type Page, pageSize, toCursor } from "./ask.ts";
import type { ActorRow } from "./lists.ts";
import type { Store } from "./open-store.ts";

/** The identity with this key, or that of the actor of a document with this id. */
export const askIdentity = (store: Store, id: string): ActorRow | undefined => {
  const byKey = "SELECT * FROM identities WHERE key = ?";
  const key = store.prepare("SELECT key FROM actors WHERE id = ?").get(id)?.key ?? id;
  return store.prepare(byKey).get(key as string) as ActorRow | undefined;
};

/** From so many documents on, an identity is looked for through the days. */
const manyDocuments = 1_000;
/** So many of its tellings are looked through for its names. */
const manyNames = 5_000;

/** Names by which an identity goes, the most frequent first. */
export const namesOf = (store: Store, key: string): { name: string; documents: number }[] =>
  store
    .prepare(
      `SELECT name, count(DISTINCT document) AS documents FROM (SELECT name, document FROM actors WHERE key = ? LIMIT ${manyNames})
       GROUP BY name ORDER BY documents DESC, name LIMIT 50`,
    )
    .all(key) as { name: string; documents: number }[];

/** An office with the documents that say so, newest first. */
export type HeldOffice = Omit<RecordActor["offices"][number], "span"> & { documents: string[] };

/** Offices that the newest `most` documents give an identity. */
export const officesOf = (store: Store, key: string, most = 40): HeldOffice[] => {
  const offices = new Map<string, HeldOffice>();
  for (const { actor, record } of newestActors(store, key, undefined, most))
    for (const { span: _, ...office } of actor.offices) {
      const name = JSON.stringify([office.title, office.of, office.from, office.to]);
      const known = offices.get(name) ?? { ...office, documents: [] };
      offices.set(name, known);
      if (known.documents.length < 20) known.documents.push(record.document.id);
    }
  return [...offices.values()].sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? 1 : -1));
};

/** Someone with whom an identity is in contact. */
export type Counterpart = ActorRow & { contacts: number; first: string; last: string };

/** Whom an identity is in contact with, most often first. Those of its own side only stand beside it. */
export const counterpartsOf = (store: Store, key: string, most = 50): Counterpart[] =>
  store
    .prepare(
      `SELECT i.*, n.contacts, n.first, n.last FROM (
         SELECT b.key AS key, count(DISTINCT c.id) AS contacts, min(nullif(c.date, '')) AS first, max(c.date) AS last
         FROM actors a CROSS JOIN parts p ON p.actor = a.id AND p.part = 'participant'
           CROSS JOIN parts q ON q.finding = p.finding AND q.part = 'participant' AND q.actor <> p.actor
           CROSS JOIN actors b ON b.id = q.actor CROSS JOIN contacts c ON c.id = p.finding
         WHERE a.key = ?1 AND b.key <> ?1 AND (p.side IS NULL OR q.side IS NULL OR p.side <> q.side)
         GROUP BY b.key ORDER BY contacts DESC, b.key LIMIT ?2) n
       CROSS JOIN identities i ON i.key = n.key ORDER BY n.contacts DESC, i.key`,
    )
    .all(key, most) as unknown as Counterpart[];

/** How many contacts an identity has on each date that contacts have, whatever its precision. */
export const calendarOf = (store: Store, key: string): { date: string; contacts: number }[] =>
  store
    .prepare(
      `SELECT c.date AS date, count(DISTINCT c.id) AS contacts
       FROM actors a CROSS JOIN parts p ON p.actor = a.id AND p.part = 'participant' CROSS JOIN contacts c ON c.id = p.finding
       WHERE a.key = ? AND c.date <> '' GROUP BY c.date ORDER BY c.date`,
    )
    .all(key) as { date: string; contacts: number }[];

/** Documents of an identity from the newest on, each opened when its turn comes. */
function* newestActors(
  store: Store,
  key: string,
  after: readonly (string | number)[] | undefined,
  most = Number.MAX_SAFE_INTEGER,
): Generator<{ actor: RecordActor; record: Record; place: [string, string] }> {
  const frequent = Number(askIdentity(store, key)?.documents ?? 0) > manyDocuments;
  const where = after ? "AND (ifnull(d.published, ''), d.id) < (?, ?)" : "";
  const order = "ORDER BY ifnull(d.published, '') DESC, d.id DESC LIMIT ?";
  // Who stands in many documents is soon met on the way through the days; for others the days of a few are sorted.
  const sql = frequent
    ? `SELECT d.id AS id, ifnull(d.published, '') AS published FROM documents d
       WHERE EXISTS (SELECT 1 FROM actors a WHERE a.key = ? AND a.document = d.id) ${where} ${order}`
    : `SELECT DISTINCT d.id AS id, ifnull(d.published, '') AS published FROM actors a
       CROSS JOIN documents d ON d.id = a.document WHERE a.key = ? ${where} ${order}`;
  const rows = store.prepare(sql).iterate(key, ...(after ?? []), most) as Iterable<{
    id: string;
    published: string;
  }>;
  const ids = store.prepare("SELECT id FROM actors WHERE document = ? AND key = ?");
  for (const { id, published } of rows) {
    const record = getRecord(store, id);
    const mine = new Set(ids.all(id, key).map((row) => row.id as string));
    for (const actor of record?.actors ?? [])
      if (mine.has(actor.id)) yield { actor, record: record!, place: [published, id] };
  }
}

/** Statements of others whose words mention an identity, newest documents first; at most `most` documents are opened. */
export const askSaidAbout = (
  store: Store,
  key: string,
  filters: { readonly limit?: number; readonly cursor?: string },
  most = 300,
): Page<RecordStatement> => {
  const limit = pageSize(filters.limit);
  const after = filters.cursor === undefined ? undefined : fromCursor(filters.cursor, 2);
  const answers: Answer<RecordStatement>[] = [];
  let opened = 0;
  let last: [string, string] | undefined;
  for (const { actor, record, place } of newestActors(store, key, after, most + 1)) {
    if (last && last[1] !== place[1]) {
      opened += 1;
      // Pages end between documents, so that a cursor names one.
      if (answers.length >= limit || opened >= most) return { answers, next: toCursor(last) };
    }
    last = place;
    answers.push(...aboutActor(record, actor).map((finding) => ({ finding, record })));
  }
  return { answers };
};

const aboutActor = ({ statements }: Record, { id, mentions }: RecordActor): RecordStatement[] =>
  statements.filter(
    ({ speakers, content }) =>
      !speakers.includes(id) &&
      content.some((span) => mentions.some(({ start, end }) => span.start <= start && end <= span.end)),
  );
