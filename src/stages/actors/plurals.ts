// "The two leaders", "both sides", "the French and German foreign ministers" -> the people or states they mean.
import type { Mention, Title } from "../../model/actor.ts";
import { addTitles, attach, bareText, type Cast, type Entity, newEntity } from "./entity.ts";
import { counterpartTitle, fromRegister, holds, reach, spokenOf } from "./office-holders.ts";
import { lastPair, pairIn, tellersOf } from "./pairs.ts";

/** Resolves a plural mention by title; what can't be settled stays open. */
export const readPlural = (cast: Cast, mention: Mention): void => {
  const title = mention.titles[0];
  if (mention.countries && /sides$/i.test(bareText(cast, mention))) {
    const sides = mention.countries.map((code) => stateEntity(cast, code)).filter((one) => one !== undefined);
    attach(cast, mention, ...sides);
    return;
  }
  if (mention.countries && (!title || title.group === "official")) {
    attach(cast, mention, ...mention.countries.map((code) => groupOf(cast, mention, code)));
    return;
  }
  if (mention.countries && title) {
    const people = mention.countries.map((of) => {
      const one =
        title.office === "counterpart" ? counterpartTitle(cast, mention, { ...title, of }) : { ...title, of };
      return (
        one &&
        (spokenOf(cast, mention, one) ?? fromRegister(cast, one, mention) ?? namedNext(cast, mention, one))
      );
    });
    const found = people.filter((one) => one !== undefined);
    if (found.length === mention.countries.length) attach(cast, mention, ...found);
    return;
  }
  if (mention.count !== undefined && mention.count > 2 && mention.count < 6) {
    const states = statesNoun.test(bareText(cast, mention));
    const list =
      mention.definite &&
      (lastList(cast, mention, states, mention.count) ?? gathered(cast, mention, states, mention.count));
    if (list) attach(cast, mention, ...list);
    return;
  }
  const sides = mention.count === undefined && /^(?:sides|parties)$/i.test(bareText(cast, mention));
  if (sides && mention.definite && !mention.country) {
    const pair = statePair(cast, mention) ?? lastTwo(cast, mention, true, undefined);
    if (pair) attach(cast, mention, ...pair);
    return;
  }
  if (mention.count !== 2 && !(mention.count === undefined && title && mention.definite && !mention.country))
    return;
  const states = ofStates(cast, mention);
  const pair =
    (states ? statePair(cast, mention) : lastPair(cast, mention, title)) ??
    lastTwo(cast, mention, states, title);
  if (pair) attach(cast, mention, ...pair);
};

/**
 * "The foreign ministers of Turkey and Greece spoke. Turkey's Hakan Fidan told …": the first one of the state whom the next
 * sentences name without an office holds the one that is spoken of.
 */
const namedNext = (cast: Cast, mention: Mention, title: Title): Entity | undefined => {
  const { sentence } = cast.words[mention.first]!;
  for (const one of cast.mentions.slice(mention.index + 1)) {
    if (cast.words[one.first]!.sentence > sentence + 3) return undefined;
    const entity = one.form === "name" && one.kind === "person" ? cast.of[one.index]?.[0] : undefined;
    const owner = one.possessor === undefined ? undefined : cast.mentions[one.possessor];
    const before = cast.mentions.find(({ end }) => end === one.start - 3 || end === one.start - 2);
    const country = entity?.country ?? owner?.country ?? before?.country;
    if (!entity || country !== title.of) continue;
    if (entity.titles.some(({ office }) => office !== "counterpart")) return undefined;
    if (title.of) entity.country ??= title.of;
    addTitles(entity, [title]);
    return entity;
  }
  return undefined;
};

/** The group of one of the states: "Russian officials" of "U.S. and Russian officials". */
const groupOf = (cast: Cast, mention: Mention, code: string): Entity => {
  const state = cast.language.stateByCode.get(code);
  const owner = state?.adjectives[0] ?? cast.language.organizationByCode.get(code)?.name ?? code;
  const noun = bareText(cast, mention).replace(/ (?:of|from|in) .*/, "");
  const name = `${owner} ${noun.split(" ").at(-1)!}`;
  for (let index = mention.index - 1; index >= 0 && index > mention.index - reach; index--) {
    const entity = cast.of[index]?.[0];
    if (entity?.kind === "group" && entity.name === name) return entity;
  }
  return newEntity(cast, {
    kind: "group",
    name,
    country: code,
    plural: true,
    rule: "group",
    ...(mention.sector && { sector: mention.sector }),
  });
};

const statesNoun =
  /(?:sides|parties|countries|nations|states|capitals|governments|neighbou?rs|allies|powers|rivals|superpowers|ministries)$/i;

/** "The two sides" are states, and so are "the two" after a state. */
const ofStates = (cast: Cast, mention: Mention): boolean => {
  const text = bareText(cast, mention);
  if (text.toLowerCase() !== "two") return statesNoun.test(text);
  for (let index = mention.index - 1; index >= 0 && index > mention.index - 12; index--) {
    const entity = cast.mentions[index]!.form === "demonym" ? undefined : cast.of[index]?.[0];
    if (entity?.kind === "state" || entity?.kind === "person") return entity.kind === "state";
  }
  return false;
};

/** "The four countries": the last enumeration of just so many before the mention. */
const lastList = (cast: Cast, mention: Mention, states: boolean, count: number): Entity[] | undefined => {
  let list: Entity[] = [];
  let next: Mention | undefined;
  for (let index = mention.index - 1; index >= 0 && index > mention.index - 60; index--) {
    const one = cast.mentions[index]!;
    const entity = cast.of[index]?.length === 1 ? cast.of[index]![0]! : undefined;
    if (one.form === "pronoun" || entity?.kind !== (states ? "state" : "person")) continue;
    if (next && one.end > next.start) continue;
    const goes =
      next !== undefined && /^(?:,|,? and) (?:the )?$/.test(cast.document.text.slice(one.end, next.start));
    if (!goes && list.length === count) return list;
    list = goes ? [entity, ...list] : [entity];
    next = one;
  }
  return list.length === count ? list : undefined;
};

/** "The three ministers": where just so many people, or states, are named in the sentence before, or in it and those above. */
const gathered = (cast: Cast, mention: Mention, states: boolean, count: number): Entity[] | undefined => {
  const { sentence } = cast.words[mention.first]!;
  const found = new Set<Entity>();
  let at = mention.index - 1;
  for (let back = 0; back <= 3; back += 1) {
    for (; at >= 0 && cast.words[cast.mentions[at]!.first]!.sentence >= sentence - back; at -= 1) {
      const [entity, more] = cast.of[at] ?? [];
      if (!entity || more || cast.mentions[at]!.form === "demonym") continue;
      const known = states ? entity.kind === "state" : entity.kind === "person" && entity.rule !== "noun";
      if (known) found.add(entity);
    }
    if (found.size >= count) return found.size === count ? [...found].reverse() : undefined;
  }
  return undefined;
};

/**
 * "Kabul and Islamabad signed a truce brokered by Qatar. [The two neighbours] agreed …": the states that the nearest sentence
 * joins, or those of the two people whom it brings together.
 */
const statePair = (cast: Cast, mention: Mention): Entity[] | undefined => {
  const { sentence } = cast.words[mention.first]!;
  let at = mention.index - 1;
  for (let back = 0; back <= 3; back += 1) {
    const here: Mention[] = [];
    for (; at >= 0 && cast.words[cast.mentions[at]!.first]!.sentence >= sentence - back; at -= 1)
      if (cast.of[at]?.length === 1 && cast.mentions[at]!.end <= mention.start)
        here.unshift(cast.mentions[at]!);
    const joined = joinedStates(cast, here);
    if (joined) return joined;
    const people = pairIn(cast, here)?.entities.map(({ country }) => stateEntity(cast, country));
    if (people?.every((one) => one !== undefined) && people[0] !== people[1]) return people;
  }
  return undefined;
};

/** "Observers from China and the United States" are of neither side. */
const isLookingOn = ({ words }: Cast, index: number): boolean => {
  let at = words[index]!;
  for (
    let step = 0;
    step < 3 && /^(?:conj|nmod|amod|compound)/.test(at.relation) && at.head >= 0;
    step += 1
  ) {
    at = words[at.head]!;
    if (onlookers.test(at.lemma)) return true;
  }
  return false;
};

const onlookers = /^(?:observer|monitor|mediator|guarantor|facilitator|diplomat|expert|journalist|host)$/;

const joinedStates = (cast: Cast, here: readonly Mention[]): Entity[] | undefined => {
  const named = here.filter(
    ({ index, head }) => cast.of[index]![0]!.kind === "state" && !isLookingOn(cast, head),
  );
  for (let at = named.length - 1; at > 0; at -= 1) {
    const [left, right] = [named[at - 1]!, named[at]!];
    const between = cast.document.text.slice(left.end, right.start);
    const pair = [cast.of[left.index]![0]!, cast.of[right.index]![0]!];
    const more =
      /[,]/.test(cast.document.text.slice(left.start - 2, left.start)) && named[at - 2] !== undefined;
    if (/^(?: and (?:the )?|[-–])$/.test(between) && pair[0] !== pair[1] && !more) return pair;
  }
  return undefined;
};

/** The two people (or states) spoken of last before the mention. */
const lastTwo = (
  cast: Cast,
  mention: Mention,
  states: boolean,
  title: Title | undefined,
): Entity[] | undefined => {
  const found: Entity[] = [];
  const outside = states ? new Set<Entity>() : tellersOf(cast, mention);
  for (let index = mention.index - 1; index >= 0 && index > mention.index - 60 && found.length < 2; index--)
    for (const entity of cast.of[index] ?? []) {
      const one = states && entity.kind === "person" ? stateEntity(cast, entity.country) : entity;
      if (
        !one ||
        found.includes(one) ||
        outside.has(one) ||
        (states ? one.kind !== "state" : one.kind !== "person")
      )
        continue;
      if (!states && title && !holds(cast, one, { ...title, of: "" })) continue;
      found.push(one);
    }
  return found.length >= 2 ? found.slice(0, 2).reverse() : undefined;
};

const stateEntity = (cast: Cast, code: string | undefined): Entity | undefined =>
  code === undefined ? undefined : cast.byCode.get(code);
