// A noun that tells of a contact, and the next one in the sentence -> the first without those whom only the next names.
import { actorsAnswering } from "../../clause/around.ts";
import type { Parties } from "../../clause/parties.ts";
import type { Word } from "../../model/token.ts";
import type { Seen } from "./find-participants.ts";

type Noun = { readonly word: number; readonly rule: string; readonly seen: readonly Seen[] };

/** "a lunch with Macron and, in Brussels, a sit-down with Rutte": whom only the next noun names is the next one's. */
export const withoutNext = <One extends Noun>(
  words: readonly Word[],
  one: One,
  next: Noun | undefined,
  parties: Parties,
): One => {
  const isNoun = (sighting: Noun) => sighting.rule.endsWith("/N");
  if (!next || !isNoun(one) || !isNoun(next) || words[next.word]!.sentence !== words[one.word]!.sentence)
    return one;
  const listed = words.slice(one.word, next.word).some(({ text }) => /^(and|,)$/i.test(text));
  const has = words.slice(next.word + 1, next.word + 6).some(({ text }) => /^with$/i.test(text));
  if (!listed || !has) return one;
  const named = actorsAnswering(words, next.word, ["with"], parties);
  const own = actorsAnswering(words, one.word, ["with", "between"], parties).filter(
    (actor) => !named.includes(actor),
  );
  const seen = one.seen.filter(({ actor }) => !named.includes(actor));
  return own.length > 0 ? { ...one, seen } : one;
};
