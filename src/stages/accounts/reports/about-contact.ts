// A statement and a contact -> whether it tells of the contact.
import type { BareContact } from "../../../model/contact.ts";
import type { Reading } from "../../../model/reading.ts";
import { holds, overlaps, type Span } from "../../../model/span.ts";
import type { Statement } from "../../../model/statement.ts";
import { sentenceAt, sentenceOf } from "../sentence-of.ts";

type Told = Pick<Reading, "document" | "words" | "mentions" | "sentences" | "actors">;

/**
 * Its content, its medium or its own sentence name the contact, or it goes on from a statement that does. What is told of
 * another contact (`elsewhere`) may still name this one.
 */
export const isAbout = (
  reading: Told,
  statement: Statement,
  contact: BareContact,
  last: Statement | undefined,
  elsewhere = false,
): boolean => {
  const named = (span: Span) => contact.evidence.some((evidence) => overlaps(span, evidence));
  if (statement.content.some(named) || (statement.medium && named(statement.medium.span))) return true;
  if ((!elsewhere && namesBothSides(reading, statement, contact)) || namesIt(reading, statement, contact))
    return true;
  const sentence = sentenceOf(reading, statement);
  if (sentence && contact.evidence.some((evidence) => holds(sentence, evidence))) return true;
  return last !== undefined && goesOn(reading, last, statement);
};

/** "The call had been requested by Tripoli": a word that points back to a contact of its kind. */
const namesIt = (
  { document }: Told,
  { content }: Statement,
  { channel, status, evidence }: BareContact,
): boolean => {
  if (status !== "held" || !evidence.some(({ start }) => start < content[0]!.start)) return false;
  const word =
    channel === "call" || channel === "video"
      ? /\b(?:the|their|this) (?:(?:phone|telephone|video) )?(?:call|conversation)\b/i
      : channel === "meeting"
        ? /\b(?:the|their|this) (?:meeting|talks|encounter)\b/i
        : undefined;
  return content.some(({ start, end }) => word?.test(document.text.slice(start, end)));
};

/** Sentences after the contact's own in which a side's report of it may stand. */
const reportReach = 4;

/** "Lee wants to talk to everyone, an analyst said": what goes on in somebody's mind was not said to anybody. */
const isMind = /^(?:want|believe|hope|know|think|fear|doubt|expect|wish)$/;

/** "In a statement, the Foreign Office said Wadephul had demanded …": a body's word on what one of the two said there. */
export const isReport = (
  reading: Told,
  statement: Statement,
  { participants, evidence, status, channel }: BareContact,
  inner: ReadonlyMap<number | undefined, readonly Statement[]>,
): boolean => {
  const parties = new Set(participants.map(({ actor }) => actor));
  // A journey's host is a state, whose word is of anything.
  if (status !== "held" || channel === "visit") return false;
  if (statement.speakers.some((speaker) => parties.has(speaker))) return false;
  const tells = inner
    .get(statement.index)
    ?.some(({ speakers, act }) => !isMind.test(act) && speakers.some((speaker) => parties.has(speaker)));
  if (!tells) return false;
  const own = sentenceOf(reading, statement);
  const told = sentenceAt(reading, evidence.at(-1)!.start);
  return (
    own !== undefined &&
    told !== undefined &&
    own.paragraph === told.paragraph &&
    own.index - told.index <= reportReach
  );
};

/** "Secretary Rubio and Minister Sikorski reaffirmed …": beside the contact, what both are said to do is done there. */
const namesBothSides = ({ actors, mentions }: Told, statement: Statement, contact: BareContact): boolean => {
  const sides = new Set<string>();
  for (const { actor, side } of contact.participants) {
    if (actors[actor]!.kind !== "person" || side === undefined) continue;
    const named = actors[actor]!.mentions.some((mention) =>
      statement.content.some((content) => holds(content, mentions[mention]!)),
    );
    if (named) sides.add(side);
  }
  return sides.size > 1;
};

/** The same speaker in the same paragraph, at most two sentences on. */
const goesOn = (reading: Told, before: Statement, statement: Statement): boolean => {
  if (!statement.speakers.some((speaker) => before.speakers.includes(speaker))) return false;
  const a = sentenceOf(reading, before);
  const b = sentenceOf(reading, statement);
  return a !== undefined && b !== undefined && a.paragraph === b.paragraph && b.index - a.index <= 2;
};
