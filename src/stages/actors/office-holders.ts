// A title -> the person who holds the office: in the text, nearest first, else in the register on the document's day.
import type { Person } from "../../language/holders.ts";
import { nameWords } from "../../language/name-keys.ts";
import type { Mention, Title } from "../../model/actor.ts";
import { clashes } from "./antecedents.ts";
import { type Cast, type Entity, newEntity } from "./entity.ts";
import { comingTo, holderOn, officesLike, termOf } from "./terms.ts";

/** "his counterpart" holds the same class of office for the other state. */
export const counterpartTitle = (cast: Cast, mention: Mention, title: Title): Title | undefined => {
  const owner = mention.possessor === undefined ? undefined : cast.of[mention.possessor]?.[0];
  const held = (owner && mainTitle(owner.titles)) ?? lastTitle(cast, mention);
  if (!held || !title.of) return title.of ? title : undefined;
  const { office, group, sector, words } = leading(cast, owner, held) ? { ...held, office: "leader" } : held;
  return { ...title, office, ...(group && { group }), ...(sector && { sector }), ...(words && { words }) };
};

/** The title that has counterparts elsewhere: a prince who is foreign minister meets foreign ministers. */
const mainTitle = (all: readonly Title[]): Title | undefined => {
  const titles = all.filter((one) => one.office !== "counterpart");
  return titles.find((one) => /^(?:head|.* minister|security adviser)$/.test(one.group ?? "")) ?? titles[0];
};

/** Who leads a state has for a counterpart who leads the other, be the one a president and the other a chancellor. */
const leading = (cast: Cast, owner: Entity | undefined, held: Title): boolean => {
  const of = held.of ?? owner?.country;
  return (
    held.group === "head" && of !== undefined && officesLike(cast.language, of, "leader")[0] === held.office
  );
};

/** The word of a state for another's office: a chancellor is a foreign minister in Latin America, Britain's one keeps the money. */
export const inItsState = (cast: Cast, given: Title): Title => {
  const title = ofHead(cast, given);
  const of = title.of ?? cast.document.side;
  // "The Spanish president" presides over the government of a kingdom.
  if (title.office === "president" && of === "ESP" && title.group === "head")
    return { ...title, office: "prime minister" };
  if (title.office !== "chancellor" || of === undefined) return title;
  if (of === "GBR") return { ...title, office: "finance minister", group: "finance minister" };
  return chancelleries.test(of) ? { ...title, office: "foreign minister", group: "foreign minister" } : title;
};

/** "The head of the Polish defence ministry" is its minister, the head of a government the one who leads it. */
const ofHead = ({ language }: Cast, title: Title): Title => {
  const { body, office, words } = title;
  if (office !== "chief" || words !== "head" || body === undefined) return title;
  const ministry = /^(?:(\p{L}+) )?ministry$/iu.exec(body);
  const led = ministry
    ? `${ministry[1]?.toLowerCase() ?? ""} minister`.trim()
    : /^government$/i.test(body)
      ? "prime minister"
      : undefined;
  const group = led === undefined ? undefined : language.officeGroup.get(led)?.group;
  if (led === undefined || (group === undefined && led !== "minister")) return title;
  const { body: _body, group: _group, words: _words, ...rest } = title;
  return { ...rest, office: led, ...(group !== undefined && { group }) };
};

const chancelleries = /^(?:ARG|BOL|BRA|CHL|COL|CRI|CUB|DOM|ECU|GTM|HND|MEX|NIC|PAN|PER|PRY|SLV|URY|VEN)$/;

const lastTitle = (cast: Cast, mention: Mention): Title | undefined => {
  for (let index = mention.index - 1; index >= 0 && index > mention.index - 12; index--) {
    const entity = cast.of[index]?.[0];
    const title =
      entity?.kind === "person"
        ? (mainTitle(cast.mentions[index]!.titles) ?? mainTitle(entity.titles))
        : undefined;
    if (title) return title;
  }
  return undefined;
};

/** The person of the text who holds the office: the nearest before, else the first after. */
export const spokenOf = (cast: Cast, mention: Mention, title: Title): Entity | undefined => {
  const own = ownOffice(cast, title);
  if (own !== title && own.group !== "spokesperson") {
    // Its very office, and not one of the class: a foreign minister in Washington is a guest.
    const { group: _, ...exact } = own;
    const mine = spokenBefore(cast, mention, exact);
    if (mine) return mine;
  }
  const same = title.of ? undefined : sameWords(cast, mention, title);
  if (same) return same;
  const before = spokenBefore(cast, mention, title);
  const kept = before && own !== title && isForeign(cast, before, title) ? undefined : before;
  if (kept || !own.of) return kept;
  // In its own readout the minister may be named after the first sentence: by the very office, not by its class.
  const { group, ...exact } = own;
  const wanted = own === title ? title : exact;
  for (
    let index = mention.index + 1;
    index < cast.mentions.length && index < mention.index + reach;
    index++
  ) {
    const found = fittingAt(cast, index, wanted);
    if (found) return found;
  }
  return undefined;
};

/** "The Foreign Secretary" in Britain's own readout is not the foreign minister of Iraq whom it speaks of. */
const isForeign = (cast: Cast, entity: Entity, title: Title): boolean =>
  !isOnlyHead(cast, entity, title) && isOfOther(cast, entity, title);

/** "The Premier" in the account of a state that has none is the guest. */
const isOnlyHead = ({ document, language }: Cast, { titles }: Entity, { office, group }: Title): boolean =>
  group === "head" &&
  document.side !== undefined &&
  document.published !== undefined &&
  titles.some((one) => one.office === office) &&
  !holderOn(language, document.side, office, document.published);

const isOfOther = ({ document }: Cast, entity: Entity, title: Title): boolean =>
  entity.country !== undefined &&
  entity.country !== document.side &&
  !/^(?:minister|secretary|leader|counterpart)$/.test(title.office) &&
  !entity.titles.some((one) => one.words?.startsWith(title.words ?? title.office));

/** "The first visit by an Iraqi head of government": such a one is meant again only where nobody else is. */
const spokenBefore = (cast: Cast, mention: Mention, title: Title): Entity | undefined => {
  let vague: Entity | undefined;
  // "Sultan Haitham received a letter from the King": two, whatever each of them is called.
  const others = new Set<Entity>();
  for (let index = mention.index - 1; index >= 0 && index > mention.index - reach; index--) {
    const found = fittingAt(cast, index, title);
    if (found && clashes(cast, cast.mentions[index]!, mention)) others.add(found);
    if (!found || others.has(found)) continue;
    if (!isVague(cast, found)) return found;
    vague ??= found;
  }
  return vague;
};

const isVague = (cast: Cast, { rule, mentions, titles }: Entity): boolean =>
  rule === "unnamed" &&
  cast.mentions[mentions[0]!]!.definite === false &&
  titles.some(({ group }) => single.test(group ?? ""));

/** Without a state the very words decide, also those by which alone somebody was called: "the external affairs minister" is not the other foreign minister. */
const sameWords = (cast: Cast, mention: Mention, title: Title): Entity | undefined => {
  const isSo = ({ words }: Title) => words === title.words;
  // "the President of the Commission" is none who was called "the President".
  const isBare = !/^of$/i.test(cast.words[mention.last + 1]?.text ?? "");
  const calledSo = ({ titles, mentions }: Entity) =>
    titles.some(isSo) || (isBare && mentions.some((one) => cast.mentions[one]!.titles.some(isSo)));
  for (let index = mention.index - 1; index >= 0 && index > mention.index - reach; index--)
    for (const entity of cast.of[index] ?? [])
      if (entity.kind === "person" && calledSo(entity)) return entity;
  return undefined;
};

/** So many mentions back and ahead a title may mean. */
export const reach = 400;

const fittingAt = (cast: Cast, index: number, title: Title): Entity | undefined =>
  cast.of[index]?.find((entity) => entity.kind === "person" && holds(cast, entity, title));

/** True where the text or the register says that the person holds such an office. */
export const holds = (cast: Cast, entity: Entity, title: Title): boolean => {
  const same = (one: { office: string; group?: string; modifier?: string; words?: string; body?: string }) =>
    (one.office === title.office ||
      (title.office === "secretary" && /^secretary of |^(?!press).* secretary$/.test(one.words ?? "")) ||
      (title.office === "minister" &&
        /(?<!prime) minister$|^secretary of state$|^top diplomat$/.test(one.office)) ||
      (title.office === "leader" && (one.group === "head" || leadsItsParty(cast, one, title))) ||
      (title.office === "monarch" && one.group === "monarch") ||
      (title.office === "prince" && one.office === "crown prince") ||
      matchingClass(one, title) ||
      isSameChief(one, title)) &&
    // Who acts as minister is "the minister".
    ((one.modifier ?? "") === (title.modifier ?? "") || (one.modifier === "acting" && !title.modifier));
  const said = entity.titles.some(
    (one) =>
      same(one) &&
      (!title.of ||
        (one.of ?? entity.country) === title.of ||
        // In a house's own account who has no state is its own.
        (!one.of &&
          !entity.country &&
          single.test(one.group ?? "") &&
          (cast.document.side ?? title.of) === title.of)) &&
      (!title.body || !one.body || one.body === title.body),
  );
  if (said) return true;
  if (leadsBody(cast, title)) return false;
  const day = cast.document.published;
  if (!entity.person || !day) return false;
  if (title.modifier === "former") return held(cast, entity.person, title, day);
  return entity.person.held.some(
    (term) =>
      (!title.of || term.of === title.of) &&
      same({ office: term.office, ...classOf(cast, term.office) }) &&
      termOf(cast.language, entity.person!, term.office, day) === term &&
      (term.to === "" || term.to >= day),
  );
};

/** "The former chancellor": whose term is over on the day, and who has no new one. */
const held = (cast: Cast, person: Person, title: Title, day: string): boolean => {
  const like = person.held.filter(
    (term) =>
      (!title.of || term.of === title.of) &&
      (term.office === title.office || matchingClass(classOf(cast, term.office), title)),
  );
  return like.length > 0 && like.every((term) => term.to !== "" && term.to <= day.slice(0, term.to.length));
};

/** Classes that a state has one holder of, so that a holder without a state may be its. */
const single = /^(?:head|monarch|foreign minister|defense minister|security adviser)$/;

const classOf = (cast: Cast, office: string): { group?: string } => {
  const group = cast.language.officeGroup.get(office)?.group;
  return group === undefined ? {} : { group };
};

/** "The Vietnamese leader": where the party leads the state, its general secretary too. */
const leadsItsParty = ({ language }: Cast, { office }: { office: string }, { of }: Title): boolean =>
  office === "general secretary" && of !== undefined && language.leaders.get(of) === "-";

/** "foreign minister" and "secretary of state" are one office; "president" and "prime minister" are not. */
const matchingClass = (one: { group?: string }, title: Title): boolean =>
  one.group !== undefined &&
  one.group === title.group &&
  !/^(?:head|monarch|director|military|judiciary|legislator|member|adviser|academic|media|activist|business|religious|governor|officer|deputy minister|minister|chair|party leader|development minister|trade minister|energy minister|finance minister|deputy secretary-general)$/.test(
    one.group,
  );

/** "Mossad director David Barnea", "the Mossad chief": one body has one of them. */
const isSameChief = (one: { group?: string; body?: string }, title: Title): boolean =>
  one.group === "director" && title.group === "director" && one.body !== undefined && one.body === title.body;

/** "The Secretary General spoke with …. Mr. Rutte welcomed": a later bare name of one who holds such an office. */
export const namedLater = (cast: Cast, mention: Mention, title: Title): Entity | undefined => {
  if (title.of || title.body || !homes.has(title.office)) return undefined;
  const { group: _, ...exact } = title;
  for (
    let index = mention.index + 1;
    index < Math.min(cast.mentions.length, mention.index + reach);
    index++
  ) {
    const { form, titles } = cast.mentions[index]!;
    const found = form === "name" && titles.length === 0 ? fittingAt(cast, index, exact) : undefined;
    if (found) return found;
  }
  return undefined;
};

/** "Iran's counterpart phones the minister", a heading, then "Ali Bagheri, …": the only one of the text below who holds the office. */
export const namedBelow = (cast: Cast, mention: Mention, title: Title): Entity | undefined => {
  if (cast.sentences[cast.words[mention.first]!.sentence]?.block !== "heading") return undefined;
  const found = new Set<Entity>();
  for (const { index, form } of cast.mentions)
    if (index > mention.index && form === "name")
      for (const entity of cast.of[index] ?? [])
        if (entity.kind === "person" && holds(cast, entity, title)) found.add(entity);
  return found.size === 1 ? [...found][0] : undefined;
};

/** "The Secretary-General" of no organization named is that of the United Nations. */
export const bareOffice = (title: Title): Title => {
  const of = title.of || title.body ? undefined : homes.get(title.office);
  return of === undefined ? title : { ...title, of };
};

/** Whose an office is where no organization is named. */
const homes: ReadonlyMap<string, string> = new Map([
  ["secretary-general", "UN"],
  ["deputy secretary-general", "UN"],
  ["under-secretary-general", "UN"],
  ["high representative", "EU"],
]);

/** "The Prime Minister" in a government's own readout, where the text names no other, is that government's. */
export const ownOffice = (cast: Cast, title: Title): Title =>
  title.of || title.body || !cast.document.side ? title : { ...title, of: cast.document.side };

/** "The Hamas leader", "the RSF leader": leads no state. */
const leadsBody = ({ language }: Cast, { of, body, office }: Title): boolean =>
  of !== undefined &&
  body !== undefined &&
  language.stateByCode.has(of) &&
  /^(?:leader|chief|head)$/.test(office);

/** The register's holder on the document's day; nobody where two are possible or the words tell against it. */
export const fromRegister = (cast: Cast, title: Title, mention: Mention): Entity | undefined => {
  const day = cast.document.published;
  if (!day || !title.of || title.modifier === "former") return undefined;
  if (leadsBody(cast, title)) return undefined;
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
  if (
    title.modifier === "deputy" ||
    /^(?:deputy foreign minister|under-secretary-general)$/.test(title.office)
  )
    return undefined;
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
