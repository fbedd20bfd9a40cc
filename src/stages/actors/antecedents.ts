// A pronoun -> the entities it could mean, each with the features by which the weights choose.
import type { Mention } from "../../model/actor.ts";
import type { Word } from "../../model/token.ts";
import type { Cast, Entity } from "./entity.ts";
import { describe, describeAhead, isSubject, mainAhead, type Rivals, type Speech } from "./salience.ts";

export type Antecedent = { readonly entity: Entity; readonly features: readonly string[] };

const reach = 3;
const mostMentions = 60;

/** The entities that agree with a singular pronoun, from the sentences before it and from its own; nearest first. */
export const findAntecedents = (cast: Cast, pronoun: Mention, speech: Speech): Antecedent[] => {
  const sentence = cast.words[pronoun.first]!.sentence;
  const speaker = speech.speakers.get(speech.quoted[pronoun.first]!);
  const turn = speech.quoted[pronoun.first]! < 0 ? speech.turns.get(sentence) : undefined;
  const speaking = speaker ? cast.of[speaker.index]?.[0] : turn?.length === 1 ? turn[0] : undefined;
  const nearest = new Map<Entity, Mention>();
  const subjects = new Map<Entity, Set<number>>();
  const excluded = new Set<Entity>(joinedTo(cast, pronoun));
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
    if (entity === speaking || excluded.has(entity) || !agrees(entity, pronoun)) continue;
    if (clashes(cast, mention, pronoun)) {
      excluded.add(entity);
      nearest.delete(entity);
      continue;
    }
    if (nearest.has(entity)) continue;
    nearest.set(entity, mention);
  }
  const rivals: Rivals = { nearest, subjects };
  const found = [...nearest].map(([entity, mention], rank) => ({
    entity,
    features: describe(cast, { entity, mention, pronoun, rank, speech, rivals }),
  }));
  const ahead = inFront(cast, pronoun, nearest);
  if (ahead) found.push({ entity: ahead, features: describeAhead(cast, ahead, pronoun, rivals) });
  return found;
};

const agrees = (entity: Entity, pronoun: Mention): boolean => {
  if (entity.plural) return false;
  if (pronoun.gender === "neuter") return entity.kind === "state" || entity.kind === "organization";
  return (
    entity.kind === "person" &&
    (entity.gender === "unknown" || entity.guessed === true || entity.gender === pronoun.gender)
  );
};

/** The subject that follows in the pronoun's own sentence: "In his speech, Novak said …". */
const inFront = (cast: Cast, pronoun: Mention, seen: ReadonlyMap<Entity, Mention>): Entity | undefined => {
  const mention = mainAhead(cast, pronoun);
  const entity = mention && cast.of[mention.index]?.length === 1 ? cast.of[mention.index]![0]! : undefined;
  return entity && !seen.has(entity) && !joinedTo(cast, pronoun).includes(entity) && agrees(entity, pronoun)
    ? entity
    : undefined;
};

/** "He and President Aliyev agreed": two people. */
const joinedTo = ({ words, mentions, of }: Cast, pronoun: Mention): readonly Entity[] => {
  const found: Entity[] = [];
  for (let index = pronoun.index + 1; index < pronoun.index + 4 && index < mentions.length; index += 1) {
    const word = words[mentions[index]!.head]!;
    if (word.relation === "conj" && word.head === pronoun.head) found.push(...(of[index] ?? []));
  }
  return found;
};

/** A subject and the object of the same verb are two; so are a phrase and a pronoun inside it. */
export const clashes = (cast: Cast, mention: Mention, pronoun: Mention): boolean => {
  if (/reflexive/.test(pronoun.rule)) return false;
  if (mention.first <= pronoun.first && pronoun.last <= mention.last) return true;
  if (/possess/.test(pronoun.rule)) return false;
  const [a, b] = [clauseOf(cast, mention.head), clauseOf(cast, pronoun.head)];
  if (b >= 0 && isWhom(cast, mention, b)) return true;
  return a >= 0 && (a === b || (b >= 0 && isSubject(cast, mention) && a === subjectVerb(cast, b)));
};

/** "Netanyahu, whom he last met", "Lavrov, with whom he spoke": the one whom the clause is about is another. */
const isWhom = ({ words }: Cast, mention: Mention, verb: number): boolean => {
  const { relation, head, children } = words[verb]!;
  return (
    relation === "acl:relcl" &&
    head >= mention.first &&
    head <= mention.last &&
    children.some((child) => /^whom$/i.test(words[child]!.text))
  );
};

/** "Fired Gallant and replaced him": the verb whose subject a verb without one of its own shares, -1 where it has one. */
const subjectVerb = (cast: Cast, verb: number): number => {
  let word = cast.words[verb]!;
  const has = (relation: RegExp): boolean =>
    word.children.some((child) => relation.test(cast.words[child]!.relation));
  for (let count = 0; count < 4 && !has(/^nsubj/); count++) {
    const joined = word.relation === "conj" && word.upos === "VERB";
    if (!joined || word.head < 0) return -1;
    word = cast.words[word.head]!;
  }
  return word.index === verb ? -1 : word.index;
};

const isMarked = ({ words }: Cast, { children }: Word, by: RegExp): boolean =>
  children.some((child) => words[child]!.relation === "case" && by.test(words[child]!.text));

/** The verb or predicate whose own argument a word is, -1 where it is none's. */
const clauseOf = (cast: Cast, at: number): number => {
  let word = cast.words[at]!;
  for (let count = 0; count < 6 && word.head >= 0; count++) {
    const relation = word.relation.replace(/:.*/, "");
    // "was sworn in as president": the same one.
    if (isMarked(cast, word, /^as$/i)) return -1;
    if (/^(?:nsubj|obj|iobj|obl)$/.test(relation)) return word.head;
    // "held talks with him", "received a letter from the king"
    if (
      !/^(?:conj|appos|flat|compound)$/.test(relation) &&
      !(relation === "nmod" && isMarked(cast, word, /^(?:with|to|from)$/i))
    )
      return -1;
    word = cast.words[word.head]!;
  }
  return -1;
};
