// A contact and the statements -> each side's account of it, cut into points.
import type { Account, Contact, Point } from "../../model/contact.ts";
import type { Reading } from "../../model/reading.ts";
import { holds, overlaps, type Span } from "../../model/span.ts";
import type { Statement } from "../../model/statement.ts";
import { cutContent } from "./cut-content.ts";
import { topicOf } from "./name-topic.ts";

type Told = Pick<Reading, "document" | "words" | "sentences" | "quotations" | "actors" | "statements">;
type Bare = Omit<Contact, "accounts">;

/** Accounts in the order of the sides' first points. A statement tells of a contact when it, or one around it, does. */
export const accountsOf = (reading: Told, contact: Bare): Account[] => {
  const sides = new Set(contact.participants.flatMap(({ side }) => (side ? [side] : [])));
  const points = new Map<string, Point[]>();
  const told = tellingOf(reading, contact, sides);
  for (const { statement, side } of told) {
    const list = points.get(side) ?? [];
    points.set(side, [...list, ...pointsOf(reading, statement, contact)]);
  }
  return [...points].filter(([, list]) => list.length > 0).map(([side, list]) => ({ side, points: list }));
};

type Telling = { readonly statement: Statement; readonly side: string };

const tellingOf = (reading: Told, contact: Bare, sides: ReadonlySet<string>): Telling[] => {
  const found: Telling[] = [];
  const bySide = new Map<number, string>();
  let last: Telling | undefined;
  for (const statement of reading.statements) {
    const outer = statement.within === undefined ? undefined : bySide.get(statement.within);
    const own = sideOf(reading, statement, contact);
    const side =
      outer ??
      (own !== undefined && sides.has(own) && isAbout(reading, statement, contact, last) ? own : undefined);
    if (side === undefined) continue;
    bySide.set(statement.index, side);
    last = { statement, side };
    found.push(last);
  }
  return found;
};

/** The side whose word it is: that of a readout for all that it tells, otherwise the speaker's. */
const sideOf = ({ document, actors }: Told, statement: Statement, contact: Bare): string | undefined => {
  const parties = new Set(contact.participants.map(({ actor }) => actor));
  if (
    document.side &&
    statement.within === undefined &&
    statement.speakers.some((speaker) => parties.has(speaker))
  )
    return document.side;
  for (const speaker of statement.speakers) if (actors[speaker]?.country) return actors[speaker]!.country;
  return document.side;
};

/** Its content, its medium or its own words name the contact, or it goes on from a statement that does. */
const isAbout = (reading: Told, statement: Statement, contact: Bare, last: Telling | undefined): boolean => {
  const named = (span: Span) => contact.evidence.some((evidence) => overlaps(span, evidence));
  if (statement.content.some(named) || (statement.medium && named(statement.medium.span))) return true;
  const clause = sentenceOf(reading, statement);
  if (clause && contact.evidence.some((evidence) => holds(clause, evidence))) return true;
  if (reading.document.side && contact.participants.some(({ actor }) => statement.speakers.includes(actor)))
    return true;
  return last !== undefined && goesOn(reading, last.statement, statement);
};

/** The same speaker, in the same paragraph, in the next sentence or the same quotation. */
const goesOn = (reading: Told, before: Statement, statement: Statement): boolean => {
  const same = statement.speakers.some((speaker) => before.speakers.includes(speaker));
  const a = sentenceOf(reading, before);
  const b = sentenceOf(reading, statement);
  if (!same || !a || !b) return false;
  return a.paragraph === b.paragraph && b.index - a.index <= 2;
};

const sentenceOf = ({ sentences, words }: Told, statement: Statement) => {
  const at = statement.cueWord ?? -1;
  if (words[at]) return sentences[words[at]!.sentence];
  const start = statement.cue?.start ?? statement.content[0]?.start ?? 0;
  return sentences.find((sentence) => sentence.start <= start && start < sentence.end);
};

/** Points of one statement: its content cut into parts, less what a statement within it says and the bare contact. */
const pointsOf = (reading: Told, statement: Statement, contact: Bare): Point[] => {
  const inner = reading.statements.filter((other) => other.within === statement.index);
  const nested = inner.flatMap((other) => [
    ...other.content,
    ...(other.cue ? [other.cue] : []),
    ...(other.source ? [other.source] : []),
  ]);
  return statement.content.flatMap((content) =>
    cutContent(reading.words, content)
      .filter((part) => !nested.some((span) => overlaps(span, part.span)) && !isBare(reading, part, contact))
      .map((part) => ({
        statement: statement.index,
        act: statement.act,
        speakers: statement.speakers,
        topic: topicOf(reading.words, part.head),
        content: [part.span],
      })),
  );
};

/** A part that only says that the contact took place. */
const isBare = ({ words }: Told, part: { readonly head: number }, contact: Bare): boolean => {
  const head = words[part.head]!;
  return (
    head.upos === "VERB" &&
    contact.evidence.some((evidence) => holds(evidence, head)) &&
    contact.topics.every((topic) => topic.start < head.end)
  );
};
