// Records -> flat tables with fixed columns: what CSV, Parquet and the bundle write, and the codebook explains.
import type { Record, RecordContact, RecordSpan } from "../record/schema.ts";

/** A cell. Lists are joined by a space (ids, codes) or ` | ` (words). */
export type Cell = string | number | boolean | null;

/** One column. Offsets are Unicode code points. */
export type Column = {
  readonly name: string;
  readonly type: "string" | "integer" | "number" | "boolean";
  readonly about: string;
};

/** One table: its columns, and its rows of one record. */
export type Table = {
  readonly name: string;
  readonly about: string;
  readonly columns: readonly Column[];
  readonly rows: (record: Record) => Cell[][];
};

type Sketch<Row> = {
  readonly [name: string]: readonly [Column["type"], string, (row: Row, record: Record) => Cell | undefined];
};

const table = <Row>(
  name: string,
  about: string,
  rows: (record: Record) => readonly Row[],
  sketch: Sketch<Row>,
): Table => {
  const cells = Object.values(sketch).map(([, , cell]) => cell);
  return {
    name,
    about,
    columns: Object.entries(sketch).map(([column, [type, text]]) => ({ name: column, type, about: text })),
    rows: (record) => rows(record).map((row) => cells.map((cell) => cell(row, record) ?? null)),
  };
};

const ids = (list: readonly string[]): string => list.join(" ");
const nameOf = (record: Record, list: readonly string[]): string =>
  list.map((id) => record.actors.find((actor) => actor.id === id)?.name ?? "").join(" | ");
const words = (list: readonly RecordSpan[]): string => list.map(({ text }) => text).join(" | ");
const documentColumn = [
  "string",
  "id of its document",
  (_: unknown, record: Record) => record.document.id,
] as const;

const documents = table("documents", "texts as they were taken in, never changed", (record) => [record], {
  id: ["string", "made of address, date, publisher, side and text", ({ document }) => document.id],
  title: ["string", "title", ({ document }) => document.title],
  publisher: ["string", "who published it", ({ document }) => document.publisher],
  url: ["string", "where it was published", ({ document }) => document.url],
  side: [
    "string",
    "whose official account it is: ISO alpha-3 or an IGO code",
    ({ document }) => document.side,
  ],
  published: ["string", "ISO 8601 day", ({ document }) => document.published],
  language: ["string", "ISO 639-1", ({ document }) => document.language],
  text: ["string", "the text; all offsets count its Unicode code points", ({ document }) => document.text],
  version: ["string", "version of Dragoman that read it", ({ dragoman }) => dragoman.version],
  models: ["string", "models it was read with", ({ dragoman }) => dragoman.models],
});

const actors = table(
  "actors",
  "people, states, organizations and groups of one document",
  ({ actors: all }) => all,
  {
    id: ["string", "unique", ({ id }) => id],
    document: documentColumn,
    kind: ["string", "person, state, organization, group", ({ kind }) => kind],
    name: ["string", "name", ({ name }) => name],
    country: ["string", "ISO alpha-3 or an IGO code", ({ country }) => country],
    code: ["string", "PLOVER actor code", ({ code }) => code],
    wikidata: ["string", "Wikidata item", ({ wikidata }) => wikidata],
    rule: ["string", "the rule or model that found it", ({ rule }) => rule],
  },
);

const offices = table(
  "offices",
  "offices that actors hold or held",
  ({ actors: all }) =>
    all.flatMap((actor) => actor.offices.map((office) => ({ ...office, actor: actor.id }))),
  {
    actor: ["string", "id of the actor", ({ actor }) => actor],
    title: ["string", "canonical office", ({ title }) => title],
    of: ["string", "ISO alpha-3 or an IGO code", (row) => row.of],
    from: ["string", "ISO 8601", ({ from }) => from],
    to: ["string", "ISO 8601", ({ to }) => to],
    basis: ["string", "text or register: who says so", ({ basis }) => basis],
  },
);

const times = table("times", "time expressions after TIMEX3", ({ times: all }) => all, {
  id: ["string", "unique", ({ id }) => id],
  document: documentColumn,
  start: ["integer", "first character", ({ start }) => start],
  end: ["integer", "after the last character", ({ end }) => end],
  text: ["string", "the words", ({ text }) => text],
  type: ["string", "DATE, TIME, DURATION, SET", ({ type }) => type],
  value: ["string", "TIMEX3 value", ({ value }) => value],
  mod: ["string", "TIMEX3 mod", ({ mod }) => mod],
  said: ["string", "what the words fix before any anchor", ({ said }) => said],
  basis: ["string", "what the value rests on", ({ basis }) => basis],
  anchor: ["string", "the date it was counted from", ({ anchor }) => anchor],
  rule: ["string", "the rule that found it", (row) => row.rule],
});

const statements = table(
  "statements",
  "who said what, through whom it is known",
  ({ statements: all }) => all,
  {
    id: ["string", "unique", ({ id }) => id],
    document: documentColumn,
    speakers: ["string", "ids of actors", (row) => ids(row.speakers)],
    speaker_names: ["string", "their names", (row, record) => nameOf(record, row.speakers)],
    cue: ["string", "the reporting words", ({ cue }) => cue?.text],
    lemma: ["string", "their lemma", ({ cue }) => cue?.lemma],
    act: ["string", "say, stress, accuse, deny …", ({ act }) => act],
    negated: ["boolean", "said not to have been said", ({ negated }) => negated ?? false],
    content: ["string", "what was said", ({ content }) => words(content)],
    form: ["string", "direct, indirect, mixed", ({ form }) => form],
    within: ["string", "id of the statement that reports this one", ({ within }) => within],
    addressees: ["string", "ids of actors", (row) => ids(row.addressees)],
    medium: ["string", "kind of medium", ({ medium }) => medium?.kind],
    medium_name: ["string", "its name", ({ medium }) => medium?.name],
    date: ["string", "ISO 8601 day on which it was said", ({ date }) => date],
    contact: ["string", "id of the contact it is about", ({ contact }) => contact],
    confidence: ["number", "0 to 1, calibrated", ({ confidence }) => confidence],
    rule: ["string", "the rule that found it", ({ rule }) => rule],
  },
);

const contacts = table("contacts", "exchanges between sides", ({ contacts: all }) => all, {
  id: ["string", "unique", ({ id }) => id],
  document: documentColumn,
  channel: ["string", "call, video, meeting, visit, letter, message, other", ({ channel }) => channel],
  status: ["string", "held, planned, cancelled, denied", ({ status }) => status],
  date: ["string", "ISO 8601, as precise as the text allows", ({ date }) => date],
  place: ["string", "words of the text", ({ place }) => place?.text],
  place_country: ["string", "ISO alpha-3", ({ place }) => place?.country],
  participants: [
    "string",
    "names",
    (row, record) =>
      nameOf(
        record,
        row.participants.map(({ actor }) => actor),
      ),
  ],
  duration: ["string", "how long it lasted, TIMEX3: PT2H", ({ duration }) => duration?.value],
  topics: ["string", "what it was about", ({ topics }) => words(topics)],
  outcomes: ["string", "what came of it", ({ outcomes }) => outcomes && words(outcomes)],
  evidence: ["string", "the words that tell of it", ({ evidence }) => words(evidence)],
  within: ["string", "id of the statement that asserts it", ({ within }) => within],
  rule: ["string", "the rule that found it", ({ rule }) => rule],
});

const participants = table(
  "participants",
  "who took part in a contact",
  ({ contacts: all }) =>
    all.flatMap((contact) => contact.participants.map((one) => ({ ...one, contact: contact.id }))),
  {
    contact: ["string", "id of the contact", ({ contact }) => contact],
    actor: ["string", "id of the actor", ({ actor }) => actor],
    name: ["string", "name of the actor", (row, record) => nameOf(record, [row.actor])],
    side: ["string", "ISO alpha-3 or an IGO code", ({ side }) => side],
    role: ["string", "initiator, host, guest, other", ({ role }) => role],
  },
);

const pointsOf = ({ id: contact, accounts }: RecordContact) =>
  accounts.flatMap(({ side, points }) => points.map((point) => ({ ...point, contact, side })));

const points = table(
  "points",
  "what each side says of a contact, point by point",
  ({ contacts: all }) => all.flatMap(pointsOf),
  {
    id: ["string", "unique", ({ id }) => id],
    contact: ["string", "id of the contact", ({ contact }) => contact],
    side: ["string", "whose account", ({ side }) => side],
    statement: ["string", "id of the statement that makes it", ({ statement }) => statement],
    act: ["string", "say, stress, accuse, deny …", ({ act }) => act],
    speakers: ["string", "ids of actors", (row) => ids(row.speakers)],
    topic: ["string", "what it is about", ({ topic }) => topic],
    content: ["string", "the words", ({ content }) => words(content)],
  },
);

const events = table("events", "PLOVER events", ({ events: all }) => all, {
  id: ["string", "unique", ({ id }) => id],
  document: documentColumn,
  type: ["string", "PLOVER type", ({ type }) => type],
  mode: ["string", "PLOVER mode", ({ mode }) => mode],
  contexts: ["string", "PLOVER contexts", ({ contexts }) => ids(contexts)],
  cameo: ["string", "CAMEO code", ({ cameo }) => cameo],
  actors: ["string", "ids of actors", (row) => ids(row.actors)],
  actor_names: ["string", "their names", (row, record) => nameOf(record, row.actors)],
  recipients: ["string", "ids of actors", (row) => ids(row.recipients)],
  recipient_names: ["string", "their names", (row, record) => nameOf(record, row.recipients)],
  date: ["string", "ISO 8601", ({ date }) => date],
  place: ["string", "words of the text", ({ place }) => place?.text],
  factuality: ["string", "actual, future, hypothetical, negated, historical", ({ factuality }) => factuality],
  trigger: ["string", "the word that names it", ({ trigger }) => trigger.text],
  within: ["string", "id of the statement that asserts it", ({ within }) => within],
  rule: ["string", "the rule that found it", ({ rule }) => rule],
});

type Place = RecordSpan & { readonly finding: string; readonly part: string; readonly number: number };

/** Every stretch of text that a finding points to, in one table. */
const spansOf = (record: Record): Place[] => {
  const all = (finding: string, part: string, list: readonly (RecordSpan | undefined)[]): Place[] =>
    list.filter((span) => span !== undefined).map((span, at) => ({ ...span, finding, part, number: at + 1 }));
  return [
    ...record.actors.flatMap((one) => [
      ...one.mentions.map((mention, at) => ({
        ...mention,
        finding: one.id,
        part: `mention ${mention.form}`,
        number: at + 1,
      })),
      ...one.offices.flatMap((office, at) =>
        office.span ? [{ ...office.span, finding: one.id, part: "office", number: at + 1 }] : [],
      ),
    ]),
    ...record.statements.flatMap((one) => [
      ...all(one.id, "source", [one.source]),
      ...all(one.id, "cue", [one.cue]),
      ...all(one.id, "content", one.content),
      ...all(one.id, "medium", [one.medium?.span]),
    ]),
    ...record.contacts.flatMap((one) => [
      ...all(one.id, "place", [one.place]),
      ...all(one.id, "duration", [one.duration]),
      ...all(one.id, "topic", one.topics),
      ...all(one.id, "outcome", one.outcomes ?? []),
      ...all(one.id, "evidence", one.evidence),
      ...one.accounts.flatMap((account) =>
        account.points.flatMap((point) => all(point.id, "content", point.content)),
      ),
    ]),
    ...record.events.flatMap((one) => [
      ...all(one.id, "place", [one.place]),
      ...all(one.id, "trigger", [one.trigger]),
    ]),
  ];
};

const spans = table("spans", "the exact words that each finding rests on", spansOf, {
  finding: ["string", "id of the actor, statement, contact, point or event", ({ finding }) => finding],
  document: documentColumn,
  part: [
    "string",
    "mention and its form, office, source, cue, content, medium, place, duration, topic, outcome, evidence, trigger",
    ({ part }) => part,
  ],
  number: ["integer", "from 1, in text order", ({ number }) => number],
  start: ["integer", "first character", ({ start }) => start],
  end: ["integer", "after the last character", ({ end }) => end],
  text: ["string", "the words", ({ text }) => text],
});

/** All tables of the library; together they hold everything that a record holds. */
export const tables: readonly Table[] = [
  documents,
  actors,
  offices,
  times,
  statements,
  contacts,
  participants,
  points,
  events,
  spans,
];

/** A table by its name. */
export const tableNamed = (name: string): Table | undefined => tables.find((one) => one.name === name);
