// Words -> words whose trees are mended where parsers go wrong around verbs of saying, and the order of the words leaves
// no doubt: "said the move was needed", "He's called it", "candidate Hillary Clinton said", "Said Ellis:".
import type { Cues } from "../../../language/statements.ts";
import type { Word } from "../../../model/token.ts";
import { subtree } from "../../../model/tree.ts";
import { cueIn, isPassive } from "./cue.ts";
import { human } from "./speech.ts";

type Words = readonly Word[];
type Change = { head?: number; relation?: string; lemma?: string };

/** The same words, or a copy in which some hang elsewhere. */
export const withMendedTrees = (words: Words, verbs: Cues): Words => {
  const changes = new Map<number, Change>();
  for (const word of words) {
    if (word.upos !== "VERB" || !verbs.has(word.lemma.toLowerCase())) continue;
    const found =
      titleOf(words, word) ??
      addedOf(words, word, verbs) ??
      heardOf(words, word) ??
      perfectOf(words, word) ??
      openerOf(words, word) ??
      agentOf(words, word) ??
      clauseOf(words, word, verbs);
    for (const [index, change] of found ?? []) changes.set(index, change);
  }
  return changes.size === 0 ? words : withChanges(words, changes);
};

const withChanges = (words: Words, changes: ReadonlyMap<number, Change>): Words => {
  const changed = words.map((word) => ({ ...word, ...changes.get(word.index) }));
  const moved = [...changes].filter(([index, { head }]) => head !== undefined && head !== words[index]!.head);
  const touched = new Set(moved.flatMap(([index, { head }]) => [words[index]!.head, head!]));
  for (const at of touched)
    if (at >= 0) {
      const own = words[at]!.children.filter((child) => changed[child]!.head === at);
      const come = moved.flatMap(([index, { head }]) => (head === at ? [index] : []));
      changed[at] = { ...changed[at]!, children: [...new Set([...own, ...come])].sort((a, b) => a - b) };
    }
  return changed;
};

type Found = (readonly [index: number, change: Change])[] | undefined;

/** "Democratic candidate Hillary Clinton said": of two subjects that touch, a calling and a name, the name's is the calling. */
const titleOf = (words: Words, { children }: Word): Found => {
  const subjects = children.filter((child) => words[child]!.relation === "nsubj");
  const title = subjects.find(
    (at) => words[at]!.upos === "NOUN" && words[at + 1]?.upos === "PROPN" && subjects.includes(at + 1),
  );
  return title === undefined ? undefined : [[title, { head: title + 1, relation: "nmod:desc" }]];
};

/** "said it was over, adding the ban would stay": the clause right behind the participle is what it adds. */
const addedOf = (words: Words, { index, xpos, head, relation, children }: Word, verbs: Cues): Found => {
  if (xpos !== "VBG" || head < 0 || head > index || relation !== "advcl" || words[index - 1]?.text !== ",")
    return undefined;
  if (cueIn(verbs, words, index, "clause")?.act.kind !== "speech") return undefined;
  if (children.some((child) => child > index && /^(?:ccomp|obj|xcomp)$/.test(words[child]!.relation)))
    return undefined;
  const clause = words[head]!.children.find(
    (child) => child > index && words[child]!.relation === "ccomp" && subtree(words, child)[0] === index + 1,
  );
  return clause === undefined ? undefined : [[clause, { head: index }]];
};

/** "recalled Biden saying that": of two subjects the one behind the verb is heard, and what he says is not the verb's clause. */
const heardOf = (words: Words, { index, children }: Word): Found => {
  const subjects = children.filter((child) => words[child]!.relation === "nsubj");
  const heard = subjects.find((child) => child > index);
  const saying = children.find((child) => child > (heard ?? index) && words[child]!.xpos === "VBG");
  if (heard === undefined || saying === undefined || !(subjects[0]! < index)) return undefined;
  const clause = children.find((child) => child > saying && words[child]!.relation === "ccomp");
  return [
    [heard, { relation: "obj" }],
    ...(clause === undefined ? [] : ([[clause, { head: saying }]] as const)),
  ];
};

/** "He's called it wrong", "She's vowed to stay": with an object or an infinitive of its own, "'s" is "has". */
const perfectOf = (words: Words, { index, xpos, children }: Word): Found => {
  const be = children.find((child) => words[child]!.relation.startsWith("aux") && child < index);
  const passive = children.find((child) => words[child]!.relation === "nsubj:pass");
  if (xpos !== "VBN" || be === undefined || passive === undefined || !/^['’]s$/i.test(words[be]!.text))
    return undefined;
  const object = children.find((child) => child > index && /^(?:obj|ccomp)$/.test(words[child]!.relation));
  const next = words[index + 1];
  const isOwn =
    next?.text === "to" &&
    /^(?:vow|pledge|seek|promise|agree|refuse|decide|offer|threaten|decline)/.test(words[index]!.lemma);
  return object === undefined && !isOwn
    ? undefined
    : [
        [be, { relation: "aux", lemma: "have" }],
        [passive, { relation: "nsubj" }],
      ];
};

/** "Said Ellis: …": the name after a verb of saying that opens the sentence. */
const openerOf = (words: Words, { index, sentence, xpos }: Word): Found => {
  const name = words[index + 1];
  if (!/^VB[DNZ]$/.test(xpos) || words[index - 1]?.sentence === sentence || name?.upos !== "PROPN")
    return undefined;
  let end = index + 1;
  while (words[end + 1]?.upos === "PROPN") end += 1;
  const isLead = words[end + 1]?.text === ":" && words[end + 1]!.sentence === sentence;
  const top = isLead ? topOf(words, index + 1, end) : name.index;
  const isLoose = words[top]!.head === index && words[top]!.relation === "flat";
  return isLead || isLoose ? [[top, { head: index, relation: "nsubj" }]] : undefined;
};

/** The word of a run of names on which none of the others hangs. */
const topOf = (words: Words, first: number, last: number): number => {
  for (let at = first; at <= last; at += 1) if (words[at]!.head < first || words[at]!.head > last) return at;
  return first;
};

/** "were urged to stay at home by the ministry": who can urge stands behind what is to be done, which he doesn't do. */
const agentOf = (words: Words, { index, children }: Word): Found => {
  if (!isPassive(words, index) || children.some((child) => isBy(words, child))) return undefined;
  const deed = children.find((child) => child > index && words[child]!.relation === "xcomp");
  if (deed === undefined || words[deed]!.xpos !== "VB" || isPassive(words, deed)) return undefined;
  const agent = words[deed]!.children.findLast((child) => child > deed && isBy(words, child));
  return agent !== undefined && isWho(words[agent]!)
    ? [[agent, { head: index, relation: "obl:agent" }]]
    : undefined;
};

const isBy = (words: Words, at: number): boolean =>
  words[at]!.relation.startsWith("obl") &&
  words[at]!.children.some((child) => child < at && /^by$/i.test(words[child]!.text));

/** A name, unless of a month or a day, or a noun for people. */
const isWho = ({ upos, text, lemma }: Word): boolean =>
  upos === "PROPN"
    ? !/^(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)/.test(
        text,
      )
    : upos === "NOUN" && human.test(lemma);

/** "said anybody who complains is wrong", "arguing the move was needed": the verb's object is the subject of what follows. */
const clauseOf = (words: Words, verb: Word, verbs: Cues): Found => {
  if (/^acl/.test(verb.relation) || cueIn(verbs, words, verb.index, "clause") === undefined) return undefined;
  const object = verb.children.find((child) => child > verb.index && /^i?obj$/.test(words[child]!.relation));
  if (object === undefined || object > verb.index + 12) return undefined;
  const phrase = runFrom(words, object);
  if (!isRightAfter(words, verb.index, phrase[0]!)) return undefined;
  const finite = finiteAfter(words, phrase.at(-1)!, verb);
  if (finite === undefined) return undefined;
  const predicate = predicateOf(words, finite);
  if (predicate === verb.index || isAbove(words, predicate, verb.index) || words[predicate]!.upos === "PUNCT")
    return undefined;
  const subject = words[predicate]!.children.find((child) => words[child]!.relation.startsWith("nsubj"));
  if (subject !== undefined) return undefined;
  return [
    [object, { head: predicate, relation: "nsubj" }],
    [predicate, { head: verb.index, relation: "ccomp" }],
  ];
};

/** The unbroken run of words that a noun governs. */
const runFrom = (words: Words, noun: number): number[] => {
  const own = new Set(subtree(words, noun));
  let first = noun;
  let last = noun;
  while (own.has(first - 1)) first -= 1;
  while (own.has(last + 1)) last += 1;
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
};

/** Nothing but adverbs and an opening mark between verb and noun phrase. */
const isRightAfter = (words: Words, verb: number, first: number): boolean => {
  for (let at = verb + 1; at < first; at += 1)
    if (words[at]!.upos !== "ADV" && !/^["“‘]$/.test(words[at]!.text)) return false;
  return first > verb;
};

/** The finite verb right after a noun phrase, be it in quotation marks. */
const finiteAfter = (words: Words, last: number, verb: Word): number | undefined => {
  let at = last + 1;
  while (/^["“”‘]$/.test(words[at]?.text ?? "")) at += 1;
  const word = words[at];
  if (word?.sentence !== verb.sentence) return undefined;
  // "the breaks “do nothing”": the tagger took a present for an infinitive.
  const isBare = word.xpos === "VB" && word.head === verb.index && word.relation === "ccomp";
  return isBare || /^(?:VB[DZP]|MD)$/.test(word.xpos) ? at : undefined;
};

/** What a finite form belongs to: an auxiliary's or a copula's head, else itself. */
const predicateOf = (words: Words, finite: number): number => {
  const { relation, head } = words[finite]!;
  return /^(?:aux|cop)/.test(relation) && head >= 0 ? head : finite;
};

const isAbove = (words: Words, upper: number, lower: number): boolean => {
  for (let at = lower, step = 0; at >= 0 && step < 60; at = words[at]!.head, step += 1)
    if (at === upper) return true;
  return false;
};
