// Mentions by title alone ("the Ukrainian president", "his U.S. counterpart", "the two leaders") -> the people they mean:
// the text first, the register by the document's date second.
import type { Mention, Title } from "../../model/actor.ts";
import { addTitles, attach, bareText, type Cast, type Entity, newEntity } from "./entity.ts";
import {
  bareOffice,
  counterpartTitle,
  fromRegister,
  inItsState,
  namedLater,
  ownOffice,
  reach,
  spokenOf,
} from "./office-holders.ts";
import { withOwner } from "./people.ts";
import { readPlural } from "./plurals.ts";
import { isRelation, soldierBefore } from "./relations.ts";

/** Resolves mentions by title, in text order. `owner` gives the actor of a possessor that is settled already. */
export const resolveTitles = (cast: Cast): void => {
  for (const mention of cast.mentions) {
    if (mention.form === "name") nameCounterpart(cast, mention);
    if (mention.form !== "title" || cast.of[mention.index]) continue;
    if (mention.kind === "person") readTitle(cast, mention);
    else if (mention.kind === "group") readPlural(cast, mention);
  }
};

const readTitle = (cast: Cast, mention: Mention): void => {
  const title = withOwner(cast, mention)[0];
  if (mention.apposition !== undefined) {
    const beside = cast.of[mention.apposition];
    if (beside) {
      for (const entity of beside) takeTitle(entity, title);
      attach(cast, mention, ...beside);
      return;
    }
  }
  const soldier = mention.country || mention.definite === false ? undefined : soldierBefore(cast, mention);
  if (soldier) {
    attach(cast, mention, soldier);
    return;
  }
  if (!title) {
    readNoun(cast, mention);
    return;
  }
  if (isRelation(title) || ownedByPronoun(cast, mention, title)) return;
  const wanted =
    title.office === "counterpart" ? counterpartTitle(cast, mention, title) : inItsState(cast, title);
  if (wanted) readOffice(cast, mention, wanted);
};

const readOffice = (cast: Cast, mention: Mention, wanted: Title): void => {
  if (mention.definite !== false) {
    const entity =
      spokenOf(cast, mention, wanted) ??
      fromRegister(cast, wanted, mention) ??
      fromRegister(cast, ownOffice(cast, wanted), mention) ??
      namedLater(cast, mention, wanted) ??
      fromRegister(cast, bareOffice(wanted), mention);
    if (entity) {
      if (/^(?:elect|designate|former)$/.test(wanted.modifier ?? "")) addTitles(entity, [wanted]);
      if (!entity.country && wanted.of) entity.country = wanted.of;
      attach(cast, mention, entity);
      return;
    }
  }
  const own = mention.definite === false || !isSole(wanted) ? wanted : ownOffice(cast, wanted);
  if (!own.of && !own.body) return;
  attach(cast, mention, soleOfSide(cast, own) ?? unnamed(cast, mention, own));
};

/** "Boris Johnson met …. The Foreign Secretary said …": the one person of the readout's side who has no office yet. */
const soleOfSide = (cast: Cast, title: Title): Entity | undefined => {
  const { side } = cast.document;
  if (side === undefined || title.of !== side || !isSole(title)) return undefined;
  const own = cast.entities.filter(
    ({ kind, country, titles }) => kind === "person" && country === side && titles.length === 0,
  );
  return own.length === 1 ? own[0] : undefined;
};

/** An office that a state has one holder of: in its own readout "the Foreign Secretary" is its own, whoever that is. */
const isSole = ({ group, modifier }: Title): boolean =>
  modifier === undefined &&
  /^(?:head|monarch|foreign minister|defense minister|security adviser)$/.test(group ?? "");

/** "his president": whose office it is shows only when the pronoun is resolved. */
const ownedByPronoun = (cast: Cast, mention: Mention, title: Title): boolean =>
  !title.of &&
  mention.possessor !== undefined &&
  cast.mentions[mention.possessor]!.form === "pronoun" &&
  /^(?:head|deputy head|monarch|.* minister|spokesperson|ambassador)$/.test(title.group ?? "");

/** Resolves the titles that a pronoun owns, once it is known whom the pronoun means. */
export const resolveOwned = (cast: Cast): void => {
  for (const mention of cast.mentions) {
    const title = mention.titles[0];
    if (mention.form !== "title" || mention.kind !== "person" || cast.of[mention.index] || !title) continue;
    const of = ownedByPronoun(cast, mention, title) && cast.of[mention.possessor!]?.[0]?.country;
    if (of) readOffice(cast, mention, inItsState(cast, { ...title, of }));
  }
};

/** A title in apposition whose owner is known only now. */
const takeTitle = (entity: Entity, title: Title | undefined): void => {
  if (!title?.of || entity.kind !== "person") return;
  const at = entity.titles.findIndex((one) => one.start === title.start && !one.of);
  if (at < 0) return;
  entity.titles[at] = title;
  entity.country ??= title.of;
};

/** "the woman", "her mother": one entity for each noun in a document; dropped at the end if nothing else refers to it. */
const readNoun = (cast: Cast, mention: Mention): void => {
  // A source is nobody that a pronoun means; it becomes an actor where it speaks.
  if (mention.gender === "neuter") return;
  const name = bareText(cast, mention).replace(/^(?:his|her|its|their|our|my|whose)\s+/i, "");
  const word = name.toLowerCase().split(" ").at(-1)!;
  const before = mention.definite === false ? undefined : lastNoun(cast, mention, word);
  const entity =
    before ??
    newEntity(cast, {
      kind: "person",
      name,
      gender: mention.gender,
      plural: mention.plural,
      rule: "noun",
      ...(mention.country && { country: mention.country }),
    });
  attach(cast, mention, entity);
};

const lastNoun = (cast: Cast, mention: Mention, word: string): Entity | undefined => {
  for (let index = mention.index - 1; index >= 0 && index > mention.index - reach; index--) {
    const entity = cast.of[index]?.[0];
    if (entity?.rule === "noun" && entity.name.toLowerCase().endsWith(word)) return entity;
  }
  return undefined;
};

/** "her Norwegian counterpart Ole Berg" gets the office that she holds, unless the register knows his. */
const nameCounterpart = (cast: Cast, mention: Mention): void => {
  const title = mention.titles.find((one) => one.office === "counterpart");
  const entity = cast.of[mention.index]?.[0];
  if (!title || !entity || entity.person) return;
  const wanted = counterpartTitle(cast, mention, title);
  if (wanted && wanted.office !== "counterpart") addTitles(entity, [wanted]);
};

const unnamed = (cast: Cast, mention: Mention, title: Title): Entity => {
  const name = bareText(cast, mention).replace(/^(?:his|her|its|their|our|my|whose|['\u2019]s)\s+/i, "");
  return newEntity(cast, {
    kind: "person",
    name,
    gender: mention.gender,
    titles: [title],
    rule: "unnamed",
    ...(title.of && { country: title.of }),
    ...(mention.sector && { sector: mention.sector }),
  });
};
