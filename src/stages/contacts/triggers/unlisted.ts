// A word that no table knows, with people of two sides together -> a row of its own: "walked the gardens with Xi", "a
// marathon of haggling between Kerry and Lavrov". What keeps people apart, or binds them from afar, is listed in apart.tsv.
import { doerOf } from "../../../clause/arguments.ts";
import type { Parties } from "../../../clause/parties.ts";
import type { ContactsLanguage, ContactWord } from "../../../language/contacts.ts";
import type { Word } from "../../../model/token.ts";
import { baseRelation } from "../../../model/tree.ts";
import { people, phrases } from "../parties/find-participants.ts";
import { carrierOf, rowOf } from "./find-trigger.ts";

type Words = readonly Word[];

const row = (verb: boolean, marker: "with" | "between"): ContactWord => ({
  rule: `${marker}/${verb ? "V" : "N"}`,
  words: [],
  verb,
  channel: "meeting",
  with: [marker],
  kind: "weak",
  example: "",
});

/** The row of a meeting, where somebody does it with a person of another side, or it is between such people. */
export const unlistedRow = (
  words: Words,
  word: Word,
  parties: Parties,
  language: ContactsLanguage,
): ContactWord | undefined => {
  if (!/^(VERB|NOUN)$/.test(word.upos) || language.apart.has(word.lemma.toLowerCase())) return undefined;
  const isVerb = word.upos === "VERB";
  if (!isVerb && isBetween(words, word, parties, language)) return row(false, "between");
  const company = peopleIn(words, word.index, "with", parties, language);
  if (company.length === 0) return undefined;
  const clause = isVerb ? word.index : carrierOf(words, word);
  const verb = words[clause]!;
  if (!isVerb && (clause === word.index || language.apart.has(verb.lemma.toLowerCase()))) return undefined;
  const object = isVerb ? verb.children.find((child) => words[child]!.relation === "obj") : undefined;
  if (object !== undefined && language.apart.has(words[object]!.lemma.toLowerCase())) return undefined;
  // "the talks which he held with Biden": a verb that only carries what is done needs it beside it.
  if (isVerb && language.light.has(word.lemma.toLowerCase()) && words[object ?? -1]?.upos !== "NOUN")
    return undefined;
  const doer = doerOf(words, clause);
  const acting = doer === undefined ? [] : people(words, doer, parties, language).filter(parties.isPerson);
  const sides = new Set(company.map(parties.sideOf));
  const apart =
    acting.length > 0 && acting.every((one) => parties.isKnown(one) && !sides.has(parties.sideOf(one)));
  return apart && !isTold(words, clause, language) ? row(isVerb, "with") : undefined;
};

/** "bargaining between Zelensky and Witkoff": people of two sides. */
const isBetween = (words: Words, word: Word, parties: Parties, language: ContactsLanguage): boolean =>
  new Set(peopleIn(words, word.index, "between", parties, language).map(parties.sideOf)).size > 1;

const peopleIn = (
  words: Words,
  index: number,
  marker: string,
  parties: Parties,
  language: ContactsLanguage,
): number[] => {
  const found = phrases(words, index, marker).flatMap((child) => people(words, child, parties, language));
  return found.every((one) => parties.isPerson(one) && parties.isKnown(one)) ? found : [];
};

/** A word of the table in the clause tells of it, or it is no deed of its own: "held talks on Monday with", "had to". */
const isTold = (words: Words, clause: number, language: ContactsLanguage): boolean =>
  [clause, ...words[clause]!.children].some(
    (at) =>
      /^(obj|obl|nsubj|root|conj|xcomp)/.test(baseRelation(words[at]!)) && rowOf(words, words[at]!, language),
  ) || rowOf(words, words[clause]!, language) !== undefined;
