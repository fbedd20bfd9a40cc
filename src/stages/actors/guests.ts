// Whether the text tells of a person as one who comes to a state from elsewhere: "Darmanin is due in Algiers".
import type { Cast, Entity } from "./entity.ts";

const journey = /^(?:due|arrive|visit|travel|fly|land|come|head|depart|return)$/;
const travel = /^(?:visit|trip|tour)$/;

/** How many words before or behind the person the place may stand. */
const reach = 8;

/** True where the person is said to go to the state or its capital. */
export const isGuestOf = (cast: Cast, entity: Entity, state: string): boolean => {
  const { words, mentions } = cast;
  return entity.mentions.some((index) => {
    const { first, last, head } = mentions[index]!;
    // "a visit to Manila by Vice Foreign Minister Nong Rong"
    if (/^by$/i.test(words[first - 1]?.text ?? ""))
      return goesTo(cast, state, Math.max(0, first - reach), first, travel);
    return /^nsubj/.test(words[head]!.relation) && goesTo(cast, state, last + 1, last + 1 + reach, journey);
  });
};

/** A word of travel among the words, and a name of the state's or of its capital behind it, in one sentence. */
const goesTo = (
  { words, language }: Cast,
  state: string,
  from: number,
  to: number,
  verbs: RegExp,
): boolean => {
  const near = words.slice(from, to).filter(({ sentence }) => sentence === words[from]?.sentence);
  const at = near.findIndex(({ lemma }) => verbs.test(lemma));
  const names = [...language.places].filter(([, code]) => code === state).map(([name]) => name);
  const own = language.states.find(({ code }) => code === state)?.name;
  const text = near
    .slice(at + 1)
    .map((word) => word.text)
    .join(" ");
  return at >= 0 && [...names, ...(own ? [own] : [])].some((name) => text.includes(name));
};
