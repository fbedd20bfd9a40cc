// Phrases and layout that name a source without a verb: "according to X", "in X's words", "X: …", "“…” - X, minister".
import type { Word } from "../../model/token.ts";
import { baseRelation, subtree } from "../../model/tree.ts";
import { accordingTo } from "./according.ts";
import type { Draft, Scene } from "./draft.ts";
import { sourceSpan } from "./source.ts";
import { contentSpans } from "./spans.ts";

type Words = readonly Word[];

/** Statements whose cue is no verb. */
export const sourcePhraseDrafts = (scene: Scene): Draft[] => {
  const found: Draft[] = [];
  for (const word of scene.input.words) {
    const draft = accordingTo(scene, word) ?? inWordsOf(scene, word);
    if (draft) found.push(draft);
  }
  for (const sentence of scene.input.sentences) {
    const draft = colonLead(scene, sentence.index);
    if (draft) found.push(draft);
  }
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

const plain = new Set(["PROPN", "NOUN", "ADJ", "DET", "ADP", "PUNCT", "CCONJ", "NUM", "X", "PART"]);

/** "Merkel: We can do it", as a headline, a turn of a transcript or a name before a quotation. */
const colonLead = (scene: Scene, index: number): Draft | undefined => {
  const { words, sentences, quotations, tokens } = scene.input;
  const sentence = sentences[index]!;
  const first = firstToken(tokens, sentence.start);
  if (first === undefined) return undefined;
  let colon = first;
  while (colon < first + 12 && words[colon]?.sentence === index && words[colon]!.text !== ":") colon += 1;
  if (words[colon]?.text !== ":" || words[colon]!.sentence !== index || colon === first) return undefined;
  const lead = words.slice(first, colon);
  const next = words[colon + 1];
  const quoted = quotations.find(
    (one) => one.start >= words[colon]!.end && one.start <= words[colon]!.end + 2,
  );
  if (!lead.every((word) => plain.has(word.upos)) || !lead.some((word) => word.upos === "PROPN"))
    return undefined;
  if (
    !quoted &&
    (!next || next.sentence !== index || sentence.block === "prose" || sentence.block === "item")
  )
    return undefined;
  const speaker = lead.find((word) => word.head < first || word.head > colon)?.index ?? lead.at(-1)!.index;
  const rest = words.slice(colon + 1).findIndex((word) => word.sentence !== index);
  const indexes = Array.from(
    { length: rest < 0 ? words.length - colon - 1 : rest },
    (_, at) => colon + 1 + at,
  );
  const content = quoted
    ? [{ start: quoted.start, end: quoted.end }]
    : contentSpans(words, indexes, quotations);
  const source = { start: lead[0]!.start, end: lead.at(-1)!.end };
  return {
    head: colon,
    cue: [colon, colon],
    act: say(scene),
    negated: false,
    speaker,
    source,
    content,
    confidence: quoted ? 0.9 : 0.7,
    rule: "colon-lead",
  };
};

const firstToken = (tokens: readonly { start: number }[], start: number): number | undefined => {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low < tokens.length ? low : undefined;
};
