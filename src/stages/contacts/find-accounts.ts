// A contact and the statements -> each side's account of it, cut into points.
import type { Account, Contact, Point } from "../../model/contact.ts";
import type { Reading } from "../../model/reading.ts";
import { holds, overlaps, type Span } from "../../model/span.ts";
import type { Statement } from "../../model/statement.ts";
import { cutContent, type Part } from "./cut-content.ts";
import { topicOf } from "./name-topic.ts";

type Told = Pick<
  Reading,
  "document" | "words" | "sentences" | "quotations" | "times" | "actors" | "statements"
>;
type Bare = Omit<Contact, "accounts">;
/** A statement that tells of a contact for a side. `depth` 1: reported in one that does. */
type Telling = { readonly statement: Statement; readonly side: string; readonly depth: number };

/** States of mind: what they hold stays a part of what reports them. */
const attitudes = new Set(["want", "intend", "believe", "hope", "know", "think", "fear", "mention"]);

/** Accounts in the order of the sides' first points. A statement tells of a contact when it, or one around it, does. */
export const accountsOf = (
  reading: Told,
  contact: Bare,
  markers: ReadonlyMap<string, unknown>,
): Account[] => {
  const points = new Map<string, Point[]>();
  const told = tellingOf(reading, contact);
  for (const one of told) {
    const found = pointsOf(reading, one, told, contact, markers);
    if (found.length > 0) points.set(one.side, [...(points.get(one.side) ?? []), ...found]);
  }
  return [...points].map(([side, list]) => ({ side, points: list }));
};

const tellingOf = (reading: Told, contact: Bare): Telling[] => {
  const sides = new Set(contact.participants.flatMap(({ side }) => (side ? [side] : [])));
  const found = new Map<number, Telling>();
  let last: Telling | undefined;
  for (const statement of reading.statements) {
    const outer = statement.within === undefined ? undefined : found.get(statement.within);
    if (outer) {
      if (!attitudes.has(statement.act))
        found.set(statement.index, { statement, side: outer.side, depth: outer.depth + 1 });
      continue;
    }
    const side = sideOf(reading, statement, contact);
    if (side === undefined || !sides.has(side) || !isAbout(reading, statement, contact, last)) continue;
    last = { statement, side, depth: 0 };
    found.set(statement.index, last);
  }
  return [...found.values()];
};

/** The side whose word it is: that of a readout for all that it tells, otherwise the speaker's; the press has none. */
const sideOf = ({ document, actors }: Told, statement: Statement, contact: Bare): string | undefined => {
  const parties = new Set(contact.participants.map(({ actor }) => actor));
  const own = statement.speakers.some((speaker) => parties.has(speaker));
  if (document.side && own) return document.side;
  for (const speaker of statement.speakers) {
    const { country, code } = actors[speaker]!;
    if (country && (own || !/ (MED|JRN)/.test(code ?? ""))) return country;
  }
  return undefined;
};

/** Its content, its medium or its own sentence name the contact, or it goes on from a statement that does. */
const isAbout = (reading: Told, statement: Statement, contact: Bare, last: Telling | undefined): boolean => {
  const named = (span: Span) => contact.evidence.some((evidence) => overlaps(span, evidence));
  if (statement.content.some(named) || (statement.medium && named(statement.medium.span))) return true;
  const sentence = sentenceOf(reading, statement);
  if (sentence && contact.evidence.some((evidence) => holds(sentence, evidence))) return true;
  const party = contact.participants.some(({ actor }) => statement.speakers.includes(actor));
  return (
    (reading.document.side !== undefined && party) ||
    (last !== undefined && goesOn(reading, last.statement, statement))
  );
};

/** The same speaker in the same paragraph, at most two sentences on. */
const goesOn = (reading: Told, before: Statement, statement: Statement): boolean => {
  if (!statement.speakers.some((speaker) => before.speakers.includes(speaker))) return false;
  const a = sentenceOf(reading, before);
  const b = sentenceOf(reading, statement);
  return a !== undefined && b !== undefined && a.paragraph === b.paragraph && b.index - a.index <= 2;
};

const sentenceOf = (
  { sentences, words }: Told,
  statement: Statement,
): Reading["sentences"][number] | undefined => {
  const cue = words[statement.cueWord ?? -1];
  if (cue) return sentences[cue.sentence];
  const start = statement.cue?.start ?? statement.content[0]?.start ?? 0;
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sentences[middle]!.start <= start) low = middle;
    else high = middle - 1;
  }
  return sentences[low];
};

/** Points of one statement: its content cut into parts, less what statements within it say and the bare contact. */
const pointsOf = (
  { words, times }: Told,
  { statement, depth }: Telling,
  told: readonly Telling[],
  contact: Bare,
  markers: ReadonlyMap<string, unknown>,
): Point[] => {
  if (depth > 1) return [];
  const inner =
    depth === 1
      ? []
      : told.filter((one) => one.statement.within === statement.index).map((one) => one.statement);
  const nested = inner.flatMap(({ content, cue, source }) => [
    ...content,
    ...(cue ? [cue] : []),
    ...(source ? [source] : []),
  ]);
  return statement.content
    .flatMap((content) => cutContent(words, content))
    .filter(({ span }) => !nested.some((other) => overlaps(span, other)))
    .filter(({ span }) => !times.some((time) => holds(time, span)))
    .filter((part) => !markers.has(words[part.head]!.lemma.toLowerCase()) && !isBare(words, part, contact))
    .map((part) => ({
      statement: statement.index,
      act: statement.act,
      speakers: statement.speakers,
      topic: topicOf(words, part.head),
      content: [part.span],
    }));
};

/** A part that only says that the contact took place: its one verb is the contact's, and no topic stands in it. */
const isBare = (words: Told["words"], { span, first, last }: Part, contact: Bare): boolean => {
  if (!contact.evidence.some((evidence) => holds(span, evidence))) return false;
  if (contact.topics.some((topic) => overlaps(topic, span))) return false;
  let told = false;
  for (let at = first; at <= last; at += 1) {
    const word = words[at]!;
    if (word.upos !== "VERB") continue;
    if (!contact.evidence.some((evidence) => overlaps(evidence, word))) return false;
    told = true;
  }
  return told;
};
