// A statement in the making -> how sure it is that somebody said this, 0 to 1: first by rules, then as experience has it.
import type { Draft, Scene } from "../draft.ts";

const byKind = { speech: 1, stance: 0.85, thought: 0.5, evidence: 0.35 };

/** The rule's own confidence, less for what is no speech and for what names nobody. */
export const confidenceOf = ({ input: { words }, language }: Scene, draft: Draft): number => {
  const lemma = draft.speaker === undefined ? "" : words[draft.speaker]!.lemma;
  const kind =
    language.rules.classes.get("document")?.has(lemma) && draft.act.kind === "evidence"
      ? "stance"
      : draft.act.kind;
  const named = draft.speaker === undefined ? 0.75 : 1;
  return Math.round(100 * draft.confidence * byKind[kind] * named) / 100;
};

/** What scores have come to in news text, against annotators who left nothing unmarked: pairs of score and share right. */
const experience: readonly (readonly [score: number, right: number])[] = [
  [0, 0.1],
  [0.3, 0.34],
  [0.5, 0.35],
  [0.7, 0.57],
  [0.85, 0.64],
  [0.9, 0.68],
  [0.95, 0.87],
  [1, 0.91],
];

/** The share of statements with this score that are right; a straight line between what is known. */
export const calibrated = (score: number): number => {
  const above = experience.findIndex(([known]) => known >= score);
  const [high, top] = experience[Math.max(1, above)]!;
  const [low, bottom] = experience[Math.max(1, above) - 1]!;
  const right = bottom + ((top - bottom) * (score - low)) / (high - low);
  return Math.round(100 * right) / 100;
};
