// A statement in the making -> how sure it is that somebody said this, 0 to 1.
import type { Draft, Scene } from "./draft.ts";

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
