// Word -> cue: whether a word reports, in which frame and with which act, and how far the reporting words reach.
import { isOnly } from "../../../clause/factuality.ts";
import type { Cue, Cues } from "../../../language/statements.ts";
import type { Word } from "../../../model/token.ts";
import { baseRelation } from "../../../model/tree.ts";

type Words = readonly Word[];

/**
 * The cue that the word is in this frame, if it is one: the first row of the table whose other words stand by it. A
 * "charge d'affaires" is none.
 */
export const cueIn = (cues: Cues, words: Words, index: number, frame: string): Cue | undefined =>
  /^d['’]/i.test(words[index + 1]?.text ?? "")
    ? undefined
    : cues
        .get(words[index]!.lemma.toLowerCase())
        ?.find((cue) => (frame === "" || cue.frames.has(frame)) && standsWith(words, index, cue.rest));

/** Particles and objects that belong to the cue stand close by: "point out", "take issue", "be expected". */
const standsWith = (words: Words, index: number, rest: readonly string[]): boolean => {
  if (rest.length === 0) return true;
  const [first] = rest;
  if (first === "be") return words[index]!.children.some((child) => isBe(words[child]!));
  let at = index;
  for (const part of rest) {
    const next = [1, 2, 3].map((step) => words[at + step]).find((word) => word && same(word, part));
    if (!next || next.sentence !== words[index]!.sentence) return false;
    at = next.index;
  }
  return true;
};

const same = (word: Word, part: string): boolean =>
  word.text.toLowerCase() === part || word.lemma.toLowerCase() === part;
const isBe = (word: Word): boolean =>
  word.lemma === "be" && (baseRelation(word) === "aux" || baseRelation(word) === "cop");

const joins = new Set(["aux", "advmod", "cop", "compound", "fixed"]);

const aspects = /^(?:continue|begin|start|keep|proceed|seem|appear|try|fail|manage|able|used)$/;
const wishes = /^(?:want|wish|like|need|have|let)$/;

/**
 * The verb whose infinitive or participle a cue is, where it says no more than how the saying goes: "went on to say",
 * "keeps denying", "appeared to suggest"; of "I" and "we" also "want to thank".
 */
const aspectOf = (words: Words, head: number): number | undefined => {
  let at = head - 1;
  while (words[at]?.upos === "ADV") at -= 1;
  const isTo = /^to$/i.test(words[at]?.text ?? "");
  if (isTo) at -= 1;
  if (!isTo && words[head]!.xpos !== "VBG") return undefined;
  while (words[at]?.upos === "ADV" && words[at]!.text !== "on") at -= 1;
  if (words[at]?.text === "on" && words[at - 1]?.lemma === "go") at -= 1;
  const verb = words[at];
  if (verb?.sentence !== words[head]!.sentence || !/^(?:VERB|AUX|ADJ)$/.test(verb.upos)) return undefined;
  if (verb.lemma === "go" ? words[at + 1]?.text === "on" : aspects.test(verb.lemma)) return at;
  return isTo && wishes.test(verb.lemma) && isFirstPerson(words, at) ? at : undefined;
};

/** "I also want to", "we would like to". */
const isFirstPerson = (words: Words, verb: number): boolean => {
  let at = verb - 1;
  while (/^(?:ADV|AUX)$/.test(words[at]?.upos ?? "")) at -= 1;
  return /^(?:I|we)$/i.test(words[at]?.text ?? "");
};

/** First and last word of the cue around its head: auxiliaries, negation, adverbs, particles, "to". */
export const cueReach = (words: Words, head: number, last = head): [first: number, last: number] => {
  const own = ownReach(words, head, last);
  const aspect = words[head]!.upos === "VERB" ? aspectOf(words, head) : undefined;
  return aspect === undefined ? own : [ownReach(words, aspect, aspect)[0], own[1]];
};

const ownReach = (words: Words, head: number, last: number): [first: number, last: number] => {
  let first = head;
  const of = (index: number): boolean => {
    const word = words[index];
    if (!word || word.sentence !== words[head]!.sentence || word.head !== head) return false;
    if (word.relation === "mark") return word.lemma.toLowerCase() === "to";
    return joins.has(baseRelation(word)) && word.relation !== "compound" && word.upos !== "PUNCT";
  };
  while (of(first - 1)) first -= 1;
  let end = last;
  while (words[end + 1]?.relation === "compound:prt" && words[end + 1]!.head === head) end += 1;
  return [first, end];
};

const negators = new Set(["not", "n't", "n’t", "never", "no", "neither", "nor"]);

/** True where the cue is denied: "did not say", "never said". */
export const isNegated = (words: Words, head: number): boolean =>
  /^(?:neither|nor)$/i.test(words[head - 1]?.text ?? "") ||
  words[head]!.children.some((child) => {
    const word = words[child]!;
    return (
      child < head &&
      negators.has(word.text.toLowerCase()) &&
      !isOnly(words, child) &&
      ["advmod", "det", "cc:preconj"].includes(word.relation)
    );
  });

/** True for a "that" which opens a clause, also where it was taken for a pronoun: "told partners that Oslo had left". */
export const opensClause = (words: Words, index: number): boolean => {
  const word = words[index]!;
  if (word.text.toLowerCase() !== "that") return false;
  const next = words[index + 1];
  if (
    next?.text === "," &&
    words[index - 1]?.upos === "VERB" &&
    /^(?:according|in|as)$/i.test(words[index + 2]?.text ?? "")
  )
    return true;
  if (word.upos === "DET") return false;
  return (
    word.upos === "SCONJ" ||
    (next !== undefined && next.sentence === word.sentence && !/^(?:VERB|AUX|PUNCT|ADV)$/.test(next.upos))
  );
};

/** True for a participle after a form of "be": "was told", "has been repeatedly warned". */
export const isPassive = (words: Words, index: number): boolean => {
  if (words[index]!.xpos !== "VBN" && words[index]!.xpos !== "VBD") return false;
  let at = index - 1;
  while (/^(?:ADV|PART)$/.test(words[at]?.upos ?? "")) at -= 1;
  const before = words[at];
  if (before?.sentence !== words[index]!.sentence) return false;
  return (
    (before.upos === "AUX" && before.lemma === "be") ||
    (before.upos === "CCONJ" && isJoinedPassive(words, index))
  );
};

/** "was summoned and told": joined to a passive without a subject of its own. */
const isJoinedPassive = (words: Words, index: number): boolean => {
  const { relation, head, children, lemma } = words[index]!;
  const isOpen = /^(?:tell|inform|assure|warn|ask|advise|notify|order|urge|remind|instruct)$/.test(lemma);
  if (!isOpen || relation !== "conj" || head > index) return false;
  if (
    children.some(
      (child) => /^(?:nsubj|aux|iobj|obj)/.test(words[child]!.relation) && words[child]!.text !== "that",
    )
  )
    return false;
  return words[head]!.children.some((child) => words[child]!.relation === "aux:pass");
};
