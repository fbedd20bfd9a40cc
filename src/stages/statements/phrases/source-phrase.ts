// Phrases and layout that name a source without a verb: "according to X", "in X's words", "X: …", "“…” - X, minister".
import type { Word } from "../../../model/token.ts";
import { baseRelation, subtree } from "../../../model/tree.ts";
import type { Draft, Scene } from "../draft.ts";
import { contentSpans } from "../spans.ts";
import { sourceSpan } from "../speakers/source.ts";
import { accordingTo } from "./according.ts";
import { layoutDrafts } from "./layout.ts";

type Words = readonly Word[];

/** Statements whose cue is no verb. */
export const sourcePhraseDrafts = (scene: Scene): Draft[] => {
  const found: Draft[] = [];
  for (const word of scene.input.words) {
    const draft = accordingTo(scene, word) ?? inWordsOf(scene, word);
    if (draft) found.push(draft);
  }
  found.push(...layoutDrafts(scene));
  return found;
};

const say = ({ language }: Scene) => language.acts.get("say")!;

const ownWords = new Set(["word", "view", "opinion", "telling", "account", "estimation"]);

/** "in his words", "in the minister's view". */
const inWordsOf = (scene: Scene, word: Word): Draft | undefined => {
  const { words } = scene.input;
  if (!ownWords.has(word.lemma) || !["obl", "nmod", "parataxis"].includes(baseRelation(word)))
    return undefined;
  const preposition = word.children.find(
    (child) => /^(in|by|to)$/i.test(words[child]!.text) && child < word.index,
  );
  const holder = word.children.find((child) => words[child]!.relation === "nmod:poss");
  if (preposition === undefined || holder === undefined) return undefined;
  // "had come round to his view".
  if (/^to$/i.test(words[preposition]!.text)) return undefined;
  return phraseDraft(scene, word.index, [word.index, word.index], holder, "in-words-of", 0.8);
};

const phraseDraft = (
  scene: Scene,
  head: number,
  cue: [number, number],
  speaker: number,
  rule: string,
  confidence: number,
): Draft | undefined => {
  const { words, quotations } = scene.input;
  const source = sourceSpan(words, speaker, quotations);
  const clause = clauseOf(words, head);
  if (clause === undefined || !source) return undefined;
  const phrase = new Set(subtree(words, head));
  const indexes = subtree(words, clause, (word) => phrase.has(word.index)).filter(
    (index) => index < cue[0] || index > cue[1],
  );
  const content = contentSpans(words, indexes, quotations);
  if (content.length === 0) return undefined;
  return { head, cue, act: say(scene), negated: false, speaker, source, content, confidence, rule };
};

/** The clause that a phrase modifies: up from its head to a predicate that is no mere part of another. */
const clauseOf = (words: Words, top: number): number | undefined => {
  let at = words[top]!.head;
  if (at < 0) return undefined;
  const inside = [
    "nmod",
    "obl",
    "obj",
    "nsubj",
    "appos",
    "compound",
    "amod",
    "flat",
    "advmod",
    "xcomp",
    "nummod",
  ];
  for (let step = 0; step < 12 && words[at]!.head >= 0; step += 1) {
    if (!inside.includes(baseRelation(words[at]!)) || words[at]!.upos === "VERB") break;
    at = words[at]!.head;
  }
  return at;
};
