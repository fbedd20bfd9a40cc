// Drafts -> those that stand on their own: no part of another cue, and no clause that another cue reports.
import { lastBefore } from "../../../model/span.ts";
import type { Word } from "../../../model/token.ts";
import type { Draft, Scene } from "../draft.ts";
import { range } from "../spans.ts";

/** Drafts without those that another one holds: as a word of its cue, or by the clause that its verb reports. */
export const standingAlone = ({ input: { words } }: Scene, drafts: readonly Draft[]): Draft[] => {
  const inside = new Set(drafts.flatMap(insideOf));
  const byVerb = new Set(
    drafts.flatMap(({ head, content }) => (words[head]!.upos === "VERB" ? (content[0]?.start ?? []) : [])),
  );
  return drafts.filter((draft) => !inside.has(draft.head) && isOwnClause(words, draft, byVerb));
};

/** "said after the call that": the clause is the verb's, and no noun's on the way to it; "What I can say is that": neither's. */
const isOwnClause = (
  words: readonly Word[],
  { head, content }: Draft,
  byVerb: ReadonlySet<number>,
): boolean => {
  const first = content[0]?.start ?? -1;
  if (words[head]!.upos === "NOUN" && first > words[head]!.end && byVerb.has(first)) return false;
  const opener = words[lastBefore(words, first)];
  if (!opener || !/^(?:is|was)$/i.test(opener.text)) return true;
  const isNext =
    opener.index === head + 1 ||
    (opener.index === head + 2 && /^(?:you|them|him|her|us)$/i.test(words[head + 1]!.text));
  return !(isNext && /^that$/i.test(words[opener.index + 1]?.text ?? ""));
};

/** Words of a cue beside its head: they are no cues of their own ("concern" of "expressed concern"). */
const insideOf = ({ head, cue: [first, last] }: Draft): number[] =>
  range(first, last).filter((at) => at !== head);
