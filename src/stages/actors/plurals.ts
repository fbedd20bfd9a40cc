// "The two leaders", "both sides", "the French and German foreign ministers" -> the people or states they mean.
import type { Mention, Title } from "../../model/actor.ts";
import { addTitles, attach, bareText, type Cast, type Entity, newEntity } from "./entity.ts";
import { counterpartTitle, fromRegister, holds, reach, spokenOf } from "./office-holders.ts";
import { lastPair, tellersOf } from "./pairs.ts";
import { isPlace, lastSides, whoIsPaired } from "./sides.ts";

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
    // Of whom neither the text nor the register tells, the state stands for him, beside one who is known.
    const found = people.map((one, at) => one ?? stateEntity(cast, mention.countries![at]!));
    if (people.some(Boolean)) attach(cast, mention, ...found.filter((one) => one !== undefined));
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
    const pair = lastSides(cast, mention) ?? lastTwo(cast, mention, true, undefined);
    if (pair) attach(cast, mention, ...pair);
    return;
  }
  if (mention.count !== 2 && !(mention.count === undefined && title && mention.definite && !mention.country))
    return;
  if (mention.count === undefined && isOfMany(cast, mention)) return;
  const states = ofStates(cast, mention);
  const pair =
    (states ? lastSides(cast, mention) : lastPair(cast, mention, title)) ??
    lastTwo(cast, mention, states, title);
  if (pair) attach(cast, mention, ...pair);
};

/** "the heads of state or government of the eight Nordic countries": of many, and not the two told of. */
const isOfMany = ({ words }: Cast, { last }: Mention): boolean => {
  const rest = words.slice(last + 1, last + 14).filter(({ sentence }) => sentence === words[last]!.sentence);
  const end = rest.findIndex(({ upos }) => /^(?:VERB|AUX|PUNCT)$/.test(upos));
  const phrase = end < 0 ? rest : rest.slice(0, end);
  return (
    phrase.some(({ text }) => /^of$/i.test(text)) &&
    phrase.some(({ text }) => /^(?:countries|states|nations|members|economies|republics)$/i.test(text))
  );
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
  if (!/^(?:two|pair|duo)$/i.test(text)) return statesNoun.test(text);
  const near = whoIsPaired(cast, mention);
  if (near) return near === "state";
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

/** The two people (or states) spoken of last before the mention. */
const lastTwo = (
  cast: Cast,
  mention: Mention,
  states: boolean,
  title: Title | undefined,
  noPlaces = states,
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
        (states && noPlaces && isPlace(cast, cast.mentions[index]!)) ||
        (states ? one.kind !== "state" : one.kind !== "person")
      )
        continue;
      if (!states && title && !holds(cast, one, { ...title, of: "" })) continue;
      found.push(one);
    }
  if (found.length >= 2) return found.slice(0, 2).reverse();
  return noPlaces ? lastTwo(cast, mention, states, title, false) : undefined;
};

const stateEntity = (cast: Cast, code: string | undefined): Entity | undefined =>
  code === undefined ? undefined : cast.byCode.get(code);
