// Who speaks in a readout's sentence, and which words only name who takes part.
import { isPassive, subjectOf } from "../../../clause/arguments.ts";
import type { BareContact, Point } from "../../../model/contact.ts";
import type { Reading } from "../../../model/reading.ts";

import type { Statement } from "../../../model/statement.ts";
import type { Clause } from "./clauses.ts";

type Told = Pick<Reading, "words" | "mentions" | "times" | "actors">;

/** Who says it and how; without a statement the readout speaks itself. */
export type Voice = Pick<Point, "statement" | "act" | "speakers">;

export const own: Voice = { act: "say", speakers: [] };

/** "They", taken for somebody who is of no side there, are the two. */
export const voiceOf = (
  { actors }: Pick<Told, "actors">,
  { index, act, speakers }: Statement,
  { participants }: BareContact,
): Voice => {
  const sides = new Set(participants.map(({ side }) => side));
  const own = speakers.filter((speaker) => sides.has(actors[speaker]!.country));
  return { statement: index, act, speakers: own };
};

/** "The leaders looked forward to the summit": whoever of the two is the subject speaks, whoever spoke before. */
export const ofSubject = (
  { words, mentions, actors }: Pick<Told, "words" | "mentions" | "actors">,
  { participants }: BareContact,
  { head }: Clause,
  voice: Voice,
): Voice => {
  const subject = subjectOf(words, head);
  if (subject === undefined || voice.act !== "say" || isPassive(words, head)) return voice;
  const acting = speakersAt({ mentions, actors }, subject);
  const speakers = acting.filter((actor) => participants.some((one) => one.actor === actor));
  return speakers.length > 0 && speakers.length === acting.length ? { ...own, speakers } : voice;
};

/** Whom a word refers to. */
export const speakersAt = (
  { mentions, actors }: Pick<Told, "mentions" | "actors">,
  word: number | undefined,
): number[] =>
  actors
    .filter((actor) => actor.mentions.some((mention) => mentions[mention]!.head === word))
    .map(({ index }) => index);
