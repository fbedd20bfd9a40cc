// The head of a point -> its topic: a short phrase, lower case but for names, lemma at its end.
import type { Word } from "../../../model/token.ts";
import { baseRelation } from "../../../model/tree.ts";
import type { Part } from "./cut-content.ts";

type Words = readonly Word[];

/** Nouns and verbs that say nothing of the matter themselves: the topic is what hangs on them. */
const empty = new Set(
  "importance need determination commitment support issue matter question way effort priority desire readiness willingness view necessity hope interest role part range number series concern situation progress goal aim step importance significance appreciation gratitude opportunity possibility one day week month year hour minute end middle beginning".split(
    " ",
  ),
);

/** A noun phrase that the part is about: its own head noun, or the first telling one below it, names last. */
export const topicOf = (words: Words, { head, first, last }: Part): string => {
  const isIn = (index: number) => index >= first && index <= last;
  return phraseOf(
    words,
    tellingNoun(words, head, 0, false, isIn) ??
      (words[head]!.upos === "PROPN" ? besideName(words, head, last) : undefined) ??
      tellingNoun(words, head, 0, true, isIn) ??
      anyNoun(words, head) ??
      head,
  );
};

/** "thanked [India for its words of support]", "asked [Kyiv to lift its ban]": whom it is said to is no topic. */
const besideName = (words: Words, name: number, last: number): number | undefined => {
  const behind = words.slice(name + 1, last + 1);
  const lead = behind.findIndex(({ text }) => /^(?:for|to|of|on|over)$/i.test(text));
  if (lead < 0 || behind.slice(0, lead).some(({ upos }) => /^(?:PUNCT|VERB)$/.test(upos))) return undefined;
  return behind.find(
    ({ upos, lemma, relation }) =>
      upos === "NOUN" && !empty.has(lemma.toLowerCase()) && relation !== "compound",
  )?.index;
};

const anyNoun = (words: Words, index: number): number | undefined => {
  const nouns = words[index]!.children.filter((child) => /^(NOUN|PROPN)$/.test(words[child]!.upos));
  return nouns.find((child) => words[child]!.upos === "NOUN") ?? nouns[0];
};

const ways = ["obj", "acl", "nmod", "xcomp", "ccomp", "obl", "advcl", "csubj", "nsubj", "nsubj:pass"];

const tellingNoun = (
  words: Words,
  index: number,
  depth: number,
  names: boolean,
  isIn: (index: number) => boolean,
): number | undefined => {
  const word = words[index]!;
  const noun = word.upos === "NOUN" || (names && word.upos === "PROPN");
  if (noun && !empty.has(word.lemma.toLowerCase())) return index;
  if (depth > 5) return undefined;
  for (const way of ways)
    for (const child of word.children) {
      const part = words[child]!;
      if (part.relation === "nmod:poss" || (part.relation !== way && baseRelation(part) !== way)) continue;
      if (/(tmod|unmarked)$/.test(part.relation) || part.upos === "PRON" || !isIn(child)) continue;
      const found = tellingNoun(words, child, depth + 1, names, isIn);
      if (found !== undefined) return found;
    }
  return undefined;
};

/** The noun with its adjectives, compounds and `of` phrase, at most six words. */
const phraseOf = (words: Words, noun: number): string => {
  const own = words[noun]!.children.filter(
    (child) =>
      child < noun &&
      /^(amod|compound|nmod:poss|nummod)$/.test(words[child]!.relation) &&
      words[child]!.upos !== "PRON",
  );
  const of = words[noun]!.children.find(
    (child) => child > noun && words[child]!.relation === "nmod" && words[child]!.upos !== "PRON",
  );
  const before = own
    .flatMap((child) => [
      ...words[child]!.children.filter((part) => words[part]!.relation === "compound"),
      child,
    ])
    .slice(-4);
  const cased = (at: number) => {
    const { upos, text, xpos } = words[at]!;
    return upos === "PROPN" || /^NNP/.test(xpos) || /^\p{Lu}{2}/u.test(text) || isOfState(text, at, words)
      ? text
      : text.toLowerCase();
  };
  const ended = (at: number) =>
    words[at]!.upos === "PROPN" ? nameAt(words, at) : words[at]!.lemma.toLowerCase();
  const parts = [...before.map(cased), words[noun]!.upos === "PROPN" ? cased(noun) : ended(noun)];
  if (of !== undefined && before.length < 2) {
    const marker = words[of]!.children.find((child) => words[child]!.relation === "case");
    parts.push(marker === undefined ? "of" : words[marker]!.text.toLowerCase(), ended(of));
  }
  return parts.join(" ");
};

/** "Czech", "Russian": a capital within a sentence. */
const isOfState = (text: string, at: number, words: Words): boolean =>
  /^\p{Lu}/u.test(text) && words[at - 1]?.sentence === words[at]!.sentence && words[at]!.upos === "ADJ";

/** The whole name that ends or begins with the word: "European Union", "West Bank". */
const nameAt = (words: Words, at: number): string => {
  const isOfName = (near: number) =>
    words[near]?.head === at &&
    /^(?:compound|flat|amod)/.test(words[near]!.relation) &&
    /^\p{Lu}/u.test(words[near]!.text);
  let [first, last] = [at, at];
  while (isOfName(first - 1)) first -= 1;
  while (isOfName(last + 1)) last += 1;
  return words
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join(" ");
};
