// "His predecessor", "her guest", "our country" -> whom these mean once it is known whose they are.
import type { Mention, Title } from "../../model/actor.ts";
import { attach, bareText, type Cast, type Entity, newEntity } from "./entity.ts";
import { entityOf, holds } from "./office-holders.ts";
import { termOf } from "./terms.ts";

/** Titles that tell a person by another one, who is never meant. */
export const isRelation = (title: Title | undefined): boolean =>
  title !== undefined && /^(?:predecessor|successor|host|guest)$/.test(title.office);

/** Resolves the relations and sides whose owner is settled by now; a guess is never made. */
export const resolveRelations = (cast: Cast): void => {
  for (const mention of cast.mentions) {
    readPredicate(cast, mention);
    readEnvoy(cast, mention);
    if (cast.of[mention.index] || mention.possessor === undefined) continue;
    const owner = cast.of[mention.possessor]?.[0];
    if (!owner) continue;
    const title = mention.titles[0];
    if (mention.kind === "person" && (isRelation(title) || title?.office === "counterpart")) {
      const found = /^(?:host|guest|counterpart)$/.test(title!.office)
        ? otherParty(cast, mention, owner)
        : (besideInOffice(cast, owner, title!.office) ?? told(cast, mention, owner));
      if (found) attach(cast, mention, found);
    } else if (isOwnGroup(cast, mention)) {
      attach(cast, mention, groupOf(cast, mention, owner));
    } else if (mention.rule === "body:office" && owner.kind === "person") {
      attach(cast, mention, officeNamed(cast, owner));
    } else if (mention.rule === "body:side" && owner.country) {
      const state = stateNamed(cast, owner.country);
      if (state) attach(cast, mention, state);
    }
  }
};

/** "received [a special emissary] of the Chadian president": somebody of that state, whoever he is. */
const readEnvoy = (cast: Cast, mention: Mention): void => {
  const { words, mentions, of } = cast;
  const title = mention.titles[0];
  const [held, more] = of[mention.index] ?? [];
  if (mention.form !== "title" || title?.group !== "envoy" || mention.apposition !== undefined) return;
  if (more || held?.country || (held && held.rule !== "unnamed")) return;
  const sender = words[mention.head]!.children.find(
    (child) =>
      words[child]!.relation === "nmod" &&
      words[child]!.children.some((part) => /^(?:of|from)$/i.test(words[part]!.text)),
  );
  const named = mentions.find(({ head, index }) => head === sender && index > mention.index);
  const country = named && of[named.index]?.[0]?.country;
  if (!country) return;
  if (held) held.country = country;
  else
    attach(
      cast,
      mention,
      newEntity(cast, {
        kind: "person",
        name: bareText(cast, mention),
        titles: [title],
        rule: "unnamed",
        country,
        sector: "GOV",
      }),
    );
};

/** "He is [the first American governor] to be received": whoever is said to be it, where that is known only now. */
const readPredicate = (cast: Cast, mention: Mention): void => {
  const { words, mentions, of } = cast;
  const [held, more] = of[mention.index] ?? [];
  if (mention.form !== "title" || held?.rule !== "unnamed" || more || held.mentions[0] !== mention.index)
    return;
  const children = words[mention.head]!.children.map((child) => words[child]!);
  if (!children.some(({ relation }) => relation === "cop")) return;
  const subject = children.find(({ relation }) => relation === "nsubj");
  const named = subject && mentions.find(({ head, form }) => head === subject.index && form === "pronoun");
  const [entity, other] = (named && of[named.index]) ?? [];
  if (entity?.kind !== "person" || other) return;
  if (!entity.country && held.country) entity.country = held.country;
  for (const index of held.mentions.splice(0))
    attach(cast, mentions[index]!, ...of[index]!.map((one) => (one === held ? entity : one)));
  cast.entities.splice(cast.entities.indexOf(held), 1);
};

const states =
  /(?:countries|states|nations|capitals|governments|sides|parties|neighbou?rs|allies|rivals|powers)$/i;

/** "Its negotiators" are of one side that is known, "his Japanese and U.S. counterparts" are of others. */
const isOwnGroup = (
  cast: Cast,
  { kind, possessor, sector, count, country, countries, titles, start, end }: Mention,
): boolean => {
  const [owner, more] = cast.of[possessor!] ?? [];
  return (
    kind === "group" &&
    owner?.country !== undefined &&
    more === undefined &&
    /^(?:GOV|MIL|LEG|REB|SPY)$/.test(sector ?? "") &&
    cast.mentions[possessor!]!.person !== 1 &&
    !states.test(cast.document.text.slice(start, end)) &&
    !(count ?? country ?? countries) &&
    !titles.some(({ office }) => office === "counterpart")
  );
};

/** "Its negotiators": the people of the owner's side. */
const groupOf = (cast: Cast, mention: Mention, owner: Entity): Entity =>
  newEntity(cast, {
    kind: "group",
    name: bareText(cast, mention).replace(/^(?:his|her|its|their)\s+/i, ""),
    plural: true,
    rule: "group",
    ...(owner.country && { country: owner.country }),
    ...(mention.sector && { sector: mention.sector }),
  });

/** "Her office", once it is known whose. */
const officeNamed = (cast: Cast, owner: Entity): Entity => {
  const name = `${owner.name}'s office`;
  const known = cast.entities.find((one) => one.rule === "body:office" && one.name === name);
  const country = owner.country && { country: owner.country };
  return (
    known ??
    newEntity(cast, {
      kind: "organization",
      name,
      gender: "neuter",
      sector: "GOV",
      rule: "body:office",
      ...country,
    })
  );
};

/** The entity of a state; made where the text has not named it. */
export const stateNamed = (cast: Cast, code: string): Entity | undefined => {
  const known = cast.byCode.get(code);
  const state = cast.language.stateByCode.get(code);
  if (known || !state) return known;
  return newEntity(cast, { kind: "state", name: state.name, country: code, gender: "neuter", rule: "state" });
};

/** Who held the owner's office before, or after, by the register: named in the text, or the only one. */
const besideInOffice = (cast: Cast, owner: Entity, relation: string): Entity | undefined => {
  const day = cast.document.published;
  const term = owner.person && day ? termOf(cast.language, owner.person, undefined, day) : undefined;
  if (!term) return undefined;
  const before = relation === "predecessor";
  const found = [...cast.language.register.people.values()].filter(
    (person) =>
      person !== owner.person &&
      person.held.some(
        (one) =>
          one.office === term.office &&
          one.of === term.of &&
          (before ? meets(one.to, term.from) : term.to !== "" && meets(term.to, one.from)),
      ),
  );
  return found.length === 1 ? entityOf(cast, found[0]!) : undefined;
};

/** A term that ends when the next one begins: in the same month. */
const meets = (end: string, start: string): boolean => end !== "" && end.slice(0, 7) === start.slice(0, 7);

const near = 40;

/** Whom the text tells to have gone before: a former holder of the same side, or one who is succeeded. */
const told = (cast: Cast, mention: Mention, owner: Entity): Entity | undefined => {
  for (const entity of peopleBefore(cast, mention)) {
    if (entity === owner || (entity.country && owner.country && entity.country !== owner.country)) continue;
    const former = entity.titles.some((title) => title.modifier === "former");
    const office = owner.titles.find((title) => holds(cast, entity, { ...title, modifier: "former" }));
    if (former || office || handsOver(cast, entity, mention)) return entity;
  }
  return undefined;
};

/** True where a verb of handing over stands in a sentence that names the person before the mention. */
const handsOver = (cast: Cast, entity: Entity, mention: Mention): boolean =>
  entity.mentions.some((index) => {
    const one = cast.mentions[index]!;
    if (one.index >= mention.index || mention.index - one.index > near) return false;
    const sentence = cast.sentences[cast.words[one.first]!.sentence];
    return (
      sentence !== undefined &&
      /\b(?:succe(?:ed|ss)\w*|replac\w+|took over|takes over|taking over|hand(?:ed|s|ing) (?:him|her|over)|resign\w*|step\w* down|defeat\w*|beat)\b/i.test(
        cast.document.text.slice(sentence.start, sentence.end),
      )
    );
  });

/** The guest of one is the other whom the text has named last, of another side; "his Russian guest" is Russia's. */
const otherParty = (cast: Cast, mention: Mention, owner: Entity): Entity | undefined => {
  if (mention.plural) return undefined;
  for (const entity of peopleBefore(cast, mention)) {
    if (entity === owner || !entity.country || entity.country === owner.country) continue;
    if (!mention.country || entity.country === mention.country) return entity;
  }
  return undefined;
};

/** People named or titled before a mention, the last one first. */
const peopleBefore = (cast: Cast, mention: Mention): Entity[] => {
  const found = new Set<Entity>();
  for (let index = mention.index - 1; index >= 0 && index > mention.index - near; index--) {
    const entity = cast.of[index]?.length === 1 ? cast.of[index]![0]! : undefined;
    if (entity?.kind === "person" && entity.rule !== "noun" && !entity.plural) found.add(entity);
  }
  return [...found];
};

/** "The general": the soldier spoken of last, where the text gives no office. */
export const soldierBefore = (cast: Cast, mention: Mention): Entity | undefined =>
  /^(?:general|admiral|colonel|marshal|commander)$/i.test(bareText(cast, mention))
    ? peopleBefore(cast, mention).find((one) =>
        one.titles.some((title) => /^military/.test(title.group ?? "")),
      )
    : undefined;
