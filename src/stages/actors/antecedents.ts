// A pronoun -> the entities it could mean, each with the features by which the weights choose.
import type { Mention } from "../../model/actor.ts";
import type { Cast, Entity } from "./entity.ts";

/** What the quotations say: the quotation each word lies in (-1: none), and each quotation's speaker. */
export type Speech = { readonly quoted: Int32Array; readonly speakers: ReadonlyMap<number, Mention> };
export type Antecedent = { readonly entity: Entity; readonly features: readonly string[] };

const reach = 3;
const mostMentions = 60;

/** The entities that agree with a singular pronoun, from the sentences before it and from its own; nearest first. */
export const findAntecedents = (cast: Cast, pronoun: Mention, speech: Speech): Antecedent[] => {
  const sentence = cast.words[pronoun.first]!.sentence;
  const speaker = speech.speakers.get(speech.quoted[pronoun.first]!);
  const speaking = speaker && cast.of[speaker.index]?.[0];
  const nearest = new Map<Entity, Mention>();
  const subjects = new Map<Entity, Set<number>>();
  const excluded = new Set<Entity>();
  let seen = 0;
  for (let index = pronoun.index - 1; index >= 0 && seen < mostMentions; index--, seen++) {
    const mention = cast.mentions[index]!;
    if (sentence - cast.words[mention.first]!.sentence > reach) break;
    const entities = cast.of[index];
    if (entities?.length !== 1 || mention.end > pronoun.start) continue;
    const entity = entities[0]!;
    if (isSubject(cast, mention))
      subjects.set(
        entity,
        (subjects.get(entity) ?? new Set()).add(sentence - cast.words[mention.first]!.sentence),
      );
    if (nearest.has(entity) || entity === speaking || excluded.has(entity) || !agrees(entity, pronoun))
      continue;
    if (clashes(cast, mention, pronoun)) {
      excluded.add(entity);
      continue;
    }
    nearest.set(entity, mention);
  }
  const found = [...nearest].map(([entity, mention], rank) => ({
    entity,
    features: [
      ...describe(cast, entity, mention, pronoun, speech, rank),
      ...subjectFeatures(roleOfPronoun(cast, pronoun), subjects.get(entity)),
    ],
  }));
  const ahead = inFront(cast, pronoun, nearest);
  if (ahead)
    found.push({
      entity: ahead,
      features: [
        `${roleOfPronoun(cast, pronoun)}:ahead`,
        ...common(cast, ahead, roleOfPronoun(cast, pronoun)),
      ],
    });
  return found;
};

const agrees = (entity: Entity, pronoun: Mention): boolean => {
  if (entity.plural) return false;
  if (pronoun.gender === "neuter") return entity.kind === "state" || entity.kind === "organization";
  return entity.kind === "person" && (entity.gender === "unknown" || entity.gender === pronoun.gender);
};

const roleOf = (cast: Cast, mention: Mention): string => {
  let word = cast.words[mention.head]!;
  for (
    let count = 0;
    count < 4 && /^(?:conj|appos|flat|compound)/.test(word.relation) && word.head >= 0;
    count++
  )
    word = cast.words[word.head]!;
  if (word.relation === "nmod:poss") return "poss";
  const base = word.relation.replace(/:.*/, "");
  return /^(?:nsubj|obj|iobj|obl|nmod)$/.test(base) ? base : "other";
};

const roleOfPronoun = (cast: Cast, pronoun: Mention): string => {
  if (pronoun.gender === "neuter") return "it";
  if (/possess/.test(pronoun.rule)) return "poss";
  return roleOf(cast, pronoun) === "nsubj" ? "subj" : "obj";
};

const isSubject = (cast: Cast, mention: Mention): boolean =>
  cast.words[mention.head]!.relation.startsWith("nsubj");

/** In which of the sentences before the entity was a subject, whatever its nearest mention is. */
const subjectFeatures = (kind: string, distances: ReadonlySet<number> | undefined): string[] => {
  if (!distances) return [`${kind}:no-subject`];
  const features = [...distances].map((distance) => `${kind}:subject:${distance}`);
  if (distances.size > 1) features.push("subjects:several");
  return features;
};

const common = (cast: Cast, entity: Entity, kind: string): string[] => {
  const features = [entity.gender === "unknown" ? "gender:unknown" : "gender:known"];
  if (entity.rule === "noun") features.push("noun");
  const first = cast.entities.find((one) => one.kind === entity.kind && one.mentions.length > 0);
  if (first === entity) features.push("topic", `${kind}:topic`);
  return features;
};

const describe = (
  cast: Cast,
  entity: Entity,
  mention: Mention,
  pronoun: Mention,
  speech: Speech,
  rank: number,
): string[] => {
  const kind = roleOfPronoun(cast, pronoun);
  const distance = cast.words[pronoun.first]!.sentence - cast.words[mention.first]!.sentence;
  const role = roleOf(cast, mention);
  const features = common(cast, entity, kind);
  features.push(
    `${kind}:distance:${distance}`,
    `${kind}:role:${role}`,
    `distance:${Math.min(distance, 1)}:role:${role}`,
    `${kind}:rank:${Math.min(rank, 3)}`,
    `form:${mention.form}`,
    `near:${Math.min(6, Math.floor(Math.log2(1 + pronoun.first - mention.last)))}`,
    `often:${countBefore(entity, pronoun)}`,
  );
  const depth = governs(cast, mention, pronoun);
  if (depth >= 0) features.push(`${kind}:governs`, `${kind}:governs:${Math.min(2, depth)}`);
  if (mention.rule === "recurrence" || mention.name?.end === mention.end) features.push("name-ends");
  if (distance > 0 && isRootSubject(cast, mention)) features.push(`${kind}:root-subject`);
  if (distance > 0 && isFirst(cast, mention)) features.push("first-in-sentence");
  const [here, there] = [speech.quoted[pronoun.first]!, speech.quoted[mention.first]!];
  if (here !== there) features.push(here >= 0 ? (there >= 0 ? "quote:other" : "quote:into") : "quote:out");
  else if (here >= 0) features.push("quote:same");
  return features;
};

/** How many mentions stand before the pronoun, 4 at most; names come first in the list, in text order. */
const countBefore = (entity: Entity, pronoun: Mention): number => {
  let count = 0;
  for (let at = 0; at < entity.mentions.length && at < 64 && count < 4; at++)
    if (entity.mentions[at]! < pronoun.index) count += 1;
  return count;
};

/**
 * How many other subjects stand between the pronoun's clause and the verb whose subject the mention is
 * ("Novak said that he …": 0); -1 where the pronoun doesn't hang on that verb.
 */
const governs = (cast: Cast, mention: Mention, pronoun: Mention): number => {
  const subject = cast.words[mention.head]!;
  if (!subject.relation.startsWith("nsubj")) return -1;
  let word = cast.words[pronoun.head]!;
  let between = 0;
  for (let count = 0; count < 12 && word.head >= 0; count++) {
    if (word.head === subject.head) return between;
    const verb = cast.words[word.head]!;
    const own = verb.children.some(
      (child) => cast.words[child]!.relation.startsWith("nsubj") && child !== pronoun.head,
    );
    if (own) between += 1;
    word = verb;
  }
  return -1;
};

const isRootSubject = (cast: Cast, mention: Mention): boolean => {
  const word = cast.words[mention.head]!;
  return word.relation.startsWith("nsubj") && word.head >= 0 && cast.words[word.head]!.relation === "root";
};

const isFirst = (cast: Cast, mention: Mention): boolean => {
  const before = cast.mentions[mention.index - 1];
  return !before || cast.words[before.first]!.sentence !== cast.words[mention.first]!.sentence;
};

/** The subject that follows in the pronoun's own sentence: "In his speech, Novak said …". */
const inFront = (cast: Cast, pronoun: Mention, seen: ReadonlyMap<Entity, Mention>): Entity | undefined => {
  const sentence = cast.words[pronoun.first]!.sentence;
  for (let index = pronoun.index + 1; index < cast.mentions.length; index++) {
    const mention = cast.mentions[index]!;
    if (cast.words[mention.first]!.sentence !== sentence) return undefined;
    const entity = cast.of[index]?.length === 1 ? cast.of[index]![0]! : undefined;
    if (mention.first <= pronoun.last || !entity || seen.has(entity) || !agrees(entity, pronoun)) continue;
    if (!isRootSubject(cast, mention) || !hangsOn(cast, pronoun, cast.words[mention.head]!.head)) continue;
    return entity;
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

/** A subject and the object of the same verb are two; so are a phrase and a pronoun inside it. */
export const clashes = (cast: Cast, mention: Mention, pronoun: Mention): boolean => {
  if (/reflexive/.test(pronoun.rule)) return false;
  if (mention.first <= pronoun.first && pronoun.last <= mention.last) return true;
  if (/possess/.test(pronoun.rule)) return false;
  const [a, b] = [clauseOf(cast, mention.head), clauseOf(cast, pronoun.head)];
  return a >= 0 && a === b;
};

/** The verb or predicate whose own argument a word is, -1 where it is none's. */
const clauseOf = (cast: Cast, at: number): number => {
  let word = cast.words[at]!;
  for (let count = 0; count < 6 && word.head >= 0; count++) {
    const relation = word.relation.replace(/:.*/, "");
    if (/^(?:nsubj|obj|iobj|obl)$/.test(relation)) return word.head;
    if (!/^(?:conj|appos|flat|compound)$/.test(relation)) return -1;
    word = cast.words[word.head]!;
  }
  return -1;
};
