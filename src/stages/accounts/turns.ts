// A transcript -> the turns that tell of a contact: those that name it, the answer to a question that does, and what those
// who took part say before the first question.
import type { BareContact } from "../../model/contact.ts";
import type { Reading } from "../../model/reading.ts";
import { sentenceAt, sentenceOf } from "./sentence-of.ts";

type Told = Pick<Reading, "document" | "words" | "sentences" | "statements">;

/** One who speaks, from the label on; paragraphs behind it go on. */
type Turn = { readonly first: number; readonly asks: boolean; readonly speakers: readonly number[] };

/** Whether a paragraph belongs to a turn that tells of the contact; all do in a text without turns. */
export const turnsOf = (reading: Told): ((contact: BareContact) => (paragraph: number) => boolean) => {
  const turns = findTurns(reading);
  if (turns.length < 2) return () => () => true;
  const turnAt = (paragraph: number): number => turns.findLastIndex(({ first }) => first <= paragraph);
  return ({ evidence, participants }) => {
    const named = new Set(evidence.map(({ start }) => turnAt(sentenceAt(reading, start)?.paragraph ?? 0)));
    const question = turns.findIndex(({ asks }) => asks);
    const tells = turns.map(
      ({ speakers }, at) =>
        named.has(at) ||
        (turns[at - 1]?.asks === true && named.has(at - 1)) ||
        (at < question && speakers.some((speaker) => participants.some(({ actor }) => actor === speaker))),
    );
    return (paragraph) => tells[turnAt(paragraph)] ?? true;
  };
};

/** Where the first turn begins, behind the contact's first mention, that doesn't tell of it; Infinity where all do. */
export const turnEnd = (
  reading: Told,
  { evidence }: BareContact,
  isInTurn: (paragraph: number) => boolean,
): number => {
  const first = sentenceAt(reading, evidence[0]!.start)?.index ?? 0;
  const other = reading.sentences.slice(first).find(({ paragraph }) => !isInTurn(paragraph));
  return other?.start ?? Number.POSITIVE_INFINITY;
};

const findTurns = (reading: Told): Turn[] => {
  const ends = new Map<number, number>();
  for (const { paragraph, end } of reading.sentences) ends.set(paragraph, end);
  const holders = new Map<number, readonly number[]>();
  for (const statement of reading.statements) {
    const paragraph = statement.within === undefined && sentenceOf(reading, statement)?.paragraph;
    if (typeof paragraph === "number" && !holders.has(paragraph)) holders.set(paragraph, statement.speakers);
  }
  const turns: Turn[] = [];
  for (const { block, paragraph, start } of reading.sentences) {
    if (block !== "turn" || turns.at(-1)?.first === paragraph) continue;
    const asks = reading.document.text.slice(start, ends.get(paragraph)).trimEnd().endsWith("?");
    turns.push({ first: paragraph, asks, speakers: holders.get(paragraph) ?? [] });
  }
  return turns;
};
