// A readout of several talks -> the sentences that are told of others than the one asked for: somebody speaks or acts there,
// or is spoken to, who took part in those alone.
import { wordsBySentence } from "../../../clause/by-sentence.ts";
import type { BareContact } from "../../../model/contact.ts";
import type { Reading } from "../../../model/reading.ts";
import { isSide } from "../../../model/readout.ts";
import type { Sentence } from "../../../model/sentence.ts";
import { holds, type Span } from "../../../model/span.ts";
import type { Statement } from "../../../model/statement.ts";
import { sentenceAt } from "../sentence-of.ts";

type Told = Pick<Reading, "document" | "words" | "sentences" | "mentions" | "actors" | "statements">;

/** Indexes of sentences; who goes on speaking to the same people in a paragraph ("We agreed that …") is still with them. */
export const saidElsewhere = (
  reading: Told,
  { participants }: BareContact,
  others: readonly BareContact[],
): ReadonlySet<number> => {
  const found = new Set<number>();
  if (others.length === 0) return found;
  const { document, actors } = reading;
  const sides = new Set(participants.flatMap(({ side }) => (isSide(document, side) ? [] : [side])));
  for (const { side } of others.flatMap((other) => other.participants)) sides.delete(side);
  const isPartner = (actor: number) =>
    participants.some((one) => one.actor === actor && !isSide(document, one.side)) ||
    // "The Lebanese side said …", where no other talks were held with that side.
    (actors[actor]!.kind !== "person" && sides.has(actors[actor]!.country));
  const isStranger = (actor: number, until: number) =>
    actors[actor]!.kind === "person" &&
    participants.every((one) => one.actor !== actor) &&
    others.some(
      (other) => other.evidence[0]!.start < until && other.participants.some((one) => one.actor === actor),
    );
  const wordsOf = wordsBySentence(reading.words);
  const said = Map.groupBy(reading.statements, ({ cue }) => cue && sentenceAt(reading, cue.start)?.index);
  const mentioned = Map.groupBy(reading.mentions, ({ first }) => reading.words[first]!.sentence);
  const actorsOf = actorsByMention(actors);
  let away = -1;
  for (const sentence of reading.sentences) {
    const { index } = sentence;
    const heard = [
      ...outermost(reading.statements, said.get(index) ?? [], sentence).flatMap(
        ({ speakers, addressees }) => [...speakers, ...addressees],
      ),
      ...namedAhead(reading.words, wordsOf(index), mentioned.get(index) ?? []).flatMap(
        (mention) => actorsOf.get(mention) ?? [],
      ),
      ...pointedBackAt(reading, sentence),
    ];
    if (sentence.paragraph !== away || heard.some(isPartner)) away = -1;
    if (!heard.some(isPartner) && heard.some((actor) => isStranger(actor, sentence.end)))
      away = sentence.paragraph;
    if (away === sentence.paragraph) found.add(sentence.index);
  }
  return found;
};

const actorsByMention = (actors: Told["actors"]): ReadonlyMap<number, readonly number[]> => {
  const found = new Map<number, number[]>();
  for (const { index, mentions } of actors)
    for (const mention of mentions) found.set(mention, [...(found.get(mention) ?? []), index]);
  return found;
};

/** Of the statements whose cue begins in the sentence those that lie in it and that no other one there reports. */
const outermost = (
  statements: Told["statements"],
  begun: readonly Statement[],
  sentence: Span,
): Statement[] => {
  const isHere = ({ cue }: Statement) => cue !== undefined && holds(sentence, cue);
  return begun.filter((one) => isHere(one) && (one.within === undefined || !isHere(statements[one.within]!)));
};

/** "With President Sisi, the Secretary discussed …", "In his meeting with Shoukry, …": mentions of whoever is named up to the verb. */
const namedAhead = (words: Told["words"], own: Told["words"], mentions: Told["mentions"]): number[] => {
  const verb = own.find(({ relation }) => relation === "root");
  return mentions
    .filter(
      ({ start, head }) =>
        verb !== undefined &&
        start < verb.start &&
        /^(?:nsubj|obl|nmod(?!:poss))/.test(words[head]!.relation),
    )
    .map(({ index }) => index);
};

/** Sentences back to that which names the two. */
const memory = 3;

/** "With the former, …; with the latter, …": whom an earlier sentence named first or last, of those who are no house's own. */
const pointedBackAt = (
  { document, sentences, mentions, actors }: Told,
  { index, start, end }: Sentence,
): number[] => {
  const word = /\bthe (former|latter)\b(?! [\p{L}])/iu.exec(document.text.slice(start, end))?.[1];
  for (let at = index - 1; word !== undefined && at >= 0 && at >= index - memory; at -= 1) {
    const named = mentions
      .filter((one) => one.form === "name" && holds(sentences[at]!, one))
      .flatMap((one) => actors.find((actor) => actor.mentions.includes(one.index)) ?? [])
      .filter(({ kind, country }) => kind === "person" && !isSide(document, country));
    if (new Set(named).size > 1) return [(/former/i.test(word) ? named[0] : named.at(-1))!.index];
  }
  return [];
};
