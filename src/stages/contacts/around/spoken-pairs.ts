// Statements -> those who talk in them, who take part in the meeting or call that the words next to them name: "Singh told
// his counterpart Li …. At a meeting …", "Villavicencio said the conversation with Schialer had been cordial".
import type { Parties } from "../../../clause/parties.ts";
import type { Actor } from "../../../model/actor.ts";
import type { Reading } from "../../../model/reading.ts";
import type { Word } from "../../../model/token.ts";
import type { Sighting } from "../find-sightings.ts";
import type { Seen } from "../parties/find-participants.ts";
import { countSides } from "../parties/widen-participants.ts";
import { pointsBack } from "../triggers/points-back.ts";

type Input = Pick<Reading, "words" | "actors" | "statements">;

/** Two of two sides in one statement, its sentence and the day on which it was said. */
export type Pair = { readonly seen: readonly Seen[]; readonly sentence: number; readonly day?: string };

/** "Singh told his counterpart Li …", "Yoon and Kishida agreed …": who of two sides talk in a statement, in text order. */
export const spokenPairs = ({ words, statements, actors }: Input, parties: Parties): Pair[] =>
  statements
    .flatMap(({ speakers, addressees, cueWord, date, negated }): Pair[] => {
      const cue = words[cueWord ?? -1];
      const all = [...new Set([...speakers, ...addressees])];
      const seen = all.map((actor) => ({ actor }));
      const isPeople = all.every((actor) => actors[actor]!.kind === "person" && isTopic(actors[actor]!));
      return cue && !negated && isPeople && all.length === 2 && countSides(seen, parties) === 2
        ? [{ seen, sentence: cue.sentence, ...(date && { day: date }) }]
        : [];
    })
    .sort((a, b) => a.sentence - b.sentence);

/** "At a meeting that lasted 45 minutes, Singh said …", "The summit was …": what those who just talked talked at. */
export const isOfPair = (
  words: readonly Word[],
  { word, seen, fresh, weak, rule, channel, standing }: Sighting,
  pair: Pair,
  parties: Parties,
): boolean => {
  if (!rule.endsWith("/N") || fresh || weak || channel === "visit" || standing !== "actual") return false;
  if (/^(letter|message)$/.test(channel)) return false;
  // "During their conversation": both are seen, and the day is still that on which they were told of.
  const isBoth = seen.every(({ actor }) => pair.seen.some((one) => one.actor === actor));
  if (countSides(seen, parties) > 1 && !isBoth) return false;
  if (
    !seen.every(({ actor }) => pair.seen.some((one) => parties.sideOf(one.actor) === parties.sideOf(actor)))
  )
    return false;
  return (
    opensSentence(words, word) &&
    !words[word]!.children.some((child) => /^(next|last|previous|earlier)$/i.test(words[child]!.text))
  );
};

/** "At a 45-minute meeting", "The summit": in the sentence's first phrase. */
const opensSentence = (words: readonly Word[], word: number): boolean => {
  const { sentence } = words[word]!;
  let at = word - 1;
  while (words[at]?.sentence === sentence && /^(DET|PRON|ADJ|NUM|NOUN|PUNCT|SYM)$/.test(words[at]!.upos))
    at -= 1;
  if (words[at]?.sentence === sentence && words[at]!.upos === "ADP") at -= 1;
  return words[at]?.sentence !== sentence && word - at > 1 && /^(DET|PRON|ADP)$/.test(words[at + 1]!.upos);
};

/** The two, each as he is seen at the sighting. */
export const withRoles = (pair: readonly Seen[], seen: readonly Seen[]): Seen[] =>
  pair.map((one) => seen.find(({ actor }) => actor === one.actor) ?? one);

/** "Villavicencio said the conversation with Schialer had been cordial": hers, where she is an official of another side. */
export const withTeller = (
  { words, statements, actors }: Input,
  { word, rule, channel, seen }: Sighting,
  statement: number | undefined,
  parties: Parties,
): Seen[] | undefined => {
  if (statement === undefined || seen.length !== 1 || !rule.endsWith("/N") || channel === "visit")
    return undefined;
  if (!/^with$/i.test(words[word + 1]?.text ?? "") || !pointsBack(words, word)) return undefined;
  const [teller, more] = statements[statement]!.speakers;
  const isOne =
    teller !== undefined &&
    more === undefined &&
    actors[teller]!.kind === "person" &&
    actors[teller]!.country !== undefined &&
    isTopic(actors[teller]!) &&
    countSides([...seen, { actor: teller }], parties) === 2;
  return isOne ? [{ actor: teller }, ...seen] : undefined;
};

/** Someone or something that has contacts; who only speaks for others has none. */
export const isTopic = ({ kind, country, offices }: Actor): boolean =>
  (country !== undefined || offices.length > 0) &&
  (kind === "person" || kind === "state") &&
  !offices.some(({ title }) => /spokes|aide|press|source/i.test(title));
