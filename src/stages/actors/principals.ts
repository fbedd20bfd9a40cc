// "They", "the two leaders" in a house's own account, where nobody nearer is meant -> the two principals it opens with.
import type { Mention } from "../../model/actor.ts";
import { attach, bareText, type Cast, type Entity } from "./entity.ts";

const leaders =
  /^(?:(?:both|two) )?(?:leaders|ministers|presidents|prime ministers|sides|parties|officials|two|both)$/i;

/** Gives plurals that are still open, and a "They" that opens its sentence with no people in reach, to the principals. */
export const resolvePrincipals = (cast: Cast): void => {
  if (cast.document.side === undefined) return;
  const pairs = pairsOf(cast);
  for (const mention of cast.mentions) {
    if (!mention.plural || mention.person === 1) continue;
    const pair = pairs.findLast(({ end }) => end <= mention.start)?.pair;
    if (!pair) continue;
    const open = cast.of[mention.index] === undefined;
    if (mention.form === "pronoun" ? open || isAstray(cast, mention) : means(cast, mention, open))
      reattach(cast, mention, isSides(cast, mention) ? statesOf(cast, pair) : pair);
  }
};

/** "The two leaders", whoever else was named since, where it opens its sentence; elsewhere only what is still open. */
const means = (cast: Cast, mention: Mention, open: boolean): boolean =>
  mention.kind === "group" &&
  !mention.country &&
  !mention.countries &&
  leaders.test(bareText(cast, mention)) &&
  (open || opensSentence(cast, mention) || (isMainSubject(cast, mention) && !isSides(cast, mention)));

/** "Turning to the economy, [the leaders] agreed …". */
const isMainSubject = (cast: Cast, { head }: Mention): boolean => {
  const { relation, head: verb } = cast.words[head]!;
  return relation.startsWith("nsubj") && cast.words[verb]!.head < 0;
};

const isSides = (cast: Cast, mention: Mention): boolean =>
  mention.form !== "pronoun" && /sides$/i.test(bareText(cast, mention));

const statesOf = (cast: Cast, pair: readonly Entity[]): readonly Entity[] => {
  const states = pair.map(({ country }) => (country === undefined ? undefined : cast.byCode.get(country)));
  return states.every((one) => one !== undefined) ? states : pair;
};

const opensSentence = (cast: Cast, { first }: Mention): boolean =>
  cast.words[first - 1]?.sentence !== cast.words[first]!.sentence;

/**
 * "They", the subject of a sentence, taken for people of a crowd who were only spoken of, or for two who stand in an aside
 * ("the decisions adopted by Presidents Lula and Boric").
 */
const isAstray = (cast: Cast, mention: Mention): boolean => {
  const found = cast.of[mention.index]!;
  if (opensSentence(cast, mention) && found.every(({ kind }) => kind === "group")) return true;
  if (found.length < 2 || !isMainSubject(cast, mention)) return false;
  const named = (entity: Entity) =>
    entity.mentions
      .filter((one) => one < mention.index)
      .map((one) => cast.mentions[one]!)
      .filter(({ form }) => form !== "pronoun");
  return found.every((entity) => named(entity).every((one) => isBeside(cast, one)));
};

/** Below a noun or inside of a clause that tells of a noun: no part of what its sentence tells. */
const isBeside = (cast: Cast, { head }: Mention): boolean => {
  for (let at = head, step = 0; step < 12 && cast.words[at]!.head >= 0; step += 1) {
    const { relation, children } = cast.words[at]!;
    // "a meeting with the Prime Minister", "a call from him": whom a contact is with is told there.
    const isParty = children.some((child) => /^(?:with|from|between)$/i.test(cast.words[child]!.text));
    if (relation.startsWith("acl") || (relation.startsWith("nmod") && !isParty)) return true;
    at = cast.words[at]!.head;
  }
  return false;
};

const reattach = (cast: Cast, mention: Mention, pair: readonly Entity[]): void => {
  for (const entity of cast.of[mention.index] ?? [])
    entity.mentions.splice(
      0,
      entity.mentions.length,
      ...entity.mentions.filter((one) => one !== mention.index),
    );
  attach(cast, mention, ...pair);
};

type Pair = readonly [Entity, Entity];

/** The principals whom the account opens with. */
export const principalsOf = (cast: Cast): Pair | undefined => pairsOf(cast)[0]?.pair;

const contact =
  /\b(?:spoke|speaks|met|meets|call|called|talks?|talked|conversation|meeting|received|receives|hosted|discuss\p{L}*)\b/iu;

/**
 * The first person of the house's own side and the first of another, of each sentence that names both; after the first
 * such sentence only of those that tell of a contact with somebody else, who stands in no aside. `end` is where the later
 * of the two is named.
 */
const pairsOf = (cast: Cast): { readonly end: number; readonly pair: Pair }[] => {
  const found: { readonly end: number; readonly pair: Pair }[] = [];
  for (const [sentence, people] of peopleBySentence(cast)) {
    const own = people.find(({ entity }) => isOwn(entity, cast.document.side));
    const others = people.filter(
      ({ entity }) => !isOwn(entity, cast.document.side) && entity.country !== undefined,
    );
    if (!own || others.length === 0) continue;
    if (found.some(({ pair }) => others.some(({ entity }) => entity === pair[1]))) continue;
    const other =
      others.find(({ mention }) => !isBeside(cast, mention)) ?? (found.length === 0 ? others[0] : undefined);
    const { start, end } = cast.sentences[sentence]!;
    if (!other || (found.length > 0 && !contact.test(cast.document.text.slice(start, end)))) continue;
    const last = Math.max(own.mention.end, other.mention.end);
    found.push({ end: last, pair: [own.entity, other.entity] });
  }
  return found;
};

type Named = { readonly mention: Mention; readonly entity: Entity };

/** People named in each sentence, in text order. */
const peopleBySentence = (cast: Cast): Map<number, Named[]> => {
  const found = new Map<number, Named[]>();
  for (const mention of cast.mentions) {
    const entity = cast.of[mention.index]?.length === 1 ? cast.of[mention.index]![0]! : undefined;
    if (entity?.kind !== "person" || mention.form === "pronoun" || entity.rule === "noun") continue;
    const { sentence } = cast.words[mention.first]!;
    found.set(sentence, [...(found.get(sentence) ?? []), { mention, entity }]);
  }
  return found;
};

const isOwn = ({ country, titles, rule }: Entity, side: string | undefined): boolean =>
  country === side || (country === undefined && (titles.length > 0 || rule === "name"));
