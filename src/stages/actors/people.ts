// Mentions with a person's name -> one entity a person, by the forms of the name and the register.
import type { Person } from "../../language/holders.ts";
import { nameWords } from "../../language/name-keys.ts";
import type { Mention, Title } from "../../model/actor.ts";
import { addTitles, attach, type Cast, type Entity, newEntity } from "./entity.ts";
import { sideOf, sideOfNamesakes } from "./person-side.ts";
import { covers, termOf } from "./terms.ts";

/** Resolves every mention of a person by name, in text order. */
export const resolvePeople = (cast: Cast): void => {
  const byWord = new Map<string, Entity[]>();
  for (const mention of cast.mentions) {
    if (mention.kind !== "person" || !mention.name) continue;
    const text = cast.document.text.slice(mention.name.start, mention.name.end).replace(/\s+/g, " ");
    const key = nameWords(text);
    if (key.length === 0) continue;
    const before = aliasOf(cast, mention) ?? findEntity(cast, byWord, key, mention);
    const entity = before ?? makePerson(cast, text, key, mention);
    if (before && !before.person && key.length > 1) recognize(cast, before, key, mention);
    takeName(entity, text, key);
    for (const word of before ? key : new Set([...key, ...registerWords(entity.person)])) {
      const list = byWord.get(word);
      if (!list) byWord.set(word, [entity]);
      else if (!list.includes(entity)) list.push(entity);
    }
    if (entity.gender === "unknown") entity.gender = mention.gender;
    addTitles(entity, withOwner(cast, mention));
    if (!entity.country && mention.country) entity.country = mention.country;
    if (!entity.sector && mention.sector) entity.sector = mention.sector;
    attach(cast, mention, entity);
  }
};

/** "Readout of Secretary Austin's Call", then "Secretary of Defense Lloyd J. Austin III": the full name tells who it is. */
const recognize = (cast: Cast, entity: Entity, key: readonly string[], mention: Mention): void => {
  if (entity.keys.some((known) => known.length > 1)) return;
  const person = findPerson(cast, key, mention);
  if (!person || cast.byPerson.has(person)) return;
  const { country } = sideOf(cast, person, mention);
  if (entity.country && country && entity.country !== country) return;
  entity.person = person;
  cast.byPerson.set(person, entity);
  entity.rule = "register-name";
  if (!entity.country && country) entity.country = country;
  if (entity.gender === "unknown") entity.gender = person.gender;
};

/** "Mohamed Hamdan Dagalo, known as Hemedti": two names of one person. */
const aliasOf = (cast: Cast, mention: Mention): Entity | undefined => {
  const before = cast.mentions[mention.index - 1];
  const entity = before && cast.of[before.index]?.[0];
  if (entity?.kind !== "person" || !before?.name) return undefined;
  const between = cast.document.text.slice(before.name.end, mention.name!.start);
  return between.length < 60 && alias.test(between) ? entity : undefined;
};

const alias =
  /^,? \(?(?:who is )?(?:(?:also|better|best|widely|commonly|popularly|more commonly) )?(?:known(?: by his nom de guerre)? as|nicknamed|alias|a\.k\.a\.|aka) (?:by the name )?["\u201c'\u2018]?$/;

/** "Lula's special adviser": an office that a name owns is of that person's side. */
export const withOwner = (cast: Cast, mention: Mention): readonly Title[] => {
  const owner = mention.possessor === undefined ? undefined : cast.of[mention.possessor]?.[0];
  const of = owner && owner.rule !== "noun" ? owner.country : undefined;
  if (!of || cast.mentions[mention.possessor!]!.form === "pronoun") return mention.titles;
  return mention.titles.map((title) =>
    title.of || /^(?:counterpart|predecessor|successor|host|member)$/.test(title.office)
      ? title
      : { ...title, of },
  );
};

/** "Austin's successor Hegseth": what somebody is to somebody else is no office. */
const isRelation = ({ office }: Title): boolean =>
  /^(?:counterpart|predecessor|successor|host|member)$/.test(office);

const registerWords = (person: Person | undefined): string[] =>
  person ? [person.name, ...person.names].flatMap(nameWords) : [];

/** As many namesakes are looked at, the last ones. */
const most = 20;

/** The person spoken of before whom this form of a name fits; the one named last where several do. */
const findEntity = (
  cast: Cast,
  byWord: ReadonlyMap<string, readonly Entity[]>,
  key: readonly string[],
  mention: Mention,
): Entity | undefined => {
  const fitting = (byWord.get(key.at(-1)!) ?? [])
    .slice(-most)
    .concat(key.length === 1 ? [] : (byWord.get(key[0]!) ?? []).slice(-most))
    .filter((entity) => agrees(entity, key, mention) && !introducedTwice(cast, entity, key, mention));
  // Of two of one family, the bare name is his who had it before.
  const bare = key.length === 1 ? fitting.filter((entity) => hasKey(entity, key[0]!)) : [];
  return (bare.length > 0 ? bare : fitting).sort((a, b) => b.mentions.at(-1)! - a.mentions.at(-1)!)[0];
};

const hasKey = (entity: Entity, word: string): boolean =>
  entity.keys.some((known) => known.length === 1 && known[0] === word);

/** "Larson was born …, the daughter of John Larson": nobody known by a family name is named in full in the same sentence. */
const introducedTwice = (cast: Cast, entity: Entity, key: readonly string[], mention: Mention): boolean => {
  const last = cast.mentions[entity.mentions.at(-1) ?? -1];
  return (
    key.length > 1 &&
    last !== undefined &&
    entity.keys.every((known) => known.length === 1) &&
    cast.words[last.first]!.sentence === cast.words[mention.first]!.sentence
  );
};

const agrees = (entity: Entity, key: readonly string[], mention: Mention): boolean => {
  if (mention.gender !== "unknown" && entity.gender !== "unknown" && mention.gender !== entity.gender)
    return false;
  const full = entity.keys.filter((known) => known.length > 1);
  if (
    key.length > 1 && full.length > 0
      ? full.some((known) => sameName(known, key))
      : entity.keys.some((known) => sameName(known, key))
  )
    return true;
  return (
    entity.person !== undefined &&
    [entity.person.name, ...entity.person.names].some((name) => {
      const words = nameWords(name);
      return key.length > 1 && words.join(" ") === key.join(" ");
    })
  );
};

/** "Marco Rubio" and "Rubio", "Xi Jinping" and "Xi", "J.D. Vance" and "James David Vance"; not two different first names. */
const sameName = (a: readonly string[], b: readonly string[]): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 1) return short[0] === long.at(-1) || short[0] === long[0];
  if (short.at(-1) !== long.at(-1) && short[0] !== long[0]) return false;
  return short.every((word) => long.includes(word));
};

const makePerson = (cast: Cast, text: string, key: readonly string[], mention: Mention): Entity => {
  const person = findPerson(cast, key, mention);
  const before = person && cast.byPerson.get(person);
  if (before) return before;
  return newEntity(cast, {
    kind: "person",
    name: text,
    gender: person?.gender ?? genderOf(cast, text, mention),
    rule: person ? "register-name" : "name",
    ...(person ? { person, ...sideOf(cast, person, mention) } : sideOfNamesakes(cast, key, mention)),
  });
};

/** A person known by one name only, "Maria", has the gender of that name. */
const genderOf = (cast: Cast, text: string, mention: Mention): Mention["gender"] =>
  mention.gender === "unknown" && mention.titles.length === 0
    ? (cast.language.firstNames.get(text) ?? "unknown")
    : mention.gender;

/** The register's person of this name: by the full name, or by the family name with an office that fits the day. */
export const findPerson = (cast: Cast, key: readonly string[], mention: Mention): Person | undefined => {
  const { register } = cast.language;
  const day = cast.document.published;
  const double = key.length > 1 ? doubleFamily(cast, key) : [];
  if (key.length > 1 && double.length === 0) {
    const full = register.byName.get(key.join(" ")) ?? [];
    return full.length === 1 ? full[0] : full.length === 0 ? longForm(cast, key, mention) : undefined;
  }
  const bearers = register.byFamily.get(key[0]!) ?? register.byName.get(key[0]!) ?? [];
  const family = (double.length > 0 ? double : bearers).filter(
    (person) =>
      mention.gender === "unknown" || person.gender === "unknown" || person.gender === mention.gender,
  );
  const titled = family.filter((person) =>
    mention.titles.some((title) => {
      const term = termOf(cast.language, person, title.office, day);
      return term !== undefined && (title.of === undefined || title.of === term.of);
    }),
  );
  if (titled.length === 1) return titled[0];
  // A rank is no office: "General Burhan" chairs a council.
  const titles = mention.titles.filter((title) => !isRelation(title));
  const ranked = titles.length > 0;
  if ((ranked && !titles.every(({ group, of }) => /^military/.test(group ?? "") && !of)) || day === undefined)
    return undefined;
  // "Mark said": a name that many bear is a minister's only where the text speaks of his state.
  const { name } = mention;
  const isOne = !/[\s-]/.test(name ? cast.document.text.slice(name.start, name.end) : "");
  const common = isOne && isCommon(cast, key);
  const serving = family.filter((person) =>
    person.held.some((term) => covers(term, day) && (!(common || ranked) || speaksOf(cast, term.of))),
  );
  if (serving.length > 0 || !common || ranked || !isBesideOfficial(cast, mention)) {
    return serving.length === 1 ? serving[0] : undefined;
  }
  const alike = family.filter((person) => person.held.some((term) => covers(term, day)));
  return alike.length === 1 ? alike[0] : undefined;
};

const isCommon = ({ language }: Cast, key: readonly string[]): boolean =>
  key.length === 1 && language.commonNames.has(key[0]!);

/** "Lavrov met Abbas", "Lammy and Joly met": in one clause with somebody in office whom his name alone tells. */
const isBesideOfficial = (cast: Cast, mention: Mention): boolean => {
  const clause = clauseOf(cast, mention.head);
  return (
    clause !== undefined &&
    mention.name?.start === mention.start &&
    cast.mentions.some((other) => {
      if (other === mention || other.kind !== "person" || !other.name) return false;
      const { sentence } = cast.words[other.head]!;
      if (sentence !== cast.words[mention.head]!.sentence || clauseOf(cast, other.head) !== clause)
        return false;
      const key = nameWords(cast.document.text.slice(other.name.start, other.name.end));
      return key.length > 0 && !isCommon(cast, key) && findPerson(cast, key, other) !== undefined;
    })
  );
};

/** The verb in whose clause a word stands. */
const clauseOf = ({ words }: Cast, word: number): number | undefined => {
  let at = word;
  for (let step = 0; step < 5; step += 1) {
    const { head, relation } = words[at]!;
    if (head < 0 || !/^(?:nsubj|obj|iobj|obl|nmod|conj|appos)/.test(relation)) return undefined;
    if (words[head]!.upos === "VERB") return head;
    at = head;
  }
  return undefined;
};

/** "Meinl-Reisinger", "Ramos-Horta": those whose family name has just these parts. */
const doubleFamily = ({ language }: Cast, key: readonly string[]): Person[] =>
  (language.register.byFamily.get(key.at(-1)!) ?? []).filter(({ name, family }) => {
    const own = family || name.slice(name.lastIndexOf(" ") + 1);
    return nameWords(own).join(" ") === key.join(" ");
  });

const speaksOf = (cast: Cast, code: string): boolean => cast.mentions.some(({ country }) => country === code);

/**
 * A name with more words than the register's: a father's name, a second family name ("Mohammed bin Salman bin Abdulaziz Al
 * Saud", "Volodymyr Oleksandrovych Zelenskyy"). Only for somebody who holds the office that the text says, or one on that day.
 */
const longForm = (cast: Cast, key: readonly string[], mention: Mention): Person | undefined => {
  if (key.length < 3) return undefined;
  const { register } = cast.language;
  const day = cast.document.published;
  const starts = [2, 3].flatMap((count) => register.byName.get(key.slice(0, count).join(" ")) ?? []);
  const ends = (register.byFamily.get(key.at(-1)!) ?? []).filter(({ name, names }) =>
    [name, ...names].some((one) => {
      const words = nameWords(one);
      // "Mohammad Ishaq Dar": a first name that the register leaves out.
      const inside = mention.titles.length > 0 && key.join(" ").endsWith(` ${words.join(" ")}`);
      return within(words, key) || (inside && words.length > 1);
    }),
  );
  const fitting = [...new Set([...starts, ...ends])].filter((person) =>
    mention.titles.length > 0
      ? mention.titles.some((title) => termOf(cast.language, person, title.office, day) !== undefined) ||
        (day !== undefined && person.held.some((term) => covers(term, day) && sameSide(mention, term.of)))
      : day !== undefined && person.held.some((term) => covers(term, day)),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
};

/** True where the shorter name's words come in the longer in their order, the first one first. */
const within = (short: readonly string[], long: readonly string[]): boolean => {
  if (short.length < 2 || short[0] !== long[0]) return false;
  let at = 0;
  return short.every((word) => {
    at = long.indexOf(word, at) + 1;
    return at > 0;
  });
};

const sameSide = ({ titles, country }: Mention, of: string): boolean =>
  (country ?? of) === of && titles.every((title) => (title.of ?? of) === of);

/** The fullest form in the text is the actor's name. */
const takeName = (entity: Entity, text: string, key: readonly string[]): void => {
  if (key.length > Math.max(0, ...entity.keys.map((known) => known.length))) entity.name = text;
  if (!entity.keys.some((known) => known.join(" ") === key.join(" "))) entity.keys.push([...key]);
};
