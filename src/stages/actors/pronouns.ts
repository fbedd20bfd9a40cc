// Pronouns -> the people, states and organizations they stand for, by agreement, grammar and nearness.
import { subjectsAbove } from "../../clause/subjects-above.ts";
import type { Mention } from "../../model/actor.ts";
import { type Antecedent, clashes, findAntecedents } from "./antecedents.ts";
import { bodyAccused, bodyBefore, bodyThatAdds, bodyThatSpoke, bodyThatTells } from "./body-that-spoke.ts";
import { attach, type Cast, type Entity } from "./entity.ts";
import { notHimself, spokenBy } from "./not-himself.ts";
import { ownWords } from "./own-words.ts";
import { pairIn } from "./pairs.ts";
import { acrossSides } from "./partners.ts";
import type { Speech } from "./salience.ts";
import { speakOn, speaksOn } from "./speaks-on.ts";
import { findSpeakers, resolveFirstPerson } from "./speech.ts";
import { holdersOf, resolveTurns } from "./turns.ts";

/** Takes one of the antecedents, or none of them. */
export type Choose = (pronoun: Mention, found: readonly Antecedent[]) => Entity | undefined;

/** Resolves third-person pronouns in text order, then the first person in quotations; the rest stays unresolved. */
export const resolvePronouns = (cast: Cast, choose: Choose = byWeights(cast)): void => {
  const quoted = quotationOfWords(cast);
  // Labels are names, so it shows now who has which turn; the answerer may be a "he" of the introduction.
  const speech: Speech = { quoted, speakers: findSpeakers(cast), turns: holdersOf(cast) };
  const spoken = spokenBy(speech.speakers);
  for (const mention of cast.mentions) {
    if (mention.form !== "pronoun" || mention.person === 1) continue;
    if (mention.plural) {
      readThey(cast, mention);
      continue;
    }
    const all = notHimself(cast, mention, findAntecedents(cast, mention, speech), spoken);
    const found = acrossSides(cast, mention, ofHouse(cast, mention, sameSide(cast, mention, all)));
    const entity =
      bodyAccused(cast, mention) ??
      bodyThatTells(cast, mention) ??
      bodyThatAdds(cast, mention) ??
      bodyBefore(cast, mention) ??
      askedTo(cast, mention, found) ??
      ofTheOffice(cast, mention, found) ??
      ofOwnOffice(cast, mention, found) ??
      ofTheSayer(cast, mention, found) ??
      speaksOn(cast, mention, found) ??
      ownWords(cast, mention, found) ??
      choose(mention, withoutAsides(cast, mention, found)) ??
      bodyThatSpoke(cast, mention);
    if (!entity) continue;
    takeGender(entity, mention);
    attach(cast, mention, entity);
  }
  resolveFirstPerson(cast, speech.speakers, quoted);
  resolveTurns(cast, quoted, holdersOf(cast));
};

/** One pronoun may have gone astray; a second one settles the gender that no name or title tells. */
const takeGender = (entity: Entity, { gender }: Mention): void => {
  if (entity.kind !== "person" || (entity.gender !== "unknown" && !entity.guessed)) return;
  entity.guessed = entity.gender !== gender;
  entity.gender = gender;
};

/** "Her foreign minister, Ann Linde": of several possible owners those of the side that the owned office is known to be of. */
const sameSide = (cast: Cast, pronoun: Mention, found: Antecedent[]): Antecedent[] => {
  const owned = ownedBy(cast, pronoun);
  const entity = owned && cast.of[owned.index]?.[0];
  const title = owned?.titles[0] ?? entity?.titles[0];
  const of = entity?.country;
  if (!of || !title || found.length < 2) return found;
  const other = title.office === "counterpart";
  const fitting = found.filter(
    ({ entity: one }) => one.country !== undefined && (one.country === of) !== other,
  );
  return fitting.length > 0 ? fitting : found;
};

/**
 * "pressed the president to show that [he] was willing": who is to do what the clause hangs from; among the antecedents.
 */
const askedTo = (
  { words, mentions, of }: Cast,
  pronoun: Mention,
  found: Antecedent[],
): Entity | undefined => {
  if (pronoun.gender === "neuter" || !words[pronoun.head]!.relation.startsWith("nsubj")) return undefined;
  const clause = words[words[pronoun.head]!.head];
  const deed = clause?.relation === "ccomp" ? words[clause.head] : undefined;
  const asks = deed?.relation === "xcomp" && deed.xpos === "VB" ? words[deed.head] : undefined;
  if (!asks || asks.lemma === "promise") return undefined;
  const asked = asks.children.find((child) => child < deed!.index && /^i?obj$/.test(words[child]!.relation));
  const mention = mentions
    .slice(Math.max(0, pronoun.index - 8), pronoun.index)
    .find(({ head }) => head === asked);
  const entity = mention && of[mention.index]?.[0];
  return found.some((one) => one.entity === entity) ? entity : undefined;
};

/** "Algeria says [its] army shot", "the ministry said [it] regretted": right behind the verb, whatever says so; among the antecedents. */
const ofTheSayer = (
  { words, mentions, of, language }: Cast,
  pronoun: Mention,
  found: Antecedent[],
): Entity | undefined => {
  if (pronoun.gender !== "neuter") return undefined;
  const { first, index } = pronoun;
  const verb = words[/^that$/i.test(words[first - 1]?.text ?? "") ? first - 2 : first - 1];
  if (verb?.upos !== "VERB" || !language.speech.has(verb.lemma)) return undefined;
  const subject = verb.children.find((child) => words[child]!.relation === "nsubj" && child < verb.index);
  const mention = mentions.slice(Math.max(0, index - 12), index).find(({ head }) => head === subject);
  const [entity, more] = (mention && of[mention.index]) ?? [];
  return !more && entity?.kind !== "person" && found.some((one) => one.entity === entity)
    ? entity
    : undefined;
};

/** "Mudavadi's office denied that [he] had written": a body that speaks for somebody speaks of him; among the antecedents. */
const ofTheOffice = (
  { words, mentions, of }: Cast,
  pronoun: Mention,
  found: Antecedent[],
): Entity | undefined => {
  if (pronoun.gender === "neuter" || !words[pronoun.head]!.relation.startsWith("nsubj")) return undefined;
  const { sentence } = words[pronoun.head]!;
  const near = mentions.slice(Math.max(0, pronoun.index - 10), pronoun.index);
  const office = near.find(({ head }) => {
    const word = words[head]!;
    return word.sentence === sentence && word.relation === "nsubj" && words[word.head]?.relation === "root";
  });
  if (office === undefined || !/^(?:office|team|campaign|camp|entourage)$/i.test(words[office.head]!.lemma))
    return undefined;
  const owner = near.find(
    ({ head, kind }) =>
      kind === "person" && words[head]!.head === office.head && words[head]!.relation === "nmod:poss",
  );
  const entity = owner && of[owner.index]?.[0];
  return found.some((one) => one.entity === entity) ? entity : undefined;
};

/** "Sonko will be received by Li, [his] office announced": whom the clause is about that the office tells; among the antecedents. */
const ofOwnOffice = (
  { words, mentions, of }: Cast,
  pronoun: Mention,
  found: Antecedent[],
): Entity | undefined => {
  const { relation, head } = words[pronoun.head]!;
  const office = relation === "nmod:poss" ? words[head] : undefined;
  if (
    !office ||
    !/^(?:office|ministry|team|spokesman|spokeswoman|spokesperson|aide|lawyer)$/i.test(office.lemma)
  )
    return undefined;
  if (office.relation !== "nsubj" || words[pronoun.first - 1]?.text !== ",") return undefined;
  const clause = words[office.head]?.children.find(
    (child) => /^(?:ccomp|parataxis)$/.test(words[child]!.relation) && child < pronoun.head,
  );
  const subject = words[clause ?? -1]?.children.find((child) => /^nsubj/.test(words[child]!.relation));
  const mention = mentions.slice(0, pronoun.index).findLast((one) => one.head === subject);
  const entity = mention && of[mention.index]?.[0];
  return found.some((one) => one.entity === entity) ? entity : undefined;
};

/**
 * "Zelenskiy, whom Scholz had called beforehand, was not persuaded. [He] said …": where the subject of the sentence before
 * may be meant, whoever stands in that sentence only in what is said of him beside the point is not.
 */
const withoutAsides = (cast: Cast, pronoun: Mention, found: Antecedent[]): Antecedent[] => {
  if (pronoun.gender === "neuter" || found.length < 2) return found;
  const { words, mentions, of } = cast;
  const { sentence } = words[pronoun.first]!;
  let from = pronoun.index;
  while (from > 0 && words[mentions[from - 1]!.first]!.sentence >= sentence - 1) from -= 1;
  const near = mentions.slice(from, pronoun.index);
  const subjectOf = (index: number) =>
    near.find(({ head }) => {
      const word = words[head]!;
      const isMain = word.relation.startsWith("nsubj") && words[word.head]?.relation === "root";
      return isMain && word.sentence === index;
    });
  // "Vucic, who left without a word to Kurti, said [he] had agreed": the pronoun's own sentence first.
  const subject = subjectOf(sentence) ?? subjectOf(sentence - 1);
  const meant = subject && of[subject.index]?.[0];
  if (!meant || !found.some(({ entity }) => entity === meant)) return found;
  const asides = words[subject.head]!.children.filter((child) => words[child]!.relation === "acl:relcl");
  if (asides.length === 0) return found;
  const isInAside = (index: number): boolean => {
    for (let at = index, step = 0; at >= 0 && step < 20; at = words[at]!.head, step += 1)
      if (asides.includes(at)) return true;
    return false;
  };
  const named = (entity: Entity) => near.filter(({ index }) => of[index]?.includes(entity));
  return found.filter(({ entity }) => {
    const here = named(entity);
    return entity === meant || here.length === 0 || !here.every(({ head }) => isInAside(head));
  });
};

/** "The Kremlin quoted [him] as saying": a house quotes its own, where one of those who may be meant is. */
const ofHouse = ({ words, mentions, of }: Cast, { head }: Mention, found: Antecedent[]): Antecedent[] => {
  const verb = words[words[head]!.head];
  if (found.length < 2 || verb?.lemma !== "quote" || words[head]!.relation !== "obj") return found;
  const subject = verb.children.find((child) => words[child]!.relation === "nsubj");
  const house = mentions.find((one) => one.head === subject);
  const country = house && of[house.index]?.[0]?.country;
  const own = found.filter(({ entity }) => country !== undefined && entity.country === country);
  return own.length > 0 ? own : found;
};

const ownedBy = (cast: Cast, pronoun: Mention): Mention | undefined =>
  cast.mentions
    .slice(Math.max(0, pronoun.index - 2), pronoun.index + 2)
    .find((one) => one.possessor === pronoun.index);

/** The antecedent with the greatest sum of weights, unless none at all weighs more. */
export const byWeights = (cast: Cast): Choose => {
  const { weights } = cast.language;
  const sum = (features: readonly string[]): number =>
    features.reduce((total, feature) => total + (weights.get(feature) ?? 0), 0);
  return (pronoun, found) => {
    let best: Antecedent | undefined;
    let most = pronoun.gender === "neuter" ? sum(noneFeatures(cast, pronoun)) : Number.NEGATIVE_INFINITY;
    for (const one of found) {
      const weight = sum(one.features);
      if (weight <= most) continue;
      most = weight;
      best = one;
    }
    return best?.entity;
  };
};

/** The features of "none of them", which only "it" may choose: "it is clear that …" means nobody. */
export const noneFeatures = (cast: Cast, pronoun: Mention): string[] => {
  const word = cast.words[pronoun.head]!;
  const governor = cast.words[word.head];
  const children = (governor?.children ?? []).map((child) => cast.words[child]!.relation);
  const copula = children.includes("cop") ? "cop" : (governor?.upos ?? "");
  const clause = children.some((one) => /^(?:csubj|ccomp|xcomp|advcl)/.test(one)) ? "clause" : "bare";
  return ["it:none", `it:none:${word.relation}`, `it:none:${word.relation}:${copula}:${clause}`];
};

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

const readThey = (cast: Cast, pronoun: Mention): void => {
  const sayers = speakOn(cast, pronoun);
  if (sayers) {
    attach(cast, pronoun, ...sayers);
    return;
  }
  if (isOfOpenSubject(cast, pronoun)) return;
  const sentence = cast.words[pronoun.first]!.sentence;
  let at = pronoun.index - 1;
  for (let back = 0; back <= reach; back++) {
    const here: Mention[] = [];
    for (; at >= 0 && cast.words[cast.mentions[at]!.first]!.sentence === sentence - back; at--)
      if (cast.mentions[at]!.end <= pronoun.start && (cast.of[at]?.length ?? 0) > 0)
        here.push(cast.mentions[at]!);
    here.reverse();
    const plural = here.findLast(
      (one) =>
        (cast.of[one.index]!.length > 1 || cast.of[one.index]![0]!.plural) && !clashes(cast, one, pronoun),
    );
    const pair = pairIn(cast, here);
    const found =
      pair && !(plural && plural.start > pair.at) ? pair.entities : plural && cast.of[plural.index];
    if (found) {
      attach(cast, pronoun, ...found);
      return;
    }
  }
};

/** "The bloc's ministers will decide when [they] meet": people above it whom nobody knows by name, and no others. */
const isOfOpenSubject = ({ words, mentions, of }: Cast, pronoun: Mention): boolean => {
  const subjects = subjectsAbove(words, pronoun.head);
  return mentions
    .slice(Math.max(0, pronoun.index - 12), pronoun.index)
    .some((one) => one.plural && subjects.includes(one.head) && of[one.index] === undefined);
};
