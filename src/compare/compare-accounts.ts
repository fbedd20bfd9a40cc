// Tellings of one contact -> a comparison: each side's points, what both tell, what only one tells, and the facts.
import type { ComparisonLanguage } from "../language/comparison.ts";
import type { Telling } from "../link/candidate.ts";
import type { Copies } from "../link/copies.ts";
import { bareName, compareIdentity, identityOf, isUnnamed, namedSides } from "../link/identity.ts";
import { wholeOf } from "../model/whole.ts";
import { lookUp, wordsOf } from "../record/look-up.ts";
import type { RecordActor, RecordStatement } from "../record/schema.ts";
import { alignPoints } from "./align.ts";
import { factsOf } from "./facts.ts";
import { featuresOf, placesIn, type SidedPoint } from "./features.ts";
import { partyWords } from "./party-words.ts";
import type { ComparedPoint, Comparison } from "./schema.ts";

/** Compares the accounts of one contact; undefined where fewer than two sides tell of it. */
export const compareAccounts = (
  all: readonly Telling[],
  language: ComparisonLanguage,
  copies: Copies = new Map(),
): Comparison | undefined => {
  const tellings = withoutCopies(all, copies);
  const sides = sidesOf(tellings, language);
  if (sides.length < 2) return undefined;
  const parties = partyWords(
    tellings.map(({ record }) => record),
    sides.map(({ side }) => side),
    new Set(tellings.flatMap(({ contact }) => contact.participants.map(({ actor }) => actor))),
  );
  const sided = sides.map(({ side, points }) => {
    const placeOf = placesIn(points);
    return points.map(
      (point): SidedPoint => ({
        side,
        point,
        features: featuresOf(point, language, parties, placeOf(point)),
      }),
    );
  });
  const { shared, left } = alignPoints(sided, language);
  const lead = leadOf(tellings);
  return {
    contact: { ...lead.contact, documents: documentsOf(all, copies).map((document) => document.id) },
    actors: actorsOf(
      tellings,
      sides.flatMap(({ points }) => points),
    ),
    documents: documentsOf(all, copies),
    sides: retitled(sides, left, language),
    shared,
    only: sides
      .map(({ side }) => ({
        side,
        points: left.filter((one) => one.side === side).map((one) => one.point.id),
      }))
      .filter(({ points }) => points.length > 0),
    facts: factsOf(
      tellings,
      sides.map(({ side }) => side),
    ),
  };
};

/** "war", "reason": a topic of one word says less than what the taxonomy has for the point, if it has a thing. */
const retitled = (
  sides: Comparison["sides"],
  left: readonly SidedPoint[],
  { topics }: ComparisonLanguage,
): Comparison["sides"] => {
  const titles = new Map(
    left.flatMap(({ point, features }) => {
      const title = topics.get(features.topics[0] ?? "");
      return title === undefined || point.topic.includes(" ") ? [] : [[point.id, title] as const];
    }),
  );
  return sides.map((side) => ({
    ...side,
    points: side.points.map((point) => ({ ...point, topic: titles.get(point.id) ?? point.topic })),
  }));
};

/** A copy makes no account of its own where its original is there. */
const withoutCopies = (tellings: readonly Telling[], copies: Copies): Telling[] => {
  const here = new Set(tellings.map(({ record }) => record.document.id));
  return tellings.filter(({ record }) => !here.has(copies.get(record.document.id) ?? ""));
};

/** The telling that names people of two sides, and has the most points, speaks for the group. */
const leadOf = (tellings: readonly Telling[]): Telling => {
  const size = (telling: Telling) =>
    telling.contact.accounts.reduce((sum, { points }) => sum + points.length, 1000 * namedSides(telling));
  return tellings.reduce((best, one) => (size(one) > size(best) ? one : best));
};

/** Accounts of one side put together, its own documents first; what a report only repeats is left out. */
const sidesOf = (tellings: readonly Telling[], { sideNames }: ComparisonLanguage): Comparison["sides"] => {
  const bySide = new Map<string, Comparison["sides"][number]>();
  const own = ({ record: { document } }: Telling, side: string) =>
    wholeOf(document.side ?? "") === side ? 0 : 1;
  const rows = tellings.flatMap((telling) =>
    telling.contact.accounts.map((account) => ({
      telling,
      account: { ...account, side: wholeOf(account.side) },
    })),
  );
  for (const { telling, account } of rows.sort(
    (a, b) => own(a.telling, a.account.side) - own(b.telling, b.account.side),
  )) {
    const { side } = account;
    const document = telling.record.document.id;
    const entry = bySide.get(side) ?? {
      side,
      name: sideNames.get(side) ?? side,
      documents: [],
      points: [],
    };
    bySide.set(side, entry);
    const told = new Set(entry.points.map(textKey));
    const fresh = account.points
      .map((point) => ({ ...point, document, via: viaOf(telling, point.statement) }))
      .filter((point) => !told.has(textKey(point)));
    if (!entry.documents.includes(document)) entry.documents.push(document);
    entry.points.push(...fresh);
  }
  return [...bySide.values()]
    .filter(({ points }) => points.length > 0)
    .sort((a, b) => (a.side < b.side ? -1 : 1));
};

/** Names of those through whom a point is known: the speakers of the statements around its own. */
const viaOf = ({ record }: Telling, statement: string | undefined): string[] => {
  const about = lookUp(record);
  return about
    .chain(statement)
    .slice(0, -1)
    .map((one) => about.names(one.speakers) || sourceOf(one))
    .filter(Boolean);
};

/** A pronoun says nothing of who that is. */
const sourceOf = ({ source }: RecordStatement): string =>
  source === undefined || /^(?:it|he|she|they|which|who)$/i.test(source.text) ? "" : source.text;

const textKey = (point: ComparedPoint): string =>
  wordsOf(point.content)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ");

const documentsOf = (tellings: readonly Telling[], copies: Copies): Comparison["documents"] => {
  const seen = new Map<string, Comparison["documents"][number]>();
  for (const { record } of tellings) {
    const { text: _, language: __, ...document } = record.document;
    const copyOf = copies.get(document.id);
    seen.set(document.id, { ...document, ...(copyOf !== undefined && { copyOf }) });
  }
  return [...seen.values()];
};

const actorsOf = (tellings: readonly Telling[], points: readonly ComparedPoint[]): Comparison["actors"] => {
  const named = new Set([
    ...tellings.flatMap(({ contact }) => contact.participants.map(({ actor }) => actor)),
    ...points.flatMap((point) => point.speakers),
  ]);
  const people = tellings.flatMap(({ record, contact }) =>
    record.actors.filter(
      ({ id, kind }) => kind === "person" && contact.participants.some(({ actor }) => actor === id),
    ),
  );
  return tellings.flatMap(({ record }) =>
    record.actors
      .filter((actor) => named.delete(actor.id))
      .map((actor) => ({
        id: actor.id,
        name: fullest(actor, people),
        ...(actor.country !== undefined && { country: actor.country }),
        ...(actor.offices[0] && { office: actor.offices[0].title }),
      })),
  );
};

/** "Cassis" of one text as another text names him in full, for those who take part. */
const fullest = (actor: RecordActor, people: readonly RecordActor[]): string => {
  if (actor.kind !== "person" || bareName(actor.name).includes(" ") || isUnnamed(actor)) return actor.name;
  const own = identityOf(actor);
  const full = people.find(
    (one) => bareName(one.name).includes(" ") && compareIdentity(own, identityOf(one)) === "same",
  );
  return full ? bareName(full.name) : actor.name;
};
