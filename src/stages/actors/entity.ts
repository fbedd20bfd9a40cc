// Actors while they are gathered: one for each person, state, organization or group, with the mentions so far.
import type { ActorsLanguage } from "../../language/actors.ts";
import type { Person } from "../../language/holders.ts";
import type { Actor, ActorKind, Gender, Mention, Office, Title } from "../../model/actor.ts";
import type { Document } from "../../model/document.ts";
import type { Quotation, Sentence } from "../../model/sentence.ts";
import type { Word } from "../../model/token.ts";

export type Entity = {
  kind: ActorKind;
  name: string;
  /** Identifying words of every form of a person's name. */
  readonly keys: string[][];
  country?: string;
  sector?: string;
  gender: Gender;
  /** True where a single pronoun gave the gender, which another may give up. */
  guessed?: boolean;
  plural: boolean;
  /** The register's person, where the name or the office led to one. */
  person?: Person;
  readonly titles: Title[];
  readonly offices: Office[];
  readonly mentions: number[];
  rule: string;
};

/** All that resolution reads, and what it has found so far. */
export type Cast = {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  readonly words: readonly Word[];
  readonly mentions: readonly Mention[];
  readonly language: ActorsLanguage;
  readonly entities: Entity[];
  /** The entity of each person of the register who is in the text. */
  readonly byPerson: Map<Person, Entity>;
  /** State entities by code. */
  readonly byCode: Map<string, Entity>;
  /** The entities of each mention, by the mention's index; most have one or none. */
  readonly of: (readonly Entity[])[];
};

export const newEntity = (
  cast: Cast,
  said: Pick<Entity, "kind" | "name" | "rule"> & Partial<Entity>,
): Entity => {
  const entity: Entity = {
    keys: [],
    gender: "unknown",
    plural: false,
    titles: [],
    offices: [],
    mentions: [],
    ...said,
  };
  cast.entities.push(entity);
  if (entity.person) cast.byPerson.set(entity.person, entity);
  if (entity.kind === "state" && entity.country) cast.byCode.set(entity.country, entity);
  return entity;
};

/** Notes that a mention refers to an entity. */
export const attach = (cast: Cast, mention: Mention, ...entities: readonly Entity[]): void => {
  cast.of[mention.index] = entities;
  for (const entity of entities) entity.mentions.push(mention.index);
};

/** Adds titles that say something the entity's others don't. */
export const addTitles = (entity: Entity, titles: readonly Title[]): void => {
  for (const title of titles)
    if (
      !entity.titles.some(
        (one) =>
          one.words === title.words &&
          one.of === title.of &&
          one.office === title.office &&
          one.body === title.body,
      )
    )
      entity.titles.push(title);
};

/** The text of a mention without a leading article. */
export const bareText = (cast: Cast, mention: Mention): string =>
  cast.document.text
    .slice(mention.start, mention.end)
    .replace(/\s+/g, " ")
    .replace(/^(?:the|a|an|this|that|these|those)\s+/i, "");

const sectorFor = (cast: Cast, entity: Entity): string | undefined => {
  // Whoever serves an organization of states has its sector.
  const served =
    entity.kind === "person" && entity.country && cast.language.organizationByCode.get(entity.country);
  if (served && !entity.titles.some((title) => title.modifier === "former")) return served.sector;
  // "The younger brother" of a minister is a minister, where that is what he is.
  if (entity.sector && entity.sector !== "CVL") return entity.sector;
  const title = entity.titles.find((one) => one.sector && one.office !== "counterpart");
  if (title) return title.sector;
  const office = entity.offices[0];
  return (office && cast.language.officeGroup.get(office.title)?.sector) ?? entity.sector;
};

/** The entities as actors, in order of first mention; those whose mentions all went elsewhere are left out. */
export const toActors = (cast: Cast): Actor[] =>
  cast.entities
    .filter((entity) => entity.mentions.length > (entity.rule === "noun" ? 1 : 0))
    .map((entity) => ({ entity, first: entity.mentions.reduce((a, b) => Math.min(a, b)) }))
    .sort((a, b) => a.first - b.first)
    .map(({ entity }, index) => {
      const { kind, name, country, offices, rule } = entity;
      const sector = kind === "state" ? undefined : sectorFor(cast, entity);
      const code = country && (sector ? `${country} ${sector}` : kind === "state" ? country : undefined);
      return {
        index,
        kind,
        name,
        ...(country && { country }),
        ...(code && { code }),
        ...(entity.person?.wikidata && { wikidata: entity.person.wikidata }),
        offices,
        mentions: [...new Set(entity.mentions)].sort((a, b) => a - b),
        rule,
      };
    });
