// A contact's sentences -> at whose wish it came about: "at the latter's request", "on the initiative of the Iranian
// side", "initiated by Ankara".
import { agentOf, isPassive, lemmaOf, subjectOf } from "../../clause/arguments.ts";
import type { Parties } from "../../clause/parties.ts";
import type { Word } from "../../model/token.ts";
import type { Seen } from "./find-participants.ts";
import type { Draft } from "./merge-sightings.ts";

type Words = readonly Word[];

const wishes = /^(request|initiative|behest|instigation|suggestion|wish)$/i;
const asks = new Set(["initiate", "request", "ask", "place", "arrange", "seek"]);

/** The draft's participants, the one at whose wish it came about as initiator; as they are where nothing says so. */
export const withInitiator = (
  words: Words,
  parties: Parties,
  { seen, sightings, channel }: Draft,
): Seen[] => {
  if (channel === "visit" || seen.some(({ role }) => role === "initiator")) return seen;
  const sentences = new Set(sightings.map(({ word }) => words[word]!.sentence));
  for (const { word } of sightings) {
    const asked = askedBy(words, word, parties);
    const at = asked === undefined ? undefined : participant(seen, asked, parties);
    if (at !== undefined) return named(seen, at);
  }
  for (const word of words) {
    if (!sentences.has(word.sentence) || !wishes.test(word.text)) continue;
    const at = ownerOf(words, word.index, parties, seen);
    if (at !== undefined) return named(seen, at);
  }
  return seen;
};

const named = (seen: readonly Seen[], at: number): Seen[] =>
  seen.map((one, index) => (index === at && one.role === undefined ? { ...one, role: "initiator" } : one));

/** The participant of the actors' side. */
const participant = (
  seen: readonly Seen[],
  actors: readonly number[],
  parties: Parties,
): number | undefined => {
  const sides = new Set(actors.map(parties.sideOf));
  const at = seen.findIndex(({ actor }) => actors.includes(actor) || sides.has(parties.sideOf(actor)));
  return at < 0 ? undefined : at;
};

/** "The call was initiated by Ankara", "Duda, who had asked for the call". */
const askedBy = (words: Words, index: number, parties: Parties): readonly number[] | undefined => {
  const head = words[words[index]!.head];
  if (head?.upos !== "VERB" || !asks.has(lemmaOf(words, head.index))) return undefined;
  const doer = isPassive(words, head.index) ? agentOf(words, head.index) : subjectOf(words, head.index);
  return doer === undefined ? undefined : parties.of(doer);
};

/** Whose wish it was: before it ("the latter's request") or after it ("the request of the American side"). */
const ownerOf = (
  words: Words,
  index: number,
  parties: Parties,
  seen: readonly Seen[],
): number | undefined => {
  const sentence = words[index]!.sentence;
  let at = index - 1;
  for (; at >= index - 7 && words[at]?.sentence === sentence && words[at]!.upos !== "ADP"; at -= 1) {
    if (/^(latter|former)$/i.test(words[at]!.text)) return turn(words, index, parties, seen, words[at]!.text);
    const owner = participant(seen, parties.endingAt(at)?.actors ?? parties.at(at), parties);
    if (owner !== undefined) return owner;
  }
  if (!/^(at|on|upon|by)$/i.test(words[at]?.text ?? "") || !/^of$/i.test(words[index + 1]?.text ?? ""))
    return undefined;
  for (let next = index + 2; next <= index + 9 && words[next]?.sentence === sentence; next += 1) {
    if (/^(latter|former)$/i.test(words[next]!.text))
      return turn(words, index, parties, seen, words[next]!.text);
    const owner = participant(seen, parties.startingAt(next)?.actors ?? parties.at(next), parties);
    if (owner !== undefined) return owner;
  }
  return undefined;
};

/** "the latter" is who was named last before, "the former" who was named first. */
const turn = (
  words: Words,
  index: number,
  parties: Parties,
  seen: readonly Seen[],
  word: string,
): number | undefined => {
  const order: number[] = [];
  for (let at = index - 1; at >= 0 && words[at]!.sentence === words[index]!.sentence; at -= 1) {
    const found = seen.findIndex(({ actor }) => parties.endingAt(at)?.actors.includes(actor));
    if (found >= 0 && !order.includes(found)) order.push(found);
  }
  return /^latter$/i.test(word) ? order[0] : order.at(-1);
};
