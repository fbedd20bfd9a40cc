// A trigger in its tree -> the words that name who acts and who is acted on, as actors.
import { doerOf, isPassive, markerOf, objectOf } from "../../clause/arguments.ts";
import { actorsAfter, actorsBefore } from "../../clause/nearby.ts";
import type { Parties } from "../../clause/parties.ts";
import type { Trigger } from "../../language/events.ts";
import type { Word } from "../../model/token.ts";
import { baseRelation } from "../../model/tree.ts";

/** Actors (indexes) on each side of an event. */
export type Sides = { readonly actors: number[]; readonly recipients: number[] };

type Words = readonly Word[];
type Context = { readonly words: Words; readonly parties: Parties; readonly light: ReadonlySet<string> };

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

/** Finds both sides of the event that the trigger at `index` tells of. */
export const sidesOf = (context: Context, index: number, trigger: Trigger): Sides => {
  const found =
    trigger.upos === "X"
      ? speakerSides(context, index)
      : context.words[index]!.upos === "VERB" || trigger.upos === "A"
        ? verbSides(context, index, trigger)
        : nounSides(context, index, trigger);
  if (trigger.roles === "flip") return { actors: found.recipients, recipients: found.actors };
  if (trigger.roles !== "both" || trigger.code.type !== "CONSULT") return found;
  return { actors: [...new Set([...found.actors, ...found.recipients])], recipients: [] };
};

const verbSides = ({ words, parties }: Context, index: number, trigger: Trigger): Sides => {
  const doer = doerOf(words, index);
  const together = alongside(words, parties, index);
  let actors = doer === undefined ? [] : [...new Set([...parties.of(doer), ...together])];
  const object = objectOf(words, index);
  const skip = new Set([doer].filter((word) => word !== undefined));
  if (!isPlain(words, doer, index) && actors.length === 0 && !isPassive(words, index))
    actors = actorsBefore(words, index, parties, []);
  let recipients = object === undefined || object === doer ? [] : without(parties.of(object), actors);
  if (trigger.roles === "reach" && recipients.length === 0) recipients = goal(words, parties, index, actors);
  if (!recipients.some(parties.isKnown)) {
    const further = reach(words, parties, index, [...actors, ...recipients], skip, 0);
    if (recipients.length === 0 || further.some(parties.isKnown)) recipients = further;
  }
  if (actors.length === 0 && doer === undefined && isPassive(words, index))
    actors = where(words, parties, index, recipients);
  if (recipients.length === 0)
    recipients = isPassive(words, index)
      ? actorsBefore(words, index, parties, actors)
      : actorsAfter(words, index, parties, actors);
  return { actors, recipients };
};

const nounSides = (context: Context, index: number, trigger: Trigger): Sides => {
  const { words, parties, light } = context;
  const word = words[index]!;
  let actors: number[] = [];
  let owner: number | undefined;
  const own = trigger.code.code === "0874" || trigger.code.code === "0831" || trigger.code.code === "154";
  for (const child of word.children) {
    const part = words[child]!;
    const marker = markerOf(words, child);
    const possessor = /^(nmod:poss|compound|amod)$/.test(part.relation);
    const by =
      baseRelation(part) === "nmod" && (marker === "by" || marker === "between" || (own && marker === "of"));
    if (!possessor && !by) continue;
    const found = parties.of(child);
    if (found.length === 0) continue;
    if (owner === undefined || by) {
      actors = found;
      owner = child;
    }
  }
  const head = words[word.head];
  const carried =
    head?.upos === "VERB" &&
    light.has(head.lemma.toLowerCase()) &&
    /^(obj|nsubj:pass|obl)$/.test(word.relation);
  const skip = new Set([owner].filter((one) => one !== undefined));
  if (carried && actors.length === 0) {
    const doer = doerOf(words, head.index);
    if (doer !== undefined && doer !== index) actors = parties.of(doer);
  }
  let recipients = reach(words, parties, index, actors, skip, 0);
  if (recipients.length === 0 && carried)
    recipients = reach(words, parties, head.index, actors, new Set([index]), 0);
  return { actors, recipients };
};

/** "Iran must …, Britain said": the speaker asks it of the subject. */
const speakerSides = ({ words, parties }: Context, index: number): Sides => {
  const verb = words[index]!.head;
  if (verb < 0) return { actors: [], recipients: [] };
  const target = doerOf(words, verb);
  const speech =
    words[words[verb]!.head] ??
    words[words[verb]!.children.find((child) => words[child]!.relation === "parataxis") ?? -1];
  const speaker = speech?.upos === "VERB" ? doerOf(words, speech.index) : undefined;
  const actors = speaker === undefined ? [] : parties.of(speaker);
  const asked = target === undefined ? [] : without(parties.of(target), actors);
  return { actors, recipients: asked };
};

/** A doer right before its verb, as trees seldom get wrong: nobody else is looked for. */
const isPlain = (words: Words, doer: number | undefined, verb: number): boolean =>
  doer !== undefined &&
  doer < verb &&
  verb - doer <= 2 &&
  words[doer]!.head === verb &&
  /^(NOUN|PRON)$/.test(words[doer]!.upos);

/** "Trump, along with Vance": those who act beside the subject. */
const alongside = (words: Words, parties: Parties, index: number): number[] =>
  words[index]!.children.filter((child) =>
    /^(along|together|alongside|joined|accompanied)/.test(markerOf(words, child)),
  ).flatMap((child) => parties.of(child));

/** The first actors named below a word, the telling places first, leaving out those already taken. */
const reach = (
  words: Words,
  parties: Parties,
  index: number,
  taken: readonly number[],
  skip: ReadonlySet<number>,
  depth: number,
): number[] => {
  if (depth > 5) return [];
  let doubtful: number[] = [];
  const children = words[index]!.children.filter((child) => !skip.has(child))
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
    /^(punct|parataxis|mark|aux|advmod|det|cc|case|discourse)$/.test(relation)
  )
    return 100;
  if (relation === "obl" || relation === "nmod") {
    const marker = markerOf(words, child).split("_").at(-1) ?? "";
    if (backdrop.test(marker)) return 100;
    const at = order.indexOf(marker);
    if (at >= 0) return 2 + at;
    return late.includes(marker) ? 40 + late.indexOf(marker) : 39;
  }
  if (relation === "nsubj") return 3;
  if (relation === "xcomp" || relation === "ccomp") return 20;
  if (relation === "acl" || relation === "advcl") return backdrop.test(markerOf(words, child)) ? 100 : 30;
  if (/^(amod|compound|appos|flat)$/.test(relation)) return 25;
  return relation === "conj" ? 100 : 50;
};

/** "arrived in Gondor on a visit": the place that one goes to. */
const goal = (words: Words, parties: Parties, index: number, taken: readonly number[]): number[] => {
  for (const child of words[index]!.children)
    if (baseRelation(words[child]!) === "obl" && /^(in|to|at|for|between)$/.test(markerOf(words, child))) {
      const found = without(parties.of(child), taken);
      if (found.length > 0) return found;
    }
  return [];
};

/** "was arrested in Lebanon": where a deed without a doer took place. */
const where = (words: Words, parties: Parties, index: number, taken: readonly number[]): number[] => {
  for (const child of words[index]!.children)
    if (baseRelation(words[child]!) === "obl" && markerOf(words, child) === "in") {
      const found = without(parties.of(child), taken);
      if (found.length > 0) return found;
    }
  return [];
};

const without = (found: readonly number[], taken: readonly number[]): number[] =>
  found.filter((one) => !taken.includes(one));
