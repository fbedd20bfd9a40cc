// A word that tells of a deed -> whether the text says that it happened, will happen, might, did not, or was called off.
import type { Effect, Governors } from "../language/governors.ts";
import type { Word } from "../model/token.ts";
import { baseRelation } from "../model/tree.ts";
import { isInfinitive, isPassive, lemmaOf, markerOf } from "./arguments.ts";

/** `actual` where nothing says otherwise. */
export type Standing = Exclude<Effect, "shared">;

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
  if (isUnsaid(words, index)) return "hypothetical";
  const own = clauseStanding(words, index, governors);
  if (own !== "actual") return own === "hypothetical" && isFutureInPast(words, index) ? "future" : own;
  if (isImperative(words, index)) return "hypothetical";
  let at = index;
  for (let step = 0; step < 5; step += 1) {
    const next = stepUp(words, at, governors);
    if (typeof next === "string") return next;
    at = next;
  }
  return "actual";
};

/** "I never said that I would negotiate." */
const isUnsaid = (words: Words, index: number): boolean => {
  const head = words[words[index]!.head];
  return (
    words[index]!.relation === "ccomp" &&
    head !== undefined &&
    speech.has(head.lemma.toLowerCase()) &&
    isNegated(words, head.index)
  );
};

/** One step towards the root: the standing where it is settled there, or else the word to go on from. */
const stepUp = (words: Words, at: number, governors: Governors): Standing | number => {
  const word = words[at]!;
  const head = words[word.head];
  const relation = baseRelation(word);
  if (relation === "conj" && head) {
    if (hasOwnTense(words, word)) return "actual";
    const shared = clauseStanding(words, head.index, governors);
    if (shared === "hypothetical" && isFutureInPast(words, head.index)) return "future";
    return shared === "actual" ? head.index : shared;
  }
  if (!head || !up.has(relation)) return "actual";
  if (relation === "obl") return circumstance(words, word, head, governors);
  if (word.relation === "acl:relcl") return "actual";
  if (relation === "advcl" && /^VB[DZP]$/.test(word.xpos)) return "actual";
  const infinitive = isInfinitive(words, at);
  if (speech.has(head.lemma.toLowerCase()) && !infinitive) return "actual";
  const found =
    (isFree(words, word) ? undefined : effectOf(words, word, head, governors)) ??
    (infinitive ? untold(words, word, head, governors) : undefined);
  if (found === "actual") return "actual";
  if (found && found !== "shared") return isNegated(words, head.index) ? reversed(found) : found;
  if (word.relation === "nsubj") return clauseStanding(words, head.index, governors);
  if (relation === "advcl" && !infinitive) return "actual";
  if (relation === "ccomp" && hasOwnTense(words, word)) return "actual";
  const outer = clauseStanding(words, head.index, governors);
  if (outer === "hypothetical" && isFutureInPast(words, head.index)) return "future";
  const passes = relation !== "nmod" || (outer === "negated" && word.upos !== "VERB");
  return outer !== "actual" && passes ? outer : head.index;
};

/** "opened fire, killing five": a participle behind a comma is no matter of the verb's. */
const isFree = (words: Words, { relation, xpos, index, children }: Word): boolean =>
  relation === "advcl" &&
  xpos === "VBG" &&
  (words[index - 1]?.text === "," ||
    // "called Trump after speaking with Zelenskyy"
    children.some((child) => child < index && /^(?:,|after|since|while|upon)$/i.test(words[child]!.text)));

/** An infinitive below a word that no table knows is not yet done: "told them to leave", "troops to fight rebels". */
const untold = (words: Words, word: Word, head: Word, governors: Governors): Effect | undefined => {
  const relation = baseRelation(word);
  if (relation === "advcl" || isWentTo(words, word, head)) return governors.get("to")?.clause;
  if (
    relation === "acl" &&
    head.children.some((child) => /^(first|second|third|last|latest|only)$/i.test(words[child]!.text))
  )
    return "shared";
  return /^(xcomp|ccomp|acl)$/.test(relation) && head.lemma !== "be" ? "hypothetical" : undefined;
};

/** "flew to Tehran to meet Araghchi": what somebody goes somewhere for, where the tree takes it for the verb's own. */
const isWentTo = (words: Words, word: Word, head: Word): boolean =>
  word.relation === "xcomp" &&
  /^(?:go|come|travel|fly|head|return|drive|journey|sail)$/.test(head.lemma) &&
  head.children.some(
    (child) =>
      child > head.index &&
      child < word.index &&
      baseRelation(words[child]!) === "obl" &&
      /^(?:to|in|into|from|for)$/.test(markerOf(words, child)),
  );

/** "Stop the war!": a bare form that opens its sentence or quotation. */
const isImperative = (words: Words, index: number): boolean => {
  const word = words[index]!;
  if (word.xpos !== "VB" || word.head >= 0) return false;
  const before = words[index - 1];
  const opens = before?.sentence !== word.sentence || /^["“‘']$/.test(before.text);
  return opens && !word.children.some((child) => /^(nsubj|aux)/.test(words[child]!.relation));
};

/** "will speak during the visit", "after the talks", "asked for a meeting". */
const circumstance = (words: Words, word: Word, head: Word, governors: Governors): Standing => {
  const marker = markerOf(words, word.index);
  if (/^(before|ahead_of|until|pending)$/.test(marker)) return "actual";
  if (/^(for|about|of|to|into|against|at|from|with)$/.test(marker)) {
    const found = effectOf(words, word, head, governors);
    // "announced more aid at a meeting": what is announced there is something else.
    const elsewhere = marker === "at" && found === "future";
    if (found === "actual") return found;
    if (found && found !== "shared" && !elsewhere)
      return isNegated(words, head.index) ? reversed(found) : found;
  }
  if (!/^(in|during|at|on|over|for|with|to|by|through|via)$/.test(marker)) return "actual";
  // "was due to fly to Moscow for talks": what somebody is yet to go for.
  const outer = (marker === "for" && head.upos === "VERB" ? standingOf : clauseStanding)(
    words,
    head.index,
    governors,
  );
  return outer === "future" ? outer : "actual";
};

/** "said they would meet": what was to come when it was said. */
const isFutureInPast = (words: Words, index: number): boolean => {
  const word = words[index]!;
  const would = word.children.some(
    (child) => words[child]!.relation === "aux" && /^(would|'d|’d)$/i.test(words[child]!.text),
  );
  const open = words
    .slice(Math.max(0, index - 30), index)
    .some(({ sentence, text }) => sentence === word.sentence && /^(if|unless|whether)$/i.test(text));
  const head = words[word.head];
  return (
    would &&
    !open &&
    head !== undefined &&
    word.relation === "ccomp" &&
    (speech.has(head.lemma.toLowerCase()) || head.lemma === "announce")
  );
};

/** What the head makes of the word; what acts as its subject ("the attack threatens peace") is not governed by it. */
const effectOf = (words: Words, word: Word, head: Word, governors: Governors): Effect | undefined => {
  if (word.relation === "nsubj" && head.upos === "VERB" && !isPassive(words, head.index)) return undefined;
  const governor = callFor(words, word, head, governors) ?? governors.get(lemmaOf(words, head.index));
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
    if (part.relation === "mark" && isOpen(text, word)) return "hypothetical";
    if (part.relation === "aux") {
      const effect = /^(will|'ll|’ll|wo|shall)$/.test(text) ? "future" : governors.get(lemma)?.clause;
      if (effect && effect !== "shared" && (found === "actual" || effect === "hypothetical")) found = effect;
    }
    const adjective =
      part.relation === "amod" || (part.relation === "advmod" && !/^(ahead|instead)$/.test(lemma));
    const mark = part.relation === "case" && /^(without|instead|ahead)$/.test(text);
    const effect = adjective ? governors.get(lemma)?.noun : mark ? governors.get(text)?.noun : undefined;
    if (effect && effect !== "shared") found = effect;
  }
  if (isNegated(words, index)) return "negated";
  if (found === "actual" && isToBe(words, index)) return "future";
  return found;
};

/** "if they attack", "until they withdraw" (but "until they withdrew"). */
const isOpen = (mark: string, verb: Word): boolean =>
  /^(if|unless|whether|lest)$/.test(mark) || (mark === "until" && verb.xpos !== "VBD");

/** "is going to meet", "is to meet", "was set to meet" are future; the infinitive hangs on or holds the `be`. */
const isToBe = (words: Words, index: number): boolean => {
  const word = words[index]!;
  const head = words[word.head];
  const infinitive = word.children.some(
    (child) => words[child]!.relation === "mark" && words[child]!.lemma === "to",
  );
  if (!infinitive) return false;
  if (!head) return word.children.some((child) => words[child]!.lemma === "be" && child < index);
  if (word.relation === "xcomp" && head.lemma === "go" && head.text.toLowerCase() === "going") return true;
  return (head.lemma === "be" && /^(xcomp|ccomp|root)$/.test(word.relation)) || (word.head < 0 && infinitive);
};

/** "not only condemned …": there is more, nothing less. */
export const isOnly = (words: Words, not: number): boolean =>
  /^(?:only|just|merely|simply|solely)$/i.test(words[not + 1]?.text ?? "");

/** True where a `not`, `never` or `no` belongs to the word itself. */
export const isNegated = (words: Words, index: number): boolean =>
  words[index]!.children.some((child) => {
    const part = words[child]!;
    const text = part.text.toLowerCase();
    if (/^(advmod|cc|cc:preconj)$/.test(part.relation)) return negations.has(text) && !isOnly(words, child);
    // "Nobody came", "no talks were held", "offered no apology".
    if (/^(?:nsubj|nsubj:pass|obj)$/.test(part.relation))
      return (
        /^(nobody|none|nothing)$/.test(text) ||
        part.children.some(
          (one) => words[one]!.relation === "det" && /^(no|neither)$/i.test(words[one]!.text),
        )
      );
    return part.relation === "det" && (text === "no" || text === "neither");
  });

const reversed = (effect: Standing): Standing =>
  effect === "negated" || effect === "denied" || effect === "cancelled" ? "actual" : "negated";

const hasOwnTense = (words: Words, word: Word): boolean =>
  /VerbForm=Fin|Mood=Ind/.test(word.features) ||
  word.children.some(
    (child) => /^(aux|cop|nsubj)/.test(words[child]!.relation) && words[child]!.text.toLowerCase() !== "be",
  );
