// A pronoun and an entity that it could mean -> the features by which the weights choose: nearness, grammar, how much the
// text is about the entity.
import type { Mention } from "../../model/actor.ts";
import type { Cast, Entity } from "./entity.ts";
import { governs, pathBetween, roleOf } from "./paths.ts";

/** What the quotations say: the quotation each word lies in (-1: none), each quotation's speaker, who has the turn in each sentence. */
export type Speech = {
  readonly quoted: Int32Array;
  readonly speakers: ReadonlyMap<number, Mention>;
  readonly turns: ReadonlyMap<number, readonly Entity[]>;
};

/** All the entities that agree, with the nearest mention of each, and the sentences back in which each was a subject. */
export type Rivals = {
  readonly nearest: ReadonlyMap<Entity, Mention>;
  readonly subjects: ReadonlyMap<Entity, ReadonlySet<number>>;
};

/** One entity that a pronoun could mean: by its nearest mention, so many agreeing ones before. */
export type Candidate = {
  readonly entity: Entity;
  readonly mention: Mention;
  readonly pronoun: Mention;
  readonly rank: number;
  readonly speech: Speech;
  readonly rivals: Rivals;
};

/** The features of an entity that was mentioned before the pronoun. */
export const describe = (cast: Cast, candidate: Candidate): string[] => {
  const { entity, mention, pronoun, rivals } = candidate;
  const kind = kindOf(cast, pronoun);
  return [
    ...common(cast, entity, kind, rivals),
    ...(entity.guessed ? [entity.gender === pronoun.gender ? "gender:guessed" : "gender:against"] : []),
    ...near(cast, candidate, kind),
    ...grammar(cast, mention, pronoun, kind),
    ...standing(cast, candidate, kind),
    ...subjectFeatures(kind, rivals.subjects.get(entity)),
    ...quoting(candidate),
  ];
};

/** The features of the subject that follows in the pronoun's own sentence. */
export const describeAhead = (cast: Cast, entity: Entity, pronoun: Mention, rivals: Rivals): string[] => {
  const kind = kindOf(cast, pronoun);
  return [`${kind}:ahead`, ...common(cast, entity, kind, rivals)];
};

const kindOf = (cast: Cast, pronoun: Mention): string => {
  if (pronoun.gender === "neuter") return "it";
  if (/possess/.test(pronoun.rule)) return "poss";
  return roleOf(cast, pronoun) === "nsubj" ? "subj" : "obj";
};

/** Where the pronoun stands: in the main clause or below, and what is owned by it in which role. */
const clauseOf = (cast: Cast, pronoun: Mention, kind: string): string => {
  const word = cast.words[pronoun.head]!;
  const owned = kind === "poss" && word.head >= 0 ? cast.words[word.head]! : word;
  const verb = cast.words[owned.head];
  const main = verb === undefined || verb.relation === "root";
  return `${kind}:${owned.relation.replace(/:.*/, "")}:${main ? "main" : verb.relation.replace(/:.*/, "")}`;
};

export const isSubject = (cast: Cast, mention: Mention): boolean =>
  cast.words[mention.head]!.relation.startsWith("nsubj");

/** In which of the sentences before the entity was a subject, whatever its nearest mention is. */
const subjectFeatures = (kind: string, distances: ReadonlySet<number> | undefined): string[] => {
  if (!distances) return [`${kind}:no-subject`];
  const features = [...distances].map((distance) => `${kind}:subject:${distance}`);
  if (distances.size > 1) features.push("subjects:several");
  return features;
};

/** What holds of the entity wherever it stands: its gender, and whether the text is about it. */
const common = (cast: Cast, entity: Entity, kind: string, { nearest }: Rivals): string[] => {
  const features = [entity.gender === "unknown" ? "gender:unknown" : "gender:known"];
  if (entity.gender === "unknown" && [...nearest.keys()].some((one) => one.gender !== "unknown"))
    features.push("gender:unknown:rival");
  if (entity.rule === "noun") features.push("noun");
  const first = cast.entities.find((one) => one.kind === entity.kind && one.mentions.length > 0);
  if (first === entity) features.push("topic", `${kind}:topic`);
  const most = Math.max(...[...nearest.keys()].map((one) => one.mentions.length));
  if (entity.mentions.length >= most && nearest.size > 1) features.push("named-most", `${kind}:named-most`);
  return features;
};

const near = (cast: Cast, { mention, pronoun, rank, entity }: Candidate, kind: string): string[] => {
  const distance = cast.words[pronoun.first]!.sentence - cast.words[mention.first]!.sentence;
  const role = roleOf(cast, mention);
  return [
    `${kind}:distance:${distance}`,
    `${kind}:role:${role}`,
    `distance:${Math.min(distance, 1)}:role:${role}`,
    `${kind}:${Math.min(distance, 2)}:role:${role}`,
    `${kind}:rank:${Math.min(rank, 3)}`,
    `form:${mention.form}`,
    `near:${Math.min(6, Math.floor(Math.log2(1 + pronoun.first - mention.last)))}`,
    `often:${countBefore(entity, pronoun)}`,
    `${kind}:${Math.min(distance, 2)}:rank:${Math.min(rank, 3)}:${role === "nsubj"}`,
  ];
};

const grammar = (cast: Cast, mention: Mention, pronoun: Mention, kind: string): string[] => {
  const features: string[] = [];
  const distance = cast.words[pronoun.first]!.sentence - cast.words[mention.first]!.sentence;
  const depth = governs(cast, mention, pronoun);
  if (depth >= 0) features.push(`${kind}:governs`, `${kind}:governs:${Math.min(2, depth)}`);
  if (mention.rule === "recurrence" || mention.name?.end === mention.end) features.push("name-ends");
  if (distance > 0 && isRootSubject(cast, mention)) features.push(`${kind}:root-subject`);
  if (distance > 0 && isFirst(cast, mention)) features.push("first-in-sentence");
  // "It" means an actor too seldom for these to be learnt.
  if (kind === "it") return features;
  features.push(`${clauseOf(cast, pronoun, kind)}:${Math.min(distance, 2)}:${roleOf(cast, mention)}`);
  if (cast.document.text[mention.start - 1] === "(") features.push("bracketed");
  if (cast.words[mention.head]!.relation === "conj") features.push(`joined:${Math.min(distance, 1)}`);
  if (distance === 0) {
    const path = pathBetween(cast, mention.head, pronoun.head);
    if (path)
      features.push(
        `${kind}:path:${path.mention}:${path.pronoun}`,
        `path:${path.mention}:${path.pronoun}`,
        `${kind}:in:${path.pronoun}`,
      );
  }
  return features;
};

/** How the text goes on about the entity: who the last pronoun meant, and who is named again at once. */
const standing = (cast: Cast, { entity, mention, pronoun }: Candidate, kind: string): string[] => {
  const features: string[] = [];
  const last = lastPronoun(cast, pronoun);
  if (last) {
    const same = cast.of[last.index]?.[0] === entity;
    const distance = Math.min(2, cast.words[pronoun.first]!.sentence - cast.words[last.first]!.sentence);
    features.push(same ? `${kind}:last-pronoun:${distance}` : `${kind}:not-last-pronoun`);
  }
  const main = isMainAhead(cast, entity, pronoun);
  if (main) features.push(`${kind}:main-ahead`);
  const again = main ? -1 : namedAfter(cast, entity, pronoun);
  if (again >= 0) features.push(`named-after:${again}`, `${kind}:named-after:${again}`);
  if (mention.form === "name" && countBefore(entity, pronoun) === 1)
    features.push(mention.last > mention.first ? "new:full" : "new:short");
  return features;
};

const lastPronoun = (cast: Cast, pronoun: Mention): Mention | undefined => {
  for (let index = pronoun.index - 1; index >= 0 && index > pronoun.index - 20; index--) {
    const one = cast.mentions[index]!;
    if (
      one.form === "pronoun" &&
      one.gender === pronoun.gender &&
      !one.plural &&
      cast.of[index]?.length === 1
    )
      return one;
  }
  return undefined;
};

/** "Upon seeing his mother, Brent thinks …": the subject of the clause that the pronoun's own opens. */
const isMainAhead = (cast: Cast, entity: Entity, pronoun: Mention): boolean => {
  const main = mainAhead(cast, pronoun);
  return main !== undefined && cast.of[main.index]?.[0] === entity;
};

/** 0 where the entity is named again in the pronoun's sentence, 1 in the next one, else -1. */
const namedAfter = (cast: Cast, entity: Entity, pronoun: Mention): number => {
  const sentence = cast.words[pronoun.first]!.sentence;
  for (let index = pronoun.index + 1; index < cast.mentions.length; index++) {
    const one = cast.mentions[index]!;
    const distance = cast.words[one.first]!.sentence - sentence;
    if (distance > 1) return -1;
    if (one.form === "name" && cast.of[index]?.includes(entity)) return distance;
  }
  return -1;
};

const quoting = ({ mention, pronoun, speech }: Candidate): string[] => {
  const [here, there] = [speech.quoted[pronoun.first]!, speech.quoted[mention.first]!];
  if (here !== there) return [here >= 0 ? (there >= 0 ? "quote:other" : "quote:into") : "quote:out"];
  return here >= 0 ? ["quote:same"] : [];
};

/** How many mentions stand before the pronoun, 4 at most; names come first in the list, in text order. */
const countBefore = (entity: Entity, pronoun: Mention): number => {
  let count = 0;
  for (let at = 0; at < entity.mentions.length && at < 64 && count < 4; at++)
    if (entity.mentions[at]! < pronoun.index) count += 1;
  return count;
};

export const isRootSubject = (cast: Cast, mention: Mention): boolean => {
  const word = cast.words[mention.head]!;
  return word.relation.startsWith("nsubj") && word.head >= 0 && cast.words[word.head]!.relation === "root";
};

/** The subject, named after it, of a verb that the pronoun hangs on: "In his speech, Novak said …". */
export const mainAhead = (cast: Cast, pronoun: Mention): Mention | undefined => {
  const sentence = cast.words[pronoun.first]!.sentence;
  for (let index = pronoun.index + 1; index < cast.mentions.length; index++) {
    const mention = cast.mentions[index]!;
    if (cast.words[mention.first]!.sentence !== sentence) return undefined;
    if (mention.first <= pronoun.last || !isSubject(cast, mention)) continue;
    if (hangsOn(cast, pronoun, cast.words[mention.head]!.head)) return mention;
  }
  return undefined;
};

const hangsOn = (cast: Cast, pronoun: Mention, verb: number): boolean => {
  let at = pronoun.head;
  for (let count = 0; count < 12 && at >= 0; count++) {
    if (at === verb) return true;
    at = cast.words[at]!.head;
  }
  return false;
};

const isFirst = (cast: Cast, mention: Mention): boolean => {
  const before = cast.mentions[mention.index - 1];
  return !before || cast.words[before.first]!.sentence !== cast.words[mention.first]!.sentence;
};
