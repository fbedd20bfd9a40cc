// A verb of visiting or hosting -> whether it is done to things and not to people: "visited a shelter", "hosted the summit".
import { objectOf } from "../../../clause/arguments.ts";
import type { Parties } from "../../../clause/parties.ts";
import type { ContactsLanguage } from "../../../language/contacts.ts";
import type { Word } from "../../../model/token.ts";

/** "visited a shelter": no journey to anybody. */
export const visitsThing = (words: readonly Word[], { index }: Word, parties: Parties): boolean => {
  const object = words[objectOf(words, index) ?? -1];
  return (
    object !== undefined &&
    object.index > index &&
    object.upos === "NOUN" &&
    !/^(country|capital|city|state|region|kingdom|island|visit)$/.test(object.lemma) &&
    parties.of(object.index).length === 0
  );
};

/** "hosted the summit", "welcomed the deal", "will host the Quad": nobody is received. */
export const isOfThings = (
  words: readonly Word[],
  index: number,
  parties: Parties,
  language: ContactsLanguage,
): boolean => {
  const { people } = language;
  let at = index + 1;
  // "welcomed that Hungary would not stand in the way"
  if (/^that$/i.test(words[at]?.text ?? "")) return true;
  const isBetween = ({ upos, text }: Word): boolean =>
    /^(DET|ADJ|NUM|ADV)$/.test(upos) || /^(today|yesterday|tomorrow|tonight)$/i.test(text);
  while (words[at]?.sentence === words[index]!.sentence && isBetween(words[at]!)) at += 1;
  const first = words[at];
  // "received a Hamas delegation"
  if (people.has(words[objectOf(words, index) ?? -1]?.lemma.toLowerCase() ?? "")) return false;
  if (
    words[objectOf(words, index) ?? -1]?.upos === "NOUN" &&
    isThing(words[objectOf(words, index)!]!, language)
  )
    return true;
  if (first?.sentence !== words[index]!.sentence || !/^(NOUN|PROPN)$/.test(first!.upos)) return false;
  const owner = [at, index + 1].map(parties.startingAt).find((one) => one !== undefined);
  // "welcomed Poland's announcement": an announcement is no guest.
  const owned =
    owner && /^['’]s?$/.test(words[owner.last + 1]?.text ?? "") ? words[owner.last + 2] : undefined;
  if (owned?.upos === "NOUN" && /^\p{Ll}/u.test(owned.text) && !people.has(owned.lemma.toLowerCase()))
    return !parties.isMention(owned.index);
  const named = parties.startingAt(at)?.actors ?? parties.of(at);
  if (named.length > 0) return named.every((actor) => parties.kindOf(actor) === "organization");
  return first!.upos === "NOUN" && !people.has(first!.lemma.toLowerCase());
};

/** "received a verbal message", "hosted talks": what is received tells of a contact itself. */
const isThing = ({ lemma }: Word, { nouns }: ContactsLanguage): boolean => nouns.has(lemma.toLowerCase());
