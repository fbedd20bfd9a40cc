// A trigger in its sentence -> what the line names beside those who take part: who brought them together, somebody of
// no name, what a contact comes before.
import { agentOf, isPassive, subjectOf } from "../../../clause/arguments.ts";
import type { Parties } from "../../../clause/parties.ts";
import type { ContactsLanguage, ContactWord } from "../../../language/contacts.ts";
import type { Word } from "../../../model/token.ts";
import type { Seen } from "../parties/find-participants.ts";
import { pointsBack } from "./points-back.ts";

/** "The visit comes two days before talks between A and B": it goes back to one told of, whoever the line names besides. */
export const comesBefore = (words: readonly Word[], word: Word, named: readonly Seen[]): boolean =>
  named.length === 0 &&
  word.relation === "nsubj" &&
  pointsBack(words, word.index) &&
  /^(?:come|follow|precede|coincide|take_place|occur)$/.test(words[word.head]?.lemma ?? "") &&
  words
    .slice(word.head, word.head + 8)
    .some(
      ({ sentence, text }) =>
        sentence === word.sentence && /^(?:before|after|ahead|as|amid|following)$/i.test(text),
    );

/** "The encounter was arranged by CELAC": whoever brings others together takes no part. */
export const withoutBrokers = (
  words: readonly Word[],
  clause: number,
  { verb }: ContactWord,
  parties: Parties,
  seen: readonly Seen[],
): readonly Seen[] => {
  const agent = agentOf(words, clause);
  if (verb || agent === undefined || !brokering.test(words[clause]!.lemma)) return seen;
  const brokers = [agent, ...words[agent]!.children.filter((child) => words[child]!.relation === "conj")];
  const named = new Set(brokers.flatMap((at) => parties.at(at)));
  return seen.filter(({ actor }) => !named.has(actor));
};

const brokering = /^(?:arrange|broker|organize|organise|mediate|facilitate|sponsor|convene|prepare|propose)$/;

/** "The group had not been consulted": somebody of no name did it or was met, and nobody else. */
export const isOfOthers = (
  words: readonly Word[],
  index: number,
  parties: Parties,
  { people }: ContactsLanguage,
): boolean => {
  const subject = words[subjectOf(words, index) ?? -1];
  return (
    subject?.upos === "NOUN" &&
    subject.index < index &&
    (isPassive(words, index) || !people.has(subject.lemma.toLowerCase())) &&
    parties.at(subject.index).length === 0 &&
    !/^(side|party|country|nation|state|pair|duo|government|neighbou?r|power|capital|two|both)$/i.test(
      subject.lemma,
    )
  );
};
