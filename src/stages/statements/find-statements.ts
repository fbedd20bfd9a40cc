// Words and actors -> statements: who says what, through whom.
import type { StatementsLanguage } from "../../language/statements.ts";
import type { Statement } from "../../model/statement.ts";
import type { Draft, Scene, StatementsInput } from "./draft.ts";
import { finishDrafts } from "./finish.ts";
import { quotedDrafts } from "./quoted.ts";
import { regularDraft } from "./regular.ts";
import { sourcePhraseDrafts } from "./source-phrase.ts";

/** `thorough` also gives what is likely to be no statement or no speech, for a person to review. */
export type StatementsOptions = { readonly thorough?: boolean };

/** Statements in text order of their first character; an outer one before those within it. */
export const findStatements = (
  input: StatementsInput,
  language: StatementsLanguage,
  options: StatementsOptions = {},
): Statement[] => {
  const scene: Scene = { input, language };
  const byCue = new Map<number, Draft>();
  for (const speech of quotedDrafts(scene)) byCue.set(speech.head, speech);
  for (const draft of sourcePhraseDrafts(scene)) if (!byCue.has(draft.head)) byCue.set(draft.head, draft);
  for (const word of input.words) {
    const draft = regularDraft(scene, word.index);
    if (!draft) continue;
    const speech = byCue.get(draft.head);
    if (!speech?.rule.startsWith("quoted")) byCue.set(draft.head, draft);
  }
  const inside = new Set([...byCue.values()].flatMap(insideOf));
  const drafts = [...byCue.values()].filter((draft) => !inside.has(draft.head));
  return finishDrafts(scene, drafts, options.thorough ?? false);
};

/** Words of a cue beside its head: they are no cues of their own ("concern" of "expressed concern"). */
const insideOf = ({ head, cue: [first, last] }: Draft): number[] => {
  const words: number[] = [];
  for (let at = first; at <= last; at += 1) if (at !== head) words.push(at);
  return words;
};
