// A transcript -> the turns that tell of a contact: those that name it, the answer to a question that does, and what those
// who took part say before the first question. Where both sides have turns, each gives its own account.
import type { BareContact } from "../../../model/contact.ts";
import type { Reading } from "../../../model/reading.ts";
import { sentenceAt, sentenceOf } from "../sentence-of.ts";

type Told = Pick<Reading, "document" | "words" | "sentences" | "statements">;

/** One who speaks: first paragraph, its label, the words behind it, and the statement that they make. */
type Turn = {
  readonly first: number;
  readonly label: number;
  readonly start: number;
  readonly end: number;
  readonly asks: boolean;
  readonly statement: number | undefined;
  readonly speakers: readonly number[];
};

/**
 * Which paragraphs of a transcript tell of the contact, and where the first turn behind its first mention begins that
 * doesn't; all do, and Infinity, in a text without turns.
 */
export const toldIn = (
  reading: Told,
  turns: readonly Turn[],
  { evidence, participants }: BareContact,
): { readonly holds: (paragraph: number) => boolean; readonly until: number } => {
  if (turns.length < 2) return { holds: () => true, until: Number.POSITIVE_INFINITY };
  const turnAt = (paragraph: number): number => turns.findLastIndex(({ first }) => first <= paragraph);
  const named = evidence.map(({ start }) => turnAt(sentenceAt(reading, start)?.paragraph ?? 0));
  const question = firstQuestion(turns);
  const tells = turns.map(
    ({ speakers }, at) =>
      named.includes(at) ||
      (turns[at - 1]?.asks === true && named.includes(at - 1)) ||
      (at < question && speakers.some((speaker) => participants.some(({ actor }) => actor === speaker))),
  );
  const other = turns.find((_, at) => at > named[0]! && !tells[at]);
  return {
    holds: (paragraph) => tells[turnAt(paragraph)] ?? true,
    until: other?.label ?? Number.POSITIVE_INFINITY,
  };
};

/** What somebody says at a contact, as his side's account of it. */
export type Speech = Turn & { readonly speaker: number; readonly side: string; readonly statement: number };

/** What those of both sides say at a contact that the text is a transcript of, before the first question. */
export const speechesAt = (
  turns: readonly Turn[],
  contacts: readonly BareContact[],
): Map<number, Speech[]> => {
  const said = turns.slice(0, firstQuestion(turns));
  for (const { index, status, participants } of contacts) {
    if (status !== "held") continue;
    const speeches = said.flatMap((turn) => {
      const party = participants.find(({ actor }) => turn.speakers.includes(actor));
      if (party?.side === undefined || turn.statement === undefined) return [];
      return [{ ...turn, statement: turn.statement, speaker: party.actor, side: party.side }];
    });
    if (new Set(speeches.map(({ side }) => side)).size > 1) return new Map([[index, speeches]]);
  }
  return new Map();
};

const firstQuestion = (turns: readonly Turn[]): number => {
  const question = turns.findIndex(({ asks }) => asks);
  return question < 0 ? turns.length : question;
};

/** The turns of a transcript, in text order; none in any other text. */
export const findTurns = (reading: Told): Turn[] => {
  const outer = new Map<number, Reading["statements"][number]>();
  for (const statement of reading.statements) {
    const paragraph = statement.within === undefined && sentenceOf(reading, statement)?.paragraph;
    if (typeof paragraph === "number" && !outer.has(paragraph)) outer.set(paragraph, statement);
  }
  const turns: Turn[] = [];
  for (const { block, paragraph, start, end } of reading.sentences) {
    const open = turns.at(-1);
    if (block !== "turn" || open?.first === paragraph) {
      if (open && block !== "heading") turns[turns.length - 1] = { ...open, end };
      continue;
    }
    const statement = outer.get(paragraph);
    const behind = reading.document.text.indexOf(":", start) + 1;
    const speakers = statement?.speakers ?? [];
    turns.push({
      first: paragraph,
      label: start,
      start: behind,
      end,
      asks: false,
      statement: statement?.index,
      speakers,
    });
  }
  return turns.map((turn) => ({
    ...turn,
    asks: reading.document.text.slice(turn.start, turn.end).trimEnd().endsWith("?"),
  }));
};
