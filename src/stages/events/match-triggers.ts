// A word and its tree -> the row of triggers.tsv that fits it best.
import { isInfinitive, isPassive, lemmaOf, markerOf, objectOf } from "../../clause/arguments.ts";
import type { EventsLanguage, Need, Trigger } from "../../language/events.ts";
import type { Word } from "../../model/token.ts";
import { baseRelation } from "../../model/tree.ts";

type Words = readonly Word[];

/** The fitting row that asks for most, the last of equals; undefined where none fits. */
export const matchTrigger = (words: Words, index: number, language: EventsLanguage): Trigger | undefined => {
  const word = words[index]!;
  const lemma = lemmaOf(words, index);
  const known = language.triggers.get(lemma) ?? language.triggers.get(word.lemma.toLowerCase());
  const byText = language.triggers.get(word.text.toLowerCase())?.filter(({ upos }) => upos === "A") ?? [];
  const rows = known ?? language.triggers.get(language.forms.get(word.text.toLowerCase()) ?? "");
  let best: Trigger | undefined;
  for (const row of [...byText, ...(rows ?? [])]) {
    if (!isKind(words, word, row.upos)) continue;
    if (best && weightOf(best) > weightOf(row)) continue;
    if (row.needs.every((need) => meets(words, index, need))) best = row;
  }
  return best;
};

/** A word in a place of its own asks for more than one anywhere, and that for more than any word at all. */
const weightOf = ({ needs }: Trigger): number =>
  needs.reduce(
    (sum, { place, absent, words }) => sum + (absent ? 0 : words.size === 0 ? 1 : place === "any" ? 2 : 3),
    0,
  );

const isKind = (words: Words, word: Word, upos: Trigger["upos"]): boolean => {
  if (upos === "X") return true;
  if (upos === "N") return word.upos === "NOUN" || word.upos === "PROPN";
  if (upos === "A") return word.upos === "ADJ" || word.xpos === "VBN";
  if (word.upos !== "VERB" || word.relation === "case" || word.relation === "mark") return false;
  return word.relation !== "amod" || isPassive(words, word.index);
};

const meets = (words: Words, index: number, need: Need): boolean => holds(words, index, need) !== need.absent;

const holds = (words: Words, index: number, { place, words: wanted }: Need): boolean => {
  const word = words[index]!;
  const before =
    place === "obj" && word.relation === "conj" && isPassive(words, index)
      ? objectOf(words, index)
      : place === "any" || place === "obj"
        ? antecedent(words, index)
        : undefined;
  if (before !== undefined && names(words, before, wanted)) return true;
  if (place === "any")
    return (
      below(words, index, wanted, 0) ||
      word.children.some((child) => {
        const meant = meantBy(words, index, child);
        return meant !== child && names(words, meant, wanted);
      })
    );
  if (place === "case")
    return markerOf(words, index)
      .split("_")
      .some((marker) => wanted.has(marker));
  if (place === "head") {
    const head = words[word.head];
    return head !== undefined && wanted.has(head.lemma.toLowerCase());
  }
  if (place === "subj" && word.upos !== "VERB")
    return word.children.some((child) => /^(nmod:poss|compound|amod|nmod)$/.test(words[child]!.relation));
  const deeper = word.upos === "NOUN" ? word.children.flatMap((child) => ownPhrases(words, child)) : [];
  const beside = word.upos === "NOUN" && /^(for|with)$/.test(place) ? phrasesBeside(words, index) : [];
  return [...word.children, ...deeper, ...beside].some(
    (child) => stands(words, index, child, place) && names(words, meantBy(words, index, child), wanted),
  );
};

/** "pupils taken by gunmen", "the generators [that] Japan sent": the noun before, where no pronoun stands for it. */
const antecedent = (words: Words, index: number): number | undefined => {
  const { relation, head, children } = words[index]!;
  const has = (name: string): boolean => children.some((child) => words[child]!.relation === name);
  // "the sanctions that Norway has imposed", where "that" came out as a mark.
  if (relation === "acl" && has("nsubj") && has("mark") && !has("obj") && !isInfinitive(words, index))
    return head;
  const full = children.some(
    (child) =>
      words[child]!.relation === "obj" || /^(?:that|which|who|whom|whose)$/i.test(words[child]!.text),
  );
  return !full && (relation === "acl:relcl" || (relation === "acl" && isPassive(words, index)))
    ? head
    : undefined;
};

/** "the war of Russia against Ukraine": a phrase of the first phrase may be the noun's own. */
const ownPhrases = (words: Words, child: number): number[] =>
  words[child]!.relation.startsWith("nmod")
    ? words[child]!.children.filter(
        (one) => baseRelation(words[one]!) === "nmod" && markerOf(words, one) !== "of",
      )
    : [];

/** "the aid [that] Japan gave": a relative pronoun means the noun before it. */
const meantBy = (words: Words, index: number, child: number): number => {
  const { relation, head } = words[index]!;
  const isRelative = relation === "acl:relcl" && /^(?:that|which|who|whom)$/i.test(words[child]!.text);
  return isRelative && head >= 0 ? head : child;
};

/** "reaffirmed [support] for Ukraine", where the tree hangs the phrase on the verb. */
const phrasesBeside = (words: Words, index: number): number[] => {
  const { relation, head } = words[index]!;
  if (relation !== "obj" || words[head]?.upos !== "VERB") return [];
  return words[head]!.children.filter((child) => child > index && baseRelation(words[child]!) === "obl");
};

/** True where the child of a trigger stands in that place: `obj`, `subj`, `comp`, `mod`, or behind a preposition. */
const stands = (words: Words, index: number, child: number, place: string): boolean => {
  const word = words[child]!;
  const relation = baseRelation(word);
  if (/^(obj|nsubj)/.test(word.relation) && word.children.some((one) => /^['’]s?$/.test(words[one]!.text)))
    return false;
  if (place === "obj")
    return word.relation === "obj" || word.relation === "nsubj:pass" || objectOf(words, index) === child;
  if (place === "subj")
    return (
      word.relation === "nsubj" ||
      (relation === "obl" && isPassive(words, index) && markerOf(words, child) === "by")
    );
  if (place === "comp") return /^(xcomp|ccomp|acl|advcl)$/.test(relation) && !isBackdrop(words, child);
  if (place === "aux") return word.relation === "aux";
  if (place === "inf") return /^(xcomp|ccomp|acl|advcl)$/.test(relation) && isInfinitive(words, child);
  if (place === "ing") return /^(xcomp|ccomp|advcl)$/.test(relation) && word.xpos === "VBG";
  if (place === "mod") return /^(amod|compound)$/.test(relation);
  if (place === "poss")
    return word.relation === "nmod:poss" || (relation === "nmod" && markerOf(words, child) === "of");
  return (
    (relation === "obl" || relation === "nmod" || relation === "advcl") &&
    !day.test(word.text) &&
    prepositions(words, child).includes(place)
  );
};

/** "insisted on Tuesday": no matter of an insistence. */
const day =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|eve|anniversary)$/i;

/** "threatened briefly after the captain fell": no matter of the threat. */
const isBackdrop = (words: Words, child: number): boolean =>
  baseRelation(words[child]!) === "advcl" &&
  /^(after|before|as|when|while|because|since|although|though|until|following|amid)$/.test(
    markerOf(words, child),
  );

const prepositions = (words: Words, child: number): string[] => markerOf(words, child).split("_");

/** The phrase's head, its list, its modifiers: "peace and trade talks". */
const names = (words: Words, index: number, wanted: ReadonlySet<string>, depth = 0): boolean => {
  if (wanted.size === 0) return true;
  const word = words[index]!;
  if (wanted.has(word.lemma.toLowerCase()) || wanted.has(word.text.toLowerCase())) return true;
  return (
    depth < 2 &&
    word.children.some((child) => {
      const part = words[child]!;
      const relation = baseRelation(part);
      const measure = relation === "nmod" && markerOf(words, child) === "of";
      return (
        (/^(conj|compound|flat|amod)$/.test(relation) || part.relation === "nmod:desc" || measure) &&
        names(words, child, wanted, depth + 1)
      );
    })
  );
};

const below = (words: Words, index: number, wanted: ReadonlySet<string>, depth: number): boolean =>
  words[index]!.children.some((child) => {
    const word = words[child]!;
    if (word.relation === "parataxis" || word.relation === "punct") return false;
    if (wanted.size === 0 || wanted.has(word.lemma.toLowerCase())) return true;
    return depth < 5 && below(words, child, wanted, depth + 1);
  });
