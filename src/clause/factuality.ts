// A word that tells of a deed -> whether the text says that it happened, will happen, might, did not, or was called off.
import type { Effect, Governors } from "../language/governors.ts";
import type { Word } from "../model/token.ts";
import { baseRelation } from "../model/tree.ts";
import { lemmaOf, markerOf } from "./arguments.ts";

/** `actual` where nothing says otherwise. */
export type Standing = Effect | "actual";

type Words = readonly Word[];

const up = new Set([
  "xcomp",
  "ccomp",
  "obj",
  "nsubj",
  "obl",
  "nmod",
  "acl",
  "advcl",
  "amod",
  "compound",
  "csubj",
]);
const negations = new Set(["not", "never", "n't", "n’t", "neither", "nor", "hardly"]);
const speech = new Set([
  "say",
  "tell",
  "report",
  "add",
  "note",
  "state",
  "confirm",
  "write",
  "reveal",
  "claim",
]);

/** The standing of the deed that the word (verb or noun) tells of, by its own clause and the words it hangs on. */
export const standingOf = (words: Words, index: number, governors: Governors): Standing => {
  let at = index;
  const own = clauseStanding(words, at, governors);
  if (own !== "actual") return own === "hypothetical" && isFutureInPast(words, at) ? "future" : own;
  for (let step = 0; step < 5; step += 1) {
    const word = words[at]!;
    const head = words[word.head];
    const relation = baseRelation(word);
    if (relation === "conj" && head) {
      if (hasOwnTense(words, word)) return "actual";
      at = head.index;
      const shared = clauseStanding(words, at, governors);
      if (shared !== "actual") return shared;
      continue;
    }
    if (!head || !up.has(relation)) return "actual";
    if (relation === "obl") return circumstance(words, word, head, governors);
    if (speech.has(head.lemma.toLowerCase())) return "actual";
    if (relation === "acl" && word.relation === "acl:relcl") return "actual";
    const found = effectOf(words, word, head, governors);
    if (found) return isNegated(words, head.index) ? reversed(found) : found;
    if (relation === "advcl" || (relation === "nsubj" && word.relation === "nsubj")) {
      const mark = markerOf(words, at);
      if (mark !== "to" || relation === "nsubj") return subjectStanding(words, head, relation, governors);
    }
    if (relation === "ccomp" && hasOwnTense(words, word)) return "actual";
    const outer = clauseStanding(words, head.index, governors);
    if (outer !== "actual" && relation !== "obl" && relation !== "nmod") return outer;
    if (outer !== "actual" && word.upos !== "VERB" && outer === "negated") return outer;
    at = head.index;
  }
  return "actual";
};

/** "will speak during the visit", "after the talks", "asked for a meeting". */
const circumstance = (words: Words, word: Word, head: Word, governors: Governors): Standing => {
  const marker = markerOf(words, word.index);
  if (/^(before|ahead_of|until|pending)$/.test(marker)) return "actual";
  if (/^(for|about|of|to|into|against|at|from)$/.test(marker)) {
    const found = effectOf(words, word, head, governors);
    if (found) return isNegated(words, head.index) ? reversed(found) : found;
  }
  if (!/^(in|during|at|on|over|for|with|to|by|through|via)$/.test(marker)) return "actual";
  const outer = clauseStanding(words, head.index, governors);
  return outer === "future" ? outer : "actual";
};

/** "said they would meet": what was to come when it was said. */
const isFutureInPast = (words: Words, index: number): boolean => {
  const word = words[index]!;
  const would = word.children.some(
    (child) => words[child]!.relation === "aux" && /^(would|'d|’d)$/i.test(words[child]!.text),
  );
  const open = word.children.some((child) => /^(if|unless|whether)$/i.test(words[child]!.text));
  const head = words[word.head];
  return (
    would &&
    !open &&
    head !== undefined &&
    word.relation === "ccomp" &&
    (speech.has(head.lemma.toLowerCase()) || head.lemma === "announce")
  );
};

/** "The talks will start": a deed named by the subject shares the clause's standing. */
const subjectStanding = (words: Words, head: Word, relation: string, governors: Governors): Standing =>
  relation === "nsubj" ? clauseStanding(words, head.index, governors) : "actual";

const effectOf = (words: Words, word: Word, head: Word, governors: Governors): Effect | undefined => {
  const governor = governors.get(lemmaOf(words, head.index)) ?? callFor(words, word, head, governors);
  if (!governor) return undefined;
  return word.upos === "VERB" || word.upos === "AUX" ? governor.clause : governor.noun;
};

const callFor = (words: Words, word: Word, head: Word, governors: Governors) =>
  markerOf(words, word.index) === "for" ? governors.get(`${head.lemma.toLowerCase()}_for`) : undefined;

/** Auxiliaries, negation, `if`, `is to`, and adjectives of the word itself. */
const clauseStanding = (words: Words, index: number, governors: Governors): Standing => {
  const word = words[index]!;
  let found: Standing = "actual";
  for (const child of word.children) {
    const part = words[child]!;
    const lemma = part.lemma.toLowerCase();
    const text = part.text.toLowerCase();
    if (part.relation === "mark" && (text === "if" || text === "unless" || text === "whether"))
      return "hypothetical";
    if (part.relation === "aux") {
      const effect = /^(will|'ll|’ll|wo|shall)$/.test(text) ? "future" : governors.get(lemma)?.clause;
      if (effect && (found === "actual" || effect === "hypothetical")) found = effect;
    }
    if (part.relation === "amod" || (part.relation === "advmod" && lemma !== "ahead"))
      found = governors.get(lemma)?.noun ?? found;
    if (part.relation === "case" && /^(without|instead|ahead)$/.test(text))
      found = governors.get(text)?.noun ?? found;
  }
  if (isNegated(words, index)) return "negated";
  if (found === "actual" && isToBe(words, index)) return "future";
  return found;
};

/** "is going to meet", "is to meet", "was set to meet" are future; the infinitive hangs on or holds the `be`. */
const isToBe = (words: Words, index: number): boolean => {
  const word = words[index]!;
  const head = words[word.head];
  const infinitive = word.children.some(
    (child) => words[child]!.relation === "mark" && words[child]!.lemma === "to",
  );
  if (!infinitive || !head) return false;
  if (word.relation === "xcomp" && head.lemma === "go" && head.text.toLowerCase() === "going") return true;
  return (head.lemma === "be" && /^(xcomp|ccomp|root)$/.test(word.relation)) || (word.head < 0 && infinitive);
};

/** True where a `not`, `never` or `no` belongs to the word itself. */
export const isNegated = (words: Words, index: number): boolean =>
  words[index]!.children.some((child) => {
    const part = words[child]!;
    const text = part.text.toLowerCase();
    if (/^(advmod|cc|cc:preconj)$/.test(part.relation)) return negations.has(text);
    if (part.relation === "nsubj" || part.relation === "nsubj:pass")
      return part.children.some(
        (one) => words[one]!.relation === "det" && /^(no|neither)$/i.test(words[one]!.text),
      );
    return part.relation === "det" && (text === "no" || text === "neither");
  });

const reversed = (effect: Effect): Standing =>
  effect === "negated" || effect === "denied" || effect === "cancelled" ? "actual" : "negated";

const hasOwnTense = (words: Words, word: Word): boolean =>
  /VerbForm=Fin|Mood=Ind/.test(word.features) ||
  word.children.some((child) => /^(aux|cop|nsubj)/.test(words[child]!.relation));
