// Mentions by title alone ("the Ukrainian president", "his U.S. counterpart", "the two leaders") -> the people they mean:
// the text first, the register by the document's date second.
import type { Person } from "../../language/holders.ts";
import { nameWords } from "../../language/name-keys.ts";
import type { Mention, Title } from "../../model/actor.ts";
import { addTitles, attach, bareText, type Cast, type Entity, newEntity } from "./entity.ts";
import { withOwner } from "./people.ts";
import { comingTo, holderOn, termOf } from "./terms.ts";

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
  if (!title) {
    readNoun(cast, mention);
    return;
  }
  const wanted = title.office === "counterpart" ? counterpartTitle(cast, mention, title) : title;
  if (!wanted) return;
  if (mention.definite !== false) {
    const entity =
      spokenOf(cast, mention, wanted) ??
      fromRegister(cast, wanted, mention) ??
      fromRegister(cast, ownOffice(cast, wanted), mention);
    if (entity) {
      if (/^(?:elect|designate)$/.test(wanted.modifier ?? "")) addTitles(entity, [wanted]);
      if (!entity.country && wanted.of) entity.country = wanted.of;
      attach(cast, mention, entity);
      return;
    }
  }
  if (!wanted.of && !wanted.body) return;
  attach(cast, mention, unnamed(cast, mention, wanted));
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

/** "his counterpart" holds the same class of office for the other state. */
const counterpartTitle = (cast: Cast, mention: Mention, title: Title): Title | undefined => {
  const owner = mention.possessor === undefined ? undefined : cast.of[mention.possessor]?.[0];
  const held =
    owner?.titles.find((one) => one.office !== "counterpart") ?? lastTitled(cast, mention)?.titles[0];
  if (!held || !title.of) return title.of ? title : undefined;
  const { office, group, sector, words } = held;
  return { ...title, office, ...(group && { group }), ...(sector && { sector }), ...(words && { words }) };
};

const lastTitled = (cast: Cast, mention: Mention): Entity | undefined => {
  for (let index = mention.index - 1; index >= 0 && index > mention.index - 12; index--) {
    const entity = cast.of[index]?.[0];
    if (entity?.kind === "person" && entity.titles.length > 0) return entity;
  }
  return undefined;
};

/** The person of the text who holds the office: the nearest before, else the first after. */
const spokenOf = (cast: Cast, mention: Mention, title: Title): Entity | undefined => {
  const own = ownOffice(cast, title);
  if (own !== title && own.group !== "spokesperson") {
    const mine = spokenBefore(cast, mention, own);
    if (mine) return mine;
  }
  const same = title.of ? undefined : sameWords(cast, mention, title);
  if (same) return same;
  const before = spokenBefore(cast, mention, title);
  if (before || !title.of) return before;
  for (
    let index = mention.index + 1;
    index < cast.mentions.length && index < mention.index + reach;
    index++
  ) {
    const found = fittingAt(cast, index, title);
    if (found) return found;
  }
  return undefined;
};

const spokenBefore = (cast: Cast, mention: Mention, title: Title): Entity | undefined => {
  for (let index = mention.index - 1; index >= 0 && index > mention.index - reach; index--) {
    const found = fittingAt(cast, index, title);
    if (found) return found;
  }
  return undefined;
};

/** Without a state the very words decide: "the external affairs minister" is not the other foreign minister. */
const sameWords = (cast: Cast, mention: Mention, title: Title): Entity | undefined => {
  for (let index = mention.index - 1; index >= 0 && index > mention.index - reach; index--)
    for (const entity of cast.of[index] ?? [])
      if (entity.kind === "person" && entity.titles.some((one) => one.words === title.words)) return entity;
  return undefined;
};

/** So many mentions back and ahead a title may mean. */
const reach = 400;

const fittingAt = (cast: Cast, index: number, title: Title): Entity | undefined =>
  cast.of[index]?.find((entity) => entity.kind === "person" && holds(cast, entity, title));

const holds = (cast: Cast, entity: Entity, title: Title): boolean => {
  const same = (one: { office: string; group?: string; modifier?: string }) =>
    (one.office === title.office ||
      (title.office === "minister" && / minister$|^secretary of state$|^top diplomat$/.test(one.office)) ||
      (title.office === "leader" && one.group === "head") ||
      matchingClass(one, title)) &&
    (one.modifier ?? "") === (title.modifier ?? "");
  const said = entity.titles.some(
    (one) =>
      same(one) &&
      (!title.of ||
        (one.of ?? entity.country) === title.of ||
        (!one.of && !entity.country && single.test(one.group ?? ""))) &&
      (!title.body || !one.body || one.body === title.body),
  );
  if (said) return true;
  if (!entity.person || title.modifier === "former") return false;
  const day = cast.document.published;
  if (!day) return false;
  return entity.person.held.some(
    (term) =>
      (!title.of || term.of === title.of) &&
      same({ office: term.office, ...classOf(cast, term.office) }) &&
      termOf(cast.language, entity.person!, term.office, day) === term &&
      (term.to === "" || term.to >= day),
  );
};

/** Classes that a state has one holder of, so that a holder without a state may be its. */
const single = /^(?:head|monarch|foreign minister|defense minister|security adviser)$/;

const classOf = (cast: Cast, office: string): { group?: string } => {
  const group = cast.language.officeGroup.get(office)?.group;
  return group === undefined ? {} : { group };
};

/** "foreign minister" and "secretary of state" are one office; "president" and "prime minister" are not. */
const matchingClass = (one: { group?: string }, title: Title): boolean =>
  one.group !== undefined &&
  one.group === title.group &&
  !/^(?:head|monarch|director|military|judiciary|legislator|member|adviser|academic|media|activist|business|religious|governor|officer|deputy minister|minister|chair|party leader|development minister|trade minister|energy minister|finance minister)$/.test(
    one.group,
  );

/** "The Prime Minister" in a government's own readout, where the text names no other, is that government's. */
const ownOffice = (cast: Cast, title: Title): Title =>
  title.of || title.body || !cast.document.side ? title : { ...title, of: cast.document.side };

const fromRegister = (cast: Cast, title: Title, mention: Mention): Entity | undefined => {
  const day = cast.document.published;
  if (!day || !title.of || title.modifier === "former") return undefined;
  if (title.modifier === "elect" || title.modifier === "designate") {
    const coming = comingTo(cast.language, title.of, title.office, day);
    return coming && entityOf(cast, coming);
  }
  const office = registerOffice(title);
  const person = office === undefined ? undefined : holderOn(cast.language, title.of, office, day);
  return person && agree(person, mention) ? entityOf(cast, person) : undefined;
};

/** "the spokeswoman" is no man. */
const agree = (person: Person, { gender }: Mention): boolean =>
  gender === "unknown" || person.gender === "unknown" || person.gender === gender;

/** The register's word for the office of a title; undefined where several hold it ("the deputy minister"). */
const registerOffice = (title: Title): string | undefined => {
  if (title.modifier === "deputy") return undefined;
  if (title.group !== "spokesperson" || / spokesperson$/.test(title.office)) return title.office;
  if (title.office === "deputy spokesperson" || !title.body) return undefined;
  const body = spokenFor.find(([words]) => words.test(title.body!))?.[1];
  return body === undefined ? title.office : `${body} spokesperson`;
};

const spokenFor: readonly (readonly [RegExp, string])[] = [
  [/foreign|department of state|state department|external/i, "foreign ministry"],
  [/defen[cs]e|pentagon|war department/i, "defense ministry"],
  [/kremlin|white house|presiden|elysee|élysée|blue house/i, "presidential"],
];

/** The register's person as an entity of this document. */
export const entityOf = (cast: Cast, person: Person): Entity =>
  cast.byPerson.get(person) ??
  newEntity(cast, {
    kind: "person",
    name: person.name,
    keys: [nameWords(person.name)],
    gender: person.gender,
    person,
    rule: "register-office",
  });

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

const readPlural = (cast: Cast, mention: Mention): void => {
  const title = mention.titles[0];
  if (mention.countries && (!title || title.group === "official")) {
    attach(cast, mention, ...mention.countries.map((code) => groupOf(cast, mention, code)));
    return;
  }
  if (mention.countries && title) {
    const people = mention.countries.map((of) => {
      const one =
        title.office === "counterpart" ? counterpartTitle(cast, mention, { ...title, of }) : { ...title, of };
      return one && (spokenOf(cast, mention, one) ?? fromRegister(cast, one, mention));
    });
    const found = people.filter((one) => one !== undefined);
    if (found.length === mention.countries.length) attach(cast, mention, ...found);
    return;
  }
  if (mention.count !== 2 && !(mention.count === undefined && title && mention.definite && !mention.country))
    return;
  const states =
    /(?:sides|parties|countries|nations|states|capitals|governments|neighbou?rs|allies|powers|rivals|superpowers)$/i.test(
      bareText(cast, mention),
    );
  const pair = lastTwo(cast, mention, states, title);
  if (pair) attach(cast, mention, ...pair);
};

/** The group of one of the states: "Russian officials" of "U.S. and Russian officials". */
const groupOf = (cast: Cast, mention: Mention, code: string): Entity => {
  const state = cast.language.stateByCode.get(code);
  const owner = state?.adjectives[0] ?? cast.language.organizationByCode.get(code)?.name ?? code;
  const name = `${owner} ${bareText(cast, mention).split(" ").at(-1)!}`;
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

/** The two people (or the states of the two) spoken of last before the mention. */
const lastTwo = (
  cast: Cast,
  mention: Mention,
  states: boolean,
  title: Title | undefined,
): Entity[] | undefined => {
  const found: Entity[] = [];
  for (let index = mention.index - 1; index >= 0 && index > mention.index - 60 && found.length < 2; index--)
    for (const entity of cast.of[index] ?? []) {
      const one = states && entity.kind === "person" ? stateEntity(cast, entity.country) : entity;
      if (!one || found.includes(one) || (states ? one.kind !== "state" : one.kind !== "person")) continue;
      if (!states && title && !holds(cast, one, { ...title, of: "" })) continue;
      found.push(one);
    }
  return found.length >= 2 ? found.slice(0, 2).reverse() : undefined;
};

const stateEntity = (cast: Cast, code: string | undefined): Entity | undefined =>
  code === undefined ? undefined : cast.byCode.get(code);
