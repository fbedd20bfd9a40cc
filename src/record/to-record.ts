// Reading -> record: indexes become ids, UTF-16 offsets become code points, every span carries its text.
import type { Contact, Point } from "../model/contact.ts";
import type { Reading } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import { toPoints } from "./code-points.ts";
import type {
  Record,
  RecordActor,
  RecordContact,
  RecordEvent,
  RecordPoint,
  RecordSpan,
  RecordStatement,
  RecordTime,
} from "./schema.ts";

/** Turns a reading into a record. Ids are made of the document's id, the layer's letter and the place in the text. */
export const toRecord = (reading: Reading): Record => {
  const { document, maker } = reading;
  const context = contextOf(reading);
  return {
    dragoman: { version: maker.version, language: document.language, models: maker.models },
    document: { ...document },
    actors: reading.actors.map((_, at) => toActor(at, context)),
    times: reading.times.map((_, at) => toTime(at, context)),
    statements: reading.statements.map((_, at) => toStatement(at, context)),
    contacts: reading.contacts.map((_, at) => toContact(at, context)),
    events: reading.events.map((_, at) => toEvent(at, context)),
  };
};

type Ids = {
  readonly [layer in "actors" | "times" | "statements" | "contacts" | "events"]: readonly string[];
};
type Context = {
  readonly reading: Reading;
  readonly ids: Ids;
  readonly span: (span: Span) => RecordSpan;
  /** Index of the contact whose accounts hold a statement, by the statement's index. */
  readonly contactOf: ReadonlyMap<number, number>;
};

const contextOf = (reading: Reading): Context => {
  const { document } = reading;
  const point = toPoints(document.text);
  const ids = (letter: string, starts: readonly number[]): string[] => {
    const taken = new Map<string, number>();
    return starts.map((start) => {
      const id = `${document.id}.${letter}${point(start)}`;
      const count = (taken.get(id) ?? 0) + 1;
      taken.set(id, count);
      return count === 1 ? id : `${id}-${count}`;
    });
  };
  const contactOf = new Map<number, number>();
  for (const { index, accounts } of reading.contacts)
    for (const { points } of accounts)
      for (const { statement } of points)
        if (statement !== undefined && !contactOf.has(statement)) contactOf.set(statement, index);
  const { mentions } = reading;
  return {
    reading,
    contactOf,
    ids: {
      actors: ids(
        "a",
        reading.actors.map((actor) => mentions[actor.mentions[0] ?? -1]?.start ?? 0),
      ),
      times: ids(
        "t",
        reading.times.map((time) => time.start),
      ),
      statements: ids(
        "s",
        reading.statements.map(({ cue, content, source }) => (cue ?? content[0] ?? source)?.start ?? 0),
      ),
      contacts: ids(
        "c",
        reading.contacts.map((contact) => contact.evidence[0]?.start ?? 0),
      ),
      events: ids(
        "e",
        reading.events.map((event) => event.trigger.start),
      ),
    },
    span: ({ start, end }) => ({
      start: point(start),
      end: point(end),
      text: document.text.slice(start, end),
    }),
  };
};

const toActor = (at: number, { reading, ids, span }: Context): RecordActor => {
  const { index: _, mentions, offices, ...actor } = reading.actors[at]!;
  return {
    id: ids.actors[at]!,
    ...actor,
    offices: offices.map(({ span: evidence, ...office }) => ({
      ...office,
      ...(evidence && { span: span(evidence) }),
    })),
    mentions: mentions.map((index) => {
      const mention = reading.mentions[index]!;
      return { ...span(mention), form: mention.form };
    }),
  };
};

const toTime = (at: number, { reading, ids, span }: Context): RecordTime => {
  const { type, value, mod, from, to, said, basis, anchor, rule, ...rest } = reading.times[at]!;
  return {
    ...span(rest),
    id: ids.times[at]!,
    type,
    value,
    ...(mod !== undefined && { mod }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    said,
    basis,
    ...(anchor !== undefined && { anchor }),
    rule,
  };
};

const toStatement = (at: number, { reading, ids, span, contactOf }: Context): RecordStatement => {
  const one = reading.statements[at]!;
  const contact = contactOf.get(at);
  return {
    id: ids.statements[at]!,
    speakers: one.speakers.map((actor) => ids.actors[actor]!),
    ...(one.source && { source: span(one.source) }),
    ...(one.cue && { cue: { ...span(one.cue), lemma: one.cue.lemma } }),
    act: one.act,
    ...(one.negated && { negated: true }),
    content: one.content.map(span),
    form: one.form,
    ...(one.within !== undefined && { within: ids.statements[one.within]! }),
    addressees: one.addressees.map((actor) => ids.actors[actor]!),
    ...(one.medium && { medium: { ...one.medium, span: span(one.medium.span) } }),
    ...(one.date !== undefined && { date: one.date }),
    ...(contact !== undefined && { contact: ids.contacts[contact]! }),
    confidence: one.confidence,
    rule: one.rule,
  };
};

const toContact = (at: number, context: Context): RecordContact => {
  const { ids, span } = context;
  const { index: _, place, within, duration, outcomes, ...contact }: Contact = context.reading.contacts[at]!;
  const id = ids.contacts[at]!;
  return {
    id,
    ...contact,
    participants: contact.participants.map(({ actor, ...rest }) => ({ actor: ids.actors[actor]!, ...rest })),
    ...(place && {
      place: { ...span(place), ...(place.country !== undefined && { country: place.country }) },
    }),
    ...(duration && { duration: { ...span(duration), value: duration.value } }),
    topics: contact.topics.map(span),
    ...(outcomes.length > 0 && { outcomes: outcomes.map(span) }),
    evidence: contact.evidence.map(span),
    ...(within !== undefined && { within: ids.statements[within]! }),
    accounts: contact.accounts.map(({ side, points }) => ({
      side,
      points: points.map((point, number) => toPoint(point, `${id}.${side}${number + 1}`, context)),
    })),
  };
};

const toPoint = (point: Point, id: string, { ids, span }: Context): RecordPoint => ({
  id,
  ...(point.statement !== undefined && { statement: ids.statements[point.statement]! }),
  act: point.act,
  speakers: point.speakers.map((actor) => ids.actors[actor]!),
  topic: point.topic,
  content: point.content.map(span),
});

const toEvent = (at: number, { reading, ids, span }: Context): RecordEvent => {
  const { index: _, place, within, ...event } = reading.events[at]!;
  return {
    id: ids.events[at]!,
    ...event,
    contexts: [...event.contexts],
    actors: event.actors.map((actor) => ids.actors[actor]!),
    recipients: event.recipients.map((actor) => ids.actors[actor]!),
    ...(place && { place: span(place) }),
    trigger: span(event.trigger),
    ...(within !== undefined && { within: ids.statements[within]! }),
  };
};
