// Trees that take a verb with its object for an adjective with its noun -> trees with the verb: "China signed agreements";
// and verbs that share an object ("went further and severed ties") each with the object below it.
import type { Word } from "../../model/token.ts";

type Words = readonly Word[];

/** Participles that do stand between a name and a noun: "US led coalition". */
const between =
  /^(back|lead|sponsor|fund|base|control|run|hold|broker|draft|own|make|bear|rule|occupy|fuel|elect)$/;

/** The same words, with the verbs above their objects. The layer that is given stays as it is. */
export const mendVerbs = (words: Words): Words => {
  const wrong = words.filter((word) => isVerb(words, word)).map(({ index }) => index);
  const sharing = words.flatMap((word) => {
    const object = sharedObject(words, word);
    return object === undefined ? [] : [{ index: word.index, object }];
  });
  const doubled = words.filter((word) => isSecondName(words, word)).map(({ index }) => index);
  if (wrong.length + sharing.length + doubled.length === 0) return words;
  const mended = words.map((word) => ({ ...word, children: [...word.children] }));
  for (const { index, object } of sharing)
    mended[index]!.children = [...mended[index]!.children, object].sort((a, b) => a - b);
  for (const index of doubled) hang(mended, index, index - 1);
  for (const index of wrong) raise(mended, index);
  return mended;
};

const isAlike = (a: string, b: string): boolean => a === b || (/^VB[DN]$/.test(a) && /^VB[DN]$/.test(b));

/** "rammed and boarded [a boat]". */
const objectOfNext = (words: Words, index: number, children: readonly number[]): number | undefined => {
  const next = words[index + 2]!;
  if (next.relation !== "conj" || next.head !== index || !isAlike(next.xpos, words[index]!.xpos))
    return undefined;
  if (children.some((child) => /^(obj|xcomp|ccomp|nsubj:pass|obl)/.test(words[child]!.relation)))
    return undefined;
  return next.children.find((child) => words[child]!.relation === "obj");
};

/** "The opposition Unita condemned": two subjects side by side are one with its name. */
const isSecondName = (words: Words, { index, upos, relation, head }: Word): boolean => {
  const before = words[index - 1];
  return (
    upos === "PROPN" &&
    /^nsubj/.test(relation) &&
    index < head &&
    before?.upos === "NOUN" &&
    before.relation === relation &&
    before.head === head
  );
};

const hang = (words: Mended[], index: number, below: number): void => {
  const head = words[words[index]!.head]!;
  head.children = head.children.filter((child) => child !== index);
  words[below]!.children.push(index);
  Object.assign(words[index]!, { head: below, relation: "appos" });
};

/** "went further and severed [ties]": the object behind a listed verb that hangs on the first verb of the list. */
const sharedObject = (words: Words, { index, upos, relation, head, children }: Word): number | undefined => {
  if (upos === "VERB" && index + 2 < words.length && words[index + 1]!.upos === "CCONJ")
    return objectOfNext(words, index, children);
  if (upos !== "VERB" || relation !== "conj" || words[head]?.upos !== "VERB") return undefined;
  if (children.some((child) => /^(obj|xcomp|ccomp|nsubj)/.test(words[child]!.relation))) return undefined;
  return words[head]!.children.find((child) => child > index && words[child]!.relation === "obj");
};

const isVerb = (words: Words, word: Word): boolean => {
  const { index, sentence, relation, xpos, head } = word;
  if (relation !== "amod" || !/^VB[DN]$/.test(xpos) || head <= index) return false;
  const before = words[index - 1];
  if (
    before?.sentence !== sentence ||
    words[head]!.children.some((child) => child < index && isDeterminer(words[child]!))
  )
    return false;
  if (/^(NOUN|PROPN)$/.test(before.upos))
    return topBelow(words, before.index, head) !== undefined && (xpos === "VBD" || !between.test(word.lemma));
  return before.upos === "CCONJ" && follows(words, index - 1);
};

const isDeterminer = ({ relation }: Word): boolean => /^(det|nmod:poss|nummod|case)$/.test(relation);

/** "criticised the decision and": a verb with tense before, and the end of its object right before the conjunction. */
const follows = (words: Words, conjunction: number): boolean => {
  if (!/^(NOUN|PROPN|PRON|PUNCT)$/.test(words[conjunction - 1]?.upos ?? "")) return false;
  return verbBefore(words, conjunction) !== undefined;
};

const verbBefore = (words: Words, index: number): number | undefined => {
  for (let at = index - 1; words[at]?.sentence === words[index]!.sentence; at -= 1)
    if (words[at]!.upos === "VERB" && /^VB[DZP]$/.test(words[at]!.xpos) && words[at]!.relation !== "amod")
      return at;
  return undefined;
};

/** The child of `head` that the word stands below. */
const topBelow = (words: Words, index: number, head: number): number | undefined => {
  for (let at = index, step = 0; step < 6 && at >= 0; step += 1) {
    if (words[at]!.head === head) return at;
    at = words[at]!.head;
  }
  return undefined;
};

const isBelow = (words: Words, index: number, above: number): boolean => {
  for (let at = index; at >= 0; at = words[at]!.head) if (at === above) return true;
  return false;
};

type Mended = { -readonly [key in keyof Word]: Word[key] } & { children: number[] };

const raise = (words: Mended[], index: number): void => {
  const verb = words[index]!;
  const noun = words[verb.head]!;
  const before = noun.relation === "conj" ? verbBefore(words, index) : undefined;
  const listed = before !== undefined && !isBelow(words, before, noun.index) ? before : undefined;
  const [head, relation] = [listed ?? noun.head, noun.relation];
  const moved = noun.children.filter((child) => child < index);
  if (noun.head >= 0)
    words[noun.head]!.children = words[noun.head]!.children.filter((child) => child !== noun.index);
  noun.children = noun.children.filter((child) => child > index);
  verb.children = [...moved, ...verb.children, noun.index].sort((a, b) => a - b);
  for (const child of moved) {
    words[child]!.head = index;
    if (/^(NOUN|PROPN|PRON|ADJ)$/.test(words[child]!.upos)) words[child]!.relation = "nsubj";
  }
  Object.assign(noun, { head: index, relation: "obj" });
  Object.assign(verb, { head, relation, upos: "VERB", xpos: "VBD" });
  if (head >= 0) words[head]!.children = [...words[head]!.children, index].sort((a, b) => a - b);
};
