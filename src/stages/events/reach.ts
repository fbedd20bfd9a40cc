// From a trigger outwards -> the actors named nearest in its phrases, and, where trees fail, around it in the sentence.
import { doerOf, markerOf } from "../../clause/arguments.ts";
import { actorsAfter, speaks } from "../../clause/nearby.ts";
import type { Parties } from "../../clause/parties.ts";
import type { Word } from "../../model/token.ts";
import { baseRelation } from "../../model/tree.ts";

type Words = readonly Word[];

/** Prepositions by how likely their phrase names the one acted on. */
const order = [
  "by",
  "against",
  "with",
  "to",
  "on",
  "upon",
  "at",
  "toward",
  "towards",
  "of",
  "from",
  "for",
  "over",
  "into",
];
const late = ["between", "among", "about", "near", "along", "in", "inside", "within", "as"];
const backdrop =
  /^(after|before|while|as|because|since|when|although|though|following|despite|if|unless|until|amid)$/;

/** The first actors named below a word, the telling places first, leaving out those already taken. */
export const reach = (
  words: Words,
  parties: Parties,
  index: number,
  taken: readonly number[],
  skip: ReadonlySet<number>,
  depth: number,
): number[] => {
  if (depth > 5) return [];
  let doubtful: number[] = [];
  const children = words[index]!.children.filter(
    (child) =>
      !skip.has(child) &&
      !crosses(words, index, child) &&
      !((child > index || depth > 0) && speaks(words, child)),
  )
    .map((child) => ({ child, rank: rank(words, child) }))
    .filter(({ rank }) => rank < 100)
    .sort((a, b) => a.rank - b.rank || a.child - b.child);
  for (const { child } of children) {
    const found = without(parties.of(child), taken);
    if (found.some(parties.isKnown)) return found;
    const deeper = reach(words, parties, child, taken, skip, depth + 1);
    if (deeper.some(parties.isKnown)) return deeper;
    if (doubtful.length === 0) doubtful = found.length > 0 ? found : deeper;
  }
  return doubtful;
};

const rank = (words: Words, child: number): number => {
  const word = words[child]!;
  const relation = baseRelation(word);
  if (word.relation === "obj" || word.relation === "nsubj:pass" || relation === "iobj") return 1;
  if (
    word.relation.endsWith("tmod") ||
    word.relation === "acl:relcl" ||
    /^(punct|parataxis|mark|aux|advmod|det|cc|case|discourse)$/.test(relation)
  )
    return 100;
  if (relation === "obl" || relation === "nmod") {
    const full = markerOf(words, child);
    const marker = full.split("_").at(-1) ?? "";
    if (backdrop.test(marker) || full === "according_to") return 100;
    if (marker === "by" && relation === "obl" && words[word.head]!.relation === "acl") return 100;
    const at = order.indexOf(marker);
    if (at >= 0) return 2 + at;
    if (late.includes(marker)) return 40 + late.indexOf(marker);
    return marker === "" ? 39 : 100;
  }
  if (relation === "nsubj") return 3;
  if (relation === "xcomp" || relation === "ccomp") return 20;
  if (relation === "acl" || relation === "advcl") return backdrop.test(markerOf(words, child)) ? 100 : 30;
  if (/^(amod|compound|appos|flat)$/.test(relation)) return 25;
  return relation === "conj" ? 100 : 50;
};

/**
 * True where another clause begins between a word and one after it, whatever the tree says: "condemned the launches
 * and called Washington".
 */
const crosses = (words: Words, from: number, to: number): boolean => {
  for (let at = from + 1; at < to; at += 1) {
    const text = words[at]!.text.toLowerCase();
    if (/^(;|while|whereas|although)$/.test(text)) return true;
    if (/^(who|which|that)$/.test(text) && words[at]!.relation.startsWith("nsubj")) return true;
    if (!/^(and|but|or)$/.test(text)) continue;
    let next = at + 1;
    while (next < to && /^(ADV|PART)$/.test(words[next]!.upos)) next += 1;
    if (next <= to && hasTense(words[next]!)) return true;
  }
  return false;
};

const hasTense = ({ xpos }: Word): boolean => /^(VBD|VBZ|VBP|MD)$/.test(xpos);

/** The doers of the verb before that a verb is listed with ("…, sent arms and imposed sanctions"), as words stand. */
export const listedDoers = (words: Words, index: number, parties: Parties): number[] => {
  let at = index - 1;
  while (at >= 0 && words[at]!.upos === "ADV") at -= 1;
  if (at < 0 || !/^(,|and|but|or|then)$/i.test(words[at]!.text)) return [];
  if (words[index]!.xpos === "VBG" || words[index]!.xpos === "VB") return [];
  for (let before = at - 1; words[before]?.sentence === words[index]!.sentence; before -= 1) {
    const word = words[before]!;
    if (word.upos !== "VERB" || !/^VB[DNZP]$/.test(word.xpos) || word.relation === "amod") continue;
    const doer = doerOf(words, before);
    const found = doer === undefined || doer === index ? [] : parties.of(doer);
    if (found.length > 0) return found;
  }
  return [];
};

/** The actors named nearest before a word that no preposition marks; those marked where there are no others. */
export const namedBefore = (
  words: Words,
  index: number,
  parties: Parties,
  taken: readonly number[],
): number[] => {
  let marked: number[] = [];
  for (let at = index - 1; at >= 0 && index - at <= 18; at -= 1) {
    const word = words[at]!;
    if (word.sentence !== words[index]!.sentence || /^[;:()“”"]$/.test(word.text)) break;
    if (without(parties.at(at), taken).length === 0) continue;
    const found = without(parties.of(word.relation === "conj" ? word.head : at), taken);
    if (markerOf(words, at) === "") return found;
    if (marked.length === 0) marked = found;
  }
  return marked;
};

/** The actors named nearest after a word in its own clause, as words stand. */
export const namedAfter = (
  words: Words,
  index: number,
  parties: Parties,
  taken: readonly number[],
): number[] => {
  const found = actorsAfter(words, index, parties, taken);
  let at = index + 1;
  while (found.length > 0 && !parties.at(at).some((one) => found.includes(one))) at += 1;
  return crosses(words, index, at) || opensClause(words, index, at) || isMeans(words, at) ? [] : found;
};

/** "voiced alarm, and Trump warned": the subject of the next clause. */
const opensClause = (words: Words, from: number, at: number): boolean => {
  const { relation, head } = words[at] ?? {};
  if (!relation?.startsWith("nsubj") || head! < at) return false;
  let before = at - 1;
  while (before > from && /^(DET|ADJ|NOUN|PROPN|PART)$/.test(words[before]!.upos)) before -= 1;
  return words[before]!.upos === "CCONJ" || /^(that|which|whom|where|when)$/i.test(words[before]!.text);
};

/** "lodged a protest through its embassy in Beijing". */
const isMeans = (words: Words, at: number): boolean => {
  const head = words[at]?.head ?? -1;
  return [at, head].some(
    (word) => word >= 0 && word < words.length && /^(through|via)$/.test(markerOf(words, word)),
  );
};

/** "arrived in Gondor on a visit": the place that one goes to. */
export const goal = (words: Words, parties: Parties, index: number, taken: readonly number[]): number[] =>
  inPlace(words, parties, index, taken, /^(in|to|at|for|between)$/);

/** "was arrested in Lebanon": where a deed without a doer took place. */
export const where = (words: Words, parties: Parties, index: number, taken: readonly number[]): number[] =>
  inPlace(words, parties, index, taken, /^in$/);

const inPlace = (
  words: Words,
  parties: Parties,
  index: number,
  taken: readonly number[],
  markers: RegExp,
): number[] => {
  for (const child of words[index]!.children)
    if (baseRelation(words[child]!) === "obl" && markers.test(markerOf(words, child))) {
      const found = without(parties.of(child), taken);
      if (found.length > 0) return found;
    }
  return [];
};

/** Those found, less those already taken. */
export const without = (found: readonly number[], taken: readonly number[]): number[] =>
  found.filter((one) => !taken.includes(one));
