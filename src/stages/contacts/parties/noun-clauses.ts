// The clause beside a noun that tells of a contact -> those who take part whom it names: "a call that Biden had placed to
// López Obrador", "a dinner given by Aliyev", "the letter that Khamenei received from Trump".
import { agentOf, doerOf, isPassive, markerOf, objectOf, subjectOf } from "../../../clause/arguments.ts";
import type { Parties } from "../../../clause/parties.ts";
import type { ContactsLanguage, ContactWord } from "../../../language/contacts.ts";
import type { Word } from "../../../model/token.ts";
import { people, phrases, role, type Seen } from "./find-participants.ts";

type Words = readonly Word[];

/** Those whom the clause headed by `verb` names of the noun that it hangs on. */
export const clauseParties = (
  words: Words,
  verb: number,
  noun: number,
  row: ContactWord,
  parties: Parties,
  language: ContactsLanguage,
): Seen[] => {
  const { relation, lemma, xpos } = words[verb]!;
  if (relation === "acl:relcl") {
    if (makes.test(lemma)) return madeBy(words, verb, row, parties, language);
    if (/^(receive|get)$/.test(lemma)) return receivedBy(words, verb, parties, language);
    return isInWhich(words, verb, noun) ? role(saidIn(words, verb, parties, language), undefined) : [];
  }
  return relation === "acl" && xpos === "VBN" && language.light.has(lemma.toLowerCase())
    ? givenBy(words, verb, row, parties, language)
    : [];
};

const makes =
  /^(plan|pencill?|schedule|arrange|make|pay|place|undertake|lead|take|announce|have|hold|request|seek|cancel)$/;

/** Who is named in the verb's phrases under these prepositions. */
export const peopleIn = (
  words: Words,
  verb: number,
  places: readonly string[],
  parties: Parties,
  language: ContactsLanguage,
): readonly number[] =>
  places.flatMap((place) =>
    phrases(words, verb, place).flatMap((child) => people(words, child, parties, language)),
  );

/** "a call that Biden had placed to López Obrador", "a trip that she had planned": who does it, and to or with whom. */
const madeBy = (
  words: Words,
  verb: number,
  row: ContactWord,
  parties: Parties,
  language: ContactsLanguage,
): Seen[] => {
  const doer = isPassive(words, verb) ? agentOf(words, verb) : subjectOf(words, verb);
  return [
    ...(doer === undefined || words[doer]!.xpos.startsWith("W")
      ? []
      : role(
          people(words, doer, parties, language),
          row.subject ?? (row.channel === "call" ? "initiator" : undefined),
        )),
    ...role(peopleIn(words, verb, ["to", "with", "between"], parties, language), row.other),
  ];
};

/** "a dinner given by Aliyev", "meetings held between the leaders": what the participle beside the noun names. */
const givenBy = (
  words: Words,
  verb: number,
  row: ContactWord,
  parties: Parties,
  language: ContactsLanguage,
): Seen[] => {
  const agent = agentOf(words, verb);
  const host = row.channel === "meeting" ? "host" : row.subject;
  return [
    ...(agent === undefined ? [] : role(people(words, agent, parties, language), host)),
    ...role(peopleIn(words, verb, ["between", "with"], parties, language), undefined),
  ];
};

/** "The letter that Khamenei received from Trump": who sent it comes behind "from". */
const receivedBy = (words: Words, verb: number, parties: Parties, language: ContactsLanguage): Seen[] => {
  const taker = isPassive(words, verb) ? agentOf(words, verb) : subjectOf(words, verb);
  return [
    ...(taker === undefined ? [] : role(people(words, taker, parties, language), undefined)),
    ...role(peopleIn(words, verb, ["from"], parties, language), "initiator"),
  ];
};

/** "The call, in which …": the clause tells what was said in it. */
const isInWhich = (words: Words, verb: number, noun: number): boolean =>
  words[verb]!.children.some(
    (child) =>
      child > noun && /^which$/i.test(words[child]!.text) && /^(in|during)$/.test(markerOf(words, child)),
  );

/** "in which Macron asked Putin to free the sailors": who says it, and to whom. */
const saidIn = (words: Words, verb: number, parties: Parties, language: ContactsLanguage): number[] => {
  const told = words[verb]!.children.find((child) => words[child]!.relation === "iobj");
  const all = [doerOf(words, verb), told ?? objectOf(words, verb)]
    .flatMap((at) => (at === undefined ? [] : people(words, at, parties, language)))
    .concat(peopleIn(words, verb, ["with", "to"], parties, language))
    .filter(parties.isPerson);
  return all.length > 1 ? all : [];
};
