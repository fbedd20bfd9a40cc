// A person of the register, or a family name that several bear -> the side that the person speaks for on the document's day.
import type { Person } from "../../language/holders.ts";
import type { Mention } from "../../model/actor.ts";
import type { Cast } from "./entity.ts";
import { covers, termOf } from "./terms.ts";

/**
 * The state or organization whose offices the person holds: of two held at once the one that the text names, then that of
 * the term that covers the day, else the last one's.
 */
export const sideOf = (cast: Cast, person: Person, { titles }: Mention): { country?: string } => {
  const day = cast.document.published;
  const named = titles
    .map((title) => termOf(cast.language, person, title.office, day))
    .find((term, at) => term && (titles[at]!.of ?? term.of) === term.of && day && covers(term, day));
  const term = named ?? termOf(cast.language, person, undefined, day) ?? person.held.at(-1);
  return term ? { country: term.of } : {};
};

/** "President Bush" of an undated text may be either, but both were the same state's. */
export const sideOfNamesakes = (
  cast: Cast,
  key: readonly string[],
  mention: Mention,
): { country?: string } => {
  if (key.length !== 1 || mention.titles.length === 0) return {};
  const day = cast.document.published;
  const sides = new Set(
    (cast.language.register.byFamily.get(key[0]!) ?? []).flatMap((person) =>
      mention.titles.flatMap((title) => {
        const held = person.held.filter(
          (one) => one.office === title.office && (!title.of || one.of === title.of),
        );
        return held.filter((one) => day === undefined || one.from <= day).map((one) => one.of);
      }),
    ),
  );
  return sides.size === 1 ? { country: [...sides][0]! } : {};
};
