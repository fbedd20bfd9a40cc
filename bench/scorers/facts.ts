// Facts that a reader takes from a report, held against a reading of it: which of them the reading has.
import type { Contact } from "../../src/model/contact.ts";
import type { Reading } from "../../src/model/reading.ts";
import { overlaps, type Span } from "../../src/model/span.ts";

/** One line of NAME.facts.json; bench/corpora/reports/README.md says what each kind holds. */
export type Fact = {
  readonly kind: string;
  readonly text?: string;
  readonly in?: string;
  readonly value?: string;
  readonly name?: string;
  readonly country?: string;
  readonly office?: string;
  readonly actor?: string | readonly string[];
  readonly speakers?: readonly string[];
  readonly cue?: string;
  readonly content?: string;
  readonly form?: string;
  readonly act?: string;
  readonly medium?: string;
  readonly within?: readonly string[];
  readonly channel?: string;
  readonly participants?: readonly string[];
  readonly date?: string;
  readonly place?: string;
  readonly status?: string;
  readonly initiator?: string;
  readonly accounts?: readonly string[];
  readonly side?: string;
  readonly type?: string;
  readonly mode?: string;
  readonly actors?: readonly string[];
  readonly recipients?: readonly string[];
  readonly parties?: readonly string[];
  readonly layer?: string;
  readonly n?: number;
};

/** Without accents, case, and the difference between kinds of quotation marks. */
export const fold = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").toLowerCase();

/** True where the reading has what the fact says, or lacks what it says is not there. */
export const hasFact = (reading: Reading, fact: Fact): boolean => {
  if (fact.kind === "at-most") return (reading[fact.layer as "contacts"]?.length ?? 0) <= (fact.n ?? 0);
  if (fact.kind.startsWith("no-")) return !hasFact(reading, { ...fact, kind: fact.kind.slice(3) });
  if (fact.kind === "contact") return reading.contacts.some((contact) => isContact(reading, contact, fact));
  if (fact.kind === "point") return hasPoint(reading, fact);
  if (fact.kind === "statement") return hasStatement(reading, fact);
  if (fact.kind === "event") return hasEvent(reading, fact);
  if (fact.kind === "mention") return hasMention(reading, fact);
  if (fact.kind === "actor") return hasActor(reading, fact);
  return hasTime(reading, fact);
};

const cut = ({ document }: Reading, { start, end }: Span): string => fold(document.text.slice(start, end));
const holdsWords = (whole: string, part: string): boolean => fold(whole).includes(fold(part));

/** The actor is called so, or, for a state, is that state. */
const isCalled = ({ actors }: Reading, actor: number, name: string): boolean =>
  holdsWords(actors[actor]!.name, name);

/** Someone of a side stands for it: "India" is a party where an Indian official is. */
const isOrStandsFor = (reading: Reading, actor: number, name: string): boolean => {
  if (isCalled(reading, actor, name)) return true;
  const { country } = reading.actors[actor]!;
  return reading.actors.some(
    (other) => other.kind === "state" && fold(other.name) === fold(name) && other.country === country,
  );
};

const all = (reading: Reading, actors: readonly number[], names: readonly string[] | undefined): boolean =>
  (names ?? []).every((name) => actors.some((actor) => isOrStandsFor(reading, actor, name)));

/** Who takes part, channel, date, place, status, initiator and filled accounts, each where the fact gives it. */
const isContact = (reading: Reading, contact: Contact, fact: Fact): boolean =>
  isBetween(reading, contact, fact) &&
  (fact.date === undefined || contact.date?.startsWith(fact.date) === true) &&
  (fact.status === undefined || contact.status === fact.status) &&
  (fact.place === undefined ||
    (contact.place !== undefined && holdsWords(cut(reading, contact.place), fact.place))) &&
  (fact.initiator === undefined ||
    contact.participants.some(
      ({ actor, role }) => role === "initiator" && isCalled(reading, actor, fact.initiator!),
    )) &&
  (fact.accounts ?? []).every((side) => contact.accounts.some((account) => account.side === side));

const isBetween = (reading: Reading, contact: Contact, { channel, participants }: Fact): boolean =>
  (channel === undefined || contact.channel === channel) &&
  all(
    reading,
    contact.participants.map(({ actor }) => actor),
    participants,
  );

/** A contact of these participants (and channel) whose account of that side has a point with these words. */
const hasPoint = (reading: Reading, fact: Fact): boolean =>
  reading.contacts.some(
    (contact) =>
      isBetween(reading, contact, fact) &&
      (fact.date === undefined || contact.date?.startsWith(fact.date) === true) &&
      contact.accounts.some(
        ({ side, points }) =>
          side === fact.side &&
          points.some(({ content }) =>
            content.some((span) => holdsWords(cut(reading, span), fact.content ?? "")),
          ),
      ),
  );

const hasStatement = (reading: Reading, fact: Fact): boolean =>
  reading.statements.some((one) => {
    const outer = one.within === undefined ? undefined : reading.statements[one.within];
    return (
      hasSpeakers(reading, one, fact.speakers) &&
      (fact.cue === undefined || (one.cue !== undefined && holdsWords(cut(reading, one.cue), fact.cue))) &&
      (fact.content === undefined ||
        one.content.some((span) => holdsWords(cut(reading, span), fact.content!))) &&
      (fact.form === undefined || one.form === fact.form) &&
      (fact.act === undefined || one.act === fact.act) &&
      (fact.medium === undefined ||
        (one.medium !== undefined &&
          (holdsWords(cut(reading, one.medium.span), fact.medium) || one.medium.kind === fact.medium))) &&
      (fact.within === undefined || (outer !== undefined && hasSpeakers(reading, outer, fact.within)))
    );
  });

/** Just these; who is no actor is found by the words of the source. */
const hasSpeakers = (
  reading: Reading,
  { speakers, source }: Reading["statements"][number],
  names: readonly string[] | undefined,
): boolean => {
  if (names === undefined) return true;
  const words = source === undefined ? "" : cut(reading, source);
  if (speakers.length === 0) return names.every((name) => words.includes(fold(name)));
  const said = (name: string) =>
    speakers.some((one) => isCalled(reading, one, name)) ||
    (speakers.length === 1 && words.includes(fold(name)));
  return (
    (speakers.length === names.length && names.every(said)) ||
    (names.length === 1 && speakers.length === 1 && isOrStandsFor(reading, speakers[0]!, names[0]!))
  );
};

const hasEvent = (reading: Reading, fact: Fact): boolean =>
  reading.events.some(
    (event) =>
      (fact.type === undefined || event.type === fact.type) &&
      (fact.mode === undefined || event.mode === fact.mode) &&
      (fact.date === undefined || event.date?.startsWith(fact.date) === true) &&
      all(reading, event.actors, fact.actors) &&
      all(reading, event.recipients, fact.recipients) &&
      all(reading, [...event.actors, ...event.recipients], fact.parties),
  );

/** Where `text` stands in the document, within `in`. */
const spanOf = ({ document }: Reading, { text = "", in: around = text }: Fact): Span => {
  const from = document.text.indexOf(around);
  const start = from + around.indexOf(text);
  return { start, end: start + text.length };
};

const hasMention = (reading: Reading, fact: Fact): boolean => {
  const span = spanOf(reading, fact);
  const names = typeof fact.actor === "string" ? [fact.actor] : (fact.actor ?? []);
  return names.every((name) =>
    reading.actors.some(
      (actor) =>
        holdsWords(actor.name, name) &&
        actor.mentions.some((mention) => overlaps(reading.mentions[mention]!, span)),
    ),
  );
};

const hasActor = ({ actors }: Reading, { name = "", country, office }: Fact): boolean =>
  actors.some(
    (actor) =>
      holdsWords(actor.name, name) &&
      (country === undefined || actor.country === country) &&
      (office === undefined || actor.offices.some(({ title }) => isOffice(title, office))),
  );

/** "spokesman" and "spokesperson" are one office. */
const isOffice = (title: string, office: string): boolean => {
  const plain = (text: string) =>
    fold(text)
      .replace(/defence/g, "defense")
      .replace(/spokes(?:wo)?man/g, "spokesperson");
  return plain(title).includes(plain(office)) || plain(office).includes(plain(title));
};

const hasTime = (reading: Reading, fact: Fact): boolean => {
  const span = spanOf(reading, fact);
  return reading.times.some((time) => overlaps(time, span) && time.value.startsWith(fact.value ?? ""));
};
