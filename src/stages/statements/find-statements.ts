// Words and actors -> statements: who says what, through whom.
import type { StatementsLanguage } from "../../language/statements.ts";
import type { Statement } from "../../model/statement.ts";
import { asideDraft, withSecondClause } from "./aside.ts";
import { askedDraft } from "./asked.ts";
import { withCited } from "./citing.ts";
import { withClaimSubjects } from "./claim-subject.ts";
import { withClaimedNoun, withDenial } from "./claimed.ts";
import { complementDraft } from "./complement.ts";
import { cueIn, isPassive } from "./cue.ts";
import type { Draft, Scene, StatementsInput } from "./draft.ts";
import { fallbackDraft } from "./fallback.ts";
import { finishDrafts } from "./finish.ts";
import { withJoined } from "./joined.ts";
import { withKnownLemmas } from "./lemma.ts";
import { withMendedTrees } from "./mend.ts";
import { nameFallback } from "./name-fallback.ts";
import { nounFallback } from "./noun-fallback.ts";
import { withinSubject } from "./own-phrase.ts";
import { withParted } from "./parted.ts";
import { quotedDrafts } from "./quoted.ts";
import { quotedAsDrafts } from "./quoted-as.ts";
import { regularDraft } from "./regular.ts";
import { relativeSaidDraft } from "./relative-said.ts";
import { withSharedSpeaker } from "./share.ts";
import { sourcePhraseDrafts } from "./source-phrase.ts";
import { lastBefore } from "./spans.ts";
import { withVerdicts } from "./verdict.ts";
import { whatCalledDraft } from "./what-called.ts";

/** `thorough` also gives what is likely to be no statement or no speech, for a person to review. */
export type StatementsOptions = { readonly thorough?: boolean };

/** Statements in text order of their first character; an outer one before those within it. */
export const findStatements = (
  input: StatementsInput,
  language: StatementsLanguage,
  options: StatementsOptions = {},
): Statement[] => {
  const scene = sceneOf(input, language);
  return finishDrafts(scene, draftsOf(scene), options.thorough ?? false);
};

/** The layers as the stage takes them. */
export const sceneOf = (input: StatementsInput, language: StatementsLanguage): Scene => {
  const known = withKnownLemmas(input.words, language.cues.verb, language.cues.adjective);
  const words = withMendedTrees(known, language.cues.verb);
  return { input: words === input.words ? input : { ...input, words }, language };
};

/** What rules and the order of words find, one draft a cue. */
export const draftsOf = (scene: Scene): Draft[] => {
  const byCue = new Map<number, Draft>();
  for (const depth of [0, 1])
    for (const speech of quotedDrafts(scene, depth))
      if (!byCue.has(speech.head)) byCue.set(speech.head, speech);
  for (const draft of quotedAsDrafts(scene)) byCue.set(draft.head, draft);
  for (const draft of sourcePhraseDrafts(scene)) if (!byCue.has(draft.head)) byCue.set(draft.head, draft);
  for (const word of scene.input.words) {
    const speech = byCue.get(word.index);
    const draft =
      asideDraft(scene, word.index) ??
      whatCalledDraft(scene, word.index) ??
      relativeSaidDraft(scene, word.index) ??
      askedDraft(scene, word.index) ??
      likeliest(
        better(regularDraft(scene, word.index), complementDraft(scene, word.index)),
        () =>
          nameFallback(scene, word.index) ??
          fallbackDraft(scene, word.index) ??
          nounFallback(scene, word.index),
      );
    if (draft && speech?.rule !== "quoted-as" && !isRelative(scene, draft))
      byCue.set(
        word.index,
        speech ? withIndirect(speech, draft) : withDenial(scene, withClaimedNoun(scene, draft)),
      );
  }
  const whole = withClaimSubjects(
    scene,
    [...byCue.values()].map((draft) => withinSubject(scene, draft)),
  );
  const inside = new Set(whole.flatMap(insideOf));
  const drafts = ownClauses(scene, whole).filter((draft) => !inside.has(draft.head));
  const shared = withSharedSpeaker(scene, withJoined(scene, drafts));
  return withVerdicts(scene, withParted(scene, withCited(scene, withSecondClause(scene, shared))));
};

/** "said after the call that": the clause is the verb's, and no noun's on the way to it; "What I can say is that": neither's. */
const ownClauses = ({ input: { words } }: Scene, drafts: readonly Draft[]): readonly Draft[] => {
  const byVerb = new Set(
    drafts.flatMap(({ head, content }) => (words[head]!.upos === "VERB" ? (content[0]?.start ?? []) : [])),
  );
  return drafts.filter(({ head, content }) => {
    const first = content[0]?.start ?? -1;
    if (words[head]!.upos === "NOUN" && first > words[head]!.end && byVerb.has(first)) return false;
    const opener = words[lastBefore(words, first)];
    return !(
      opener?.index === head + 1 &&
      /^(?:is|was)$/i.test(opener.text) &&
      /^that$/i.test(words[head + 2]?.text ?? "")
    );
  });
};

/**
 * "a charge that officials reject": where a verb that takes an object ends the clause, the noun itself is its object;
 * "had a call to discuss": such a call is held, not made to anybody.
 */
const isRelative = ({ input: { words }, language }: Scene, { head, content }: Draft): boolean => {
  if (words[head]!.upos !== "NOUN" || content.length !== 1) return false;
  const verb = words[words[head]!.head]?.lemma ?? "";
  if (
    words[head]!.lemma === "call" &&
    /^(?:have|hold|schedule|plan|arrange|take|receive|get|place|join)$/.test(verb)
  )
    return true;
  const opener = words[lastBefore(words, content[0]!.start)]!;
  const last = words[lastBefore(words, content[0]!.end - 1)]!;
  return (
    /^that$/i.test(opener.text) &&
    /^VB[DZPN]$/.test(last.xpos) &&
    !isPassive(words, last.index) &&
    ["object", "clause"].some((frame) => cueIn(language.cues.verb, words, last.index, frame) !== undefined)
  );
};

/** What the tree gives, unless it misses the clause that the words after the verb mark as reported. */
const better = (regular: Draft | undefined, marked: Draft | undefined): Draft | undefined => {
  if (!regular || !marked || regular.content.length === 0) return marked ?? regular;
  const end = marked.content.at(-1)!.end;
  const misses = !regular.content.some((span) => span.start < end && span.end > end - 2);
  const first = regular.content[0]!.start;
  const isLate = /^(?:said|told)-that$/.test(regular.rule) && marked.content[0]!.start < first;
  // "has learned from a diplomat that": what reads as a thought is a report where it tells from whom.
  const isReport = regular.act.kind === "thought" && marked.act.kind === "speech";
  // "rejected as absurd [the claim that …]": the judgement stands before what is rejected.
  const isJudged = regular.act.name === "describe" && marked.content[0]!.start > first;
  const isBetter = misses || isLate || isReport || isJudged || regular.confidence < 0.6;
  if (isBetter && marked.confidence >= 0.6) return marked;
  return regular.addressee === undefined &&
    marked.addressee !== undefined &&
    !/-as$|^called/.test(regular.rule)
    ? { ...regular, addressee: marked.addressee }
    : regular;
};

/** What the tree gives, unless it is doubtful and the order of the words gives something better. */
const likeliest = (regular: Draft | undefined, other: () => Draft | undefined): Draft | undefined => {
  if (regular && regular.confidence >= 0.6) return regular;
  const fallback = other();
  return fallback && (!regular || fallback.confidence > regular.confidence) ? fallback : regular;
};

/**
 * Direct speech together with what the same cue reports in the writer's words beside it: "said that …, “…”",
 * "reported “600 incidents” in the city".
 */
const withIndirect = (speech: Draft, draft: Draft): Draft => {
  const first = speech.content[0];
  const whole = draft.content[0];
  const isPart =
    speech.rule === "quoted-after" &&
    speech.content.length === 1 &&
    draft.content.length === 1 &&
    whole!.start <= first!.start &&
    whole!.end > first!.end + 1;
  if (isPart) return { ...speech, content: draft.content };
  const lead = draft.content.find(
    (span) => first !== undefined && span.start < first.start && span.end >= first.start,
  );
  if (!lead || !first || speech.rule !== "quoted-after") return speech;
  return {
    ...speech,
    content: [{ start: lead.start, end: Math.max(lead.end, first.end) }, ...speech.content.slice(1)],
  };
};

/** Words of a cue beside its head: they are no cues of their own ("concern" of "expressed concern"). */
const insideOf = ({ head, cue: [first, last] }: Draft): number[] => {
  const words: number[] = [];
  for (let at = first; at <= last; at += 1) if (at !== head) words.push(at);
  return words;
};
