// Pronouns -> the people, states and organizations they stand for, by agreement, grammar and nearness.
import type { Mention } from "../../model/actor.ts";
import { attach, type Cast, type Entity } from "./entity.ts";
import { findSpeakers, resolveFirstPerson } from "./speech.ts";

/** Resolves third-person pronouns in text order; what can't be settled stays unresolved. */
export const resolvePronouns = (cast: Cast): void => {
  const quoted = quotationOfWords(cast);
  const speakers = findSpeakers(cast);
  const speech: Speech = { quoted, speakers };
  for (const mention of cast.mentions) {
    if (mention.form !== "pronoun" || mention.person === 1) continue;
    if (mention.plural) readThey(cast, mention);
    else readSingular(cast, mention, speech);
  }
  resolveFirstPerson(cast, speakers, quoted);
};

type Speech = { readonly quoted: Int32Array; readonly speakers: ReadonlyMap<number, Mention> };

/** The index of the outermost quotation that each word lies in, -1 outside. */
const quotationOfWords = (cast: Cast): Int32Array => {
  const found = new Int32Array(cast.words.length).fill(-1);
  const outer = cast.quotations.filter((one) => one.depth === 0);
  let at = 0;
  for (const quotation of outer) {
    while (at < cast.words.length && cast.words[at]!.start < quotation.start) at += 1;
    for (let word = at; word < cast.words.length && cast.words[word]!.start < quotation.end; word++)
      found[word] = quotation.index;
  }
  return found;
};

const reach = 3;

type Candidate = { readonly mention: Mention; readonly entity: Entity; readonly score: number };

const readSingular = (cast: Cast, pronoun: Mention, speech: Speech): void => {
  const best = rank(cast, pronoun, speech, (entity) => fits(entity, pronoun))[0];
  if (!best || best.score <= 0) return;
  if (best.entity.gender === "unknown" && best.entity.kind === "person") best.entity.gender = pronoun.gender;
  attach(cast, pronoun, best.entity);
};

const fits = (entity: Entity, pronoun: Mention): boolean => {
  if (entity.plural) return false;
  if (pronoun.gender === "neuter") return entity.kind === "state" || entity.kind === "organization";
  return entity.kind === "person" && (entity.gender === "unknown" || entity.gender === pronoun.gender);
};

const rank = (
  cast: Cast,
  pronoun: Mention,
  speech: Speech,
  accept: (entity: Entity) => boolean,
): Candidate[] => {
  const found: Candidate[] = [];
  const sentence = cast.words[pronoun.first]!.sentence;
  const speaker = speech.speakers.get(speech.quoted[pronoun.first]!);
  const speaking = speaker && cast.of[speaker.index]?.[0];
  for (let index = pronoun.index - 1; index >= 0; index--) {
    const mention = cast.mentions[index]!;
    const distance = sentence - cast.words[mention.first]!.sentence;
    if (distance > reach) break;
    const entities = cast.of[index];
    if (entities?.length !== 1 || !accept(entities[0]!)) continue;
    if (entities[0] === speaking) continue;
    if (mention.end > pronoun.start || clashes(cast, mention, pronoun)) continue;
    const score = weigh(cast, mention, pronoun, distance, speech.quoted) - found.length * 0.01;
    found.push({ mention, entity: entities[0]!, score });
  }
  return found.sort((a, b) => b.score - a.score);
};

const roles: { readonly [relation: string]: number } = {
  nsubj: 3,
  csubj: 2,
  obj: 1.5,
  iobj: 1.5,
  obl: 1,
  nmod: 0.4,
  appos: 1,
};

const roleOf = (cast: Cast, mention: Mention): string => {
  let word = cast.words[mention.head]!;
  for (let count = 0; count < 3 && /^(?:conj|appos|flat)/.test(word.relation) && word.head >= 0; count++)
    word = cast.words[word.head]!;
  return word.relation.replace(/:.*/, "");
};

const weigh = (
  cast: Cast,
  mention: Mention,
  pronoun: Mention,
  distance: number,
  quoted: Int32Array,
): number => {
  let score = 4 - distance * 1.6;
  score += roles[roleOf(cast, mention)] ?? 0.5;
  if (roleOf(cast, mention) === "nsubj" && roleOf(cast, pronoun) === "nsubj") score += 0.8;
  if (mention.form === "demonym" || /^state-adjective/.test(mention.rule)) score -= 2.5;
  const [here, there] = [quoted[pronoun.first]!, quoted[mention.first]!];
  if (here !== there) score -= here >= 0 && there < 0 ? 1 : 0.7;
  const entity = cast.of[mention.index]![0]!;
  if (entity.kind === "person" && entity.gender === "unknown") score -= 0.6;
  score += Math.min(entity.mentions.length, 6) * 0.12;
  return score;
};

/** A subject and the object of the same verb are two; so are a phrase and a pronoun inside it. */
const clashes = (cast: Cast, mention: Mention, pronoun: Mention): boolean => {
  if (/reflexive/.test(pronoun.rule)) return false;
  if (mention.first <= pronoun.first && pronoun.last <= mention.last) return true;
  if (/possess/.test(pronoun.rule)) return false;
  const [a, b] = [clauseOf(cast, mention.head), clauseOf(cast, pronoun.head)];
  return a.clause === b.clause && a.clause >= 0 && a.direct && b.direct;
};

/** The verb or predicate that governs a word, and whether it does so as an argument of its own. */
const clauseOf = (cast: Cast, at: number): { clause: number; direct: boolean } => {
  let word = cast.words[at]!;
  for (let count = 0; count < 6 && word.head >= 0; count++) {
    const relation = word.relation.replace(/:.*/, "");
    if (/^(?:nsubj|obj|iobj|obl)$/.test(relation)) return { clause: word.head, direct: true };
    if (!/^(?:conj|appos|flat|compound|nmod)$/.test(relation)) break;
    if (relation === "nmod") return { clause: word.head, direct: false };
    word = cast.words[word.head]!;
  }
  return { clause: -1, direct: false };
};

const readThey = (cast: Cast, pronoun: Mention): void => {
  const sentence = cast.words[pronoun.first]!.sentence;
  for (let back = 0; back <= reach; back++) {
    const here = cast.mentions.filter(
      (one) =>
        cast.words[one.first]!.sentence === sentence - back &&
        one.end <= pronoun.start &&
        (cast.of[one.index]?.length ?? 0) > 0,
    );
    const plural = here
      .filter(
        (one) =>
          (cast.of[one.index]!.length > 1 || cast.of[one.index]![0]!.plural) && !clashes(cast, one, pronoun),
      )
      .at(-1);
    const pair = pairIn(cast, here);
    const found =
      pair && !(plural && plural.start > pair.at) ? pair.entities : plural && cast.of[plural.index];
    if (found) {
      attach(cast, pronoun, ...found);
      return;
    }
  }
};

/** Two people of one sentence who act together: joined by "and", or a subject and the one "with" it. */
const pairIn = (cast: Cast, mentions: readonly Mention[]): { entities: Entity[]; at: number } | undefined => {
  const people = mentions.filter(
    (one) => one.kind === "person" && one.form !== "pronoun" && cast.of[one.index]?.length === 1,
  );
  for (let index = people.length - 1; index > 0; index--) {
    const [left, right] = [people[index - 1]!, people[index]!];
    const entities = [...new Set([cast.of[left.index]![0]!, cast.of[right.index]![0]!])];
    if (entities.length < 2) continue;
    const between = cast.document.text.slice(left.end, right.start);
    if (
      /^,? and $|\b(?:with|met|meets|meet|meeting|called|telephoned|phoned|and|hosted|received|spoke|welcomed|counterpart)\b/i.test(
        between,
      )
    )
      return { entities, at: right.start };
  }
  return undefined;
};
