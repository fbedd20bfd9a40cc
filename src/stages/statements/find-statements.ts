// Words and actors -> statements: who says what, through whom. The stage on one page; each line names its room.
import type { StatementsLanguage } from "../../language/statements.ts";
import type { Statement } from "../../model/statement.ts";
import { withClaimSubjects } from "./claims/claim-subject.ts";
import { withVerdicts } from "./claims/verdict.ts";
import { withKnownLemmas } from "./cues/lemma.ts";
import { withMendedTrees } from "./cues/mend.ts";
import type { Draft, Scene, StatementsInput } from "./draft.ts";
import { finishDrafts } from "./finish/finish.ts";
import { sourcePhraseDrafts } from "./phrases/source-phrase.ts";
import { withParted } from "./quotations/parted.ts";
import { quotedDrafts } from "./quotations/quoted.ts";
import { quotedAsDrafts } from "./quotations/quoted-as.ts";
import { readCues } from "./read-cues.ts";
import { withCited } from "./shared/citing.ts";
import { withJoined } from "./shared/joined.ts";
import { standingAlone } from "./shared/own-clauses.ts";
import { withSecondClause } from "./shared/second-clause.ts";
import { withSharedSpeaker } from "./shared/share.ts";

/** `thorough` also gives what is likely to be no statement or no speech, for a person to review. */
export type StatementsOptions = { readonly thorough?: boolean };

/**
 * Statements in text order of their first character; an outer one before those within it.
 *
 * ```
 *   cues/        words that report; lemmas and trees mended around them
 *   speakers/    whose words they are       contents/    how far what is said goes
 *      |              |                        |
 *      +-- quotations/   “…,” he said; quoted as saying
 *      +-- phrases/      according to X; X: …; headlines
 *      +-- trees/        rules over the tree              \ read-cues.ts: the surer
 *      +-- order/        the order of the words           / of the two for each cue
 *      |
 *   claims/      claims that are denied, repeated or judged
 *   shared/      contents and speakers that several cues share
 *   finish/      nesting, confidence, speakers, addressee, medium, date
 * ```
 */
export const findStatements = (
  input: StatementsInput,
  language: StatementsLanguage,
  options: StatementsOptions = {},
): Statement[] => {
  const scene = sceneOf(input, language); // cues
  const spoken = spokenDrafts(scene); // quotations, phrases
  const read = readCues(scene, spoken); // trees, order
  const claimed = withClaimSubjects(scene, read); // claims
  const alone = standingAlone(scene, claimed); // shared
  const joined = withJoined(scene, alone);
  const voiced = withSharedSpeaker(scene, joined);
  const whole = withSecondClause(scene, voiced);
  const cited = withCited(scene, whole);
  const parted = withParted(scene, cited); // quotations
  const judged = withVerdicts(scene, parted); // claims
  return finishDrafts(scene, judged, options.thorough ?? false); // finish
};

/** The layers as the stage takes them: lemmas and trees mended around verbs of saying. */
const sceneOf = (input: StatementsInput, language: StatementsLanguage): Scene => {
  const known = withKnownLemmas(input.words, language.cues.verb, language.cues.adjective);
  const words = withMendedTrees(known, language.cues.verb);
  return { input: words === input.words ? input : { ...input, words }, language };
};

/** What marks and layout make somebody say, one draft a cue. */
const spokenDrafts = (scene: Scene): Draft[] => {
  const byCue = new Map<number, Draft>();
  const add = (draft: Draft) => {
    if (!byCue.has(draft.head)) byCue.set(draft.head, draft);
  };
  for (const depth of [0, 1]) quotedDrafts(scene, depth).forEach(add);
  for (const draft of quotedAsDrafts(scene)) byCue.set(draft.head, draft);
  sourcePhraseDrafts(scene).forEach(add);
  return [...byCue.values()];
};
