// Which contact a government's readout is about: all that it goes on to tell is told of that one.
import type { Contact } from "./contact.ts";
import type { Reading } from "./reading.ts";
import { wholeOf } from "./whole.ts";

/** Sentences of prose that still open a readout: "The below is attributable to …". */
const openingSentences = 3;

/** True for a contact of the readout's own side that was held and that its first sentences tell of. */
export const opensReadout = (
  reading: Pick<Reading, "document" | "sentences" | "statements" | "actors">,
  {
    status,
    within,
    participants,
    evidence,
  }: Pick<Contact, "status" | "within" | "participants" | "evidence">,
): boolean => {
  const { document } = reading;
  if (document.side === undefined || status !== "held" || !isOwnWord(reading, within)) return false;
  const first = evidence[0];
  return (
    first !== undefined &&
    first.start < openingEnd(reading) &&
    participants.some(({ side }) => isSide(document, side))
  );
};

/** Told by the readout itself, or by somebody of its own side: "The two of us had a good talk, the Minister said". */
export const isOwnWord = (
  { document, statements, actors }: Pick<Reading, "document" | "statements" | "actors">,
  within: number | undefined,
): boolean =>
  within === undefined ||
  (!ahead.test(statements[within]!.act) &&
    statements[within]!.speakers.some((speaker) => isSide(document, actors[speaker]!.country)));

/** What is agreed, wished for or talked of is not what a readout is of. */
const ahead =
  /^(?:agree|intend|want|hope|propose|invite|offer|promise|ask|urge|demand|discuss|welcome|thank|praise|congratulate)$/;

/** Where the opening of a text ends; a letterhead, a heading and a dateline come before its first sentence. */
export const openingEnd = ({ document, sentences }: Pick<Reading, "document" | "sentences">): number => {
  const full = sentences.filter(({ start, end }) => isFull(document.text.slice(start, end)));
  return (full[openingSentences - 1] ?? sentences.at(-1))?.end ?? 0;
};

const isFull = (text: string): boolean => /[.!?:;]["”’»)]*\s*$/u.test(text);

/** True for the readout's own side; the bodies of an organization speak for it, and it may go by several codes. */
export const isSide = ({ side: own }: Reading["document"], side: string | undefined): boolean =>
  own !== undefined && side !== undefined && (side === own || wholeOf(side) === wholeOf(own));
