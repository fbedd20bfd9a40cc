// Phrases and layout that name a source without a verb: "according to X", "in X's words", "X: …", "“…” - X, minister".
import type { Draft, Scene } from "../draft.ts";
import { accordingTo } from "./according.ts";
import { layoutDrafts } from "./layout.ts";

/** Statements whose cue is no verb. */
export const sourcePhraseDrafts = (scene: Scene): Draft[] => {
  const found: Draft[] = [];
  for (const word of scene.input.words) {
    const draft = accordingTo(scene, word);
    if (draft) found.push(draft);
  }
  found.push(...layoutDrafts(scene));
  return found;
};
