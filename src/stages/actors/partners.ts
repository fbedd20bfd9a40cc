// "On Sunday [he] met Foreign Minister Qin": whoever meets or calls somebody in office is of another side than he.
import { markerOf } from "../../clause/arguments.ts";
import type { Mention } from "../../model/actor.ts";
import type { Antecedent } from "./antecedents.ts";
import type { Cast } from "./entity.ts";

const encounters =
  /^(?:meet|speak|talk|call|phone|telephone|ring|host|receive|welcome|visit|see|greet|confer|dine|sit|converse)$/;
const light = /^(?:hold|have|spend|conduct|take|pay)$/;
const exchanges =
  /^(?:talk|talks|meeting|call|conversation|hour|minute|session|lunch|dinner|discussion|bilateral)$/;

/** The antecedents that are not of the side of those whom the pronoun meets; all of them where none would be left. */
export const acrossSides = (cast: Cast, pronoun: Mention, found: Antecedent[]): Antecedent[] => {
  if (pronoun.gender === "neuter" || found.length < 2) return found;
  const side = sideMet(cast, pronoun);
  if (side === undefined) return found;
  const others = found.filter(({ entity }) => entity.country !== undefined && entity.country !== side);
  return others.length > 0 ? found.filter(({ entity }) => entity.country !== side) : found;
};

/** The side of the one person in office whom the pronoun's verb has it meet. */
const sideMet = ({ words, mentions, of }: Cast, { head, index }: Mention): string | undefined => {
  const { relation, head: above } = words[head]!;
  const verb = words[above];
  // "Trump said he had spoken with Defense Secretary Esper": what one tells of oneself may be of one's own people.
  if (verb?.relation === "ccomp") return undefined;
  if (!verb || !/^(?:nsubj|obj|obl)/.test(relation)) return undefined;
  const object = verb.children.find((child) => /^(?:obj|obl:unmarked)$/.test(words[child]!.relation));
  const carried = light.test(verb.lemma) && exchanges.test(words[object ?? -1]?.lemma ?? "");
  if (!encounters.test(verb.lemma) && !carried) return undefined;
  const heads = [...verb.children, ...(carried ? words[object!]!.children : [])].filter(
    (child) =>
      child !== head &&
      (/^(?:nsubj|obj)$/.test(words[child]!.relation) || /^(?:with|to|by)$/.test(markerOf(words, child))),
  );
  const met = mentions
    .slice(Math.max(0, index - 12), index + 12)
    .filter((one) => one.kind === "person" && one.form !== "pronoun" && heads.includes(one.head));
  const [only, more] = met;
  return more || !only ? undefined : (only.country ?? of[only.index]?.[0]?.country);
};
