// "the Argentine", "the South African": one person of that state, the one last spoken of, and not the state.
import type { Mention } from "../../model/actor.ts";
import type { Cast, Entity } from "./entity.ts";

/** "The British", "the Chinese", "the Swiss" are all of them. */
const all = /(?:ish|ese|ch|ss|sh)$/i;

/** How many mentions back the person may stand. */
const memory = 60;

/** The person whom a demonym with an article means; undefined where it stands before a noun or means a people. */
export const countrymanOf = (cast: Cast, mention: Mention): Entity | undefined => {
  const { words, mentions, of } = cast;
  const { form, country, first, last, head } = mention;
  const word = words[head]!;
  if (form !== "demonym" || !country || !/^the$/i.test(words[first - 1]?.text ?? "")) return undefined;
  if (all.test(words[last]!.text) || /s$/i.test(words[last]!.text)) return undefined;
  if (!/^(?:nsubj|obj|obl|iobj|conj|root)/.test(word.relation)) return undefined;
  const next = words[last + 1];
  if (next?.sentence === word.sentence && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(next.upos)) return undefined;
  if (/^['’-]/.test(next?.text ?? "")) return undefined;
  for (let index = mention.index - 1; index >= 0 && index > mention.index - memory; index -= 1) {
    const entity = of[index]?.length === 1 ? of[index]![0] : undefined;
    if (entity?.kind !== "person" || mentions[index]!.plural) continue;
    const state = entity.country ?? entity.titles.find((title) => title.of)?.of ?? mentions[index]!.country;
    if (state === country && (entity.titles.length > 0 || entity.person)) return entity;
  }
  return undefined;
};
