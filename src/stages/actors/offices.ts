// Titles of the text and terms of the register -> the offices that an actor gets, each with who says so.
import { unaccent } from "../../language/phrases.ts";
import type { Office, Title } from "../../model/actor.ts";
import { takeColleagues } from "./colleagues.ts";
import type { Cast, Entity } from "./entity.ts";
import { isGuestOf } from "./guests.ts";
import { holderOn, termOf } from "./terms.ts";

/** Gives every person its offices; the text comes first, the register adds dates, states and what the text leaves out. */
export const fillOffices = (cast: Cast): void => {
  const states = new Set(
    cast.entities.filter((one) => one.kind === "state" && one.mentions.length > 0).map((one) => one.country),
  );
  const only = cast.document.side ?? (states.size === 1 ? [...states][0] : undefined);
  const home = homeOf(cast);
  takeOwners(cast);
  takeStates(cast);
  takeColleagues(cast);
  for (const entity of cast.entities) {
    if (entity.kind !== "person") continue;
    for (const title of entity.titles) addSaid(cast, entity, title);
    dropShort(entity);
    if (entity.offices.length === 0 && entity.person) addKnown(cast, entity);
    if (!entity.country && entity.titles.length > 0)
      takeOnlyState(
        cast,
        entity,
        [isOfOthers(cast, entity, only) ? undefined : only, home],
        cast.document.side,
      );
    const of = entity.offices.find((office) => office.of)?.of;
    if (of && !entity.country) entity.country = of;
  }
};

/** "Colombia's Rosa Villavicencio", "Juan Gonzalez of the White House": of whose the name is, where nothing else says so. */
const takeStates = ({ words, mentions, of }: Cast): void => {
  for (const mention of mentions) {
    const entity = mention.form === "name" ? of[mention.index]?.[0] : undefined;
    if (entity?.kind !== "person" || entity.country) continue;
    const owns = /^['’]s$/.test(words[mention.first - 1]?.text ?? "");
    const before = owns ? mentions.find(({ last }) => last === mention.first - 2) : undefined;
    const state = before && of[before.index]?.[0];
    if (state && (state.kind === "state" || serves(state))) entity.country = state.country!;
    if (entity.country || !/^of$/.test(words[mention.last + 1]?.text ?? "")) continue;
    const from = mention.last + (/^the$/i.test(words[mention.last + 2]?.text ?? "") ? 3 : 2);
    const after = mentions.find(
      ({ first, index }) =>
        (first === from || first === from - 1) &&
        index > mention.index &&
        of[index]?.[0]?.kind === "organization",
    );
    const body = after && of[after.index]?.[0];
    if (body && after.first > mention.last + 1 && serves(body)) entity.country = body.country!;
  }
};

/** Bodies whose people speak for a side. */
const serves = ({ kind, country, sector }: Entity): boolean =>
  kind === "organization" &&
  country !== undefined &&
  /^(?:GOV|IGO|REB|OPP|PTY|MIL|LEG|SPY)$/.test(sector ?? "");

/** "His vice president": the office is of the side of the one the pronoun means. */
const takeOwners = (cast: Cast): void => {
  for (const mention of cast.mentions) {
    const owner = mention.possessor === undefined ? undefined : cast.of[mention.possessor]?.[0];
    const entity = cast.of[mention.index]?.[0];
    if (!owner?.country || entity?.kind !== "person" || entity === owner || entity.country) continue;
    const title = entity.titles.find((one) => one.start === mention.titles[0]?.start && !one.of);
    if (!title || /^(?:counterpart|predecessor|successor|host|member)$/.test(title.office)) continue;
    entity.titles[entity.titles.indexOf(title)] = { ...title, of: owner.country };
    entity.country = owner.country;
  }
};

/** "Secretary Rubio" says no other office than "Secretary of State Marco Rubio". */
const dropShort = (entity: Entity): void => {
  for (const short of ["secretary", "minister"]) {
    const longer = entity.offices.some((one) => one.title !== short && one.title.split(" ").includes(short));
    const at = longer ? entity.offices.findIndex((one) => one.title === short) : -1;
    if (at >= 0) entity.offices.splice(at, 1);
  }
};

const addSaid = (cast: Cast, entity: Entity, title: Title): void => {
  if (/^(?:counterpart|predecessor|successor|host|member)$/.test(title.office)) return;
  // "His Highness Prince Faisal" is a prince.
  const words = (isShort(title) ? title.office : (title.words ?? title.office)).replace(
    /^(?:his|her) (?:royal )?(?:highness|majesty)(?: the)? ?/,
    "",
  );
  if (words === "") return;
  const term = entity.person && termOf(cast.language, entity.person, title.office, cast.document.published);
  const of = title.of ?? term?.of ?? entity.country;
  // "Secretary Rubio" is short for the office that the register knows.
  const name = /^(?:secretary|minister)$/.test(words) && term && term.of === of ? term.office : words;
  if (entity.offices.some((office) => office.title === name && (office.of === of || !of))) return;
  const coming = title.modifier === "elect" || title.modifier === "designate";
  const dated = term && term.of === of && !coming ? { from: term.from, ...(term.to && { to: term.to }) } : {};
  entity.offices.push({
    title: name,
    ...(of && { of }),
    ...dated,
    basis: "text",
    span: { start: title.start, end: title.end },
  } satisfies Office);
};

/** "PM", "FM", "EAM": letters for a whole office. */
const isShort = ({ words, group }: Title): boolean =>
  /^\p{L}{2,3}$/u.test(words ?? "") && /^(?:head|foreign minister|defense minister)$/.test(group ?? "");

const addKnown = (cast: Cast, entity: Entity): void => {
  const term = termOf(cast.language, entity.person!, undefined, cast.document.published);
  if (!term) return;
  entity.offices.push({
    title: term.office,
    of: term.of,
    from: term.from,
    ...(term.to && { to: term.to }),
    basis: "register",
  });
};

/** The state is named in other people's titles only ("the ambassador of Cabo Verde"): the unmarked minister is not its own. */
const isOfOthers = (cast: Cast, entity: Entity, only: string | undefined): boolean => {
  const state = cast.entities.find((one) => one.kind === "state" && one.country === only);
  if (only === undefined || only === cast.document.side || !state) return false;
  const others = cast.entities
    .filter((one) => one !== entity && one.kind === "person" && one.country === only)
    .flatMap((one) => one.mentions.map((mention) => cast.mentions[mention]!));
  return state.mentions.every((mention) => {
    const { start, end } = cast.mentions[mention]!;
    return others.some((other) => other.start <= start && end <= other.end);
  });
};

/** "President Novak" in a state's own readout, or in a text that speaks of one state only, is that state's. */
const takeOnlyState = (
  cast: Cast,
  entity: Entity,
  states: readonly (string | undefined)[],
  side: string | undefined,
): void => {
  const leads = /^(?:head|deputy head|monarch|.* minister|minister|governor|legislator)$/;
  const serves = /^(?:security adviser|chief of staff|military chief|spokesperson|speaker)$/;
  const own = (title: Title): boolean => serves.test(title.group ?? "") && !title.body;
  if (side && entity.titles.some(own)) entity.country = side;
  else if (entity.titles.some((title) => leads.test(title.group ?? "")))
    for (const state of states)
      if (state && !entity.country && (state === side || isFree(cast, entity, state))) entity.country = state;
};

/**
 * False where the register or the text knows somebody else in an office of the person's on the document's day, where the
 * state has no such office, and where the person is on the way there.
 */
const isFree = (cast: Cast, entity: Entity, state: string): boolean => {
  const day = cast.document.published;
  if (isHeldByOther(cast, entity, state) || isGuestOf(cast, entity, state)) return false;
  if (state === "USA" && entity.titles.some(({ words }) => /\bminister$/.test(words ?? ""))) return false;
  return entity.titles.every((title) => {
    const holder = day && !title.modifier ? holderOn(cast.language, state, title.office, day) : undefined;
    return !holder || holder === entity.person;
  });
};

/** "phoned his Algerian opposite number": two interior ministers are of two states. */
const isHeldByOther = (cast: Cast, entity: Entity, state: string): boolean =>
  cast.entities.some(
    (other) =>
      other !== entity &&
      other.kind === "person" &&
      (other.country === state || other.titles.some(({ of }) => of === state)) &&
      other.titles.some(({ group, modifier }) =>
        entity.titles.some(
          (title) =>
            /minister$|^head$/.test(group ?? "") && group === title.group && modifier === title.modifier,
        ),
      ),
  );

/** The state whose capital the dateline names: "LIMA (Agency) - …". */
const homeOf = (cast: Cast): string | undefined => {
  const opening = cast.document.text.slice(0, 120);
  const place = dateline.exec(opening)?.[1] ?? agencyLine.exec(opening)?.[1];
  const wanted = place && unaccent(place).trim().toLowerCase();
  return cast.language.states.find((state) =>
    state.capitals.some((capital) => unaccent(capital).toLowerCase() === wanted),
  )?.code;
};

const dateline =
  /^\s*(\p{Lu}[\p{Lu}\s.'\u2019-]{2,30}?)(?:,[^\n(]{0,30})?\s*(?:\([^)\n]{1,40}\)\s*)?(?:[-\u2013\u2014]|\. )/u;

/** "Niamey (AFP) - …", "New Delhi, Apr 27 (PTI) …". */
const agencyLine =
  /^\s*(\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+){0,2})(?:, ?\p{Lu}\p{L}{2,8}\.? \d{1,2})? \(\p{Lu}[\p{Lu}. /-]{1,18}\)/u;
