// What the machine found + what a person says of it -> the record that is shown, asked and exported. Pure.
import type { Record, RecordActor, RecordContact, RecordSpan } from "../record/schema.ts";

/** One decision of a person about one finding. */
export type Correction = {
  readonly number: number;
  readonly finding: string;
  readonly kind: "accept" | "reject" | "edit" | "merge" | "split";
  readonly value?: unknown;
};

/** What a merge keeps of its target: the id, and for an actor of another document who that is. */
export type Merge = { readonly with: string; readonly as?: Partial<RecordActor> };
/** Which mentions (from 1) or participants (ids) a split takes away into a finding of its own. */
export type Split = {
  readonly mentions?: readonly number[];
  readonly participants?: readonly string[];
  readonly name?: string;
};

/** The id that a split makes. */
export const splitId = (id: string, correction: number): string => `${id}~${correction}`;

/** The record with all corrections over it, in the order in which they were made. What is no longer found is passed over. */
export const correct = (record: Record, corrections: readonly Correction[]): Record =>
  corrections.reduce(applied, record);

const applied = (record: Record, correction: Correction): Record => {
  const { finding, kind, value } = correction;
  // To say that something is right changes nothing about it.
  if (kind === "accept") return record;
  const layer = layerOf(record, finding);
  if (layer === undefined) return record;
  if (kind === "reject")
    return layer === "actors" ? withoutActor(record, finding) : without(record, layer, finding);
  if (kind === "edit") return edited(record, layer, finding, value as { [field: string]: unknown });
  if (kind === "merge") return merged(record, layer, finding, value as Merge);
  return split(record, layer, correction);
};

const layers = ["actors", "times", "statements", "contacts", "events"] as const;
type Layer = (typeof layers)[number];
const layerOf = (record: Record, id: string): Layer | undefined =>
  layers.find((layer) => record[layer].some((one) => one.id === id));

/** Takes a finding out; what pointed to it points to what it stood in, or nowhere. */
const without = (record: Record, layer: Layer, id: string): Record => {
  const kept: Record = { ...record, [layer]: record[layer].filter((one) => one.id !== id) };
  if (layer === "contacts")
    return {
      ...kept,
      statements: kept.statements.map((one) => (one.contact === id ? dropped(one, "contact") : one)),
    };
  if (layer !== "statements") return kept;
  const above = record.statements.find((one) => one.id === id)?.within;
  const raised = <One extends { within?: string | undefined }>(one: One): One =>
    one.within !== id ? one : above === undefined ? dropped(one, "within") : { ...one, within: above };
  return {
    ...kept,
    statements: kept.statements.map(raised),
    events: kept.events.map(raised),
    contacts: kept.contacts.map((one) => ({
      ...raised(one),
      accounts: one.accounts
        .map((account) => ({
          ...account,
          points: account.points.filter(({ statement }) => statement !== id),
        }))
        .filter(({ points }) => points.length > 0),
    })),
  };
};

const dropped = <One extends object>(one: One, key: keyof One): One => {
  const { [key]: _, ...rest } = one;
  return rest as One;
};

const withoutActor = (record: Record, id: string): Record => ({
  ...renamed(record, (actor) => (actor === id ? [] : [actor])),
  actors: record.actors.filter((one) => one.id !== id),
});

/** Puts other actors in the place of each one named, everywhere. */
const renamed = (record: Record, name: (actor: string, finding: string) => readonly string[]): Record => {
  const list = (ids: readonly string[], finding: string): string[] => [
    ...new Set(ids.flatMap((id) => name(id, finding))),
  ];
  return {
    ...record,
    statements: record.statements.map((one) => ({
      ...one,
      speakers: list(one.speakers, one.id),
      addressees: list(one.addressees, one.id),
    })),
    contacts: record.contacts.map((one) => ({
      ...one,
      participants: joined(
        one.participants.flatMap((part) => name(part.actor, one.id).map((actor) => ({ ...part, actor }))),
      ),
      accounts: one.accounts.map((account) => ({
        ...account,
        points: account.points.map((point) => ({
          ...point,
          speakers: list(point.speakers, point.statement ?? point.id),
        })),
      })),
    })),
    events: record.events.map((one) => ({
      ...one,
      actors: list(one.actors, one.id),
      recipients: list(one.recipients, one.id),
    })),
  };
};

/** Each actor takes part once. */
const joined = (parts: RecordContact["participants"]): RecordContact["participants"] =>
  parts.filter((part, at) => parts.findIndex(({ actor }) => actor === part.actor) === at);

const edited = (record: Record, layer: Layer, id: string, fields: { [field: string]: unknown }): Record => ({
  ...record,
  [layer]: record[layer].map((one) =>
    one.id === id
      ? Object.fromEntries(Object.entries({ ...one, ...fields }).filter(([, value]) => value !== null))
      : one,
  ),
});

const merged = (record: Record, layer: Layer, id: string, { with: target, as }: Merge): Record => {
  if (as !== undefined) return edited(record, layer, id, as);
  if (layerOf(record, target) !== layer || target === id) return record;
  if (layer === "actors") {
    const [one, other] = [id, target].map((key) => record.actors.find((actor) => actor.id === key)!);
    const mentions = [...other!.mentions, ...one!.mentions].sort(
      (a, b) => a.start - b.start || a.end - b.end,
    );
    const gone = renamed(record, (actor) => [actor === id ? target : actor]);
    return {
      ...gone,
      actors: record.actors
        .filter((actor) => actor.id !== id)
        .map((actor) =>
          actor.id === target ? { ...actor, mentions, offices: [...other!.offices, ...one!.offices] } : actor,
        ),
    };
  }
  return layer === "contacts" ? mergedContacts(record, id, target) : record;
};

const mergedContacts = (record: Record, id: string, target: string): Record => {
  const [one, other] = [id, target].map((key) => record.contacts.find((contact) => contact.id === key)!);
  const spans = (a: readonly RecordSpan[], b: readonly RecordSpan[]) =>
    [...a, ...b]
      .filter(
        (span, at, all) => all.findIndex(({ start, end }) => start === span.start && end === span.end) === at,
      )
      .sort((x, y) => x.start - y.start);
  const sides = [...new Set([...other!.accounts, ...one!.accounts].map(({ side }) => side))];
  const whole: RecordContact = {
    ...one!,
    ...other!,
    participants: joined([...other!.participants, ...one!.participants]),
    topics: spans(other!.topics, one!.topics),
    evidence: spans(other!.evidence, one!.evidence),
    accounts: sides.map((side) => ({
      side,
      points: [other!, one!].flatMap(({ accounts }) =>
        accounts.filter((account) => account.side === side).flatMap(({ points }) => points),
      ),
    })),
  };
  return {
    ...record,
    statements: record.statements.map((statement) =>
      statement.contact === id ? { ...statement, contact: target } : statement,
    ),
    contacts: record.contacts
      .filter((contact) => contact.id !== id)
      .map((contact) => (contact.id === target ? whole : contact)),
  };
};

const split = (record: Record, layer: Layer, { finding, number, value }: Correction): Record => {
  const made = splitId(finding, number);
  const { mentions = [], participants = [], name } = value as Split;
  if (layer === "actors") {
    const actor = record.actors.find((one) => one.id === finding)!;
    const moved = actor.mentions.filter((_, at) => mentions.includes(at + 1));
    if (moved.length === 0) return record;
    const other: RecordActor = {
      ...actor,
      id: made,
      name: name ?? moved[0]!.text,
      offices: [],
      mentions: moved,
    };
    // A new name is another person: what was known of the old one is not known of this one.
    const fresh = name === undefined ? other : dropped(other, "wikidata");
    const inside = (span: RecordSpan | undefined) =>
      span !== undefined && moved.some(({ start, end }) => start < span.end && span.start < end);
    const sources = new Set(record.statements.filter((one) => inside(one.source)).map(({ id }) => id));
    const apart = renamed(record, (id, where) => [id === finding && sources.has(where) ? made : id]);
    return {
      ...apart,
      actors: record.actors.flatMap((one) =>
        one.id === finding
          ? [{ ...one, mentions: one.mentions.filter((mention) => !moved.includes(mention)) }, fresh]
          : [one],
      ),
    };
  }
  if (layer !== "contacts") return record;
  return {
    ...record,
    contacts: record.contacts.flatMap((one) => {
      if (one.id !== finding) return [one];
      const of = (own: boolean) =>
        one.participants.filter(
          ({ actor, role }) => participants.includes(actor) === own || role === "initiator",
        );
      return [
        { ...one, participants: of(false) },
        { ...one, id: made, participants: of(true), accounts: [] },
      ];
    }),
  };
};
