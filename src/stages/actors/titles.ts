// Mentions by title alone ("the Ukrainian president", "his U.S. counterpart", "the two leaders") -> the people they mean:
// the text first, the register by the document's date second.
import type { Mention, Title } from "../../model/actor.ts";
import { addTitles, attach, bareText, type Cast, type Entity, newEntity } from "./entity.ts";
import { openedBy, unveiledBy } from "./named-soon.ts";
import {
  bareOffice,
  counterpartTitle,
  fromRegister,
  inItsState,
  namedBelow,
  namedLater,
  ownOffice,
  reach,
  spokenOf,
} from "./office-holders.ts";
import { onTheSpot, visitorBefore } from "./on-the-spot.ts";
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
  const double = doubleOffice(cast, mention, title);
  if (double) {
    attach(cast, mention, double);
    return;
  }
  const honored = honoredBefore(cast, mention);
  if (honored) {
    attach(cast, mention, honored);
    return;
  }
  const described = describedBy(cast, mention);
  if (described) {
    if (title && described.present) addTitles(described.entity, [title]);
    attach(cast, mention, described.entity);
    return;
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

/**
 * "China's [Director of the Office of the Foreign Affairs Commission] and Minister of Foreign Affairs Wang Yi": a seat in a
 * body, and the office of the same person behind it.
 */
const doubleOffice = (cast: Cast, mention: Mention, title: Title | undefined): Entity | undefined => {
  if (!title || !/^(?:director|member|chair|councillor|commissioner)$/.test(title.group ?? title.office))
    return undefined;
  const { words } = cast;
  const name = cast.mentions.find(
    ({ first, form, kind, titles }) =>
      first > mention.last && form === "name" && kind === "person" && titles.length > 0,
  );
  if (!name || words[name.first - 1]?.text !== "and") return undefined;
  for (let at = mention.last + 1; at < name.first - 1; at += 1)
    if (/^(?:VERB|AUX|PUNCT|CCONJ|PRON)$/.test(words[at]!.upos)) return undefined;
  const [entity] = cast.of[name.index] ?? [];
  return entity && (!title.of || !entity.country || entity.country === title.of) ? entity : undefined;
};

/** "His Highness Prince Faisal …. His Highness stressed": the one who was honored so before. */
const honoredBefore = (cast: Cast, mention: Mention): Entity | undefined => {
  const honor = /^(?:his|her) (?:royal )?(?:highness|majesty)$/i
    .exec(bareText(cast, mention))?.[0]
    .toLowerCase();
  if (honor === undefined) return undefined;
  for (let index = mention.index - 1; index >= 0; index--) {
    const before = cast.mentions[index]!;
    const entity = cast.of[index]?.[0];
    if (entity?.kind === "person" && bareText(cast, before).toLowerCase().startsWith(honor)) return entity;
  }
  return undefined;
};

/** "Novak has been Poland's foreign minister since 2024": whoever is said to be it. */
const describedBy = (
  { words, mentions, of }: Cast,
  { head, titles, country, definite }: Mention,
): { entity: Entity; present: boolean } | undefined => {
  const office = words[head]!;
  const child = (relation: RegExp) =>
    office.children.map((at) => words[at]!).find((one) => relation.test(one.relation));
  const [copula, subject] = [child(/^cop$/), child(/^nsubj/)];
  if (!copula || !subject || !country || titles.length === 0 || definite === false) return undefined;
  const verbs = office.children.map((at) => words[at]!).filter(({ upos }) => upos === "AUX");
  if (child(/^mark$/) || verbs.some(({ xpos }) => xpos === "MD") || child(/^advmod$/)?.lemma === "not")
    return undefined;
  const name = mentions.find((one) => one.head === subject.index && one.form === "name");
  const entity = name?.kind === "person" ? of[name.index]?.[0] : undefined;
  return entity && { entity, present: verbs.some(({ text }) => /^(?:is|has|'s|’s)$/i.test(text)) };
};

const readOffice = (cast: Cast, mention: Mention, wanted: Title): void => {
  if (mention.definite !== false) {
    const spoken = spokenOf(cast, mention, wanted);
    const visitor =
      spoken && isVisitor(cast, mention, spoken) ? placedHolder(cast, mention, wanted) : undefined;
    const entity =
      visitorBefore(cast, mention, wanted) ??
      visitor ??
      (spoken && (isOwner(cast, mention, spoken) || isAddressee(cast, mention, spoken))
        ? undefined
        : spoken) ??
      fromRegister(cast, wanted, mention) ??
      fromRegister(cast, ownOffice(cast, wanted), mention) ??
      namedLater(cast, mention, wanted) ??
      namedBelow(cast, mention, wanted) ??
      fromRegister(cast, ofDepartment(cast, wanted), mention) ??
      fromRegister(cast, bareOffice(wanted), mention) ??
      openedBy(cast, mention, wanted) ??
      placedHolder(cast, mention, wanted) ??
      unveiledBy(cast, mention, bareOffice(wanted));
    if (entity) {
      if (/^(?:elect|designate|former)$/.test(wanted.modifier ?? "")) addTitles(entity, [wanted]);
      if (!entity.country && wanted.of) entity.country = wanted.of;
      attach(cast, mention, entity);
      return;
    }
  }
  const own =
    mention.definite === false ? wanted : bareOffice(isSole(wanted) ? ownOffice(cast, wanted) : wanted);
  if (!own.of && !own.body) return;
  attach(cast, mention, soleOfSide(cast, own) ?? unnamed(cast, mention, own));
};

/** "Wang Yi landed in Pretoria. He held talks with the foreign minister": who acts is not whom he meets. */
const isVisitor = ({ mentions, words, of }: Cast, mention: Mention, entity: Entity): boolean => {
  const { sentence } = words[mention.first]!;
  if (words[mention.head]!.relation.startsWith("nsubj")) return false;
  const subject = mentions.findLast(
    ({ index, kind, form, head }) =>
      index < mention.index &&
      kind === "person" &&
      form !== "pronoun" &&
      words[head]!.sentence >= sentence - 2 &&
      words[head]!.relation.startsWith("nsubj"),
  );
  return subject !== undefined && subject.head !== mention.head && of[subject.index]?.[0] === entity;
};

/** "Landed in Pretoria … held talks with the foreign minister": by the state of the place. */
const placedHolder = (cast: Cast, mention: Mention, title: Title): Entity | undefined => {
  const placed = onTheSpot(cast, mention, title);
  return (
    placed &&
    (spokenOf(cast, mention, placed) ?? fromRegister(cast, placed, mention) ?? unnamed(cast, mention, placed))
  );
};

/** "The Secretary", as the State Department calls its own where it has not named him. */
const ofDepartment = ({ document: { side, text } }: Cast, title: Title): Title =>
  title.office === "secretary" && !title.of && side === "USA" && department.test(text)
    ? { ...title, office: "secretary of state", of: side }
    : title;

const department =
  /\bDepartment (?:Press Briefing|Spokesperson)\b|\bState Department\b|\bDepartment of State\b/;

/** "The minister received his Iranian counterpart": who has no state yet is not the other of the same sentence. */
const isOwner = ({ mentions, words }: Cast, mention: Mention, entity: Entity): boolean =>
  mention.titles[0]?.office === "counterpart" &&
  entity.country === undefined &&
  entity.mentions.some(
    (one) => one < mention.index && words[mentions[one]!.first]!.sentence === words[mention.first]!.sentence,
  );

/** "Minister Novak, [the Croatian foreign minister] said …": who is spoken to is not who is spoken of. */
const isAddressee = ({ mentions, words }: Cast, { first, apposition }: Mention, entity: Entity): boolean =>
  apposition === undefined &&
  words[first - 1]?.text === "," &&
  entity.mentions.some((one) => mentions[one]!.form === "name" && mentions[one]!.last === first - 2);

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
    if (mention.form !== "title" || cast.of[mention.index] || !title) continue;
    if (mention.kind === "group") readOwnedGroup(cast, mention, title);
    if (mention.kind !== "person") continue;
    const of = ownedByPronoun(cast, mention, title) && cast.of[mention.possessor!]?.[0]?.country;
    if (of) readOffice(cast, mention, inItsState(cast, { ...title, of }));
  }
};

/** "Their foreign ministers": of the sides of those whom the pronoun means, each its own. */
const readOwnedGroup = (cast: Cast, mention: Mention, title: Title): void => {
  const owner = mention.possessor === undefined ? undefined : cast.mentions[mention.possessor];
  if (owner?.form !== "pronoun" || !owner.plural || !isSole(title)) return;
  const sides = new Set(cast.of[owner.index]?.map(({ country }) => country));
  if (sides.size < 2 || sides.has(undefined)) return;
  const people = [...sides].map((side) => {
    const own = inItsState(cast, { ...title, of: side! });
    return spokenOf(cast, mention, own) ?? fromRegister(cast, own, mention) ?? unnamed(cast, mention, own);
  });
  attach(cast, mention, ...people);
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
