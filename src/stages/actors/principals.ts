// "They", "the two leaders" in a house's own account, where nobody nearer is meant -> the two principals it opens with.
import type { Mention } from "../../model/actor.ts";
import { attach, bareText, type Cast, type Entity } from "./entity.ts";

const leaders =
  /^(?:(?:both|two) )?(?:leaders|ministers|presidents|prime ministers|sides|parties|officials|two|both)$/i;

/** Gives plurals that are still open, and a "They" that opens its sentence with no people in reach, to the principals. */
export const resolvePrincipals = (cast: Cast): void => {
  if (cast.document.side === undefined) return;
  const pair = principalsOf(cast);
  if (!pair) return;
  const start = cast.mentions[pair[1].mentions.reduce((a, b) => Math.min(a, b))]!.end;
  for (const mention of cast.mentions) {
    if (mention.start < start || !mention.plural || mention.person === 1) continue;
    const open = cast.of[mention.index] === undefined;
    if (mention.form === "pronoun" ? open || isAstray(cast, mention) : open && means(cast, mention))
      reattach(cast, mention, pair);
  }
};

const means = (cast: Cast, mention: Mention): boolean =>
  mention.kind === "group" && !mention.country && leaders.test(bareText(cast, mention));

/** "They" at the head of a sentence, taken for people of a crowd who were only spoken of. */
const isAstray = (cast: Cast, mention: Mention): boolean => {
  const before = cast.words[mention.first - 1];
  const opens = !before || before.sentence !== cast.words[mention.first]!.sentence;
  return opens && cast.of[mention.index]!.every(({ kind }) => kind === "group");
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

/** The first person of the house's own side and the first of another, named in one sentence. */
export const principalsOf = (cast: Cast): [Entity, Entity] | undefined => {
  const { side } = cast.document;
  let sentence = -1;
  let [own, other]: (Entity | undefined)[] = [];
  for (const mention of cast.mentions) {
    const entity = cast.of[mention.index]?.length === 1 ? cast.of[mention.index]![0]! : undefined;
    if (entity?.kind !== "person" || mention.form === "pronoun" || entity.rule === "noun") continue;
    const here = cast.words[mention.first]!.sentence;
    if (here !== sentence) [sentence, own, other] = [here, undefined, undefined];
    if (isOwn(entity, side)) own ??= entity;
    else if (entity.country !== undefined) other ??= entity;
    if (own && other) return [own, other];
  }
  return undefined;
};

const isOwn = ({ country, titles, rule }: Entity, side: string | undefined): boolean =>
  country === side || (country === undefined && (titles.length > 0 || rule === "name"));
