// Mentions of states, organizations and bodies -> one entity each, by code or by name.

import { unaccent } from "../../language/phrases.ts";
import { bodyKey } from "../../language/register.ts";
import type { Mention } from "../../model/actor.ts";
import { sectorOfName } from "./code.ts";
import { countrymanOf } from "./countryman.ts";
import { attach, bareText, type Cast, type Entity, newEntity } from "./entity.ts";

/** Resolves every mention of a state, an organization, a body or a named group, in text order. */
export const resolveStates = (cast: Cast): void => {
  const byKey = new Map<string, Entity>();
  for (const given of cast.mentions) {
    const mention = given.rule === "body:realm" ? withRealm(cast, given) : withOwner(cast, given);
    if (mention.kind === "person" || mention.form === "pronoun" || cast.of[mention.index]) continue;
    if (mention.kind === "group") {
      readGroup(cast, byKey, mention);
      continue;
    }
    const entity =
      countrymanOf(cast, mention) ??
      (mention.rule === "state-seat" && mention.country
        ? palaceOf(cast, byKey, mention, mention.country)
        : mention.rule.startsWith("state-") ||
            mention.kind === "state" ||
            /^body:(?:side|realm)$/.test(mention.rule)
          ? stateOf(cast, byKey, mention)
          : organizationOf(cast, byKey, mention));
    if (entity) attach(cast, mention, entity);
  }
};

/** "The Kingdom": the house's own state, else the one last spoken of that calls itself so. */
const withRealm = (cast: Cast, mention: Mention): Mention => {
  if (mention.country) return mention;
  const realm = new RegExp(`^(?:Hashemite )?${bareText(cast, mention).split(" ").at(-1)} of `);
  const isRealm = (code: string | undefined): boolean =>
    code !== undefined &&
    (cast.language.stateByCode.get(code)?.names.some((name) => realm.test(name)) ?? false);
  const { side } = cast.document;
  const last = cast.mentions.findLast(({ index, country }) => index < mention.index && isRealm(country));
  const country = isRealm(side) ? side : last?.country;
  return country ? { ...mention, country } : mention;
};

/** "the ministry" after "India's foreign minister" is India's, "the Prime Minister's Office" that of the one last spoken of. */
const withOwner = (cast: Cast, mention: Mention): Mention => {
  if (mention.country || mention.kind !== "organization") return mention;
  const owner = cast.of[mention.possessor ?? namedOwner(cast, mention) ?? -1]?.[0];
  if (owner?.country) return { ...mention, country: owner.country };
  const text = mention.name ? cast.document.text.slice(mention.name.start, mention.name.end) : "";
  const wanted = /ministry$/i.test(text)
    ? /minister|secretary/
    : /^(?:president|prime minister)['\u2019]?s? ?(?:['\u2019]s )?office$|^presidential|^chancellery$/i.test(
          text,
        )
      ? /^(?:president|prime minister|chancellor)$/
      : undefined;
  if (mention.possessor !== undefined) return mention;
  // A house's own "Ministry" is its state's, whoever else is spoken of; other bodies, where nobody is who could own them.
  const { side } = cast.document;
  const own = text === "Ministry" ? side : undefined;
  const last = own ?? (wanted && lastHolder(cast, mention, wanted));
  const country = last ?? (mention.rule.startsWith("body:") && house.test(text) ? side : undefined);
  return country ? { ...mention, country } : mention;
};

/** "Villavicencio's ministry": the mention of whoever is named as having it. */
const namedOwner = ({ words, mentions }: Cast, { head, index }: Mention): number | undefined =>
  mentions
    .slice(Math.max(0, index - 3), index)
    .find(
      (one) =>
        one.kind === "person" && words[one.head]!.head === head && words[one.head]!.relation === "nmod:poss",
    )?.index;

/** Bodies that speak for a state in its own account. */
const house =
  /^(?:the )?(?:presidency|cabinet|chancellery|royal court|(?:royal|presidential) palace|(?:president|prime minister)['\u2019]s office|(?:foreign|external affairs|defen[cs]e) ministry|ministry(?: of (?:foreign affairs|external affairs|defen[cs]e))?)$/i;

/**
 * The side of the holder of such an office, or of such a ministry: the first one of the mention's sentence, else the last
 * one before it.
 */
const lastHolder = (cast: Cast, mention: Mention, wanted: RegExp): string | undefined => {
  const sentence = cast.words[mention.first]!.sentence;
  let here: string | undefined;
  let before: string | undefined;
  for (let index = mention.index - 1; index >= 0 && index > mention.index - 16; index--) {
    const entity = cast.of[index]?.[0];
    const title = entity?.titles.find((one) => wanted.test(one.office));
    const isMinistry = wanted.test("minister") && /^body:.*Ministry$/.test(cast.mentions[index]!.rule);
    const country = title || isMinistry ? (title?.of ?? entity?.country) : undefined;
    if (!country) continue;
    if (cast.words[cast.mentions[index]!.first]!.sentence === sentence) here = country;
    else before ??= country;
  }
  return here ?? before;
};

const kept = (byKey: Map<string, Entity>, key: string, make: () => Entity): Entity => {
  const entity = byKey.get(key) ?? make();
  byKey.set(key, entity);
  return entity;
};

/** The state of a code as an entity; made where the text has not spoken of it yet. */
const stateOf = (cast: Cast, byKey: Map<string, Entity>, mention: Mention): Entity | undefined => {
  const code = seatOf(cast, byKey, mention);
  if (!code) return undefined;
  const state = cast.language.stateByCode.get(code);
  if (!state) return codeOrganization(cast, byKey, code);
  return kept(byKey, code, () =>
    newEntity(cast, { kind: "state", name: state.name, country: code, gender: "neuter", rule: "state" }),
  );
};

/** Brussels is the European Union's voice, or NATO's, in a text that has named it and not Belgium. */
const seatOf = (cast: Cast, byKey: ReadonlyMap<string, Entity>, mention: Mention): string | undefined => {
  if (mention.country !== "BEL" || mention.rule !== "state-capital" || byKey.has("BEL"))
    return mention.country;
  const named = (code: string): boolean =>
    cast.mentions.some(
      (one) => one.country === code || (code === "EU" && /^(?:EC|EUCO|EP|EEAS)$/.test(one.country ?? "")),
    );
  if (cast.mentions.some((one) => one.country === "BEL" && one.rule !== "state-capital")) return "BEL";
  return named("EU") ? "EU" : named("NATO") ? "NATO" : "BEL";
};

/** The Kremlin and the White House speak for their states, but are named as they are; "10 Downing Street" is one with "Downing Street". */
const palaceOf = (cast: Cast, byKey: Map<string, Entity>, mention: Mention, country: string): Entity => {
  const name = cast.document.text.slice(mention.start, mention.end).replace(/\s+/g, " ");
  const word = unaccent(name)
    .toLowerCase()
    .replace(/^(?:the |no\.? )?(?:\d+ )?/, "")
    .split(" ", 1)[0]!;
  return kept(byKey, `palace ${country} ${word}`, () =>
    newEntity(cast, {
      kind: "organization",
      name,
      country,
      sector: "GOV",
      gender: "neuter",
      rule: mention.rule,
    }),
  );
};

const codeOrganization = (cast: Cast, byKey: Map<string, Entity>, code: string): Entity | undefined => {
  const known = cast.language.organizationByCode.get(code);
  if (!known) return undefined;
  return kept(byKey, code, () =>
    newEntity(cast, {
      kind: "organization",
      name: known.name,
      country: code,
      sector: known.sector,
      gender: "neuter",
      rule: "organization",
    }),
  );
};

/** Kinds of which a state has several, told apart by their words. */
const several =
  /^body:(?:army|parliament|court|office|presidential office|intelligence service|state media)$/;

/** "The Democratic Alliance" is a party by name, and no alliance spoken of before. */
const isNamed = (cast: Cast, mention: Mention): boolean => /^\p{Lu}.* \p{Lu}/u.test(bareText(cast, mention));

const organizationOf = (cast: Cast, byKey: Map<string, Entity>, mention: Mention): Entity | undefined => {
  if (mention.rule === "organization" && mention.country)
    return codeOrganization(cast, byKey, mention.country);
  const text = mention.name
    ? cast.document.text.slice(mention.name.start, mention.name.end).replace(/\s+/g, " ")
    : "";
  const generic = mention.rule.startsWith("body:");
  if (generic && !mention.country && mention.possessor !== undefined) return undefined;
  if (mention.rule === "body:bloc" && !isNamed(cast, mention))
    return lastOrganization(cast, byKey, mention, text);
  if (mention.rule === "body:outlet" && !mention.country) return lastOutlet(cast, mention);
  const body = mention.rule === "body" ? bodyNamed(cast, text, mention.country) : undefined;
  const key = generic
    ? `${mention.rule}${several.test(mention.rule) ? text.toLowerCase() : ""} ${mention.country ?? ""}`
    : `${body?.name ?? unaccent(text).toLowerCase()} ${body ? (mention.country ?? "") : ""}`;
  const before =
    byKey.get(key) ??
    (generic ? undefined : spelledOut(cast, text)) ??
    (generic && !mention.country ? byKey.get(`last ${mention.rule}`) : undefined) ??
    sameMinistry(byKey, mention);
  if (before) {
    if (!generic && text.length > before.name.length) before.name = text;
    byKey.set(`last ${mention.rule}`, before);
    return before;
  }
  const entity = kept(byKey, key, () =>
    newEntity(cast, {
      kind: "organization",
      name: generic ? bareText(cast, mention) : text,
      gender: "neuter",
      rule: mention.rule,
      ...(mention.country && { country: mention.country }),
      ...sectorOf(cast, mention, text),
    }),
  );
  // The body of its kind spoken of last; "the ministry" is the last ministry of any kind.
  byKey.set(`last ${mention.rule}`, entity);
  if (/^body:.*Ministry$/.test(mention.rule)) byKey.set("last body:ministry", entity);
  return entity;
};

/** "The ministry" is the ministry of that state spoken of last, whatever its name. */
const sameMinistry = (byKey: ReadonlyMap<string, Entity>, { rule, country }: Mention): Entity | undefined => {
  const last = rule === "body:ministry" && country ? byKey.get("last body:ministry") : undefined;
  return last?.country === country ? last : undefined;
};

/** "the bloc", "the alliance": the organization of states spoken of last; an agency watches, an alliance is no agency. */
const lastOrganization = (
  cast: Cast,
  byKey: Map<string, Entity>,
  mention: Mention,
  text: string,
): Entity | undefined => {
  const wanted = /alliance/i.test(text)
    ? /^(?:NATO|CSTO)$/
    : /agency|watchdog/i.test(text)
      ? /^IAEA$/
      : /world body/i.test(text)
        ? /^UN$/
        : /^(?!UN|IAEA|NATO|IMF|WB|WTO|WHO|ICC|ICJ|ICRC)/;
  for (let index = mention.index - 1; index >= 0; index--) {
    const code = cast.of[index]?.[0]?.country;
    const known = code === undefined ? undefined : cast.language.organizationByCode.get(code);
    if (known && wanted.test(known.code)) return codeOrganization(cast, byKey, known.within ?? known.code);
  }
  return undefined;
};

/** "The agency", "the newspaper": of the media the one spoken of last. */
const lastOutlet = (cast: Cast, mention: Mention): Entity | undefined => {
  for (let index = mention.index - 1; index >= 0; index--) {
    const [entity] = cast.of[index] ?? [];
    if (entity?.kind === "organization" && entity.sector === "MED") return entity;
  }
  return undefined;
};

/** The words of a name tell what it is: "Kano State Assembly", "Oromo Liberation Front". */
const sectorOf = (cast: Cast, mention: Mention, name: string): { sector?: string } => {
  const sector =
    mention.sector ??
    (mention.rule === "name" ? sectorOfName(name.split(/[\s-]+/), cast.language.sectorOfWord) : undefined);
  return sector ? { sector } : {};
};

/** "The DFA" after "the Department of Foreign Affairs": the organization whose capitals these are. */
const spelledOut = (cast: Cast, text: string): Entity | undefined =>
  /^\p{Lu}{2,6}$/u.test(text)
    ? cast.entities.find(
        (one) => one.kind === "organization" && one.name.includes(" ") && capitalsOf(one.name) === text,
      )
    : undefined;

const capitalsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join("");

const bodyNamed = (cast: Cast, text: string, country: string | undefined) => {
  const fitting = cast.language.bodyByName.get(bodyKey(text)) ?? [];
  return fitting.find((body) => body.country === country) ?? fitting[0];
};

/** "U.S. officials" are one group through the document; groups without a state wait for the titles' turn. */
const readGroup = (cast: Cast, byKey: Map<string, Entity>, mention: Mention): void => {
  if (mention.countries || mention.count === 2 || !mention.country) return;
  const name = bareText(cast, mention);
  const key = `group ${mention.country} ${mention.sector ?? ""} ${name.split(" ").at(-1)!.toLowerCase()}`;
  const entity = kept(byKey, key, () =>
    newEntity(cast, {
      kind: "group",
      name,
      country: mention.country!,
      plural: true,
      rule: "group",
      ...(mention.sector && { sector: mention.sector }),
    }),
  );
  attach(cast, mention, entity);
};
