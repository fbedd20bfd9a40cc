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
  (open || opensSentence(cast, mention));

const isSides = (cast: Cast, mention: Mention): boolean =>
  mention.form !== "pronoun" && /sides$/i.test(bareText(cast, mention));

const statesOf = (cast: Cast, pair: readonly Entity[]): readonly Entity[] => {
  const states = pair.map(({ country }) => (country === undefined ? undefined : cast.byCode.get(country)));
  return states.every((one) => one !== undefined) ? states : pair;
};

const opensSentence = (cast: Cast, { first }: Mention): boolean =>
  cast.words[first - 1]?.sentence !== cast.words[first]!.sentence;

/** "They" at the head of a sentence, taken for people of a crowd who were only spoken of. */
const isAstray = (cast: Cast, mention: Mention): boolean => {
  return opensSentence(cast, mention) && cast.of[mention.index]!.every(({ kind }) => kind === "group");
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
 * such sentence only of those that tell of a contact with somebody else. `end` is where the later of the two is named.
 */
const pairsOf = (cast: Cast): { readonly end: number; readonly pair: Pair }[] => {
  const found: { readonly end: number; readonly pair: Pair }[] = [];
  const { side } = cast.document;
  let sentence = -1;
  let [own, other]: (Entity | undefined)[] = [];
  for (const mention of cast.mentions) {
    const entity = cast.of[mention.index]?.length === 1 ? cast.of[mention.index]![0]! : undefined;
    if (entity?.kind !== "person" || mention.form === "pronoun" || entity.rule === "noun") continue;
    const here = cast.words[mention.first]!.sentence;
    if (here !== sentence) [sentence, own, other] = [here, undefined, undefined];
    const whole = own !== undefined && other !== undefined;
    if (isOwn(entity, side)) own ??= entity;
    else if (entity.country !== undefined) other ??= entity;
    if (whole || !own || !other || found.some(({ pair }) => pair[1] === other)) continue;
    const { start, end } = cast.sentences[here]!;
    if (found.length === 0 || contact.test(cast.document.text.slice(start, end)))
      found.push({ end: mention.end, pair: [own, other] });
  }
  return found;
};

const isOwn = ({ country, titles, rule }: Entity, side: string | undefined): boolean =>
  country === side || (country === undefined && (titles.length > 0 || rule === "name"));
